"""Rating row by row: a row's plan, its amounts, its words; plans and words are kept and shared."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cached_property
from itertools import count

from duty_desktop.estimate.comparison import Comparisons, content_sum
from duty_desktop.estimate.declared import Declared, Unreadable, sort_facts
from duty_desktop.estimate.goods import Day, Goods
from duty_desktop.estimate.line_rating import (
    Amounts,
    duty_bounds,
    line_outcome,
    settle_branches,
    settled_with_one_dollar,
)
from duty_desktop.estimate.number_case import NumberCase, NumberCases
from duty_desktop.estimate.planning import Plan, Planner
from duty_desktop.estimate.quick import QuickDuty, QuickPlan, SpecificPlan, quick_plan
from duty_desktop.estimate.rated_lines import LineOutcome, RatedLines
from duty_desktop.estimate.reasons import (
    CONTENT_OVER_VALUE,
    NO_VALUE,
    law_not_known,
    unreadable_fact,
)
from duty_desktop.estimate.result import Reason, Status
from duty_desktop.tariff.law import Law
from duty_desktop.terms.money import CENTS, E4

_NO_DAYS = date.max, date.min, 0
PlanKey = tuple[object, ...]
Words = dict[tuple[object, ...], LineOutcome]
WordsByDoubts = dict[tuple[Reason, ...], Words]


class KeptPlan:
    """A plan with what was made of it: its quick arithmetic, and its outcomes in words by doubts."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.words: WordsByDoubts = {}

    @cached_property
    def quick(self) -> QuickPlan | None:
        """The plan's arithmetic in whole numbers; plans that are a share of the value seldom need it."""
        return quick_plan(self.plan)


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row's plan, what is doubtful about its declarations, and its facts sorted.

    `words` keeps the outcomes in words that rows of this plan and these doubts share.
    """

    kept: KeptPlan
    words: Words
    declared: Declared
    doubts: tuple[Reason, ...]
    no_value: bool

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.kept.plan

    @property
    def quick(self) -> QuickPlan | None:
        """The plan's arithmetic in whole numbers; None where only the long way will do."""
        return self.kept.quick


@dataclass(frozen=True, slots=True)
class _PlansOfDay:
    """Plans of undeclared goods by kind of number and origin; `kinds` serve all days of one regime."""

    day: Day
    kinds: dict[str | None, int]
    plans: dict[tuple[int, str | None], PlannedRow]


class RowRater:
    """Rates single rows under one law."""

    def __init__(self, law: Law, column_1: Mapping[str, str]) -> None:
        self._law = law
        self._cases = NumberCases(law, column_1)
        self._planner = Planner(law)
        self._comparisons = Comparisons(law.schedule.measures)
        self._plans: dict[PlanKey, KeptPlan] = {}
        self._days: dict[Day, _PlansOfDay] = {}
        self._latest: _PlansOfDay | None = None
        self._kinds: dict[int, dict[str | None, int]] = {}
        self._lasting: dict[str | None, tuple[date, date, int]] = {}
        self._kind_numbers: dict[object, int] = {}
        self._next_kind = count()  # never gives a number twice, in whatever threads rows are rated
        self._sorted: dict[tuple[tuple[str, str], ...], tuple[Declared, tuple[Unreadable, ...]]] = {}

    def planned(
        self, hts: str | None, origin: str | None, facts: Mapping[str, str], value_cents: int | None, day: Day
    ) -> PlannedRow:
        """The plan of a row; rows that differ only in value share it unless facts are amounts."""
        if facts or not value_cents or value_cents < 0:
            return self._planned(hts, origin, facts, value_cents, day)
        of_day = self._latest
        if of_day is None or of_day.day is not day:
            of_day = self._latest = self._plans_of(day)
        kind = of_day.kinds.get(hts)
        if kind is None:
            kind = of_day.kinds[hts] = self._kind(hts, day)
        found = of_day.plans.get((kind, origin))
        if found is None:
            found = of_day.plans[kind, origin] = self._planned(hts, origin, facts, value_cents, day)
        return found

    def _plans_of(self, day: Day) -> "_PlansOfDay":
        kinds = self._kinds.setdefault(self._law.regime(day.entry_date), {})
        plans = self._days[day].plans if day in self._days else {}
        of_day = self._days[day] = _PlansOfDay(day, kinds, plans)
        return of_day

    def _kind(self, hts: str | None, day: Day) -> int:
        """A short name for what counts of a number on a day: hashing its lists for every row takes longer.

        Of most numbers the same counts on the days of many regimes.
        """
        on = day.entry_date
        first, last, kind = self._lasting.get(hts, _NO_DAYS)
        if first <= on <= last:
            return kind
        plain = self._cases.plain(hts, on)
        if plain is not None:
            kind = self._kind_numbers.setdefault((plain.lists, plain.general), next(self._next_kind))
            self._lasting[hts] = plain.first, plain.last, kind
            return kind
        case = self._cases.case(hts, on, self._law.regime(on))
        what = (_what_counts(case, hts, claims=False), case.reasons)
        return self._kind_numbers.setdefault(what, next(self._next_kind))

    def _planned(
        self, hts: str | None, origin: str | None, facts: Mapping[str, str], value_cents: int | None, day: Day
    ) -> PlannedRow:
        declared, problems = self.declared(facts, day)
        regime = self._law.regime(day.entry_date)
        case = self._cases.case(hts, day.entry_date, regime)
        value = Fraction(value_cents or 0, CENTS)
        declared, full, over = self._contents(case, declared, value)
        doubts = [unreadable_fact(problem) for problem in problems]
        if over:
            doubts.insert(0, CONTENT_OVER_VALUE)
        no_value = not value_cents or value_cents < 0
        if no_value:
            doubts.insert(0, NO_VALUE)
        if day.entry_date > self._law.schedule_as_of:
            doubts.append(law_not_known(self._law))
        some = declared.numbers or declared.words or declared.days or declared.unread
        together = value if day.together_cents is None else Fraction(day.together_cents, CENTS)
        tokens = self._comparisons.tokens(declared.numbers, value, together) if some else ()
        grounds = self._planner.grounds(case, origin, day.entry_date, regime)
        key: PlanKey = (
            _what_counts(case, hts, claims="program" in declared.words or "program" in declared.unread),
            case.reasons,
            grounds,
            origin,
            tuple(sorted(declared.words.items())),
            tuple(sorted(declared.days.items())),
            tuple((name, number == 0) for name, number in sorted(declared.numbers.items())),
            declared.unread,
            tokens,
            full,
        )
        found = self._plans.get(key)
        if found is None:
            plan = self._planner.plan(case, declared, tokens, full, origin, grounds)
            found = self._plans[key] = KeptPlan(plan)
        words = found.words.setdefault(tuple(doubts), {})
        return PlannedRow(found, words, declared, tuple(doubts), no_value)

    def declared(self, facts: Mapping[str, str], day: Day) -> tuple[Declared, tuple[Unreadable, ...]]:
        """The sorted facts of a row with those of its shipment, and what could not be understood."""
        shipment = {}
        if day.transport is not None:
            shipment["transport"] = day.transport.value
        if day.loaded_on is not None:
            shipment["loaded_on"] = day.loaded_on.isoformat()
        key = (*shipment.items(), *facts.items())
        found = self._sorted.get(key)
        if found is None:
            found = self._sorted[key] = sort_facts(self._law.facts, {**shipment, **facts})
        return found

    def differs_by_value(self, facts: Iterable[str]) -> bool:
        """Whether the plan of goods that declare these facts depends on the value of the shipment."""
        return not self._comparisons.with_value.isdisjoint(facts)

    def rate(self, rated: RatedLines, goods: Goods, row: int, day: Day) -> None:
        """Rate one row of `goods` into `rated`."""
        planned = self.planned(
            goods.hts[row], goods.origin[row], goods.facts[row], goods.value_cents[row], day
        )
        self.fill(rated, goods, row, planned)

    def words(self, planned: PlannedRow) -> LineOutcome:
        """The outcome in words of a plan whose duty is a share of the value, the same for all its rows."""
        kept = planned.words.get(())
        if kept is None:
            settled = settled_with_one_dollar(planned.plan)
            kept = planned.words[()] = line_outcome(self._law, planned.plan, settled, planned.doubts)
        return kept

    def fill(self, rated: RatedLines, goods: Goods, row: int, planned: PlannedRow) -> None:
        """Fill a row from its plan."""
        value = goods.value_cents[row] or 0
        no_value = planned.no_value
        quick = None
        if planned.quick is not None and not no_value:
            numbers = planned.declared.numbers
            quick = planned.quick.settle(value, goods.quantity_e4[row], goods.unit[row], numbers)
        outcome, found = self._words(goods, row, planned, quick)
        open_ended = planned.plan.open_ended or no_value or found.most is None
        rated.outcome[row] = outcome
        rated.duty_min_cents[row] = 0 if no_value else found.least
        rated.duty_max_cents[row] = None if open_ended else found.most
        rated.duty_cents[row] = found.least if outcome.status is Status.RATED else None

    def fill_many(
        self, rated: RatedLines, goods: Goods, rows: Sequence[int], planned: PlannedRow, unit: str | None
    ) -> None:
        """Fill rows of one plan whose quantities are in one unit (None: without), as `fill` does each."""
        quick = planned.quick
        if not isinstance(quick, SpecificPlan) or planned.no_value or planned.declared.numbers:
            for row in rows:
                self.fill(rated, goods, row, planned)
            return
        values = [goods.value_cents[row] or 0 for row in rows]
        least, most, words = quick.settle_many(values, [goods.quantity_e4[row] or 0 for row in rows], unit)
        kept = planned.words
        for place in {key: place for place, key in enumerate(words) if key not in kept}.values():
            self.fill(rated, goods, rows[place], planned)  # one of each kind of words
        tops: Sequence[int | None] = most or [None] * len(rows)
        if planned.plan.open_ended:
            tops = [None] * len(rows)
        if words.count(words[0]) == len(words):
            _put(rated, rows, least, tops, kept[words[0]])
            return
        for key in set(words):
            chosen = [place for place, other in enumerate(words) if other == key]
            own_rows, own_least = [rows[place] for place in chosen], [least[place] for place in chosen]
            _put(rated, own_rows, own_least, [tops[place] for place in chosen], kept[key])

    def _words(
        self, goods: Goods, row: int, planned: PlannedRow, quick: QuickDuty | None
    ) -> tuple[LineOutcome, QuickDuty]:
        if quick is not None:
            kept = planned.words.get(quick.words)
            if kept is not None:
                return kept, quick
        amounts = amounts_of(goods, row, planned.declared)
        settled = settle_branches(planned.plan, unvalued(amounts) if planned.no_value else amounts)
        outcome = line_outcome(self._law, planned.plan, settled, planned.doubts)
        if quick is not None:
            planned.words[quick.words] = outcome
            return outcome, quick
        return outcome, QuickDuty(*duty_bounds(settled), ())

    def _contents(self, case: NumberCase, declared: Declared, value: Fraction) -> tuple[Declared, bool, bool]:
        """Whether the declared metal contents are the whole value, or (then left out) more than it."""
        contents = self._law.schedule.contents
        if not any(content.fact in declared.numbers for content in contents):
            return declared, False, False
        scopes = frozenset[str]().union(*(variant.scopes for variant in case.variants))
        total = content_sum(contents, scopes, declared.numbers)
        if total <= value:
            return declared, total == value, False
        names = {content.fact for content in contents}
        kept = {name: number for name, number in declared.numbers.items() if name not in names}
        return replace(declared, numbers=kept), False, True


def _put(
    rated: RatedLines,
    rows: Sequence[int],
    least: Sequence[int],
    most: Sequence[int | None],
    outcome: LineOutcome,
) -> None:
    """Write rows of one outcome."""
    settled = outcome.status is Status.RATED
    low, high, duty, outcomes = (
        rated.duty_min_cents,
        rated.duty_max_cents,
        rated.duty_cents,
        rated.outcome,
    )
    for row, cents, top in zip(rows, least, most, strict=True):
        outcomes[row] = outcome
        low[row] = cents
        high[row] = top
        duty[row] = cents if settled else None


def amounts_of(goods: Goods, row: int, declared: Declared) -> Amounts:
    """A row's amounts in dollars and its quantity in its unit."""
    quantity = goods.quantity_e4[row]
    return Amounts(
        Fraction(goods.value_cents[row] or 0, CENTS),
        None if quantity is None else Fraction(quantity, E4),
        goods.unit[row],
        declared,
    )


def unvalued(amounts: Amounts) -> Amounts:
    """Stand-in amounts for a row without a value: rates compare with each other, no sum means anything."""
    return replace(amounts, value=Fraction(1), quantity=None)


def _what_counts(case: NumberCase, hts: str | None, *, claims: bool) -> object:
    """What distinguishes a number: its lists and rates, not its digits; special rates only when claimed."""
    if not case.variants:
        return hts
    if len(case.variants) > 1:
        return case.variants
    variant = case.variants[0]
    return (variant.scopes, variant.general, variant.special if claims else "")
