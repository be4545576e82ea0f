"""The landed cost on paper, landscape: what each line bears, exact and as filed."""

from collections.abc import Iterator, Sequence
from itertools import islice

from duty_desktop.printing.blocks import Paragraph, Section
from duty_desktop.printing.fonts import Style
from duty_desktop.printing.line_pages import stacked_cells
from duty_desktop.printing.pages import Group
from duty_desktop.printing.paper_tables import cells_of, chosen_columns, paper_column, totals_of, words_of
from duty_desktop.printing.table_blocks import Row, TableHead, TableRow, TableShape
from duty_desktop.report.sections import ReportContent
from duty_desktop.report.table import Cell, Table

_KEYS = (
    *("line", "item", "description", "quantity", "unit", "price", "fees", "landed"),
    *("of_price", "landed_per_unit", "landed_filed", "difference"),
)
_LANDED = "landed"
_SELDOM = frozenset({"item"})
_SAMPLED = 2_000


def landed_groups(content: ReportContent, width: float) -> Iterator[Group]:
    """A row a line with the totals under the last; an open line shows its range."""
    table, words = content.landed.without_empty(_SELDOM), content.language
    columns = chosen_columns(table, _KEYS)
    totals = list(totals_of(table, columns, words) or [""] * len(columns))
    place = [column.key for column in columns].index(_LANDED)
    totals[place] = _total(table, words)
    samples = [*islice(_rows(table, words, place), _SAMPLED), totals]
    shape = TableShape([paper_column(column) for column in columns], samples, width)
    head = TableHead(shape)
    note = Paragraph(table.note, Style.QUIET, width, keep_with_next=True)
    yield (Section(table.title), note, head)
    last = TableRow(shape, head, [totals], strong=True)
    for number, row in enumerate(_rows(table, words, place)):
        block = TableRow(shape, head, [row])
        yield (block, last) if number == len(table) - 1 else (block,)


def _rows(table: Table, language: str, landed: int) -> Iterator[Row]:
    columns = chosen_columns(table, _KEYS)
    bounds: Sequence[Sequence[Cell]] = [
        table.column(key) for key in ("landed_from", "landed_to") if table.has(key)
    ]
    for number, cells in enumerate(cells_of(table, columns)):
        row = list(words_of(cells, columns, language))
        if cells[landed] is None and bounds:
            row[landed] = stacked_cells(bounds[0][number], bounds[1][number], language)
        yield row


def _total(table: Table, language: str) -> str:
    if not table.has("landed_from"):
        return stacked_cells(table.total(_LANDED), table.total(_LANDED), language)
    bounded = None not in table.column("landed_to")
    return stacked_cells(table.total("landed_from"), table.total("landed_to") if bounded else None, language)
