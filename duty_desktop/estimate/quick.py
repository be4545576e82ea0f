"""A plan's arithmetic in whole numbers: the same duty as `settle`, without building its explanation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import repeat
from math import lcm

from duty_desktop.estimate.column_1_claim import REFERRED_RATE, Column1Claim, Rate
from duty_desktop.estimate.outcome import VALUE, WHOLE, Portion
from duty_desktop.estimate.planning import Plan
from duty_desktop.estimate.settle import plain_rate
from duty_desktop.tariff.column_1 import Missing, Unevaluable, duty, least_duty, most_duty
from duty_desktop.tariff.measure import DutyKind
from duty_desktop.tariff.units import unit_name
from duty_desktop.terms.money import CENTS, E4, half_up


@dataclass(frozen=True, slots=True)
class QuickDuty:
    """Least and greatest duty in cents (None: open), and what tells apart lines with different words."""

    least: int
    most: int | None
    words: tuple[object, ...]


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
        self._by_unit: dict[str | None, tuple[_Pair, ...]] = {}
        rates = [charge.rate for portion in portions for charge in portion.charges]
        self._scale = lcm(1, *(rate.denominator for rate in rates))
        self._charges = tuple(
            tuple((charge.kind, int(charge.rate * self._scale)) for charge in portion.charges)
            for portion in portions
        )

    def settle(
        self, value_cents: int, quantity_e4: int | None, unit: str, numbers: Mapping[str, Fraction]
    ) -> QuickDuty | None:
        """The duty of a line; None when parts of it are declared."""
        if numbers:
            return None
        known = None if quantity_e4 is None else unit
        least, most, words = self.settle_many([value_cents], [quantity_e4 or 0], known)
        return QuickDuty(least[0], None if most is None else most[0], words[0])

    def settle_many(
        self, values: Sequence[int], quantities_e4: Sequence[int], unit: str | None
    ) -> tuple[list[int], list[int] | None, list[tuple[object, ...]]]:
        """Least and greatest duty (None: open) in cents, and what tells words apart, line by line.

        The lines have their quantities in one unit (None: without), and declare no parts.
        """
        pairs = self._pairs(unit)
        lines = list(zip(values, quantities_e4, strict=True))
        raised: list[list[bool]] = []
        low = [
            self._cents(lines, general.least, due.least, charges, raised)
            for (general, due), charges in zip(pairs, self._charges, strict=True)
        ]
        missing = tuple(general.missing + due.missing for general, due in pairs)
        words: list[tuple[object, ...]] = list(zip(repeat(missing, len(lines)), *raised, strict=True))
        least = low[0] if len(low) == 1 else list(map(min, *low))
        if not any(missing):
            return least, low[0] if len(low) == 1 else list(map(max, *low)), words
        high = []
        for (general, due), charges in zip(pairs, self._charges, strict=True):
            if general.most is None or due.most is None:
                return least, None, words
            high.append(self._cents(lines, general.most, due.most, charges, []))
        return least, high[0] if len(high) == 1 else list(map(max, *high)), words

    def _pairs(self, unit: str | None) -> "tuple[_Pair, ...]":
        """Column 1 general and due of each branch for quantities in a unit, however it is spelled."""
        unit = None if unit is None else unit_name(unit)
        found = self._by_unit.get(unit)
        if found is None:
            found = tuple((_bounds(claim.general, unit), _bounds(claim.due, unit)) for claim in self._claims)
            self._by_unit[unit] = found
        return found

    def _cents(
        self,
        lines: Sequence[tuple[int, int]],
        general: "_Linear",
        due: "_Linear",
        charges: tuple[tuple[DutyKind, int], ...],
        raised: list[list[bool]],
    ) -> list[int]:
        """Everything over one denominator, rounded once, half a cent up; `raised`: where totals are above."""
        scale, bottom = self._scale, due.bottom * self._scale
        fixed = sum(rate for kind, rate in charges if kind is not DutyKind.TOTAL)
        on_value, on_quantity = due.value_top * scale + fixed * due.bottom, due.quantity_top * scale
        tops = [on_value * value + on_quantity * quantity for value, quantity in lines]
        for kind, rate in charges:
            if kind is DutyKind.TOTAL:
                by_value = rate * general.bottom - general.value_top * scale
                by_quantity = general.quantity_top * scale
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
    if not single or any(portion.amount != WHOLE or portion.column_1_free for portion in portions):
        return None
    return SpecificPlan(tuple(branch.claim for branch in plan.branches), portions)


@dataclass(frozen=True, slots=True)
class _Linear:
    """Cents: (value_top x value in cents + quantity_top x quantity in ten-thousandths) / bottom."""

    value_top: int
    quantity_top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class _Bounds:
    """The least and the greatest (None: open) of column 1, and the declarations that it misses."""

    least: _Linear
    most: _Linear | None
    missing: tuple[str, ...]


_Pair = tuple[_Bounds, _Bounds]
_ZERO, _ONE = Fraction(0), Fraction(1)


@lru_cache(maxsize=8192)
def _bounds(rate: Rate, unit: str | None) -> _Bounds:
    """Column 1 of lines with a quantity in `unit` (None: without); every bound of it is linear in both."""
    if isinstance(rate, Unevaluable):
        return _Bounds(_linear(_ZERO, _ZERO), None, (REFERRED_RATE,))
    none, one = (None, None) if unit is None else (_ZERO, _ONE)
    exact = duty(rate, _ONE, none, unit)
    if not isinstance(exact, Missing):
        by_one = duty(rate, _ZERO, one, unit)
        known = _linear(exact, _ZERO if isinstance(by_one, Missing) else by_one)
        return _Bounds(known, known, ())
    least = _linear(least_duty(rate, _ONE, none, unit), least_duty(rate, _ZERO, one, unit))
    by_value, by_quantity = most_duty(rate, _ONE, none, unit), most_duty(rate, _ZERO, one, unit)
    most = None if by_value is None or by_quantity is None else _linear(by_value, by_quantity)
    return _Bounds(least, most, exact.parts)


def _linear(by_value: Fraction, by_quantity: Fraction) -> _Linear:
    per_e4 = by_quantity * CENTS / E4
    bottom = lcm(by_value.denominator, per_e4.denominator)
    return _Linear(int(by_value * bottom), int(per_e4 * bottom), bottom)
