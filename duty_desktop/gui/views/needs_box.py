"""What a line needs from a person, with the answers as buttons: for this line or for all alike."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QVBoxLayout, QWidget

from duty_desktop.estimate.result import Question
from duty_desktop.gui.texts import said, tr, trn
from duty_desktop.gui.views.answer_box import AnswerLine, ChoiceButtons, fact_choices, fact_hint
from duty_desktop.gui.views.tab_order import tab_before
from duty_desktop.tariff.facts import Fact

MOST_ASKED = 3


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
        self._parts: list[QWidget] = []
        self._asking: list[QWidget] = []
        self._asked: list[tuple[str, str]] = []

    def show_needs(self, needs: Sequence[tuple[Question, Fact]]) -> None:
        """Show the questions that a line waits for; the box hides when there are none."""
        asked = [(question.kind, question.id) for question, _ in needs]
        for part in self._parts:
            self._layout.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts, self._asking = [], []
        self._layout.removeWidget(self.for_all)
        for question, fact in needs[:MOST_ASKED]:
            self._add(question, fact)
        most = max((len(question.lines) for question, _ in needs[:MOST_ASKED]), default=0)
        self.for_all.setText(trn("For this line alone", "For all {n} lines with this question", most))
        self.for_all.setVisible(most > 1)
        if asked != self._asked:
            self.for_all.setChecked(False)
        self._asked = asked
        tab_before(self.for_all, self._asking)
        self._layout.addWidget(self.for_all)
        self.setVisible(bool(needs))

    def _add(self, question: Question, fact: Fact) -> None:
        label = QLabel(said(question.text), self)
        label.setWordWrap(True)
        label.setToolTip("\n".join(filter(None, (said(fact.help), said(fact.where)))))
        choices = fact_choices(fact)
        if choices:
            buttons = ChoiceButtons(self)
            buttons.show_choices([(value, text, "") for value, text in choices])
            buttons.chosen.connect(lambda value: self._answer(question, value))
            self._asking += buttons.buttons
            self._keep(label, buttons)
            return
        line = AnswerLine(self)
        line.ask(fact_hint(fact), tr("Declare"), said(question.text))
        line.chosen.connect(lambda value: self._answer(question, value))
        self._asking += [line.text, line.button]
        self._keep(label, line)

    def _keep(self, *parts: QWidget) -> None:
        for part in parts:
            self._layout.addWidget(part)
            self._parts.append(part)

    def _answer(self, question: Question, value: str) -> None:
        everyone = self.for_all.isVisible() and self.for_all.isChecked()
        self.answered.emit(question, value, everyone)
