"""The window's entry: an application object, the first window, and only then the rest."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QThreadPool, Signal
from PySide6.QtWidgets import QApplication

from duty_desktop import __version__
from duty_desktop.gui.settings import APPLICATION

if TYPE_CHECKING:  # Qt's binding makes a type when it is first imported: not before the window is shown
    from PySide6.QtCore import QEvent


class Application(QApplication):
    """`asked(list[Path])`: macOS wants files opened that were clicked or dropped on the program's icon."""

    asked = Signal(object)

    def event(self, event: "QEvent") -> bool:
        """Take a file that macOS names: it does so by an event, not by an argument."""
        if event.type() == event.Type.FileOpen:
            self.asked.emit([Path(event.file())])  # type: ignore[attr-defined]
            return True
        return super().event(event)


def main(paths: Sequence[str | Path]) -> int:
    """Open the window with the files named, and return the exit code when all windows are closed."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, Application) else Application(sys.argv[:1])
    application.setApplicationName(APPLICATION)
    application.setApplicationDisplayName(APPLICATION)
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("duty-desktop")
    from duty_desktop.gui.handover import take_over
    from duty_desktop.gui.interpreter import Interpreter
    from duty_desktop.gui.program import Program

    running = take_over([Path(path) for path in paths])
    if running is None:
        return 0
    interpreter, program = Interpreter(application), Program(application)
    running.asked.connect(program.open_beside)
    application.asked.connect(program.open_beside)
    sys.excepthook = program.tell_unexpected
    window = program.new_window()
    window.when_ready(running.watch, fills=False)
    window.when_ready(_begin_log, fills=False)
    if paths:
        window.open_paths([Path(path) for path in paths])
    code = application.exec()
    QThreadPool.globalInstance().waitForDone()  # what still runs was cancelled and ends within a second
    running.end()
    interpreter.end()
    return code


def _begin_log() -> None:
    from duty_desktop.gui.logs import begin_log  # not before the window is shown

    begin_log()
