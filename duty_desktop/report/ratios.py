"""Columns that follow from two others: shares of an amount, amounts for one unit."""

from collections.abc import Sequence

from duty_desktop.terms.money import CENTS, E4

MILLION = 1_000_000
_E4_OF_CENTS = E4 // CENTS


def in_millionths(parts: Sequence[int | None], wholes: Sequence[int | None]) -> list[int | None]:
    """Each part over its whole in millionths, half up; None where either is not known or nothing."""
    return [
        None if part is None or not whole else (2 * part * MILLION + whole) // (2 * whole)
        for part, whole in zip(parts, wholes, strict=True)
    ]


def per_unit(cents: Sequence[int | None], quantities_e4: Sequence[int | None]) -> list[int | None]:
    """Each amount for one unit in ten-thousandths of a dollar, half up."""
    return [
        None
        if amount is None or not quantity or quantity < 0
        else (2 * amount * _E4_OF_CENTS * E4 + quantity) // (2 * quantity)
        for amount, quantity in zip(cents, quantities_e4, strict=True)
    ]
