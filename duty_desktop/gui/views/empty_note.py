"""What stands in a table without rows: why it is empty, and what to do."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLabel

from duty_desktop.gui.plain import show_plainly

_AIR = 32


class EmptyNote(QLabel):
    """Lies in the middle of a view, over its whole ground; the mouse goes through."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        self._ground = view.viewport()
        super().__init__(self._ground)
        self.setObjectName("quiet")
        show_plainly(self)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMargin(_AIR)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ground.installEventFilter(self)
        self.hide()

    def tell(self, text: str) -> None:
        """Say this; "" says nothing."""
        self.setText(text)
        self.resize(self._ground.size())
        self.setVisible(bool(text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the view's size."""
        if event.type() == QEvent.Type.Resize and watched is self._ground:
            self.resize(self._ground.size())
        return super().eventFilter(watched, event)
