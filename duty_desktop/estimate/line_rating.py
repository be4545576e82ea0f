"""One line: its plan with its own amounts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from duty_desktop.estimate.column_1_claim import line_duty
from duty_desktop.estimate.declared import Declared
from duty_desktop.estimate.outcome import VALUE
from duty_desktop.estimate.planning import Plan, PlanBranch
from duty_desktop.estimate.rated_lines import LineOutcome
from duty_desktop.estimate.reasons import PART_OVER_VALUE, not_computable
from duty_desktop.estimate.result import Assumption, Reason, Status
from duty_desktop.estimate.settle import SettledPortion, line_cents, settle
from duty_desktop.tariff.law import Law


@dataclass(frozen=True, slots=True)
class Amounts:
    """The amounts of a line in dollars, and its quantity in its own unit."""

    value: Fraction
    quantity: Fraction | None
    unit: str | None
    declared: Declared

    def named(self) -> Mapping[str, Fraction]:
        """Amounts by the names that portions of value use."""
        return {**self.declared.numbers, VALUE: self.value}


@dataclass(frozen=True, slots=True)
class SettledBranch:
    """A branch of the plan with its arithmetic done."""

    branch: PlanBranch
    portions: tuple[SettledPortion, ...]
    duty_cents: int
    missing: tuple[str, ...]

    def headings(self, law: Law) -> tuple[str, ...]:
        """Chapter 99 headings in the order in which CBP asks for them."""
        return in_reporting_order(law, (entry for portion in self.portions for entry in portion.headings))


def settle_branches(plan: Plan, amounts: Amounts) -> tuple[SettledBranch, ...]:
    """Every branch of a plan with the line's amounts."""
    settled = []
    for branch in plan.branches:
        column_1, missing = line_duty(
            branch.claim, amounts.value, amounts.quantity, amounts.unit, amounts.declared.numbers
        )
        portions = settle(branch.outcome, amounts.named(), column_1)
        settled.append(SettledBranch(branch, portions, line_cents(portions), missing))
    return tuple(settled)


def line_outcome(
    law: Law, plan: Plan, settled: Sequence[SettledBranch], more: tuple[Reason, ...] = ()
) -> LineOutcome:
    """The words of a line: status, class, headings, needs, reasons, assumptions."""
    reasons: dict[Reason, None] = dict.fromkeys((*more, *plan.reasons))
    needs: dict[str, None] = dict.fromkeys(plan.needs)
    for one in settled:
        if one.missing:
            reasons[not_computable(one.missing, one.branch.claim.general_text)] = None
            needs.update({"quantity": None, "unit": None})
        if any(portion.value < 0 for portion in one.portions):
            reasons[PART_OVER_VALUE] = None
    review = bool(needs) or any(reason.blocks for reason in reasons)
    return LineOutcome(
        status=Status.REVIEW if review else Status.RATED,
        category=plan.category,
        headings=shared_headings(law, settled),
        needs=tuple(needs),
        reasons=tuple(reasons),
        assumptions=assumptions(law, plan),
        measures=_measures(settled),
    )


def assumptions(law: Law, plan: Plan) -> tuple[Assumption, ...]:
    """The defaults that moved something, each with its basis in law."""
    found = []
    metals = {content.metal: content for content in law.schedule.contents}
    for one in plan.assumed:
        why = metals[one.metal].basis if one.metal else law.facts[one.fact].basis
        found.append(Assumption(one.fact, "value" if one.metal else one.value, why))
    return tuple(found)


def in_reporting_order(law: Law, headings: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Headings, each once, by the authority of their measure (`reporting.toml`), then by number."""
    authority = {measure.id: measure.authority for measure in law.schedule.measures}
    order = {name: place for place, name in enumerate(law.schedule.authorities)}
    distinct = {heading: order[authority[measure]] for heading, measure in headings}
    return tuple(sorted(distinct, key=lambda heading: (distinct[heading], heading)))


def shared_headings(law: Law, settled: Sequence[SettledBranch]) -> tuple[str, ...]:
    """The headings that every branch reports."""
    if not settled:
        return ()
    first = settled[0].headings(law)
    others = [set(one.headings(law)) for one in settled[1:]]
    return tuple(heading for heading in first if all(heading in other for other in others))


def _measures(settled: Sequence[SettledBranch]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            charge.rule.measure
            for one in settled
            for portion in one.portions
            for charge in portion.portion.charges
        )
    )
