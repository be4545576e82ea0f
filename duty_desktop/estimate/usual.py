"""What an importer sets once for all shipments: transport, kind of entry, certified exchange rates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from duty_desktop.estimate.defaults import currencies_of
from duty_desktop.estimate.shipment import EntryKind, ExchangeRate, Shipment, Transport
from duty_desktop.lines.reading import Document

_DOLLAR = "USD"
_MONTHS_OF_A_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Usual:
    """Stands in where the invoice says nothing. The day of each rate is one of the quarter it serves."""

    transport: Transport | None = None
    entry_kind: EntryKind | None = None
    rates: tuple[ExchangeRate, ...] = ()

    def applied_to(self, shipment: Shipment, documents: Iterable[Document]) -> Shipment:
        """The shipment with what it does not say itself."""
        rates = [
            rate
            for currency in currencies_of(documents)
            if currency != _DOLLAR and shipment.rate_for(currency) is None
            for rate in serving(self.rates, currency, shipment.loaded_on or shipment.entry_date)
        ]
        return replace(
            shipment,
            transport=shipment.transport or self.transport,
            entry_kind=shipment.entry_kind or self.entry_kind,
            rates=(*shipment.rates, *rates),
        )


def serving(rates: Sequence[ExchangeRate], currency: str, on: date) -> tuple[ExchangeRate, ...]:
    """The rate that serves a currency on a day, as one or none: the latest of the day's quarter.

    A rate certified for a quarter's first business day serves that quarter (19 CFR 159.34(a)(1)), so one
    of another quarter serves nobody; the question stays. An undated rate serves every day.
    """
    own = [rate for rate in rates if rate.currency == currency]
    dated = [rate for rate in own if rate.on is not None and _quarter(rate.on) == _quarter(on)]
    dated = [rate for rate in dated if rate.on is not None and rate.on <= on] or dated
    undated = [rate for rate in own if rate.on is None]
    best = max(dated, key=lambda rate: rate.on or date.min, default=undated[-1] if undated else None)
    return (best,) if best is not None else ()


def _quarter(day: date) -> tuple[int, int]:
    return day.year, (day.month - 1) // _MONTHS_OF_A_QUARTER
