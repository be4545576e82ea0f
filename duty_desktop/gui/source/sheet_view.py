"""The preview of a source sheet: a click on a heading or a row says what it means."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from duty_desktop.gui.look import tabular
from duty_desktop.gui.source.sheet_model import SheetModel

_AIR, _LEAST, _MOST, _SAMPLED = 8, 56, 260, 60


class SheetView(QTableView):
    """`column_asked(column, QPoint)`: a heading was clicked; `menu_asked(QPoint)`: a cell's or row's menu."""

    column_asked = Signal(int, QPoint)
    menu_asked = Signal(QPoint)

    def __init__(self, model: SheetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sourceSheet")
        self._model = model
        self.setModel(model)
        self.setFont(tabular(self.font()))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + _AIR)
        columns.setSectionsClickable(True)
        columns.setHighlightSections(False)
        columns.sectionClicked.connect(self._ask_column)
        for widget in (self, rows):
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        rows.customContextMenuRequested.connect(self._ask_row)

    def fit_columns(self) -> None:
        """Widths by the first rows, within bounds: a letterhead must not make its column the widest."""
        metrics = self.fontMetrics()
        for section in range(self._model.columnCount()):
            heading = str(self._model.headerData(section, Qt.Orientation.Horizontal) or "")
            texts = [str(self._model.index(row, section).data()) for row in range(self._rows_sampled())]
            widest = max(map(metrics.horizontalAdvance, [*heading.split("\n"), *texts]), default=0)
            self.setColumnWidth(section, min(_MOST, max(_LEAST, widest + 3 * _AIR)))

    def _rows_sampled(self) -> int:
        return min(_SAMPLED, self._model.rowCount())

    def go_to(self, number: int) -> None:
        """Bring a row of the spreadsheet into sight and make it current."""
        place = self._model.place_of(number)
        if place is not None:
            index = self._model.index(place, max(0, self.currentIndex().column()))
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    @property
    def chosen_rows(self) -> list[int]:
        """The spreadsheet's numbers of the selected rows, else of the current one."""
        places = {index.row() for index in self.selectionModel().selectedIndexes()}
        current = self.currentIndex()
        if not places and current.isValid():
            places = {current.row()}
        return sorted(map(self._model.number_of, places))

    def _ask_column(self, section: int) -> None:
        header = self.horizontalHeader()
        at = QPoint(header.sectionViewportPosition(section), header.height())
        self.column_asked.emit(self._model.column_at(section), header.viewport().mapToGlobal(at))

    def _ask_menu(self, at: QPoint) -> None:
        self.menu_asked.emit(self.viewport().mapToGlobal(at))

    def _ask_row(self, at: QPoint) -> None:
        place = self.verticalHeader().logicalIndexAt(at)
        if place >= 0 and self._model.number_of(place) not in self.chosen_rows:
            self.selectRow(place)
        self.menu_asked.emit(self.verticalHeader().viewport().mapToGlobal(at))
