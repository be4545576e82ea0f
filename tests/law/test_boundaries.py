"""Each day on which a rule begins or ends is shown from both sides by an example of one good."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from duty_desktop.estimate.goods import Day
from duty_desktop.estimate.row_rating import RowRater
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.measure import Example, Rule
from duty_desktop.tariff.schedule_report.reach import acts

Good = tuple[object, ...]


@dataclass(frozen=True)
class Boundary:
    """The last day before a rule or its first day after, and the day of its own beside it."""

    rule: Rule
    inside: date
    outside: date

    def __str__(self) -> str:
        return f"{self.rule.measure}/{self.rule.id} {self.inside}|{self.outside}"


def boundaries(law: Law) -> Iterator[Boundary]:
    for measure in law.schedule.measures:
        for rule in measure.rules:
            if not acts(rule):
                continue
            if rule.first > law.first_day:
                yield Boundary(rule, rule.first, rule.first - timedelta(days=1))
            if rule.last < date.max:
                yield Boundary(rule, rule.last, rule.last + timedelta(days=1))


@pytest.fixture(scope="module")
def goods(law: Law) -> dict[date, dict[Good, frozenset[Rule]]]:
    """For each day and good of an example, the rules that decide on it."""
    rows = RowRater(law, {})
    found: dict[date, dict[Good, frozenset[Rule]]] = defaultdict(dict)
    for measure in law.schedule.measures:
        for example in measure.examples:
            found[example.entry_date][good(example)] = rules(rows, example)
    return found


def good(example: Example) -> Good:
    return (example.hts, example.value, frozenset(example.facts))


def rules(rows: RowRater, example: Example) -> frozenset[Rule]:
    facts = {name: value for name, value in example.facts if name not in ("quantity", "unit")}
    day = Day(example.entry_date)
    planned = rows.planned(example.hts, "JP", facts, int(example.value * 100), day)
    return frozenset(
        rule
        for branch in planned.plan.branches
        for portion in branch.outcome.portions
        for rule in portion.rules
    )


def test_every_boundary_of_a_rule_is_shown_from_both_sides(
    law: Law, goods: dict[date, dict[Good, frozenset[Rule]]]
) -> None:
    not_shown = [
        str(one)
        for one in boundaries(law)
        if not any(
            one.rule in decided and one.rule not in goods[one.outside].get(key, frozenset((one.rule,)))
            for key, decided in goods[one.inside].items()
        )
    ]
    assert not_shown == []
    assert len(list(boundaries(law))) > 190
