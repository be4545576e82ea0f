"""A process with a window, watched from inside: when it is painted, and how long its loop stands still.

    python -m tests.benchmarks.window_probe empty          an empty window, until it is painted
    python -m tests.benchmarks.window_probe program        Duty Desktop, until its window is painted
    python -m tests.benchmarks.window_probe import FILE N  Duty Desktop opening FILE, until N lines are shown

Prints one line: "painted <nanoseconds since the epoch>" or "gap <longest standstill in seconds>".
The program itself is not changed for this: only QApplication.exec is wrapped.
"""

import sys
import time

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

HEARTBEAT_MS = 2
SETTLE_SECONDS = 2.0
_run_loop = QApplication.exec


class PaintWatch(QObject):
    """Ends the application as soon as a main window has been painted."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and top_level(watched):
            print("painted", time.time_ns(), flush=True)
            QApplication.exit(0)
        return False


class Heartbeat(QObject):
    """Measures the longest time between two turns of the event loop until `lines` are shown and settled."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.lines = lines
        self.longest = 0.0
        self.last = time.perf_counter()
        self.shown_at: float | None = None
        self.timer = QTimer(self)
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self.beat)
        self.timer.start(HEARTBEAT_MS)

    def beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self.last)
        if self.shown_at is None and shown_lines() >= self.lines:
            self.shown_at = now
        if self.shown_at is not None and now - self.shown_at > SETTLE_SECONDS:
            print("gap", self.longest, flush=True)
            self.timer.stop()
            QApplication.exit(0)
        self.last = time.perf_counter()


def top_level(watched: QObject) -> bool:
    return isinstance(watched, QMainWindow) and watched.isWindow() and watched.isVisible()


def shown_lines() -> int:
    tables = (view for window in QApplication.topLevelWidgets() for view in window.findChildren(QTableView))
    return max((view.model().rowCount() for view in tables if view.model() is not None), default=0)


def run_program(arguments: list[str]) -> None:
    from duty_desktop.__main__ import main

    sys.argv = ["duty-desktop", *arguments]
    main()


def watched_loop(mode: str, lines: int) -> int:
    application = QApplication.instance()
    if application is None:
        raise RuntimeError("the program runs a loop without an application")
    watch = PaintWatch() if mode != "import" else Heartbeat(lines)
    application.installEventFilter(watch)
    return _run_loop()


def main_probe(arguments: list[str]) -> None:
    mode = arguments[0]
    lines = int(arguments[2]) if mode == "import" else 0
    QApplication.exec = lambda *_: watched_loop(mode, lines)  # type: ignore[method-assign]
    if mode == "empty":
        application = QApplication([])
        window = QMainWindow()
        window.show()
        application.exec()
    else:
        run_program(arguments[1:2] if mode == "import" else [])


if __name__ == "__main__":
    main_probe(sys.argv[1:])
