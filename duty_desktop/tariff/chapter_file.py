"""The text file of one chapter: a row a line of the printed book, with the days it was valid.

Columns are parted by tabs, several units or footnotes in one column by ` | `. An empty `first_day`
means since the first edition at hand, an empty `last_day` (included) that the row is still valid.
"""

from typing import NamedTuple

LIST_SEPARATOR = " | "
CHAPTER_SUFFIX = ".tsv"
SPECIAL_CHAPTERS = ("98", "99")  # provisions for goods of chapters 1 to 97, not goods
COLUMNS = (
    "first_day",
    "last_day",
    "indent",
    "number",
    "description",
    "units",
    "general",
    "special",
    "other",
    "footnotes",
)
HEADING_LINE = "\t".join(COLUMNS)


class TariffRow(NamedTuple):
    """One row as printed; `number` in digits, empty on rows that only head others."""

    indent: str
    number: str
    description: str
    units: str
    general: str
    special: str
    other: str
    footnotes: str


def written(first_day: str, last_day: str, row: TariffRow) -> str:
    """One line of a chapter file, without its end."""
    return "\t".join((first_day, last_day, *row))


def row_of(line: str) -> TariffRow:
    """The row of one line; the days are left to the caller, who chose the line by them."""
    return TariffRow(*line.split("\t")[2:])


def parts(text: str) -> tuple[str, ...]:
    """The single units or footnotes of a column."""
    return tuple(text.split(LIST_SEPARATOR)) if text else ()
