"""Numbers that two parts of one list name on the same day: which rate is meant must be told by the rules."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from duty_desktop.tariff.nomenclature import Nomenclature
from duty_desktop.tariff.schedule import Schedule
from duty_desktop.tariff.schedule_report.listing import NumberGroup, grouped, numbers_of_all_days


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two parts of a list with numbers in common, and the first day on which they have them."""

    list: str
    parts: tuple[str, str]
    numbers: tuple[str, ...]
    first: date


def overlaps(schedule: Schedule, nomenclature: Nomenclature) -> tuple[Overlap, ...]:
    """Every overlap within a list, on any day."""
    numbers: dict[tuple[str, tuple[str, str]], set[str]] = {}
    first: dict[tuple[str, tuple[str, str]], date] = {}
    for group in grouped(schedule.scopes, numbers_of_all_days(schedule.scopes, nomenclature)):
        for key, day in _of_group(schedule, group):
            numbers.setdefault(key, set()).update(group.numbers)
            first[key] = min(first.get(key, day), day)
    return tuple(Overlap(*key, tuple(sorted(found)), first[key]) for key, found in sorted(numbers.items()))


def _of_group(schedule: Schedule, group: NumberGroup) -> Iterator[tuple[tuple[str, tuple[str, str]], date]]:
    days = {max(row.first, schedule.coverage.first_day) for row in group.rows}
    for day in sorted(days):
        parts = sorted(tuple(name.split("/")) for name in group.lists(day) if "/" in name)
        for one, other in combinations(parts, 2):
            if one[0] == other[0]:
                yield (one[0], (one[1], other[1])), day
