"""The cells of the goods lines only, with merged cells and ditto marks filled in from above."""

from collections.abc import Sequence
from typing import TypeVar

from duty_desktop.invoice.row_words import holds_ditto, is_ditto
from duty_desktop.invoice.sheet import Cell, Merge, is_blank
from duty_desktop.invoice.table_body import Figure, TableBody

Value = TypeVar("Value")


class PickedRows:
    """Columns of a table body cut down to the lines at `indexes` (indexes of the sheet's used rows)."""

    def __init__(self, body: TableBody, indexes: Sequence[int]) -> None:
        self.body, self.indexes = body, indexes
        first = indexes[0] - body.start if indexes else 0
        self._gapless = bool(indexes) and indexes[-1] - indexes[0] + 1 == len(indexes)
        self._span = slice(first, first + len(indexes))

    def __len__(self) -> int:
        return len(self.indexes)

    def row_numbers(self) -> list[int]:
        """The spreadsheet's row numbers of the lines."""
        first = self.body.sheet.first_row
        if self._gapless:
            return list(range(first + self.indexes[0], first + self.indexes[-1] + 1))
        return [first + index for index in self.indexes]

    def pick(self, values: Sequence[Value]) -> list[Value]:
        """The values of the lines out of a column of the whole body."""
        if self._gapless:
            part = values[self._span]
            return part if type(part) is list else list(part)
        start = self.body.start
        return [values[index - start] for index in self.indexes]

    def figures(self, name: str) -> list[Figure] | None:
        """The numbers of a field, None when it has no column."""
        values = self.body.figures(name)
        return None if values is None else self.pick(values)

    def raw_cells(self, name: str) -> list[Cell]:
        """The cells of a field as they stand; empty when it has no column."""
        cells = self.body.cells(name)
        return [] if cells is None else self.pick(cells)

    def cells(self, name: str) -> list[Cell] | None:
        """The cells of a field, merged ranges and ditto marks filled, None when it has no column."""
        cells = self.body.cells(name)
        if cells is None:
            return None
        found = self.body.mapping.columns[name]
        column = self.body.sheet.first_column + found.index
        merges = [
            merge for merge in self.body.sheet.merges if merge.left == column and merge.bottom > merge.top
        ]
        if merges and not found.beneath:
            cells = self._with_merges(cells, merges)
        return self.pick(_with_dittos(cells) if holds_ditto(cells) else cells)

    def _with_merges(self, cells: Sequence[Cell], merges: Sequence[Merge]) -> list[Cell]:
        """The value of a merged range in each of its rows."""
        first = self.body.sheet.first_row - 1 + self.body.start
        filled = list(cells)
        for merge in merges:
            top = merge.top - first
            if 0 <= top < len(filled):
                for offset in range(top + 1, min(merge.bottom - first + 1, len(filled))):
                    filled[offset] = filled[top]
        return filled


def _with_dittos(cells: Sequence[Cell]) -> list[Cell]:
    """The value above in place of each ditto mark."""
    filled: list[Cell] = []
    above: Cell = ""
    for cell in cells:
        if isinstance(cell, str) and cell and is_ditto(cell):
            filled.append(above)
            continue
        filled.append(cell)
        if not is_blank(cell):
            above = cell
    return filled
