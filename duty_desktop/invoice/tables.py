"""The tables of a sheet: each heading with the rows under it, and the rows between."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from duty_desktop.invoice.columns import ColumnChoice, Mapping
from duty_desktop.invoice.heading_rows import HeadingRow, heading_at, next_heading
from duty_desktop.invoice.heading_words import read_heading
from duty_desktop.invoice.sheet import Cell, Sheet

SEARCHED_ROWS = 400
LONGEST_WORD = 80


@dataclass(slots=True)
class Table:
    """One table: its heading, the rows of its body (start included, stop not), repeated headings in it."""

    sheet: Sheet
    heading: HeadingRow
    stop: int
    repeats: list[HeadingRow] = field(default_factory=list)
    mapping: Mapping = field(default_factory=Mapping)

    @property
    def rows(self) -> range:
        """The rows beneath the heading."""
        return range(self.heading.body, self.stop)


def tables_of(sheet: Sheet) -> list[Table]:
    """All tables of a sheet from top to bottom; the same heading on each page is one table."""
    tables: list[Table] = []
    first = next_heading(sheet, 0, min(len(sheet.rows), SEARCHED_ROWS))
    if first is None and len(sheet.rows) > SEARCHED_ROWS:
        first = next_heading(sheet, SEARCHED_ROWS, len(sheet.rows))
    if first is None:
        return []
    headings = [first, *_later_headings(sheet, first)]
    for heading in headings:
        if tables and heading.words == tables[-1].heading.words:
            tables[-1].repeats.append(heading)
        else:
            if tables:
                tables[-1].stop = heading.top
            tables.append(Table(sheet, heading, len(sheet.rows)))
    for table in tables:
        table.mapping = ColumnChoice(sheet, table.heading, table.rows).decide()
    return [table for table in tables if len(table.rows) > 0]


def _later_headings(sheet: Sheet, first: HeadingRow) -> list[HeadingRow]:
    """Further heading rows: only rows with a word in a column of figures are looked at."""
    found: list[HeadingRow] = []
    figure_columns = [
        column
        for column, heading in enumerate(first.headings)
        if heading.best and heading.best.field in ("amount", "quantity", "unit_price", "net_weight")
    ]
    rows = sorted({row for column in figure_columns for row in _word_rows(sheet.column(column), first.body)})
    past = first.body
    for row in rows:
        if row < past:
            continue
        heading = heading_at(sheet, row)
        if heading:
            found.append(heading)
            past = heading.body
    return found


def _word_rows(cells: Sequence[Cell], start: int) -> list[int]:
    return [
        row
        for row, cell in enumerate(cells)
        if type(cell) is str and cell and row >= start and not cell[0].isdigit() and _is_heading_word(cell)
    ]


def _is_heading_word(cell: str) -> bool:
    return len(cell) <= LONGEST_WORD and bool(read_heading(cell).guesses)
