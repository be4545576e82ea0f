"""Columns of the lines table: filtered one by one, some kept in sight, put back to the usual."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from duty_desktop.gui.content import Content
from duty_desktop.gui.models.column_filter import ColumnFilter, figure_of
from duty_desktop.gui.models.columns import COLUMNS, PLACES, heading_text
from duty_desktop.gui.models.line_order import LineFilter
from duty_desktop.gui.program import Program
from duty_desktop.gui.texts import ENGLISH, JAPANESE
from duty_desktop.gui.views.column_filter_box import ColumnFilterBox
from duty_desktop.gui.views.column_header import ColumnHeader
from duty_desktop.gui.views.line_selection import selected_block
from duty_desktop.gui.views.lines_table import LinesTable
from duty_desktop.gui.window import MainWindow
from tests.gui.conftest import ITO, KANTO, PATIENCE_MS, Open, click_cell, shown

LEFT, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier
SHIFT, PLAIN = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


MATTER = ("class", "hts", "description", "value", "rate", "duty")


@pytest.mark.parametrize("language", [ENGLISH, JAPANESE])
@pytest.mark.parametrize("size", [(1280, 800), (1440, 900)])
@pytest.mark.parametrize("sample", [KANTO, ITO])
def test_the_columns_that_matter_are_in_sight_and_not_cut(
    opened: Open, window: MainWindow, language: str, size: tuple[int, int], sample: Path
) -> None:
    content = opened(sample)
    window.resize(*size)
    content.workspace.bar.rate.setText("155.6")
    content.workspace.bar.rate.editingFinished.emit()
    window.program.set_language(language)
    QApplication.processEvents()
    table = content.workspace.table
    header = table.horizontalHeader()
    ends = {
        key: header.sectionViewportPosition(PLACES[key]) + table.columnWidth(PLACES[key]) for key in MATTER
    }
    assert max(ends.values()) <= table.viewport().width()
    option = QStyleOptionViewItem()
    table.initViewItemOption(option)
    for key in set(MATTER) - {"description"}:
        for row in range(content.workspace.model.rowCount()):
            needed = table.itemDelegate().sizeHint(option, table.model().index(row, PLACES[key]))
            assert needed.width() <= table.columnWidth(PLACES[key]), (key, shown(table, row, key))


def test_a_wider_window_widens_the_description_until_a_person_sets_a_width(
    opened: Open, window: MainWindow
) -> None:
    table = opened().workspace.table
    before = table.columnWidth(PLACES["description"])
    window.resize(1900, 1000)
    QApplication.processEvents()
    assert table.columnWidth(PLACES["description"]) > before
    table.setColumnWidth(PLACES["class"], 133)
    window.resize(1300, 1000)
    QApplication.processEvents()
    assert table.columnWidth(PLACES["class"]) == 133
    assert table.columnWidth(PLACES["description"]) > before, "every width is the person's own now"


def filter_box(content: Content, column: str) -> ColumnFilterBox:
    """The box of a column, asked for by its key."""
    table = content.workspace.table
    table.setCurrentIndex(table.model().index(0, PLACES[column]))
    QTest.keyClick(table, Qt.Key.Key_Down, ALT)
    QApplication.processEvents()
    return next(box for box in table.findChildren(ColumnFilterBox) if box.isVisible())


def test_a_column_of_figures_is_filtered_between_bounds(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    box = filter_box(content, "value")
    box.least.setText("１0,000")
    QTest.keyClicks(box.most, "17760")
    QTest.keyClick(box.most, Qt.Key.Key_Return)
    cents = content.session.worksheet.rated.value_cents
    expected = [
        row for row, value in enumerate(cents) if value is not None and 1_000_000 <= value <= 1_776_000
    ]
    assert list(content.workspace.model.lines) == expected
    assert content.workspace.filter.chip.toolTip().startswith("Value USD: 10,000 to 17,760")
    QTest.mouseClick(content.workspace.filter.chip, LEFT)
    assert content.workspace.model.rowCount() == 42


def test_a_column_of_texts_is_filtered_by_its_own_values_and_words(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    box = filter_box(content, "state")
    texts = [box.values.item(row).text() for row in range(box.values.count())]
    assert texts == ["Review  (36)", "Rated  (6)"], "with their counts, the most frequent first"
    box.values.item(1).setCheckState(Qt.CheckState.Checked)
    QTest.mouseClick(box.apply, LEFT)
    assert content.workspace.model.rowCount() == 6
    header = content.workspace.table.columns.frozen.horizontalHeader()
    assert isinstance(header, ColumnHeader)
    assert header.is_filtered(PLACES["state"])
    box = filter_box(content, "description")
    QTest.keyClicks(box.words, "muffler")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert shown(content.workspace.table, 0, "description") == "Muffler assy, rear"
    box = filter_box(content, "description")
    assert box.words.text() == "muffler", "what is set can be changed"
    QTest.mouseClick(box.clear, LEFT)
    assert content.workspace.model.rowCount() == 6


def test_escape_in_the_filter_line_takes_column_filters_away_too(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    chosen = LineFilter().with_column(ColumnFilter("origin", values=frozenset({"XX"})))
    content.workspace.show_filter(chosen)
    assert content.workspace.model.rowCount() == 0
    QTest.keyClick(content.workspace.filter.words, Qt.Key.Key_Escape)
    assert content.workspace.model.rowCount() == 42


def test_a_bound_is_a_number_in_any_width_or_nothing() -> None:
    assert figure_of("１，２００．５") == Decimal("1200.5")
    assert figure_of("") is None
    assert figure_of("many") is None


def test_the_first_columns_stay_in_sight_and_show_the_same_lines(
    opened: Open, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1200, 800)
    content = opened()
    table = content.workspace.table
    frozen = table.columns.frozen
    kept = [place for place in range(len(COLUMNS)) if not frozen.isColumnHidden(place)]
    assert kept[0] == PLACES["state"]
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    assert frozen.geometry().left() == table.viewport().geometry().left()
    assert frozen.verticalScrollBar().value() == table.verticalScrollBar().value()
    assert frozen.rowAt(5) == table.rowAt(5)


def test_the_current_cell_is_never_under_the_kept_columns(
    opened: Open, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1200, 800)
    table = opened().workspace.table
    table.columns.frozen.set_count(1)
    click_cell(qtbot, table, 0, "duty")
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    for _ in range(7):
        QTest.keyClick(table, Qt.Key.Key_Left)
    left = table.visualRect(table.currentIndex()).left()
    assert (
        table.columns.frozen.shows(table.currentIndex().column())
        or left >= table.columns.frozen.width_taken()
    )


def test_a_kept_column_is_edited_and_sorted_like_the_others(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    table = content.workspace.table
    frozen = table.columns.frozen
    frozen.set_count(3)
    table.setCurrentIndex(table.model().index(0, PLACES["hts"]))
    QTest.keyClick(table, Qt.Key.Key_F2)
    editors = frozen.viewport().findChildren(QLineEdit)
    assert editors, "the editor opens where the cell is seen"
    editors[0].setText("8708.30.5090")
    QTest.keyClick(editors[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(table, 0, "hts") == "8708.30.5090")
    assert table.currentIndex().row() == 1, "Enter goes one line down"
    frozen.horizontalHeader().sectionClicked.emit(PLACES["hts"])
    numbers = [shown(table, row, "hts") for row in range(42)]
    assert numbers == sorted(numbers)
    frozen.horizontalHeader().sectionClicked.emit(PLACES["hts"])
    frozen.horizontalHeader().sectionClicked.emit(PLACES["hts"])
    assert list(content.workspace.model.lines) == list(range(42))


def test_kept_columns_are_remembered_and_columns_go_back_to_the_usual(
    opened: Open, program: Program, qtbot: QtBot
) -> None:
    content = opened()
    columns, menu = content.workspace.table.columns, QMenu()
    columns.fill_menu(menu, PLACES["description"])
    texts = {action.text(): action for action in menu.actions()}
    texts["Keep in sight up to “Description”"].trigger()
    texts["Origin"].setChecked(False)
    assert columns.frozen.count == 4
    content.workspace.save_layout()
    other = program.new_window()
    qtbot.waitUntil(lambda: other.has_content, timeout=PATIENCE_MS)
    again = other.content.workspace.table
    assert again.columns.frozen.count == 4
    assert again.isColumnHidden(PLACES["origin"])
    texts["Columns as usual"].trigger()
    assert not content.workspace.table.isColumnHidden(PLACES["origin"])
    assert columns.frozen.count == 3


def test_a_right_click_opens_the_menu_of_its_heading_also_over_kept_columns(
    opened: Open, qtbot: QtBot
) -> None:
    table = opened().workspace.table
    frozen = table.columns.frozen
    for header, column in ((frozen.horizontalHeader(), "class"), (table.horizontalHeader(), "value")):
        place = PLACES[column]
        at = QPoint(header.sectionViewportPosition(place) + 5, 5)
        header.customContextMenuRequested.emit(at)
        menu = table.findChildren(QMenu, "columns")[-1]
        assert menu.actions()[0].text() == f"Filter “{heading_text(COLUMNS[place])}”…"
        menu.close()


def test_a_right_click_on_a_kept_cell_opens_the_menu_of_lines(opened: Open, qtbot: QtBot) -> None:
    table = opened().workspace.table
    asked: list[QPoint] = []
    table.customContextMenuRequested.connect(asked.append)
    frozen = table.columns.frozen
    frozen.customContextMenuRequested.emit(QPoint(20, 60))
    assert asked == [table.viewport().mapFromGlobal(frozen.viewport().mapToGlobal(QPoint(20, 60)))]


def test_a_double_click_on_an_edge_fits_the_column(opened: Open, qtbot: QtBot) -> None:
    table = opened().workspace.table
    table.setColumnWidth(PLACES["description"], 40)
    table.horizontalHeader().sectionHandleDoubleClicked.emit(PLACES["description"])
    assert table.columnWidth(PLACES["description"]) > 100


def click_kept(table: LinesTable, row: int, column: str, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    """Click a cell of the kept columns."""
    frozen = table.columns.frozen
    at = frozen.visualRect(table.model().index(row, PLACES[column])).center()
    QTest.mouseClick(frozen.viewport(), LEFT, modifier, at)


def test_a_range_may_begin_in_the_kept_columns_and_end_beside_them(opened: Open, qtbot: QtBot) -> None:
    table = opened().workspace.table
    click_kept(table, 2, "hts")
    click_cell(qtbot, table, 4, "value", SHIFT)
    block = selected_block(table)
    assert tuple(block.rows) == (2, 3, 4)
    assert block.columns == tuple(PLACES[name] for name in ("hts", "description", "value"))


def test_a_range_may_begin_beside_the_kept_columns_and_end_in_them(opened: Open, qtbot: QtBot) -> None:
    table = opened().workspace.table
    click_kept(table, 10, "class")
    click_cell(qtbot, table, 4, "value")
    click_kept(table, 2, "hts", SHIFT)
    assert tuple(selected_block(table).rows) == (2, 3, 4)
    click_kept(table, 6, "class", SHIFT)
    block = selected_block(table)
    assert tuple(block.rows) == (4, 5, 6), "the range goes on from where it began"
    assert block.columns == tuple(PLACES[name] for name in ("class", "hts", "description", "value"))
    assert table.currentIndex().row() == 6


def drag(widget: QWidget, start: QPoint, *ends: QPoint) -> None:
    """Press, move over places and let go; the mouse stays with the widget, as on a screen."""
    QTest.mousePress(widget, LEFT, PLAIN, start)
    for end in ends:
        at = QPointF(end)
        moved = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            at,
            QPointF(widget.mapToGlobal(end)),
            Qt.MouseButton.NoButton,
            LEFT,
            PLAIN,
        )
        QApplication.sendEvent(widget, moved)
    QTest.mouseRelease(widget, LEFT, PLAIN, ends[-1])


def test_a_range_drawn_from_the_kept_columns_goes_on_beside_them(opened: Open) -> None:
    table = opened().workspace.table
    frozen = table.columns.frozen
    start = frozen.visualRect(table.model().index(1, PLACES["class"])).center()
    seen = table.visualRect(table.model().index(4, PLACES["value"])).center()
    end = frozen.viewport().mapFromGlobal(table.viewport().mapToGlobal(seen))
    drag(frozen.viewport(), start, QPoint(start.x() + 30, start.y() + 20), end)
    block = selected_block(table)
    assert tuple(block.rows) == (1, 2, 3, 4)
    assert block.columns == tuple(PLACES[name] for name in ("class", "hts", "description", "value"))
    assert table.currentIndex() == table.model().index(4, PLACES["value"])


def test_a_range_drawn_into_the_kept_columns_takes_the_cells_that_are_seen(
    opened: Open, window: MainWindow
) -> None:
    window.resize(1200, 800)
    table = opened().workspace.table
    frozen = table.columns.frozen
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    start = table.visualRect(table.model().index(5, PLACES["quantity"])).center()
    seen = frozen.visualRect(table.model().index(3, PLACES["hts"])).center()
    end = table.viewport().mapFromGlobal(frozen.viewport().mapToGlobal(seen))
    drag(table.viewport(), start, QPoint(start.x() - 9, start.y()), end)
    block = selected_block(table)
    assert tuple(block.rows) == (3, 4, 5)
    assert block.columns[0] == PLACES["hts"]
    assert block.columns[-1] == PLACES["quantity"]


def test_a_range_drawn_beyond_the_edge_scrolls_the_table(opened: Open) -> None:
    table = opened().workspace.table
    frozen = table.columns.frozen
    start = frozen.visualRect(table.model().index(1, PLACES["class"])).center()
    below = QPoint(start.x(), frozen.viewport().height() + 60)
    last = table.rowAt(table.viewport().height() - 1)
    drag(frozen.viewport(), start, *[below] * 6)
    assert selected_block(table).rows[-1] > last
    assert table.verticalScrollBar().value() > 0
