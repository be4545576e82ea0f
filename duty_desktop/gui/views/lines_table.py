"""The table of goods lines: sorting by click, columns as the person wants them, editing in place."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)

from duty_desktop.estimate.result import Status
from duty_desktop.gui.look import scaled
from duty_desktop.gui.models.columns import COLUMNS, PLACES, heading_text
from duty_desktop.gui.models.lines_model import LinesModel
from duty_desktop.gui.session import Session
from duty_desktop.gui.settings import TABLE_COLUMNS
from duty_desktop.gui.views.column_header import ColumnHeader
from duty_desktop.gui.views.line_delegate import LineDelegate
from duty_desktop.gui.views.line_selection import selected_lines

_ROW_AIR = 10
DOLLAR = "USD"


class LinesTable(QTableView):
    """`line_chosen(int)`: the current line changed (-1: none); `selection_moved`: other cells selected."""

    line_chosen = Signal(int)
    selection_moved = Signal()

    def __init__(self, session: Session, model: LinesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lines")
        self._session, self._model = session, model
        self._line = -1
        self.setHorizontalHeader(ColumnHeader(self))
        self.setModel(model)
        self.setItemDelegate(LineDelegate(self))
        self._set_up()
        self._set_up_headers()
        self.selectionModel().currentChanged.connect(self._tell_line)
        self.selectionModel().selectionChanged.connect(self._tell_selection)
        model.modelAboutToBeReset.connect(self._note_line)
        model.reordered.connect(self._find_line_again)
        session.opened.connect(self._begin)

    def _set_up(self) -> None:
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setAlternatingRowColors(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)

    def _set_up_headers(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + _ROW_AIR)
        rows.setHighlightSections(False)
        columns.setSectionsMovable(True)
        columns.setHighlightSections(False)
        columns.setSortIndicatorClearable(True)
        columns.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        columns.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        columns.customContextMenuRequested.connect(self._show_column_menu)
        columns.setFont(scaled(self.font(), 0.95))
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def restore_columns(self) -> None:
        """Columns as they were left, else as they fit a first look."""
        state = TABLE_COLUMNS.get()
        if state.isEmpty() or not self.horizontalHeader().restoreState(state):
            figure = self.fontMetrics().horizontalAdvance("0")
            for place, column in enumerate(COLUMNS):
                self.setColumnWidth(place, figure * column.width)
                self.setColumnHidden(place, column.hidden)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def save_columns(self) -> None:
        """Remember widths, order and hidden columns."""
        TABLE_COLUMNS.set(self.horizontalHeader().saveState())

    @property
    def current_line(self) -> int:
        """The line of the current cell, -1 when there is none."""
        index = self.currentIndex()
        return self._model.line_at(index.row()) if index.isValid() else -1

    @property
    def chosen_lines(self) -> tuple[int, ...]:
        """The lines of the selected cells, else the current one."""
        return selected_lines(self, self._model)

    def go_to_line(self, line: int, column: int | None = None) -> bool:
        """Make a line current and bring it into sight; False when it is filtered away."""
        row = self._model.row_of(line)
        if row is None:
            return False
        place = self.currentIndex().column() if column is None else column
        index = self._model.index(row, place if place >= 0 else PLACES["hts"])
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def go_to_review(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) line shown that needs a person; False when there is none."""
        lines, outcomes = self._model.lines, self._session.worksheet.rated.outcome
        count, start = len(lines), self.currentIndex().row()
        for distance in range(1, count + 1):
            row = (start + step * distance) % count
            if outcomes[lines[row]].status is Status.REVIEW:
                return self.go_to_line(lines[row])
        return False

    def select_rows(self, rows: Sequence[int]) -> None:
        """Select whole rows."""
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self._model.index(row, 0), self._model.index(row, len(COLUMNS) - 1))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After Enter go one line down, as spreadsheets do."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            below = self.currentIndex().siblingAtRow(self.currentIndex().row() + 1)
            if below.isValid():
                self.setCurrentIndex(below)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return edits like F2; the rest is as usual."""
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enters and self.state() != QAbstractItemView.State.EditingState:
            if self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def column_actions(self, menu: QMenu) -> None:
        """Fill a menu with one action a column, checked while it is shown."""
        header = self.horizontalHeader()
        for place in sorted(range(len(COLUMNS)), key=header.visualIndex):
            action = QAction(heading_text(COLUMNS[place]), menu)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(place))
            action.toggled.connect(lambda shown, place=place: self._show_column(place, shown))
            menu.addAction(action)

    def _show_column(self, place: int, shown: bool) -> None:
        self.setColumnHidden(place, not shown)
        if shown and self.columnWidth(place) == 0:
            self.setColumnWidth(place, self.fontMetrics().horizontalAdvance("0") * COLUMNS[place].width)
        self.save_columns()

    def _show_column_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        self.column_actions(menu)
        menu.popup(self.horizontalHeader().mapToGlobal(place))

    def _begin(self) -> None:
        worksheet = self._session.worksheet
        foreign = any(terms.currency not in (None, DOLLAR) for terms in worksheet.terms)
        if foreign:
            self._show_column(PLACES["amount"], True)
        if self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, PLACES["hts"]))
        self._tell_line()

    def _note_line(self) -> None:
        self._line = self.current_line

    def _find_line_again(self) -> None:
        if not self.go_to_line(self._line, PLACES["hts"]) and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, PLACES["hts"]))
        self._tell_line()
        self.selection_moved.emit()

    def _tell_line(self) -> None:
        self.line_chosen.emit(self.current_line)
        self.viewport().update()  # the tint follows the current row

    def _tell_selection(self) -> None:
        self.selection_moved.emit()
