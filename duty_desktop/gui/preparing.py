"""What a window does right after it is shown: load the program's own modules and the law beside the loop."""

from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

from duty_desktop.gui.jobs.job import Job, Progress

if TYPE_CHECKING:
    from duty_desktop.gui.window import MainWindow


def prepare(window: "MainWindow") -> None:
    """Start loading; when it is done the window shows the law's as-of date and is ready."""
    job = Job(_load)
    window.preparation = job
    job.signals.done.connect(lambda known: _finish(window, known))
    job.signals.failed.connect(window.tell_failure)
    job.start()


def _load(_: Progress) -> date:
    """Load in this thread what the window's thread then finds loaded; a third of a second."""
    import_module("duty_desktop.gui.content")
    from duty_desktop.gui.jobs.law_shelf import the_law

    return the_law().schedule_as_of


def _finish(window: "MainWindow", known: date) -> None:
    window.start.show_law(known)
    window.be_ready()
