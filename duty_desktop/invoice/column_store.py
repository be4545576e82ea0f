"""A sheet kept as columns: 100,000 rows are a dozen lists, and a row is put together when it is asked for."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, zip_longest
from typing import overload

from duty_desktop.invoice.sheet import Cell

_AT_ONCE = 512  # rows taken apart while the processor still has them at hand
_TRIAL = 8_192  # rows after which a column of ever new texts is known as one
_RATHER_NEW = 2


class ColumnStore(Sequence[Sequence[Cell]]):
    """The rows of a sheet, all of the same width, stored by column."""

    __slots__ = ("columns",)

    def __init__(self, columns: Sequence[list[Cell]]) -> None:
        self.columns = columns

    @classmethod
    def of(cls, rows: Iterable[Sequence[Cell]]) -> "ColumnStore":
        """Take rows apart, a few at a time; raises ValueError when one is wider than another.

        Texts that a column repeats become one object, which everything later then finds at one place.
        """
        rest = iter(rows)
        pieces = list(islice(rest, _AT_ONCE))
        growing = [_Growing() for _ in pieces[0]] if pieces else []
        while pieces:
            for column, cells in zip(growing, zip(*pieces, strict=True), strict=True):
                column.take(cells)
            pieces = list(islice(rest, _AT_ONCE))
        return cls([column.cells for column in growing])

    @classmethod
    def of_ragged(cls, rows: Iterable[Sequence[str]]) -> "ColumnStore":
        """Take rows of any width apart; short ones are filled up with empty texts."""
        rest, count = iter(rows), 0
        growing: list[_Growing] = []
        while pieces := list(islice(rest, _AT_ONCE)):
            width = max(len(growing), *map(len, pieces))
            growing += [_Growing([""] * count) for _ in range(width - len(growing))]
            for column, cells in zip(growing, zip_longest(*pieces, fillvalue=""), strict=False):
                column.take(cells)
            for column in growing[max(map(len, pieces)) :]:
                column.take([""] * len(pieces))
            count += len(pieces)
        return cls([column.cells for column in growing])

    def __len__(self) -> int:
        return len(self.columns[0]) if self.columns else 0

    @overload
    def __getitem__(self, index: int) -> Sequence[Cell]: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Sequence[Cell]]: ...
    def __getitem__(self, index: int | slice) -> Sequence[Cell] | Sequence[Sequence[Cell]]:
        if isinstance(index, slice):
            return [list(row) for row in zip(*(column[index] for column in self.columns), strict=True)]
        return [column[index] for column in self.columns]

    def __iter__(self) -> Iterator[Sequence[Cell]]:
        return map(list, zip(*self.columns, strict=True))


class _Growing:
    """A column while its cells arrive."""

    __slots__ = ("_known", "cells")

    def __init__(self, cells: list[Cell] | None = None) -> None:
        self.cells: list[Cell] = cells or []
        self._known: dict[Cell, Cell] | None = {}

    def take(self, cells: Sequence[Cell]) -> None:
        known = self._known
        # Texts only: 1.0 and True, or 0.0 and -0.0, are equal and yet not the same.
        if known is None or type(cells[0]) is not str or set(map(type, cells)) != {str}:
            self.cells.extend(cells)
            return
        self.cells.extend(map(known.setdefault, cells, cells))
        if len(self.cells) >= _TRIAL and len(known) * _RATHER_NEW > len(self.cells):
            self._known = None
