"""Worksheets of a few lines, and the report of one as plain values made by hand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

import pytest

from duty_desktop.estimate.shipment import ExchangeRate, Shipment, Transport
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.lines.reading import Charge, Document, Reading
from duty_desktop.lines.table import LineTable
from duty_desktop.tariff.law import Law
from tests.unit.report.made import made_content

ENTRY = date(2026, 8, 3)
YEN = ExchangeRate("JPY", Decimal("0.006425"), date(2026, 7, 1), "New York, 3rd quarter")
SHIPMENT = Shipment(ENTRY, Transport.OCEAN, rates=(YEN,))


@dataclass(frozen=True)
class Goods:
    """A goods line of an invoice; the amount in the invoice's currency."""

    hts: str | None
    amount: str | None
    quantity: str = "1"
    unit: str = "PCS"
    origin: str = "JP"
    description: str = "Goods"
    weight_kg: str | None = None
    facts: Mapping[str, str] = field(default_factory=dict)


def e4(text: str | None) -> int | None:
    return None if text is None else int(Decimal(text) * 10_000)


def document(*goods: Goods, number: str = "A-1", charges: tuple[Charge, ...] = ()) -> Document:
    """An invoice in dollars, FOB."""
    table = LineTable(
        sheet=["Invoice"] * len(goods),
        row=list(range(10, 10 + len(goods))),
        item=[f"P-{place}" for place in range(1, len(goods) + 1)],
        description=[one.description for one in goods],
        hts=[one.hts for one in goods],
        hts_text=[one.hts or "" for one in goods],
        quantity_e4=[e4(one.quantity) for one in goods],
        unit=[one.unit for one in goods],
        unit_price_e4=[None] * len(goods),
        unit_price_per=[""] * len(goods),
        amount_e4=[e4(one.amount) for one in goods],
        currency=[None] * len(goods),
        origin=[one.origin for one in goods],
        weight_kg_e4=[e4(one.weight_kg) for one in goods],
        facts=[dict(one.facts) for one in goods],
    )
    return Document(
        "Invoice", lines=table, currency="USD", terms="FOB", charges=list(charges), invoice_no=number
    )


def worksheet(law: Law, *documents: Document, shipment: Shipment = SHIPMENT) -> Worksheet:
    return Worksheet(law, [Reading("invoice.xlsx", list(documents))], shipment)


content = pytest.fixture(scope="session")(made_content)
