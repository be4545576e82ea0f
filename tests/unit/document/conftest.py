"""An estimate to save: read, edited, rated."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from duty_desktop.document import SourceFile
from duty_desktop.estimate.edits import DocumentEdit, LineEdit, ShipmentEdit
from duty_desktop.estimate.shipment import ExchangeRate, Shipment, Transport
from duty_desktop.estimate.valuation import Treatment, UsedCharge
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.lines.reading import Charge, ChargeKind, ColumnUse, Document, LeftOut, Reading
from duty_desktop.lines.table import LineTable
from duty_desktop.tariff.law import Law
from duty_desktop.terms.findings import Finding, Place, Severity

SOURCE = SourceFile("請求書.xlsx", b"PK\x03\x04 the workbook's own bytes \x00\xff")
NUMBERS: list[str | None] = ["6912003900", "8708305090", "7318152065", None]


def a_reading() -> Reading:
    size = len(NUMBERS)
    table = LineTable(
        sheet=["請求書"] * size,
        row=list(range(10, 10 + size)),
        item=["品番"] * size,
        description=["=1+1", "ブレーキ", "ボルト\nM8", "?"],
        hts=list(NUMBERS),
        hts_text=[""] * size,
        quantity_e4=[10_000, None, 5, 7],
        unit=["個"] * size,
        unit_price_e4=[None] * size,
        unit_price_per=[""] * size,
        amount_e4=[10**12, 2 * 10**10, 12_345, None],
        currency=[None] * size,
        origin=["JP", "JP", None, "JP"],
        weight_kg_e4=[None] * size,
        facts=[{}, {"metal_weight_pct": "50"}, {}, {}],
    )
    freight = Charge(ChargeKind.FREIGHT, "運賃", 5_000_0000, "請求書", 40)
    finding = Finding(
        "total-differs", "The lines add up to 1.", "Check.", Severity.QUESTION, Place("請求書", 41, "F")
    )
    document = Document(
        "請求書",
        lines=table,
        charges=[freight],
        invoice_no="A-1",
        invoice_date=date(2026, 7, 1),
        currency="JPY",
        terms="CIF",
        stated_total_e4=1,
        columns=[ColumnUse("請求書", "A", "品名", "description", "heading")],
        left_out=[LeftOut("請求書", 50, "E.&O.E.", "no amount")],
        findings=[finding],
    )
    return Reading("請求書.xlsx", [document], [finding])


def edited(law: Law) -> Worksheet:
    """A worksheet with an edit of every kind."""
    rate = ExchangeRate("JPY", Decimal("0.006425"), date(2026, 7, 1), "typed")
    sheet = Worksheet(law, [a_reading()], Shipment(date(2026, 8, 3), rates=(rate,)))
    sheet.apply(LineEdit("fact:passenger_vehicle_part", (1,), ("yes",)))
    sheet.apply(LineEdit("note", (0,), ("ask 伊藤",)))
    sheet.apply(LineEdit("category", (0,), ("parts",)))
    sheet.apply(LineEdit("amount", (3,), ("100",)))
    own = sheet.terms[0]
    charges = (UsedCharge(own.charges[0].charge, Treatment.DEDUCTED),)
    sheet.apply(DocumentEdit((0,), (own,), (replace(own, charges=charges),)))
    sheet.apply(ShipmentEdit(sheet.shipment, replace(sheet.shipment, transport=Transport.OCEAN)))
    return sheet


@pytest.fixture
def worksheet(law: Law) -> Worksheet:
    return edited(law)
