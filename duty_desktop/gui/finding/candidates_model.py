"""The candidates of a search as a table: number, the tariff's words, column 1, class, the whole duty."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from duty_desktop.estimate.result import Amounts
from duty_desktop.gui.formats import NOT_KNOWN, percent, short_range
from duty_desktop.gui.models.lines_model import Index
from duty_desktop.gui.plain import as_plain
from duty_desktop.gui.texts import marked, tr
from duty_desktop.gui.words import class_name
from duty_desktop.terms.hts_number import dotted

if TYPE_CHECKING:
    from duty_desktop.describe.candidates import Candidate

NUMBER, WORDS, COLUMN_1, CLASS, RATE, DUTY = range(6)
HEADINGS = (
    marked("HTS number"),
    marked("Words of the tariff"),
    marked("Column 1"),
    marked("Class"),
    marked("Duty rate"),
    marked("Duty\nUSD"),
)
ANCESTORS_ROLE = Qt.ItemDataRole.UserRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_NUMBERS = (RATE, DUTY)
_NO_INDEX = QModelIndex()


class CandidatesModel(QAbstractTableModel):
    """Candidates, best first; the duty of the lines comes later, number by number."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.candidates: tuple[Candidate, ...] = ()
        self._amounts: dict[str, Amounts] = {}

    def show_candidates(self, candidates: "Sequence[Candidate]") -> None:
        """Show these candidates."""
        self.beginResetModel()
        self.candidates = tuple(candidates)
        self._amounts.clear()
        self.endResetModel()

    def show_duty(self, number: str, amounts: Amounts) -> None:
        """Show what the lines would owe under a number."""
        self._amounts[number] = amounts
        row = next((row for row, one in enumerate(self.candidates) if one.number == number), None)
        if row is not None:
            self.dataChanged.emit(self.index(row, RATE), self.index(row, DUTY))

    def without_duty(self) -> str | None:
        """The first number whose duty is still to be worked out."""
        return next((one.number for one in self.candidates if one.number not in self._amounts), None)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """The number of candidates."""
        return 0 if parent.isValid() else len(self.candidates)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """The number of columns."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        """The headings."""
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return tr(HEADINGS[section])
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if section in _NUMBERS else _LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows; the words of the superior headings under their own role."""
        candidate, column = self.candidates[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(candidate, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column in _NUMBERS else _LEFT
            case Qt.ItemDataRole.ToolTipRole:
                whole = {WORDS: candidate.description, COLUMN_1: candidate.general}.get(column)
                return as_plain(whole) if whole else None
            case Qt.ItemDataRole.AccessibleTextRole:
                heading = tr(HEADINGS[column]).replace("\n", " ")
                whole = candidate.description if column == WORDS else self._text(candidate, column)
                return tr("{heading}: {value}", heading=heading, value=whole)
            case _ if role == ANCESTORS_ROLE:
                return " › ".join(words.rstrip(":") for words in candidate.chain[:-1])
        return None

    def _text(self, candidate: "Candidate", column: int) -> str:
        match column:
            case 0:
                return dotted(candidate.number)
            case 1:
                return candidate.chain[-1].rstrip(":")
            case 2:
                return candidate.general
            case 3:
                return class_name(candidate.category)
            case 4:
                return self._rate(candidate)
            case _:
                amounts = self._amounts.get(candidate.number)
                if amounts is None or not amounts.entered_value_cents:
                    return NOT_KNOWN
                return short_range(amounts.duty_min_cents, amounts.duty_max_cents)

    def _rate(self, candidate: "Candidate") -> str:
        """The whole duty over the value: of the lines when it is known, else of the number."""
        amounts = self._amounts.get(candidate.number)
        low, high = candidate.duty_min_pct, candidate.duty_max_pct
        if amounts is not None and amounts.entered_value_cents:
            value, most = amounts.entered_value_cents, amounts.duty_max_cents
            low = Decimal(100 * amounts.duty_min_cents) / value
            high = None if most is None else Decimal(100 * most) / value
        return rate_text(low, high)


def rate_text(low: Decimal | None, high: Decimal | None) -> str:
    """A duty in percent of the value between bounds: 15%, 15–25%, "15% or more"."""
    if low is None:
        return NOT_KNOWN
    least = percent(round(low / 100, 4))
    if high is None:
        return tr("{low} or more", low=least)
    most = percent(round(high / 100, 4))
    return most if least == most else f"{least.removesuffix('%')}–{most}"
