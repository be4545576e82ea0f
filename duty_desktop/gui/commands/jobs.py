"""Long work of one window: one job at a time, with progress, Cancel, and errors told in words."""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEventLoop, QObject

from duty_desktop.gui.jobs.job import Job, Progress
from duty_desktop.gui.logs import note, note_error
from duty_desktop.terms.findings import Finding, Severity

if TYPE_CHECKING:
    from duty_desktop.gui.window import MainWindow

_Result = TypeVar("_Result")


class WindowJobs(QObject):
    """Runs jobs for a window. While one runs that looks at the worksheet, the worksheet is not edited."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._job: Job[object] | None = None
        self._since = 0.0

    @property
    def is_running(self) -> bool:
        """Whether a job is at work."""
        return self._job is not None

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
        self._hold(holds_worksheet)
        job.signals.progressed.connect(self._window.progress.show_progress)
        job.signals.done.connect(lambda result: self._finish(job, lambda: done(result)))
        job.signals.failed.connect(lambda error: self._finish(job, lambda: self.tell_failure(error)))
        self._window.progress.begin(what)
        job.start()
        return True

    def wait(self, work: Callable[[], _Result], *, large: bool) -> _Result:
        """Do work and come back with its result; large work beside the event loop, which goes on."""
        if not large:
            return work()
        self._hold(True)
        try:
            return in_thread(work, QEventLoop.ProcessEventsFlag.AllEvents)
        finally:
            self._hold(False)

    def cancel(self) -> None:
        """Stop the job at work and drop what it did."""
        if self._job is not None:
            self._job.cancel()
            self._end()

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

    def _finish(self, job: object, then: Callable[[], None]) -> None:
        if job is self._job:
            self._end()
            then()

    def _end(self) -> None:
        note("job", seconds=round(monotonic() - self._since, 2))
        self._job = None
        self._window.progress.end()
        self._hold(False)

    def _hold(self, held: bool) -> None:
        if self._window.has_content:
            self._window.content.hold(held)


def beside(work: Callable[[], _Result]) -> _Result:
    """Do work in a thread and come back with its result.

    The window goes on painting meanwhile; keys and clicks wait, and none is lost.
    """
    return in_thread(work, QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


def in_thread(work: Callable[[], _Result], events: QEventLoop.ProcessEventsFlag) -> _Result:
    """Do work in a thread while these events are handled; raises what it raised."""
    outcome: list[_Result] = []
    failure: list[Exception] = []
    loop = QEventLoop()
    job = Job(lambda _: work())
    for told, kept in ((job.signals.done, outcome), (job.signals.failed, failure)):
        told.connect(kept.append)
        told.connect(loop.quit)
    job.start()
    loop.exec(events)
    if failure:
        raise failure[0]
    return outcome[0]
