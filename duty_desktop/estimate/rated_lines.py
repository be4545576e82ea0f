"""Rated goods as columns, with the plans they share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from itertools import compress, repeat
from operator import is_

from duty_desktop.estimate.result import Amounts, Assumption, Category, RatedLine, Reason, Status
from duty_desktop.terms.money import half_up

_SIX_DECIMALS = 1_000_000


@dataclass(frozen=True, slots=True)
class LineOutcome:
    """What lines of the same plan have in common, in words; shared between their rows.

    `rate` is the percentage of the value that the whole duty of a rated line is, as a fraction of one; None
    where the duty follows a quantity or a declared part of the value as well.
    """

    status: Status
    category: Category
    headings: tuple[str, ...]
    needs: tuple[str, ...]
    reasons: tuple[Reason, ...]
    assumptions: tuple[Assumption, ...]
    measures: tuple[str, ...]
    rate: Decimal | None = None


@dataclass(slots=True)
class RatedLines:
    """The outcome of rating, a row a good. Amounts in cents; None: not known (maximum: no upper bound)."""

    value_cents: list[int | None] = field(default_factory=list)
    duty_cents: list[int | None] = field(default_factory=list)
    duty_min_cents: list[int] = field(default_factory=list)
    duty_max_cents: list[int | None] = field(default_factory=list)
    outcome: list[LineOutcome] = field(default_factory=list)

    @classmethod
    def empty(cls, value_cents: Sequence[int | None], outcome: LineOutcome) -> "RatedLines":
        """Rows with their values and no duty yet, all with the same outcome."""
        size = len(value_cents)
        return cls(list(value_cents), [None] * size, [0] * size, [None] * size, [outcome] * size)

    def __len__(self) -> int:
        return len(self.outcome)

    @property
    def status(self) -> list[Status]:
        """The status column."""
        return [outcome.status for outcome in self.outcome]

    @property
    def category(self) -> list[Category]:
        """The class column, as the law makes it."""
        return [outcome.category for outcome in self.outcome]

    def in_review(self) -> list[int]:
        """The rows that are not settled: those without a duty."""
        return list(compress(range(len(self)), map(is_, self.duty_cents, repeat(None))))

    def line(self, index: int) -> RatedLine:
        """One row as a plain value."""
        outcome, value, duty = self.outcome[index], self.value_cents[index], self.duty_cents[index]
        return RatedLine(
            status=outcome.status,
            category=outcome.category,
            law_category=outcome.category,
            entered_value_cents=value,
            duty_cents=duty,
            duty_min_cents=self.duty_min_cents[index],
            duty_max_cents=self.duty_max_cents[index],
            rate=duty_rate(outcome, duty, value),
            headings=outcome.headings,
            needs=outcome.needs,
            reasons=outcome.reasons,
            assumptions=outcome.assumptions,
            measures=outcome.measures,
        )

    def amounts(self, lines: Sequence[int] | None = None) -> Amounts:
        """Sums over all rows, or over some; an unknown value counts as none, and its row is in review."""
        rows: Iterable[int] = range(len(self)) if lines is None else lines
        chosen = list(rows)
        tops = [self.duty_max_cents[row] for row in chosen]
        known = [top for top in tops if top is not None]
        return Amounts(
            lines=len(chosen),
            entered_value_cents=sum(self.value_cents[row] or 0 for row in chosen),
            duty_min_cents=sum(self.duty_min_cents[row] for row in chosen),
            duty_max_cents=sum(known) if len(known) == len(tops) else None,
            review_lines=sum(self.outcome[row].status is Status.REVIEW for row in chosen),
            unvalued_lines=sum(self.value_cents[row] is None for row in chosen),
        )


def duty_rate(outcome: LineOutcome, duty_cents: int | None, value_cents: int | None) -> Decimal | None:
    """Duty over value as a fraction of one, half up past six decimals; None when either is unknown.

    Where the whole duty is one percentage of the value it is that percentage: duty before it is rounded to
    cents, so that 12.5% of a dollar is not shown as 13%.
    """
    if duty_cents is None or not value_cents:
        return None
    if outcome.rate is not None:
        return outcome.rate
    return Decimal(half_up(Fraction(duty_cents * _SIX_DECIMALS, value_cents))) / _SIX_DECIMALS
