"""Painting pages on paper: PDF, printer and preview use this one function."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPagedPaintDevice, QPainter

from duty_desktop.printing.fonts import UNITS_PER_POINT
from duty_desktop.printing.frame import Frame
from duty_desktop.printing.pages import Page
from duty_desktop.printing.pen import Pen
from duty_desktop.printing.report_pages import report_pages
from duty_desktop.printing.running import Running
from duty_desktop.report.exporting import go_on
from duty_desktop.report.sections import ReportContent
from duty_desktop.report.settings import PageSize
from duty_desktop.terms.letting_go import let_go
from duty_desktop.terms.stopping import Progress

_POINTS_PER_INCH = 72
_PAGES_BETWEEN_REPORTS = 5


class PaintingError(Exception):
    """The device refused to be painted on: a file that cannot be written, a printer that is gone."""


def paint(
    content: ReportContent,
    device: QPagedPaintDevice,
    page_size: PageSize | None = None,
    progress: Progress | None = None,
    *,
    turn_sheets: bool = True,
) -> int:
    """Paint the report on a device and return the number of pages.

    `turn_sheets`: pages across the sheet turn the sheet itself, as a PDF does. A printer and its
    preview keep the sheet upright, and the page lies on it (False). Raises PaintingError, and
    ExportCancelledError when `progress` returns False.
    """
    pages = report_pages(content, page_size, progress)
    count = len(pages)
    running = Running(content)
    first = pages[0].frame
    device.setPageLayout((first if turn_sheets else Frame(first.size, landscape=False)).layout())
    painter = QPainter()
    if not painter.begin(device):
        raise PaintingError("The device cannot be painted on.")
    try:
        for number, page in enumerate(pages, start=1):
            if number > 1:
                if turn_sheets:  # a printer takes no new sheet while it prints
                    device.setPageLayout(page.frame.layout())
                if not device.newPage():
                    raise PaintingError("The device took no further page.")
            _paint_page(painter, device, page, running, number, count, turn_sheets=turn_sheets)
            if number % _PAGES_BETWEEN_REPORTS == 0:
                go_on(progress, 0.5 + number / count / 2, content.title)
    finally:
        painter.end()
        let_go(pages, piece=1)
    return count


def _paint_page(
    painter: QPainter,
    device: QPagedPaintDevice,
    page: Page,
    running: Running,
    number: int,
    count: int,
    *,
    turn_sheets: bool,
) -> None:
    painter.save()
    scale = device.logicalDpiX() / (_POINTS_PER_INCH * UNITS_PER_POINT)
    painter.scale(scale, scale)
    frame = page.frame
    if frame.landscape and not turn_sheets:
        painter.translate(frame.sheet[1], 0)
        painter.rotate(90)
    painter.setClipRect(QRectF(0, 0, *frame.sheet))
    pen = Pen(painter)
    running.paint(pen, frame, number, count)
    for y, block in page.placed:
        block.paint(pen, frame.left, frame.top + y, frame.width)
    painter.restore()
