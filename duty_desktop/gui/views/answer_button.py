"""An answer to a question: its key, its words, and on the right the duty that it leads to."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from duty_desktop.gui.look import look, scaled, tabular
from duty_desktop.gui.views.fields import SMALL

_PAD, _GAP = 12, 24
_CENTER = Qt.AlignmentFlag.AlignVCenter
_LEFT, _RIGHT = _CENTER | Qt.AlignmentFlag.AlignLeft, _CENTER | Qt.AlignmentFlag.AlignRight


class AnswerButton(QPushButton):
    """A button as wide as its place; figures of answers under each other stand in one column."""

    def __init__(self, key: str, value: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key, self.value, self.label, self.figure = key, value, label, ""
        self.setObjectName(f"answer-{value}")
        self.setFont(tabular(self.font()))
        self._key_font = scaled(self.font(), SMALL)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def show_figure(self, figure: str) -> None:
        """Show the duty under this answer; "" when it is not known."""
        self.figure = figure
        self.setAccessibleName(f"{self.label}: {figure}" if figure else self.label)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for everything in one line."""
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(self.label) + metrics.horizontalAdvance(self.figure)
        return QSize(words + self._key_width() + _GAP + 2 * _PAD, metrics.height() + 14)

    def minimumSizeHint(self) -> QSize:
        """Long words may be cut, with the whole in the tip; the figure is not."""
        figure = self.fontMetrics().horizontalAdvance(self.figure)
        return QSize(figure + self._key_width() + 10 * _PAD, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the system's button, then key, words and figure."""
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        inner = self.rect().adjusted(_PAD, 0, -_PAD, 0)
        self._draw_words(painter, inner)
        painter.end()

    def _draw_words(self, painter: QPainter, inner: QRect) -> None:
        colors, metrics = look(), self.fontMetrics()
        painter.setFont(self._key_font)
        painter.setPen(colors.muted)
        painter.drawText(inner, _LEFT, self.key)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        figure = metrics.horizontalAdvance(self.figure)
        painter.drawText(inner, _RIGHT, self.figure)
        words = inner.adjusted(self._key_width(), 0, -figure - _GAP // 2, 0)
        shown = metrics.elidedText(self.label, Qt.TextElideMode.ElideMiddle, words.width())
        painter.drawText(words, _LEFT, shown)

    def _key_width(self) -> int:
        return self.fontMetrics().horizontalAdvance("00") + _GAP // 2 if self.key else 0
