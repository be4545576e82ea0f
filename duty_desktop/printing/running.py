"""What stands on every page: whose report it is, what it is not, the day, the law, the page's number."""

from duty_desktop.printing.fonts import Style
from duty_desktop.printing.frame import Frame
from duty_desktop.printing.pen import Align, Pen, elide, width_of
from duty_desktop.report import phrases
from duty_desktop.report.colours import HAIR
from duty_desktop.report.figures import day
from duty_desktop.report.sections import ReportContent

_HEAD = 330.0


class Running:
    """The running head and foot of a report."""

    def __init__(self, content: ReportContent) -> None:
        words, stamp = content.language, content.stamp
        self._head = " · ".join(filter(None, (content.title, content.subtitle)))
        self._disclaimer = stamp.disclaimer
        self._page_of = phrases.PAGE_OF.into(words)
        self._foot = " · ".join(
            [
                f"{phrases.ENTRY_DATE.into(words)} {day(stamp.entry_date, words)}",
                f"{phrases.LAW_KNOWN_TO.into(words)} {day(stamp.schedule_as_of, words)}",
                phrases.PROGRAM_VERSION.into(words).format(version=stamp.program_version),
                content.importer.name,
            ]
        ).removesuffix(" · ")

    def paint(self, pen: Pen, frame: Frame, number: int, count: int) -> None:
        """Head and foot of a page."""
        width, style = frame.width, Style.QUIET
        room = width - width_of(self._disclaimer, style) - 200
        if number > 1:
            pen.text(frame.left, _HEAD, elide(self._head, style, room), style)
        pen.text(frame.left, _HEAD, self._disclaimer, style, width=width, align=Align.RIGHT)
        pen.rule(frame.left, frame.foot - 50, width, HAIR, 4)
        page = self._page_of.format(page=number, pages=count)
        room = width - width_of(page, style) - 200
        pen.text(frame.left, frame.foot, elide(self._foot, style, room), style)
        pen.text(frame.left, frame.foot, page, style, width=width, align=Align.RIGHT)
