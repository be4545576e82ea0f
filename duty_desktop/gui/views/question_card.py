"""One open question with its possible answers, each with the duty it leads to."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from duty_desktop.estimate.proposals import PROPOSED
from duty_desktop.estimate.result import Answer, Question
from duty_desktop.gui.formats import money_range
from duty_desktop.gui.look import scaled
from duty_desktop.gui.models.questions_model import lines_text
from duty_desktop.gui.plain import show_plainly
from duty_desktop.gui.texts import marked, said, tr, trn
from duty_desktop.gui.views.answer_box import AnswerLine, AnswerList, Choice, fact_hint, known_duty
from duty_desktop.gui.views.fields import quiet_label
from duty_desktop.gui.views.scope_choice import ScopeChoice
from duty_desktop.gui.views.tab_order import tab_before
from duty_desktop.tariff.facts import Fact, FactGroup

_HINTS = {
    "hts": marked("8708.30.5090"),
    "origin": marked("JP or Japan"),
    "value": marked("amount of the line"),
    "quantity": marked("quantity of the line"),
    "exchange-rate": marked("0.0064 or 155.6"),
    "currency": marked("USD, JPY, EUR …"),
}
_IN_THE_TABLE = frozenset({"check", PROPOSED})
_EACH_ITS_OWN = frozenset({"value", "quantity"})
_MOST_NAMED = 4
_OTHER = "Other"  # the tariff's own word for what its other lines do not name
_ANSWERS_WIDTH = 620


class QuestionCard(QFrame):
    """`answered(question, value)`; `lines_asked(question)`: show its lines; `number_asked(question)`: find
    a number of the tariff for them.
    """

    answered = Signal(object, str)
    lines_asked = Signal(object)
    number_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("questionCard")
        self._question: Question | None = None
        self.title = QLabel(self)
        self.title.setWordWrap(True)
        show_plainly(self.title)
        self.title.setFont(scaled(self.font(), 1.05, bold=True))
        self.help = quiet_label(self, wraps=True)
        self.goods = quiet_label(self, wraps=True)
        self.scope = ScopeChoice(self)
        self.choices = AnswerList(self)
        self.choices.setMaximumWidth(_ANSWERS_WIDTH)
        self.line = AnswerLine(self)
        self.show_lines = QPushButton(self)
        self.show_lines.setObjectName("showLines")
        self.finds = QPushButton(self)
        self.finds.setObjectName("findNumber")
        self._lay_out()
        self.choices.chosen.connect(self._answer)
        self.line.chosen.connect(self._answer)
        self.finds.clicked.connect(lambda: self.number_asked.emit(self._question))
        self.show_lines.clicked.connect(lambda: self.lines_asked.emit(self._question))

    def _lay_out(self) -> None:
        page = QWidget(self)
        page.setObjectName("panel")
        column = QVBoxLayout(page)
        column.setContentsMargins(18, 6, 18, 4)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        for button in (self.finds, self.show_lines):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self.help)
        column.addWidget(self.goods)
        column.addWidget(self.scope)
        column.addWidget(self.choices)
        column.addWidget(self.line)
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
        self,
        question: Question,
        fact: Fact | FactGroup | None,
        about: Mapping[str, Sequence[str]],
        goods: Sequence[str] = (),
    ) -> None:
        """Ask a question; `fact` is what it is about when it is about facts.

        `about` describes answers that do not speak for themselves: the words of the tariff by number.
        `goods` are the descriptions of its lines.
        """
        self._question = question
        self.title.setText(said(question.text))
        told = [lines_text(question)]
        if fact is not None:
            told += [said(fact.help), said(fact.where)]
        self.help.setText(" · ".join(filter(None, told)))
        self.goods.setText(_named(goods))
        self.goods.setVisible(bool(goods))
        self.choices.show_choices(
            [self._choice(question, answer, about.get(answer.value, ())) for answer in question.answers],
            with_keys=True,
        )
        self._ask_line(question, fact)
        self.show_lines.setText(tr("Show the lines"))
        self.show_lines.setToolTip(tr("Show only the lines of this question in the table"))
        self.show_lines.setVisible(bool(question.lines))
        self._name_finds(question)
        tab_before(self.show_lines, [*self.choices.buttons, self.line.text, self.line.button])

    def _ask_line(self, question: Question, fact: Fact | FactGroup | None) -> None:
        """A line of text where an answer may be typed: not where each line wants one of its own."""
        closed = fact is not None and bool(question.answers)
        several = len(question.lines) > 1
        own = several and (question.kind in _EACH_ITS_OWN or is_about_many_goods(question))
        self.line.setVisible(not closed and not own and question.kind not in _IN_THE_TABLE)
        if own:
            self.help.setText(_each_its_own(question, self.help.text()))
        hint = fact_hint(fact) if fact is not None else tr(_HINTS.get(question.kind, ""))
        button = trn("Enter for 1 line", "Enter for all {n} lines", len(question.lines))
        self.line.ask(hint, button if question.lines else tr("Enter"), said(question.text))

    def _name_finds(self, question: Question) -> None:
        proposed, many = question.kind == PROPOSED, is_about_many_goods(question)
        each, find = tr("See each of them…"), tr("Find the numbers…") if many else tr("Find the number…")
        self.finds.setText(each if proposed else find)
        self.finds.setToolTip(tr("Find the number of the tariff by the words of the description"))
        self.finds.setVisible(proposed or question.kind == "hts")

    def _choice(self, question: Question, answer: Answer, words: Sequence[str]) -> Choice:
        label, tip = said(answer.label), " › ".join(words)
        if words:
            label = f"{label}  {' › '.join(_telling(words))}"
        figure = known_duty(answer)
        if not question.lines or not figure:
            return Choice(answer.value, label, "", tip)
        tip += "\n" * bool(tip) + trn(
            "Duty of the line with this answer: {duty}",
            "Duty of the {n} lines with this answer: {duty}",
            len(question.lines),
            duty=money_range(answer.duty_min_cents, answer.duty_max_cents),
        )
        return Choice(answer.value, label, figure, tip)

    def _answer(self, value: str) -> None:
        if self._question is not None:
            self.answered.emit(self._question, value)


def _each_its_own(question: Question, told: str) -> str:
    if is_about_many_goods(question):
        return tr(
            "{lines} · each wants its own: find them by their descriptions, or enter them in the table",
            lines=told,
        )
    return tr("{lines} · each wants its own: show them and enter it in the table", lines=told)


def is_about_many_goods(question: Question) -> bool:
    """Whether the question is about the missing numbers of several lines."""
    return question.kind == "hts" and not question.id and len(question.lines) > 1


def _telling(words: Sequence[str]) -> Sequence[str]:
    """The last words of a chain, from where they say more than that it is something else."""
    place = len(words) - 2
    while place > 0 and all(one == _OTHER for one in words[place:]):
        place -= 1
    return words[max(place, 0) :]


def _named(goods: Sequence[str]) -> str:
    """The first few different goods, and how many more there are."""
    different = list(dict.fromkeys(filter(None, goods)))
    shown = tr("; ").join(different[:_MOST_NAMED])
    others = len(different) - _MOST_NAMED
    return trn("{goods} and 1 more", "{goods} and {n} more", others, goods=shown) if others > 0 else shown
