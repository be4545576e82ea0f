"""The goods lines on paper, landscape."""

from collections.abc import Iterator, Sequence
from itertools import islice

from duty_desktop.printing.blocks import Section
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
_SELDOM = frozenset({"item"})
_DESCRIPTION = "description"
_ITEM_WIDTH = 900.0


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


def _line_column(column: Column) -> PaperColumn:
    made = paper_column(column)
    if column.key == "item":
        return PaperColumn(column.title, 0, most=_ITEM_WIDTH)
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
    return stacked_cells(low, high, language)


def stacked_cells(low: Cell, high: Cell, language: str) -> str:
    """The range of two cells of amounts; an empty upper one is open."""
    return stacked_range(
        low if isinstance(low, int) else 0, high if isinstance(high, int) else None, language
    )


def stacked_range(low: int, high: int | None, language: str) -> str:
    """A range in two lines, so that its figures stand under those of other lines."""
    text = money_range(low, high, language)
    if not text.startswith(money(low)):  # open: nothing is known, so no figure stands there
        return text
    rest = text.removeprefix(money(low)).strip()
    return f"{money(low)}\n{rest}" if rest else text


def _line_totals(table: Table, columns: Sequence[Column], content: ReportContent) -> Row:
    row = totals_of(table, columns, content.language) or [""] * len(columns)
    low = table.total(table.duty_key)
    high: int | None = low
    if table.has("duty_to"):
        high = None if None in table.column("duty_to") else table.total("duty_to")
    return [*row, stacked_range(low, high, content.language), "", ""]
