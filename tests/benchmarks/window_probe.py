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
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from tests.benchmarks.window_steps import Step, at_rest, steps_of_work, top_level

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
        if gap > RESTLESS_SECONDS or not at_rest(self.step.lines):
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
