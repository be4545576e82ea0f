"""Painting pages: PDF, printer and preview paint a page by one function."""

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
    only: range | None = None,
) -> int:
    """Paint the report on a device and return the number of its pages.

    `turn_sheets`: pages across the sheet turn the sheet itself, as a PDF does. A printer keeps the sheet
    upright, and the page lies on it (False). `only`: the numbers of the pages wanted, from 1. Raises
    PaintingError, and ExportCancelledError when `progress` returns False; a printer then prints nothing.
    """
    pages = report_pages(content, page_size, progress)
    count = len(pages)
    wanted = [number for number in range(1, count + 1) if only is None or number in only]
    running = Running(content)
    first = pages[wanted[0] - 1 if wanted else 0].frame
    device.setPageLayout((first if turn_sheets else Frame(first.size, landscape=False)).layout())
    painter = QPainter()
    if not painter.begin(device):
        raise PaintingError("The device cannot be painted on.")
    try:
        for done, number in enumerate(wanted, start=1):
            page = pages[number - 1]
            if done > 1:
                if turn_sheets:  # a printer takes no new sheet while it prints
                    device.setPageLayout(page.frame.layout())
                if not device.newPage():
                    raise PaintingError("The device took no further page.")
            _paint_on(painter, device, page, running, number, count, turn_sheets=turn_sheets)
            if done % _PAGES_BETWEEN_REPORTS == 0:
                go_on(progress, 0.5 + done / len(wanted) / 2, content.title)
    except BaseException:
        abort = getattr(device, "abort", None)  # of a printer, which would print the pages it has
        if abort is not None:
            abort()
        raise
    finally:
        painter.end()
        let_go(pages, piece=1)
    return count


def paint_page(painter: QPainter, page: Page, running: Running, number: int, count: int) -> None:
    """Paint a page with its running head and foot; the painter measures in the units of pages."""
    frame = page.frame
    painter.setClipRect(QRectF(0, 0, *frame.sheet))
    pen = Pen(painter)
    running.paint(pen, frame, number, count)
    for y, block in page.placed:
        block.paint(pen, frame.left, frame.top + y, frame.width)


def _paint_on(
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
    if page.frame.landscape and not turn_sheets:
        painter.translate(page.frame.sheet[1], 0)
        painter.rotate(90)
    paint_page(painter, page, running, number, count)
    painter.restore()
