"""The lines table: filter, sort, find, columns, keys."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from duty_desktop.estimate.result import Category, Status
from duty_desktop.gui.content import Content
from duty_desktop.gui.models.columns import COLUMNS, PLACES
from duty_desktop.gui.program import Program
from duty_desktop.gui.views.bars import BarButton
from duty_desktop.gui.window import MainWindow
from tests.gui.conftest import MIXED, PATIENCE_MS, Open, click_cell, shown

LEFT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def click_heading(qtbot: QtBot, content: Content, column: str) -> None:
    header = content.workspace.table.horizontalHeader()
    place = PLACES[column]
    content.workspace.table.scrollTo(content.workspace.model.index(0, place))
    x = header.sectionViewportPosition(place) + header.sectionSize(place) // 2
    QTest.mouseClick(header.viewport(), LEFT, pos=QPoint(x, header.height() // 2))


def test_a_heading_sorts_both_ways_and_the_third_click_is_the_order_of_the_invoice(
    opened: Open, qtbot: QtBot
) -> None:
    content = opened()
    table, model = content.workspace.table, content.workspace.model
    click_heading(qtbot, content, "value")
    assert shown(table, 0, "value") == "747.00"
    click_heading(qtbot, content, "value")
    assert shown(table, 0, "value") == "30,080.00"
    click_heading(qtbot, content, "value")
    assert list(model.lines) == list(range(42))


def test_sorting_is_stable_and_lines_without_a_figure_stand_last_both_ways(opened: Open) -> None:
    content = opened()
    model = content.workspace.model
    content.session.set_lines("amount", (4,), "")
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        model.sort(PLACES["value"], order)
        assert model.line_at(41) == 4
    model.sort(PLACES["class"], Qt.SortOrder.AscendingOrder)
    parts = [line for line in model.lines if content.session.worksheet.category(line) is Category.PARTS]
    assert parts == sorted(parts)


def test_words_filter_and_escape_shows_all_lines_again(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    bar, model = content.workspace.filter, content.workspace.model
    QTest.keyClicks(bar.words, "brake front")
    qtbot.waitUntil(lambda: model.rowCount() == 4, timeout=PATIENCE_MS)
    assert bar.count.text() == "4 of 42 lines"
    QTest.keyClick(bar.words, Qt.Key.Key_Escape)
    assert model.rowCount() == 42
    assert bar.words.text() == ""


def test_numbers_and_headings_can_be_filtered_for(opened: Open, qtbot: QtBot) -> None:
    content = opened(MIXED)
    bar, model = content.workspace.filter, content.workspace.model
    QTest.keyClicks(bar.words, "9903.94.41")
    qtbot.waitUntil(lambda: model.rowCount() == 3, timeout=PATIENCE_MS)


def test_class_and_state_filter_together(opened: Open) -> None:
    content = opened()
    bar, model = content.workspace.filter, content.workspace.model
    bar.category.setCurrentIndex(bar.category.findData(Category.PARTS))
    bar.category.activated.emit(bar.category.currentIndex())
    assert model.rowCount() == 36
    bar.state.setCurrentIndex(bar.state.findData(Status.RATED))
    bar.state.activated.emit(bar.state.currentIndex())
    assert model.rowCount() == 0


def test_a_bar_of_the_totals_filters_by_class_and_by_heading(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    totals, model = content.workspace.totals, content.workspace.model
    steel = next(bar for bar in totals.findChildren(BarButton) if bar.accessibleName().startswith("steel"))
    QTest.mouseClick(steel, LEFT)
    assert model.rowCount() == 1
    QTest.mouseClick(steel, LEFT)
    assert model.rowCount() == 42
    by_heading = next(button for button in totals.findChildren(QToolButton) if button.text() == "By heading")
    QTest.mouseClick(by_heading, LEFT)
    heading = totals.findChildren(BarButton)[-1]
    QTest.mouseClick(heading, LEFT)
    assert 0 < model.rowCount() < 42


def test_a_line_edited_by_hand_stays_in_sight_under_its_filter(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    bar, model = content.workspace.filter, content.workspace.model
    bar.state.setCurrentIndex(bar.state.findData(Status.REVIEW))
    bar.state.activated.emit(bar.state.currentIndex())
    content.session.set_lines("fact:passenger_vehicle_part", (0,), "yes")
    assert model.row_of(0) == 0
    content.session.set_lines("fact:passenger_vehicle_part", (1, 2, 3), "yes")
    assert model.rowCount() == 36 - 4


def test_f8_goes_from_one_line_to_review_to_the_next(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    table = content.workspace.table
    click_cell(qtbot, table, 19, "hts")
    QTest.keyClick(table, Qt.Key.Key_F8)
    assert table.current_line == 21, "line 21 (from 0: 20) is rated and passed over"
    QTest.keyClick(table, Qt.Key.Key_F8, SHIFT)
    assert table.current_line == 19


def test_find_goes_to_lines_without_hiding_the_others(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    table, bar = content.workspace.table, content.workspace.find_bar
    QTest.keyClick(table, Qt.Key.Key_F, CONTROL)
    assert bar.words.hasFocus()
    QTest.keyClicks(bar.words, "rear")
    first = table.current_line
    assert "rear" in content.session.worksheet.table.description[first].lower()
    QTest.keyClick(bar.words, Qt.Key.Key_F3)
    assert table.current_line > first
    QTest.keyClick(bar.words, Qt.Key.Key_F3, SHIFT)
    assert table.current_line == first
    assert content.workspace.model.rowCount() == 42
    QTest.keyClick(bar.words, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_the_status_bar_counts_and_sums_the_selection(opened: Open, window: MainWindow, qtbot: QtBot) -> None:
    content = opened()
    table = content.workspace.table
    click_cell(qtbot, table, 0, "value")
    click_cell(qtbot, table, 2, "value", SHIFT)
    assert content.selection_label.text() == "3 lines selected · sum 45,995.00 · average 15,331.67"
    click_cell(qtbot, table, 2, "hts", SHIFT)
    assert content.selection_label.text().startswith("3 lines selected · value 45,995.00")


def test_columns_hide_move_and_are_remembered(opened: Open, program: Program, qtbot: QtBot) -> None:
    content = opened()
    table = content.workspace.table
    table.setColumnHidden(PLACES["origin"], True)
    table.horizontalHeader().moveSection(0, 3)
    table.setColumnWidth(PLACES["description"], 321)
    content.workspace.save_layout()
    other = program.new_window()
    qtbot.waitUntil(lambda: other.has_content, timeout=PATIENCE_MS)
    again = other.content.workspace.table
    assert again.isColumnHidden(PLACES["origin"])
    assert again.horizontalHeader().visualIndex(0) == 3
    assert again.columnWidth(PLACES["description"]) == 321


def test_the_amount_of_a_foreign_invoice_is_in_sight(opened: Open) -> None:
    content = opened()
    assert content.workspace.table.isColumnHidden(PLACES["amount"])


def test_cells_speak_their_heading_and_value(opened: Open) -> None:
    content = opened()
    index = content.workspace.model.index(0, PLACES["value"])
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Value USD: 17,760.00"


def test_numbers_stand_right_with_figures_of_equal_width(opened: Open) -> None:
    content = opened()
    for place, column in enumerate(COLUMNS):
        alignment = content.workspace.model.index(0, place).data(Qt.ItemDataRole.TextAlignmentRole)
        assert bool(alignment & Qt.AlignmentFlag.AlignRight) == column.number


def test_the_rate_of_a_line_is_the_one_that_the_report_tells(opened: Open) -> None:
    content = opened()
    table, sheet = content.workspace.table, content.session.worksheet
    rates = {row: sheet.line(row).rate for row in range(len(sheet))}
    settled = {row: rate for row, rate in rates.items() if rate is not None}
    assert settled
    for row, rate in settled.items():
        assert shown(table, row, "rate") == f"{round(rate * 100, 2).normalize():f}%"
