"""The report's tables as they stand on paper: cells in words, totals under them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from duty_desktop.printing.blocks import Block, Gap, Section
from duty_desktop.printing.pages import Group
from duty_desktop.printing.pen import Align
from duty_desktop.printing.table_blocks import PaperColumn, Row, TableShape, table_blocks
from duty_desktop.report import phrases
from duty_desktop.report.figures import shown
from duty_desktop.report.table import NUMBERS, Cell, Column, Kind, Table

_SAMPLED = 400
_LOWER_BOUND = {"duty_to": "duty_from", "line_to": "line", "filing_to": "filing"}


def table_group(
    table: Table, language: str, width: float, *, last_is_total: bool = False, keys: Sequence[str] = ()
) -> Group:
    """A table of the content under its name; without rows there is nothing."""
    if not len(table):
        return ()
    chosen = chosen_columns(table, keys)
    rows = [words_of(cells, chosen, language) for cells in cells_of(table, chosen)]
    totals = None if last_is_total else totals_of(table, chosen, language)
    samples = [*islice(rows, _SAMPLED), *([totals] if totals else [])]
    shape = TableShape([paper_column(column) for column in chosen], samples, width)
    strong = (lambda number: number == len(rows) - 1) if last_is_total else None
    blocks: list[Block] = [Section(table.title)]
    blocks.extend(table_blocks(shape, iter(rows), totals=totals, strong=strong))
    return (*blocks, Gap(110))


def chosen_columns(table: Table, keys: Sequence[str]) -> tuple[Column, ...]:
    """The named columns, else all."""
    by_key: Mapping[str, Column] = {column.key: column for column in table.columns}
    return tuple(by_key[key] for key in keys if key in by_key) if keys else table.columns


def cells_of(table: Table, columns: Sequence[Column]) -> Iterator[tuple[Cell, ...]]:
    """The cells of the chosen columns, row by row."""
    return zip(*(table.column(column.key) for column in columns), strict=True)


def words_of(cells: Sequence[Cell], columns: Sequence[Column], language: str) -> Row:
    """A row as paper shows it; where a lower bound has no upper one, that is said."""
    words = [shown(cell, column.kind, language) for cell, column in zip(cells, columns, strict=True)]
    for place, column in enumerate(columns):
        lower = _LOWER_BOUND.get(column.key)
        if lower is not None and cells[place] is None:
            low = next((cell for cell, one in zip(cells, columns, strict=True) if one.key == lower), None)
            words[place] = "" if low is None else phrases.OPEN_END.into(language)
    return words


def totals_of(table: Table, columns: Sequence[Column], language: str) -> Row | None:
    """The sums, where a column has one; an upper bound without a sum is open."""
    if not any(column.total for column in columns):
        return None
    row = []
    for place, column in enumerate(columns):
        if column.total:
            row.append(shown(table.total(column.key), column.kind, language))
        elif column.key in _LOWER_BOUND:
            row.append(phrases.OPEN_END.into(language))
        else:
            row.append(phrases.TOTAL.into(language) if place == 0 else "")
    return row


def paper_column(column: Column) -> PaperColumn:
    """The look of a column: figures right in letters of one width, texts share the spare width."""
    if column.kind in NUMBERS:
        return PaperColumn(column.title, 0, Align.RIGHT)
    if column.kind in (Kind.CODE, Kind.DATE):
        return PaperColumn(column.title, 0, Align.LEFT)
    return PaperColumn(column.title, column.width)
