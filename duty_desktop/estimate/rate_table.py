"""A table of certified exchange rates, imported by the user, and the 5% rule (19 CFR 159.34, 159.35)."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from pathlib import Path

from duty_desktop.estimate.currency import RateError
from duty_desktop.estimate.shipment import ExchangeRate, is_rate
from duty_desktop.terms.findings import Finding, Place, Severity

DAILY_RATE_DIFFERS_BY = Decimal("0.05")
COLUMNS = ("currency", "date", "usd_per_unit", "kind")
_MONTHS_OF_A_QUARTER = 3


class RateKind(StrEnum):
    """Certified for a calendar quarter, or for one day."""

    QUARTERLY = "quarterly"
    DAILY = "daily"


@dataclass(frozen=True, slots=True)
class CertifiedRate:
    """One row of the table; a quarterly rate holds for the quarter that its date lies in."""

    currency: str
    on: date
    usd_per_unit: Decimal
    kind: RateKind


@dataclass(frozen=True, slots=True)
class RateTable:
    """Certified rates from one file."""

    name: str
    rates: tuple[CertifiedRate, ...]

    def rate_on(self, currency: str, exported: date) -> ExchangeRate | None:
        """The rate of the date of exportation, or None when the table has none.

        The quarterly rate, unless the daily rate differs from it by 5% or more. Without a quarterly
        rate there is nothing to compare with, and the day's own rate serves.
        """
        quarterly = self._of(currency, RateKind.QUARTERLY, exported)
        daily = self._of(currency, RateKind.DAILY, exported)
        if quarterly is None:
            return None if daily is None else self._as_rate(daily)
        if daily is not None and _far(daily.usd_per_unit, quarterly.usd_per_unit):
            return self._as_rate(daily)
        return self._as_rate(quarterly)

    def _of(self, currency: str, kind: RateKind, day: date) -> CertifiedRate | None:
        span = _quarter if kind is RateKind.QUARTERLY else date.toordinal
        fitting = [
            rate
            for rate in self.rates
            if rate.currency == currency and rate.kind is kind and span(rate.on) == span(day)
        ]
        return fitting[0] if fitting else None

    def _as_rate(self, rate: CertifiedRate) -> ExchangeRate:
        return ExchangeRate(rate.currency, rate.usd_per_unit, rate.on, f"{rate.kind} rate, {self.name}")


def _quarter(day: date) -> int:
    return day.year * 4 + (day.month - 1) // _MONTHS_OF_A_QUARTER


def _far(daily: Decimal, quarterly: Decimal) -> bool:
    return abs(daily - quarterly) >= DAILY_RATE_DIFFERS_BY * quarterly


def read_rate_table(path: Path) -> RateTable:
    """Read a CSV of `currency,date,usd_per_unit,kind`; raises RateError naming file and row."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RateError(_wrong(path, None, f"cannot be read: {error}")) from error
    reader = csv.DictReader(text.splitlines())
    if not set(COLUMNS) <= set(reader.fieldnames or ()):
        raise RateError(_wrong(path, 1, f"needs the columns {', '.join(COLUMNS)}"))
    return RateTable(path.name, tuple(_rows(path, reader)))


def _rows(path: Path, reader: "csv.DictReader[str]") -> Iterable[CertifiedRate]:
    for row in reader:
        try:
            rate = Decimal(row["usd_per_unit"].strip())
            if not is_rate(rate):
                raise ValueError("no unit of a currency is worth as much, or as little")
            yield CertifiedRate(
                row["currency"].strip().upper(),
                date.fromisoformat(row["date"].strip()),
                rate,
                RateKind(row["kind"].strip().lower()),
            )
        except (ValueError, AttributeError, InvalidOperation) as error:
            raise RateError(_wrong(path, reader.line_num, f"is not a rate: {error}")) from error


def _wrong(path: Path, row: int | None, problem: str) -> Finding:
    return Finding(
        "rate-table-wrong",
        f"The table of exchange rates {path.name} {problem}.",
        f"Give a CSV with the columns {', '.join(COLUMNS)}.",
        Severity.ERROR,
        Place(row=row),
        (("file", path.name),),
    )
