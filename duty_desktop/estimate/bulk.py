"""Duty of many lines at once where it is a share of the entered value: whole-number arithmetic in columns."""

from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm
from typing import Any

import numpy as np
import numpy.typing as npt

from duty_desktop.estimate.rated_lines import LineOutcome, RatedLines
from duty_desktop.estimate.result import Status
from duty_desktop.estimate.row_rating import PlannedRow

_SAFE = 2**62


@dataclass(slots=True)
class Groups:
    """Rows by code. Per code: the least and greatest rate (None: row by row), the plan, and the words."""

    codes: list[int] = field(default_factory=list)
    rates: list[tuple[Fraction, Fraction] | None] = field(default_factory=list)
    planned: list[PlannedRow | None] = field(default_factory=list)
    outcomes: list[LineOutcome] = field(default_factory=list)
    open_ended: list[bool] = field(default_factory=list)

    def add(
        self,
        rates: tuple[Fraction, Fraction] | None,
        planned: PlannedRow | None,
        outcome: LineOutcome,
        *,
        open_ended: bool,
    ) -> None:
        """Append a code."""
        self.rates.append(rates)
        self.planned.append(planned)
        self.outcomes.append(outcome)
        self.open_ended.append(open_ended)


def duties(rated: RatedLines, groups: Groups) -> None:
    """Fill the columns of `rated` for every row whose code has rates; the others get their turn later.

    Duty = value x rate, half a cent up, in 64-bit integers; Python's unbounded ones when they would overflow.
    """
    if not groups.codes:
        return
    known = [rates or (Fraction(0), Fraction(0)) for rates in groups.rates]
    denominator = lcm(*(rate.denominator for pair in known for rate in pair))
    low = [int(pair[0] * denominator) for pair in known]
    high = [int(pair[1] * denominator) for pair in known]
    values = [value or 0 for value in rated.value_cents]
    largest = max(*map(abs, values), 1) * max(*low, *high, 1)
    kind = np.int64 if 2 * largest + denominator < _SAFE else np.object_
    column = np.array(values, dtype=kind)
    places = np.array(groups.codes, dtype=np.intp)
    least = _share(column, np.array(low, dtype=kind)[places], denominator)
    greatest = _share(column, np.array(high, dtype=kind)[places], denominator)
    low_cents: list[int] = least.tolist()
    high_cents: list[int] = greatest.tolist()
    settled = [outcome.status is Status.RATED for outcome in groups.outcomes]
    codes = groups.codes
    rated.duty_min_cents = low_cents
    rated.duty_cents = [
        cents if settled[code] else None for cents, code in zip(low_cents, codes, strict=True)
    ]
    rated.duty_max_cents = [
        None if groups.open_ended[code] else cents for cents, code in zip(high_cents, codes, strict=True)
    ]
    rated.outcome = [groups.outcomes[code] for code in codes]


def _share(values: npt.NDArray[Any], rates: npt.NDArray[Any], denominator: int) -> npt.NDArray[Any]:
    """Values x rates / denominator, half up; values are not negative where rates are not zero."""
    doubled: npt.NDArray[Any] = (2 * values * rates + denominator) // (2 * denominator)
    return doubled
