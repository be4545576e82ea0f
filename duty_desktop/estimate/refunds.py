"""What may be refunded of the duty of an entry: the sums of measures that the law says are to be paid back.

Which measures these are, and why, is data: a notice of a measure file that is `refundable`. The refund of a
line is what the measure made due beyond column 1, rounded once per line, as the line's explanation tells it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from duty_desktop.estimate.fact_values import OTHER_ORIGIN
from duty_desktop.estimate.goods import Goods
from duty_desktop.estimate.line_rating import Amounts, SettledBranch, cannot_be, settle_branches
from duty_desktop.estimate.not_applied import cited
from duty_desktop.estimate.planning import Plan
from duty_desktop.estimate.reasons import notices
from duty_desktop.estimate.result import SourceRef
from duty_desktop.estimate.row_rating import KeptPlan, PlannedRow, amounts_of
from duty_desktop.estimate.settle import Part, beyond_column_1, charged_by, settle
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.measure import DutyKind, Measure, Notice, Rule
from duty_desktop.terms.money import CENTS
from duty_desktop.terms.text import Text

_NOTHING = Fraction(0)
_Bounds = tuple[Fraction, Fraction | None]  # dollars, or a share of the value; None: open


@dataclass(frozen=True, slots=True)
class Refund:
    """What may be refunded of one measure: cents, `most_cents` None when no most is known.

    `lines` are those that may have a part in it, `review_lines` those of them that are not settled. `says`
    and `sources` tell why.
    """

    measure: str
    title: Text
    says: Text
    sources: tuple[SourceRef, ...]
    lines: int
    review_lines: int
    least_cents: int
    most_cents: int | None


def refundable(law: Law, on: date) -> tuple[tuple[Measure, Notice], ...]:
    """The measures in force on a day whose duty may be refunded, each with what the law says of it."""
    return tuple(
        (measure, notice)
        for measure in law.schedule.measures
        if any(rule.in_force(on) for rule in measure.rules)
        for notice in measure.notices
        if notice.refundable and notice.first <= on <= notice.last
    )


class RefundSum:
    """Adds up the refunds of one measure, row by row."""

    def __init__(self, law: Law, measure: Measure, notice: Notice, on: date) -> None:
        self._law, self._measure, self._notice, self._on = law, measure, notice, on
        self._shares: dict[tuple[int, bool], tuple[KeptPlan, _Bounds | None]] = {}
        self._least = self._most = self._lines = self._review = 0
        self._open = False

    def add(self, planned: PlannedRow, goods: Goods, row: int, *, settled: bool) -> None:
        """Add a row; `settled`: its duty is known."""
        least, most = self._cents(planned, goods, row)
        if most == 0:
            return
        self._lines += 1
        self._review += not settled
        self._least += least
        self._most += most or 0
        self._open = self._open or most is None

    def total(self) -> Refund:
        """The sum so far."""
        return Refund(
            self._measure.id,
            self._measure.title,
            self._notice.text,
            cited(self._law, self._notice.sources),
            self._lines,
            self._review,
            self._least,
            None if self._open else self._most,
        )

    def _cents(self, planned: PlannedRow, goods: Goods, row: int) -> tuple[int, int | None]:
        share = self._share(planned)
        if share is None:
            amounts = amounts_of(goods, row, planned.declared)
            least, most = self._bounds(planned, amounts)
            units = CENTS
        else:
            least, most = share
            units = goods.value_cents[row] or 0
        if planned.no_value and most != 0:
            return 0, None
        return _rounded(least, units), None if most is None else _rounded(most, units)

    def _share(self, planned: PlannedRow) -> _Bounds | None:
        """The refund as a share of the value, where it is one; worked out once for all rows of a plan."""
        if planned.declared.numbers:
            return None
        key = id(planned.kept), planned.no_value
        found = self._shares.get(key)
        if found is None:
            share = None
            if planned.no_value or self._follows_value(planned.plan):
                one = Amounts(Fraction(1), None, None, planned.declared)
                share = self._bounds(planned, one)
            found = self._shares[key] = planned.kept, share
        return found[1]

    def _follows_value(self, plan: Plan) -> bool:
        """Whether the refund depends on the value alone: column 1 does so too, or no total contains it."""
        return plan.linear is not None or not any(
            charge.kind is DutyKind.TOTAL and charge.rule.measure == self._measure.id
            for branch in plan.branches
            for portion in branch.outcome.portions
            for charge in portion.charges
        )

    def _bounds(self, planned: PlannedRow, amounts: Amounts) -> _Bounds:
        """The least and the greatest of the branches; where nothing can be rated, all is open."""
        found = [self._of_branch(one, amounts) for one in settle_branches(planned.plan, amounts)]
        if not found:
            return _NOTHING, None
        known = [most for _, most in found if most is not None]
        return min(least for least, _ in found), max(known) if len(known) == len(found) else None

    def _of_branch(self, one: SettledBranch, amounts: Amounts) -> _Bounds:
        if one.branch.country == OTHER_ORIGIN or cannot_be((one,)):
            return _NOTHING, None  # a country outside the schedule, or a declaration that cannot be
        if self._notice not in notices(self._law, one.branch.outcome, one.branch.variant.scopes, self._on):
            return _NOTHING, _NOTHING
        parts = charged_by(self._measure.id, one.portions)
        most = beyond_column_1(parts)
        if any(rule.review for rule in self._rules(one)):
            return _NOTHING, None
        if not one.column_1.what:
            return most, most
        if one.column_1.most is None:  # column 1 may be as high as any total
            return beyond_column_1(part for part in parts if not _is_total(part)), most
        dearest = settle(one.branch.outcome, amounts.named(), one.column_1.most)
        return beyond_column_1(charged_by(self._measure.id, dearest)), most

    def _rules(self, one: SettledBranch) -> Iterator[Rule]:
        for portion in one.portions:
            yield from (rule for rule in portion.portion.rules if rule.measure == self._measure.id)


def _rounded(amount: Fraction, units: int) -> int:
    """An amount of so many units, half up, in whole numbers: for as many rows as there are."""
    bottom = amount.denominator
    return (2 * amount.numerator * units + bottom) // (2 * bottom)


def _is_total(part: Part) -> bool:
    return part.charge is not None and part.charge.kind is DutyKind.TOTAL
