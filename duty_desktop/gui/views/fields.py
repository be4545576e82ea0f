"""Small building blocks: a field with its name above it, a quiet label, a line between parts."""

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from duty_desktop.gui.look import scaled
from duty_desktop.gui.plain import show_plainly

SMALL = 0.88


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


def quiet_label(parent: QWidget | None = None, *, wraps: bool = False) -> QLabel:
    """A label in the muted colour and small letters."""
    label = QLabel(parent)
    label.setObjectName("quiet")
    show_plainly(label)
    label.setFont(scaled(label.font(), SMALL))
    label.setWordWrap(wraps)
    return label


def title_label(parent: QWidget | None = None) -> QLabel:
    """A label that heads a part of the window."""
    label = QLabel(parent)
    label.setObjectName("partTitle")
    show_plainly(label)
    label.setFont(scaled(label.font(), 1.0, bold=True))
    return label


def hairline(parent: QWidget | None = None) -> QFrame:
    """A thin line across."""
    line = QFrame(parent)
    line.setObjectName("hairline")
    line.setFixedHeight(1)
    return line
