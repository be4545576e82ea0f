"""Where a question is answered: a list of answers with their duty, else a line of text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from duty_desktop.estimate.result import Answer, Question
from duty_desktop.gui.formats import money_range
from duty_desktop.gui.texts import said, tr
from duty_desktop.gui.views.answer_button import AnswerButton
from duty_desktop.gui.words import ANSWERS
from duty_desktop.tariff.facts import Fact, FactGroup, FactKind
from duty_desktop.tariff.law import Law

MOST_KEYS = 9
_HINTS = {
    FactKind.MONEY: "US$",
    FactKind.PERCENT: "%",
    FactKind.DATE: "2026-11-23",
    FactKind.COUNTRY: "JP",
    FactKind.PROVISION: "9802.00.50",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer to choose: its value, its words, the duty it leads to ("" not known), and what it means."""

    value: str
    label: str
    figure: str = ""
    tip: str = ""


class AnswerList(QWidget):
    """Answers under each other, with the duty of each. `chosen(value)`: one was pressed."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(5)
        self.buttons: list[AnswerButton] = []

    def show_choices(self, choices: Sequence[Choice], *, with_keys: bool) -> None:
        """Show each answer as a button; `with_keys`: the first nine name the key that chooses them."""
        for button in self.buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for place, choice in enumerate(choices, 1):
            key = str(place) if with_keys and place <= MOST_KEYS else ""
            button = AnswerButton(key, choice.value, choice.label, self)
            button.show_figure(choice.figure)
            button.setToolTip(choice.tip)
            button.clicked.connect(lambda _=False, value=choice.value: self.chosen.emit(value))
            self._column.addWidget(button)
            button.show()
            self.buttons.append(button)
        self.setVisible(bool(choices))
        self.updateGeometry()

    def show_figures(self, figures: Mapping[str, str]) -> None:
        """Show other duties beside the same answers."""
        for button in self.buttons:
            button.show_figure(figures.get(button.value, ""))

    def press(self, key: int) -> bool:
        """Choose the answer of a key from 1; False when there is none."""
        if not 1 <= key <= min(len(self.buttons), MOST_KEYS):
            return False
        self.buttons[key - 1].click()
        return True


class AnswerLine(QWidget):
    """A line of text with a button. `chosen(text)`: the person entered it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLineEdit(self)
        self.text.setObjectName("answerText")
        self.button = QPushButton(self)
        self.button.setObjectName("answerButton")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)
        layout.addWidget(self.button)
        self.text.returnPressed.connect(self._enter)
        self.button.clicked.connect(self._enter)
        self.text.setMaximumWidth(self.fontMetrics().horizontalAdvance("0") * 26)
        layout.addStretch(1)

    def ask(self, hint: str, button: str, name: str, present: str = "") -> None:
        """Ask for a text; `hint` shows its form."""
        self.text.setText(present)
        self.text.setPlaceholderText(hint)
        self.text.setAccessibleName(name)
        self.button.setText(button)

    def _enter(self) -> None:
        if self.text.text().strip():
            self.chosen.emit(self.text.text().strip())


def known_duty(answer: Answer) -> str:
    """The duty under an answer; "" when nothing is known of it."""
    if answer.duty_max_cents is None and not answer.duty_min_cents:
        return ""
    return money_range(answer.duty_min_cents, answer.duty_max_cents)


def asked_fact(law: Law, question: Question) -> Fact | FactGroup | None:
    """The fact, or the facts together, that a question is about; None when it is about something else."""
    if question.kind == "facts":
        return law.fact_groups.get(question.id)
    return law.facts.get(question.id) if question.kind == "fact" else None


def fact_choices(fact: Fact | FactGroup) -> list[tuple[str, str]]:
    """The (value, label) choices of a fact, or of several asked together; empty when it wants a text."""
    if isinstance(fact, FactGroup):
        return [(answer.value, said(answer.label)) for answer in fact.answers]
    if fact.kind is FactKind.YES_NO:
        return [(value, tr(label)) for value, label in ANSWERS.items()]
    return [(value, said(label)) for value, label in fact.choices]


def fact_hint(fact: Fact | FactGroup) -> str:
    """An example of what to enter for a fact."""
    return "" if isinstance(fact, FactGroup) else _HINTS.get(fact.kind, "")
