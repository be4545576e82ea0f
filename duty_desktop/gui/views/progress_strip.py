"""Long work: what is being done, how far it is, and Cancel."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from duty_desktop.gui.plain import show_plainly
from duty_desktop.gui.texts import tr

SHOWN_AFTER_MS = 300
_FULL = 1000


class ProgressStrip(QFrame):
    """Appears when work takes longer than a moment; much of the window moves then, and `appears` tells it.

    `cancelled`: the person wants the work to stop.
    """

    appears = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        self.what, self.bar, self.cancel = QLabel(self), QProgressBar(self), QPushButton(self)
        show_plainly(self.what)
        self.bar.setRange(0, _FULL)
        self.bar.setTextVisible(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 6)
        layout.addWidget(self.what)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.cancel)
        self._waiting = QTimer(self, singleShot=True, interval=SHOWN_AFTER_MS)
        self._waiting.timeout.connect(self.appears)
        self._waiting.timeout.connect(self.show)
        self.cancel.clicked.connect(self.cancelled)
        self.hide()

    def begin(self, what: str) -> None:
        """Work has begun; the strip appears if it is not over soon."""
        self.cancel.setText(tr("Cancel"))
        self.what.setText(what)
        self.bar.setAccessibleName(what)
        self.bar.setValue(0)
        self._waiting.start()

    def show_progress(self, fraction: float, what: str) -> None:
        """Show how far the work is."""
        self.bar.setValue(round(fraction * _FULL))
        if what:
            self.what.setText(what)

    def end(self) -> None:
        """The work is over."""
        self._waiting.stop()
        self.hide()
