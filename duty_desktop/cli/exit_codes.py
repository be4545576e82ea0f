"""What a command says by its exit code."""

ALL_RATED = 0
UNREADABLE = 2
NEEDS_REVIEW = 3
INTERRUPTED = 130


class CommandError(Exception):
    """A command cannot be carried out; the text says why and what to do."""
