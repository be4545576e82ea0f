"""Small building blocks: a field with its name above it, a quiet label, a line between parts."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from duty_desktop.gui.look import scaled, tabular

SMALL = 0.88
_LEAST_SCALE, _STEP = 0.8, 0.1


class NamedField(QWidget):
    """A widget with its name in small letters above it; the name leads assistive tools to the widget."""

    def __init__(self, widget: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widget = widget
        self._name = QLabel(self)
        self._name.setObjectName("fieldName")
        self._name.setFont(scaled(self.font(), SMALL))
        self._name.setBuddy(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._name)
        layout.addWidget(widget)

    def set_name(self, name: str, tip: str) -> None:
        """Name the field, in the language shown."""
        self._name.setText(name)
        self._widget.setAccessibleName(name.replace("&", ""))
        self._widget.setAccessibleDescription(tip)
        self._widget.setToolTip(tip)


class FigureLabel(QLabel):
    """A figure that is as large as its place allows, up to `factor` times the usual text."""

    def __init__(self, factor: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._factor = factor
        self._usual = self.font()
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._fit()

    def show_figure(self, text: str) -> None:
        """Show a figure; line breaks are kept."""
        self.setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the figure into the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        factor = self._factor
        while True:
            self.setFont(tabular(scaled(self._usual, factor, bold=True)))
            widths = [self.fontMetrics().horizontalAdvance(line) for line in self.text().split("\n")]
            if factor <= _LEAST_SCALE or max(widths) <= self.width():
                return
            factor -= _STEP


def quiet_label(parent: QWidget | None = None, *, wraps: bool = False) -> QLabel:
    """A label in the muted colour and small letters."""
    label = QLabel(parent)
    label.setObjectName("quiet")
    label.setFont(scaled(label.font(), SMALL))
    label.setWordWrap(wraps)
    return label


def title_label(parent: QWidget | None = None) -> QLabel:
    """A label that heads a part of the window."""
    label = QLabel(parent)
    label.setObjectName("partTitle")
    label.setFont(scaled(label.font(), 1.0, bold=True))
    return label


def hairline(parent: QWidget | None = None) -> QFrame:
    """A thin line across."""
    line = QFrame(parent)
    line.setObjectName("hairline")
    line.setFixedHeight(1)
    return line
