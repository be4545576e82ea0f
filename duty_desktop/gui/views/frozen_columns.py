"""The first columns of the lines table, which stay in sight while the others are scrolled."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QFrame, QTableView, QWidget

from duty_desktop.gui.views.column_header import ColumnHeader
from duty_desktop.gui.views.line_delegate import LineDelegate

_EDGE = 1  # the line that sets them off (style_sheet.py)
_DRAGGED_ON_MS = 60  # a pause of scrolling while the mouse rests beyond the edge
_LARGEST_SHARE = 0.55  # of the table's width; in a narrow window fewer columns stay


class FrozenColumns(QTableView):
    """A second view of the same model and selection, laid over the left edge of a table.

    It shows the first `count` columns as they stand on the screen. The keyboard stays with the table.
    """

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table, self._count = table, 0
        self._anchor: QModelIndex | None = None  # where a range begins that is extended here
        self._dragged_from: QModelIndex | None = None
        self._dragging_on = QTimer(self, interval=_DRAGGED_ON_MS)
        self._dragging_on.timeout.connect(lambda: self.drag_to(QCursor.pos()))
        self.setObjectName("frozenColumns")
        self.setHorizontalHeader(ColumnHeader(self))
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setItemDelegate(LineDelegate(self))
        self._set_up()
        self._follow()

    def _set_up(self) -> None:
        table = self._table
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(table)
        self.setSelectionMode(table.selectionMode())
        self.setEditTriggers(table.editTriggers())
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(table.verticalHeader().sectionResizeMode(0))
        self.verticalHeader().setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
        header = self.horizontalHeader()
        header.setFont(table.horizontalHeader().font())
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _follow(self) -> None:
        table, own, header = self._table, self.horizontalHeader(), self._table.horizontalHeader()
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        header.sectionResized.connect(self.arrange)
        header.sectionMoved.connect(self.arrange)
        header.geometriesChanged.connect(self.arrange)
        header.sortIndicatorChanged.connect(own.setSortIndicator)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.selectionModel().currentChanged.connect(self._forget_anchor)
        own.sectionResized.connect(self._resize_like)
        own.sectionClicked.connect(self._sort)

    @property
    def count(self) -> int:
        """How many columns shall stay in sight."""
        return self._count

    def set_count(self, count: int) -> None:
        """Keep the first `count` shown columns in sight, 0: none."""
        self._count = count
        self.arrange()

    def width_taken(self) -> int:
        """How much of the table's width they take."""
        return 0 if self.isHidden() else self.width() - _EDGE

    def shows(self, column: int) -> bool:
        """Whether a column is one of them."""
        return not self.isHidden() and not self.isColumnHidden(column)

    def arrange(self) -> None:
        """Take columns, their order, widths and place from the table."""
        header, own = self._table.horizontalHeader(), self.horizontalHeader()
        shown = [place for place in range(header.count()) if not header.isSectionHidden(place)]
        shown.sort(key=header.visualIndex)
        kept = shown[: self._count]
        room = int((self._table.viewport().width()) * _LARGEST_SHARE)
        while kept and sum(map(header.sectionSize, kept)) > room:
            kept.pop()
        own.blockSignals(True)
        for place in range(header.count()):
            self.setColumnHidden(place, place not in kept)
        for visual, place in enumerate(kept):
            own.moveSection(own.visualIndex(place), visual)
            own.resizeSection(place, header.sectionSize(place))
        own.blockSignals(False)
        width = sum(map(header.sectionSize, kept))
        viewport = self._table.viewport().geometry()
        top = viewport.top() - header.height()
        self.setGeometry(viewport.left(), top, width + _EDGE, viewport.height() + header.height())
        own.setFixedHeight(header.height())
        self.setVisible(bool(kept) and self._table.isVisible())
        self.verticalScrollBar().setValue(self._table.verticalScrollBar().value())
        self.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Shift extends the range that began anywhere in the table; Qt knows only what began in this view."""
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and event.modifiers() & Qt.KeyboardModifier.ShiftModifier and index.isValid():
            self.begin_drag(self._anchor or self._table.currentIndex())
            self._extend_to(index)
        else:
            super().mousePressEvent(event)
            if left and not event.modifiers():
                self.begin_drag(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A range that is drawn from here goes on beside these columns."""
        if not self.drag_to(event.globalPosition().toPoint()):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The range is drawn."""
        self.end_drag()
        super().mouseReleaseEvent(event)

    def begin_drag(self, index: QModelIndex) -> None:
        """A button was pressed on a cell of the table; a range may be drawn from it."""
        self._dragged_from = index if index.isValid() else None

    def drag_to(self, at: QPoint) -> bool:
        """Draw the range to the cell under a place of the screen; False when none is drawn.

        Beyond an edge of the table it goes on cell by cell, and the table follows.
        """
        if self._dragged_from is None or self._is_edited():
            return False
        index, beyond = self._under(at)
        if index.isValid() and index != self._table.currentIndex():
            self._anchor = self._dragged_from
            self._extend_to(index)
            self._table.scrollTo(index)
        if beyond != self._dragging_on.isActive():
            self._dragging_on.start() if beyond else self._dragging_on.stop()
        return True

    def end_drag(self) -> None:
        """The button was let go."""
        self._dragged_from = None
        self._dragging_on.stop()

    def covers(self, at: QPoint) -> bool:
        """Whether these columns lie over a place of the screen."""
        return not self.isHidden() and self._table.viewport().mapFromGlobal(at).x() < self.width_taken()

    def _is_edited(self) -> bool:
        editing = QAbstractItemView.State.EditingState
        return editing in (self.state(), self._table.state())

    def _under(self, at: QPoint) -> tuple[QModelIndex, bool]:
        """The cell that is seen at a place, from beyond an edge the next one; and whether it is beyond."""
        seen, header = self._table.viewport(), self._table.horizontalHeader()
        place, within = seen.mapFromGlobal(at), seen.rect()
        inside = QPoint(
            min(max(place.x(), within.left()), within.right()),
            min(max(place.y(), within.top()), within.bottom()),
        )
        view = self if self.covers(seen.mapToGlobal(inside)) else self._table
        index = view.indexAt(view.viewport().mapFromGlobal(seen.mapToGlobal(inside)))
        if not index.isValid() or inside == place:
            return index, inside != place
        down = (place.y() > within.bottom()) - (place.y() < within.top())
        right = int(place.x() > within.right())
        column = header.logicalIndex(header.visualIndex(index.column()) + right) if right else index.column()
        further = index.sibling(index.row() + down, column)
        return (further if further.isValid() and not header.isSectionHidden(column) else index), True

    def _extend_to(self, index: QModelIndex) -> None:
        anchor, header = self._anchor or self._table.currentIndex(), self._table.horizontalHeader()
        first, last = sorted(header.visualIndex(one.column()) for one in (anchor, index))
        top, bottom = sorted((anchor.row(), index.row()))
        chosen, model = QItemSelection(), self._table.model()
        for place in map(header.logicalIndex, range(first, last + 1)):
            chosen.select(model.index(top, place), model.index(bottom, place))
        selection, flags = self.selectionModel(), QItemSelectionModel.SelectionFlag
        selection.setCurrentIndex(index, flags.NoUpdate)
        selection.select(chosen, flags.ClearAndSelect)
        self._anchor = anchor

    def _forget_anchor(self) -> None:
        self._anchor = None

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """The table goes on from here, as after an edit of its own."""
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self._table.closeEditor(editor, hint)
        self._table.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What an editor here does not take is the table's."""
        if self.state() != QAbstractItemView.State.EditingState:
            self._table.keyPressEvent(event)

    def _resize_like(self, place: int, _: int, size: int) -> None:
        self._table.setColumnWidth(place, size)

    def _ask_menu(self, at: QPoint) -> None:
        """The table's own menu, at the place of the table."""
        place = self._table.viewport().mapFromGlobal(self.viewport().mapToGlobal(at))
        self._table.customContextMenuRequested.emit(place)

    def _sort(self, place: int) -> None:
        """As a click on the table's own heading: up, down, the order of the invoice."""
        header = self._table.horizontalHeader()
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        if header.sortIndicatorSection() != place:
            header.setSortIndicator(place, up)
        elif header.sortIndicatorOrder() == up:
            header.setSortIndicator(place, down)
        else:
            header.setSortIndicator(-1, up)
