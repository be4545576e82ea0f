"""One sheet of values as the layout work sees it: rows from its first used cell, and what is hidden."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

Cell = str | float | int | bool | date | datetime | time | timedelta
BLOCK = 1_024  # cells looked at together where mostly nothing about them is special


def column_letters(index: int) -> str:
    """The spreadsheet's name of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """The number, from 0, of a column named by letters."""
    index = 0
    for letter in letters.upper():
        index = index * 26 + ord(letter) - 64
    return index - 1


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range in the sheet's own numbers: rows and columns from 0, ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Sheet:
    """A sheet as read: `rows[0]` is the spreadsheet's row `first_row` (from 1).

    `first_column` is the column (from 0) of the first cell of each row. Hidden rows are spreadsheet
    row numbers, hidden columns and merges use the spreadsheet's columns from 0. `format_of` gives the
    number formats of the cells of given rows. `cut_below` and `cut_right` are the last row and column
    read of a sheet that has cells far beyond. `columns` are the same cells by column, where a source
    has them so; else they are taken out of the rows when first asked for. `damaged_letters`: bytes of a
    text table stand for no letter.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    first_row: int = 1
    first_column: int = 0
    visible: bool = True
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merges: tuple[Merge, ...] = ()
    formats: Callable[[Sequence[int]], Mapping[tuple[int, int], str]] | None = None
    formulas_without_value: bool = False
    cut_below: int | None = None
    cut_right: int | None = None
    damaged_letters: bool = False
    columns: Sequence[Sequence[Cell]] = ()

    @property
    def width(self) -> int:
        """How many columns each row has."""
        return len(self.rows[0]) if self.rows else 0

    def column(self, index: int) -> Sequence[Cell]:
        """All values of a column, counted from 0 within the used range; never to be changed."""
        if not self.columns:
            self.columns = list(zip(*self.rows, strict=True))
        return self.columns[index]

    def row_number(self, index: int) -> int:
        """The spreadsheet's row number of `rows[index]`."""
        return self.first_row + index

    def letters(self, column: int) -> str:
        """The spreadsheet's letters of a column counted within the used range."""
        return column_letters(self.first_column + column)


def is_blank(cell: Cell) -> bool:
    """Nothing, or only spaces."""
    return isinstance(cell, str) and (not cell or cell.isspace())


def text_of(cell: Cell) -> str:
    """A cell as a person would read it; whole numbers without ".0"."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e16 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return str(cell)


def not_floats(cells: Sequence[Cell]) -> list[int]:
    """The places of all other cells, mostly few: whole blocks of floats are passed at a glance."""
    found: list[int] = []
    for start in range(0, len(cells), BLOCK):
        block = cells[start : start + BLOCK]
        if set(map(type, block)) != {float}:
            found += [place for place, cell in enumerate(block, start) if type(cell) is not float]
    return found
