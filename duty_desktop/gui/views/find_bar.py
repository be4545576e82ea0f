"""Finding lines without hiding the others: Ctrl+F, then F3 from one to the next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from duty_desktop.gui.look import icon
from duty_desktop.gui.texts import tr, trn
from duty_desktop.gui.views.fields import quiet_label


class FindBar(QWidget):
    """`find_asked(text, step)`: go to the next (1) or previous (-1) line with the words."""

    find_asked = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLineEdit(self, clearButtonEnabled=True)
        self.words.setObjectName("findWords")
        self.next, self.previous, self.hide_button = QToolButton(self), QToolButton(self), QToolButton(self)
        self.found = quiet_label(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        for widget in (self.words, self.previous, self.next, self.found):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self.hide_button)
        self.words.setMinimumWidth(self.fontMetrics().horizontalAdvance("0") * 30)
        self.words.returnPressed.connect(lambda: self.ask(1))
        self.words.textEdited.connect(lambda: self.ask(0))
        self.next.clicked.connect(lambda: self.ask(1))
        self.previous.clicked.connect(lambda: self.ask(-1))
        self.hide_button.clicked.connect(self.hide)
        self.retranslate()
        self.hide()

    def begin(self) -> None:
        """Show the bar with the words selected."""
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def ask(self, step: int) -> None:
        """Ask for the next line with the words; a step of 0 may stay on the present line."""
        if self.words.text().strip():
            self.find_asked.emit(self.words.text(), step)
        else:
            self.found.setText("")

    def show_found(self, place: int, count: int) -> None:
        """Say which of the lines with the words is the current one (from 1), 0: none was found."""
        if count:
            self.found.setText(trn("{place} of 1 line", "{place} of {n} lines", count, place=f"{place:,}"))
        else:
            self.found.setText(tr("Not found"))

    def retranslate(self) -> None:
        """Take the language and the colours shown now."""
        self.words.setPlaceholderText(tr("Find in the lines"))
        self.words.setAccessibleName(tr("Find in the lines"))
        self.next.setText(tr("Next"))
        self.next.setToolTip(tr("Next line with these words (F3)"))
        self.previous.setText(tr("Previous"))
        self.previous.setToolTip(tr("Previous line with these words (Shift+F3)"))
        self.hide_button.setIcon(icon("close"))
        self.hide_button.setText(tr("Close"))
        self.hide_button.setToolTip(tr("Close (Esc)"))
        self.hide_button.setAccessibleName(tr("Close"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)
