"""One type of background work: a function that reports progress and can be cancelled."""

from collections.abc import Callable
from threading import Event
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

Progress = Callable[[float, str], bool]
_Result = TypeVar("_Result")
_running: "set[Job[Any]]" = set()


class JobSignals(QObject):
    """What a job tells the window's thread: progress (0 to 1, what), then one of the other two."""

    progressed = Signal(float, str)
    done = Signal(object)
    failed = Signal(object)


class Job(QRunnable, Generic[_Result]):
    """Runs `work(progress)` in the thread pool.

    `progress(fraction, what)` answers False after `cancel()`; a cancelled job tells nothing more.
    Any exception of the work goes to `failed`, so that nothing is lost in a thread.
    """

    def __init__(self, work: Callable[[Progress], _Result]) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.signals = JobSignals()
        self._work = work
        self._cancelled = Event()

    def start(self) -> None:
        """Begin in a thread of the pool; the job stays alive until it has ended, whoever forgets it."""
        _running.add(self)
        QThreadPool.globalInstance().start(self)

    def cancel(self) -> None:
        """Ask the work to stop; its result is dropped."""
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether the work was asked to stop."""
        return self._cancelled.is_set()

    def run(self) -> None:
        """Called by the pool."""
        try:
            self._run()
        finally:
            _running.discard(self)

    def _run(self) -> None:
        try:
            result = self._work(self._progress)
        except Exception as error:  # noqa: BLE001 - handed to the window's thread, which tells the person
            if not self.is_cancelled:
                self.signals.failed.emit(error)
            return
        if not self.is_cancelled:
            self.signals.done.emit(result)

    def _progress(self, fraction: float, what: str) -> bool:
        if not self.is_cancelled:
            self.signals.progressed.emit(fraction, what)
        return not self.is_cancelled
