"""Exact money and the rounding rules of customs law, each by its name.

Amounts of an invoice are integers of one ten-thousandth of the currency unit (`*_e4`): unit
prices of less than a cent are common. Entered value and duty are integers of a US cent.
"""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

E4 = 10_000
CENTS = 100


def half_up(value: Fraction) -> int:
    """Round to a whole number, one half and more away from zero (19 CFR 159.3)."""
    numerator, denominator = value.numerator, value.denominator
    if numerator < 0:
        return -((-2 * numerator + denominator) // (2 * denominator))
    return (2 * numerator + denominator) // (2 * denominator)


def cents_half_up(dollars: Fraction) -> int:
    """Duty in cents, half a cent up (CBP Form 7501 instructions)."""
    return half_up(dollars * CENTS)


def even_dollars(cents: int) -> int:
    """Whole dollars for an ad valorem rate: below 50 cents dropped, else one dollar (19 CFR 159.3)."""
    return half_up(Fraction(cents, CENTS))


def e4(value: Decimal) -> int:
    """An invoice amount as ten-thousandths of its currency unit, half up past the fourth decimal."""
    return int((value * E4).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def from_e4(amount_e4: int) -> Decimal:
    """An amount of ten-thousandths as a plain decimal without needless zeros."""
    value = Decimal(amount_e4) / E4
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def dollars(cents: int) -> Decimal:
    """Cents as dollars with two decimals."""
    return (Decimal(cents) / CENTS).quantize(Decimal("0.01"))
