"""The law that a program's windows rate by, loaded once, by whichever thread needs it first."""

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the program begins without it
    from duty_desktop.tariff.law import Law


def _shipped() -> "Law":
    from duty_desktop.tariff.law import Law

    return Law.load()


class LawShelf:
    """Holds an edition of the law, the one that comes with the program when no other is given."""

    def __init__(self, load: "Callable[[], Law]" = _shipped) -> None:
        self._load = load
        self._lock = Lock()
        self._law: Law | None = None

    def law(self) -> "Law":
        """The law; takes a tenth of a second the first time. Raises DataFilesError when it is damaged."""
        with self._lock:
            if self._law is None:
                self._law = self._load()
            return self._law
