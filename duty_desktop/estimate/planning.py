"""Plans: for goods alike in number and declared facts, everything that can be said before amounts."""

from collections.abc import Iterable, Sequence
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
from duty_desktop.estimate.ground import Ground, Grounds
from duty_desktop.estimate.known import OTHER
from duty_desktop.estimate.number_case import NumberCase, Variant
from duty_desktop.estimate.outcome import VALUE, WHOLE, Assumed, Outcome
from duty_desktop.estimate.plan import Possibilities, explore
from duty_desktop.estimate.reasons import (
    claim_reasons,
    needs_reasons,
    outcome_reasons,
    unsettled_reasons,
)
from duty_desktop.estimate.result import Category, Reason
from duty_desktop.estimate.settle import Column1Duty, SettledPortion, duty_of, settle
from duty_desktop.tariff.law import Law

OfOne = tuple[Column1Duty, tuple[SettledPortion, ...]]

_ONE = Fraction(1)
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

    `linear` is the least and the greatest rate when duty is a share of the entered value alone; `of_one`
    is then column 1 with the portions of each branch, on a value of one dollar. `open_ended`: no upper
    bound is known, as of goods that a country outside the schedule may have made. An empty `branches`
    means that nothing can be rated.
    """

    branches: tuple[PlanBranch, ...]
    needs: tuple[str, ...]
    reasons: tuple[Reason, ...]
    assumed: tuple[Assumed, ...]
    category: Category
    linear: tuple[Fraction, Fraction] | None
    open_ended: bool
    of_one: tuple[OfOne, ...] = ()

    @property
    def review(self) -> bool:
        """Whether a person must answer something, whatever the amounts are."""
        return bool(self.needs) or any(reason.blocks for reason in self.reasons)


@dataclass(slots=True)
class _Explored:
    """The possibilities of goods with the same ground and facts, and what each leaf gives to confirm.

    `usual` is a plan of such goods that have one number and one origin and claim no program: in the plans
    of others only column 1 differs.
    """

    found: Possibilities
    doubts: tuple[tuple[Reason, ...], ...]
    usual: Plan | None = None


class Planner:
    """Makes plans for the days of one law."""

    def __init__(self, law: Law) -> None:
        self._law = law
        self._grounds = Grounds(law)
        self._known: dict[tuple[object, ...], _Explored] = {}

    def grounds(self, case: NumberCase, origin: str | None, on: date, regime: int) -> tuple[Ground, ...]:
        """What a number's plan on a day rests on besides declarations: it serves all days of these."""
        countries = self._origins(origin)
        find = self._grounds.ground
        return tuple(
            find(variant.scopes, country, on, regime) for variant in case.variants for country in countries
        )

    def plan(
        self,
        case: NumberCase,
        declared: Declared,
        tokens: Sequence[tuple[Token, bool]],
        full_content: bool,
        origin: str | None,
        grounds: Sequence[Ground],
    ) -> Plan:
        """The plan of a number with its declarations, on the grounds of a day."""
        if not case.variants:
            return Plan((), ("hts",), case.reasons, (), Category.UNCLASSIFIED, None, True)
        explored = [self._explored(ground, declared, tokens, full_content) for ground in grounds]
        first, one_origin = explored[0], self._origins(origin) == (origin,)
        usual = len(explored) == 1 and one_origin and self._programs(declared) == ("",) and not case.reasons
        if usual and first.usual is not None:
            return _with_column_1(first.usual, case.variants[0])
        plan = self._made(case, declared, origin, explored)
        if usual:
            first.usual = plan
        return plan

    def _made(
        self,
        case: NumberCase,
        declared: Declared,
        origin: str | None,
        explored: Iterable[_Explored],
    ) -> Plan:
        branches: list[tuple[PlanBranch, tuple[Reason, ...]]] = []
        needs: dict[str, None] = {}
        assumed: dict[str, Assumed] = {}
        reasons: dict[Reason, None] = dict.fromkeys(case.reasons)
        origins = self._origins(origin)
        programs = self._programs(declared)
        for ((variant, country), known), program in product(
            zip(product(case.variants, origins), explored, strict=True), programs
        ):
            claim, doubts = column_1_claim(variant.general, variant.special, program)
            if len(programs) == 1:
                reasons.update(dict.fromkeys(doubts))
            needs.update(dict.fromkeys(known.found.needs))
            assumed.update((one.key, one) for one in known.found.assumed)
            prefix = _prefix(case, origins, variant, country)
            if len(programs) > 1:
                prefix = (*prefix, (_PROGRAM, program or OTHER))
                needs[_PROGRAM] = None
            branches.extend(
                (PlanBranch((*prefix, *leaf.answers), leaf.outcome, claim, variant, country), doubts_of_leaf)
                for leaf, doubts_of_leaf in zip(known.found.leaves, known.doubts, strict=True)
            )
        return self._plan(case, declared, origin, branches, needs, assumed, reasons)

    def _explored(
        self,
        ground: Ground,
        declared: Declared,
        tokens: Sequence[tuple[Token, bool]],
        full_content: bool,
    ) -> _Explored:
        """The possibilities of goods on a ground; the column 1 rate has no part in them."""
        key = (
            ground,
            tuple(declared.words.items()),
            tuple(declared.days.items()),
            tuple((name, number == 0) for name, number in declared.numbers.items()),
            declared.unread,
            tuple(tokens),
            full_content,
        )
        explored = self._known.get(key)
        if explored is None:
            good = Good(ground.scopes, declared, dict(tokens), full_content)
            found = explore(pass_over(self._law.schedule, good, ground.measures))
            doubts = tuple(outcome_reasons(leaf.outcome, ground.notices) for leaf in found.leaves)
            explored = self._known[key] = _Explored(found, doubts)
        return explored

    def _plan(
        self,
        case: NumberCase,
        declared: Declared,
        origin: str | None,
        doubted: list[tuple[PlanBranch, tuple[Reason, ...]]],
        needs: dict[str, None],
        assumed: dict[str, Assumed],
        reasons: dict[Reason, None],
    ) -> Plan:
        origins = self._origins(origin)
        incomplete = any(reason.blocks for reason in case.reasons)
        if incomplete or (len(case.variants) > 1 and _differ([one for one, _ in doubted])):
            needs = {"hts": None, **needs}
        if len(origins) > 1 or origins == (OTHER_ORIGIN,):
            needs = {"origin": None, **needs}
        if not needs:
            doubted = doubted[:1]
        branches = [branch for branch, _ in doubted]
        told = tuple(name for name in needs if not (name == "hts" and incomplete))
        reasons.update(dict.fromkeys(needs_reasons(self._law, told, origin, declared)))
        keys = (key for branch in branches for key, _ in branch.answers)
        reasons.update(dict.fromkeys(unsettled_reasons(self._law, keys)))
        for branch, doubts in doubted:
            reasons.update(dict.fromkeys(claim_reasons(branch.outcome, branch.claim)))
            reasons.update(dict.fromkeys(doubts))
        of_one = _of_one(branches)
        return Plan(
            branches=tuple(branches),
            needs=tuple(needs),
            reasons=tuple(reasons),
            assumed=tuple(assumed.values()),
            category=_category(branches),
            linear=_linear(of_one),
            open_ended=any(branch.open_ended for branch in branches),
            of_one=of_one,
        )

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


def _with_column_1(plan: Plan, variant: Variant) -> Plan:
    """The plan of another number, of which all is the same except column 1."""
    claim, _ = column_1_claim(variant.general, variant.special, "")
    branches = tuple(
        PlanBranch(one.answers, one.outcome, claim, variant, one.country) for one in plan.branches
    )
    of_one = _of_one(branches)
    return Plan(
        branches,
        plan.needs,
        plan.reasons,
        plan.assumed,
        plan.category,
        _linear(of_one),
        plan.open_ended,
        of_one,
    )


def _of_one(branches: Sequence[PlanBranch]) -> tuple[OfOne, ...]:
    """Each branch settled with one dollar; nothing unless the duty of all is a share of the value alone."""
    settled: list[OfOne] = []
    for branch in branches:
        plain = branch.claim.plain
        if plain is None or any(portion.amount != WHOLE for portion in branch.outcome.portions):
            return ()
        column_1 = Column1Duty(*plain)
        settled.append((column_1, settle(branch.outcome, {VALUE: _ONE}, column_1)))
    return tuple(settled)


def _linear(of_one: Sequence[OfOne]) -> tuple[Fraction, Fraction] | None:
    rates = [duty_of(portions) for _, portions in of_one]
    return (min(rates), max(rates)) if rates else None
