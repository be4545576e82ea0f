"""The goods lines as a table model: it formats the cells asked for and orders line numbers, no more."""

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from duty_desktop.estimate.proposals import is_not_confirmed
from duty_desktop.estimate.result import Status
from duty_desktop.gui.look import icon, look
from duty_desktop.gui.models.columns import COLUMNS, PLACES, LineColumn, currency_of, heading_text
from duty_desktop.gui.models.line_order import LineFilter, LineFinder, filtered, ordered
from duty_desktop.gui.plain import as_plain
from duty_desktop.gui.session import Change, Session
from duty_desktop.gui.texts import said, tr
from duty_desktop.gui.words import STATE_ICONS, class_name, proposal_text

Index: TypeAlias = QModelIndex | QPersistentModelIndex
MOVED_MS = 1500
_NO_INDEX = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MOVING = frozenset({"rate", "duty"})
_MOST_REASONS = 6
_READ_ONLY = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_FLAGS = [_READ_ONLY | Qt.ItemFlag.ItemIsEditable if column.field else _READ_ONLY for column in COLUMNS]


class LinesModel(QAbstractTableModel):
    """Rows are lines in the order shown; `line_at` and `row_of` lead from one to the other.

    `reordered` comes after the rows changed place or number.
    """

    reordered = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lines: Sequence[int] = range(0)
        self._rows: dict[int, int] | None = None
        self._filter = LineFilter()
        self._kept: frozenset[int] = frozenset()
        self._sorting: tuple[int, bool] | None = None
        self._finder: LineFinder | None = None
        self._moved: Change | None = None
        self._fading = QTimer(self, singleShot=True, interval=MOVED_MS)
        self._fading.timeout.connect(self._forget_moved)
        session.opened.connect(self._take_worksheet)
        session.changed.connect(self._take_change)

    @property
    def line_filter(self) -> LineFilter:
        """What is shown now."""
        return self._filter

    @property
    def lines(self) -> Sequence[int]:
        """The lines shown, in the order shown."""
        return self._lines

    def line_at(self, row: int) -> int:
        """The line (from 0) in a row of the table."""
        return self._lines[row]

    def lines_at(self, rows: Sequence[int]) -> Sequence[int]:
        """The lines in some rows of the table, all of which may be given."""
        if len(rows) == len(self._lines):
            return self._lines
        return list(map(self._lines.__getitem__, rows))

    def row_of(self, line: int) -> int | None:
        """The row that shows a line, None when it is filtered away."""
        if isinstance(self._lines, range):
            return line if line in self._lines else None
        if self._rows is None:
            self._rows = dict(zip(self._lines, range(len(self._lines)), strict=True))
        return self._rows.get(line)

    def lines_with(self, text: str) -> list[int]:
        """The lines shown that hold every word of `text`."""
        finder = self._finder
        if finder is None:
            return []
        return self._session.at_length(lambda: finder.matching(text, self._lines))

    def own_class(self, row: int) -> str:
        """The class that a person gave the line in a row, "" when the law's holds."""
        return self._session.worksheet.text("category", self._lines[row])

    def set_filter(self, chosen: LineFilter) -> None:
        """Show only the lines that pass."""
        self._filter, self._kept = chosen, frozenset()
        self._order_again()

    def refresh_looks(self) -> None:
        """Show everything again after the language or the colours changed."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self._all_changed()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """The number of lines shown."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """The number of columns, hidden ones included."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        """Headings of columns; the line's number on the invoice for rows."""
        if orientation == Qt.Orientation.Vertical:
            if role == Qt.ItemDataRole.DisplayRole and section < len(self._lines):
                return str(self._lines[section] + 1)
            return _RIGHT if role == Qt.ItemDataRole.TextAlignmentRole else None
        column = COLUMNS[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return tr(column.heading)
            case Qt.ItemDataRole.ToolTipRole:
                return tr(column.tip)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What one cell shows."""
        line, column = self._lines[index.row()], COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.show(self._session.worksheet, line)
            case Qt.ItemDataRole.EditRole:
                return self.edit_text(column, line)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(column, line)
            case Qt.ItemDataRole.AccessibleTextRole:
                shown = column.show(self._session.worksheet, line)
                return tr("{heading}: {value}", heading=heading_text(column), value=shown)
        return self._looks(column, line, role)

    def _looks(self, column: LineColumn, line: int, role: int) -> object:
        match role:
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case Qt.ItemDataRole.DecorationRole:
                return self._decoration(column, line)
            case Qt.ItemDataRole.ForegroundRole:
                return self._foreground(column, line)
            case Qt.ItemDataRole.BackgroundRole:
                return look().moved if column.key in _MOVING and self._has_moved(line) else None
        return None

    def edit_text(self, column: LineColumn, line: int) -> str:
        """The text that an editor of the cell begins with."""
        if not column.field:
            return ""
        if column.field == "category":
            return self._session.worksheet.category(line)
        if column.field == "hts":
            return column.show(self._session.worksheet, line)
        return self._session.worksheet.text(column.field, line)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Change the cell's field; False when the text was refused."""
        field = COLUMNS[index.column()].field
        if role != Qt.ItemDataRole.EditRole or not field:
            return False
        line = self._lines[index.row()]
        if field == "hts" and str(value) == self.edit_text(COLUMNS[index.column()], line):
            return True  # a proposal that was looked at stays one
        return self._session.set_lines(field, (line,), str(value))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells of columns with a field can be edited."""
        return _FLAGS[index.column()] if index.isValid() else _READ_ONLY

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 is the order of the invoice."""
        self._sorting = None if column < 0 else (column, order == Qt.SortOrder.DescendingOrder)
        self._order_again()

    def _take_worksheet(self) -> None:
        self._filter, self._kept, self._moved = LineFilter(), frozenset(), None
        self._finder = LineFinder(self._session.worksheet)
        self._order_again()

    def _take_change(self, change: Change) -> None:
        self._moved = change
        self._fading.start()
        if self._finder is not None:
            self._finder.forget(change.edited_lines)
        if not self._filter.is_empty or self._sorting is not None:
            # A cell edited by hand stays where it is, even when its line no longer passes the filter.
            by_hand = len(change.edited_lines) == 1
            self._kept = self._kept | change.edited_lines if by_hand else frozenset()
            if not by_hand:
                self._order_again()
        self._all_changed()

    def _order_again(self) -> None:
        if not self._session.is_open:
            return
        worksheet, chosen, kept, sorting = self._session.worksheet, self._filter, self._kept, self._sorting
        finder = self._finder or LineFinder(worksheet)

        def work() -> Sequence[int]:
            lines = filtered(worksheet, chosen, finder)
            if kept:
                lines = sorted({*lines, *kept})
            return ordered(worksheet, lines, *sorting) if sorting else lines

        orderly = chosen.is_empty and sorting is None  # then there is nothing to look through
        lines = work() if orderly else self._session.at_length(work)
        self.beginResetModel()
        self._lines = lines
        self._rows = None
        self.endResetModel()
        self.reordered.emit()

    def _all_changed(self) -> None:
        if self._lines:
            last = self.index(len(self._lines) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _forget_moved(self) -> None:
        self._moved = None
        self._all_changed()

    def _has_moved(self, line: int) -> bool:
        moved, rated = self._moved, self._session.worksheet.rated
        if moved is None or line >= len(moved.duty_min_before):
            return False
        before = moved.duty_min_before[line], moved.duty_max_before[line]
        return before != (rated.duty_min_cents[line], rated.duty_max_cents[line])

    def _decoration(self, column: LineColumn, line: int) -> object:
        if column.key == "state":
            outcome, colors = self._session.worksheet.rated.outcome[line], look()
            if is_not_confirmed(outcome):
                return icon("question", colors.review)
            status = outcome.status
            return icon(STATE_ICONS[status], colors.review if status is Status.REVIEW else colors.good)
        if column.field == "hts" and line in self._session.worksheet.proposals:
            return icon("question", look().review)
        if column.field and self._session.worksheet.is_edited(column.field, line):
            return icon("edit", look().accent)
        return None

    def _foreground(self, column: LineColumn, line: int) -> object:
        review = self._session.worksheet.rated.outcome[line].status is Status.REVIEW
        if review and column.key in ("state", "duty", "rate"):
            return look().review
        return look().muted if column.key in ("headings", "place", "rate") else None

    def _tip(self, column: LineColumn, line: int) -> str:
        worksheet = self._session.worksheet
        tips = []
        if column.key == "state":
            reasons = [one for one in worksheet.rated.outcome[line].reasons if one.blocks]
            tips = [said(reason.text) for reason in reasons[:_MOST_REASONS]]
        elif column.key == "class":
            by_law = worksheet.rated.outcome[line].category
            if by_law is not worksheet.category(line):
                tips.append(tr("By hand; the law makes it: {name}", name=class_name(by_law)))
        elif column.key in ("description", "headings", "facts", "note"):
            tips.append(column.show(worksheet, line))
        elif column.key == "value" and currency_of(worksheet, line) not in (None, "USD"):
            shown = COLUMNS[PLACES["amount"]].show(worksheet, line)
            tips.append(tr("Amount on the invoice: {amount}", amount=shown))
        if column.field == "hts" and line in worksheet.proposals:
            tips.append(proposal_text(worksheet.proposals[line]))
        elif column.field and worksheet.is_edited(column.field, line):
            tips.append(tr("Changed by hand"))
        return as_plain("\n".join(tips))


def _alignment(column: LineColumn) -> Qt.AlignmentFlag:
    return _RIGHT if column.number else Qt.AlignmentFlag.AlignCenter if column.code else _LEFT
