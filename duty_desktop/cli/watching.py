"""A command in a process that is watched: a file that ends it does not end the program without a word.

Reading a file apart and handing over the lines costs a quarter of a second for 100,000 of them. So a
command first reads in its own process; only when that one dies is it run again, reading each file apart,
and then the file is named.
"""

import os
import signal
import sys
from collections.abc import Callable

from duty_desktop.cli.exit_codes import UNREADABLE

_ENDED_BY_SOMEONE = (signal.SIGINT, signal.SIGTERM)
_END_WITH_PARENT = 1  # PR_SET_PDEATHSIG of prctl(2)
_watchers: list[int] = []


def is_watched() -> bool:
    """Whether this process may die, as another one waits for it and would then do without."""
    return bool(_watchers)


def watched(command: Callable[[], int]) -> int:
    """Run a command and return its exit code, however its process ends.

    Only Linux copies a process safely and in a millisecond; elsewhere files are read apart at once.
    """
    if sys.platform != "linux":
        _tidy()
        return command()
    for trusting in (True, False):
        process = os.fork()
        if process == 0:
            return _as_the_one_watched(command, trusting)
        code = _exit_code(process)
        if code is not None:
            return code
    print("duty-desktop: the command ended without a result; it may need too much memory.", file=sys.stderr)
    return UNREADABLE


def _tidy() -> None:
    """Remove what an earlier command left that was killed."""
    from duty_desktop.terms.scratch import remove_abandoned

    remove_abandoned()


def end_with_parent() -> None:
    """Have Linux end this process when the one that made it has ended, in whatever way."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_END_WITH_PARENT, signal.SIGKILL)


def _as_the_one_watched(command: Callable[[], int], trusting: bool) -> int:
    end_with_parent()
    if not trusting:
        return command()
    _watchers.append(os.getppid())
    try:
        return command()
    except MemoryError:
        os.kill(os.getpid(), signal.SIGKILL)
        raise


def _exit_code(process: int) -> int | None:
    """Wait for a process; its exit code, or None when it died."""

    def hand_on(number: int, _: object) -> None:
        os.kill(process, number)

    before = {signal.SIGINT: signal.signal(signal.SIGINT, signal.SIG_IGN)}  # Ctrl+C reaches both
    before[signal.SIGTERM] = signal.signal(signal.SIGTERM, hand_on)
    try:
        _tidy()  # while there is nothing else to do
        _, status = os.waitpid(process, 0)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    code = os.waitstatus_to_exitcode(status)
    if code >= 0:
        return code
    return 128 - code if -code in _ENDED_BY_SOMEONE else None
