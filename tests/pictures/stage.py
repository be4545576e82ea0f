"""One running program for pictures: without a screen, with settings of its own, on a fixed day."""

import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QThreadPool, QTimer
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from duty_desktop.gui import settings
from duty_desktop.gui.content import Content
from duty_desktop.gui.models.lines_model import MOVED_MS
from duty_desktop.gui.program import Program
from duty_desktop.gui.window import MainWindow

ENTRY_DATE = date(2026, 11, 23)
_PATIENCE_MS = 60_000


class Stage:
    """Shows windows and takes their pictures."""

    def __init__(self, language: str, appearance: str) -> None:
        existing = QApplication.instance()
        application = existing if isinstance(existing, QApplication) else QApplication(["pictures"])
        application.setApplicationName(settings.APPLICATION)
        home = tempfile.mkdtemp(prefix="duty-desktop-pictures-")
        os.environ["XDG_DATA_HOME"] = home
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, home)
        settings.store().clear()
        settings.LANGUAGE.set(language)
        settings.APPEARANCE.set(appearance)
        settings.IMPORTER_NAME.set("Pacific Bearing & Parts LLC")
        self.program = Program(application)

    def window(self, width: int, height: int) -> MainWindow:
        """An empty window that is ready."""
        window = self.program.new_window()
        window.resize(width, height)
        wait_until(lambda: window.has_content)
        return window

    def content(self, window: MainWindow, path: Path) -> Content:
        """Open a file in a window."""
        window.open_paths([path])
        content = window.content
        wait_until(lambda: content.session.is_open and not content.jobs.is_running)
        content.session.set_shipment(replace(content.session.worksheet.shipment, entry_date=ENTRY_DATE))
        content.session.undo.clear()
        settle()
        content.kept_label.clear()  # it names the time of day
        return content

    def close(self) -> None:
        """Close every window without a question."""
        for window in list(self.program.windows()):
            if window.has_content:
                window.content.session.undo.setClean()
            window.close()
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()


def wait_until(condition: Callable[[], bool]) -> None:
    """Let the program go on until the condition holds."""
    loop, look, late = QEventLoop(), QTimer(interval=20), QTimer(singleShot=True, interval=_PATIENCE_MS)
    look.timeout.connect(lambda: loop.quit() if condition() else None)
    late.timeout.connect(lambda: loop.exit(1))
    look.start()
    late.start()
    if not condition() and loop.exec():  # unlike QTest.qWait it leaves Python to the program's threads
        raise TimeoutError("the window did not come so far")


def settle() -> None:
    """Wait until nothing is marked as moved any more."""
    QTest.qWait(MOVED_MS + 100)


def picture(widget: QWidget) -> QImage:
    """What a widget shows, with the dialogs that stand over it."""
    QApplication.processEvents()
    image = widget.grab().toImage()
    painter = QPainter(image)
    for dialog in widget.findChildren(QDialog):
        if dialog.isVisible():
            place = dialog.mapToGlobal(dialog.rect().topLeft()) - widget.mapToGlobal(widget.rect().topLeft())
            painter.drawPixmap(place, dialog.grab())
    painter.end()
    return image


def save(image: QImage, path: Path) -> None:
    """Write a picture as PNG, as small as it gets."""
    path.parent.mkdir(parents=True, exist_ok=True)
    writer = QImageWriter(str(path), b"png")
    writer.setCompression(100)
    if not writer.write(image.convertToFormat(QImage.Format.Format_RGB888)):
        raise OSError(f"{path} was not written: {writer.errorString()}")


def active_dialog(window: MainWindow) -> QDialog:
    """The dialog that stands over a window."""
    wait_until(lambda: any(one.isVisible() for one in window.findChildren(QDialog)))
    QGuiApplication.processEvents()
    return next(one for one in window.findChildren(QDialog) if one.isVisible())
