"""Start the program: a command on the command line, else the window with the invoices named."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from duty_desktop.cli import COMMANDS
from duty_desktop.cli import main as command_line
from duty_desktop.cli.exit_codes import UNREADABLE
from duty_desktop.cli.watching import watched
from duty_desktop.terms.unseen import with_unseen_written

_SWITCH_SECONDS = 0.000_5


def main() -> int:
    """Run what the arguments ask for and return the exit code."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()  # the built program is also started as the process that reads a large file
    keep_no_memory()
    arguments = sys.argv[1:]
    if arguments and (arguments[0] in COMMANDS or arguments[0].startswith("-")):
        gc.disable()  # one command, then the process ends: looking for cycles costs a fifth of a large one
        sys.setswitchinterval(_SWITCH_SECONDS)  # a thread that reads waits for each turn as long as this
        leave(watched(lambda: command_line(arguments)))
    problem = no_window(arguments)
    if problem:
        print(f"duty-desktop: {problem}", file=sys.stderr)
        return UNREADABLE
    from duty_desktop.gui.app import main as window

    return window(arguments)


def keep_no_memory() -> None:
    """Have the system write no core file, full of invoices, when this process or one that it starts dies."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def leave(code: int) -> NoReturn:
    """End the process with what it printed, without freeing a million values one by one."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with suppress(OSError, ValueError):  # closed, or its reader has gone
                stream.flush()
    os._exit(code)


def no_window(arguments: Sequence[str]) -> str:
    """Why the window cannot open with these arguments, and what to do; empty when it can."""
    for argument in arguments:
        if not Path(argument).exists() and not Path(argument).suffix:
            return (
                f"“{with_unseen_written(argument)}” is neither a command nor a file. Try duty-desktop --help."
            )
    shown = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in shown):
        return "there is no screen to open a window on. Use a command instead: duty-desktop --help."
    return ""


if __name__ == "__main__":
    sys.exit(main())
