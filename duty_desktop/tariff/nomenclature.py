"""The tariff as of a day: from a number to its line, with words, units and the rates of column 1 and 2.

Reads `editions.toml` at once and a chapter file when one of its numbers is first asked for.
Numbers are digits only (`terms.hts_number.digits`).
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from duty_desktop.tariff.chapter import (
    NO_ROWS,
    Chapter,
    PrintedRates,
    PrintedRows,
    days_of_change,
    printed_rows,
    read_lines,
)
from duty_desktop.tariff.chapter_file import CHAPTER_SUFFIX, SPECIAL_CHAPTERS, TariffRow, parts
from duty_desktop.tariff.editions import Edition, days_printed, edition_index, read_editions
from duty_desktop.tariff.later_provisions import LaterProvision, read_later_provisions
from duty_desktop.tariff.nearest import LIMIT, nearest_numbers
from duty_desktop.tariff.renumbered import Renumbered, read_renumbered
from duty_desktop.terms.hts_number import LENGTHS

_RATED_LENGTHS = (8, 10)
_NO_CHAPTER = Chapter(NO_ROWS, "")


@dataclass(frozen=True, slots=True)
class TariffLine:
    """A number with its words and its rates; a ten-digit number has the rates of its 8 digits.

    `chain` holds the descriptions from the heading down to its own. `footnotes` name the columns
    they stand at (`general: See 9903.88.15.`), its own first, then those of its 8 digits.
    """

    number: str
    description: str
    chain: tuple[str, ...]
    units: tuple[str, ...]
    general: str
    special: str
    other: str
    footnotes: tuple[str, ...]


class StandingRates(NamedTuple):
    """Column 1 of a number, and the days from first to last on which it has these texts."""

    general: str
    special: str
    first: date
    last: date


class NumberStatus(StrEnum):
    """What a number of the invoice is in the tariff."""

    EXACT = "exact"
    SUFFIX_UNKNOWN = "suffix-unknown"  # the 8 digits exist: the rate follows from them
    ENDED = "ended"  # renumbered before the day: the candidates are its successors
    SHORT = "short"  # 4 or 6 digits that exist: no rate yet
    UNKNOWN = "unknown"
    SPECIAL_CHAPTER = "special-chapter"  # chapters 98 and 99 hold provisions, not goods
    NOT_A_NUMBER = "not-a-number"  # neither 4, 6, 8 nor 10 digits


@dataclass(frozen=True, slots=True)
class Resolution:
    """A number looked up: the line whose rate applies, if any, and numbers to propose instead."""

    status: NumberStatus
    line: TariffLine | None
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfficialWords:
    """The tariff's own words for a provision of chapter 98 or 99, and the edition that prints them."""

    heading: str
    description: str
    chain: tuple[str, ...]
    general: str
    edition: str

    @property
    def whole(self) -> str:
        """The words with those of the superior headings before them: "Other" says nothing alone."""
        return ": ".join(words.rstrip(":") for words in self.chain) or self.description


class Nomenclature:
    """All editions at hand; immutable for its users, filled as it is asked."""

    def __init__(self, folder: Path, digests: Mapping[str, str] | None = None) -> None:
        """Raises TariffDataError when the editions cannot be read; so do look-ups for chapter files.

        `digests`: the SHA-256 that chapter files must have, by their names.
        """
        self._folder = folder
        self._digests = digests or {}
        self._editions = read_editions(folder)
        self._rows: dict[str, PrintedRows] = {}
        self._indexes: dict[date, int] = {}
        self._days_printed: dict[tuple[str, str], tuple[date, date]] = {}
        self._changes: dict[str, list[str]] = {}
        self._states: dict[tuple[str, int], Chapter] = {}
        self._chapters: dict[tuple[str, int], Chapter] = {}
        self._resolutions: dict[tuple[str, int], Resolution] = {}

    @property
    def editions(self) -> tuple[Edition, ...]:
        """The editions at hand, oldest first."""
        return self._editions

    def files(self) -> list[Path]:
        """The chapter files, by name: what is made from them once is kept until one of them changes."""
        return sorted(self._folder.glob(f"[0-9][0-9]{CHAPTER_SUFFIX}"))

    def edition(self, on: date) -> Edition:
        """The edition valid on a day; the first one for days before it."""
        return self._editions[edition_index(self._editions, on)]

    def resolve(self, number: str, on: date) -> Resolution:
        """What `number` is on a day; any text is allowed and nothing is raised for it."""
        ended = self.renumbered(number, on)
        if ended is not None:
            return Resolution(NumberStatus.ENDED, self.line(number[:8], on), ended.successors)
        key = (number, edition_index(self._editions, on))
        resolution = self._resolutions.get(key)
        if resolution is None:
            resolution = self._resolutions[key] = self._resolved(number, key[1])
        return resolution

    def renumbered(self, number: str, on: date) -> Renumbered | None:
        """What became of a ten-digit number that ended before a day, though an edition still prints it."""
        found = self._renumbered.get(number)
        return found if found is not None and on > found.last_day and not found.given_again else None

    def given_again(self, number: str, on: date) -> Renumbered | None:
        """Where the goods went that a ten-digit number had before it was given to others, or to a part."""
        found = self._renumbered.get(number)
        return found if found is not None and on > found.last_day and found.given_again else None

    def predecessors(self, number: str, on: date) -> tuple[str, ...]:
        """The numbers whose goods a ten-digit number has taken over, that no edition at hand prints yet."""
        begun = (old for old in self._predecessors.get(number, ()) if on > self._renumbered[old].last_day)
        return tuple(begun)

    def units(self, number: str, on: date) -> tuple[str, ...]:
        """The units of quantity of a number; none where the editions at hand do not tell them.

        A number without units of its own (8 digits, or a suffix that no edition at hand prints) has those of
        its predecessors, else those that all numbers under its 8 digits share.
        """
        own = self.line(number, on)
        if own is not None and own.units:
            return own.units
        siblings = self.predecessors(number, on) or self.continuations(number[:8], on)
        shared = {line.units for one in siblings if (line := self.line(one, on)) is not None}
        return shared.pop() if len(shared) == 1 else ()

    def days_of_renumbering(self) -> Iterator[date]:
        """The first day without each number that ended."""
        return (one.last_day + timedelta(days=1) for one in self._renumbered.values())

    def line(self, number: str, on: date) -> TariffLine | None:
        """The line of an existing number of 4 to 10 digits; chapters 98 and 99 too."""
        return self._line(number, edition_index(self._editions, on))

    def rate_texts(self, number: str, on: date) -> tuple[str, str] | None:
        """Column 1 general and special of an existing 8- or 10-digit number of a good; None for all else."""
        printed = self._printed_rates(number, on)
        return None if printed is None else printed[-1][:2]

    def standing_rates(self, number: str, on: date) -> StandingRates | None:
        """The same texts, and how long before and after the day they are those of the number."""
        printed = self._printed_rates(number, on)
        if printed is None:
            return None
        days = [self._days_of(one.first, one.last) for one in printed]
        first, last = max(first for first, _ in days), min(last for _, last in days)
        ended = self._renumbered.get(number)
        if ended is not None and on <= ended.last_day:
            last = min(last, ended.last_day)
        elif ended is not None:
            first = max(first, ended.last_day + timedelta(days=1))
        return StandingRates(*printed[-1][:2], first, last)

    def continuations(self, prefix: str, on: date) -> tuple[str, ...]:
        """The ten-digit numbers below a prefix, and 8-digit ones without any, in the order of the book."""
        chapter = self._chapter(prefix[:2], edition_index(self._editions, on))
        return chapter.leaves(prefix)

    def in_use(self, prefix: str, on: date) -> tuple[str, ...]:
        """The same numbers with the successors of those that ended, which no edition at hand prints yet."""
        found: dict[str, None] = {}
        for number in self.continuations(prefix, on):
            ended = self.renumbered(number, on)
            moved = self.given_again(number, on)
            found.update(dict.fromkeys(() if ended is not None else (number,)))
            found.update(dict.fromkeys(one.successors if (one := ended or moved) is not None else ()))
        return tuple(found)

    def nearest(self, number: str, on: date, limit: int) -> tuple[str, ...]:
        """Numbers close to one that is not in the tariff: likely slips of the keyboard, then neighbours."""
        return self._nearest(number, edition_index(self._editions, on), limit)

    def exists_prefix(self, prefix: str, on: date) -> bool:
        """Whether these digits (two or more) are the beginning of a number of the tariff."""
        chapter = self._chapter(prefix[:2], edition_index(self._editions, on))
        return chapter.has_prefix(prefix)

    def goods_rows(self, on: date) -> Iterator[TariffRow]:
        """Every row of chapters 1 to 97 as printed on a day, in the order of the book."""
        index = edition_index(self._editions, on)
        for number in range(1, int(SPECIAL_CHAPTERS[0])):
            yield from self._chapter(f"{number:02}", index).rows()

    def official_words(self, heading: str, on: date) -> OfficialWords | None:
        """The words of a provision of chapter 98 or 99 as printed on a day.

        From the newest revision not later than the day that has it, else from the earliest after.
        """
        later = self._later.get(heading, ())
        begun = [one for one in later if one.from_ <= on]
        if begun:
            return _words(begun[-1])
        today = edition_index(self._editions, on)
        for index in (*range(today, -1, -1), *range(today + 1, len(self._editions))):
            line = self._line(heading, index)
            if line is not None:
                edition = self._editions[index].name
                return OfficialWords(heading, line.description, line.chain, line.general, edition)
        return _words(later[0]) if later else None

    @cached_property
    def _renumbered(self) -> Mapping[str, Renumbered]:
        return read_renumbered(self._folder)

    @cached_property
    def _predecessors(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for number, one in self._renumbered.items():
            for successor in one.successors:
                found[successor] = (*found.get(successor, ()), number)
        return found

    @cached_property
    def _later(self) -> Mapping[str, tuple[LaterProvision, ...]]:
        return read_later_provisions(self._folder)

    def _printed_rates(self, number: str, on: date) -> tuple[PrintedRates, ...] | None:
        """The rows on which the rates of a number depend: its own, and behind it that of its 8 digits."""
        if len(number) not in _RATED_LENGTHS or number[:2] in SPECIAL_CHAPTERS:
            return None
        if self.renumbered(number, on) is not None:
            return None
        chapter = self._chapter(number[:2], self._index(on))
        own = chapter.rates(number)
        if own is None or own.general:
            return None if own is None else (own,)
        above = chapter.rates(number[: _RATED_LENGTHS[0]]) if len(number) == _RATED_LENGTHS[1] else None
        return (own, above) if above is not None and above.general else None

    def _days_of(self, first: str, last: str) -> tuple[date, date]:
        found = self._days_printed.get((first, last))
        if found is None:
            found = self._days_printed[first, last] = days_printed(self._editions, first, last)
        return found

    def _index(self, on: date) -> int:
        """Which edition is valid on a day; asked for thousands of numbers of the same day."""
        if on not in self._indexes:
            self._indexes[on] = edition_index(self._editions, on)
        return self._indexes[on]

    def _chapter(self, digits: str, index: int) -> Chapter:
        """A chapter as an edition prints it; editions between which it did not change share it."""
        key = (digits, index)
        chapter = self._chapters.get(key)
        if chapter is None:
            if digits not in self._rows:
                known = len(digits) == 2 and digits.isdecimal() and digits.isascii()
                lines = self._read(digits) if known else []
                self._rows[digits] = printed_rows(lines)
                self._changes[digits] = days_of_change(self._rows[digits])
            day = self._editions[index].from_.isoformat()
            state = (digits, bisect_right(self._changes[digits], day))
            chapter = self._states.get(state)
            if chapter is None:
                chapter = self._states[state] = Chapter(self._rows[digits], day)
            self._chapters[key] = chapter
        return chapter

    def _read(self, digits: str) -> list[str]:
        name = f"{digits}{CHAPTER_SUFFIX}"
        return read_lines(self._folder / name, self._digests.get(name))

    def _line(self, number: str, index: int) -> TariffLine | None:
        chapter = self._chapter(number[:2], index)
        printed = number
        row = chapter.row(number)
        if row is None and len(number) == 8:
            printed = chapter.printed_number(number) or number
            row = chapter.row(printed)
        if row is None:
            return None
        rates = row if row.general or len(number) != 10 else chapter.row(number[:8]) or row
        footnotes = parts(row.footnotes) + (parts(rates.footnotes) if rates is not row else ())
        return TariffLine(
            number=number,
            description=row.description,
            chain=chapter.chain(printed),
            units=parts(row.units),
            general=rates.general,
            special=rates.special,
            other=rates.other,
            footnotes=footnotes,
        )

    def _resolved(self, number: str, index: int) -> Resolution:
        chapter = self._chapter(number[:2], index)
        if not (number.isascii() and number.isdecimal()) or len(number) not in LENGTHS:
            return Resolution(NumberStatus.NOT_A_NUMBER, None, self._nearest(number, index))
        if number[:2] in SPECIAL_CHAPTERS:
            return Resolution(NumberStatus.SPECIAL_CHAPTER, None, ())
        if len(number) <= 6:
            if chapter.has_prefix(number):
                return Resolution(NumberStatus.SHORT, None, chapter.leaves(number))
            return Resolution(NumberStatus.UNKNOWN, None, self._nearest(number, index))
        return self._resolved_with_rate(number, index)

    def _resolved_with_rate(self, number: str, index: int) -> Resolution:
        line = self._line(number, index)
        if line is not None and line.general:
            return Resolution(NumberStatus.EXACT, line, ())
        tariff_line = self._line(number[:8], index) if len(number) == 10 else None
        if tariff_line is not None and tariff_line.general:
            siblings = self._chapter(number[:2], index).leaves(number[:8])
            return Resolution(NumberStatus.SUFFIX_UNKNOWN, tariff_line, siblings)
        return Resolution(NumberStatus.UNKNOWN, None, self._nearest(number, index))

    def _nearest(self, number: str, index: int, limit: int = LIMIT) -> tuple[str, ...]:
        return nearest_numbers(
            number,
            lambda digits: _NO_CHAPTER if digits in SPECIAL_CHAPTERS else self._chapter(digits, index),
            limit,
        )


def _words(one: LaterProvision) -> OfficialWords:
    return OfficialWords(one.number, one.words, (one.words,), one.general, one.edition)
