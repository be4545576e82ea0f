"""Rating goods in columns: each distinct number with its facts is planned once, amounts follow in bulk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from duty_desktop.estimate.bulk import Linear, duties
from duty_desktop.estimate.comparison import Comparisons, content_sum
from duty_desktop.estimate.declared import Declared, sort_facts
from duty_desktop.estimate.explaining import explanation
from duty_desktop.estimate.line_rating import Amounts, line_outcome, settle_branches
from duty_desktop.estimate.number_case import NumberCase, NumberCases
from duty_desktop.estimate.planning import Plan, Planner
from duty_desktop.estimate.rated_lines import LineOutcome, RatedLines
from duty_desktop.estimate.reasons import (
    CONTENT_OVER_VALUE,
    NO_VALUE,
    before_the_schedule,
    law_not_known,
    unreadable_fact,
)
from duty_desktop.estimate.result import Category, Explanation, Reason, Status
from duty_desktop.estimate.shipment import Transport
from duty_desktop.tariff.law import Law
from duty_desktop.terms.money import CENTS, E4

PlanKey = tuple[object, ...]


@dataclass(slots=True)
class Goods:
    """Goods to rate, as columns of equal length.

    `hts` digits or None; `value_cents` the entered value in US cents; `quantity_e4` ten-thousandths of
    `unit`; `facts` declared facts by id, as typed.
    """

    hts: list[str | None] = field(default_factory=list)
    value_cents: list[int | None] = field(default_factory=list)
    origin: list[str | None] = field(default_factory=list)
    quantity_e4: list[int | None] = field(default_factory=list)
    unit: list[str] = field(default_factory=list)
    facts: list[Mapping[str, str]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.hts)

    def columns(self) -> tuple[list[Any], ...]:
        """All columns in the order of the fields."""
        return (self.hts, self.value_cents, self.origin, self.quantity_e4, self.unit, self.facts)


@dataclass(frozen=True, slots=True)
class Day:
    """The entry date and what the shipment declares for all its lines."""

    entry_date: date
    transport: Transport | None = None
    loaded_on: date | None = None


class Rater:
    """Rates goods under one law; plans are kept across calls and days.

    `column_1` replaces the tariff's rate text of some numbers: for worked examples with a rate of their own.
    """

    def __init__(self, law: Law, column_1: Mapping[str, str] | None = None) -> None:
        self.law = law
        self._cases = NumberCases(law, column_1 or {})
        self._planner = Planner(law)
        self._comparisons = Comparisons(law.schedule.measures)
        self._plans: dict[PlanKey, Plan] = {}
        self._outcomes: dict[PlanKey, LineOutcome] = {}
        self._sorted: dict[tuple[tuple[str, str], ...], tuple[Declared, tuple[str, ...]]] = {}

    def rate(
        self,
        goods: Goods,
        entry_date: date,
        *,
        transport: Transport | None = None,
        loaded_on: date | None = None,
    ) -> RatedLines:
        """Rate every good on an entry date; never raises for what a line holds."""
        day = Day(entry_date, transport, loaded_on)
        rated = RatedLines(value_cents=list(goods.value_cents))
        size = len(goods)
        rated.duty_cents = [None] * size
        rated.duty_min_cents = [0] * size
        rated.duty_max_cents = [None] * size
        if not self._in_schedule(entry_date):
            rated.outcome = [self._refused()] * size
            return rated
        codes, groups = self._groups(goods, day)
        rated.outcome = [groups.outcomes[code] for code in codes]
        duties(rated, codes, groups)
        for row, code in enumerate(codes):
            if groups.rates[code] is None:
                self._one(rated, goods, row, day)
        return rated

    def rate_some(
        self,
        rated: RatedLines,
        goods: Goods,
        rows: Sequence[int],
        entry_date: date,
        *,
        transport: Transport | None = None,
        loaded_on: date | None = None,
    ) -> None:
        """Rate some rows again, in place."""
        day = Day(entry_date, transport, loaded_on)
        for row in rows:
            rated.value_cents[row] = goods.value_cents[row]
            if self._in_schedule(entry_date):
                self._one(rated, goods, row, day)

    def explain(
        self,
        goods: Goods,
        row: int,
        entry_date: date,
        *,
        transport: Transport | None = None,
        loaded_on: date | None = None,
    ) -> Explanation:
        """Why a row's duty is what it is."""
        day = Day(entry_date, transport, loaded_on)
        one = RatedLines([goods.value_cents[row]], [None], [0], [None], [self._refused()])
        if not self._in_schedule(entry_date):
            return explanation(self.law, goods.hts[row] or "", one.line(0), (), entry_date)
        only = Goods(*([column[row]] for column in goods.columns()))
        self._one(one, only, 0, day)
        plan, amounts, _ = self.plan_of(only, 0, day)
        branches = settle_branches(plan, amounts)
        return explanation(self.law, only.hts[0] or "", one.line(0), branches, entry_date)

    def plan_of(self, goods: Goods, row: int, day: Day) -> tuple[Plan, Amounts, tuple[Reason, ...]]:
        """A row's plan, its amounts, and what is wrong with what was declared for it."""
        declared, problems = self._declared(goods.facts[row], day)
        value = Fraction(goods.value_cents[row] or 0, CENTS)
        case = self._cases.case(goods.hts[row], day.entry_date, self.law.regime(day.entry_date))
        declared, full, over = self._contents(case, declared, value)
        plan, _ = self._plan(case, goods.hts[row], goods.origin[row], declared, value, full, day)
        quantity = goods.quantity_e4[row]
        amounts = Amounts(
            value, None if quantity is None else Fraction(quantity, E4), goods.unit[row], declared
        )
        doubts = tuple(unreadable_fact(problem) for problem in problems)
        if over:
            doubts = (CONTENT_OVER_VALUE, *doubts)
        if not goods.value_cents[row] or value < 0:
            doubts = (NO_VALUE, *doubts)
        return plan, amounts, doubts + self._notices(day)

    def _groups(self, goods: Goods, day: Day) -> tuple[list[int], Linear]:
        """A code for each row; rows of one code share number, origin and facts of no amount."""
        known: dict[tuple[object, ...], int] = {}
        codes: list[int] = []
        groups = Linear()
        for hts, origin, facts, value in zip(
            goods.hts, goods.origin, goods.facts, goods.value_cents, strict=True
        ):
            key = (hts, origin, bool(value and value > 0), tuple(facts.items()) if facts else ())
            code = known.get(key)
            if code is None:
                code = known[key] = len(known)
                groups.add(*self._group(hts, origin, facts, bool(key[2]), day))
            codes.append(code)
        return codes, groups

    def _group(
        self, hts: str | None, origin: str | None, facts: Mapping[str, str], valued: bool, day: Day
    ) -> tuple[tuple[Fraction, Fraction] | None, bool, LineOutcome]:
        declared, problems = self._declared(facts, day)
        if problems or declared.numbers or not valued:
            return None, False, _PENDING
        case = self._cases.case(hts, day.entry_date, self.law.regime(day.entry_date))
        plan, key = self._plan(case, hts, origin, declared, Fraction(0), False, day)
        if plan.linear is None:
            return None, False, _PENDING
        late = day.entry_date > self.law.schedule_as_of
        outcome = self._outcomes.get((*key, late))
        if outcome is None:
            settled = settle_branches(plan, Amounts(Fraction(1), None, None, declared))
            outcome = line_outcome(self.law, plan, settled, self._notices(day))
            self._outcomes[(*key, late)] = outcome
        return plan.linear, plan.open_ended, outcome

    def _one(self, rated: RatedLines, goods: Goods, row: int, day: Day) -> None:
        plan, amounts, doubts = self.plan_of(goods, row, day)
        settled = settle_branches(plan, amounts)
        outcome = line_outcome(self.law, plan, settled, doubts)
        rated.outcome[row] = outcome
        least = max(min((one.duty_cents for one in settled), default=0), 0)
        most = [one.most_cents for one in settled]
        known = [cents for cents in most if cents is not None]
        unbounded = plan.open_ended or NO_VALUE in doubts or len(known) < len(most) or not known
        rated.duty_min_cents[row] = 0 if NO_VALUE in doubts else least
        rated.duty_max_cents[row] = None if unbounded else max(known)
        rated.duty_cents[row] = least if outcome.status is Status.RATED else None

    def _plan(
        self,
        case: NumberCase,
        hts: str | None,
        origin: str | None,
        declared: Declared,
        value: Fraction,
        full: bool,
        day: Day,
    ) -> tuple[Plan, PlanKey]:
        tokens = self._comparisons.tokens(declared.numbers, value) if _any(declared) else ()
        regime = self.law.regime(day.entry_date)
        variants: object = case.variants if len(case.variants) > 1 else _alike(case)
        key: PlanKey = (
            variants if case.variants else hts,
            case.reasons,
            regime,
            origin,
            tuple(sorted(declared.words.items())),
            tuple(sorted(declared.days.items())),
            tuple(name for name, number in sorted(declared.numbers.items()) if number == 0),
            tuple(sorted(declared.numbers)),
            tokens,
            full,
        )
        plan = self._plans.get(key)
        if plan is None:
            plan = self._planner.plan(case, declared, tokens, full, origin, day.entry_date, regime)
            self._plans[key] = plan
        return plan, key

    def _contents(self, case: NumberCase, declared: Declared, value: Fraction) -> tuple[Declared, bool, bool]:
        """Whether the declared metal contents are the whole value, or (then left out) more than it."""
        contents = self.law.schedule.contents
        if not any(content.fact in declared.numbers for content in contents):
            return declared, False, False
        scopes = frozenset[str]().union(*(variant.scopes for variant in case.variants))
        total = content_sum(contents, scopes, declared.numbers)
        if total <= value:
            return declared, total == value, False
        names = {content.fact for content in contents}
        kept = {name: number for name, number in declared.numbers.items() if name not in names}
        return Declared(declared.words, kept, declared.days), False, True

    def _declared(self, facts: Mapping[str, str], day: Day) -> tuple[Declared, tuple[str, ...]]:
        shipment = {}
        if day.transport is not None:
            shipment["transport"] = day.transport.value
        if day.loaded_on is not None:
            shipment["loaded_on"] = day.loaded_on.isoformat()
        merged = {**shipment, **facts}
        key = tuple(merged.items())
        found = self._sorted.get(key)
        if found is None:
            found = self._sorted[key] = sort_facts(self.law.facts, merged)
        return found

    def _in_schedule(self, entry_date: date) -> bool:
        return entry_date >= self.law.first_day

    def _notices(self, day: Day) -> tuple[Reason, ...]:
        return (law_not_known(self.law),) if day.entry_date > self.law.schedule_as_of else ()

    def _refused(self) -> LineOutcome:
        reasons = (before_the_schedule(self.law),)
        return LineOutcome(Status.REVIEW, Category.UNCLASSIFIED, (), ("entry_date",), reasons, (), ())


_PENDING = LineOutcome(Status.REVIEW, Category.UNCLASSIFIED, (), (), (), (), ())


def _any(declared: Declared) -> bool:
    return bool(declared.numbers or declared.words or declared.days)


def _alike(case: NumberCase) -> object:
    """What distinguishes a number that stands for itself: its lists and its rates, not its digits."""
    if not case.variants:
        return None
    variant = case.variants[0]
    return (variant.scopes, variant.general, variant.special)
