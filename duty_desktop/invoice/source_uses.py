"""What rows and cells beside the goods were taken for, so that the source view can say so."""

from collections.abc import Iterator

from duty_desktop.invoice.header_facts import HeaderFacts
from duty_desktop.invoice.rows import SortedRows
from duty_desktop.invoice.sheet import is_blank
from duty_desktop.invoice.tables import Table
from duty_desktop.lines.reading import CellUse, Use


def source_uses(table: Table, rows: SortedRows, facts: HeaderFacts) -> Iterator[CellUse]:
    """The uses of a table's rows and of the cells around it, by the spreadsheet's own rows and letters."""
    sheet = table.sheet

    def row(index: int, use: Use, text: str = "") -> CellUse:
        return CellUse(sheet.name, sheet.row_number(index), "", use, text)

    for heading in (table.heading, *table.repeats):
        yield from (row(index, Use.HEADING) for index in range(heading.top, heading.body))
    for total in rows.totals:
        yield row(total.index, Use.TOTAL if total.grand else Use.SUBTOTAL, total.label)
    yield from (row(index, Use.CONTINUED) for index in rows.continued)
    for index, words in rows.described_above.items():
        yield from (row(above, Use.DESCRIBED) for above in range(index - len(words), index))
    yield from (row(index, Use.ORIGIN, origin) for index, origin in rows.origins)
    for fact in facts.facts.values():
        if not is_blank(fact.value):
            number, letters = sheet.row_number(fact.row), sheet.letters(fact.column)
            yield CellUse(sheet.name, number, letters, Use.FACT, fact.name)
