"""Rating goods in columns: each distinct number with its facts is planned once, amounts follow in bulk."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from duty_desktop.estimate.bulk import Groups, duties
from duty_desktop.estimate.explaining import explanation, without_sums
from duty_desktop.estimate.goods import Day, Goods
from duty_desktop.estimate.line_rating import settle_branches
from duty_desktop.estimate.quick import SpecificPlan
from duty_desktop.estimate.rated_lines import LineOutcome, RatedLines
from duty_desktop.estimate.reasons import before_the_schedule
from duty_desktop.estimate.result import Category, Explanation, RatedLine, Status
from duty_desktop.estimate.row_rating import PlannedRow, RowRater, amounts_of, unvalued
from duty_desktop.estimate.shipment import Transport
from duty_desktop.tariff.law import Law

__all__ = ["Day", "Goods", "Rater"]


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
    ) -> RatedLines:
        """Rate every good on an entry date; never raises for what a line holds."""
        day = Day(entry_date, transport, loaded_on)
        rated = RatedLines.empty(goods.value_cents, self._refused)
        if entry_date < self.law.first_day:
            return rated
        groups = self._groups(goods, day)
        duties(rated, groups)
        for row, code in enumerate(groups.codes):
            if groups.rates[code] is None:
                planned = groups.planned[code]
                if planned is None:
                    self._rows.rate(rated, goods, row, day)
                else:
                    self._rows.fill(rated, goods, row, planned)
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
            if entry_date >= self.law.first_day:
                self._rows.rate(rated, goods, row, day)

    def explain(
        self,
        goods: Goods,
        row: int,
        entry_date: date,
        *,
        transport: Transport | None = None,
        loaded_on: date | None = None,
        known: RatedLine | None = None,
    ) -> Explanation:
        """Why a row's duty is what it is; `known` is its outcome where more is known of it than here."""
        only = goods.some([row])
        rated = known or self.rate(only, entry_date, transport=transport, loaded_on=loaded_on).line(0)
        number = only.hts[0] or ""
        if entry_date < self.law.first_day:
            return explanation(self.law, number, rated, (), entry_date)
        planned = self._planned(only, 0, Day(entry_date, transport, loaded_on))
        amounts = amounts_of(only, 0, planned.declared)
        if planned.no_value:
            amounts = unvalued(amounts)
        branches = settle_branches(planned.plan, amounts)
        told = explanation(self.law, number, rated, branches, entry_date)
        return without_sums(told) if planned.no_value else told

    def _planned(self, goods: Goods, row: int, day: Day) -> PlannedRow:
        return self._rows.planned(
            goods.hts[row], goods.origin[row], goods.facts[row], goods.value_cents[row], day
        )

    def _groups(self, goods: Goods, day: Day) -> Groups:
        """A code for each row; rows of one code share number, origin and facts, and differ in amounts."""
        keys = _keys(goods)
        first_rows = dict(zip(reversed(keys), range(len(keys) - 1, -1, -1), strict=True))
        groups = Groups()
        for row in first_rows.values():
            self._add(groups, goods, row, day)
        places = dict(zip(first_rows, range(len(first_rows)), strict=True))
        groups.codes = list(map(places.__getitem__, keys))
        self._divide_by_unit(groups, goods)
        return groups

    def _divide_by_unit(self, groups: Groups, goods: Goods) -> None:
        """Give rows a code with rates where their unit leaves no part to the quantity."""
        codes: dict[tuple[int, str | None], int] = {}
        for row, code in enumerate(groups.codes):
            planned = groups.planned[code]
            if groups.rates[code] is not None or planned is None:
                continue
            unit = None if goods.quantity_e4[row] is None else goods.unit[row]
            found = codes.get((code, unit))
            if found is None:
                found = codes[(code, unit)] = self._code_of_unit(groups, goods, row, code, unit)
            groups.codes[row] = found

    def _code_of_unit(self, groups: Groups, goods: Goods, row: int, code: int, unit: str | None) -> int:
        planned = groups.planned[code]
        if planned is None or not isinstance(planned.quick, SpecificPlan):
            return code
        share = planned.quick.share_of_value(unit)
        if share is None:
            return code
        one = RatedLines.empty([goods.value_cents[row]], self._refused)
        self._rows.fill(one, goods.some([row]), 0, planned)
        is_open = share.is_open or planned.plan.open_ended
        groups.add(share.rates, planned, one.outcome[0], open_ended=is_open)
        return len(groups.rates) - 1

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
        """Whether rows with these facts must be planned each by itself: amounts, or something unreadable."""
        declared, problems = self._rows.declared(facts, day)
        return bool(problems or declared.numbers)


def _keys(goods: Goods) -> list[Any]:
    """What tells rows of different codes apart; the number alone where nothing else differs."""
    valued = [value is not None and value > 0 for value in goods.value_cents]
    if all(valued) and not any(goods.facts) and len(set(goods.origin)) <= 1:
        return list(goods.hts)
    declared = [tuple(facts.items()) if facts else () for facts in goods.facts]
    return list(zip(goods.hts, goods.origin, valued, declared, strict=True))
