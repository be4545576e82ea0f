"""Whether an answer is for all the lines of a question or for those selected in the table."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from duty_desktop.gui.texts import trn


class ScopeChoice(QWidget):
    """Hidden while the selection says nothing about the question. `changed`: the other one was chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.everyone, self.selected = QRadioButton(self), QRadioButton(self)
        self.everyone.setChecked(True)
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(16)
        for button in (self.everyone, self.selected):
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self.selected.toggled.connect(self.changed)
        self.hide()

    def offer(self, whole: int, selected: int) -> None:
        """Offer the choice when some, but not all, of `whole` lines are selected."""
        worth = 0 < selected < whole
        if not worth and self.selected.isChecked():
            self.everyone.setChecked(True)
        self.everyone.setText(trn("For the line", "For all {n} lines", whole))
        self.selected.setText(
            trn("For the 1 line selected in the table", "For the {n} lines selected in the table", selected)
        )
        self.setVisible(worth)

    @property
    def is_narrowed(self) -> bool:
        """Whether only the selected lines are answered for."""
        return self.selected.isChecked() and not self.isHidden()
