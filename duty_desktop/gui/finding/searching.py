"""Searching beside the window's thread: typing never waits, and only the last wish is answered."""

from PySide6.QtCore import QObject, Signal

from duty_desktop.gui.finding.sought import Sought, Wish, look_for
from duty_desktop.gui.jobs.job import Job


class Searching(QObject):
    """One search at a time; what was wished meanwhile is looked for next, and only the last of it.

    `found(Sought)`; `failed(Exception)`.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: Job[Sought] | None = None
        self._next: Wish | None = None

    @property
    def is_running(self) -> bool:
        """Whether an answer is still to come."""
        return self._job is not None

    def ask(self, wish: Wish) -> None:
        """Look for something."""
        if self._job is not None:
            self._next = wish
            return
        self._job = job = Job(lambda _: look_for(wish))
        job.signals.done.connect(self._done)
        job.signals.failed.connect(self._fail)
        job.start()

    def drop(self) -> None:
        """Nobody waits for an answer any more."""
        if self._job is not None:
            self._job.cancel()
        self._job = self._next = None

    def _done(self, sought: Sought) -> None:
        if self._go_on():
            self.found.emit(sought)

    def _fail(self, error: Exception) -> None:
        if self._go_on():
            self.failed.emit(error)

    def _go_on(self) -> bool:
        """Take up what was wished meanwhile; whether the answer at hand is still wanted."""
        wish, self._job, self._next = self._next, None, None
        if wish is not None:
            self.ask(wish)
        return wish is None
