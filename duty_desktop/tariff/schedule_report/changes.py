"""What changed in the law between two days: rules, lists, and numbers that another measure decides on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from duty_desktop.tariff.editions import Edition
from duty_desktop.tariff.measure import Notice, Rule
from duty_desktop.tariff.nomenclature import Nomenclature
from duty_desktop.tariff.schedule import Schedule
from duty_desktop.tariff.schedule_report.in_force import in_force
from duty_desktop.tariff.schedule_report.listing import NumberGroup, grouped, tariff_numbers
from duty_desktop.tariff.schedule_report.reach import lists_of, names_number, takes
from duty_desktop.tariff.scopes import Scopes

EXEMPTION = " exemption"


@dataclass(frozen=True, slots=True)
class ListChange:
    """Numbers (prefixes as the law prints them) that a part of a list gained and lost."""

    list: str
    part: str
    added: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """Ten-digit numbers that some measures named on the earlier day, and others on the later one.

    A measure that takes goods by its list stands under its own name, the exemption list of a duty on all
    goods as "<measure> exemption". Measures that ask for a special declaration are left out.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """The difference between the law of two days; `notices` are those that begin."""

    earlier: date
    later: date
    starting: tuple[Rule, ...]
    ending: tuple[Rule, ...]
    notices: tuple[Notice, ...]
    lists: tuple[ListChange, ...]
    moves: tuple[Move, ...]


def changes(schedule: Schedule, nomenclature: Nomenclature, earlier: date, later: date) -> Changes:
    """Compare the law of two days, the earlier one first."""
    before = {rule: None for one in in_force(schedule, earlier) for rule in one.rules}
    after = {rule: None for one in in_force(schedule, later) for rule in one.rules}
    return Changes(
        earlier,
        later,
        starting=tuple(rule for rule in after if rule not in before),
        ending=tuple(rule for rule in before if rule not in after),
        notices=tuple(_notices(schedule, earlier, later)),
        lists=_list_changes(schedule, earlier, later),
        moves=_moves(schedule, nomenclature, earlier, later),
    )


def next_days(schedule: Schedule, after: date) -> tuple[date, ...]:
    """The days after a day on which rules, lists or notices change, in order."""
    return tuple(day for day in schedule.boundaries() if day > after)


def _notices(schedule: Schedule, earlier: date, later: date) -> Iterator[Notice]:
    for measure in schedule.measures:
        for notice in measure.notices:
            if notice.first <= later <= notice.last and not notice.first <= earlier <= notice.last:
                yield notice


def _list_changes(schedule: Schedule, earlier: date, later: date) -> tuple[ListChange, ...]:
    before, after = _listed(schedule, earlier), _listed(schedule, later)
    found = []
    for name in sorted({*before, *after}):
        was, now = before.get(name, frozenset()), after.get(name, frozenset())
        if was != now:
            found.append(ListChange(*name, _sorted(now - was), _sorted(was - now)))
    return tuple(found)


def _listed(schedule: Schedule, on: date) -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for row in schedule.scopes.rows:
        if row.first <= on <= row.last and not row.excluded:
            found.setdefault((row.scope, row.part), set()).add(row.number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def _moves(schedule: Schedule, nomenclature: Nomenclature, earlier: date, later: date) -> tuple[Move, ...]:
    editions = nomenclature.edition(earlier), nomenclature.edition(later)
    rules_before, rules_after = _rules_by_list(schedule, earlier), _rules_by_list(schedule, later)
    moved: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for group in _groups(schedule.scopes, nomenclature, *editions):
        before, after = _names(rules_before, group.lists(earlier)), _names(rules_after, group.lists(later))
        if before != after:
            moved.setdefault((before, after), []).extend(group.numbers)
    return tuple(Move(before, after, _sorted(found)) for (before, after), found in sorted(moved.items()))


@lru_cache(maxsize=4)
def _groups(scopes: Scopes, nomenclature: Nomenclature, *editions: Edition) -> tuple[NumberGroup, ...]:
    """The numbers of the editions, grouped by what lists them; most days compared share their editions."""
    numbers = {number for edition in editions for number in tariff_numbers(nomenclature, edition.from_)}
    return grouped(scopes, sorted(numbers))


def _rules_by_list(schedule: Schedule, on: date) -> dict[str, list[Rule]]:
    """The rules of a day under which a list brings goods, by measure in their order of rating."""
    return {one.measure.id: list(filter(_by_list, one.rules)) for one in in_force(schedule, on)}


def _names(rules: Mapping[str, Sequence[Rule]], lists: frozenset[str]) -> tuple[str, ...]:
    names = []
    for measure, by_list in rules.items():
        listed = [rule for rule in by_list if names_number(rule, lists)]
        if any(takes(rule) for rule in listed):
            names.append(measure)
        elif any(rule.heading for rule in listed):
            names.append(measure + EXEMPTION)
    return tuple(names)


def _by_list(rule: Rule) -> bool:
    """Whether a list brings goods under the rule, and no special declaration does."""
    claims = rule.when.declared or any(inner.declared for inner in rule.when.any_of)
    return lists_of(rule) is not None and not claims


def _sorted(numbers: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(numbers))
