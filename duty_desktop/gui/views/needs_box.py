"""What a line needs from a person, with the answers as buttons: for this line or for all alike."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QVBoxLayout, QWidget

from duty_desktop.estimate.result import Question
from duty_desktop.gui.texts import said, tr, trn
from duty_desktop.gui.views.answer_box import (
    AnswerLine,
    AnswerList,
    Choice,
    fact_choices,
    fact_hint,
    known_duty,
)
from duty_desktop.gui.views.tab_order import tab_before
from duty_desktop.tariff.facts import Fact, FactGroup

MOST_ASKED = 3


@dataclass(frozen=True, slots=True)
class Need:
    """A question that a line waits for: as asked for all its lines, and for this line alone."""

    question: Question
    alone: Question
    fact: Fact | FactGroup


class NeedsBox(QFrame):
    """`answered(question, value, for_all)`: the person answered for this line, or for all its lines."""

    answered = Signal(object, str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("needs")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 12, 16, 12)
        self._layout.setSpacing(6)
        self.for_all = QCheckBox(self)
        self.for_all.setObjectName("forAll")
        self.for_all.toggled.connect(self._show_figures)
        self._parts: list[QWidget] = []
        self._asking: list[QWidget] = []
        self._lists: list[tuple[AnswerList, Need]] = []
        self._asked: list[tuple[str, str]] = []

    def show_needs(self, needs: Sequence[Need]) -> None:
        """Show the questions that a line waits for; the box hides when there are none."""
        asked = [(need.question.kind, need.question.id) for need in needs]
        for part in self._parts:
            self._layout.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts, self._asking, self._lists = [], [], []
        self._layout.removeWidget(self.for_all)
        if asked != self._asked:
            self.for_all.setChecked(False)
        self._asked = asked
        for need in needs[:MOST_ASKED]:
            self._add(need)
        most = max((len(need.question.lines) for need in needs[:MOST_ASKED]), default=0)
        self.for_all.setText(trn("For this line alone", "For all {n} lines with this question", most))
        self.for_all.setVisible(most > 1)
        tab_before(self.for_all, self._asking)
        self._layout.addWidget(self.for_all)
        self._show_figures()
        self.setVisible(bool(needs))

    def _add(self, need: Need) -> None:
        label = QLabel(said(need.question.text), self)
        label.setWordWrap(True)
        label.setToolTip("\n".join(filter(None, (said(need.fact.help), said(need.fact.where)))))
        choices = fact_choices(need.fact)
        if choices:
            answers = AnswerList(self)
            answers.show_choices([Choice(value, text) for value, text in choices], with_keys=False)
            answers.chosen.connect(lambda value: self._answer(need.question, value))
            self._asking += answers.buttons
            self._lists.append((answers, need))
            self._keep(label, answers)
            return
        line = AnswerLine(self)
        line.ask(fact_hint(need.fact), tr("Declare"), said(need.question.text))
        line.chosen.connect(lambda value: self._answer(need.question, value))
        self._asking += [line.text, line.button]
        self._keep(label, line)

    def _keep(self, *parts: QWidget) -> None:
        for part in parts:
            self._layout.addWidget(part)
            part.show()  # else it is shown later and has no height until then
            self._parts.append(part)

    def _show_figures(self) -> None:
        """The duty under each answer: of this line, or of all of them."""
        for answers, need in self._lists:
            asked = need.question if self.for_all.isChecked() else need.alone
            answers.show_figures({answer.value: known_duty(answer) for answer in asked.answers})

    def _answer(self, question: Question, value: str) -> None:
        everyone = not self.for_all.isHidden() and self.for_all.isChecked()
        self.answered.emit(question, value, everyone)
