"""The table of goods lines: sorting by click, columns as the person wants them, editing in place."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from duty_desktop.estimate.result import Status
from duty_desktop.gui.look import scaled
from duty_desktop.gui.models.columns import COLUMNS, PLACES
from duty_desktop.gui.models.lines_model import Index, LinesModel
from duty_desktop.gui.session import Session
from duty_desktop.gui.views.column_header import ColumnHeader
from duty_desktop.gui.views.line_columns import LineColumns
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
        self.columns = LineColumns(session, model, self)
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
        columns.setFont(scaled(self.font(), 0.95))
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A range that is drawn from here may go on in the columns that stay in sight."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not event.modifiers():
            self.columns.frozen.begin_drag(self.indexAt(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Over the columns that stay in sight the cell that is seen counts, not the one below it."""
        at, frozen = event.globalPosition().toPoint(), self.columns.frozen
        if not (frozen.covers(at) and frozen.drag_to(at)):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The range is drawn."""
        self.columns.frozen.end_drag()
        super().mouseReleaseEvent(event)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into sight, not under the columns that stay in sight."""
        if index.isValid() and self.columns.frozen.shows(index.column()):
            across = self.horizontalScrollBar().value()
            super().scrollTo(index, hint)
            self.horizontalScrollBar().setValue(across)
            return
        super().scrollTo(index, hint)
        if not index.isValid():
            return
        hidden = self.columns.frozen.width_taken() - self.visualRect(index).left()
        if hidden > 0:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - hidden)

    def edit(self, index: Index, *how: Any) -> bool:  # type: ignore[override] # two methods of Qt's in one
        """Edit a cell where it is seen; `how` are Qt's trigger and event, if it was asked by them."""
        if index.isValid() and self.columns.frozen.shows(index.column()):
            return bool(self.columns.frozen.edit(index, *how))
        return bool(super().edit(index, *how))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns that stay in sight follow."""
        super().resizeEvent(event)
        self.columns.fit()
        self.columns.frozen.arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """The columns that stay in sight come with the table."""
        super().showEvent(event)
        self.columns.frozen.arrange()

    def _begin(self) -> None:
        worksheet = self._session.worksheet
        foreign = any(terms.currency not in (None, DOLLAR) for terms in worksheet.terms)
        if foreign:
            self.columns.show_column(PLACES["amount"], True)
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
        for view in (self, self.columns.frozen):
            view.viewport().update()  # the tint follows the current row

    def _tell_selection(self) -> None:
        self.selection_moved.emit()
