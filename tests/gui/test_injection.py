"""No text of an invoice becomes markup, a link or a picture in the window; none is copied as a formula."""

import csv
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QTimer
from PySide6.QtGui import QGuiApplication, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QGroupBox,
    QLabel,
    QMenu,
    QTabBar,
    QTextEdit,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from duty_desktop.document import DocumentError, SourceFile, open_document, save_document
from duty_desktop.estimate.shipment import Shipment
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.gui.content import Content
from duty_desktop.gui.jobs.source_sheets import on_disk
from duty_desktop.gui.models.column_filter import ColumnFilter
from duty_desktop.gui.models.line_order import LineFilter
from duty_desktop.gui.window import MainWindow
from duty_desktop.invoice import read_invoice
from duty_desktop.tariff.law import Law
from tests.gui.conftest import KANTO, PATIENCE_MS, Open

PICTURE = '<img src="file://evil.invalid/share/x.png">'
LINK = '<a href="http://evil.invalid/">x</a>'
EVIL = f"<b>{PICTURE}{LINK}&lt;i&gt;&ZZ[*]\u202e\x1b%s{{0}}"
FORMULA = "=HYPERLINK(1)"
LOOKED_AT = (
    *(
        "shipment",
        "facts",
        "settings",
        "find-number",
        "find-numbers",
        "parts-book",
        "filter-column",
        "to-source",
    ),
    *("to-questions", "to-explanation", "schedule", "charts", "guide", "keys", "limits", "about"),
)
TOP = QModelIndex()
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
    name = widget.objectName() or type(widget).__name__
    yield f"tip of {name}", widget.toolTip()
    yield f"help of {name}", widget.whatsThis()
    if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
        yield f"label {widget.objectName()} in {type(widget.parent()).__name__}", widget.text()
    if isinstance(widget, QTabBar):
        yield from ((f"tip of the tab {place}", widget.tabToolTip(place)) for place in range(widget.count()))
    for action in widget.actions():
        yield f"tip of the action {action.text()}", action.toolTip()
        yield f"help of the action {action.text()}", action.whatsThis()


def names_of(widget: QWidget) -> Iterator[str]:
    """Texts in which "&" makes a key of the letter behind it."""
    if isinstance(widget, QAbstractButton):
        yield widget.text()
    if isinstance(widget, QGroupBox | QMenu):
        yield widget.title()
    if isinstance(widget, QTabBar):
        yield from map(widget.tabText, range(widget.count()))
    if isinstance(widget, QLabel) and widget.buddy() is not None:
        yield widget.text()
    yield from (action.text() for action in widget.actions())


def read_aloud(widget: QWidget) -> Iterator[str]:
    """Texts for people who do not see, which are never markup."""
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.statusTip()


def model_tips(model: QAbstractItemModel, parent: QModelIndex = TOP) -> Iterator[tuple[str, str]]:
    # Qt does not tell the columns of a list.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            cell = model.index(row, column, parent)
            for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole):
                yield f"tip of cell {row}, {column}", str(cell.data(role) or "")
        if not isinstance(model, QAbstractListModel):
            yield from model_tips(model, model.index(row, 0, parent))


def leaks() -> list[str]:
    """Where a payload would be markup now."""
    found = []
    for widget in QApplication.allWidgets():
        told = list(texts_of(widget))
        model = getattr(widget, "model", None)
        if callable(model) and isinstance(model(), QAbstractItemModel):
            told += model_tips(model())
        found += [f"{where}: {text}" for where, text in told if read_as_markup(text)]
        found += [f"key: {text}" for text in names_of(widget) if "&ZZ" in text.replace("&&", "")]
        found += [f"aloud: {text}" for text in read_aloud(widget) if "&amp;lt;" in text]
        if isinstance(widget, QTextEdit):
            page = widget.document().toHtml()
            if 'src="file' in page or 'href="http://evil' in page:
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
    for name in LOOKED_AT:
        QTimer.singleShot(300, lambda: shut_modal(window))
        evil.window.actions_[name].trigger()
        qtbot.wait(50)
        assert leaks() == []
        shut_dialogs(window)
    for menu in window.actions_.submenus.values():
        menu.aboutToShow.emit()
        assert leaks() == []


def shut_modal(window: MainWindow) -> None:
    """Of dialogs that are waited for."""
    if QApplication.activeModalWidget() is not None:
        shut_dialogs(window)


def shut_dialogs(window: MainWindow) -> None:
    for dialog in QApplication.topLevelWidgets():
        if dialog is not window and dialog.isVisible() and hasattr(dialog, "reject"):
            assert leaks() == []
            dialog.reject()


def test_what_a_window_is_called_ends_with_its_figures(evil: Content, window: MainWindow) -> None:
    title = window.windowTitle()
    assert title.endswith("[*]")
    assert title.replace("[*][*]", "").count("[*]") == 1, "the mark of unsaved changes"
    assert "\u202e" not in title
    assert "\x1b" not in title
    assert Path(evil.file_title()).parts == (evil.file_title(),)


def test_a_sheet_and_a_filter_are_named_as_they_are(
    opened: Open, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    book = Workbook()
    book.worksheets[0].title = sheet = "<b>&ZZ&lt;"
    for row in (["Description", "HTS", "Qty", "Amount USD"], [f"D{PICTURE}&ZZ", "8482.10.5032", 10, 30]):
        book.worksheets[0].append(row)
    book.save(tmp_path / "sheet.xlsx")
    content = opened(tmp_path / "sheet.xlsx")
    layout = content.session.worksheet.readings[0].documents[0].layouts[0]
    content.rereading.read_by(0, sheet, [layout])
    qtbot.waitUntil(lambda: content.session.undo.undoText() != "", timeout=PATIENCE_MS)
    assert "&&ZZ" in window.actions_["undo"].text()
    chosen = ColumnFilter("description", values=frozenset({f"D{PICTURE}&ZZ"}))
    content.workspace.filter.show_filter(LineFilter(columns=(chosen,)))
    assert leaks() == []


@pytest.mark.parametrize(
    "name", ["../../stolen.csv", "..\\..\\stolen.csv", "/tmp/stolen.csv", "", "a\0\n.csv"]
)
def test_a_name_in_a_document_of_somebody_else_leads_nowhere(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with on_disk(SourceFile(name, b"a,b\n")) as path:
        assert [one for one in tmp_path.rglob("*") if one.name == path.name] == [path]
        assert path.read_bytes() == b"a,b\n"
        assert path.parent.parent.parent == tmp_path


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


def with_markup(law: Law, path: Path, *columns: str) -> Path:
    """A document that somebody else made, with a payload where the program itself never puts a text."""
    reading = read_invoice(KANTO)
    for column in columns:
        getattr(reading.documents[0].lines, column)[0] = f"870830{PICTURE}{LINK}"
    save_document(path, Worksheet(law, [reading], Shipment(date(2026, 8, 3))), [SourceFile.of(KANTO)])
    return path


def test_a_document_of_somebody_else_shows_its_texts_as_they_are(
    opened: Open, law: Law, tmp_path: Path, qtbot: QtBot
) -> None:
    content = opened(with_markup(law, tmp_path / "evil.duty", "unit", "sheet", "item", "hts_text"))
    content.workspace.table.selectRow(0)
    qtbot.wait(120)
    assert "evil.invalid" in content.workspace.explanation.page.toPlainText()
    assert leaks() == []


@pytest.mark.parametrize("column", ["hts", "origin"])
def test_a_document_whose_numbers_are_texts_is_refused(column: str, law: Law, tmp_path: Path) -> None:
    """Numbers and countries are written into pages as they are."""
    with pytest.raises(DocumentError):
        open_document(with_markup(law, tmp_path / "evil.duty", column))


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
