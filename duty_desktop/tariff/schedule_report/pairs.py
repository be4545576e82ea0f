"""Pairs of measures that can meet on one good: both reach its number on some day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from duty_desktop.tariff.nomenclature import Nomenclature
from duty_desktop.tariff.schedule import Schedule
from duty_desktop.tariff.schedule_report.in_force import first_days, in_force
from duty_desktop.tariff.schedule_report.listing import NumberGroup, grouped, numbers_of_all_days
from duty_desktop.tariff.schedule_report.reach import always_ends, reaches


@dataclass(frozen=True, slots=True)
class Pair:
    """Two measures in their order of rating, the days between which they meet, and where.

    `numbers` are the ten-digit numbers that both reach; `everywhere`: goods of every number.
    """

    one: str
    other: str
    first: date
    last_start: date
    numbers: tuple[str, ...]
    everywhere: bool

    @property
    def names(self) -> frozenset[str]:
        """The two measures, whatever their order."""
        return frozenset((self.one, self.other))


def meeting_pairs(schedule: Schedule, nomenclature: Nomenclature) -> tuple[Pair, ...]:
    """Every pair; `last_start` is the last day on which a span of unchanged law with both of them begins."""
    groups = grouped(schedule.scopes, numbers_of_all_days(schedule.scopes, nomenclature))
    days: dict[tuple[str, str], list[date]] = {}
    numbers: dict[tuple[str, str], set[str]] = {}
    everywhere: set[tuple[str, str]] = set()
    for day in first_days(schedule):
        everywhere.update(_meeting(schedule, frozenset(), day))
        for lists, found in _numbers_by_lists(groups, day).items():
            for pair in _meeting(schedule, lists, day):
                days.setdefault(pair, []).append(day)
                numbers.setdefault(pair, set()).update(() if pair in everywhere else found)
    return tuple(_pairs(days, numbers, everywhere))


def _numbers_by_lists(groups: Iterable[NumberGroup], on: date) -> dict[frozenset[str], list[str]]:
    found: dict[frozenset[str], list[str]] = {}
    for group in groups:
        found.setdefault(group.lists(on), []).extend(group.numbers)
    return found


def _pairs(
    days: dict[tuple[str, str], list[date]],
    numbers: dict[tuple[str, str], set[str]],
    everywhere: set[tuple[str, str]],
) -> Iterator[Pair]:
    for pair in sorted(days):
        found = () if pair in everywhere else tuple(sorted(numbers.get(pair, ())))
        yield Pair(*pair, min(days[pair]), max(days[pair]), found, pair in everywhere)


def _meeting(schedule: Schedule, lists: frozenset[str], on: date) -> Iterator[tuple[str, str]]:
    """Pairs that reach numbers of these lists on a day, unless the first of them always has the last word."""
    found = [one.measure for one in in_force(schedule, on) if reaches(one.measure, lists, on)]
    for one, other in combinations(found, 2):
        if not always_ends(one, on):
            yield one.id, other.id
