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
    parse_column_1,
    special_rate,
)

from duty_desktop.terms.text import Text

Rate = Column1Rate | Unevaluable


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


def line_duty(
    claim: Column1Claim,
    value: Fraction,
    quantity: Fraction | None,
    unit: str | None,
    parts: Mapping[str, Fraction],
) -> tuple[Column1Duty, tuple[str, ...]]:
    """Column 1 duty of a line in dollars, and what is missing; then the duty is the least possible."""
    general, missing = _amount(claim.general, value, quantity, unit, parts)
    if claim.due is claim.general:
        return Column1Duty(general, general), missing
    due, missing_due = _amount(claim.due, value, quantity, unit, parts)
    return Column1Duty(general, due), tuple(dict.fromkeys((*missing, *missing_due)))


def _amount(
    rate: Rate, value: Fraction, quantity: Fraction | None, unit: str | None, parts: Mapping[str, Fraction]
) -> tuple[Fraction, tuple[str, ...]]:
    if isinstance(rate, Unevaluable):
        return Fraction(0), (rate.needs,)
    amount = duty(rate, value, quantity, unit, parts)
    if isinstance(amount, Missing):
        return least_duty(rate, value), amount.what
    return amount, ()


def _no_rate(program: str) -> Reason:
    return Reason(
        "claim-without-rate",
        Text(
            f"Program {program} is claimed, but this number has no {program} rate: column 1 general is used.",
            f"プログラム{program}が申告されていますが、この番号に{program}税率はありません。一般税率を使います。",
        ),
        blocks=False,
    )
