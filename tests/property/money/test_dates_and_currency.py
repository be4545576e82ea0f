"""Another day and back, another unit of currency: the same estimate, byte for byte in every form."""

import json
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from duty_desktop.cli.estimate_json import estimate_as_json
from duty_desktop.cli.totals_table import totals_table
from duty_desktop.document.file import document_bytes, document_from_bytes
from duty_desktop.estimate.edits import ShipmentEdit
from duty_desktop.estimate.shipment import ExchangeRate, Shipment
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.printing.pdf import write_pdf
from duty_desktop.report.content import report_content
from duty_desktop.report.entry_csv_json import write_entry_csv, write_entry_json
from duty_desktop.report.settings import ReportSettings
from duty_desktop.report.workbook import write_workbook
from tests.property.money.profile import tried
from tests.property.money.shipments import (
    Invoice,
    entry_days,
    exchange,
    invoices,
    shipments,
    shown,
    worksheet,
)
from tests.property.money.sums import sums_of
from tests.property.money.tariff import currencies, newest

PARTS = st.lists(invoices(most=3), min_size=1, max_size=2)


@tried(10)
@given(PARTS, shipments(), entry_days)
def test_another_day_and_back_is_as_if_nothing_had_been(
    parts: list[Invoice], shipment: Shipment, other: date
) -> None:
    sheet = worksheet(parts, shipment)
    before = told(sheet)
    back = sheet.apply(ShipmentEdit(shipment, replace(shipment, entry_date=other)))
    assert told(sheet) == told(worksheet(parts, replace(shipment, entry_date=other)))
    sheet.apply(back)
    assert told(sheet) == before


@tried(2)
@given(PARTS, shipments(), entry_days, st.sampled_from(["en", "ja"]))
def test_another_day_and_back_gives_the_same_files(
    parts: list[Invoice], shipment: Shipment, other: date, language: str
) -> None:
    sheet = worksheet(parts, shipment)
    before = files_of(sheet, language)
    sheet.apply(sheet.apply(ShipmentEdit(shipment, replace(shipment, entry_date=other))))
    assert files_of(sheet, language) == before


@tried(20)
@given(PARTS, shipments(), exchange, st.sampled_from((2, 4, 5, 10, 100, 1000)))
def test_the_unit_of_a_currency_does_not_matter(
    parts: list[Invoice], shipment: Shipment, rate: object, unit: int
) -> None:
    """So many sen at the rate of a yen, divided, are the same dollars: goods, charges and totals."""
    other = currencies()[-1]
    yen = replace(shipment, rates=(ExchangeRate(other, rate, source="confirmed: test"),))  # type: ignore[arg-type]
    sen = replace(yen, rates=(replace(yen.rates[0], usd_per_unit=yen.rates[0].usd_per_unit / unit),))
    once = worksheet([in_units(part, other, 1) for part in parts], yen)
    scaled = worksheet([in_units(part, other, unit) for part in parts], sen)
    assert shown(once) == shown(scaled)
    assert once.totals == scaled.totals
    assert sums_of(once) == sums_of(scaled)
    assert [one.cents for one in once.charges()] == [one.cents for one in scaled.charges()]


def in_units(invoice: Invoice, currency: str, unit: int) -> Invoice:
    """The invoice all in one currency, its amounts so many times as much."""
    items = tuple(
        replace(one, currency=None, amount_e4=None if one.amount_e4 is None else one.amount_e4 * unit)
        for one in invoice.items
    )
    charges = tuple(replace(one, currency=None, amount_e4=one.amount_e4 * unit) for one in invoice.charges)
    return Invoice(items, currency, invoice.terms, charges)


def told(sheet: Worksheet) -> list[bytes]:
    """The estimate as data, as a table for the terminal, and all the money in it."""
    data = json.dumps(estimate_as_json(sheet), ensure_ascii=False).encode()
    return [data, totals_table(sheet).encode(), repr(sorted(sums_of(sheet).items())).encode()]


def files_of(sheet: Worksheet, language: str) -> dict[str, object]:
    """Every file of the estimate; of a document and of pages what no clock has a part in."""
    content = report_content(sheet, ReportSettings(newest(), language=language))
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_entry_csv(content, folder / "entry.csv")
        write_entry_json(content, folder / "entry.json")
        write_workbook(content, folder / "report.xlsx")
        write_pdf(content, folder / "report.pdf")
        files = {path.name: path.read_bytes() for path in folder.iterdir()}
    book = ZipFile(BytesIO(files["report.xlsx"]))
    pages = PdfReader(BytesIO(files["report.pdf"])).pages
    saved = document_from_bytes(Path("a.duty"), document_bytes(sheet, [])[0])
    return {
        "entry.csv": files["entry.csv"],
        "entry.json": files["entry.json"],
        "report.xlsx": {part: book.read(part) for part in book.namelist()},
        "report.pdf": [page.get_contents().get_data() for page in pages],  # type: ignore[union-attr]
        "a.duty": (saved.readings, saved.shipment, saved.edits, saved.results, saved.note, saved.edition),
    }
