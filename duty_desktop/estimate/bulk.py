"""Duty of many lines at once where it is a share of the entered value, in whole numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import compress
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

    def without_rates(self) -> list[int]:
        """The rows whose code has no rates."""
        return self._rows([rates is None for rates in self.rates])

    def _rows(self, chosen: Sequence[bool]) -> list[int]:
        """The rows whose codes are chosen."""
        if not any(chosen):
            return []
        return list(compress(range(len(self.codes)), map(chosen.__getitem__, self.codes)))

    def duties(self, rated: RatedLines) -> None:
        """Fill the columns of `rated` for every row whose code has rates; the others get their turn later.

        Duty = value x rate over one denominator, half a cent up, in whole numbers. Plain lists: a numeric
        library takes longer to load than these columns take to fill.
        """
        if not self.codes:
            return
        distinct = {id(rates): rates for rates in self.rates if rates is not None}  # plans share theirs
        half = lcm(*(rate.denominator for rates in distinct.values() for rate in rates))
        tops = {key: (int(2 * a * half), int(2 * b * half)) for key, (a, b) in distinct.items()}
        low, high = zip(*(tops.get(id(rates), (0, 0)) for rates in self.rates), strict=True)
        codes, whole = self.codes, 2 * half
        values = rated.value_cents if all(rated.value_cents) else [value or 0 for value in rated.value_cents]
        least = [(value * low[code] + half) // whole for value, code in zip(values, codes, strict=True)]
        rated.duty_min_cents = least
        rated.duty_cents = duty = list[int | None](least)
        rated.duty_max_cents = most = list[int | None](least)
        settled = [outcome.status is Status.RATED for outcome in self.outcomes]
        places = zip(settled, low, high, self.open_ended, self.rates, strict=True)
        apart = [
            rates is not None and (is_open or not done or a != b) for done, a, b, is_open, rates in places
        ]
        for row in self._rows(apart):
            code = codes[row]
            if not settled[code]:
                duty[row] = None
            most[row] = None if self.open_ended[code] else (values[row] * high[code] + half) // whole
        rated.outcome = list(map(self.outcomes.__getitem__, codes))
