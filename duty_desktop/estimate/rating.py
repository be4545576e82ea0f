"""Rating goods in columns: each distinct number with its facts is planned once, amounts follow in bulk."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from duty_desktop.estimate.alike import Alike, alike
from duty_desktop.estimate.bulk import Groups
from duty_desktop.estimate.explaining import explanation, without_sums
from duty_desktop.estimate.goods import Day, Goods
from duty_desktop.estimate.line_rating import settle_branches
from duty_desktop.estimate.rated_lines import LineOutcome, RatedLines
from duty_desktop.estimate.reasons import before_the_schedule
from duty_desktop.estimate.refunds import Refund, RefundSum, refundable
from duty_desktop.estimate.result import Category, Explanation, RatedLine, Status
from duty_desktop.estimate.row_rating import PlannedRow, RowRater, amounts_of, unvalued
from duty_desktop.estimate.shipment import Transport
from duty_desktop.tariff.law import Law
from duty_desktop.terms.stopping import Look, keep_on

__all__ = ["Day", "Goods", "Rater"]

_ROWS_AT_A_TIME = 500
_ANY_CENTS, _ANY_E4 = 1_000_00, 10_0000


class Rater:
    """Rates goods under one law; plans are kept across calls and days.

    `column_1` replaces the tariff's rate text of some numbers: for worked examples with a rate of their own.
    """

    def __init__(self, law: Law, column_1: Mapping[str, str] | None = None) -> None:
        self.law = law
        self._rows = RowRater(law, column_1 or {})
        reasons = (before_the_schedule(law),)
        self._refused = LineOutcome(
            Status.REVIEW, Category.UNCLASSIFIED, (), ("entry_date",), reasons, (), ()
        )

    def rate(
        self,
        goods: Goods,
        entry_date: date,
        *,
        transport: Transport | None = None,
        loaded_on: date | None = None,
        together_cents: int | None = None,
        known: Alike | None = None,
    ) -> RatedLines:
        """Rate every good on an entry date; never raises for what a line holds.

        `together_cents` as in `Day`; `known` is what `alike` found of these goods, where they were rated
        before.
        """
        day = Day(entry_date, transport, loaded_on, together_cents)
        rated = RatedLines.empty(goods.value_cents, self._refused)
        if entry_date < self.law.first_day:
            return rated
        groups = self._groups(goods, day, known or alike(goods))
        groups.duties(rated)
        self._row_by_row(rated, goods, groups, day)
        return rated

    def _row_by_row(self, rated: RatedLines, goods: Goods, groups: Groups, day: Day) -> None:
        """Rate the rows whose duty is no share of their value, those of one plan and unit together."""
        rows = groups.without_rates()
        if not rows:
            return
        quantities = map(goods.quantity_e4.__getitem__, rows)
        units = map(goods.unit.__getitem__, rows)
        parts: defaultdict[tuple[int, str | None], list[int]] = defaultdict(list)
        planned = {id(one): one for one in groups.planned}
        whose = list(map(id, groups.planned))
        for row, code, quantity, unit in zip(
            rows, map(groups.codes.__getitem__, rows), quantities, units, strict=True
        ):
            parts[whose[code], None if quantity is None else unit].append(row)
        for (plan, unit_of_all), own in parts.items():
            found = planned[plan]
            if found is not None:
                self._rows.fill_many(rated, goods, own, found, unit_of_all)
                continue
            for row in own:
                self._rows.rate(rated, goods, row, day)

    def foresee(self, number: str, origin: str, day: Day, units: Iterable[str] = ()) -> None:
        """Plan a number that may come, without declared facts, so that rating it finds plan and words.

        `units` are those that quantities may be in; what a quantity is compared with is at hand then.
        """
        if day.entry_date < self.law.first_day:
            return
        planned = self._rows.planned(number, origin, {}, 1, day)
        if planned.plan.linear is not None:
            self._rows.words(planned)
            return
        for unit in () if planned.words else units:
            one = Goods([number], [_ANY_CENTS], [origin], [_ANY_E4], [unit], [{}])
            self._rows.fill_many(RatedLines.empty([_ANY_CENTS], self._refused), one, [0], planned, unit)

    def refunds(
        self,
        goods: Goods,
        rated: RatedLines,
        entry_date: date,
        *,
        transport: Transport | None = None,
        loaded_on: date | None = None,
        together_cents: int | None = None,
        look: Look = keep_on,
    ) -> tuple[Refund, ...]:
        """What may be refunded of the duty of goods, by measure; `rated` is their outcome.

        `look` is called every so often, and may raise to stop.
        """
        if entry_date < self.law.first_day:
            return ()
        day = Day(entry_date, transport, loaded_on, together_cents)
        sums = [RefundSum(self.law, *one, entry_date) for one in refundable(self.law, entry_date)]
        for row in range(len(goods)) if sums else ():
            if row % _ROWS_AT_A_TIME == 0:
                look()
            planned = self._planned(goods, row, day)
            for one in sums:
                one.add(planned, goods, row, settled=rated.duty_cents[row] is not None)
        return tuple(found for found in (one.total() for one in sums) if found.lines)

    def explain(
        self,
        goods: Goods,
        row: int,
        entry_date: date,
        *,
        transport: Transport | None = None,
        loaded_on: date | None = None,
        together_cents: int | None = None,
        known: RatedLine | None = None,
    ) -> Explanation:
        """Why a row's duty is what it is; `known` is its outcome where more is known of it than here."""
        only, day = goods.some([row]), Day(entry_date, transport, loaded_on, together_cents)
        rated = known
        if rated is None:
            rated = self.rate(
                only,
                entry_date,
                transport=transport,
                loaded_on=loaded_on,
                together_cents=together_cents,
            ).line(0)
        number = only.hts[0] or ""
        if entry_date < self.law.first_day:
            return explanation(self.law, number, rated, (), entry_date)
        planned = self._planned(only, 0, day)
        amounts = amounts_of(only, 0, planned.declared)
        if planned.no_value:
            amounts = unvalued(amounts)
        branches = settle_branches(planned.plan, amounts)
        told = explanation(self.law, number, rated, branches, entry_date, planned.declared)
        return without_sums(told) if planned.no_value else told

    def counted_together(self, goods: Goods) -> list[int]:
        """The rows that declare a fact beside which a rule looks at the value of the whole shipment."""
        return [row for row, facts in enumerate(goods.facts) if facts and self._rows.differs_by_value(facts)]

    def _planned(self, goods: Goods, row: int, day: Day) -> PlannedRow:
        return self._rows.planned(
            goods.hts[row], goods.origin[row], goods.facts[row], goods.value_cents[row], day
        )

    def _groups(self, goods: Goods, day: Day, found: Alike) -> Groups:
        """The codes with their plans; rows of one code differ in amounts alone."""
        groups = Groups(found.codes)
        for row in found.first_rows:
            self._add(groups, goods, row, day)
        return groups

    def _add(self, groups: Groups, goods: Goods, row: int, day: Day) -> None:
        """Add the code of a row: with rates when its duty is a share of its value, else with its plan."""
        value = goods.value_cents[row]
        if not value or value < 0 or (goods.facts[row] and self._own_plan(goods.facts[row], day)):
            groups.add(None, None, self._refused, open_ended=False)
            return
        planned = self._planned(goods, row, day)
        if planned.plan.linear is None:
            groups.add(None, planned, self._refused, open_ended=False)
            return
        words = self._rows.words(planned)
        groups.add(planned.plan.linear, planned, words, open_ended=planned.plan.open_ended)

    def _own_plan(self, facts: Mapping[str, str], day: Day) -> bool:
        """Whether rows with these facts must be planned each by itself.

        They declare amounts, or something unreadable, or a fact beside which the value decides.
        """
        declared, problems = self._rows.declared(facts, day)
        return bool(problems or declared.numbers or self._rows.differs_by_value(declared.words))
