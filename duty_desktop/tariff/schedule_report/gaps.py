"""Days on which the schedule has a hole: lists without rules, rules without numbers, no duty at all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from duty_desktop.tariff.measure import Rule
from duty_desktop.tariff.schedule import Schedule
from duty_desktop.tariff.schedule_check import conditions_of, nested
from duty_desktop.tariff.schedule_report.in_force import first_days, in_force
from duty_desktop.tariff.schedule_report.reach import charges_every_number
from duty_desktop.terms.hts_number import dotted


class GapKind(StrEnum):
    """What is missing on the days of a gap."""

    LIST_WITHOUT_RULE = "list-without-rule"  # the list has numbers, and no rule in force looks at it
    RULE_WITHOUT_NUMBERS = "rule-without-numbers"  # a rule in force asks for lists that are empty
    MEASURE_WITHOUT_RULE = "measure-without-rule"  # no rule within a measure's own days
    NUMBER_INTERRUPTED = "number-interrupted"  # a number left a list and came back
    NO_COUNTRY_WIDE_DUTY = "no-country-wide-duty"  # no measure reaches goods of every number


@dataclass(frozen=True, slots=True)
class Gap:
    """The days of a gap, both inclusive; `subject` names the list, rule, measure or number."""

    kind: GapKind
    subject: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class _Span:
    """Days within which no rule and no list changes: what is in force, and the lists that rules look at."""

    first: date
    last: date
    rules: frozenset[Rule]
    lists: frozenset[str]
    looked_at: frozenset[str]


def gaps(schedule: Schedule) -> tuple[Gap, ...]:
    """Every gap from the first day that the schedule covers on."""
    spans = tuple(_spans(schedule))
    found = [
        *_lists_without_rule(schedule, spans),
        *_rules_without_numbers(schedule, spans),
        *_measures_without_rule(schedule, spans),
        *_interrupted_numbers(schedule),
        *_no_country_wide_duty(schedule, spans),
    ]
    return tuple(sorted(found, key=lambda gap: (gap.kind, gap.subject, gap.first)))


def _spans(schedule: Schedule) -> Iterator[_Span]:
    starts = first_days(schedule)
    lasts = [day - timedelta(days=1) for day in starts[1:]]
    for first, last in zip(starts, [*lasts, date.max], strict=True):
        rules = [rule for one in in_force(schedule, first) for rule in one.rules]
        conditions = [rule.when for rule in rules]
        conditions += [
            notice.when
            for measure in schedule.measures
            for notice in measure.notices
            if notice.first <= first <= notice.last
        ]
        rows = [row for row in schedule.scopes.rows if row.first <= first <= row.last]
        yield _Span(
            first,
            last,
            frozenset(rules),
            frozenset(name for row in rows for name in (row.scope, f"{row.scope}/{row.part}")),
            frozenset(name for condition in conditions for one in nested(condition) for name in one.scope),
        )


def _lists_without_rule(schedule: Schedule, spans: Sequence[_Span]) -> Iterator[Gap]:
    required = {name for measure in schedule.measures for one in conditions_of(measure) for name in one.scope}
    names = dict.fromkeys((row.scope, row.part) for row in schedule.scopes.rows)
    for scope, part in names:
        name = f"{scope}/{part}"
        if required.isdisjoint((scope, name)):
            continue  # a list that only narrows rules or sets defaults
        holes = [one for one in spans if name in one.lists and one.looked_at.isdisjoint((scope, name))]
        yield from _joined(GapKind.LIST_WITHOUT_RULE, name.removesuffix("/"), holes)


def _rules_without_numbers(schedule: Schedule, spans: Sequence[_Span]) -> Iterator[Gap]:
    for measure in schedule.measures:
        for rule in measure.rules:
            scope = rule.when.scope
            holes = [one for one in spans if rule in one.rules and scope and one.lists.isdisjoint(scope)]
            yield from _joined(GapKind.RULE_WITHOUT_NUMBERS, f"{measure.id}/{rule.id}", holes)


def _measures_without_rule(schedule: Schedule, spans: Sequence[_Span]) -> Iterator[Gap]:
    for measure in schedule.measures:
        inside = [one for one in spans if measure.first <= one.first <= measure.last]
        holes = [one for one in inside if one.rules.isdisjoint(measure.rules)]
        yield from _joined(GapKind.MEASURE_WITHOUT_RULE, measure.id, holes)


def _interrupted_numbers(schedule: Schedule) -> Iterator[Gap]:
    rows: dict[tuple[str, str, str], list[tuple[date, date]]] = {}
    for row in schedule.scopes.rows:
        rows.setdefault((row.scope, row.part, row.number), []).append((row.first, row.last))
    for (scope, part, number), days in rows.items():
        for (_, last), (first, _) in pairwise(sorted(days)):
            begins, ends = last + timedelta(days=1), first - timedelta(days=1)
            if begins <= ends:
                subject = f"{scope}/{part}".removesuffix("/")
                yield Gap(GapKind.NUMBER_INTERRUPTED, f"{subject} {dotted(number)}", begins, ends)


def _no_country_wide_duty(schedule: Schedule, spans: Sequence[_Span]) -> Iterator[Gap]:
    holes = [
        one
        for one in spans
        if not any(charges_every_number(measure, one.first) for measure in schedule.measures)
    ]
    yield from _joined(GapKind.NO_COUNTRY_WIDE_DUTY, "", holes)


def _joined(kind: GapKind, subject: str, holes: Sequence[_Span]) -> Iterator[Gap]:
    """Gaps for spans, joined where they follow each other."""
    waiting: Gap | None = None
    for one in holes:
        if waiting is not None and waiting.last + timedelta(days=1) == one.first:
            waiting = replace(waiting, last=one.last)
            continue
        if waiting is not None:
            yield waiting
        waiting = Gap(kind, subject, one.first, one.last)
    if waiting is not None:
        yield waiting
