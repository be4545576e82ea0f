"""An offer above the shipment: a sentence, one button that takes it up, one that puts it away."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from duty_desktop.gui.look import ICON_SIDE, icon, look
from duty_desktop.gui.plain import show_plainly
from duty_desktop.gui.texts import tr


class OfferBar(QFrame):
    """Hidden while there is nothing to offer. Its words are functions: the language may change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setProperty("severity", "notice")
        self._says: Callable[[], str] = str
        self._does: Callable[[], str] = str
        self._act: Callable[[], object] | None = None
        self._icon, self.words = QLabel(self), QLabel(self)
        self.words.setWordWrap(True)
        show_plainly(self.words)
        self.take, self.hide_button = QPushButton(self), QToolButton(self)
        self.take.setObjectName("offerTake")
        self.hide_button.setAutoRaise(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 6)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self.words, 1)
        row.addWidget(self.take)
        row.addWidget(self.hide_button)
        self.take.clicked.connect(self._take)
        self.hide_button.clicked.connect(self.withdraw)
        self.hide()

    def offer(self, says: Callable[[], str], does: Callable[[], str], act: Callable[[], object]) -> None:
        """Offer something; `act` carries it out."""
        self._says, self._does, self._act = says, does, act
        self.retranslate()

    def withdraw(self) -> None:
        """There is nothing to offer any more."""
        self._act = None
        self.hide()

    def retranslate(self) -> None:
        """Take the language and the colours shown now."""
        self.setVisible(self._act is not None)
        if self._act is None:
            return
        self._icon.setPixmap(icon("notice", look().accent).pixmap(QSize(ICON_SIDE, ICON_SIDE)))
        self.words.setText(self._says())
        self.take.setText(self._does())
        self.hide_button.setIcon(icon("close"))
        self.hide_button.setToolTip(tr("Hide these messages"))
        self.hide_button.setAccessibleName(tr("Hide"))
        self.setAccessibleName(self.words.text())

    def _take(self) -> None:
        if self._act is not None:
            self._act()
