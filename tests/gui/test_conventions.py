"""Habits of desktop programs that no other file is about (docs/desktop-checklist.md)."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from duty_desktop.gui.models.columns import PLACES
from duty_desktop.gui.program import Program
from duty_desktop.gui.settings import RECENT_FILES, remember_file
from duty_desktop.gui.window import MainWindow
from tests.gui.conftest import KANTO, PATIENCE_MS, Open, click_cell, shown

ROOT = Path(__file__).parents[2]
CHECKLIST = ROOT / "docs" / "desktop-checklist.md"


def commit(widget: QLineEdit, words: str) -> None:
    """What an input method hands over when the person accepts its proposal."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(widget, event)


def test_recent_files_are_ten_missing_ones_grey_and_the_list_can_be_cleared(
    window: MainWindow, tmp_path: Path
) -> None:
    for number in range(12):
        path = tmp_path / f"{number}.xlsx"
        if number != 11:
            path.write_bytes(b"")
        remember_file(str(path))
    menu = window.actions_.submenus["recent"]
    menu.aboutToShow.emit()
    files = [action for action in menu.actions() if action.text().endswith(".xlsx")]
    assert [action.text() for action in files] == [f"{number}.xlsx" for number in range(11, 1, -1)]
    assert not files[0].isEnabled(), "it is not there any more"
    assert files[1].isEnabled()
    menu.actions()[-1].trigger()
    assert RECENT_FILES.get() == []


def test_the_window_comes_back_where_it_was_and_never_off_the_screen(program: Program, qtbot: QtBot) -> None:
    first = program.new_window()
    first.setGeometry(QRect(40, 50, 700, 500))
    first.close()
    again = program.new_window()
    assert (again.height(), again.y()) == (500, first.y())
    again.setGeometry(QRect(9_000, 9_000, 700, 500))
    again.close()
    third = program.new_window()
    assert QGuiApplication.primaryScreen().availableGeometry().intersects(third.frameGeometry())


def test_an_input_method_writes_into_filter_find_and_cells(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    table, words = content.workspace.table, content.workspace.filter.words
    commit(words, "消音器")
    qtbot.waitUntil(lambda: content.workspace.model.rowCount() == 0, timeout=PATIENCE_MS)
    QTest.keyClick(words, Qt.Key.Key_Escape)
    click_cell(qtbot, table, 0, "description")
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = next(one for one in table.findChildren(QLineEdit) if one.isVisible())
    editor.selectAll()
    commit(editor, "ブレーキパッド")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(table, 0, "description") == "ブレーキパッド")


def test_tab_in_an_editor_goes_to_the_next_cell(opened: Open, qtbot: QtBot) -> None:
    table = opened().workspace.table
    click_cell(qtbot, table, 0, "description")
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = next(one for one in table.findChildren(QLineEdit) if one.isVisible())
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: table.currentIndex().column() == PLACES["value"])
    assert table.currentIndex().row() == 0


def test_a_long_path_is_cut_in_its_middle_and_whole_in_its_tip(window: MainWindow, tmp_path: Path) -> None:
    folder = tmp_path / ("a long name of a folder " * 4) / "2026"
    folder.mkdir(parents=True)
    remember_file(str(folder / "invoice.xlsx"))
    window.start.show_recent(RECENT_FILES.get())
    note = next(
        one for one in window.start.findChildren(QLabel) if "…" in one.text() and "2026" in one.text()
    )
    assert note.text().startswith(str(tmp_path)[:4])
    assert note.toolTip() == str(folder / "invoice.xlsx")


def test_a_file_that_is_open_elsewhere_is_read_and_never_written(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "invoice.xlsx"
    path.write_bytes(KANTO.read_bytes())
    path.chmod(0o444)
    before = path.stat().st_mtime_ns
    with path.open("rb"):
        content = opened(path)
    content.session.set_lines("amount", (0,), "5")
    assert (path.stat().st_mtime_ns, path.read_bytes()) == (before, KANTO.read_bytes())


@pytest.mark.parametrize("kind", ["items", "tests"])
def test_the_checklist_is_whole_and_names_tests_that_exist(kind: str) -> None:
    text = CHECKLIST.read_text(encoding="utf-8")
    if kind == "items":
        assert [int(number) for number in re.findall(r"^\| (\d+) \|", text, re.MULTILINE)] == list(
            range(1, 59)
        )
    named = set(re.findall(r"`(test_\w+)`", text))
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    there = set(re.findall(r"^def (test_\w+)", sources, re.MULTILINE))
    there |= {path.stem for path in (ROOT / "tests").rglob("test_*.py")}
    assert named - there == set()
    assert len(named) > 40
