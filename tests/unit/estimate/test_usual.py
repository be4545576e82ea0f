"""What an importer sets once stands in where the invoice says nothing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from duty_desktop.estimate.shipment import EntryKind, ExchangeRate, Shipment, Transport
from duty_desktop.estimate.usual import Usual, serving
from tests.unit.estimate.conftest import MakeWorksheet

JULY, OCTOBER = date(2026, 7, 1), date(2026, 10, 1)
OLD = ExchangeRate("JPY", Decimal("0.0066"), JULY)
NEW = ExchangeRate("JPY", Decimal("0.0064"), OCTOBER)


def test_the_rate_of_the_quarter_serves_and_another_quarter_s_does_not() -> None:
    assert serving((OLD, NEW), "JPY", date(2026, 11, 23)) == (NEW,)
    assert serving((OLD, NEW), "JPY", date(2026, 9, 30)) == (OLD,)
    assert serving((OLD, NEW), "JPY", date(2027, 1, 1)) == ()
    assert serving((OLD, NEW), "EUR", date(2026, 11, 23)) == ()


def test_of_several_in_a_quarter_the_latest_that_is_not_after_the_day_serves() -> None:
    later = replace(NEW, on=date(2026, 11, 20), usd_per_unit=Decimal("0.0061"))
    assert serving((later, NEW), "JPY", date(2026, 11, 19)) == (NEW,)
    assert serving((later, NEW), "JPY", date(2026, 11, 23)) == (later,)


def test_what_the_shipment_says_itself_stands(make: MakeWorksheet) -> None:
    documents = make(("6912003900", 100), currency="JPY", shipment=Shipment(OCTOBER)).documents
    usual = Usual(Transport.OCEAN, EntryKind.FORMAL, (NEW,))
    bare = usual.applied_to(Shipment(date(2026, 11, 23)), documents)
    assert (bare.transport, bare.entry_kind, bare.rates) == (Transport.OCEAN, EntryKind.FORMAL, (NEW,))
    own = Shipment(date(2026, 11, 23), Transport.AIR, (replace(NEW, usd_per_unit=Decimal("0.0070")),))
    assert usual.applied_to(own, documents).transport is Transport.AIR
    assert usual.applied_to(own, documents).rates == own.rates
