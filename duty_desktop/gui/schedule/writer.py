"""Building blocks of the page's rich text; Qt-free."""

from collections.abc import Iterable
from datetime import date
from html import escape

from duty_desktop.gui.explanation_page import PageColors
from duty_desktop.gui.formats import day
from duty_desktop.gui.texts import said, tr
from duty_desktop.tariff.schedule_report.words import note_in_words

MEASURE_LINK, SOURCE_LINK, LIST_LINK = "measure", "source", "list"


class Writer:
    """Paragraphs in the colours of the page. What is called `html` is inserted as it is."""

    def __init__(self, colors: PageColors) -> None:
        self._colors = colors

    def head(self, text: str, *about: str) -> str:
        """The title of the page and small lines below it."""
        title = f'<p style="font-size:x-large; margin:0 0 4px 0"><b>{escape(text)}</b></p>'
        return title + "".join(self.small(escape(line)) for line in about if line)

    def part(self, text: str) -> str:
        """The title of a part of the page."""
        style = f"margin:20px 0 4px 0; color:{self._colors.accent}"
        return f'<p style="{style}"><b>{escape(text)}</b></p>'

    def line(self, html: str, *, above: int = 8, indent: int = 0) -> str:
        """A paragraph."""
        return f'<p style="margin:{above}px 0 1px {indent}px">{html}</p>'

    def small(self, html: str, indent: int = 0) -> str:
        """A quiet paragraph in small letters."""
        style = f"margin:1px 0 1px {indent}px; font-size:small; color:{self._colors.muted}"
        return f'<p style="{style}">{html}</p>'

    def quoted(self, words: str, edition: str) -> str:
        """The official words of a heading and the edition that prints them."""
        style = f"margin:3px 0 2px 12px; color:{self._colors.muted}"
        where = tr("HTS {edition}", edition=escape(edition))
        return f'<p style="{style}"><i>“{escape(words)}”</i> {where}</p>'

    def link(self, kind: str, target: str, text: str) -> str:
        """A link within the page."""
        style = f"color:{self._colors.accent}"
        return f'<a href="{kind}:{escape(target)}" style="{style}">{escape(text)}</a>'

    def table(self, rows: Iterable[Iterable[str]]) -> str:
        """Rows of cells (HTML)."""
        body = "".join(
            "<tr>" + "".join(f'<td style="padding-right:18px">{cell}</td>' for cell in row) + "</tr>"
            for row in rows
        )
        return f'<table cellpadding="2" cellspacing="0">{body}</table>'


def note_named(note: str) -> str:
    """Where a measure or a list stands in the notes of the tariff, in the language shown."""
    return said(note_in_words(note))


def span(first: date, last: date) -> str:
    """A span of days, both inclusive, in the language shown."""
    if first == date.min and last == date.max:
        return tr("always")
    if last == date.max:
        return tr("from {first}", first=day(first))
    if first == date.min:
        return tr("to {last}", last=day(last))
    if first == last:
        return tr("on {day}", day=day(first))
    return tr("{first} to {last}", first=day(first), last=day(last))
