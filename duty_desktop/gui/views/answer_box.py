"""Where one fact is answered: buttons for a few choices, else a line of text that says what it wants."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from duty_desktop.gui.texts import said, tr
from duty_desktop.gui.views.flow_layout import FlowLayout
from duty_desktop.gui.words import ANSWERS
from duty_desktop.tariff.facts import Fact, FactKind

_HINTS = {
    FactKind.MONEY: "US$",
    FactKind.PERCENT: "%",
    FactKind.DATE: "2026-11-23",
    FactKind.COUNTRY: "JP",
    FactKind.PROVISION: "9802.00.50",
}


class ChoiceButtons(QWidget):
    """Buttons side by side, on as many rows as needed. `chosen(value)`: one was pressed."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        self.buttons: list[QPushButton] = []

    def show_choices(self, choices: Sequence[tuple[str, str, str]], picked: str = "") -> None:
        """Show (value, label, tip) each as a button; `picked` is the present answer."""
        self._flow.clear()
        self.buttons = []
        for value, label, tip in choices:
            button = QPushButton(label, self)
            button.setObjectName(f"answer-{value}")
            button.setToolTip(tip)
            button.setAccessibleName(label.replace("\n", ": "))
            button.setCheckable(bool(picked))
            button.setChecked(value == picked)
            button.clicked.connect(lambda _=False, value=value: self.chosen.emit(value))
            self._flow.addWidget(button)
            button.show()
            self.buttons.append(button)
        self.updateGeometry()


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


def fact_choices(fact: Fact) -> list[tuple[str, str]]:
    """The (value, label) choices of a fact, empty when it wants a text."""
    if fact.kind is FactKind.YES_NO:
        return [(value, tr(label)) for value, label in ANSWERS.items()]
    return [(value, said(label)) for value, label in fact.choices]


def fact_hint(fact: Fact) -> str:
    """An example of what to enter for a fact."""
    return _HINTS.get(fact.kind, "")
