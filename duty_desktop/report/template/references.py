"""References of a workbook to cells that move down because a row was repeated."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from openpyxl.formula.tokenizer import Token, Tokenizer

_REFERENCE = re.compile(r"(?:(?P<sheet>'(?:[^']|'')+'|[^'!:\[\]]+)!)?(?P<cells>[$A-Za-z0-9:]+)$")
_CELLS = re.compile(
    r"(?P<column>\$?[A-Za-z]{1,3})(?P<row>\$?\d+)"
    r"(?::(?P<last_column>\$?[A-Za-z]{1,3})(?P<last_row>\$?\d+))?$"
)


@dataclass(frozen=True, slots=True)
class RowsInserted:
    """`extra` rows put under one row of a sheet, as copies of it."""

    sheet: str
    row: int
    extra: int

    def moved(self, row: int) -> int:
        """Where a row stands now."""
        return row + self.extra if row > self.row else row

    def end_moved(self, row: int) -> int:
        """Where a range ends now: one that reaches the repeated row takes all its copies in."""
        return row + self.extra if row >= self.row else row

    def ranges(self, text: str) -> str:
        """Ranges of the sheet itself, parted by spaces: "A1:B12 C3"."""
        return " ".join(self._cells(part, within=False) for part in text.split())

    def formula(self, text: str, on_sheet: str, *, within: bool = False) -> str:
        """A formula that stands on a sheet; `within`: it stands in the repeated row, as does what it sums."""
        if not text.startswith("="):
            return text
        tokenizer = Tokenizer(text)
        for token in tokenizer.items:
            if token.type == Token.OPERAND and token.subtype == Token.RANGE:
                token.value = self._reference(token.value, on_sheet, within)
        return "=" + "".join(str(token.value) for token in tokenizer.items)

    def _reference(self, text: str, on_sheet: str, within: bool) -> str:
        found = _REFERENCE.match(text)
        if found is None:
            return text
        named = found["sheet"]
        sheet = named.strip("'").replace("''", "'") if named else on_sheet
        if sheet.casefold() != self.sheet.casefold():
            return text
        moved = self._cells(found["cells"], within)
        return f"{named}!{moved}" if named else moved

    def _cells(self, text: str, within: bool) -> str:
        found = _CELLS.match(text)
        if found is None:
            return text
        first = f"{found['column']}{_number(found['row'], self.moved)}"
        if not found["last_row"]:
            return first
        end = self.moved if within else self.end_moved
        return f"{first}:{found['last_column']}{_number(found['last_row'], end)}"


def _number(text: str, moved: Callable[[int], int]) -> str:
    fixed = "$" if text.startswith("$") else ""
    return f"{fixed}{moved(int(text.removeprefix('$')))}"
