"""The cells of the goods lines only, with merged cells and ditto marks filled in from above."""

from collections.abc import Sequence
from typing import TypeVar

from duty_desktop.invoice.row_words import holds_ditto, is_ditto
from duty_desktop.invoice.sheet import Cell, is_blank
from duty_desktop.invoice.table_body import Figure, TableBody

Value = TypeVar("Value")


class PickedRows:
    """Columns of a table body cut down to the lines at `indexes` (indexes of the sheet's used rows)."""

    def __init__(self, body: TableBody, indexes: Sequence[int]) -> None:
        self.body, self.indexes = body, indexes
        self.offsets = [index - body.start for index in indexes]
        first = self.offsets[0] if self.offsets else 0
        self._gapless = bool(self.offsets) and self.offsets[-1] - first + 1 == len(self.offsets)
        self._span = slice(first, first + len(self.offsets))

    def __len__(self) -> int:
        return len(self.offsets)

    def pick(self, values: Sequence[Value]) -> list[Value]:
        """The values of the lines out of a column of the whole body."""
        if self._gapless:
            return list(values[self._span])
        return [values[offset] for offset in self.offsets]

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
        column = self.body.mapping.index(name) or 0
        return self.pick(self._filled(cells, column))

    def _filled(self, cells: list[Cell], column: int) -> list[Cell]:
        sheet, start = self.body.sheet, self.body.start
        filled = cells
        for merge in sheet.merges:
            if merge.left == sheet.first_column + column and merge.bottom > merge.top:
                top, bottom = (
                    merge.top - (sheet.first_row - 1) - start,
                    merge.bottom - (sheet.first_row - 1) - start,
                )
                if 0 <= top < len(cells):
                    filled = list(filled) if filled is cells else filled
                    for offset in range(top + 1, min(bottom + 1, len(cells))):
                        filled[offset] = filled[top]
        if holds_ditto(set(cells)):
            filled = list(filled) if filled is cells else filled
            above: Cell = ""
            for offset, cell in enumerate(filled):
                if isinstance(cell, str) and cell and is_ditto(cell):
                    filled[offset] = above
                elif not is_blank(cell):
                    above = cell
        return filled
