"""The report's pages: summary upright, lines across, law upright again."""

from collections.abc import Iterator

from duty_desktop.printing.application import ensure_application
from duty_desktop.printing.entry_pages import entry_groups
from duty_desktop.printing.fonts import load_fonts
from duty_desktop.printing.frame import Frame
from duty_desktop.printing.landed_pages import landed_groups
from duty_desktop.printing.law_pages import law_groups
from duty_desktop.printing.line_pages import line_groups
from duty_desktop.printing.pages import Page, Part, paginate
from duty_desktop.printing.summary_pages import summary_groups
from duty_desktop.report.exporting import go_on
from duty_desktop.report.sections import ReportContent
from duty_desktop.report.settings import PageSize
from duty_desktop.terms.collector import collector_at_rest
from duty_desktop.terms.stopping import Progress

_PAGES_BETWEEN_REPORTS = 5
_MOST = 0.9


def report_pages(
    content: ReportContent, page_size: PageSize | None = None, progress: Progress | None = None
) -> list[Page]:
    """All pages, on the paper of the content or another; raises ExportCancelledError."""
    ensure_application()
    load_fonts()
    size = page_size or content.page_size
    expected = len(content.lines) / 14 + len(content.entry_table) / 20 + len(content.landed) / 25 + 10

    def on_page(count: int) -> None:
        if count % _PAGES_BETWEEN_REPORTS == 0:
            go_on(progress, min(count / expected, _MOST) / 2, content.title)

    with collector_at_rest():
        return paginate(_parts(content, size), on_page)


def _parts(content: ReportContent, size: PageSize) -> Iterator[Part]:
    upright, across = Frame(size, landscape=False), Frame(size, landscape=True)
    yield Part(upright, summary_groups(content, upright.width))
    if len(content.lines):
        yield Part(across, line_groups(content, across.width))
        yield Part(across, entry_groups(content, across.width))
        yield Part(across, landed_groups(content, across.width))
    yield Part(upright, law_groups(content, upright.width))
