"""The tables of a sheet: each heading with the rows under it, up to the next heading or invoice."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from duty_desktop.invoice.column_choice import ColumnChoice
from duty_desktop.invoice.columns import Mapping
from duty_desktop.invoice.header_facts import collect_facts
from duty_desktop.invoice.heading_rows import HeadingRow, best_heading, heading_of, next_heading
from duty_desktop.invoice.layouts import columns_for
from duty_desktop.invoice.row_words import Certainty, row_word
from duty_desktop.invoice.second_row import take_second_rows, with_second_row
from duty_desktop.invoice.sheet import Cell, Sheet, not_floats
from duty_desktop.lines.reading import Layout

SEARCHED_ROWS = 400
LETTERHEAD_ROWS = 40
LONGEST_WORD = 80
CHOSEN, REMEMBERED = "chosen", "remembered"
FIGURES = ("amount", "quantity", "unit_price", "net_weight", "packages")

Remembered = Callable[[HeadingRow], Layout | None]


def nothing_remembered(_heading: HeadingRow) -> Layout | None:
    """No layout is remembered."""
    return None


@dataclass(slots=True)
class Table:
    """One table: its heading, the rows of its body (start included, stop not), repeated headings in it.

    `above` is the first row that can belong to its letterhead; `guessed`: no known heading names it;
    `chosen`: a person pointed it out.
    """

    sheet: Sheet
    heading: HeadingRow
    stop: int
    above: int = 0
    repeats: list[HeadingRow] = field(default_factory=list)
    mapping: Mapping = field(default_factory=Mapping)
    guessed: bool = False
    chosen: bool = False

    @property
    def rows(self) -> range:
        """The rows beneath the heading."""
        return range(self.heading.body, self.stop)


def tables_of(sheet: Sheet, remembered: Remembered = nothing_remembered) -> list[Table]:
    """All tables of a sheet from top to bottom; the same heading on each page is one table."""
    tables: list[Table] = []
    for heading in _headings(sheet):
        if tables and _continues(sheet, tables[-1], heading):
            tables[-1].repeats.append(_with_letterhead(sheet, tables[-1], heading))
            continue
        if tables and heading.top == tables[-1].heading.body:
            tables[-1].heading = _stacked(sheet, tables[-1].heading, heading)
            continue
        if tables:
            tables[-1].stop = _top_of_letterhead(sheet, tables[-1], heading)
        tables.append(Table(sheet, heading, len(sheet.rows), tables[-1].stop if tables else 0))
    read = []
    for table in tables:
        table.heading = with_second_row(sheet, table.heading)
        layout = remembered(table.heading)
        if layout and layout.is_left_out:
            continue
        read.append(table)
        if layout and layout.columns:
            given = columns_for(layout, sheet, table.heading)
            table.mapping = ColumnChoice(sheet, table.heading, table.rows).given(given, REMEMBERED)
        else:
            table.mapping = ColumnChoice(sheet, table.heading, table.rows).decide()
        take_second_rows(sheet, table.heading, table.rows, table.mapping)
    return [table for table in read if len(table.rows) > 0]


def table_of_layout(sheet: Sheet, layout: Layout) -> Table | None:
    """The table a person pointed out; None when the sheet has no such row."""
    top = layout.heading_row - sheet.first_row
    if not 0 <= top < len(sheet.rows):
        return None
    heading = heading_of(sheet, top, min(layout.heading_rows, len(sheet.rows) - top))
    table = Table(sheet, heading, len(sheet.rows), chosen=True)
    for later in _later_headings(sheet, heading):
        if later.words == heading.words:
            table.repeats.append(later)
        else:
            table.stop = later.top
            break
    choice = ColumnChoice(sheet, heading, table.rows)
    if layout.columns:
        table.mapping = choice.given(columns_for(layout, sheet, heading), CHOSEN)
    else:
        table.mapping = choice.decide()
        choice.describe_by_texts(table.mapping)
    take_second_rows(sheet, heading, table.rows, table.mapping)
    return table


def _headings(sheet: Sheet) -> list[HeadingRow]:
    first = next_heading(sheet, 0, min(len(sheet.rows), SEARCHED_ROWS))
    if first is None and len(sheet.rows) > SEARCHED_ROWS:
        first = next_heading(sheet, SEARCHED_ROWS, len(sheet.rows))
    return [first, *_later_headings(sheet, first)] if first else []


def _stacked(sheet: Sheet, upper: HeadingRow, lower: HeadingRow) -> HeadingRow:
    """Two headings without a row between are one in two languages, if both together tell no less."""
    both = heading_of(sheet, upper.top, lower.body - upper.top)
    if both.is_table and both.fields >= lower.fields:
        return both
    if upper.score > lower.score:
        # The second row heads a second row of every line: a name beneath its number.
        return HeadingRow(upper.top, both.depth, upper.headings, upper.reaches)
    return HeadingRow(upper.top, both.depth, lower.headings, lower.reaches)


def _continues(sheet: Sheet, table: Table, heading: HeadingRow) -> bool:
    """Whether a heading only repeats the table's own on the next page of the same invoice."""
    if heading.words != table.heading.words:
        return False
    number = _invoice_number(sheet, table.above, table.heading.top)
    start = max(heading.top - LETTERHEAD_ROWS, table.heading.body, *(repeat.body for repeat in table.repeats))
    next_number = _invoice_number(sheet, start, heading.top)
    if next_number is not None and next_number == number:
        return not _is_totalled(sheet, range(start, heading.top))
    return next_number is None


def _is_totalled(sheet: Sheet, rows: range) -> bool:
    """Whether a total stands in these rows: a letterhead after it begins the invoice anew, perhaps a copy."""
    words = (row_word(cell) for row in rows for cell in sheet.rows[row] if isinstance(cell, str) and cell)
    return any(word and word.kind == "total" and word.certainty is Certainty.WHOLE for word in words)


def _with_letterhead(sheet: Sheet, table: Table, heading: HeadingRow) -> HeadingRow:
    """A repeated heading together with the letterhead above it, which the next page repeats as well."""
    top = _top_of_letterhead(sheet, table, heading)
    return replace(heading, top=top, depth=heading.body - top) if top < heading.top else heading


def _invoice_number(sheet: Sheet, start: int, stop: int) -> str | None:
    return collect_facts(sheet, range(max(start, stop - LETTERHEAD_ROWS), stop)).text("invoice_no")


def _top_of_letterhead(sheet: Sheet, table: Table, heading: HeadingRow) -> int:
    """Where the letterhead of a second invoice begins: at its first label after the table before."""
    start = max(heading.top - LETTERHEAD_ROWS, table.heading.body, *(repeat.body for repeat in table.repeats))
    facts = collect_facts(sheet, range(start, heading.top)).facts
    rows = [facts[name].row for name in ("invoice_no", "invoice_date", "seller", "buyer") if name in facts]
    first = min(rows, default=heading.top)
    figures = [
        row
        for row in range(start, first)
        if sum(1 for cell in sheet.rows[row] if isinstance(cell, float)) >= 1
    ]
    return max(figures, default=first - 1) + 1 if rows else heading.top


def _later_headings(sheet: Sheet, first: HeadingRow) -> list[HeadingRow]:
    """Further heading rows: only rows of words, without a figure among the amounts, are looked at."""
    found: list[HeadingRow] = []
    past = first.body
    for row in _rows_of_words(sheet, first):
        for top in (row - 1, row):
            heading = best_heading(sheet, top) if top >= past else None
            if heading:
                found.append(heading)
                past = heading.body
                break
    return found


def _rows_of_words(sheet: Sheet, first: HeadingRow) -> list[int]:
    """Rows below a heading with two or more texts that are no figures, and no number."""
    figures = [
        column
        for name in FIGURES
        for column, heading in enumerate(first.headings)
        if heading.best and heading.best.field == name
    ]
    if not figures:
        return [row for row in range(first.body, len(sheet.rows)) if _is_of_words(sheet.rows[row])]
    column = sheet.column(figures[0])
    odd = [row for row in not_floats(column) if row >= first.body and _is_of_letters(column[row])]
    return [row for row in odd if _is_of_words(sheet.rows[row])]


def _is_of_letters(cell: Cell) -> bool:
    return type(cell) is str and not (cell and cell[0].isdigit())


def _is_of_words(row: Sequence[Cell]) -> bool:
    texts = 0
    for cell in row:
        if type(cell) is not str:
            return False
        if cell and not cell.isspace():
            if cell[0].isdigit() or len(cell) > LONGEST_WORD:
                return False
            texts += 1
    return texts > 1
