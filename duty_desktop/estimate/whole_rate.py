"""The one percentage of the entered value that a line's whole duty is, where it is one."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from duty_desktop.estimate.outcome import WHOLE
from duty_desktop.estimate.settle import SettledPortion
from duty_desktop.tariff.measure import DutyKind

_SIX_DECIMALS = 1_000_000


def rate_of_whole(
    plain: tuple[Fraction, Fraction] | None, settled: Sequence[SettledPortion]
) -> Fraction | None:
    """The rate as a fraction of one; None where the duty also follows a quantity or a declared part.

    `plain` is column 1, general and due, where it is a percentage. A total rate above a specific column 1
    contains it, so that the duty is a percentage all the same.
    """
    if len(settled) != 1 or settled[0].portion.amount != WHOLE or not settled[0].value:
        return None
    if plain is not None:
        return settled[0].duty / settled[0].value
    charged = [part for part in settled[0].parts if part.charge is not None]
    totals = [part for part in charged if part.charge and part.charge.kind is DutyKind.TOTAL]
    contained = len(totals) == 1 and totals[0].duty > 0
    if not (contained or (settled[0].portion.column_1_free and not totals)):
        return None
    return sum((part.charge.rate for part in charged if part.charge), Fraction(0))


def shared_rate(rates: Sequence[Fraction | None]) -> Decimal | None:
    """The rate that all branches have, as a fraction of one; None when it needs more than six decimals."""
    if not rates or any(rate != rates[0] for rate in rates[1:]):
        return None
    only = rates[0]
    if only is None or _SIX_DECIMALS % only.denominator:
        return None
    return Decimal(only.numerator * (_SIX_DECIMALS // only.denominator)) / _SIX_DECIMALS
