"""The column 1 rate of a line: general for comparisons, and what is due under a claimed program."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from duty_desktop.estimate.result import Reason
from duty_desktop.estimate.settle import Column1Duty
from duty_desktop.tariff.column_1 import (
    Column1Rate,
    Missing,
    Unevaluable,
    duty,
    least_duty,
    most_duty,
    parse_column_1,
    special_rate,
)
from duty_desktop.terms.text import Text

Rate = Column1Rate | Unevaluable
REFERRED_RATE = "referred_rate_pct"


@dataclass(frozen=True, slots=True)
class Column1Claim:
    """Column 1 of a number: the general rate and the rate due (the same without a claim)."""

    general: Rate
    due: Rate
    general_text: str
    due_text: str

    @property
    def plain(self) -> tuple[Fraction, Fraction] | None:
        """General and due rate when both are plain percentages of the value, else None."""
        if isinstance(self.general, Unevaluable) or isinstance(self.due, Unevaluable):
            return None
        general, due = self.general.plain, self.due.plain
        return None if general is None or due is None else (general, due)


@cache
def column_1_claim(general: str, special: str, program: str) -> tuple[Column1Claim, tuple[Reason, ...]]:
    """The rates of a number under a claimed program ("" for none), and what is doubtful about the claim."""
    rate = parse_column_1(general)
    if not program:
        return Column1Claim(rate, rate, general, general), ()
    claimed = special_rate(special, program)
    if claimed is None:
        return Column1Claim(rate, rate, general, general), (_no_rate(program),)
    return Column1Claim(rate, parse_column_1(claimed), general, claimed), ()


@dataclass(frozen=True, slots=True)
class Column1Bounds:
    """Column 1 duty of a line in dollars: the least, the most (None: open) and what is missing to know it.

    `what` says it in words, `parts` by the names under which it is declared.
    """

    least: Column1Duty
    most: Column1Duty | None
    what: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Bounds:
    least: Fraction
    most: Fraction | None
    what: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


def line_duty(
    claim: Column1Claim,
    value: Fraction,
    quantity: Fraction | None,
    unit: str | None,
    parts: Mapping[str, Fraction],
) -> Column1Bounds:
    """Column 1 duty of a line, exact when everything it needs is declared, else its bounds."""
    general = _bounds(claim.general, value, quantity, unit, parts)
    due = general if claim.due is claim.general else _bounds(claim.due, value, quantity, unit, parts)
    known = general.most is not None and due.most is not None
    return Column1Bounds(
        Column1Duty(general.least, due.least),
        Column1Duty(general.most or Fraction(0), due.most or Fraction(0)) if known else None,
        tuple(dict.fromkeys((*general.what, *due.what))),
        tuple(dict.fromkeys((*general.parts, *due.parts))),
    )


def _bounds(
    rate: Rate, value: Fraction, quantity: Fraction | None, unit: str | None, parts: Mapping[str, Fraction]
) -> _Bounds:
    if isinstance(rate, Unevaluable):
        referred = parts.get(REFERRED_RATE)
        if referred is None:
            return _Bounds(Fraction(0), None, (rate.needs,), (REFERRED_RATE,))
        return _Bounds(value * referred / 100, value * referred / 100)
    amount = duty(rate, value, quantity, unit, parts)
    if isinstance(amount, Missing):
        least = least_duty(rate, value, quantity, unit, parts)
        most = most_duty(rate, value, quantity, unit, parts)
        return _Bounds(least, most, amount.what, amount.parts)
    return _Bounds(amount, amount)


def _no_rate(program: str) -> Reason:
    return Reason(
        "claim-without-rate",
        Text(
            f"Program {program} is claimed, but this number has no {program} rate: column 1 general is used.",
            f"プログラム{program}が申告されていますが、この番号に{program}税率はありません。一般税率を使います。",
        ),
        blocks=False,
    )
