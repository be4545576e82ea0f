"""What stands in where an invoice says nothing, as the settings keep it."""

from duty_desktop.estimate.currency import RateError, parse_rate
from duty_desktop.estimate.shipment import EntryKind, ExchangeRate, Transport
from duty_desktop.estimate.usual import Usual
from duty_desktop.gui.settings import ENTRY_KIND, EXCHANGE_RATES, TRANSPORT
from duty_desktop.gui.texts import tr


def usual() -> Usual:
    """The importer's usual transport, kind of entry and exchange rates."""
    transport, kind = TRANSPORT.get(), ENTRY_KIND.get()
    return Usual(
        Transport(transport) if transport in set(Transport) else None,
        EntryKind(kind) if kind in set(EntryKind) else None,
        kept_rates(),
    )


def kept_rates() -> tuple[ExchangeRate, ...]:
    """The exchange rates; one that cannot be understood any more is passed over."""
    rates = []
    for text in EXCHANGE_RATES.get():
        try:
            rate = parse_rate(text, ())  # kept in dollars for one unit
        except RateError:
            continue
        rates.append(ExchangeRate(rate.currency, rate.usd_per_unit, rate.on, tr("from the settings")))
    return tuple(rates)


def keep_rates(rates: tuple[ExchangeRate, ...]) -> None:
    """Remember exchange rates in the form "JPY=0.0064@2026-10-01"."""
    EXCHANGE_RATES.set(
        [f"{one.currency}={one.usd_per_unit:f}{f'@{one.on}' if one.on else ''}" for one in rates]
    )
