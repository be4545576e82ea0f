"""How many lines a text takes in a column: programs do not all find the height of a row themselves."""

from math import ceil
from unicodedata import east_asian_width

_WIDE = frozenset("WF")


def width_of(text: str) -> int:
    """The width in half-width characters; Japanese ones count two."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(character) in _WIDE else 1 for character in text)


def text_lines(text: str, column_width: int) -> int:
    """The lines of a text that is broken within a column of so many characters."""
    usable = max(column_width - 1, 1)
    return sum(max(ceil(width_of(part) / usable), 1) for part in text.split("\n")) if text else 1
