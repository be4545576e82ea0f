"""Arithmetic: from an outcome and a line's amounts to duty, exact until the last rounding."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from duty_desktop.estimate.outcome import VALUE, WHOLE, Charge, Expression, Outcome, Portion
from duty_desktop.tariff.measure import DutyKind
from duty_desktop.terms.money import half_up

COLUMN_1 = "column-1"
_ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Column1Duty:
    """Column 1 duty of the whole line in dollars: `general` for comparisons, `due` with a claim."""

    general: Fraction
    due: Fraction


@dataclass(frozen=True, slots=True)
class Part:
    """What one charge (or column 1) makes due on one portion, in dollars, unrounded.

    `base` is the amount it is on; `heading` the number it is reported under ("" for column 1);
    `included` is column 1 duty that a total rate contains.
    """

    charge: Charge | None
    heading: str
    base: Fraction
    duty: Fraction
    included: Fraction = _ZERO


@dataclass(frozen=True, slots=True)
class SettledPortion:
    """A portion with its value, its parts and the headings it is entered under."""

    portion: Portion
    value: Fraction
    parts: tuple[Part, ...]
    headings: tuple[tuple[str, str], ...]

    @property
    def duty(self) -> Fraction:
        """The portion's duty in dollars, unrounded."""
        return sum_exactly(part.duty for part in self.parts)


def sum_exactly(amounts: Iterable[Fraction]) -> Fraction:
    """The sum of amounts, most of which are nothing: adding fractions takes a microsecond each."""
    some = [amount for amount in amounts if amount]
    return sum(some[1:], some[0]) if some else _ZERO


def duty_of(settled: Iterable[SettledPortion]) -> Fraction:
    """The duty of all portions in dollars, unrounded."""
    return sum_exactly(part.duty for portion in settled for part in portion.parts)


def amount_of(expression: Expression, amounts: Mapping[str, Fraction]) -> Fraction:
    """A portion's value: a sum of the entered value and declared amounts, in dollars."""
    return sum((sign * amounts.get(name, Fraction(0)) for name, sign in expression), Fraction(0))


def settle(
    outcome: Outcome, amounts: Mapping[str, Fraction], column_1: Column1Duty
) -> tuple[SettledPortion, ...]:
    """Every portion with its duty; `amounts` holds the entered value and the declared amounts in dollars."""
    value = amounts[VALUE]
    settled = []
    for portion in outcome.portions:
        if value and portion.amount == WHOLE:
            settled.append(_portion(portion, value, column_1.general, column_1.due))
            continue
        on = amount_of(portion.amount, amounts)
        share = on / value if value else _ZERO
        settled.append(_portion(portion, on, column_1.general * share, column_1.due * share))
    return tuple(settled)


def _portion(portion: Portion, on: Fraction, general: Fraction, due: Fraction) -> SettledPortion:
    if portion.column_1_free:
        general = due = _ZERO
    included = _ZERO
    parts: list[Part] = []
    raised: dict[str, str] = {}
    for charge in portion.charges:
        full = charge.rate * on
        if charge.kind is DutyKind.TOTAL:
            heading = charge.rule.heading
            if general >= full:
                heading = charge.rule.duty.at_least_heading or heading
                parts.append(Part(charge, heading, on, _ZERO))
            else:
                # The first total contains column 1; a second one contains it too, and adds its excess.
                inside = due if not included else _ZERO
                included = included or due
                parts.append(
                    Part(charge, heading, on, full if inside == due else full - due + inside, inside)
                )
            raised[charge.rule.heading] = heading
        else:
            parts.append(Part(charge, charge.rule.heading, on, full))
    if not portion.column_1_free:
        parts.insert(0, Part(None, "", on, due - included if included else due, included))
    headings = tuple((raised.get(heading, heading), measure) for heading, measure in portion.headings)
    return SettledPortion(portion, on, tuple(parts), headings)


def line_cents(settled: tuple[SettledPortion, ...]) -> int:
    """The line's duty: the exact sum rounded once, half a cent up (CBP Form 7501 instructions)."""
    return half_up(duty_of(settled) * 100)


def charged_by(measure: str, portions: Iterable[SettledPortion]) -> list[Part]:
    """What the rules of a measure charge on some portions."""
    return [
        part
        for portion in portions
        for part in portion.parts
        if part.charge is not None and part.charge.rule.measure == measure
    ]


def beyond_column_1(parts: Iterable[Part]) -> Fraction:
    """What charges make due beyond the column 1 duty that they contain, in dollars, unrounded."""
    return sum((part.duty - part.included for part in parts), Fraction(0))


def spread_cents(exact: tuple[Fraction, ...], total: int) -> tuple[int, ...]:
    """Whole cents for each exact amount of dollars that add up to `total`: largest remainders first."""
    floors = [int(amount * 100 // 1) for amount in exact]
    rest = total - sum(floors)
    order = sorted(range(len(exact)), key=lambda index: (floors[index] - exact[index] * 100, index))
    for index in order[: max(rest, 0)]:
        floors[index] += 1
    return tuple(floors)


def plain_rate(outcome: Outcome, general: Fraction, due: Fraction) -> tuple[tuple[Expression, Fraction], ...]:
    """Each portion's whole rate when column 1 is a plain percentage: duty is linear in the amounts."""
    rates = []
    for portion in outcome.portions:
        one = _portion(portion, Fraction(1), general, due)
        rates.append((portion.amount, one.duty))
    return tuple(rates)
