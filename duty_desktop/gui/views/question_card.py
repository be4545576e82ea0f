"""One open question with its possible answers, each with the duty it leads to."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from duty_desktop.estimate.result import Answer, Question
from duty_desktop.gui.formats import money_range
from duty_desktop.gui.look import scaled
from duty_desktop.gui.models.questions_model import lines_text
from duty_desktop.gui.texts import marked, said, tr, trn
from duty_desktop.gui.views.answer_box import AnswerLine, ChoiceButtons, fact_hint
from duty_desktop.gui.views.fields import quiet_label
from duty_desktop.gui.views.tab_order import tab_before
from duty_desktop.tariff.facts import Fact

_HINTS = {
    "hts": marked("8708.30.5090"),
    "origin": marked("JP or Japan"),
    "value": marked("amount of each line"),
    "quantity": marked("quantity of each line"),
    "exchange-rate": marked("0.0064 or 155.6"),
    "currency": marked("USD, JPY, EUR …"),
}
_IN_THE_TABLE = frozenset({"check"})
_WORDS_WIDTH = 340


class QuestionCard(QFrame):
    """`answered(question, value)`; `lines_asked(question)`: show its lines."""

    answered = Signal(object, str)
    lines_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("questionCard")
        self._question: Question | None = None
        self.title = QLabel(self)
        self.title.setWordWrap(True)
        self.title.setFont(scaled(self.font(), 1.05, bold=True))
        self.help = quiet_label(self, wraps=True)
        self.choices = ChoiceButtons(self)
        self.line = AnswerLine(self)
        self.show_lines = QPushButton(self)
        self.show_lines.setObjectName("showLines")
        self._lay_out()
        self.choices.chosen.connect(self._answer)
        self.line.chosen.connect(self._answer)
        self.show_lines.clicked.connect(lambda: self.lines_asked.emit(self._question))

    def _lay_out(self) -> None:
        page = QWidget(self)
        page.setObjectName("panel")
        column = QVBoxLayout(page)
        column.setContentsMargins(18, 12, 18, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.help)
        column.addWidget(self.choices)
        row = QHBoxLayout()
        row.addWidget(self.line)
        row.addWidget(self.show_lines)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def show_question(
        self, question: Question, fact: Fact | None, about: Mapping[str, Sequence[str]]
    ) -> None:
        """Ask a question; `fact` is what it is about when it is about a fact.

        `about` describes answers that do not speak for themselves: the words of the tariff by number.
        """
        self._question = question
        self.title.setText(said(question.text))
        told = [lines_text(question)]
        if fact is not None:
            told += [said(fact.help), said(fact.where)]
        self.help.setText(" · ".join(filter(None, told)))
        self.choices.show_choices(
            [self._choice(question, answer, about.get(answer.value, ())) for answer in question.answers]
        )
        self.choices.setVisible(bool(question.answers))
        tab_before(self.line.text, self.choices.buttons)
        closed = fact is not None and bool(question.answers)
        self.line.setVisible(not closed and question.kind not in _IN_THE_TABLE)
        hint = fact_hint(fact) if fact is not None else tr(_HINTS.get(question.kind, ""))
        button = trn("Enter for 1 line", "Enter for all {n} lines", len(question.lines))
        self.line.ask(hint, button if question.lines else tr("Enter"), said(question.text))
        self.show_lines.setText(tr("Show the lines"))
        self.show_lines.setToolTip(tr("Show only the lines of this question in the table"))
        self.show_lines.setVisible(bool(question.lines))

    def _choice(self, question: Question, answer: Answer, words: Sequence[str]) -> tuple[str, str, str]:
        label, tip = said(answer.label), " › ".join(words)
        if words:
            last = words[-1] if len(words) == 1 else " › ".join(words[-2:])
            short = self.fontMetrics().elidedText(last, Qt.TextElideMode.ElideLeft, _WORDS_WIDTH)
            label = f"{label}  {short.replace('&', '&&')}"
        known = answer.duty_max_cents is not None or answer.duty_min_cents
        if not question.lines or not known:
            return answer.value, label, tip
        duty = money_range(answer.duty_min_cents, answer.duty_max_cents)
        tip += "\n" * bool(tip) + trn(
            "Duty of the line with this answer: {duty}",
            "Duty of the {n} lines with this answer: {duty}",
            len(question.lines),
            duty=duty,
        )
        return answer.value, tr("{answer}\n{duty}", answer=label, duty=duty), tip

    def _answer(self, value: str) -> None:
        if self._question is not None:
            self.answered.emit(self._question, value)
