"""One type of background work: a function that reports progress and can be cancelled."""

from collections.abc import Callable
from threading import Event, Lock
from time import monotonic, sleep
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

from duty_desktop.terms.letting_go import let_go_of_frames
from duty_desktop.terms.stopping import Progress

_Result = TypeVar("_Result")
_TELL_SECONDS = 0.04
_ASIDE_SECONDS = 0.04  # the whole window is painted in half of it
_RESTS_SECONDS = 0.1  # until a resting job looks whether it was cancelled
_running: "set[Job[Any]]" = set()


class _AwaitedJobs:
    """Counts the jobs that a person waits for, so that others rest: two threads get half a core each."""

    def __init__(self) -> None:
        self._count, self._lock, self.none = 0, Lock(), Event()
        self.none.set()

    def add(self, more: int) -> None:
        """One more is at work (1), or one fewer (-1)."""
        with self._lock:
            self._count += more
            if self._count:
                self.none.clear()
            else:
                self.none.set()


_awaited = _AwaitedJobs()


class JobSignals(QObject):
    """What a job tells the window's thread: progress (0 to 1, what), done or failed, then the end."""

    progressed = Signal(float, str)
    done = Signal(object)
    failed = Signal(object)
    ended = Signal()


class Job(Generic[_Result]):
    """Runs `work(progress)` in the thread pool.

    `progress(fraction, what)` answers False after `cancel()`; a cancelled job tells nothing more.
    Any exception of the work goes to `failed`, so that nothing is lost in a thread. `rests`: nobody waits
    for it, so at its next progress it rests while another job is at work.
    """

    def __init__(self, work: Callable[[Progress], _Result], *, rests: bool = False) -> None:
        self.signals = JobSignals()
        self._work, self._rests = work, rests
        self._cancelled, self._aside = Event(), Event()
        self._told, self._told_at = "", 0.0

    def start(self) -> None:
        """Begin in a thread of the pool; the job stays alive until what it tells was heard."""
        _running.add(self)
        self.signals.ended.connect(self._let_go)
        # Not as a QRunnable that is kept: Qt's binding never frees one, nor the shipment it worked on.
        QThreadPool.globalInstance().start(self.run)

    def cancel(self) -> None:
        """Ask the work to stop; its result is dropped. What it holds it frees after the window is painted."""
        self._cancelled.set()
        self.step_aside()

    def step_aside(self) -> None:
        """Let the window be painted, which takes much longer beside work: that rests at its next progress."""
        self._aside.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether the work was asked to stop."""
        return self._cancelled.is_set()

    def run(self) -> None:
        """Called by the pool."""
        _awaited.add(0 if self._rests else 1)
        try:
            self._run()
        finally:
            _awaited.add(0 if self._rests else -1)
            self.signals.ended.emit()

    def _let_go(self) -> None:
        self.signals.deleteLater()  # those who listen may hold the job, as it holds them
        _running.discard(self)

    def _run(self) -> None:
        try:
            result = self._work(self._progress)
        except Exception as error:  # noqa: BLE001 - handed to the window's thread, which tells the person
            let_go_of_frames(error)  # in this thread, not in the window's
            if not self.is_cancelled:
                self.signals.failed.emit(error)
            return
        if not self.is_cancelled:
            self.signals.done.emit(result)

    def _progress(self, fraction: float, what: str) -> bool:
        """Called as often as the work likes; the window hears of it some times a second."""
        if self._aside.is_set():
            self._aside.clear()
            sleep(_ASIDE_SECONDS)
        while self._rests and not self.is_cancelled and not _awaited.none.wait(_RESTS_SECONDS):
            pass
        now = monotonic()
        if not self.is_cancelled and (what != self._told or now - self._told_at >= _TELL_SECONDS):
            self._told, self._told_at = what, now
            self.signals.progressed.emit(fraction, what)
        return not self.is_cancelled
