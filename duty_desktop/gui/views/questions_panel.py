"""The open questions, dearest first, and the chosen one with its answers: the daily work."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from duty_desktop.estimate.result import Question
from duty_desktop.gui.look import tabular
from duty_desktop.gui.models.questions_model import QuestionsModel
from duty_desktop.gui.session import Session
from duty_desktop.gui.texts import tr, trn
from duty_desktop.gui.views.fields import title_label
from duty_desktop.gui.views.question_card import QuestionCard

_ROW_AIR, _LEFT = 10, 14


class QuestionsPanel(QFrame):
    """`lines_asked(Question)`: show its lines in the table."""

    lines_asked = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._session = session
        self._shown: tuple[str, str] | None = None
        self.model = QuestionsModel(self)
        self.title = title_label(self)
        self.list = QTableView(self)
        self.card = QuestionCard(self)
        self.none_left = QLabel(self)
        self.none_left.setObjectName("good")
        self.none_left.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._set_up_list()
        self._lay_out()
        self.list.selectionModel().currentRowChanged.connect(self._show_card)
        self.card.answered.connect(self._answer)
        self.card.lines_asked.connect(self.lines_asked)
        session.opened.connect(self._begin)
        session.changed.connect(self.show_questions)

    def _set_up_list(self) -> None:
        self.list.setObjectName("questions")
        self.list.setModel(self.model)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setShowGrid(False)
        self.list.setFont(tabular(self.list.font()))
        self.list.setTabKeyNavigation(False)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.verticalHeader().hide()
        self.list.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.list.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _ROW_AIR)
        header = self.list.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.doubleClicked.connect(self._ask_lines)

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(_LEFT, 8, 14, 6)
        head.addWidget(self.title)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setContentsMargins(_LEFT, 0, 0, 0)
        row.addWidget(self.list)
        column.addLayout(row)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(left)
        self.split.addWidget(self.card)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.split)
        self._stack.addWidget(self.none_left)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def show_questions(self, _: object = None) -> None:
        """Show what is still open, staying near the place where the person was."""
        row = self.list.currentIndex().row()
        self.model.show_questions(self._session.questions)
        count = self.model.rowCount()
        self.title.setText(trn("1 open question", "{n} open questions", count))
        self.list.setAccessibleName(self.title.text())
        self.none_left.setText(tr("✓  No open questions: the estimate is final."))
        self._stack.setCurrentIndex(0 if count else 1)
        if count:
            same = self.model.row_of(*self._shown) if self._shown else None
            self.list.selectRow(same if same is not None else min(max(row, 0), count - 1))

    def begin(self) -> None:
        """Put the keyboard into the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Take the language and the colours shown now."""
        if self._session.is_open:
            self.show_questions()

    def _begin(self) -> None:
        self._shown = None
        self.show_questions()

    def _show_card(self, current: QModelIndex, _: QModelIndex) -> None:
        if not current.isValid():
            return
        question = self.model.question_at(current.row())
        self._shown = question.kind, question.id
        facts = self._session.worksheet.law.facts
        fact = facts.get(question.id) if question.kind == "fact" else None
        self.card.show_question(question, fact, self._tariff_words(question))

    def _tariff_words(self, question: Question) -> dict[str, tuple[str, ...]]:
        """The words of the tariff for the numbers that a question proposes."""
        if question.kind != "hts":
            return {}
        worksheet = self._session.worksheet
        on, nomenclature = worksheet.shipment.entry_date, worksheet.law.nomenclature
        lines = {answer.value: nomenclature.line(answer.value, on) for answer in question.answers}
        return {
            number: tuple(words.rstrip(":") for words in line.chain)
            for number, line in lines.items()
            if line is not None
        }

    def _answer(self, question: Question, value: str) -> None:
        self._session.answer(question, value)

    def _ask_lines(self, index: QModelIndex) -> None:
        self.lines_asked.emit(self.model.question_at(index.row()))
