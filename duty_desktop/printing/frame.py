"""The sheet of paper and the space for text on it, in tenths of a point."""

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize

from duty_desktop.printing.fonts import UNITS_PER_POINT
from duty_desktop.report.settings import PageSize

_SIZES = {
    PageSize.LETTER: QPageSize(QPageSize.PageSizeId.Letter),
    PageSize.A4: QPageSize(QPageSize.PageSizeId.A4),
}
_SIDE = 430.0
_TOP = 700.0
_BOTTOM = 620.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A sheet in one orientation."""

    size: PageSize
    landscape: bool

    @property
    def sheet(self) -> tuple[float, float]:
        """Width and height of the whole sheet."""
        short, long = _sides(self.size)
        return (long, short) if self.landscape else (short, long)

    @property
    def left(self) -> float:
        """Where the text begins."""
        return _SIDE

    @property
    def top(self) -> float:
        """Where the text begins, under the running head."""
        return _TOP

    @property
    def width(self) -> float:
        """The width of the text."""
        return self.sheet[0] - 2 * _SIDE

    @property
    def height(self) -> float:
        """The height of the text, between running head and foot."""
        return self.sheet[1] - _TOP - _BOTTOM

    @property
    def foot(self) -> float:
        """Where the running foot begins."""
        return self.sheet[1] - _BOTTOM + 170

    def layout(self) -> QPageLayout:
        """The sheet as Qt sets it up: measured from its corner, for the margins are ours."""
        way = QPageLayout.Orientation.Landscape if self.landscape else QPageLayout.Orientation.Portrait
        layout = QPageLayout(_SIZES[self.size], way, QMarginsF(0, 0, 0, 0))
        layout.setMode(QPageLayout.Mode.FullPageMode)
        return layout


@cache
def _sides(size: PageSize) -> tuple[float, float]:
    """The short and the long side; every row of a table asks for them."""
    points = _SIZES[size].size(QPageSize.Unit.Point)
    return points.width() * UNITS_PER_POINT, points.height() * UNITS_PER_POINT
