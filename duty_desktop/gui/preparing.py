"""What a window does right after it is shown: load the law beside the event loop, then the commands."""

from datetime import date
from typing import TYPE_CHECKING

from duty_desktop.gui.jobs.job import Job, Progress

if TYPE_CHECKING:
    from duty_desktop.gui.window import MainWindow


def prepare(window: "MainWindow") -> None:
    """Start loading; when it is done the window shows the law's as-of date and is ready at once."""
    job = Job(_load)
    window.preparation = job
    job.signals.done.connect(lambda known: _show(window, known))
    job.signals.failed.connect(window.tell_failure)
    job.start()


def _load(_: Progress) -> date:
    """Load the law; importing its modules is most of the time and happens in this thread too."""
    from duty_desktop.gui.jobs.law_shelf import the_law

    return the_law().schedule_as_of


def _show(window: "MainWindow", known: date) -> None:
    window.start.show_law(known)
