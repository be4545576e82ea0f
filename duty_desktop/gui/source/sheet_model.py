"""A source sheet as a table model: its cells as they stand, and beside each row what it was taken for."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QBrush, QFont

from duty_desktop.gui.jobs.source_sheets import SheetCells
from duty_desktop.gui.look import look
from duty_desktop.gui.models.lines_model import Index
from duty_desktop.gui.plain import as_plain
from duty_desktop.gui.source.marks import RowMark, SheetMarks, Taken
from duty_desktop.gui.source.meanings import fact_name, field_name, row_name
from duty_desktop.gui.texts import tr
from duty_desktop.invoice.sheet import Cell, column_letters, text_of

_NO_INDEX = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_BOLD = frozenset((Taken.HEADING, Taken.TOTAL, Taken.SUBTOTAL, Taken.CHARGE))
TAKEN_COLUMN = 0


class SheetModel(QAbstractTableModel):
    """The used cells of one sheet; the first column says what each row was taken for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cells: SheetCells | None = None
        self._marks = SheetMarks()
        self._row = 0

    def show_sheet(self, cells: SheetCells | None, marks: SheetMarks) -> None:
        """Show another sheet."""
        self.beginResetModel()
        self._cells, self._marks, self._row = cells, marks, 0
        self.endResetModel()

    def show_current(self, row: int) -> None:
        """Mark the spreadsheet's row of the current line; 0 none."""
        before, self._row = self._row, row
        for changed in (before, row):
            place = self.place_of(changed)
            if place is not None:
                last = self.index(place, self.columnCount() - 1)
                self.dataChanged.emit(self.index(place, 0), last)

    def number_of(self, place: int) -> int:
        """The spreadsheet's number of the row at a place."""
        return place + (self._cells.first_row if self._cells else 1)

    def place_of(self, number: int) -> int | None:
        """The place of a spreadsheet's row, None when it is not used."""
        place = number - (self._cells.first_row if self._cells else 1)
        return place if 0 <= place < self.rowCount() else None

    def column_at(self, section: int) -> int:
        """The spreadsheet's column, from 0, of a section; -1 for the first one."""
        return section - 1 + self._cells.first_column if section and self._cells else -1

    def mark_at(self, place: int) -> RowMark | None:
        """What the row at a place was taken for."""
        return self._marks.at(self.number_of(place))

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """The used rows."""
        return 0 if parent.isValid() or self._cells is None else len(self._cells)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """The used columns and the one that says what was read."""
        return 0 if parent.isValid() or self._cells is None else len(self._cells.columns) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Letters with the meaning beneath; the spreadsheet's row numbers."""
        if role == Qt.ItemDataRole.DisplayRole:
            if orientation == Qt.Orientation.Vertical:
                return str(self.number_of(section))
            if section == TAKEN_COLUMN:
                return tr("Read as")
            column = self.column_at(section)
            meaning = self._meanings().get(column)
            return f"{column_letters(column)}\n{field_name(meaning) if meaning else '–'}"
        if role == Qt.ItemDataRole.ToolTipRole and orientation == Qt.Orientation.Horizontal and section:
            return tr("Click to say what this column means")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The cell as text, and how it looks."""
        if self._cells is None:
            return None
        mark = self.mark_at(index.row())
        cell = (
            self._cells.columns[index.column() - 1][index.row()]
            if index.column()
            else self._taken(index, mark)
        )
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text_of(cell).replace("\n", " ")
            case Qt.ItemDataRole.TextAlignmentRole:
                return _LEFT if isinstance(cell, str) else _RIGHT
            case Qt.ItemDataRole.ToolTipRole:
                return as_plain(self._said(index, cell, mark))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._said(index, cell, mark)
            case _:
                return self._look(index, mark, role)

    def _taken(self, index: Index, mark: RowMark | None) -> str:
        """What the row was taken for; one of the letterhead: the facts it states."""
        return row_name(mark) or ", ".join(map(fact_name, self._marks.facts_in(self.number_of(index.row()))))

    def _look(self, index: Index, mark: RowMark | None, role: int) -> object:
        colors, current = look(), self.number_of(index.row()) == self._row
        used = self._is_used(index, mark)
        if role == Qt.ItemDataRole.BackgroundRole:
            if current:
                return QBrush(colors.moved if used and index.column() else colors.accent_tint)
            return QBrush(colors.accent_tint) if used and index.column() else None
        if role == Qt.ItemDataRole.ForegroundRole:
            left_out = mark is None or mark.taken is Taken.LEFT_OUT
            if current or (used and not left_out):
                return QBrush(colors.text)
            return QBrush(colors.muted)
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setBold(mark is not None and mark.taken in _BOLD)
            font.setItalic(mark is not None and mark.taken is Taken.LEFT_OUT)
            return font
        return None

    def _is_used(self, index: Index, mark: RowMark | None) -> bool:
        """Whether something was read from the cell."""
        if index.column() == TAKEN_COLUMN:
            return mark is not None
        column = self.column_at(index.column())
        if (self.number_of(index.row()), column) in self._marks.facts:
            return True
        if mark is None or mark.taken is Taken.LEFT_OUT:
            return False
        if mark.taken is Taken.LINE:
            return column in self._fields_at(self.number_of(index.row()))
        return self._cells is not None and self._cells.columns[index.column() - 1][index.row()] != ""

    def _said(self, index: Index, cell: Cell, mark: RowMark | None) -> str:
        """The cell with what it was used for, for tips and assistive tools."""
        number = self.number_of(index.row())
        parts = [text_of(cell)]
        if index.column():
            column = self.column_at(index.column())
            fact = self._marks.facts.get((number, column))
            meaning = self._fields_at(number).get(column)
            parts += [fact_name(fact)] if fact else []
            parts += [field_name(meaning)] if meaning and mark and mark.taken is Taken.LINE else []
            parts += [row_name(mark)]
        return " · ".join(filter(None, parts))

    def _fields_at(self, row: int) -> dict[int, str]:
        table = self._marks.table_at(row)
        return table.fields if table else {}

    def _meanings(self) -> dict[int, str]:
        """The meanings of the columns in the table of the current row, else the first."""
        table = self._marks.table_at(self._row) or next(iter(self._marks.tables), None)
        return table.fields if table else {}
