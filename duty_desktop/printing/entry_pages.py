"""The entry lines on paper, landscape: the columns of CBP Form 7501 that a broker keys, then its totals."""

from collections.abc import Iterator, Sequence

from duty_desktop.printing.blocks import Paragraph, Section
from duty_desktop.printing.fonts import Style
from duty_desktop.printing.line_pages import stacked_cells, stacked_range
from duty_desktop.printing.pages import Group
from duty_desktop.printing.pen import Align
from duty_desktop.printing.table_blocks import PaperColumn, Row, TableHead, TableRow, TableShape
from duty_desktop.report import phrases
from duty_desktop.report.figures import line_numbers, money, shown
from duty_desktop.report.sections import EntryLine, EntryNumber, ReportContent
from duty_desktop.report.table import Kind

_SAMPLED = 1_000
_LINES_WIDTH, _RATE_WIDTH = 700.0, 1_100.0
_SPANNED = frozenset({0, 1, 2, 3})
_VALUE, _DUTY = 7, 9
_UNKNOWN = "—"


def entry_groups(content: ReportContent, width: float) -> Iterator[Group]:
    """The entry lines; the numbers of one line are never torn apart, the totals follow the last."""
    if not content.entry_lines:
        return
    words = content.language
    totals = list(_totals(content))
    samples = [row for line in content.entry_lines[:_SAMPLED] for row in _rows(line, words)]
    shape = TableShape(_columns(words), [*samples, *totals], width)
    head = TableHead(shape)
    note = Paragraph(content.entry_table.note, Style.QUIET, width, keep_with_next=True)
    yield (Section(content.entry_table.title), note, head)
    *lines, last = content.entry_lines
    for line in lines:
        yield (TableRow(shape, head, _rows(line, words), spanned=_SPANNED),)
    ending = [
        TableRow(shape, head, [row], strong=place in (0, len(totals) - 1)) for place, row in enumerate(totals)
    ]
    yield (TableRow(shape, head, _rows(last, words), spanned=_SPANNED), *ending)


def _columns(language: str) -> list[PaperColumn]:
    right = Align.RIGHT
    return [
        PaperColumn(phrases.LINE.into(language), 0),
        PaperColumn(phrases.INVOICE_LINES.into(language), 0, most=_LINES_WIDTH),
        PaperColumn(phrases.DESCRIPTION.into(language), 1),
        PaperColumn(phrases.ORIGIN.into(language), 0),
        PaperColumn(phrases.ENTRY_NUMBERS.into(language), 0),
        PaperColumn(phrases.NET_WEIGHT.into(language), 0, right),
        PaperColumn(phrases.NET_QUANTITY.into(language), 0, right),
        PaperColumn(phrases.EVEN_DOLLARS.into(language), 0, right),
        PaperColumn(phrases.RATE.into(language), 0, most=_RATE_WIDTH),
        PaperColumn(phrases.DUTY_USD.into(language), 0, right),
    ]


def _rows(line: EntryLine, language: str) -> list[Row]:
    """A row a number; what describes the line stands on the first, its amounts on the last."""
    numbers = line.numbers or (EntryNumber("", "", None),)
    rows: list[Row] = []
    for place, number in enumerate(numbers):
        first, last = place == 0, place == len(numbers) - 1
        duty = "" if number.duty_cents is None else money(number.duty_cents)
        if last and line.duty_cents is None:
            duty = stacked_range(line.duty_low_cents, line.duty_high_cents, language)
        described = _described(line) if first else ("", "", "", "")
        amounts = _amounts(line, language) if last else ("", "", "")
        rows.append([*described, number.number, *amounts, number.rate, duty])
    return rows


def _described(line: EntryLine) -> Sequence[str]:
    description = " · ".join(filter(None, (line.description, line.part)))
    return f"{line.number:03d}", line_numbers(line.lines), description, line.origin


def _amounts(line: EntryLine, language: str) -> Sequence[str]:
    quantities = "\n".join(
        f"{shown(one.quantity_e4, Kind.QUANTITY, language) or _UNKNOWN} {one.unit}" for one in line.quantities
    )
    weight = shown(line.net_weight_kg_e4, Kind.QUANTITY, language)
    return weight, quantities, shown(line.value_dollars, Kind.DOLLARS, language)


def _totals(content: ReportContent) -> Iterator[Row]:
    """Duty, fees and their sum, as filed; the value stands beside the duty."""
    bases = content.bases
    names, low = bases.column("item"), bases.column("filing")
    high = bases.column("filing_to") if bases.has("filing_to") else low
    for place in range(1, len(bases)):
        row = [""] * (_DUTY + 1)
        row[2] = str(names[place])
        row[_DUTY] = stacked_cells(low[place], high[place], content.language)
        if place == 1:
            row[_VALUE] = f"{sum(line.value_dollars or 0 for line in content.entry_lines):,}"
        yield row
