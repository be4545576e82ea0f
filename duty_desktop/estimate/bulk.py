"""Duty of many lines at once where it is a share of the entered value, in whole numbers."""

from dataclasses import dataclass, field
from fractions import Fraction
from math import lcm

from duty_desktop.estimate.rated_lines import LineOutcome, RatedLines
from duty_desktop.estimate.result import Status
from duty_desktop.estimate.row_rating import PlannedRow


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

    Duty = value x rate over one denominator, half a cent up, in whole numbers. Plain lists: a numeric
    library takes longer to load than these columns take to fill.
    """
    if not groups.codes:
        return
    known = [rates or (Fraction(0), Fraction(0)) for rates in groups.rates]
    half = lcm(*(rate.denominator for pair in known for rate in pair))
    low = [int(2 * pair[0] * half) for pair in known]
    high = [int(2 * pair[1] * half) for pair in known]
    whole = 2 * half
    values = [value or 0 for value in rated.value_cents]
    codes = groups.codes
    least = [(value * low[code] + half) // whole for value, code in zip(values, codes, strict=True)]
    settled = [outcome.status is Status.RATED for outcome in groups.outcomes]
    same = [a == b for a, b in zip(low, high, strict=True)]
    rated.duty_min_cents = least
    rated.duty_cents = [cents if settled[code] else None for cents, code in zip(least, codes, strict=True)]
    rated.duty_max_cents = [
        None if groups.open_ended[code] else cents if same[code] else (value * high[code] + half) // whole
        for cents, value, code in zip(least, values, codes, strict=True)
    ]
    rated.outcome = [groups.outcomes[code] for code in codes]
