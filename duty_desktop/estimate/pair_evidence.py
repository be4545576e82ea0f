"""Which pairs of measures the worked examples show meeting on one good, and how it ends."""

from collections.abc import Iterator
from itertools import combinations

from duty_desktop.estimate.goods import Day
from duty_desktop.estimate.outcome import Outcome
from duty_desktop.estimate.planning import PlanBranch
from duty_desktop.estimate.row_rating import RowRater
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.measure import Example, Measure, Rule
from duty_desktop.tariff.schedule_report.in_force import in_force
from duty_desktop.tariff.schedule_report.pairs import Pair
from duty_desktop.tariff.schedule_report.reach import reaches, takes
from duty_desktop.terms.money import CENTS

Names = frozenset[str]


def shown_pairs(law: Law) -> dict[Names, tuple[Measure, Example]]:
    """For each pair of measures that an example shows: the file and the example that shows it first."""
    rows = RowRater(law, {})
    shown: dict[Names, tuple[Measure, Example]] = {}
    for measure in law.schedule.measures:
        for example in measure.examples:
            for names in _pairs_of(law, rows, example):
                shown.setdefault(names, (measure, example))
    return shown


def pairs_without_example(
    law: Law, pairs: tuple[Pair, ...], shown: dict[Names, tuple[Measure, Example]]
) -> Iterator[Pair]:
    """Pairs that can meet, of which no example and no note in the measure files tells how it ends."""
    notes = {
        frozenset((measure.id, note.measure))
        for measure in law.schedule.measures
        for note in measure.cannot_meet
    }
    return (pair for pair in pairs if pair.names not in shown and pair.names not in notes)


def _pairs_of(law: Law, rows: RowRater, example: Example) -> Iterator[Names]:
    day = Day(example.entry_date)
    facts = {name: value for name, value in example.facts if name not in ("quantity", "unit")}
    origin = law.schedule.coverage.origins[0]
    planned = rows.planned(example.hts, origin, facts, int(example.value * CENTS), day)
    for branch in planned.plan.branches:
        yield from _of_branch(law, branch, example)


def _of_branch(law: Law, branch: PlanBranch, example: Example) -> Iterator[Names]:
    on = example.entry_date
    reached = [
        one.measure.id
        for one in in_force(law.schedule, on)
        if reaches(one.measure, branch.variant.scopes, on)
    ]
    decided = _decided(branch.outcome)
    for one, other in combinations(reached, 2):
        both = one in decided and other in decided
        if both and any(takes(rule) for rule in (*decided[one], *decided[other])):
            yield frozenset((one, other))


def _decided(outcome: Outcome) -> dict[str, list[Rule]]:
    decided: dict[str, list[Rule]] = {}
    for portion in outcome.portions:
        for rule in portion.rules:
            decided.setdefault(rule.measure, []).append(rule)
    return decided
