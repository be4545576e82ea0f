"""No text of an invoice becomes markup, a link or a picture in the window; none is copied as a formula."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtGui import QGuiApplication, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QTextEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from duty_desktop.gui.content import Content
from duty_desktop.gui.window import MainWindow
from tests.gui.conftest import PATIENCE_MS, Open

PICTURE = '<img src="file://evil.invalid/share/x.png">'
LINK = '<a href="http://evil.invalid/">x</a>'
EVIL = f"<b>{PICTURE}{LINK}&lt;i&gt;"
FORMULA = "=HYPERLINK(1)"
ROWS = (
    ("Seller:", f"S{EVIL}", "", "Invoice No.:", f"N{EVIL}", "", ""),
    ("Buyer:", f"B{EVIL}", "", "Terms:", "FOB Nagoya", "", ""),
    ("Port of loading:", f"P{EVIL}", "", "Vessel:", f"V{EVIL}", "", ""),
    (),
    (
        "Part No.",
        "Description",
        "HTS Code",
        "Qty",
        "Unit",
        "Unit Price (USD)",
        "Amount (USD)",
        "Country of Origin",
    ),
    (FORMULA, f"D{EVIL}", "8708.30.5090", "2", f"U{EVIL}", "5", "10", f"O{EVIL}"),
    (f"I{EVIL}", FORMULA, f"H{EVIL}", "3", "PCS", "5", f"A{EVIL}", "Japan"),
    ("+1", "Bolt", "7318.15.2065", "4", "PCS", "5", "21", "Japan"),
    ("", f"Freight {EVIL}", "", "", "", "", "7", ""),
    ("", f"TOTAL {EVIL}", "", "", "", "", "999", ""),
)


def read_as_markup(text: str) -> bool:
    """Whether Qt, left to guess, would take a text with a payload in it for markup that is not escaped."""
    return Qt.mightBeRichText(text) and any(one in text for one in ('<img src="file', 'evil.invalid/">'))


def texts_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    """What a widget might show as rich text: (where, text)."""
    yield f"tip of {widget.objectName() or type(widget).__name__}", widget.toolTip()
    if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
        yield f"label {widget.objectName()} in {type(widget.parent()).__name__}", widget.text()
    if isinstance(widget, QMenu):
        for action in widget.actions():
            yield f"tip of the action {action.text()}", action.toolTip()


def model_tips(model: QAbstractItemModel) -> Iterator[tuple[str, str]]:
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            tip = model.index(row, column).data(Qt.ItemDataRole.ToolTipRole)
            yield f"tip of cell {row}, {column}", str(tip or "")


def leaks() -> list[str]:
    """Where a payload would be markup now."""
    found = []
    for widget in QApplication.allWidgets():
        told = list(texts_of(widget))
        model = getattr(widget, "model", None)
        if callable(model) and isinstance(model(), QAbstractItemModel):
            told += model_tips(model())
        found += [f"{where}: {text}" for where, text in told if read_as_markup(text)]
        if isinstance(widget, QTextEdit):
            page = widget.document().toHtml()
            if "<img" in page or 'href="http://evil' in page:
                found.append(f"page {widget.objectName()}")
    return found


@pytest.fixture
def evil(opened: Open, tmp_path: Path, qtbot: QtBot) -> Content:
    """An invoice with a payload in every text, also in its name, opened."""
    path = tmp_path / f"{EVIL.replace('/', '_')}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(ROWS)
    content = opened(path)
    content.session.set_lines("note", (0,), f"Note {EVIL}")
    qtbot.wait(1)
    return content


def test_no_text_of_an_invoice_is_markup_in_the_window(
    evil: Content, window: MainWindow, qtbot: QtBot
) -> None:
    table = evil.workspace.table
    assert len(evil.session.worksheet) == 3
    assert any(
        EVIL in str(table.model().index(row, column).data()) for row in range(3) for column in range(12)
    )
    evil.banner.more.setChecked(True)
    assert leaks() == []
    for row in range(3):
        table.selectRow(row)
        qtbot.wait(120)
        assert leaks() == []
    for name in ("shipment", "facts", "settings", "find-number", "to-source", "charts", "columns", "about"):
        evil.window.actions_[name].trigger()
        qtbot.wait(50)
        assert leaks() == []
        for dialog in QApplication.topLevelWidgets():
            if dialog is not window and dialog.isVisible() and hasattr(dialog, "reject"):
                dialog.reject()
    window.actions_.submenus["recent"].aboutToShow.emit()
    assert leaks() == []


def test_messages_about_a_file_are_no_markup(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / f"{EVIL.replace('/', '_')}.csv"
    path.write_text(f"Dear {EVIL},\nplease find our invoice.\n", encoding="utf-8")
    window.open_paths([path])
    qtbot.waitUntil(lambda: window.has_content and window.content.banner.isVisible(), timeout=PATIENCE_MS)
    assert leaks() == []
    assert "evil.invalid" in window.content.banner.first.text()
    window.start.show_recent([str(path)])
    QApplication.processEvents()
    assert leaks() == []


def test_copied_cells_are_no_formulas(evil: Content) -> None:
    evil.workspace.table.selectAll()
    evil.window.actions_["copy"].trigger()
    data = QGuiApplication.clipboard().mimeData()
    assert "<img" not in data.html()
    assert f">{FORMULA}<" in data.html(), "a cell formatted as text"
    cells = [cell for row in csv.reader(io.StringIO(data.text()), "excel-tab") for cell in row]
    assert f"'{FORMULA}" in cells
    assert not any(cell.startswith(("=", "+", "@")) for cell in cells)


def test_qt_would_take_the_payload_for_markup() -> None:
    assert read_as_markup(EVIL)
    assert not QToolTip.text()
