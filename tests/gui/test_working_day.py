"""One working day, by mouse and keys alone: from a crash in the morning to the report in the evening.

Each step has tests of its own elsewhere; this one holds them together in one window.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from duty_desktop.gui.content import Content
from duty_desktop.gui.preview.dialog import PreviewDialog
from duty_desktop.gui.program import Program
from duty_desktop.gui.window import MainWindow
from tests.gui.conftest import KANTO, PATIENCE_MS, click_cell, shown

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def key(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = CONTROL) -> None:
    """Press a key in whatever part of the window has the keyboard."""
    focus = QApplication.focusWidget()
    QTest.keyClick(window if focus is None else focus, key, modifier)
    QApplication.processEvents()


def kill_while_editing(config: Path) -> None:
    """Another start of the program opens the invoice, edits three lines, and loses its power."""
    command = [sys.executable, "-m", "tests.gui.crashing_window", str(KANTO)]
    environment = {**os.environ, "XDG_CONFIG_HOME": str(config)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "edited\n"
        process.send_signal(signal.SIGKILL)


def recover(window: MainWindow, qtbot: QtBot) -> Content:
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "recovery") is not None, timeout=PATIENCE_MS)
    box = window.findChild(QMessageBox, "recovery")
    assert isinstance(box, QMessageBox)
    QTest.keyClick(box, Qt.Key.Key_Return)
    content = window.content
    qtbot.waitUntil(lambda: content.session.is_open and not content.jobs.is_running, timeout=PATIENCE_MS)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE_MS)
    return content


def answer_by_digit(window: MainWindow, content: Content, digit: Qt.Key) -> None:
    key(window, Qt.Key.Key_2)
    assert content.workspace.questions.list.hasFocus()
    key(window, digit, Qt.KeyboardModifier.NoModifier)


def edit(window: MainWindow, content: Content, qtbot: QtBot, row: int, text: str) -> None:
    table = content.workspace.table
    key(window, Qt.Key.Key_1)
    click_cell(qtbot, table, row, "value")
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = next(one for one in table.findChildren(QLineEdit) if one.isVisible())
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(table, row, "value") == f"{int(text):,}.00")


def copy_the_brakes(window: MainWindow, content: Content, qtbot: QtBot) -> None:
    """Filter, select a block with the mouse, copy it."""
    table = content.workspace.table
    QTest.keyClicks(content.workspace.filter.words, "brake")
    qtbot.waitUntil(lambda: content.workspace.model.rowCount() == 6, timeout=PATIENCE_MS)
    key(window, Qt.Key.Key_1)
    click_cell(qtbot, table, 0, "hts")
    click_cell(qtbot, table, 1, "value", SHIFT)
    key(window, Qt.Key.Key_C)
    copied = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert copied[0][0] == "HTS number"
    assert [row[0] for row in copied[1:]] == ["8708.30.5040", "8708.30.5040"]
    assert copied[1][-1] == "17760.00"


def save_and_export(
    window: MainWindow, content: Content, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(folder / "day.duty"), ""))
    key(window, Qt.Key.Key_S)
    assert (folder / "day.duty").exists()
    assert not window.isWindowModified()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(folder / "day.xlsx"), ""))
    key(window, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: not content.jobs.is_running, timeout=PATIENCE_MS)
    assert len(openpyxl.load_workbook(folder / "day.xlsx", read_only=True).sheetnames) > 3


def pages_of_preview(window: MainWindow, qtbot: QtBot) -> int:
    seen: list[int] = []

    def look() -> None:
        dialog = window.findChild(PreviewDialog)
        if dialog is None or not dialog.isVisible():
            QTimer.singleShot(50, look)
            return
        seen.append(dialog.page.maximum())
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(50, look)
    key(window, Qt.Key.Key_P, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: bool(seen), timeout=PATIENCE_MS)
    return seen[0]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL and other folders")
def test_a_working_day(
    program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kill_while_editing(tmp_path / "config")
    window = program.new_window()
    window.resize(1600, 1000)
    content = recover(window, qtbot)
    table, session = content.workspace.table, content.session
    assert shown(table, 0, "value") == "5.00", "what was typed before the crash"
    assert len(session.questions[0].lines) == 33, "three lines were answered before the crash"

    answer_by_digit(window, content, Qt.Key.Key_1)
    assert session.questions == []
    assert content.workspace.questions.none_left.isVisible()

    edit(window, content, qtbot, 0, "17760")
    key(window, Qt.Key.Key_Z)
    assert shown(table, 0, "value") == "5.00"
    key(window, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert shown(table, 0, "value") == "17,760.00"
    assert content.workspace.totals.duty.text() == "63,497.35"

    copy_the_brakes(window, content, qtbot)
    save_and_export(window, content, qtbot, tmp_path, monkeypatch)
    assert pages_of_preview(window, qtbot) > 1

    program.set_language("ja")
    qtbot.waitUntil(lambda: shown(table, 0, "state") == "確定")
    assert "day" in window.windowTitle()
    assert window.close(), "nothing is left to save"
