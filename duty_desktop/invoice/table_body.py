"""The cells of a table beneath its heading, by field: figures as numbers, the rest as they are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from duty_desktop.invoice.cells.numbers import LARGEST, DecimalMark, number_of
from duty_desktop.invoice.columns import Mapping
from duty_desktop.invoice.row_words import holds_ditto, is_ditto
from duty_desktop.invoice.sheet import Cell, Sheet

Figure = float | None


def figures_of(cells: Sequence[Cell], mark: DecimalMark) -> list[Figure]:
    """A column as numbers: floats pass, texts are read once each, ditto marks repeat the figure above."""
    kinds = set(map(type, cells))
    if kinds == {float} and _are_sane(cells):
        return [cell for cell in cells if type(cell) is float]
    known: dict[str, Figure] = {"": None}
    texts = {cell for cell in cells if type(cell) is str and cell}
    for text in texts:
        known[text] = number_of(text, mark)
    ditto = holds_ditto(texts)
    plain: list[Figure] = [
        cell if type(cell) is float else known[cell] if type(cell) is str else number_of(cell)
        for cell in cells
    ]
    if not _are_sane(plain):
        plain = [None if figure is None or abs(figure) > LARGEST else figure for figure in plain]
    if ditto:
        for index, cell in enumerate(cells):
            if index and isinstance(cell, str) and is_ditto(cell):
                plain[index] = plain[index - 1]
    return plain


def _are_sane(figures: Iterable[object]) -> bool:
    """Whether no figure is beyond any invoice: a part number or a bar code in a column of money."""
    numbers = [figure for figure in figures if type(figure) is float]
    return not numbers or (max(numbers) <= LARGEST and min(numbers) >= -LARGEST)


@dataclass(slots=True)
class TableBody:
    """The rows `start` (included) to `stop` (excluded) of a sheet under one mapping.

    All columns here are as long as the body; the index of a cell plus `start` is the row's index.
    """

    sheet: Sheet
    mapping: Mapping
    start: int
    stop: int
    _figures: dict[str, list[Figure]] = field(default_factory=dict)
    _cells: dict[str, list[Cell]] = field(default_factory=dict)

    def __len__(self) -> int:
        return self.stop - self.start

    def cells(self, name: str) -> list[Cell] | None:
        """The cells of a field, None when it has no column."""
        index = self.mapping.index(name)
        if index is None:
            return None
        if name not in self._cells:
            column = self.sheet.column(index)
            whole = self.start == 0 and self.stop == len(column)
            self._cells[name] = column if whole else column[self.start : self.stop]
        return self._cells[name]

    def figures(self, name: str) -> list[Figure] | None:
        """The numbers of a field, None when it has no column."""
        cells, index = self.cells(name), self.mapping.index(name)
        if cells is None or index is None:
            return None
        if name not in self._figures:
            self._figures[name] = figures_of(cells, self.mapping.mark_of(index))
        return self._figures[name]
