"""The invoice's own sheet beneath the lines: where each line was read from, and reading it otherwise."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from duty_desktop.document import open_document
from duty_desktop.gui.content import Content
from duty_desktop.gui.models.columns import PLACES
from duty_desktop.gui.source.source_panel import SourcePanel
from duty_desktop.gui.window import MainWindow
from duty_desktop.invoice.remembered import remembered_layouts
from tests.gui.conftest import KANTO, MIXED, PATIENCE_MS, Open, click_cell, shown
from tests.gui.test_opening import press
from tests.invoices_written.model import Rows, in_sheets, saved

LEFT, ENTER, ESCAPE = Qt.MouseButton.LeftButton, Qt.Key.Key_Return, Qt.Key.Key_Escape
ROWS: Rows = [
    ["Shipper", "Ito Shoji Co., Ltd."],
    ["Invoice No.", "S-1", None, None, None, None],
    [],
    ["Description", "HTS No.", "Qty", "Price USD", "Amount USD", "Value JPY"],
    ["Ball bearing", "8482.10.5032", 10, 3, 30, 4650],
    ["Gear box", "8483.40.5010", 1, 300, 300, 46500],
    ["sealed, with keys"],
    ["Ocean freight", None, None, None, 50, 7750],
    ["Total", None, None, None, 380, 58900],
    ["Thank you for your order.", None, 7],
]
Show = Callable[[Path], Content]


@pytest.fixture
def show(opened: Open, qtbot: QtBot) -> Show:
    """Open a file and bring its sheet into sight by its tab."""

    def show_sheet(path: Path) -> Content:
        content = opened(path)
        below = content.workspace.below
        QTest.mouseClick(below.tabBar(), LEFT, pos=below.tabBar().tabRect(1).center())
        wait_for_sheet(qtbot, content)
        return content

    return show_sheet


@pytest.fixture
def invoice(tmp_path: Path) -> Path:
    path = tmp_path / "invoice.xlsx"
    saved(ROWS)(path)
    return path


def wait_for_sheet(qtbot: QtBot, content: Content) -> None:
    panel = content.workspace.source
    qtbot.waitUntil(lambda: panel.model.rowCount() > 0 and not content.jobs.is_running, timeout=PATIENCE_MS)
    QApplication.processEvents()


def read_as(panel: SourcePanel, row: int) -> str:
    place = panel.model.place_of(row)
    assert place is not None
    return str(panel.model.index(place, 0).data())


def meaning(panel: SourcePanel, letters: str) -> str:
    for row in range(panel.mapping.rowCount()):
        item, means = panel.mapping.item(row, 0), panel.mapping.item(row, 1)
        if item is not None and means is not None and item.text().split()[0] == letters:
            return means.text().removesuffix("▾").strip()
    return ""


def choose(text: str) -> None:
    """Choose from the open menu with the keyboard."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(one for one in menu.actions() if one.text().replace("&", "") == text)
    menu.setActiveAction(action)
    QTest.keyClick(menu, ENTER)


def mean_by_keys(content: Content, qtbot: QtBot, letters: str, text: str) -> None:
    """Give a column another meaning in the list, by keys alone."""
    panel = content.workspace.source
    panel.mapping.setFocus()
    row = next(r for r in range(panel.mapping.rowCount()) if panel.mapping.item(r, 0).text()[0] == letters)  # type: ignore[union-attr]
    panel.mapping.setCurrentCell(row, 1)
    QTest.keyClick(panel.mapping, ENTER)
    choose(text)
    qtbot.waitUntil(lambda: not content.jobs.is_running, timeout=PATIENCE_MS)
    wait_for_sheet(qtbot, content)


def test_each_row_says_what_it_was_read_as(show: Show, invoice: Path) -> None:
    panel = show(invoice).workspace.source
    assert [read_as(panel, row) for row in range(4, 11)] == [
        "Heading",
        "Line 1",
        "Line 2",
        "More of the line above",
        "Charge: freight",
        "Total",
        "Left out: words and figures below the total, without an amount or a price",
    ]
    assert [read_as(panel, row) for row in (1, 2, 3)] == ["Seller", "Invoice number", ""]
    assert "make the stated total of 380.00 USD" in panel.bar.proof.text()
    assert panel.bar.left_out.text().startswith("1 row left out")


def test_the_row_of_the_current_line_is_marked_and_in_sight(show: Show, qtbot: QtBot) -> None:
    content = show(MIXED)
    panel, table = content.workspace.source, content.workspace.table
    click_cell(qtbot, table, 5, "description")
    row = content.session.worksheet.table.row[5]
    assert panel.model.number_of(panel.view.currentIndex().row()) == row
    assert panel.view.rect().contains(panel.view.visualRect(panel.view.currentIndex()).center())
    assert read_as(panel, row) == "Line 6"


def test_a_double_click_on_a_row_goes_to_its_line(show: Show, invoice: Path, qtbot: QtBot) -> None:
    content = show(invoice)
    view = content.workspace.source.view
    place = content.workspace.source.model.place_of(6)
    assert place is not None
    at = view.visualRect(view.model().index(place, 1)).center()
    QTest.mouseClick(view.viewport(), LEFT, pos=at)
    QTest.mouseDClick(view.viewport(), LEFT, pos=at)
    assert content.workspace.table.current_line == 1


def test_the_button_goes_to_the_rows_left_out(show: Show, invoice: Path) -> None:
    panel = show(invoice).workspace.source
    QTest.mouseClick(panel.bar.left_out, LEFT)
    assert panel.model.number_of(panel.view.currentIndex().row()) == 10


def test_each_column_says_what_it_means_and_why(show: Show, invoice: Path) -> None:
    panel = show(invoice).workspace.source
    assert (meaning(panel, "A"), meaning(panel, "E"), meaning(panel, "F")) == (
        "Description",
        "Amount",
        "not used",
    )
    why = panel.mapping.item(4, 2)
    assert why is not None
    assert "quantity × price = amount in 100% of the rows" in why.text()


def test_another_meaning_chosen_by_keys_changes_the_lines_at_once(
    show: Show, invoice: Path, qtbot: QtBot
) -> None:
    content = show(invoice)
    mean_by_keys(content, qtbot, "F", "Amount")
    worksheet = content.session.worksheet
    assert worksheet.table.amount_e4 == [46_500_000, 465_000_000]
    assert meaning(content.workspace.source, "E") == "not used"
    assert content.window.focusWidget() is content.workspace.source.mapping
    assert "remembered" in content.window.statusBar().currentMessage()


def test_a_click_on_a_heading_of_the_sheet_opens_the_same_choice(
    show: Show, invoice: Path, qtbot: QtBot
) -> None:
    content = show(invoice)
    panel = content.workspace.source
    header = panel.view.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(6) + 8, 8)
    QTest.mouseClick(header.viewport(), LEFT, pos=at)
    choose("Amount")
    qtbot.waitUntil(lambda: content.session.worksheet.table.amount_e4[0] == 46_500_000, timeout=PATIENCE_MS)


def test_a_reading_is_undone_with_its_edits_and_done_again(show: Show, invoice: Path, qtbot: QtBot) -> None:
    content = show(invoice)
    content.session.set_lines("hts", [1], "7318152065")
    mean_by_keys(content, qtbot, "F", "Amount")
    assert content.session.worksheet.table.hts[1] == "7318152065"
    assert len(remembered_layouts()) == 1
    content.window.actions_["undo"].trigger()
    assert content.session.worksheet.table.amount_e4 == [300_000, 3_000_000]
    assert content.session.worksheet.table.hts[1] == "7318152065"
    assert remembered_layouts() == ()
    content.window.actions_["undo"].trigger()
    assert content.session.worksheet.table.hts[1] == "8483405010"
    content.window.actions_["redo"].trigger()
    content.window.actions_["redo"].trigger()
    assert content.session.worksheet.table.amount_e4[0] == 46_500_000
    assert shown(content.workspace.table, 1, "hts") == "7318.15.2065"


def test_the_next_file_with_the_same_headings_is_read_as_chosen(
    show: Show, invoice: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    content = show(invoice)
    mean_by_keys(content, qtbot, "F", "Amount")
    assert remembered_layouts()[0].name == "Ito Shoji Co., Ltd."
    other = tmp_path / "next.xlsx"
    saved([[], *ROWS])(other)
    window = content.window.program.new_window()
    window.open_paths([other])
    qtbot.waitUntil(lambda: window.has_content and window.content.session.is_open, timeout=PATIENCE_MS)
    assert window.content.session.worksheet.table.amount_e4 == [46_500_000, 465_000_000]


def test_a_choice_need_not_be_remembered(show: Show, invoice: Path, qtbot: QtBot) -> None:
    content = show(invoice)
    QTest.mouseClick(content.workspace.source.bar.remembers, LEFT, pos=QPoint(8, 8))
    mean_by_keys(content, qtbot, "F", "Amount")
    assert remembered_layouts() == ()


def heading_menu(panel: SourcePanel, row: int) -> None:
    """Open the menu of a row by its number, as the right button does."""
    place = panel.model.place_of(row)
    assert place is not None
    panel.view.selectRow(place)
    panel.view.customContextMenuRequested.emit(panel.view.visualRect(panel.view.currentIndex()).center())


def test_a_row_can_be_made_the_heading(show: Show, qtbot: QtBot, tmp_path: Path) -> None:
    rows: Rows = [
        ["Description", "Qty", "Amount USD"],
        ["balance of the year before", 1, 5],
        ["Zboží", "Kusy", "Cena", "Celkem"],
        ["Ball bearing", 10, 3, 30],
        ["Gear box", 1, 300, 300],
    ]
    path = tmp_path / "headings.xlsx"
    saved(rows)(path)
    content = show(path)
    heading_menu(content.workspace.source, 3)
    choose("This is the heading row")
    qtbot.waitUntil(lambda: content.session.worksheet.table.row == [4, 5], timeout=PATIENCE_MS)
    assert content.session.worksheet.table.description == ["Ball bearing", "Gear box"]
    assert content.session.worksheet.table.amount_e4 == [300_000, 3_000_000]


def test_edits_on_rows_that_would_be_no_lines_are_named_first(
    show: Show, invoice: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = show(invoice)
    content.session.set_lines("origin", [0], "CN")
    told: list[str] = []

    def refuse(box: QMessageBox) -> None:
        told.append(box.informativeText())
        box.button(QMessageBox.StandardButton.Cancel).click()

    monkeypatch.setattr(QMessageBox, "exec", refuse)
    heading_menu(content.workspace.source, 5)
    choose("This is the heading row")
    qtbot.waitUntil(lambda: bool(told) and not content.jobs.is_running, timeout=PATIENCE_MS)
    assert "row 5: Origin CN" in told[0]
    assert content.session.worksheet.table.origin[0] == "CN"


def two_sheets(path: Path) -> Path:
    packing: Rows = [["Invoice No.", "S-2"], ["Description", "Qty", "Amount USD"], ["Sample set", 1, 9]]
    in_sheets(Invoice=ROWS, Second=packing)(path)
    return path


def test_a_sheet_can_be_left_out_and_read_again(show: Show, qtbot: QtBot, tmp_path: Path) -> None:
    content = show(two_sheets(tmp_path / "two.xlsx"))
    bar = content.workspace.source.bar
    assert len(content.session.worksheet) == 3
    bar.sheets.setFocus()
    QTest.keyClick(bar.sheets, Qt.Key.Key_Down)
    assert bar.sheets.currentData() == "Second"
    QTest.mouseClick(bar.reads, LEFT, pos=QPoint(8, 8))
    qtbot.waitUntil(lambda: len(content.session.worksheet) == 2, timeout=PATIENCE_MS)
    wait_for_sheet(qtbot, content)
    assert not bar.reads.isChecked()
    QTest.mouseClick(bar.reads, LEFT, pos=QPoint(8, 8))
    qtbot.waitUntil(lambda: len(content.session.worksheet) == 3, timeout=PATIENCE_MS)


def test_leaving_out_the_only_sheet_is_refused_and_nothing_changes(
    show: Show, invoice: Path, qtbot: QtBot
) -> None:
    content = show(invoice)
    bar = content.workspace.source.bar
    QTest.mouseClick(bar.reads, LEFT, pos=QPoint(8, 8))
    qtbot.waitUntil(lambda: "No table of goods" in content.banner.first.text(), timeout=PATIENCE_MS)
    assert bar.reads.isChecked()
    assert len(content.session.worksheet) == 2


def test_another_reading_is_saved_and_kept_from_a_crash(
    show: Show, invoice: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    content = show(invoice)
    mean_by_keys(content, qtbot, "F", "Amount")
    qtbot.waitUntil(lambda: content.autosave.is_keeping, timeout=PATIENCE_MS)
    content.session.path = tmp_path / "estimate.duty"
    content.documents.save()
    reading = open_document(content.session.path).readings[0]
    assert reading.documents[0].lines.amount_e4[0] == 46_500_000
    assert dict(reading.chosen[0].columns)["amount"] == "F"


def test_a_large_file_is_loaded_by_another_process(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("duty_desktop.gui.jobs.source_sheets.is_modest", lambda _: False)
    panel = show(KANTO).workspace.source
    assert panel.model.rowCount() > 42


def test_the_explanation_leads_to_the_row_that_its_line_was_read_from(opened: Open, qtbot: QtBot) -> None:
    content = opened(KANTO)
    content.workspace.table.go_to_line(7)
    content.workspace.explanation.page.anchorClicked.emit(QUrl("source:"))
    wait_for_sheet(qtbot, content)
    panel = content.workspace.source
    row = content.session.worksheet.table.row[7]
    assert panel.model.number_of(panel.view.currentIndex().row()) == row


def test_the_sheet_is_not_loaded_before_it_is_looked_at(opened: Open) -> None:
    content = opened(KANTO)
    assert content.shelf.sheets_of(0) is None
    assert content.workspace.source.model.rowCount() == 0


def test_a_saved_estimate_shows_its_sheet_without_the_file(
    show: Show, invoice: Path, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    content = show(invoice)
    content.session.path = tmp_path / "estimate.duty"
    content.documents.save()
    invoice.unlink()
    elsewhere = (tmp_path / "estimate.duty").rename(tmp_path / "elsewhere.duty")
    other = window.program.new_window()
    other.open_paths([elsewhere])
    qtbot.waitUntil(lambda: other.has_content and other.content.session.is_open, timeout=PATIENCE_MS)
    QTest.keyClick(other, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    wait_for_sheet(qtbot, other.content)
    assert read_as(other.content.workspace.source, 5) == "Line 1"
    assert other.content.workspace.table.model().index(0, PLACES["hts"]).data() == "8482.10.5032"


def test_each_line_leads_to_its_own_file_and_only_that_file_is_read_again(
    show: Show, invoice: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = show(MIXED)
    press(monkeypatch, "Add to This Shipment")
    content.window.open_paths([invoice])
    qtbot.waitUntil(lambda: len(content.session.worksheet) == 17 + 2, timeout=PATIENCE_MS)
    panel = content.workspace.source
    content.workspace.table.go_to_line(18)
    qtbot.waitUntil(lambda: panel.bar.files.currentText() == "invoice.xlsx", timeout=PATIENCE_MS)
    wait_for_sheet(qtbot, content)
    assert read_as(panel, 6) == "Line 19"
    before = content.session.worksheet.table.amount_e4[:17]
    mean_by_keys(content, qtbot, "F", "Amount")
    assert content.session.worksheet.table.amount_e4 == [*before, 46_500_000, 465_000_000]
    assert content.workspace.table.current_line == 18
