"""A table of a report: columns that know what they hold, cells as exact plain values."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

Cell: TypeAlias = str | int | date | None


class Kind(StrEnum):
    """What the cells of a column are, and so how they are written.

    The unit of the whole numbers: `MONEY` US cents, `DOLLARS` even dollars, `QUANTITY` and `AMOUNT` (of
    the invoice's currency) ten-thousandths, `RATE` millionths of one (150000 is 15%), `COUNT` pieces.
    `CODE` is text that is a number to people: HTS and item numbers.
    """

    TEXT = "text"
    CODE = "code"
    COUNT = "count"
    QUANTITY = "quantity"
    AMOUNT = "amount"
    MONEY = "money"
    DOLLARS = "dollars"
    RATE = "rate"
    DATE = "date"


NUMBERS = frozenset({Kind.COUNT, Kind.QUANTITY, Kind.AMOUNT, Kind.MONEY, Kind.DOLLARS, Kind.RATE})
SCALE = {
    Kind.COUNT: 1,
    Kind.DOLLARS: 1,
    Kind.MONEY: 100,
    Kind.QUANTITY: 10_000,
    Kind.AMOUNT: 10_000,
    Kind.RATE: 1_000_000,
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `key` is stable and the same in every language, `width` in characters of a sheet.

    `total`: the sum of the column means something and is shown.
    """

    key: str
    title: str
    kind: Kind
    width: int
    total: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Columns of equal length; the data of 100,000 lines are the worksheet's own lists, not copies.

    `key` is stable; `note` one sentence on how to read it, or "".
    """

    key: str
    title: str
    columns: tuple[Column, ...]
    data: tuple[Sequence[Cell], ...]
    note: str = ""

    def __len__(self) -> int:
        return len(self.data[0]) if self.data else 0

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """The rows, in order."""
        return zip(*self.data, strict=True)

    def column(self, key: str) -> Sequence[Cell]:
        """The cells of one column; raises KeyError."""
        return self.data[self.place(key)]

    def place(self, key: str) -> int:
        """Where a column stands, from 0; raises KeyError."""
        for place, column in enumerate(self.columns):
            if column.key == key:
                return place
        raise KeyError(key)

    def after_figures(self, place: int) -> bool:
        """Whether a column of text stands beside one of numbers, which ends where it begins."""
        return (
            place > 0 and self.columns[place].kind not in NUMBERS and self.columns[place - 1].kind in NUMBERS
        )

    def without_empty(self, keys: Collection[str]) -> "Table":
        """The table without those of the named columns that hold nothing."""
        kept = [
            place
            for place, column in enumerate(self.columns)
            if column.key not in keys or any(self.data[place])
        ]
        columns, data = (
            tuple(self.columns[place] for place in kept),
            tuple(self.data[place] for place in kept),
        )
        return Table(self.key, self.title, columns, data, self.note)

    def has(self, key: str) -> bool:
        """Whether there is a column with this key."""
        return any(column.key == key for column in self.columns)

    @property
    def duty_key(self) -> str:
        """The column whose sum is the (least) duty: "duty_from" beside open lines, else "duty"."""
        return "duty_from" if self.has("duty_from") else "duty"

    def total(self, key: str) -> int:
        """The sum of a column of numbers; empty cells count as nothing."""
        return sum(cell for cell in self.column(key) if isinstance(cell, int))


def table_of_rows(
    key: str, title: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], note: str = ""
) -> Table:
    """A small table from its rows."""
    data = tuple(zip(*rows, strict=True)) if rows else tuple(() for _ in columns)
    return Table(key, title, tuple(columns), data, note)
