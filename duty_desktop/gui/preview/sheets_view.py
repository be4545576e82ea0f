"""The sheets of a report one below the other; only those in sight are painted."""

from collections import OrderedDict
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from duty_desktop.printing.fonts import UNITS_PER_POINT
from duty_desktop.printing.pages import Page
from duty_desktop.printing.painting import paint_page
from duty_desktop.printing.running import Running

_GAP = 14  # around and between sheets
_MOST_KEPT = 6  # painted sheets
_STEP, _LEAST, _MOST = 1.25, 0.25, 4.0
_WHEEL_STEP = 120
_POINTS_PER_INCH = 72


class SheetsView(QAbstractScrollArea):
    """`page_shown(int)`: the page (from 1) that fills most of the view."""

    page_shown = Signal(int)

    def __init__(self, pages: Sequence[Page], running: Running, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheets")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._pages, self._running = pages, running
        self._zoom: float | None = None  # None: as wide as the view
        self._painted: OrderedDict[int, QPixmap] = OrderedDict()
        self._tops: list[int] = []
        self._shown = 0
        self.verticalScrollBar().valueChanged.connect(self._tell_page)
        self._arrange()

    @property
    def page(self) -> int:
        """The page (from 1) that fills most of the view."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return max(1, sum(top <= middle for top in self._tops))

    @property
    def zoom(self) -> float:
        """The size of the sheets; 1 is that of paper."""
        if self._zoom is not None:
            return self._zoom
        widest = max(page.frame.sheet[0] for page in self._pages) * self._dots_per_unit()
        return max(_LEAST, min(_MOST, (self.viewport().width() - 2 * _GAP) / widest))

    def fit_width(self) -> None:
        """Show sheets as wide as the view, and keep them so."""
        self._set_zoom(None)

    def fit_page(self) -> None:
        """Show the page in sight as a whole."""
        wide, high = (side * self._dots_per_unit() for side in self._pages[self.page - 1].frame.sheet)
        room = self.viewport().size()
        self._set_zoom(min((room.width() - 2 * _GAP) / wide, (room.height() - 2 * _GAP) / high))

    def zoom_by(self, steps: int) -> None:
        """Show the sheets larger (1) or smaller (-1)."""
        self._set_zoom(self.zoom * _STEP**steps)

    def go_to(self, page: int) -> None:
        """Bring the top of a page (from 1) into sight."""
        self.verticalScrollBar().setValue(self._tops[page - 1] - _GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sheets that follow the width do so; the page in sight stays."""
        super().resizeEvent(event)
        self._set_zoom(self._zoom)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheets in sight."""
        painter = QPainter(self.viewport())
        for place in range(len(self._pages)):
            sheet = self._place_of(place)
            if sheet.intersects(event.rect()):
                painter.drawPixmap(sheet.topLeft(), self._sheet(place, sheet.size()))
                painter.setPen(self.palette().mid().color())
                painter.drawRect(sheet.adjusted(-1, -1, 0, 0))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and the last page; the rest scrolls as usual."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(0)
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel makes sheets larger or smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(round(event.angleDelta().y() / _WHEEL_STEP))
            event.accept()
        else:
            super().wheelEvent(event)

    def _dots_per_unit(self) -> float:
        return self.logicalDpiX() / (_POINTS_PER_INCH * UNITS_PER_POINT)

    def _set_zoom(self, zoom: float | None) -> None:
        top = self.verticalScrollBar().value()
        first = max(1, sum(one <= top + _GAP for one in self._tops)) - 1  # the sheet at the upper edge
        within = (top - self._tops[first]) / self._size_of(first).height()
        self._zoom = None if zoom is None else max(_LEAST, min(_MOST, zoom))
        self._painted.clear()
        self._arrange()
        self.verticalScrollBar().setValue(round(self._tops[first] + within * self._size_of(first).height()))
        self.viewport().update()

    def _arrange(self) -> None:
        sizes = [self._size_of(place) for place in range(len(self._pages))]
        self._tops = list(accumulate((size.height() + _GAP for size in sizes[:-1]), initial=_GAP))
        whole = QSize(
            max(size.width() for size in sizes) + 2 * _GAP, self._tops[-1] + sizes[-1].height() + _GAP
        )
        for bar, length, seen in (
            (self.horizontalScrollBar(), whole.width(), self.viewport().width()),
            (self.verticalScrollBar(), whole.height(), self.viewport().height()),
        ):
            bar.setRange(0, max(0, length - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(max(1, seen // 12))

    def _size_of(self, place: int) -> QSize:
        scale = self.zoom * self._dots_per_unit()
        wide, high = self._pages[place].frame.sheet
        return QSize(round(wide * scale), round(high * scale))

    def _place_of(self, place: int) -> QRect:
        """Where a sheet stands in the view."""
        size = self._size_of(place)
        left = max(_GAP, (self.viewport().width() - size.width()) // 2) - self.horizontalScrollBar().value()
        return QRect(left, self._tops[place] - self.verticalScrollBar().value(), size.width(), size.height())

    def _sheet(self, place: int, size: QSize) -> QPixmap:
        found = self._painted.pop(place, None)
        if found is None:
            found = self._paint_sheet(place, size)
        self._painted[place] = found
        if len(self._painted) > _MOST_KEPT:
            self._painted.popitem(last=False)
        return found

    def _paint_sheet(self, place: int, size: QSize) -> QPixmap:
        sharpness = self.devicePixelRatioF()
        sheet = QPixmap(size * sharpness)
        sheet.setDevicePixelRatio(sharpness)
        sheet.fill(QColor("white"))  # paper, whatever the colours of the window
        painter = QPainter(sheet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self.zoom * self._dots_per_unit()
        painter.scale(scale, scale)
        paint_page(painter, self._pages[place], self._running, place + 1, len(self._pages))
        painter.end()
        return sheet

    def _tell_page(self) -> None:
        if self.page != self._shown:
            self._shown = self.page
            self.page_shown.emit(self._shown)
