"""Start the program: a command on the command line, else the window with the invoices named."""

import gc
import sys

from duty_desktop.cli import COMMANDS
from duty_desktop.cli import main as command_line


def main() -> int:
    """Run what the arguments ask for and return the exit code."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()  # the built program is also started as the process that reads a large file
    arguments = sys.argv[1:]
    if arguments and (arguments[0] in COMMANDS or arguments[0].startswith("-")):
        gc.disable()  # one command, then the process ends: looking for cycles costs a fifth of a large one
        return command_line(arguments)
    from duty_desktop.gui.app import main as window

    return window(arguments)


if __name__ == "__main__":
    sys.exit(main())
