"""One chapter as one edition prints it: rows by number, found without parsing what is not asked for.

Numbers ascend in the order of the book (the importer checks it), so all below a prefix lie together.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from pathlib import Path

from duty_desktop.tariff.chapter_file import HEADING_LINE, TariffRow, row_of
from duty_desktop.tariff.editions import TariffDataError

_AFTER_DIGITS = ":"  # sorts behind every digit
_NEXT = "+"  # sorts a day's end behind the day and before the next


def read_lines(path: Path) -> list[str]:
    """The lines of a chapter file below its heading line; none when there is no such chapter.

    Raises TariffDataError when the file is not a chapter file.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise TariffDataError(f"{path}: the chapter cannot be read ({error})") from error
    if lines[0] != HEADING_LINE:
        raise TariffDataError(f"{path}: the first line is not the heading line of a chapter file")
    return lines[1:-1]


def days_of_change(lines: Sequence[str]) -> list[str]:
    """The days (ISO text, ascending) from which the chapter prints other rows than the day before."""
    days: set[str] = set()
    for line in lines:
        first, last, _ = line.split("\t", 2)
        if first:
            days.add(first)
        if last:
            days.add(last + _NEXT)
    return sorted(days)


class Chapter:
    """The rows of a chapter that are valid on a day (ISO text), in the order of the book."""

    __slots__ = ("_indents", "_leaves", "_lines", "_numbers", "_places")

    def __init__(self, lines: Sequence[str], day: str) -> None:
        self._lines: list[str] = []
        self._indents: list[int] = []
        self._places: dict[str, int] = {}
        for line in lines:
            first, last, indent, number, _ = line.split("\t", 4)
            if (first and first > day) or (last and last < day):
                continue
            if number:
                self._places[number] = len(self._lines)
            self._lines.append(line)
            self._indents.append(int(indent))
        self._numbers = tuple(self._places)
        self._leaves: tuple[str, ...] | None = None

    def row(self, number: str) -> TariffRow | None:
        """The row printed under exactly this number."""
        place = self._places.get(number)
        return None if place is None else row_of(self._lines[place])

    def rows(self) -> Iterator[TariffRow]:
        """All rows in the order of the book, those without a number too."""
        return map(row_of, self._lines)

    def chain(self, number: str) -> tuple[str, ...]:
        """The descriptions above a number and its own, the outermost first; the number must exist."""
        place = self._places[number]
        indent = self._indents[place] + 1
        descriptions: list[str] = []
        while place >= 0 and indent > 0:
            if self._indents[place] < indent:
                indent = self._indents[place]
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
