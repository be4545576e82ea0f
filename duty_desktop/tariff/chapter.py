"""One chapter as one edition prints it: rows by number, found without parsing what is not asked for.

Numbers ascend in the order of the book (the importer checks it), so all below a prefix lie together.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import compress
from pathlib import Path
from typing import NamedTuple

from duty_desktop.tariff.chapter_file import COLUMNS, HEADING_LINE, TariffRow, row_of
from duty_desktop.tariff.editions import TariffDataError
from duty_desktop.tariff.manifest import digest_of

_AFTER_DIGITS = ":"  # sorts behind every digit
_GENERAL, _SPECIAL = COLUMNS.index("general"), COLUMNS.index("special")
_FIRST, _LAST = COLUMNS.index("first_day"), COLUMNS.index("last_day")
_NEXT = "+"  # sorts a day's end behind the day and before the next


def read_lines(path: Path, digest: str | None = None) -> list[str]:
    """The lines of a chapter file below its heading line; none when there is no such chapter.

    Raises TariffDataError when the file is not a chapter file, or not the one that has this digest.
    """
    try:
        content = path.read_bytes()
        lines = content.decode().replace("\r\n", "\n").split("\n")
    except FileNotFoundError:
        if digest is None:
            return []
        raise TariffDataError(f"{path}: the chapter that the edition's manifest states is missing") from None
    except (OSError, UnicodeDecodeError) as error:
        raise TariffDataError(f"{path}: the chapter cannot be read ({error})") from error
    if digest is not None and digest_of(content) != digest:
        raise TariffDataError(f"{path}: the chapter is not the one that the edition's manifest states")
    if lines[0] != HEADING_LINE:
        raise TariffDataError(f"{path}: the first line is not the heading line of a chapter file")
    return lines[1:-1]


class PrintedRows(NamedTuple):
    """The lines of a chapter file and their first cells: first and last day ("" open), indent, number."""

    first: tuple[str, ...]
    last: tuple[str, ...]
    indent: tuple[str, ...]
    number: tuple[str, ...]
    lines: Sequence[str]


NO_ROWS = PrintedRows((), (), (), (), ())


class PrintedRates(NamedTuple):
    """Column 1 as printed, and the first and last day ("" open) of the row that prints it."""

    general: str
    special: str
    first: str
    last: str


def printed_rows(lines: Sequence[str]) -> PrintedRows:
    """The lines parsed as far as every edition needs them."""
    if not lines:
        return NO_ROWS
    first, last, indent, number, _ = zip(*[line.split("\t", 4) for line in lines], strict=True)
    return PrintedRows(first, last, indent, number, lines)


def days_of_change(rows: PrintedRows) -> list[str]:
    """The days (ISO text, ascending) from which the chapter prints other rows than the day before."""
    begun, ended = set(rows.first) - {""}, {last + _NEXT for last in set(rows.last) - {""}}
    return sorted(begun | ended)


class Chapter:
    """The rows of a chapter that are valid on a day (ISO text), in the order of the book."""

    __slots__ = ("_indents", "_leaves", "_lines", "_numbers", "_places")

    def __init__(self, rows: PrintedRows, day: str) -> None:
        days = zip(rows.first, rows.last, strict=True)
        valid = [first <= day and (not last or day <= last) for first, last in days]
        self._lines = list(compress(rows.lines, valid))
        self._indents = list(compress(rows.indent, valid))
        self._places = {number: place for place, number in enumerate(compress(rows.number, valid)) if number}
        self._numbers = tuple(self._places)
        self._leaves: tuple[str, ...] | None = None

    def row(self, number: str) -> TariffRow | None:
        """The row printed under exactly this number."""
        place = self._places.get(number)
        return None if place is None else row_of(self._lines[place])

    def rows(self) -> Iterator[TariffRow]:
        """All rows in the order of the book, those without a number too."""
        return map(row_of, self._lines)

    def rates(self, number: str) -> PrintedRates | None:
        """Column 1 general and special as printed under exactly this number."""
        place = self._places.get(number)
        if place is None:
            return None
        cells = self._lines[place].split("\t")
        return PrintedRates(cells[_GENERAL], cells[_SPECIAL], cells[_FIRST], cells[_LAST])

    def chain(self, number: str) -> tuple[str, ...]:
        """The descriptions above a number and its own, the outermost first; the number must exist."""
        place = self._places[number]
        indent = int(self._indents[place]) + 1
        descriptions: list[str] = []
        while place >= 0 and indent > 0:
            own = int(self._indents[place])
            if own < indent:
                indent = own
                descriptions.append(row_of(self._lines[place]).description)
            place -= 1
        return tuple(reversed(descriptions))

    def has_prefix(self, prefix: str) -> bool:
        """Whether any number begins with these digits."""
        place = bisect_left(self._numbers, prefix)
        return place < len(self._numbers) and self._numbers[place].startswith(prefix)

    def leaves(self, prefix: str) -> tuple[str, ...]:
        """The ten-digit numbers below a prefix, and the 8-digit ones that have none."""
        if self._leaves is None:
            long = [number for number in self._numbers if len(number) >= 8]
            parents = {number[:8] for number in long if len(number) == 10}
            self._leaves = tuple(number for number in long if number not in parents)
        return self._leaves[
            bisect_left(self._leaves, prefix) : bisect_left(self._leaves, prefix + _AFTER_DIGITS)
        ]

    def printed_number(self, tariff_line: str) -> str | None:
        """The number whose row prints the rate of an 8-digit line.

        Mostly the 8 digits themselves; where the book prints line and suffix in one
        (0101.30.00 | 00), that ten-digit number.
        """
        if tariff_line in self._places:
            return tariff_line
        return next(iter(self.leaves(tariff_line)), None)
