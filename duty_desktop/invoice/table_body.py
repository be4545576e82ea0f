"""The cells of a table beneath its heading, by field: figures as numbers, the rest as they are."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from math import hypot
from operator import mul
from typing import cast

from duty_desktop.invoice.cells.numbers import LARGEST, DecimalMark, number_of, within_reason
from duty_desktop.invoice.cells.quantities import quantity_of
from duty_desktop.invoice.columns import Mapping
from duty_desktop.invoice.row_words import holds_ditto, is_ditto
from duty_desktop.invoice.sheet import Cell, Sheet, not_floats
from duty_desktop.invoice.size_columns import multiplied, summed
from duty_desktop.terms.money import E4

Figure = float | None


def figures_of(
    cells: Sequence[Cell], mark: DecimalMark, read: Callable[[Cell, DecimalMark], Figure] = number_of
) -> Sequence[Figure]:
    """A column as numbers: floats pass, texts are read once each, ditto marks repeat the figure above."""
    others = not_floats(cells)
    if not others:
        floats = cast("Sequence[float]", cells)
        return floats if _all_within_reason(floats) else list(map(within_reason, floats))
    known = {cell: read(cell, mark) for cell in {cells[place] for place in others} if type(cell) is str}
    if len(others) == len(cells) and set(map(type, cells)) == {str}:
        figures = list(map(known.__getitem__, cast("Sequence[str]", cells)))
    else:
        figures = list(cast("Sequence[float]", cells))
        for place in others:
            cell = cells[place]
            figures[place] = known[cell] if type(cell) is str else number_of(cell, mark)
    if not _all_within_reason(filter(None, figures)):
        figures = [None if figure is None else within_reason(figure) for figure in figures]
    return _with_dittos(cells, figures) if holds_ditto(known) else figures


def _all_within_reason(figures: Iterable[float]) -> bool:
    """Whether surely no figure is too large: none is larger than the root of the sum of all squares."""
    return hypot(*figures) <= LARGEST


def _with_dittos(cells: Sequence[Cell], figures: list[Figure]) -> list[Figure]:
    for index, cell in enumerate(cells):
        if index and isinstance(cell, str) and is_ditto(cell):
            figures[index] = figures[index - 1]
    return figures


def in_e4(figures: Sequence[Figure]) -> list[int | None]:
    """Ten-thousandths of a column of figures."""
    if None in figures:
        return [None if figure is None else round(figure * E4) for figure in figures]
    # The same without a step of Python for each; a figure is a float.
    return list(map(float.__round__, map(mul, cast("Sequence[float]", figures), repeat(float(E4)))))


@dataclass(slots=True)
class TableBody:
    """The rows `start` (included) to `stop` (excluded) of a sheet under one mapping.

    All columns here are as long as the body; the index of a cell plus `start` is the row's index.
    """

    sheet: Sheet
    mapping: Mapping
    start: int
    stop: int
    _figures: dict[str, Sequence[Figure]] = field(default_factory=dict)
    _cells: dict[str, Sequence[Cell]] = field(default_factory=dict)

    def __len__(self) -> int:
        return self.stop - self.start

    def cells(self, name: str) -> Sequence[Cell] | None:
        """The cells of a field, None when it has no column."""
        found = self.mapping.columns.get(name)
        if found is None:
            return None
        if name not in self._cells:
            column = self.sheet.column(found.index)
            whole = self.start == 0 and self.stop == len(column)
            own = column if whole else column[self.start : self.stop]
            self._cells[name] = self._beneath(own) if found.beneath else own
        return self._cells[name]

    def _beneath(self, cells: Sequence[Cell]) -> Sequence[Cell]:
        """For each row the cell in the row below, unless that is a line of its own."""
        return ["" if self.is_line_of_its_own(at) else cells[at] for at in range(1, len(cells))] + [""]

    def is_line_of_its_own(self, offset: int) -> bool:
        """Whether a row under a heading of two rows has an amount or a price, which second rows have not."""
        columns = self.mapping.columns
        beneath = {column.index for column in columns.values() if column.beneath}
        own = (
            name
            for name in ("amount", "unit_price")
            if name in columns and columns[name].index not in beneath
        )
        return any(figures[offset] is not None for name in own if (figures := self.figures(name)) is not None)

    def figures(self, name: str) -> Sequence[Figure] | None:
        """The numbers of a field, None when it has no column."""
        cells, column = self.cells(name), self.mapping.columns.get(name)
        if cells is None or column is None:
            return None
        if name not in self._figures:
            read = quantity_of if name == "quantity" else number_of
            if parts := column.summed or column.multiplied:
                cells_of = (self.sheet.column(part)[self.start : self.stop] for part in parts)
                marks = map(self.mapping.mark_of, parts)
                figures = [figures_of(part, mark, read) for part, mark in zip(cells_of, marks, strict=True)]
                self._figures[name] = summed(figures) if column.summed else multiplied(figures)
            else:
                self._figures[name] = figures_of(cells, self.mapping.mark_of(column.index), read)
        return self._figures[name]

    def billed(self) -> Sequence[Figure] | None:
        """What the unit prices multiply: the quantity, or a weight, in the unit that the price is for."""
        basis = self.mapping.basis
        figures, units = self.figures(basis.field), self.figures("price_unit")
        if figures is None:
            return None
        if units is not None:
            figures = [
                f / unit if f is not None and unit else f for f, unit in zip(figures, units, strict=True)
            ]
        if basis.times == basis.per:
            return figures
        factor = basis.times / basis.per
        return [None if figure is None else figure * factor for figure in figures]
