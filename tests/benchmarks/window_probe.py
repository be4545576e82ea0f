"""A process with a window, watched from inside: when it is painted, and how long its loop stands still.

    python -m tests.benchmarks.window_probe empty        an empty window, until it is painted
    python -m tests.benchmarks.window_probe program      Duty Desktop, until its window is painted
    python -m tests.benchmarks.window_probe work FILE N  Duty Desktop with FILE of N lines: dropped onto it,
                                                         rated for another day, edited, sorted, scrolled

Prints "painted <nanoseconds since the epoch>", or for each piece of work "gap <seconds> <its name>": the
longest time between two turns of the event loop from its beginning until the window is at rest again.
The program itself is not changed for this: only QApplication.exec is wrapped.
"""

import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

if TYPE_CHECKING:
    from duty_desktop.gui.content import Content

HEARTBEAT_MS = 2
SETTLE_SECONDS = 1.0
RESTLESS_SECONDS = 0.05
_run_loop = QApplication.exec


class PaintWatch(QObject):
    """Ends the application as soon as a main window has been painted."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and top_level(watched):
            print("painted", time.time_ns(), flush=True)
            QApplication.exit(0)
        return False


@dataclass(frozen=True)
class Step:
    """A piece of work: its name, how it begins, and how many lines are shown when it is done."""

    name: str
    begin: Callable[[], object]
    lines: int = 0


class Heartbeat(QObject):
    """Does one step after the other in the settled window, and measures the longest standstill of each."""

    def __init__(self, steps: Sequence[Step]) -> None:
        super().__init__()
        self.steps = list(steps)
        self.step = Step("the window comes up", lambda: None)
        self.longest = 0.0
        self.last = self.unsettled_at = time.perf_counter()
        self.timer = QTimer(self)
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self.beat)
        self.timer.start(HEARTBEAT_MS)

    def beat(self) -> None:
        now = time.perf_counter()
        gap = now - self.last
        self.longest = max(self.longest, gap)
        if gap > RESTLESS_SECONDS or shown_lines() < self.step.lines:
            self.unsettled_at = now
        if now - self.unsettled_at > SETTLE_SECONDS:
            self.settled()
        self.last = time.perf_counter()

    def settled(self) -> None:
        print("gap", self.longest, self.step.name, flush=True)
        if not self.steps:
            os._exit(0)  # what was changed is not to be saved
        self.step, self.longest = self.steps.pop(0), 0.0
        self.unsettled_at = time.perf_counter()
        QTimer.singleShot(0, self, self.step.begin)


def steps_of_work(file: str, lines: int) -> Sequence[Step]:
    """What a person does with a large shipment."""

    def content() -> "Content":
        return next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)).content

    def enter_another_day() -> None:
        session = content().session
        session.set_shipment(replace(session.worksheet.shipment, entry_date=date(2025, 6, 10)))

    def declare() -> None:
        content().session.set_lines("fact:passenger_vehicle_part", range(lines // 2), "yes")

    def undo() -> None:
        content().session.undo.undo()

    def sort() -> None:
        content().workspace.table.sortByColumn(PLACES["duty"], Qt.SortOrder.DescendingOrder)

    def scroll() -> None:
        bar = content().workspace.table.verticalScrollBar()
        for turn in range(200):
            QTimer.singleShot(turn * 5, bar, lambda turn=turn: bar.setValue(bar.maximum() * turn // 200))

    def filter_words() -> None:
        content().workspace.show_filter(LineFilter(text="steel"))

    from duty_desktop.gui.models.columns import PLACES
    from duty_desktop.gui.models.line_order import LineFilter
    from duty_desktop.gui.window import MainWindow

    return (
        Step("opening", lambda: drop(file), lines),
        Step("re-rating for another day", enter_another_day, lines),
        Step("declaring a fact on half of the lines", declare, lines),
        Step("undoing that", undo, lines),
        Step("sorting by duty", sort),
        Step("scrolling from end to end", scroll),
        Step("filtering by a word", filter_words),
    )


def drop(file: str) -> None:
    """What the system does when a person drops a file onto the middle of the window."""
    window = next(window for window in QApplication.topLevelWidgets() if top_level(window))
    middle = window.rect().center()
    target = window.childAt(middle) or window
    place = target.mapFrom(window, middle)
    goods = QMimeData()
    goods.setUrls([QUrl.fromLocalFile(file)])
    how = (Qt.DropAction.CopyAction, goods, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(target, QDragEnterEvent(place, *how))
    QApplication.sendEvent(target, QDropEvent(place.toPointF(), *how))


def top_level(watched: QObject) -> bool:
    return isinstance(watched, QMainWindow) and watched.isWindow() and watched.isVisible()


def shown_lines() -> int:
    tables = (view for window in QApplication.topLevelWidgets() for view in window.findChildren(QTableView))
    return max((view.model().rowCount() for view in tables if view.model() is not None), default=0)


def watched_loop(watch: QObject) -> int:
    """The application's loop; `watch` must live as long as it.

    It looks at the main windows alone: every event of every widget passing through Python would cost a
    program with many widgets more than the empty window it is compared with.
    """
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QMainWindow):
            window.installEventFilter(watch)
    return _run_loop()


def show_empty_window() -> None:
    application = QApplication([])
    window = QMainWindow()
    window.show()
    application.exec()


def show_program() -> None:
    from duty_desktop.__main__ import main

    sys.argv = ["duty-desktop"]
    main()


def probe(mode: str, *arguments: str) -> None:
    def loop(*_: object) -> int:
        if mode != "work":
            return watched_loop(PaintWatch())
        return watched_loop(Heartbeat(steps_of_work(arguments[0], int(arguments[1]))))

    QApplication.exec = loop  # type: ignore[method-assign]
    if mode == "empty":
        show_empty_window()
    else:
        show_program()


if __name__ == "__main__":
    probe(*sys.argv[1:])
