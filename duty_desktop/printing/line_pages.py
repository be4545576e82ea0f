"""The goods lines and the entry lines on paper, landscape."""

from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from duty_desktop.printing.blocks import Block, Paragraph, Section
from duty_desktop.printing.fonts import Style
from duty_desktop.printing.pages import Group
from duty_desktop.printing.paper_tables import chosen_columns, paper_column, totals_of, words_of
from duty_desktop.printing.pen import Align
from duty_desktop.printing.table_blocks import PaperColumn, Row, TableHead, TableRow, TableShape
from duty_desktop.report import phrases
from duty_desktop.report.figures import money, money_range
from duty_desktop.report.sections import ReportContent
from duty_desktop.report.table import Cell, Column, Table

_SAMPLED = 2_000
_LINE_KEYS = ("line", "item", "description", "hts", "origin", "class", "quantity", "unit", "value", "rate")
_ENTRY_KEYS = (
    *("line", "invoice_lines", "description", "part", "origin", "number", "net_weight_kg"),
    *("quantity", "unit", "quantity_2", "unit_2", "value", "rate", "duty", "duty_from", "duty_to"),
)
_SELDOM = frozenset({"item", "part", "net_weight_kg", "quantity_2", "unit_2"})
_SPANNED = frozenset({"line", "invoice_lines", "description", "part", "origin"})
_DESCRIPTION = "description"
_ITEM_WIDTH = 620.0


def line_groups(content: ReportContent, width: float) -> Iterator[Group]:
    """The lines, each with its headings under each other; an open line says what to answer."""
    table, words = content.lines.without_empty(_SELDOM), content.language
    columns = chosen_columns(table, _LINE_KEYS)
    more = ["headings", "state"]
    duty = _duty_column(content)
    shown_columns = [
        *map(_line_column, columns),
        duty,
        *(paper_column(one) for one in chosen_columns(table, more)),
    ]
    totals = _line_totals(table, columns, content)
    samples = [*islice(_line_rows(table, columns, words), _SAMPLED), totals]
    shape = TableShape(shown_columns, samples, width)
    head = TableHead(shape)
    remarks = table.column("reasons")
    states = table.column("state")
    review = phrases.REVIEW.into(words)
    place = [column.key for column in columns].index(_DESCRIPTION)
    yield (Section(table.title), head)
    last = TableRow(shape, head, [totals], strong=True)
    for number, row in enumerate(_line_rows(table, columns, words)):
        remark = str(remarks[number]) if states[number] == review else ""
        block = TableRow(shape, head, [row], remark=remark, remark_column=place, width=width)
        yield (block, last) if number == len(table) - 1 else (block,)


def entry_groups(content: ReportContent, width: float) -> Iterator[Group]:
    """The entry lines; the numbers of one line are never torn apart."""
    table, words = content.entry_table.without_empty(_SELDOM), content.language
    if not len(table):
        return
    columns = chosen_columns(table, _ENTRY_KEYS)
    rows = [
        words_of(cells, columns, words) for cells in zip(*(table.column(c.key) for c in columns), strict=True)
    ]
    totals = totals_of(table, columns, words) or []
    shape = TableShape([_line_column(column) for column in columns], [*rows[:_SAMPLED], totals], width)
    head = TableHead(shape)
    note = Paragraph(table.note, Style.QUIET, width, keep_with_next=True)
    first: list[Block] = [Section(table.title), note, head]
    yield first
    spanned = frozenset(place for place, column in enumerate(columns) if column.key in _SPANNED)
    for _, own in groupby(rows, key=lambda row: row[0]):
        lines = list(own)
        numbers = [lines[0], *(["", *row[1:]] for row in lines[1:])]
        yield (TableRow(shape, head, numbers, spanned=spanned),)
    yield (TableRow(shape, head, [totals], strong=True),)


def _line_column(column: Column) -> PaperColumn:
    made = paper_column(column)
    if column.key == "item":
        return PaperColumn(column.title, 12, Align.LEFT, least=_ITEM_WIDTH / 2)
    return made


def _duty_column(content: ReportContent) -> PaperColumn:
    return PaperColumn(phrases.DUTY_USD.into(content.language), 0, Align.RIGHT)


def _line_rows(table: Table, columns: Sequence[Column], language: str) -> Iterator[Row]:
    """Rows in words; the duty of an open line is its range, the headings stand under each other."""
    keys = ["duty", *(key for key in ("duty_from", "duty_to") if table.has(key)), "headings", "state"]
    extra = [table.column(key) for key in keys]
    plain = [table.column(column.key) for column in columns]
    for cells, rest in zip(zip(*plain, strict=True), zip(*extra, strict=True), strict=True):
        *duties, headings, state = rest
        row = list(words_of(cells, columns, language))
        yield [*row, _duty(duties, language), str(headings).replace("; ", "\n"), str(state)]


def _duty(duties: Sequence[Cell], language: str) -> str:
    duty, *bounds = duties
    if isinstance(duty, int):
        return money(duty)
    low, high = bounds or (0, None)
    return _stacked(low if isinstance(low, int) else 0, high if isinstance(high, int) else None, language)


def _stacked(low: int, high: int | None, language: str) -> str:
    """A range in two lines, so that its figures stand under those of other lines."""
    text = money_range(low, high, language)
    rest = text.removeprefix(money(low)).strip()
    return f"{money(low)}\n{rest}" if rest else text


def _line_totals(table: Table, columns: Sequence[Column], content: ReportContent) -> Row:
    row = totals_of(table, columns, content.language) or [""] * len(columns)
    low = table.total(table.duty_key)
    high: int | None = low
    if table.has("duty_to"):
        high = None if None in table.column("duty_to") else table.total("duty_to")
    return [*row, _stacked(low, high, content.language), "", ""]
