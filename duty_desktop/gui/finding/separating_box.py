"""The question that separates the candidates, in the tariff's own words; an answer narrows them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from duty_desktop.gui.plain import as_plain, show_plainly
from duty_desktop.gui.texts import tr, trn
from duty_desktop.gui.views.answer_box import AnswerList, Choice

if TYPE_CHECKING:
    from duty_desktop.describe.candidates import Separation

_WORDS_WIDTH = 160


class SeparatingBox(QWidget):
    """`narrowed(numbers)`: only these stay; `widened`: all candidates again."""

    narrowed = Signal(object)
    widened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._separation: Separation | None = None
        self.question, self.answers = QLabel(self), AnswerList(self)
        self.question.setWordWrap(True)
        show_plainly(self.question)
        self.all = QPushButton(self)
        self.all.setAutoDefault(False)
        head = QHBoxLayout()
        head.addWidget(self.question, 1)
        head.addWidget(self.all)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 6)
        column.addLayout(head)
        column.addWidget(self.answers)
        self.answers.chosen.connect(self._choose)
        self.all.clicked.connect(self.widened)
        self.hide()  # until there is something to ask

    def show_separation(self, separation: "Separation | None", narrowed_to: int, of: int) -> None:
        """Ask the outermost question; None: nothing separates what is left."""
        self._separation = separation
        choices = separation.choices if separation else ()
        if separation is not None and separation.under:
            self.question.setText(tr("Which of these, under “{words}”?", words=_short(separation.under)))
            self.question.setToolTip(as_plain(separation.under))
        else:
            self.question.setText(tr("Which of these headings?") if choices else "")
            self.question.setToolTip("")
        self.answers.show_choices(
            [
                Choice(
                    str(place),
                    one.words,
                    trn("1 number", "{n} numbers", len(one.numbers)),
                    as_plain(one.words),
                )
                for place, one in enumerate(choices)
            ],
            with_keys=True,
        )
        is_narrowed = narrowed_to < of
        self.all.setText(tr("All {n} &candidates", n=of))
        self.all.setVisible(is_narrowed)
        self.setVisible(bool(choices) or is_narrowed)

    def _choose(self, place: str) -> None:
        if self._separation is not None:
            self.narrowed.emit(self._separation.choices[int(place)].numbers)


def _short(words: str) -> str:
    return words if len(words) <= _WORDS_WIDTH else words[:_WORDS_WIDTH].rsplit(" ", 1)[0] + " …"
