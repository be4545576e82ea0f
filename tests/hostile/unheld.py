"""Reading as on Windows: the system holds a process to no limit, only the program that waits for it does."""

from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

from duty_desktop.invoice import safely
from duty_desktop.invoice.limits import Limits
from duty_desktop.invoice.safely import HowToRead

_child = safely.child


def child(path: Path, how: HowToRead, limits: Limits, sender: Connection) -> None:
    """What the reading process does, with no limits of its own."""
    Limits.held = _not_held  # type: ignore[assignment, method-assign]
    _child(path, how, limits, sender)


@contextmanager
def _not_held(_: Limits) -> Iterator[None]:
    yield


def hold_no_more() -> None:
    """From now on this process has files read like that."""
    safely.child = child
