"""The facts of a shipment that all its lines share."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Transport(StrEnum):
    """Mode of arrival in the United States; the harbor maintenance fee is due on ocean cargo only."""

    OCEAN = "ocean"
    AIR = "air"
    TRUCK = "truck"
    RAIL = "rail"


class EntryKind(StrEnum):
    """Formal (class 499) or informal (class 311) entry, for the merchandise processing fee."""

    FORMAL = "formal"
    INFORMAL = "informal"


_QUOTED_DIGITS = 6
_LEAST_RATE, _MOST_RATE = Decimal("1e-9"), Decimal(10_000)
_MOST_DIGITS = 40


def is_rate(usd_per_unit: Decimal) -> bool:
    """Whether a number can be the dollars for one unit of a currency: so large, so small, so long is none."""
    if not usd_per_unit.is_finite() or not _LEAST_RATE <= usd_per_unit <= _MOST_RATE:
        return False
    return len(usd_per_unit.as_tuple().digits) <= _MOST_DIGITS


@dataclass(frozen=True, slots=True)
class ExchangeRate:
    """US dollars for one unit of `currency`, its date and where it comes from (19 CFR 159.31-36).

    Raises ValueError for a number that can be no rate (`is_rate`).
    """

    currency: str
    usd_per_unit: Decimal
    on: date | None = None
    source: str = ""

    def __post_init__(self) -> None:
        if not is_rate(self.usd_per_unit):
            raise ValueError("not an exchange rate")

    @property
    def units_per_usd(self) -> Decimal:
        """Units of the currency for one dollar, to six digits, as people quote it."""
        units = 1 / self.usd_per_unit
        rounded = units.quantize(Decimal(1).scaleb(min(units.adjusted() - _QUOTED_DIGITS + 1, 0)))
        return Decimal(f"{rounded.normalize():f}")


@dataclass(frozen=True, slots=True)
class Shipment:
    """Facts of the shipment; None means not declared.

    `origin` serves lines that name no country of their own. `entry_kind` None: by the value
    of the entry (formal over the limit of 19 CFR 143.21).
    """

    entry_date: date
    transport: Transport | None = None
    rates: tuple[ExchangeRate, ...] = ()
    loaded_on: date | None = None
    origin: str | None = None
    entry_kind: EntryKind | None = None

    def rate_for(self, currency: str) -> ExchangeRate | None:
        """The exchange rate of `currency`, or None when none was given; dollars need none."""
        if currency == "USD":
            return ExchangeRate("USD", Decimal(1))
        return next((rate for rate in self.rates if rate.currency == currency), None)

    def with_rate(self, rate: ExchangeRate) -> "Shipment":
        """The shipment with this exchange rate in the place of any other of its currency."""
        others = tuple(other for other in self.rates if other.currency != rate.currency)
        return replace(self, rates=(*others, rate))
