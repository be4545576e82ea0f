"""Ten-digit numbers grouped by the list rows that name them: what holds for one holds for its group."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from duty_desktop.tariff.nomenclature import Nomenclature
from duty_desktop.tariff.scopes import ScopeRow, Scopes, members

_CHAPTERS = tuple(f"{chapter:02}" for chapter in range(1, 98))
_TEN = 10


@dataclass(frozen=True, slots=True)
class NumberGroup:
    """Numbers that the same lists name on the same days; `rows` are those of the first number."""

    rows: tuple[ScopeRow, ...]
    numbers: tuple[str, ...]

    def lists(self, on: date) -> frozenset[str]:
        """The lists, and their parts as "list/part", that name these numbers on a day."""
        return members(self.rows, on)


def tariff_numbers(nomenclature: Nomenclature, on: date) -> Iterator[str]:
    """The numbers of goods on a day, in the order of the book: ten digits, or eight that have none below."""
    for chapter in _CHAPTERS:
        yield from nomenclature.continuations(chapter, on)


def numbers_of_all_days(scopes: Scopes, nomenclature: Nomenclature) -> tuple[str, ...]:
    """The numbers of every edition at hand, and ten-digit numbers that a list names beside them."""
    found: dict[str, None] = {}
    for edition in nomenclature.editions:
        found.update(dict.fromkeys(tariff_numbers(nomenclature, edition.from_)))
    found.update(dict.fromkeys(row.number for row in scopes.rows if len(row.number) == _TEN))
    return tuple(sorted(found))


def grouped(scopes: Scopes, numbers: Iterable[str]) -> tuple[NumberGroup, ...]:
    """Numbers grouped by what lists them; numbers that no list names form a group too."""
    rows_of: dict[tuple[object, ...], tuple[ScopeRow, ...]] = {}
    found: dict[tuple[object, ...], list[str]] = {}
    for number in numbers:
        rows = scopes.rows_for(number)
        key = tuple((row.scope, row.part, row.first, row.last, row.excluded, len(row.number)) for row in rows)
        rows_of.setdefault(key, rows)
        found.setdefault(key, []).append(number)
    return tuple(NumberGroup(rows_of[key], tuple(group)) for key, group in found.items())
