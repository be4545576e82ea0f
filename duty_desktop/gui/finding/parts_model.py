"""The parts book as a table."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from duty_desktop.describe.parts_book import Part
from duty_desktop.gui.look import icon, look
from duty_desktop.gui.models.lines_model import Index
from duty_desktop.gui.plain import as_plain
from duty_desktop.gui.texts import marked, said, tr
from duty_desktop.tariff.law import Law
from duty_desktop.terms.hts_number import dotted

SUPPLIER, ITEM, DESCRIPTION, NUMBER, USED, NOTE = range(6)
HEADINGS = (
    marked("Supplier"),
    marked("Item no."),
    marked("Description"),
    marked("HTS number"),
    marked("Used"),
    marked("Note"),
)
_NO_INDEX = QModelIndex()


class PartsModel(QAbstractTableModel):
    """Parts in the order of the book."""

    def __init__(self, law: Law, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._law = law
        self.parts: list[Part] = []
        self._today = date.today()

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show these parts."""
        self.beginResetModel()
        self.parts = list(parts)
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """The number of parts."""
        return 0 if parent.isValid() else len(self.parts)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """The number of columns."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        """The headings."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(HEADINGS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows; a number that today's tariff does not have is marked."""
        part, column = self.parts[index.row()], index.column()
        gone = column == NUMBER and self._is_gone(part)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(part, column)
            case Qt.ItemDataRole.DecorationRole:
                return icon("review", look().review) if gone else None
            case Qt.ItemDataRole.ToolTipRole:
                return tr("Not in today’s tariff") if gone else as_plain(_text(part, column))
            case Qt.ItemDataRole.AccessibleTextRole:
                value = _text(part, column) + (f" ({tr('Not in today’s tariff')})" if gone else "")
                return tr("{heading}: {value}", heading=tr(HEADINGS[column]), value=value)
        return None

    def _is_gone(self, part: Part) -> bool:
        return self._law.nomenclature.rate_texts(part.number, self._today) is None


def _text(part: Part, column: int) -> str:
    texts = (part.supplier, part.item, part.description, dotted(part.number), said(part.used), part.note)
    return texts[column]
