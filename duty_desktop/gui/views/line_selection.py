"""What is selected in the lines table, in terms of lines, columns and figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtWidgets import QTableView

from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.gui.formats import money
from duty_desktop.gui.models.columns import COLUMNS
from duty_desktop.gui.models.lines_model import LinesModel
from duty_desktop.gui.texts import tr, trn


@dataclass(frozen=True, slots=True)
class CellBlock:
    """Selected rows of the table, from top to bottom, and selected columns as they stand on the screen."""

    rows: Sequence[int]
    columns: tuple[int, ...]


def selected_block(table: QTableView) -> CellBlock:
    """The rows and columns that hold selected cells; hidden columns do not count."""
    selection = table.selectionModel().selection()
    parts = [selection.at(place) for place in range(selection.count())]
    columns = {column for part in parts for column in range(part.left(), part.right() + 1)}
    spans = {range(part.top(), part.bottom() + 1) for part in parts}
    rows = spans.pop() if len(spans) == 1 else tuple(sorted(set().union(*spans)))
    header = table.horizontalHeader()
    shown = [column for column in columns if not table.isColumnHidden(column)]
    return CellBlock(rows, tuple(sorted(shown, key=header.visualIndex)))


def selected_lines(table: QTableView, model: LinesModel) -> tuple[int, ...]:
    """The lines of the selected cells, else of the current one."""
    rows = selected_block(table).rows
    if not rows and table.currentIndex().isValid():
        rows = (table.currentIndex().row(),)
    return tuple(model.lines_at(rows))


def selection_text(worksheet: Worksheet, model: LinesModel, block: CellBlock) -> str:
    """Count, sum and average of a selection within one column of figures; else value and duty of lines."""
    lines = model.lines_at(block.rows)
    if len(lines) < 2:
        return ""
    count = trn("1 line selected", "{n} lines selected", len(lines))
    numbers = [COLUMNS[column].raw for column in block.columns]
    if len(numbers) == 1 and (raw := numbers[0]) is not None:
        return _sum_text(count, [raw(worksheet, line) for line in lines])
    rated = worksheet.rated
    value = sum(filter(None, map(rated.value_cents.__getitem__, lines)))
    duties = list(map(rated.duty_cents.__getitem__, lines))
    settled = sum(filter(None, duties))
    still_open = duties.count(None)
    figures = {"count": count, "value": money(value), "duty": money(settled)}
    if still_open:
        return tr("{count} · value {value} · duty {duty} and {open} open", **figures, open=still_open)
    return tr("{count} · value {value} · duty {duty}", **figures)


def _sum_text(count: str, found: Sequence[Decimal | None]) -> str:
    numbers = [number for number in found if number is not None]
    if not numbers:
        return count
    total = sum(numbers, Decimal(0))
    average = round(total / len(numbers), 2)
    return tr(
        "{count} · sum {sum} · average {average}", count=count, sum=f"{total:,f}", average=f"{average:,f}"
    )
