"""Tables from the clipboard as invoices, and workbooks that need a password."""

from io import BytesIO
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from duty_desktop.gui.window import MainWindow
from tests.gui.conftest import MIXED, PATIENCE_MS, Open
from tests.gui.test_opening import press, wait_for_lines

TABLE = (
    "品名\tHSコード\t原産国\t数量\t金額（円）\n"
    "六角ボルト\t7318.15.2065\t日本\t1,000\t12,000\n"
    "座金\t7318.22.0000\t日本\t500\t1,500\n"
)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def test_cells_pasted_into_the_empty_window_become_a_shipment(window: MainWindow, qtbot: QtBot) -> None:
    copy(TABLE)
    QTest.keyClick(window, Qt.Key.Key_V, CONTROL)
    wait_for_lines(qtbot, window, 2)
    content = window.content
    assert content.session.worksheet.table.amount_e4 == [120_000_000, 15_000_000]
    assert content.sources[0].content == TABLE.encode()
    assert content.session.worksheet.readings[0].file_name == "Pasted table.tsv"


def test_cells_pasted_as_an_invoice_can_join_the_shipment(
    opened: Open, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = opened(MIXED)
    press(monkeypatch, "Add to This Shipment")
    copy(TABLE)
    QTest.keyClick(content.workspace.table, Qt.Key.Key_V, CONTROL | SHIFT)
    wait_for_lines(qtbot, window, 17 + 2)
    assert len(content.sources) == 2


def test_cells_pasted_as_an_invoice_can_open_another_window(
    opened: Open, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(MIXED)
    press(monkeypatch, "Open in Another Window")
    copy(TABLE)
    window.actions_["paste-invoice"].trigger()
    qtbot.waitUntil(lambda: len(list(window.program.windows())) == 2, timeout=PATIENCE_MS)
    wait_for_lines(qtbot, list(window.program.windows())[1], 2)


def test_an_empty_clipboard_is_told(window: MainWindow) -> None:
    QGuiApplication.clipboard().clear()
    window.actions_["paste-invoice"].trigger()
    assert "no table on the clipboard" in window.statusBar().currentMessage()


def test_words_without_a_table_are_told_and_the_window_stays(window: MainWindow, qtbot: QtBot) -> None:
    copy("Dear Sirs,\nplease find attached")
    window.actions_["paste-invoice"].trigger()
    qtbot.waitUntil(window.content.banner.isVisible, timeout=PATIENCE_MS)
    assert "No table of goods" in window.content.banner.first.text()
    assert not window.content.session.is_open


def protected(path: Path) -> Path:
    with path.open("wb") as file:
        OOXMLFile(BytesIO(MIXED.read_bytes())).encrypt("himitsu", file)
    return path


def test_a_protected_workbook_asks_for_its_password_until_it_opens(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(_parent: object, _title: str, label: str, _mode: object) -> tuple[str, bool]:
        asked.append(label)
        return ("wrong", "himitsu")[len(asked) - 1], True

    monkeypatch.setattr(QInputDialog, "getText", answer)
    window.open_paths([protected(tmp_path / "secret.xlsx")])
    wait_for_lines(qtbot, window, 17)
    assert "is protected by a password" in asked[0]
    assert "does not open" in asked[1]


def test_giving_up_the_password_tells_how_to_do_without(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("", False))
    window.open_paths([protected(tmp_path / "secret.xlsx")])
    qtbot.waitUntil(window.content.banner.isVisible, timeout=PATIENCE_MS)
    assert "clear the password and save" in window.content.banner.first.text()
