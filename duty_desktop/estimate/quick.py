"""A plan's arithmetic in whole numbers: the same duty as `settle`, without building its explanation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import repeat
from math import lcm

from duty_desktop.estimate.column_1_claim import Column1Claim, Rate
from duty_desktop.estimate.outcome import VALUE, Portion
from duty_desktop.estimate.planning import Plan
from duty_desktop.estimate.settle import plain_rate
from duty_desktop.tariff.column_1 import Missing, Unevaluable, duty, least_duty, most_duty
from duty_desktop.tariff.measure import DutyKind
from duty_desktop.terms.money import CENTS, E4, half_up

_WHOLE = ((VALUE, 1),)


@dataclass(frozen=True, slots=True)
class QuickDuty:
    """Least and greatest duty in cents (None: open), and what tells apart lines with different words."""

    least: int
    most: int | None
    words: tuple[bool, ...]


class PlainPlan:
    """Column 1 is a percentage: each branch is a sum of amounts times rates, with the same words always."""

    def __init__(
        self, branches: tuple[tuple[tuple[tuple[tuple[str, int], ...], Fraction], ...], ...]
    ) -> None:
        self._branches = branches

    def settle(
        self, value_cents: int, quantity_e4: int | None, unit: str, numbers: Mapping[str, Fraction]
    ) -> QuickDuty | None:
        """The duty of a line; None when a portion would be negative."""
        found = []
        for portions in self._branches:
            total = Fraction(0)
            for expression, rate in portions:
                on = Fraction(0)
                for name, sign in expression:
                    on += sign * (value_cents if name == VALUE else numbers.get(name, 0) * CENTS)
                if on < 0:
                    return None
                total += on * rate
            found.append(half_up(total))
        return QuickDuty(min(found), max(found), ())


class SpecificPlan:
    """Column 1 depends on the quantity: it is a x value + b x quantity, and totals compare with it."""

    def __init__(self, claims: tuple[Column1Claim, ...], portions: tuple[Portion, ...]) -> None:
        self._claims = claims
        self._by_unit: dict[str | None, tuple[tuple[_Linear | None, _Linear | None], ...]] = {}
        rates = [charge.rate for portion in portions for charge in portion.charges]
        self._scale = lcm(1, *(rate.denominator for rate in rates))
        self._charges = tuple(
            tuple((charge.kind, int(charge.rate * self._scale)) for charge in portion.charges)
            for portion in portions
        )

    def settle(
        self, value_cents: int, quantity_e4: int | None, unit: str, numbers: Mapping[str, Fraction]
    ) -> QuickDuty | None:
        """The duty of a line; None when column 1 may need more than a quantity."""
        if numbers:
            return None
        least: int | None = None
        most = 0
        is_open = False
        raised: list[bool] = []
        for (general, due), charges in zip(
            self._linear(None if quantity_e4 is None else unit), self._charges, strict=True
        ):
            if general is None or due is None:
                return None
            is_open = is_open or general.is_open or due.is_open
            cents = self._cents(value_cents, quantity_e4 or 0, general, due, charges, raised)
            least = cents if least is None else min(least, cents)
            most = max(most, cents)
        return None if least is None else QuickDuty(least, None if is_open else most, (is_open, *raised))

    def settle_many(
        self, values: Sequence[int], quantities_e4: Sequence[int], unit: str | None
    ) -> tuple[list[int], list[int] | None, list[tuple[bool, ...]]] | None:
        """What `settle` gives for lines with quantities in one unit (None: without), as columns."""
        branches: list[list[int]] = []
        raised: list[list[bool]] = []
        is_open = False
        for (general, due), charges in zip(self._linear(unit), self._charges, strict=True):
            if general is None or due is None:
                return None
            is_open = is_open or general.is_open or due.is_open
            branches.append(self._many_cents(values, quantities_e4, general, due, charges, raised))
        if not branches:
            return None
        single = len(branches) == 1
        least = branches[0] if single else list(map(min, *branches))
        most = branches[0] if single else list(map(max, *branches))
        words = list(zip(repeat(is_open, len(values)), *raised, strict=True))
        return least, None if is_open else most, words

    def _linear(self, unit: str | None) -> "tuple[tuple[_Linear | None, _Linear | None], ...]":
        found = self._by_unit.get(unit)
        if found is None:
            found = tuple((_linear(claim.general, unit), _linear(claim.due, unit)) for claim in self._claims)
            self._by_unit[unit] = found
        return found

    def _cents(
        self,
        value_cents: int,
        quantity_e4: int,
        general: "_Linear",
        due: "_Linear",
        charges: tuple[tuple[DutyKind, int], ...],
        raised: list[bool],
    ) -> int:
        """Everything over one denominator, rounded once, half a cent up."""
        general_top = general.cents_top(value_cents, quantity_e4)
        due_top = due.cents_top(value_cents, quantity_e4)
        scale, bottom = self._scale, due.bottom * self._scale
        total = due_top * scale
        for kind, rate in charges:
            full = rate * value_cents
            if kind is not DutyKind.TOTAL:
                total += full * due.bottom
                continue
            above = general_top * scale < full * general.bottom
            raised.append(above)
            if above:
                total += full * due.bottom - due_top * scale
        return (2 * total + bottom) // (2 * bottom)

    def _many_cents(
        self,
        values: Sequence[int],
        quantities_e4: Sequence[int],
        general: "_Linear",
        due: "_Linear",
        charges: tuple[tuple[DutyKind, int], ...],
        raised: list[list[bool]],
    ) -> list[int]:
        """`_cents` for many lines: the same sums with what multiplies value and quantity worked out first."""
        scale, bottom = self._scale, due.bottom * self._scale
        fixed = sum(rate for kind, rate in charges if kind is not DutyKind.TOTAL)
        on_value, on_quantity = due.value_top * scale + fixed * due.bottom, due.quantity_top * scale
        lines = list(zip(values, quantities_e4, strict=True))
        tops = [on_value * value + on_quantity * quantity for value, quantity in lines]
        for kind, rate in charges:
            if kind is DutyKind.TOTAL:
                full, general_value = rate * general.bottom, general.value_top * scale
                by_value, by_quantity = full - general_value, general.quantity_top * scale
                above = [by_value * value > by_quantity * quantity for value, quantity in lines]
                raised.append(above)
                more, less = rate * due.bottom - due.value_top * scale, due.quantity_top * scale
                tops = [
                    top + more * value - less * quantity if up else top
                    for top, up, (value, quantity) in zip(tops, above, lines, strict=True)
                ]
        return [(2 * top + bottom) // (2 * bottom) for top in tops]


QuickPlan = PlainPlan | SpecificPlan


def quick_plan(plan: Plan) -> QuickPlan | None:
    """The quick form of a plan; None when only the long way will do."""
    if not plan.branches:
        return None
    plain = [branch.claim.plain for branch in plan.branches]
    if all(rates is not None for rates in plain):
        return PlainPlan(
            tuple(
                plain_rate(branch.outcome, *rates)
                for branch, rates in zip(plan.branches, plain, strict=True)
                if rates is not None
            )
        )
    portions = tuple(branch.outcome.portions[0] for branch in plan.branches)
    single = all(len(branch.outcome.portions) == 1 for branch in plan.branches)
    if not single or any(portion.amount != _WHOLE or portion.column_1_free for portion in portions):
        return None
    return SpecificPlan(tuple(branch.claim for branch in plan.branches), portions)


@dataclass(frozen=True, slots=True)
class _Linear:
    """Column 1 in cents: (value_top x value + quantity_top x quantity) / bottom; open: quantity unknown."""

    value_top: int
    quantity_top: int
    bottom: int
    is_open: bool

    def cents_top(self, value_cents: int, quantity_e4: int) -> int:
        """The cents times `bottom`."""
        return self.value_top * value_cents + self.quantity_top * quantity_e4


@lru_cache(maxsize=8192)
def _linear(rate: Rate, unit: str | None) -> _Linear | None:
    if isinstance(rate, Unevaluable):
        return _of(Fraction(0), Fraction(0), is_open=True)
    one = Fraction(1)
    by_value = duty(rate, one, Fraction(0) if unit else None, unit, {})
    if isinstance(by_value, Missing):
        if most_duty(rate, one, None, None, {}) is not None:
            return None
        return _of(least_duty(rate, one), Fraction(0), is_open=True)
    by_quantity = duty(rate, Fraction(0), one, unit, {})
    if isinstance(by_quantity, Missing):
        return None
    return _of(by_value, by_quantity, is_open=False)


def _of(by_value: Fraction, by_quantity: Fraction, *, is_open: bool) -> _Linear:
    per_e4 = by_quantity * CENTS / E4
    bottom = lcm(by_value.denominator, per_e4.denominator)
    return _Linear(int(by_value * bottom), int(per_e4 * bottom), bottom, is_open)
