"""One line: its plan with its own amounts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from duty_desktop.estimate.column_1_claim import Column1Bounds, line_duty
from duty_desktop.estimate.declared import Declared
from duty_desktop.estimate.fact_values import WHOLE_VALUE, compared
from duty_desktop.estimate.outcome import VALUE, Assumed
from duty_desktop.estimate.planning import Plan, PlanBranch
from duty_desktop.estimate.rated_lines import LineOutcome
from duty_desktop.estimate.reasons import NOT_UNDERSTOOD, PART_OVER_VALUE, not_computable
from duty_desktop.estimate.result import Assumption, Reason, Status
from duty_desktop.estimate.settle import SettledPortion, line_cents, settle
from duty_desktop.estimate.whole_rate import rate_of_whole, shared_rate
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
    """A branch of the plan with its arithmetic done.

    `duty_cents` is the least duty, `most_cents` the greatest (None: open); they are one when nothing is
    `missing`. `column_1` is the duty of column 1 that the portions were settled with.
    """

    branch: PlanBranch
    portions: tuple[SettledPortion, ...]
    duty_cents: int
    most_cents: int | None
    column_1: Column1Bounds

    def headings(self, law: Law) -> tuple[str, ...]:
        """Chapter 99 headings in the order in which CBP asks for them."""
        return in_reporting_order(law, (entry for portion in self.portions for entry in portion.headings))


def settle_branches(plan: Plan, amounts: Amounts) -> tuple[SettledBranch, ...]:
    """Every branch of a plan with the line's amounts."""
    settled = []
    for branch in plan.branches:
        column_1 = line_duty(
            branch.claim, amounts.value, amounts.quantity, amounts.unit, amounts.declared.numbers
        )
        portions = settle(branch.outcome, amounts.named(), column_1.least)
        least = line_cents(portions)
        most: int | None = least
        if column_1.what:
            most = None
            if column_1.most is not None:
                most = line_cents(settle(branch.outcome, amounts.named(), column_1.most))
        settled.append(SettledBranch(branch, portions, least, most, column_1))
    return tuple(settled)


def settled_with_one_dollar(plan: Plan) -> tuple[SettledBranch, ...]:
    """Every branch of a plan whose duty is a share of the value alone, on a value of one dollar."""
    settled = []
    for branch, (column_1, portions) in zip(plan.branches, plan.of_one, strict=True):
        duty = line_cents(portions)
        settled.append(SettledBranch(branch, portions, duty, duty, Column1Bounds(column_1, column_1)))
    return tuple(settled)


def cannot_be(settled: Sequence[SettledBranch]) -> bool:
    """Whether a part of the value is declared that is more than the whole."""
    return any(portion.value.numerator < 0 for one in settled for portion in one.portions)


def duty_bounds(settled: Sequence[SettledBranch]) -> tuple[int, int | None]:
    """Least and greatest duty of branches in cents (None: open); nothing bounds what cannot be."""
    if not settled or cannot_be(settled):
        return 0, None
    tops = [one.most_cents for one in settled]
    known = [top for top in tops if top is not None]
    return min(one.duty_cents for one in settled), max(known) if len(known) == len(tops) else None


def line_outcome(
    law: Law, plan: Plan, settled: Sequence[SettledBranch], more: tuple[Reason, ...] = ()
) -> LineOutcome:
    """The words of a line: status, class, headings, needs, reasons, assumptions."""
    reasons: dict[Reason, None] = dict.fromkeys((*more, *plan.reasons))
    needs: dict[str, None] = dict.fromkeys(plan.needs)
    unread = (one.code.removeprefix(NOT_UNDERSTOOD) for one in more if one.code.startswith(NOT_UNDERSTOOD))
    needs.update(dict.fromkeys(name for name in unread if name in law.facts))
    for one in settled:
        if one.column_1.what:
            reasons[not_computable(one.column_1.what, one.branch.claim.general_text)] = None
            needs.update(dict.fromkeys(_column_1_needs(law, one.column_1.parts)))
        if cannot_be((one,)):
            reasons[PART_OVER_VALUE] = None
    review = bool(needs) or any(reason.blocks for reason in reasons)
    return LineOutcome(
        status=Status.REVIEW if review else Status.RATED,
        category=plan.category,
        headings=shared_headings(law, settled),
        needs=tuple(needs),
        reasons=tuple(sorted(reasons, key=lambda reason: not reason.blocks)),
        assumptions=assumptions(law, plan),
        measures=_measures(settled),
        rate=None if review else shared_rate([_rate(one) for one in settled]),
    )


def _rate(one: SettledBranch) -> Fraction | None:
    return rate_of_whole(one.branch.claim.plain, one.portions)


def _column_1_needs(law: Law, parts: tuple[str, ...]) -> tuple[str, ...]:
    """Facts that settle a column 1 rate: declared parts by their own names, else quantity and unit."""
    named = tuple(part for part in parts if part in law.facts)
    return named if len(named) == len(parts) and parts else (*named, "quantity", "unit")


def assumptions(law: Law, plan: Plan) -> tuple[Assumption, ...]:
    """The defaults that moved something, each with its basis in law."""
    if not plan.assumed:
        return ()
    found = []
    metals = {content.metal: content for content in law.schedule.contents}
    for one in plan.assumed:
        why = metals[one.metal].basis if one.metal else law.facts[one.fact].basis
        found.append(Assumption(one.fact, _assumed_value(one), why))
    return tuple(found)


def _assumed_value(assumed: Assumed) -> str:
    """The value in short words: yes, no, all of the value, or a comparison such as "below 25"."""
    if assumed.metal:
        return WHOLE_VALUE
    _, is_comparison, threshold = assumed.key.partition(">=")
    if not is_comparison:
        return assumed.value
    return compared(threshold, reached=assumed.value == "yes")


def in_reporting_order(law: Law, headings: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Headings, each once, by the authority of their measure (`reporting.toml`), then by number."""
    place = law.reporting_place
    distinct = {heading: place[measure] for heading, measure in headings}
    if len(distinct) < 2:
        return tuple(distinct)
    return tuple(sorted(distinct, key=lambda heading: (distinct[heading], heading)))


def shared_headings(law: Law, settled: Sequence[SettledBranch]) -> tuple[str, ...]:
    """The headings that every branch reports."""
    if not settled:
        return ()
    first = settled[0].headings(law)
    if len(settled) == 1:
        return first
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
