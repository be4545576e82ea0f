"""Duty of many lines at once where it is a share of the entered value: whole-number arithmetic in columns."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm

import numpy as np
import numpy.typing as npt

from duty_desktop.estimate.rated_lines import LineOutcome, RatedLines
from duty_desktop.estimate.result import Status

_SAFE = 2**62


@dataclass(slots=True)
class Linear:
    """Per code: the least and greatest rate (None: rate row by row), whether open-ended, and the words."""

    rates: list[tuple[Fraction, Fraction] | None] = field(default_factory=list)
    open_ended: list[bool] = field(default_factory=list)
    outcomes: list[LineOutcome] = field(default_factory=list)

    def add(self, rates: tuple[Fraction, Fraction] | None, open_ended: bool, outcome: LineOutcome) -> None:
        """Append a code."""
        self.rates.append(rates)
        self.open_ended.append(open_ended)
        self.outcomes.append(outcome)


def duties(rated: RatedLines, codes: Sequence[int], groups: Linear) -> None:
    """Fill the duty columns of `rated` for every row whose code has rates; the others stay empty.

    Duty = value x rate, half a cent up, in 64-bit integers; Python's unbounded ones when they would overflow.
    """
    if not codes:
        return
    known = [rates or (Fraction(0), Fraction(0)) for rates in groups.rates]
    denominator = lcm(*(rate.denominator for pair in known for rate in pair))
    low = [int(pair[0] * denominator) for pair in known]
    high = [int(pair[1] * denominator) for pair in known]
    values = [value or 0 for value in rated.value_cents]
    largest = max(max(values), -min(values), 1) * max(*low, *high, 1)
    kind = np.int64 if 2 * largest + denominator < _SAFE else np.object_
    column = np.array(values, dtype=kind)
    places = np.array(codes, dtype=np.intp)
    least = _share(column, np.array(low, dtype=kind)[places], denominator)
    greatest = _share(column, np.array(high, dtype=kind)[places], denominator)
    rated.duty_min_cents = least.tolist()
    settled = np.array([outcome.status is Status.RATED for outcome in groups.outcomes])[places]
    bounded = ~np.array(groups.open_ended)[places]
    rated.duty_cents = np.where(settled, least, None).tolist()
    rated.duty_max_cents = np.where(bounded, greatest, None).tolist()


def _share(
    values: npt.NDArray[np.generic], rates: npt.NDArray[np.generic], denominator: int
) -> npt.NDArray[np.generic]:
    """values x rates / denominator, half up; values are not negative where rates are not zero."""
    doubled: npt.NDArray[np.generic] = (2 * values * rates + denominator) // (2 * denominator)
    return doubled
