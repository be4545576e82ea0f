"""The real window, driven by mouse and keys, without a screen and away from the user's own settings."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, QStandardPaths, Qt, QThreadPool
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from duty_desktop.gui.content import Content
from duty_desktop.gui.jobs.law_shelf import LawShelf
from duty_desktop.gui.models.columns import PLACES
from duty_desktop.gui.program import Program
from duty_desktop.gui.texts import ENGLISH, speak
from duty_desktop.gui.views.lines_table import LinesTable
from duty_desktop.gui.window import MainWindow
from duty_desktop.tariff.law import Law
from duty_desktop.terms.resources import resource_folder

KANTO = resource_folder() / "samples" / "kanto-auto-parts-2026-1187.xlsx"
ITO = resource_folder() / "samples" / "ito-shoji-2026-0412.xlsx"
MIXED = resource_folder() / "samples" / "mixed-vehicles-freight-discount.xlsx"
PATIENCE_MS = 20_000
Open = Callable[..., Content]


@pytest.fixture
def program(
    qapp: QApplication, law: Law, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    """The program with fresh settings; its windows are closed without questions."""
    ini, user = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    QSettings.setPath(ini, user, str(tmp_path / "settings"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    QStandardPaths.setTestModeEnabled(False)
    speak(ENGLISH)
    running = Program(qapp, LawShelf(lambda: law))
    yield running
    for window in list(running.windows()):
        if window.has_content:
            window.content.jobs.cancel()
            window.content.session.undo.setClean()
        window.close()
    QThreadPool.globalInstance().waitForDone()
    qapp.processEvents()
    running.set_language(ENGLISH)  # takes its translators away: they would answer in the next test
    running.deleteLater()
    # Qt's offscreen platform frees copied data a second time when the process ends; no other platform does.
    QGuiApplication.clipboard().clear()
    qapp.processEvents()


@pytest.fixture
def window(program: Program, qtbot: QtBot) -> MainWindow:
    """An empty window that is ready."""
    made = program.new_window()
    made.resize(1600, 1000)
    qtbot.waitUntil(lambda: made.has_content, timeout=PATIENCE_MS)
    return made


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> Open:
    """Open a file in the window and wait until its lines are shown."""

    def open_file(path: Path = KANTO) -> Content:
        window.open_paths([path])
        content = window.content
        qtbot.waitUntil(lambda: content.session.is_open and not content.jobs.is_running, timeout=PATIENCE_MS)
        QApplication.processEvents()
        return content

    return open_file


def cell(table: LinesTable, row: int, column: str) -> QPoint:
    """The middle of a cell, in the table's viewport."""
    return table.visualRect(table.model().index(row, PLACES[column])).center()


def click_cell(
    qtbot: QtBot,
    table: LinesTable,
    row: int,
    column: str,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Click a cell."""
    table.scrollTo(table.model().index(row, PLACES[column]))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, modifier, cell(table, row, column))


def shown(table: LinesTable, row: int, column: str) -> str:
    """What a cell shows."""
    return str(table.model().index(row, PLACES[column]).data())
