"""Measuring and painting text, rules and fills on a page, in tenths of a point."""

from bisect import bisect_right
from enum import Enum
from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QTextLayout, QTextOption

from duty_desktop.printing.fonts import Style, font

_ASTRAL = 0xFFFF
_ELLIPSIS = "…"
_NO_LIMIT = 10_000
_MANY = 4_096  # texts of which the lines are kept


class Align(Enum):
    """Where a text stands in its column."""

    LEFT = "left"
    RIGHT = "right"


@cache
def metrics(style: Style) -> QFontMetricsF:
    """The measures of a style's font."""
    return QFontMetricsF(font(style))


def width_of(text: str, style: Style) -> float:
    """The width of a text on one line.

    That of its characters one by one: the bundled fonts neither kern nor join them. Asked for each cell, Qt
    would be entered so often that the window hardly had a turn: every such call lets go of Python's lock and
    takes it back before the waiting thread is awake.
    """
    if text.isascii() and text.isprintable():
        return sum(map(_widths(style).__getitem__, text))
    return metrics(style).horizontalAdvance(text)


@cache
def _widths(style: Style) -> dict[str, float]:
    """The widths of the characters of English."""
    return {letter: metrics(style).horizontalAdvance(letter) for letter in map(chr, range(32, 127))}


def wrap(text: str, style: Style, width: float, most: int = _NO_LIMIT) -> list[str]:
    """The lines of a text broken to a width, by the rules of its language; "…" ends the last of `most`."""
    if "\n" not in text and width_of(text, style) <= width:
        return [text]
    lines = list(_lines(text, style, width))
    if len(lines) > most:
        lines = lines[:most]
        lines[-1] = _shortened(lines[-1], style, width)
    return lines


@lru_cache(_MANY)
def _lines(text: str, style: Style, width: float) -> tuple[str, ...]:
    return tuple(line for part in text.split("\n") for line in _broken(part, style, width))


def elide(text: str, style: Style, width: float) -> str:
    """A text on one line, cut with "…" where it is too long."""
    return text if width_of(text, style) <= width else _shortened(text, style, width)


def _shortened(text: str, style: Style, width: float) -> str:
    lengths = range(len(text.rstrip()) + 1)
    too_long = bisect_right(lengths, width, key=lambda length: width_of(text[:length] + _ELLIPSIS, style))
    return text[: max(0, too_long - 1)].rstrip() + _ELLIPSIS


def _broken(text: str, style: Style, width: float) -> list[str]:
    layout = QTextLayout(text, font(style))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    spans: list[tuple[int, int]] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        spans.append((line.textStart(), line.textStart() + line.textLength()))
    layout.endLayout()
    return [_slice(text, start, end).rstrip() for start, end in spans] or [""]


def _slice(text: str, start: int, end: int) -> str:
    """A piece of a text by Qt's positions, which count characters beyond U+FFFF twice."""
    if text.isascii() or max(map(ord, text)) <= _ASTRAL:
        return text[start:end]
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le", "ignore")


class Pen:
    """Paints on a page; the painter is scaled to tenths of a point."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self._style: Style | None = None

    def text(
        self, x: float, top: float, text: str, style: Style, *, width: float = 0, align: Align = Align.LEFT
    ) -> None:
        """One line of text whose line begins at `top`; aligned right it ends at x + width."""
        if not text:
            return
        if style is not self._style:
            self._painter.setFont(font(style))
            self._painter.setPen(_colour(style.colour))
            self._style = style
        if align is Align.RIGHT:
            x += width - width_of(text, style)
        self._painter.drawText(QPointF(x, top + _baseline(style)), text)

    def lines(
        self,
        x: float,
        top: float,
        lines: list[str],
        style: Style,
        *,
        width: float = 0,
        align: Align = Align.LEFT,
    ) -> None:
        """Several lines of text, one under the other."""
        for number, line in enumerate(lines):
            self.text(x, top + number * style.line_height, line, style, width=width, align=align)

    def rule(self, x: float, y: float, width: float, colour: str, weight: float) -> None:
        """A horizontal line."""
        self._painter.fillRect(QRectF(x, y - weight / 2, width, weight), _colour(colour))

    def fill(self, x: float, top: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle."""
        self._painter.fillRect(QRectF(x, top, width, height), _colour(colour))

    def picture(self, x: float, top: float, width: float, height: float, image: QImage) -> None:
        """A picture in a rectangle."""
        self._painter.drawImage(QRectF(x, top, width, height), image)


@cache
def _colour(name: str) -> QColor:
    """A colour of the form #rrggbb."""
    return QColor(*bytes.fromhex(name.removeprefix("#")))


@cache
def _baseline(style: Style) -> float:
    """From the top of a line to its baseline: the text stands in the middle of the line."""
    size = metrics(style)
    return (style.line_height - size.ascent() - size.descent()) / 2 + size.ascent()
