"""Editing in place, and undoing it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QInputDialog, QLineEdit
from pytestqt.qtbot import QtBot

from duty_desktop.estimate.result import Category
from duty_desktop.gui.content import Content
from duty_desktop.gui.dialogs.facts_dialog import FactsDialog
from duty_desktop.gui.models.columns import PLACES
from duty_desktop.gui.window import MainWindow
from tests.gui.conftest import MIXED, PATIENCE_MS, Open, click_cell, shown

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def type_into(qtbot: QtBot, content: Content, row: int, column: str, text: str) -> None:
    """Choose a cell, type, press Enter."""
    table = content.workspace.table
    click_cell(qtbot, table, row, column)
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = next(one for one in table.findChildren(QLineEdit) if one.isVisible())
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def undo(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClick(window.content.workspace.table, Qt.Key.Key_Z, CONTROL)
    QApplication.processEvents()


def test_a_number_typed_into_its_cell_rates_the_line_anew(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    table = content.workspace.table
    type_into(qtbot, content, 0, "hts", "8482.10.5048")
    assert shown(table, 0, "hts") == "8482.10.5048"
    assert content.session.worksheet.is_edited("hts", 0)
    assert content.session.worksheet.category(0) is Category.PARTS
    assert table.currentIndex().row() == 1, "Enter goes one line down"


def test_typing_begins_the_edit_and_escape_gives_it_up(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    table = content.workspace.table
    click_cell(qtbot, table, 2, "origin")
    QTest.keyClicks(table, "K")
    editor = table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "K"
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert shown(table, 2, "origin") == "JP"
    assert not content.session.undo.canUndo()


def test_what_is_not_a_number_stays_in_the_editor_and_changes_nothing(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    table = content.workspace.table
    click_cell(qtbot, table, 0, "hts")
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "brakes")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert table.findChild(QLineEdit) is editor
    assert editor.text() == "brakes"
    assert not content.session.undo.canUndo()


def test_origin_quantity_description_and_value_are_edited_in_place(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    table = content.workspace.table
    for column, text, result in (
        ("origin", "Germany", "DE"),
        ("quantity", "12", "12 SET"),
        ("description", "Brake pads", "Brake pads"),
        ("value", "1,000.50", "1,000.50"),
    ):
        type_into(qtbot, content, 0, column, text)
        assert shown(table, 0, column) == result
    assert content.session.worksheet.table.amount_e4[0] == 10_005_000


def test_undo_and_redo_by_keys_are_named_by_what_they_do(
    opened: Open, window: MainWindow, qtbot: QtBot
) -> None:
    content = opened()
    table = content.workspace.table
    before = shown(table, 0, "duty")
    type_into(qtbot, content, 0, "value", "100")
    assert "Amount of 1 line" in window.actions_["undo"].text()
    undo(qtbot, window)
    assert shown(table, 0, "duty") == before
    assert content.session.undo.isClean()
    QTest.keyClick(table, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert shown(table, 0, "value") == "100.00"


def test_a_class_given_by_hand_is_shown_kept_and_taken_back(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    table = content.workspace.table
    click_cell(qtbot, table, 0, "class")
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QComboBox)
    assert isinstance(editor, QComboBox)
    editor.setCurrentIndex(editor.findData("general"))
    editor.activated.emit(editor.currentIndex())
    assert shown(table, 0, "class") == "general"
    tip = table.model().index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "the law makes it: parts" in tip
    assert content.session.worksheet.totals.by_class[Category.GENERAL].lines == 6


def test_facts_are_declared_for_the_whole_selection_in_one_step(
    opened: Open, window: MainWindow, qtbot: QtBot
) -> None:
    content = opened()
    table = content.workspace.table
    click_cell(qtbot, table, 0, "hts")
    click_cell(qtbot, table, 2, "hts", SHIFT)
    QTest.keyClick(table, Qt.Key.Key_Return, CONTROL)
    dialog = window.findChild(FactsDialog)
    assert isinstance(dialog, FactsDialog)
    editor = dialog.row("passenger_vehicle_part").editor
    assert isinstance(editor, QComboBox)
    editor.setCurrentIndex(editor.findData("yes"))
    dialog.buttons.buttons()[0].click()
    assert [shown(table, row, "state") for row in range(4)] == ["Rated", "Rated", "Rated", "Review"]
    undo(qtbot, window)
    assert shown(table, 0, "state") == "Review"


def test_a_declared_value_that_is_no_number_is_refused_in_the_dialog(
    opened: Open, window: MainWindow, qtbot: QtBot
) -> None:
    content = opened(MIXED)
    content.lines.declare_facts()
    dialog = window.findChild(FactsDialog)
    assert isinstance(dialog, FactsDialog)
    editor = dialog.row("steel_content_value_usd").editor
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "much")
    dialog.buttons.buttons()[0].click()
    assert dialog.isVisible()
    assert "“much” is not a number" in dialog.error.text()
    dialog.reject()
    assert not content.session.undo.canUndo()


def test_copied_cells_carry_headings_plain_numbers_and_numbers_of_the_tariff_as_text(
    opened: Open, qtbot: QtBot
) -> None:
    content = opened()
    table = content.workspace.table
    click_cell(qtbot, table, 0, "hts")
    click_cell(qtbot, table, 1, "value", SHIFT)
    QTest.keyClick(table, Qt.Key.Key_C, CONTROL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().splitlines() == [
        "HTS number\tDescription\tValue USD",
        "8708.30.5040\tBrake pad set, front\t17760.00",
        "8708.30.5040\tBrake pad set, rear\t11115.00",
    ]
    assert "<td style=\"mso-number-format:'\\@'\">8708.30.5040</td>" in data.html()
    assert "<td>17760.00</td>" in data.html()


def test_a_pasted_block_fills_cells_in_one_step(opened: Open, window: MainWindow, qtbot: QtBot) -> None:
    content = opened()
    table = content.workspace.table
    QGuiApplication.clipboard().setText("10\tKR\n20\tJP\n")
    click_cell(qtbot, table, 0, "quantity")
    QTest.keyClick(table, Qt.Key.Key_V, CONTROL)
    assert [shown(table, 0, name) for name in ("quantity", "origin")] == ["10 SET", "KR"]
    assert shown(table, 1, "quantity") == "20 SET"
    undo(qtbot, window)
    assert [shown(table, 0, name) for name in ("quantity", "origin")] == ["1,200 SET", "JP"]
    assert shown(table, 1, "quantity") == "900 SET"


def test_a_pasted_block_with_a_bad_cell_changes_nothing_and_says_which(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    table = content.workspace.table
    QGuiApplication.clipboard().setText("10\tAtlantis\n")
    click_cell(qtbot, table, 0, "quantity")
    QTest.keyClick(table, Qt.Key.Key_V, CONTROL)
    assert shown(table, 0, "quantity") == "1,200 SET"
    assert "Atlantis" in content.banner.first.text()


def test_fill_down_gives_the_selection_what_its_first_cell_holds(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    table = content.workspace.table
    click_cell(qtbot, table, 2, "hts")
    click_cell(qtbot, table, 4, "hts", SHIFT)
    QTest.keyClick(table, Qt.Key.Key_D, CONTROL)
    assert {shown(table, row, "hts") for row in (2, 3, 4)} == {"8708.30.5030"}


def test_delete_empties_cells_and_revert_takes_everything_back(
    opened: Open, window: MainWindow, qtbot: QtBot
) -> None:
    content = opened()
    table = content.workspace.table
    click_cell(qtbot, table, 0, "hts")
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert shown(table, 0, "class") == "unclassified"
    content.session.set_lines("fact:mhdv_part", (0,), "yes")
    QTest.keyClick(table, Qt.Key.Key_R, CONTROL)
    assert shown(table, 0, "hts") == "8708.30.5040"
    assert content.session.worksheet.edits() == ()


def test_a_field_is_set_for_all_selected_lines(opened: Open, window: MainWindow, qtbot: QtBot) -> None:
    content = opened()
    table = content.workspace.table
    click_cell(qtbot, table, 0, "origin")
    click_cell(qtbot, table, 5, "origin", SHIFT)
    content.lines.set_field("origin")
    dialog = window.findChild(QInputDialog, "setField")
    assert isinstance(dialog, QInputDialog)
    assert "6 lines" in dialog.labelText()
    dialog.setTextValue("Thailand")
    dialog.accept()
    assert {shown(table, row, "origin") for row in range(6)} == {"TH"}


def test_what_moved_is_marked_for_a_moment(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    table = content.workspace.table
    type_into(qtbot, content, 0, "value", "100")
    duty = table.model().index(0, PLACES["duty"])
    assert duty.data(Qt.ItemDataRole.BackgroundRole) is not None
    qtbot.waitUntil(lambda: duty.data(Qt.ItemDataRole.BackgroundRole) is None, timeout=PATIENCE_MS)
