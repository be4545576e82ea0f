"""On which first and last days of rules the worked examples show a good from both sides."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from duty_desktop.estimate.goods import Day
from duty_desktop.estimate.row_rating import RowRater
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.measure import Example, Rule
from duty_desktop.tariff.schedule_report.reach import acts
from duty_desktop.terms.money import CENTS

_Good = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Boundary:
    """A rule's first or last day (`inside`), and the day beside it on which it is not law (`outside`)."""

    rule: Rule
    inside: date
    outside: date


def boundaries(law: Law) -> Iterator[Boundary]:
    """The first and the last day of every rule that does something of its own."""
    for measure in law.schedule.measures:
        for rule in measure.rules:
            if not acts(rule):
                continue
            if rule.first > law.first_day:
                yield Boundary(rule, rule.first, rule.first - timedelta(days=1))
            if rule.last < date.max:
                yield Boundary(rule, rule.last, rule.last + timedelta(days=1))


def boundaries_not_shown(law: Law) -> tuple[Boundary, ...]:
    """Those where no good of an example is under the rule inside, and not under it outside."""
    rows = RowRater(law, {})
    goods: dict[date, dict[_Good, frozenset[Rule]]] = defaultdict(dict)
    for measure in law.schedule.measures:
        for example in measure.examples:
            key = (example.hts, example.value, frozenset(example.facts))
            goods[example.entry_date][key] = _decided(law, rows, example)
    return tuple(
        one
        for one in boundaries(law)
        if not any(
            one.rule in decided and one.rule not in goods[one.outside].get(key, frozenset((one.rule,)))
            for key, decided in goods[one.inside].items()
        )
    )


def _decided(law: Law, rows: RowRater, example: Example) -> frozenset[Rule]:
    facts = {name: value for name, value in example.facts if name not in ("quantity", "unit")}
    origin = law.schedule.coverage.origins[0]
    planned = rows.planned(example.hts, origin, facts, int(example.value * CENTS), Day(example.entry_date))
    return frozenset(
        rule
        for branch in planned.plan.branches
        for portion in branch.outcome.portions
        for rule in portion.rules
    )
