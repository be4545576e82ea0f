"""Rounding an invoice's values to even dollars without shifting its total (19 CFR 159.3(a))."""

from collections.abc import Sequence
from fractions import Fraction

from duty_desktop.terms.money import CENTS, even_dollars

_HALF = CENTS // 2


def in_even_dollars(values_cents: Sequence[int], rates: Sequence[Fraction]) -> list[int]:
    """Each value of one invoice in even dollars; together they are the rounded total.

    Below 50 cents is dropped, 50 cents and more is a dollar. Where that would shift the total, the
    lower fractions are dropped after all, or the larger ones taken up; of two equal fractions the one
    with the lower rate of duty goes first. `rates` are the duty rates of the values, for that choice.
    """
    rounded = [even_dollars(cents) for cents in values_cents]
    excess = sum(rounded) - even_dollars(sum(values_cents))
    if excess == 0:
        return rounded
    fractions = [cents % CENTS for cents in values_cents]
    if excess > 0:
        order = sorted(range(len(rounded)), key=lambda place: (fractions[place], rates[place]))
        candidates = [place for place in order if fractions[place] >= _HALF]
    else:
        order = sorted(range(len(rounded)), key=lambda place: (-fractions[place], rates[place]))
        candidates = [place for place in order if 0 < fractions[place] < _HALF]
    step = -1 if excess > 0 else 1
    for place in candidates[: abs(excess)]:
        rounded[place] += step
    return rounded
