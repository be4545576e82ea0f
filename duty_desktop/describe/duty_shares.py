"""The whole duty of a number on a day as a share of the value, through the same rating as every line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from duty_desktop.estimate.result import Category
from duty_desktop.estimate.single import Good, rate_goods
from duty_desktop.tariff.law import Law

_VALUE = Decimal(10_000)  # dollars: a cent of duty is one ten-thousandth of a percent


@dataclass(frozen=True, slots=True)
class DutyShare:
    """Class and duty in percent of the value; None: no upper bound, or not known without more facts."""

    category: Category
    low_pct: Decimal | None
    high_pct: Decimal | None


def duty_shares(law: Law, numbers: Sequence[str], on: date, origin: str | None = None) -> list[DutyShare]:
    """The shares of some numbers (digits) for goods of an origin, that of the schedule when not given."""
    share = law.once(_Shares).share
    return [share(number, on, origin or law.schedule.coverage.origins[0]) for number in numbers]


class _Shares:
    """The shares under one law, kept: a search asks for the same numbers again and again."""

    def __init__(self, law: Law) -> None:
        self._law = law
        self.share = lru_cache(maxsize=50_000)(self._rated)

    def _rated(self, number: str, on: date, origin: str) -> DutyShare:
        rated = rate_goods(self._law, [Good("", on, number, _VALUE, origin)])[0]
        return DutyShare(rated.category, _percent(rated.duty_min_cents), _percent(rated.duty_max_cents))


def _percent(cents: int | None) -> Decimal | None:
    """Cents of duty on 10,000 dollars as percent."""
    return None if cents is None else (Decimal(cents) / 10_000).normalize() + 0
