"""One chart of horizontal bars: names and figures in words, patterns that differ without colour.

Painted here and not by QtCharts: its package would be the largest part of an installation, for three bar
charts that could not be reached by the keyboard.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from duty_desktop.gui.charts.figures import ChartBar, ChartKind
from duty_desktop.gui.charts.scale import nice_steps
from duty_desktop.gui.look import blended, look, scaled, tabular
from duty_desktop.gui.texts import tr

_PAD, _GAP, _CENTS = 16, 10, 100
_LEAST_BAR, _LARGEST_BAR, _LEAST_LENGTH = 12, 34, 180
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where things stand: the left and the length of the bars, the top and the height of one row."""

    left: float
    length: float
    top: float
    row: float


class BarChart(QWidget):
    """Arrows choose a bar, Enter or a click presses it. `bar_pressed(LineFilter)`: the lines behind it."""

    bar_pressed = Signal(object)

    def __init__(self, kind: ChartKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._bars: list[ChartBar] = []
        self._current = -1
        self.setFont(tabular(self.font()))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_bars(self, bars: Sequence[ChartBar]) -> None:
        """Draw these bars, the first on top, in the language and the colours shown now."""
        self._bars = list(bars)
        self._current = min(self._current, len(self._bars) - 1)
        told = [tr("{heading}: {value}", heading=bar.name, value=bar.figure) for bar in self._bars]
        self.setAccessibleName(tr(self._kind.title))
        self.setAccessibleDescription("; ".join(told))
        self.updateGeometry()
        self.update()

    def press(self, place: int) -> None:
        """Ask for the lines of a bar, counted from the top."""
        if 0 <= place < len(self._bars):
            self.bar_pressed.emit(self._bars[place].lines)

    def brushes(self) -> list[QBrush]:
        """How each series is filled: solid for what is sure, hatched for what is open, pale for the value."""
        colors = look()
        if self._kind.stacked:
            return [QBrush(colors.accent), QBrush(colors.review, Qt.BrushStyle.BDiagPattern)]
        return [QBrush(blended(colors.muted, colors.panel, 0.75)), QBrush(colors.accent)]

    def minimumSizeHint(self) -> QSize:
        """Every name and figure in full, every bar to be seen."""
        rows = len(self._bars) * (self.fontMetrics().height() + 6)
        return QSize(
            round(self._words_width()) + _LEAST_LENGTH + 3 * _PAD, rows + 4 * self.fontMetrics().height()
        )

    def place_at(self, point: QPoint) -> int:
        """The bar at a point, -1 when there is none."""
        frame = self._frame()
        place = int((point.y() - frame.top) // frame.row) if point.y() >= frame.top else -1
        return place if place < len(self._bars) else -1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the series' names, the scale, and the bars."""
        painter, frame = QPainter(self), self._frame()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look().panel)
        scale, steps = nice_steps(self._longest() / _CENTS)
        self._draw_legend(painter, frame)
        if self._longest():
            self._draw_scale(painter, frame, steps, scale)
        else:
            self._draw_nothing(painter, frame)
        for place, bar in enumerate(self._bars):
            self._draw_bar(painter, frame, place, bar, scale * _CENTS)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over a bar."""
        over = self.place_at(event.position().toPoint()) >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press the bar."""
        self._current = self.place_at(event.position().toPoint())
        self.update()
        self.press(self._current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Enter and Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.press(self._current)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self._current = max(0, min(len(self._bars) - 1, self._current + step))
            self.update()
        else:
            super().keyPressEvent(event)

    def _words_width(self) -> float:
        metrics = QFontMetricsF(self.font())
        names = max((metrics.horizontalAdvance(bar.name) for bar in self._bars), default=0)
        return names + _GAP + max((metrics.horizontalAdvance(bar.figure) for bar in self._bars), default=0)

    def _longest(self) -> int:
        length = sum if self._kind.stacked else max
        return max((length(bar.parts) for bar in self._bars), default=0)

    def _frame(self) -> _Frame:
        line = self.fontMetrics().height()
        left = self._words_width() + 2 * _PAD
        top = 2.2 * line
        room = (self.height() - top - 1.8 * line) / max(1, len(self._bars))
        return _Frame(
            left, self.width() - left - 2 * _PAD, top, max(_LEAST_BAR, min(room, 2.4 * _LARGEST_BAR))
        )

    def _draw_legend(self, painter: QPainter, frame: _Frame) -> None:
        line, at = self.fontMetrics().height(), frame.left
        for name, brush in zip(self._kind.series, self.brushes(), strict=True):
            painter.setPen(QPen(brush.color(), 1))
            painter.setBrush(brush)
            painter.drawRect(QRectF(at, 0.7 * line, 0.7 * line, 0.7 * line))
            painter.setPen(look().text)
            words = tr(name)
            width = self.fontMetrics().horizontalAdvance(words)
            painter.drawText(QRectF(at + line, 0.4 * line, width + 2, 1.3 * line), _LEFT, words)
            at += line + width + 2 * _GAP

    def _draw_scale(self, painter: QPainter, frame: _Frame, steps: Sequence[float], most: float) -> None:
        bottom = frame.top + len(self._bars) * frame.row
        painter.setFont(scaled(self.font(), 0.88))
        for step in steps:
            x = frame.left + frame.length * step / most
            painter.setPen(QPen(look().hairline, 1))
            painter.drawLine(QPoint(round(x), round(frame.top)), QPoint(round(x), round(bottom)))
            painter.setPen(look().muted)
            painter.drawText(QRectF(x - 60, bottom + 4, 120, 2 * _PAD), _CENTER, f"{step:,.0f}")
        painter.setFont(self.font())

    @staticmethod
    def _draw_nothing(painter: QPainter, frame: _Frame) -> None:
        room = QRectF(frame.left, frame.top, frame.length, 3 * frame.row)
        words = tr("No amounts yet: answer the open questions first.")
        painter.setPen(look().muted)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)

    def _draw_bar(self, painter: QPainter, frame: _Frame, place: int, bar: ChartBar, most: float) -> None:
        row = QRectF(0, frame.top + place * frame.row, self.width(), frame.row)
        if place == self._current and self.hasFocus():
            painter.setPen(QPen(look().accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(row.adjusted(4, 2, -4, -2), 4, 4)
        painter.setPen(look().text)
        words = QRectF(_PAD, row.top(), frame.left - 2 * _PAD, row.height())
        painter.drawText(words, _LEFT, bar.name)
        painter.drawText(words, _RIGHT, bar.figure)
        thick = min(_LARGEST_BAR, row.height() * 0.62)
        top, left = row.center().y() - thick / 2, frame.left
        for number, (cents, brush) in enumerate(zip(bar.parts, self.brushes(), strict=True)):
            length = frame.length * cents / most
            if self._kind.stacked:
                rect = QRectF(left, top, length, thick)
                left += length
            else:
                rect = QRectF(left, top + number * thick / 2, length, thick / 2 - 1)
            self._fill(painter, rect, brush)

    @staticmethod
    def _fill(painter: QPainter, rect: QRectF, brush: QBrush) -> None:
        if rect.width() > 0:
            painter.setPen(QPen(QColor(brush.color()), 1))
            painter.setBrush(brush)
            painter.drawRect(rect)
