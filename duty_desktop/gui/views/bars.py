"""Bars of duty, one a class or heading: names and figures in words, the bar only beside them."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QStyleOptionFocusRect, QWidget

from duty_desktop.gui.look import look, tabular

_MARGIN, _BAR = 4, 4


@dataclass(frozen=True, slots=True)
class Bar:
    """What a bar shows: a name, a figure in words, its share (0 to 1) that is sure and that is open."""

    name: str
    figure: str
    sure: float
    open: float


class BarButton(QAbstractButton):
    """A bar that can be pressed; checked while the table shows only its lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = Bar("", "", 0, 0)
        self.setCheckable(True)
        self.setFont(tabular(self.font()))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_bar(self, bar: Bar) -> None:
        """Show another name, figure and share."""
        self._bar = bar
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for name or figure, the wider, and for the bar.

        One line high: where two are needed the layout asks for the height of its width, but a scroll area
        would keep the room of two for good.
        """
        metrics = self.fontMetrics()
        widest = max(map(metrics.horizontalAdvance, (self._bar.name, self._bar.figure)))
        return QSize(widest + 2 * _MARGIN, self._height(1))

    def minimumSizeHint(self) -> QSize:
        """Nothing is cut off."""
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        """Name and figure take two lines where one is too narrow.

        The layout asks for the height; a height set when the width changes would make a scroll bar come and
        go for ever.
        """
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width."""
        return self._height(2 if self._is_tight(width) else 1)

    def _height(self, lines: int) -> int:
        return lines * self._line_height() + _BAR + 3 * _MARGIN

    def _line_height(self) -> int:
        """Of a line as it is drawn: characters that another font lends may be taller than this one's."""
        texts = (self._bar.name, self._bar.figure)
        return max(self.fontMetrics().size(Qt.TextFlag.TextSingleLine, text).height() for text in texts)

    def _is_tight(self, width: int) -> bool:
        metrics = self.fontMetrics()
        wanted = metrics.horizontalAdvance(self._bar.name) + metrics.horizontalAdvance(self._bar.figure)
        return wanted + 4 * _MARGIN > width

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw name, figure and bar."""
        colors, painter = look(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.accent_tint)
            painter.drawRoundedRect(self.rect(), 4, 4)
        inner = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        painter.setPen(colors.text)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self._bar.name)
        line = inner.adjusted(0, self._line_height() if self._is_tight(self.width()) else 0, 0, 0)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, self._bar.figure)
        self._draw_bar(painter, QRectF(inner.left(), inner.bottom() - _BAR + 1, inner.width(), _BAR))
        if self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, self)
        painter.end()

    def _draw_bar(self, painter: QPainter, track: QRectF) -> None:
        colors = look()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.hairline)
        painter.drawRoundedRect(track, 2, 2)
        sure = QRectF(track.left(), track.top(), track.width() * self._bar.sure, track.height())
        painter.setBrush(colors.accent)
        painter.drawRoundedRect(sure, 2, 2)
        open_part = QRectF(sure.right(), track.top(), track.width() * self._bar.open, track.height())
        painter.setBrush(colors.review)
        painter.setOpacity(0.75)
        painter.drawRoundedRect(open_part, 2, 2)
        painter.setOpacity(1)
