"""The law, loaded once; shipments made of a few lines."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

import pytest

from duty_desktop.estimate.shipment import ExchangeRate, Shipment
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.lines.reading import Charge, Document, Reading
from duty_desktop.lines.table import LineTable
from duty_desktop.tariff.law import Law

ENTRY = date(2026, 8, 3)
YEN = ExchangeRate("JPY", Decimal("0.006425"))

MakeWorksheet = Callable[..., Worksheet]


def lines(*goods: tuple[str | None, int | None], facts: Mapping[str, str] | None = None) -> LineTable:
    """Lines of (HTS number, amount in whole units of the invoice's currency), goods of Japan."""
    size = len(goods)
    return LineTable(
        sheet=["Invoice"] * size,
        row=list(range(10, 10 + size)),
        item=[f"P-{place}" for place in range(size)],
        description=["Goods"] * size,
        hts=[number for number, _ in goods],
        hts_text=[number or "" for number, _ in goods],
        quantity_e4=[10_000] * size,
        unit=["PCS"] * size,
        unit_price_e4=[None] * size,
        unit_price_per=[""] * size,
        amount_e4=[None if amount is None else amount * 10_000 for _, amount in goods],
        currency=[None] * size,
        origin=["JP"] * size,
        weight_kg_e4=[None] * size,
        facts=[dict(facts or {})] * size,
    )


def reading(table: LineTable, currency: str | None = "USD", charges: tuple[Charge, ...] = ()) -> Reading:
    document = Document("Invoice", lines=table, currency=currency, terms="FOB", charges=list(charges))
    return Reading("invoice.xlsx", [document])


@pytest.fixture
def make(law: Law) -> MakeWorksheet:
    """A worksheet of goods lines, entered on `ENTRY` with a rate for yen."""

    def made(
        *goods: tuple[str | None, int | None],
        currency: str | None = "USD",
        charges: tuple[Charge, ...] = (),
        shipment: Shipment | None = None,
        facts: Mapping[str, str] | None = None,
    ) -> Worksheet:
        shipment = shipment or Shipment(ENTRY, rates=(YEN,))
        return Worksheet(law, [reading(lines(*goods, facts=facts), currency, charges)], shipment)

    return made
