"""The first pages: the answer, the shipment, the sums, what is open and what is left out."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QImage

from duty_desktop.printing.blocks import AnswerRow, Block, Gap, Letterhead, Pair, Paragraph, Section
from duty_desktop.printing.fonts import Style
from duty_desktop.printing.pages import Group
from duty_desktop.printing.paper_tables import table_group
from duty_desktop.report import phrases
from duty_desktop.report.figures import money_range
from duty_desktop.report.sections import Headline, ReportContent
from duty_desktop.report.table_sheet import stamp_line

_LABEL_WIDTH = 1250.0


def summary_groups(content: ReportContent, width: float) -> Iterator[Group]:
    """Everything before the lines."""
    yield tuple(_top(content, width))
    yield _facts(content, width)
    yield table_group(content.bases, content.language, width, last_is_total=True)
    if content.bases.note:
        yield (Paragraph(content.bases.note, Style.QUIET, width, after=100),)
    for table in (content.by_class, content.by_measure, content.by_heading):
        yield table_group(table, content.language, width)
    keys = ("charge", "why", "amount", "currency", "treatment", "effect")
    yield table_group(content.charges, content.language, width, keys=keys)
    yield texts(phrases.NOTICES.into(content.language), content.notices, width)
    yield texts(phrases.FINDINGS.into(content.language), content.findings, width)
    yield questions(content, width)
    yield texts(phrases.NOT_INCLUDED.into(content.language), content.not_included, width)


def questions(content: ReportContent, width: float) -> Group:
    """The open questions, or that there are none."""
    if len(content.questions):
        keys = ("question", "lines", "duty_from", "duty_to", "answers")
        return table_group(content.questions, content.language, width, keys=keys)
    none = phrases.NO_QUESTIONS.into(content.language)
    return (Section(content.questions.title), Paragraph(none, Style.BODY, width), Gap(80))


def texts(title: str, sentences: Sequence[str], width: float) -> Group:
    """Sentences under a name; without any there is nothing."""
    if not sentences:
        return ()
    paragraphs = [Paragraph(text, Style.BODY, width) for text in sentences]
    return (Section(title), *paragraphs, Gap(80))


def _top(content: ReportContent, width: float) -> Iterator[Block]:
    importer = content.importer
    logo = QImage(str(importer.logo)) if importer.logo is not None else None
    usable = logo if logo is not None and not logo.isNull() else None
    yield Letterhead(importer.name, importer.address, usable)
    yield Paragraph(content.title, Style.TITLE, width, after=0, keep_with_next=True)
    yield Paragraph(content.subtitle, Style.STRONG, width, after=10, keep_with_next=True)
    yield Paragraph(stamp_line(content), Style.QUIET, width, after=120, keep_with_next=True)
    first, *others = content.headlines
    yield AnswerRow(f"{first.label}, USD", _figure(first, content.language), "", first=True)
    for figure in others:
        yield AnswerRow(figure.label, _figure(figure, content.language), figure.note, first=False)
    yield Gap(40, keep_with_next=True)
    yield Paragraph(content.basis_says, Style.QUIET, width, after=100)


def _figure(figure: Headline, language: str) -> str:
    return money_range(figure.low_cents, figure.high_cents, language)


def _facts(content: ReportContent, width: float) -> Group:
    pairs = [Pair(fact.label, fact.text, width, _LABEL_WIDTH) for fact in content.facts]
    fees = [
        Pair(figure.label, figure.note, width, _LABEL_WIDTH) for figure in content.headlines if figure.note
    ]
    return (Section(phrases.SHIPMENT.into(content.language)), *pairs, *fees, Gap(90))
