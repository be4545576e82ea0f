"""Which measure takes goods out of which other one, by period, as the rules of the schedule say it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from duty_desktop.tariff.measure import Measure, Rule
from duty_desktop.tariff.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Precedence:
    """`winner` takes goods out of `loser`, whose `rule` says so and reports `rule.heading` (or nothing).

    `headings` are those under which the winner takes them; the days are those on which both are in force.
    """

    winner: str
    loser: str
    first: date
    last: date
    headings: tuple[str, ...]
    rule: Rule


def precedence(schedule: Schedule) -> tuple[Precedence, ...]:
    """Every precedence, in the rating order of the losing measures."""
    by_id = {measure.id: measure for measure in schedule.measures}
    return tuple(
        found
        for measure in schedule.measures
        for rule in measure.rules
        for name in rule.when.covered_by
        for found in _of(by_id[name], measure, rule)
    )


def _of(winner: Measure, loser: Measure, rule: Rule) -> Iterator[Precedence]:
    taking = [one for one in winner.rules if one.covers and _meets(one, rule)]
    for first, last in _joined(sorted((max(a.first, rule.first), min(a.last, rule.last)) for a in taking)):
        headings = {one.heading for one in taking if one.heading and one.first <= last and one.last >= first}
        headings |= {
            one.duty.at_least_heading
            for one in taking
            if one.duty.at_least_heading and one.first <= last and one.last >= first
        }
        yield Precedence(winner.id, loser.id, first, last, tuple(sorted(headings)), rule)


def _meets(one: Rule, other: Rule) -> bool:
    return one.first <= other.last and other.first <= one.last


def _joined(spans: list[tuple[date, date]]) -> list[tuple[date, date]]:
    """Spans of days joined where they touch or overlap."""
    joined: list[tuple[date, date]] = []
    for first, last in spans:
        if joined and (joined[-1][1] == date.max or first <= joined[-1][1] + timedelta(days=1)):
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return joined
