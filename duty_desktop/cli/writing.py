"""Writing a table that a command made."""

from pathlib import Path

from duty_desktop.cli.exit_codes import CommandError
from duty_desktop.terms.refusals import refusal_of
from duty_desktop.terms.whole_file import write_whole as write


def write_whole(path: Path, text: str) -> None:
    """Put the whole file in its place at once: it is either complete or not there. Raises CommandError."""
    try:
        write(path, text.encode())
    except OSError as error:
        raise CommandError(f"{path} could not be written: {refusal_of(error).why}.") from error
