"""What a window does right after it is shown: load the program's own modules and the law beside the loop."""

from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

from duty_desktop.gui.jobs.job import Job
from duty_desktop.terms.stopping import Progress

if TYPE_CHECKING:
    from duty_desktop.document import LeftBehind
    from duty_desktop.gui.jobs.law_shelf import LawShelf
    from duty_desktop.gui.window import MainWindow


@dataclass(frozen=True, slots=True)
class Prepared:
    """What was found: the day to which the law is known, and what a crash left behind."""

    known_to: date
    left_behind: "LeftBehind"


def prepare(window: "MainWindow", *, first: bool) -> None:
    """Start loading; when it is done the window is ready. Only the first one looks for what a crash left."""
    laws = window.program.laws

    def work(_: Progress) -> Prepared:
        return _load(laws, first)

    def finish(prepared: Prepared) -> None:
        window.preparation = None  # it holds the window
        window.start.show_law(prepared.known_to)
        window.be_ready()
        found = prepared.left_behind
        if found.findings:
            window.content.banner.show_findings(found.findings)
        if found.recoveries:
            from duty_desktop.gui.recovering import offer

            offer(window, found.recoveries)

    job = Job(work)
    window.preparation = job
    job.signals.done.connect(finish)
    job.signals.failed.connect(window.tell_failure)
    job.start()


def _load(laws: "LawShelf", first: bool) -> Prepared:
    """Load in this thread what the window's thread then finds loaded; a third of a second."""
    import_module("duty_desktop.gui.content")
    from duty_desktop.document import LeftBehind, recoverable
    from duty_desktop.gui.folders import recovery_folder
    from duty_desktop.terms.scratch import remove_abandoned

    known_to = laws.law().schedule_as_of
    if not first:
        return Prepared(known_to, LeftBehind())
    remove_abandoned()
    return Prepared(known_to, recoverable(recovery_folder()))
