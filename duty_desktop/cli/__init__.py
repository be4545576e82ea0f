"""The command line: the same estimates without a window."""

import sys
from collections.abc import Sequence
from importlib import import_module

from duty_desktop import __version__
from duty_desktop.cli.exit_codes import INTERRUPTED, UNREADABLE, CommandError
from duty_desktop.cli.terminal import shown_harmless
from duty_desktop.terms.resources import DataFilesError

COMMANDS = {
    "estimate": "read invoices and print the duty, or write it as report or JSON",
    "read": "show what was read from an invoice, before rating",
    "rate": "rate goods of a CSV, or one good",
    "find": "find the HTS numbers that a description may mean, in English or Japanese",
    "explain": "tell in plain words why the duty of a good is what it is",
    "schedule": "list the measures in force, what changed, where a number stands; check the files",
}


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code: 0 all rated, 3 some lines need review, 2 not read."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    with shown_harmless():
        return _answer(arguments)


def _answer(arguments: Sequence[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help"):
        print(_overview())
        return 0
    if arguments[0] in ("-V", "--version"):
        print(f"Duty Desktop {__version__}")
        return 0
    if arguments[0] not in COMMANDS:
        print(f"duty-desktop: there is no command “{arguments[0]}”.\n\n{_overview()}", file=sys.stderr)
        return UNREADABLE
    return _run(arguments[0], arguments[1:])


def _run(name: str, arguments: Sequence[str]) -> int:
    command = import_module(f"duty_desktop.cli.{name}")  # only what the command needs is loaded
    try:
        code: int = command.run(arguments)
        sys.stdout.flush()
    except (CommandError, DataFilesError) as error:
        print(f"duty-desktop {name}: {error}", file=sys.stderr)
        return UNREADABLE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        sys.stdout = None  # the reader has gone; nothing more can be said to it
        return INTERRUPTED
    return code


def _overview() -> str:
    commands = "\n".join(f"  {name:10}{what}" for name, what in COMMANDS.items())
    return (
        "duty-desktop [INVOICE ...]           open the window\n"
        "duty-desktop COMMAND ... [--help]    one of these commands:\n\n"
        f"{commands}\n\n"
        "Exit codes: 0 all rated, 3 rated but some lines need review, 2 could not read."
    )


def _speak_utf8(stream: object) -> None:
    """Write UTF-8 wherever the output goes: a Japanese description must not stop a report."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")
