"""Plans: for goods alike in number and declared facts, everything that can be said before amounts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import product

from duty_desktop.estimate.column_1_claim import Column1Claim, column_1_claim
from duty_desktop.estimate.comparison import Token
from duty_desktop.estimate.decide import pass_over
from duty_desktop.estimate.declared import Declared
from duty_desktop.estimate.fact_values import OTHER_ORIGIN
from duty_desktop.estimate.good import Good
from duty_desktop.estimate.known import OTHER
from duty_desktop.estimate.number_case import NumberCase, Variant
from duty_desktop.estimate.outcome import VALUE, Assumed, Outcome
from duty_desktop.estimate.plan import Possibilities, explore
from duty_desktop.estimate.reasons import (
    claim_reasons,
    needs_reasons,
    outcome_reasons,
    unsettled_reasons,
)
from duty_desktop.estimate.result import Category, Reason
from duty_desktop.estimate.settle import plain_rate
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.measure import Measure, Rule
from duty_desktop.tariff.schedule import measures_in_force

_PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class PlanBranch:
    """One possible outcome with the column 1 rate that goes with it."""

    answers: tuple[tuple[str, str], ...]
    outcome: Outcome
    claim: Column1Claim
    variant: Variant
    country: str

    @property
    def open_ended(self) -> bool:
        """Whether more may be due than can be computed: a rule says so, or it is another country."""
        return self.country == OTHER_ORIGIN or any(
            rule.review for portion in self.outcome.portions for rule in portion.rules
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """What is known of goods with the same number and facts.

    `linear` is the least and the greatest rate when duty is a share of the entered value alone.
    `open_ended`: no upper bound is known, as of goods that a country outside the schedule may have
    made. An empty `branches` means that nothing can be rated.
    """

    branches: tuple[PlanBranch, ...]
    needs: tuple[str, ...]
    reasons: tuple[Reason, ...]
    assumed: tuple[Assumed, ...]
    category: Category
    linear: tuple[Fraction, Fraction] | None
    open_ended: bool

    @property
    def review(self) -> bool:
        """Whether a person must answer something, whatever the amounts are."""
        return bool(self.needs) or any(reason.blocks for reason in self.reasons)


class Planner:
    """Makes plans for the days of one law."""

    def __init__(self, law: Law) -> None:
        self._law = law
        self._possibilities: dict[tuple[object, ...], Possibilities] = {}
        self._in_force: dict[tuple[int, str], tuple[tuple[Measure, tuple[Rule, ...]], ...]] = {}

    def plan(
        self,
        case: NumberCase,
        declared: Declared,
        tokens: Sequence[tuple[Token, bool]],
        full_content: bool,
        origin: str | None,
        on: date,
        regime: int,
    ) -> Plan:
        """The plan of a number with its declarations on a day."""
        if not case.variants:
            return Plan((), ("hts",), case.reasons, (), Category.UNCLASSIFIED, None, True)
        branches: list[PlanBranch] = []
        needs: dict[str, None] = {}
        assumed: dict[str, Assumed] = {}
        reasons: dict[Reason, None] = dict.fromkeys(case.reasons)
        origins = self._origins(origin)
        programs = self._programs(declared)
        for variant, country, program in product(case.variants, origins, programs):
            found = self._explored(variant.scopes, declared, tokens, full_content, country, on, regime)
            claim, doubts = column_1_claim(variant.general, variant.special, program)
            if len(programs) == 1:
                reasons.update(dict.fromkeys(doubts))
            needs.update(dict.fromkeys(found.needs))
            assumed.update((one.key, one) for one in found.assumed)
            prefix = _prefix(case, origins, variant, country)
            if len(programs) > 1:
                prefix = (*prefix, (_PROGRAM, program or OTHER))
                needs[_PROGRAM] = None
            branches.extend(
                PlanBranch((*prefix, *leaf.answers), leaf.outcome, claim, variant, country)
                for leaf in found.leaves
            )
        return self._plan(case, declared, origin, branches, needs, assumed, reasons, on)

    def _explored(
        self,
        scopes: frozenset[str],
        declared: Declared,
        tokens: Sequence[tuple[Token, bool]],
        full_content: bool,
        country: str,
        on: date,
        regime: int,
    ) -> Possibilities:
        """The possibilities of goods on these lists; the column 1 rate has no part in them."""
        key = (
            scopes,
            tuple(declared.words.items()),
            tuple(declared.days.items()),
            tuple((name, number == 0) for name, number in declared.numbers.items()),
            declared.unread,
            tuple(tokens),
            full_content,
            country,
            regime,
        )
        found = self._possibilities.get(key)
        if found is None:
            good = Good(scopes, declared, dict(tokens), full_content)
            found = explore(pass_over(self._law.schedule, good, self.in_force(country, on, regime)))
            self._possibilities[key] = found
        return found

    def _plan(
        self,
        case: NumberCase,
        declared: Declared,
        origin: str | None,
        branches: list[PlanBranch],
        needs: dict[str, None],
        assumed: dict[str, Assumed],
        reasons: dict[Reason, None],
        on: date,
    ) -> Plan:
        origins = self._origins(origin)
        incomplete = any(reason.blocks for reason in case.reasons)
        if incomplete or (len(case.variants) > 1 and _differ(branches)):
            needs = {"hts": None, **needs}
        if len(origins) > 1 or origins == (OTHER_ORIGIN,):
            needs = {"origin": None, **needs}
        if not needs:
            branches = branches[:1]
        told = tuple(name for name in needs if not (name == "hts" and incomplete))
        reasons.update(dict.fromkeys(needs_reasons(self._law, told, origin, declared)))
        keys = (key for branch in branches for key, _ in branch.answers)
        reasons.update(dict.fromkeys(unsettled_reasons(self._law, keys)))
        for branch in branches:
            reasons.update(dict.fromkeys(claim_reasons(branch.outcome, branch.claim)))
            reasons.update(
                dict.fromkeys(outcome_reasons(self._law, branch.outcome, branch.variant.scopes, on))
            )
        return Plan(
            branches=tuple(branches),
            needs=tuple(needs),
            reasons=tuple(reasons),
            assumed=tuple(assumed.values()),
            category=_category(branches),
            linear=_linear(branches),
            open_ended=any(branch.open_ended for branch in branches),
        )

    def in_force(self, origin: str, on: date, regime: int) -> tuple[tuple[Measure, tuple[Rule, ...]], ...]:
        """Measures on goods of an origin with their rules of the day, in rating order."""
        key = (regime, origin)
        found = self._in_force.get(key)
        if found is None:
            measures = measures_in_force(self._law.schedule.measures, on, origin)
            found = tuple(
                (measure, tuple(rule for rule in measure.rules if rule.in_force(on))) for measure in measures
            )
            self._in_force[key] = found
        return found

    def _programs(self, declared: Declared) -> tuple[str, ...]:
        """The preferences that may be claimed ("" for none): all, where what is declared cannot be read."""
        if _PROGRAM in declared.unread:
            return "", *(value for value, _ in self._law.facts[_PROGRAM].choices)
        return (declared.words.get(_PROGRAM, ""),)

    def _origins(self, origin: str | None) -> tuple[str, ...]:
        covered = self._law.schedule.coverage.origins
        if origin is None:
            return (*covered, OTHER_ORIGIN)
        return (origin,) if origin in covered else (OTHER_ORIGIN,)


def _differ(branches: Sequence[PlanBranch]) -> bool:
    """Whether it matters which of the branches it is."""
    return len({(branch.outcome.decision(), branch.claim) for branch in branches}) > 1


def _prefix(
    case: NumberCase, origins: tuple[str, ...], variant: Variant, country: str
) -> tuple[tuple[str, str], ...]:
    prefix: tuple[tuple[str, str], ...] = ()
    if len(case.variants) > 1:
        prefix = (("hts", variant.number),)
    if len(origins) > 1:
        prefix = (*prefix, ("origin", country))
    return prefix


def _category(branches: Sequence[PlanBranch]) -> Category:
    """The class all branches share, else that of the first: the usual answer comes first in the facts."""
    names = [branch.outcome.category for branch in branches]
    return Category(names[0]) if names and names[0] else Category.GENERAL


def _linear(branches: Sequence[PlanBranch]) -> tuple[Fraction, Fraction] | None:
    rates: list[Fraction] = []
    for branch in branches:
        plain = branch.claim.plain
        if plain is None:
            return None
        portions = plain_rate(branch.outcome, *plain)
        if any(amount != ((VALUE, 1),) for amount, _ in portions):
            return None
        rates.append(sum((rate for _, rate in portions), Fraction(0)))
    return (min(rates), max(rates)) if rates else None
