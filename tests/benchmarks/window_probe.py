"""A process with a window, watched from inside: when it is painted, and how long its loop stands still.

    python -m tests.benchmarks.window_probe empty          an empty window, until it is painted
    python -m tests.benchmarks.window_probe program        Duty Desktop, until its window is painted
    python -m tests.benchmarks.window_probe import FILE N  Duty Desktop, at rest, with FILE dropped onto it,
                                                           until N lines are shown

Prints one line: "painted <nanoseconds since the epoch>", or "gaps <seconds> <seconds>": the longest
standstill of the event loop from its start until the window is at rest, and from the drop until the
lines are shown and the window is at rest again. The program itself is not changed for this: only
QApplication.exec is wrapped.
"""

import sys
import time

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

HEARTBEAT_MS = 2
SETTLE_SECONDS = 2.0
RESTLESS_SECONDS = 0.05
_run_loop = QApplication.exec


class PaintWatch(QObject):
    """Ends the application as soon as a main window has been painted."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and top_level(watched):
            print("painted", time.time_ns(), flush=True)
            QApplication.exit(0)
        return False


class Heartbeat(QObject):
    """Drops a file onto the settled window and measures the longest standstill before and after."""

    def __init__(self, file: str, lines: int) -> None:
        super().__init__()
        self.file = file
        self.lines = lines
        self.longest = 0.0
        self.before_drop: float | None = None
        self.last = self.unsettled_at = time.perf_counter()
        self.timer = QTimer(self)
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self.beat)
        self.timer.start(HEARTBEAT_MS)

    def beat(self) -> None:
        now = time.perf_counter()
        gap = now - self.last
        self.longest = max(self.longest, gap)
        waiting = self.before_drop is not None and shown_lines() < self.lines
        if gap > RESTLESS_SECONDS or waiting:
            self.unsettled_at = now
        if now - self.unsettled_at > SETTLE_SECONDS:
            self.settled()
        self.last = time.perf_counter()

    def settled(self) -> None:
        if self.before_drop is None:
            self.before_drop, self.longest = self.longest, 0.0
            drop(self.file)
            return
        print("gaps", self.before_drop, self.longest, flush=True)
        self.timer.stop()
        QApplication.exit(0)


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
        watch = PaintWatch() if mode != "import" else Heartbeat(arguments[0], int(arguments[1]))
        return watched_loop(watch)

    QApplication.exec = loop  # type: ignore[method-assign]
    if mode == "empty":
        show_empty_window()
    else:
        show_program()


if __name__ == "__main__":
    probe(*sys.argv[1:])
