"""Long work of one window: one job at a time, with progress, Cancel, and errors told in words."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QTimer

from duty_desktop.gui.jobs.job import Job, JobSignals
from duty_desktop.gui.logs import note, note_error
from duty_desktop.terms.findings import Finding, Severity
from duty_desktop.terms.stopping import Progress

if TYPE_CHECKING:
    from duty_desktop.gui.window import MainWindow

_Result = TypeVar("_Result")
BUT_INPUT = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents


class WindowJobs(QObject):
    """Runs jobs for a window. While one runs that looks at the worksheet, the worksheet is not edited.

    While work is waited for, events go on: what would meet a worksheet half changed comes after it.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._job: Job[object] | None = None
        self._since = 0.0
        self._holding = False  # the job keeps the worksheet from being edited
        self._holds = self._waits = 0
        self._late: list[Callable[[], None]] = []
        window.progress.appears.connect(self._step_aside)

    @property
    def is_running(self) -> bool:
        """Whether a job is at work, or work is waited for."""
        return self._job is not None or self.is_waiting

    @property
    def is_waiting(self) -> bool:
        """Whether the window waits for work, which may be changing the worksheet."""
        return self._waits > 0

    def when_free(self, act: Callable[[], None]) -> None:
        """Do something with the worksheet: now, or after the work that is waited for and what follows it."""
        if self.is_waiting or self._late:
            self._late.append(act)
        else:
            act()

    def run(
        self,
        what: str,
        work: Callable[[Progress], _Result],
        done: Callable[[_Result], None],
        *,
        holds_worksheet: bool = False,
    ) -> bool:
        """Start a job and hand its result to `done`; False when another one is at work."""
        if self._job is not None:
            return False
        job = Job(work)
        self._job = job  # type: ignore[assignment]
        self._since = monotonic()
        self._holding = holds_worksheet
        if holds_worksheet:
            self._hold(True)
        job.signals.progressed.connect(self._window.progress.show_progress)
        job.signals.done.connect(lambda result: self._finish(job, lambda: done(result)))
        job.signals.failed.connect(lambda error: self._finish(job, lambda: self.tell_failure(error)))
        self._window.progress.begin(what)
        if holds_worksheet:
            self.breathe()  # beside a thread the same painting takes twice as long
        job.start()
        return True

    def wait(self, work: Callable[[], _Result], *, large: bool) -> _Result:
        """Do work and come back with its result; large work beside the event loop, which goes on."""
        if not large:
            return work()
        self._hold(True)
        try:
            return self._in_thread(work, QEventLoop.ProcessEventsFlag.AllEvents)
        finally:
            self._hold(False)

    def beside(self, work: Callable[[], _Result]) -> _Result:
        """Do work in a thread and come back with its result.

        The window goes on painting meanwhile; keys and clicks wait, and none is lost.
        """
        return self._in_thread(work, BUT_INPUT)

    def breathe(self) -> None:
        """Let the window paint what was shown so far, in the midst of much that it is given to show.

        Keys and clicks wait, and none is lost.
        """
        self._waits += 1
        try:
            QCoreApplication.processEvents(BUT_INPUT)
        finally:
            self._end_wait()

    def cancel(self) -> None:
        """Stop the job at work and drop what it did."""
        if self._job is not None:
            self._job.cancel()
            self._end()

    def _step_aside(self) -> None:
        if self._job is not None:
            self._job.step_aside()

    def tell_failure(self, error: Exception) -> None:
        """Tell why a job failed; an error without a finding of its own is named as it is."""
        note_error(error)
        finding = getattr(error, "finding", None)
        if not isinstance(finding, Finding):
            finding = Finding(
                "unexpected-error",
                f"This did not work: {type(error).__name__}: {error}",
                "Nothing entered was lost. Help > Copy Diagnostics helps whoever looks into it.",
                Severity.ERROR,
                arguments=(("error", f"{type(error).__name__}: {error}"),),
            )
        findings = getattr(error, "findings", (finding,))  # a template may be wrong in many cells
        self._window.content.banner.show_findings(list(findings))

    def _in_thread(self, work: Callable[[], _Result], events: QEventLoop.ProcessEventsFlag) -> _Result:
        self.breathe()
        self._waits += 1
        try:
            return in_thread(work, events)
        finally:
            self._end_wait()

    def _end_wait(self) -> None:
        self._waits -= 1
        if self._late and not self._waits:
            QTimer.singleShot(0, self, self._do_late)

    def _do_late(self) -> None:
        """Do one thing in one turn of the loop, so that the window paints between them."""
        if not self._late or self.is_waiting:
            return
        act = self._late.pop(0)
        if self._late:
            QTimer.singleShot(0, self, self._do_late)  # before: what fails does not hold up the others
        act()

    def _finish(self, job: object, then: Callable[[], None]) -> None:
        def finish() -> None:
            if job is self._job:
                self._end()
                then()

        self.when_free(finish)

    def _end(self) -> None:
        note("job", seconds=round(monotonic() - self._since, 2))
        self._job = None
        self._window.progress.end()
        if self._holding:
            self._holding = False
            self._hold(False)

    def _hold(self, held: bool) -> None:
        before, self._holds = self._holds, self._holds + (1 if held else -1)
        if bool(before) != bool(self._holds):
            self._window.content.hold(held)


def in_thread(work: Callable[[], _Result], events: QEventLoop.ProcessEventsFlag) -> _Result:
    """Do work in a thread of its own while these events are handled; raises what it raised.

    Not in the pool, where it might have to wait for long work while the window takes no key.
    """
    loop, ended = QEventLoop(), JobSignals()
    ended.done.connect(loop.quit, Qt.ConnectionType.QueuedConnection)  # or the loop would miss it
    with ThreadPoolExecutor(1) as thread:
        future = thread.submit(work)
        future.add_done_callback(lambda _: ended.done.emit(None))
        loop.exec(events)
        return future.result()  # a program that quits ends the loop: then the work is waited for here
