"""The open questions as a table: what, how many lines, how much money is at stake."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from duty_desktop.estimate.result import Question
from duty_desktop.gui.formats import NOT_KNOWN, money
from duty_desktop.gui.look import icon, look
from duty_desktop.gui.models.lines_model import Index
from duty_desktop.gui.plain import as_plain
from duty_desktop.gui.texts import marked, said, tr, trn

HEADINGS = (marked("Open question"), marked("Lines"), marked("At stake (USD)"))
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_NO_INDEX = QModelIndex()


class QuestionsModel(QAbstractTableModel):
    """Questions in the order of the worksheet: what holds up everything first, then by money."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._questions: list[Question] = []

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Show these questions."""
        self.beginResetModel()
        self._questions = list(questions)
        self.endResetModel()

    def question_at(self, row: int) -> Question:
        """The question in a row."""
        return self._questions[row]

    def row_of(self, kind: str, name: str) -> int | None:
        """The row of a question by kind and id, None when it is answered."""
        keys = [(question.kind, question.id) for question in self._questions]
        return keys.index((kind, name)) if (kind, name) in keys else None

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """The number of open questions."""
        return 0 if parent.isValid() else len(self._questions)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Three: question, lines, money."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        """The headings."""
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return tr(HEADINGS[section])
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if section else _LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows."""
        question = self._questions[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return (said(question.text), lines_text(question), stake_text(question))[index.column()]
            case Qt.ItemDataRole.DecorationRole:
                return icon("review", look().review) if index.column() == 0 else None
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if index.column() else _LEFT
            case Qt.ItemDataRole.ToolTipRole:
                return as_plain(said(question.text))
            case Qt.ItemDataRole.AccessibleTextRole:
                return tr(
                    "{question}: {lines}, {stake} at stake",
                    question=said(question.text),
                    lines=lines_text(question),
                    stake=stake_text(question),
                )
        return None


def lines_text(question: Question) -> str:
    """How many lines a question is about; the whole shipment when none is named."""
    if not question.lines:
        return tr("Shipment")
    return trn("1 line", "{n} lines", len(question.lines))


def stake_text(question: Question) -> str:
    """The money at stake; a dash when no bound is known."""
    return money(question.stake_cents) if question.stake_cents else NOT_KNOWN
