"""The text of the PDF against the worksheet: what is copied out of the pages is what the window shows."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from pypdf import PdfReader

from duty_desktop.estimate.defaults import shipment_for
from duty_desktop.estimate.shipment import ExchangeRate
from duty_desktop.estimate.worksheet import ShipmentEdit, Worksheet
from duty_desktop.invoice import read_invoice
from duty_desktop.printing.pdf import write_pdf
from duty_desktop.report.content import report_content
from duty_desktop.report.figures import money
from duty_desktop.report.settings import ReportSettings
from duty_desktop.tariff.law import Law
from duty_desktop.terms.hts_number import dotted
from duty_desktop.terms.resources import resource_folder

ENTRY = date(2026, 9, 14)
YEN = ExchangeRate("JPY", Decimal("0.006425"), date(2026, 7, 1), "certified, 3rd quarter 2026")
SAMPLES = ("mixed-vehicles-freight-discount", "ito-shoji-2026-0412")


@pytest.fixture(scope="module", params=[(name, language) for name in SAMPLES for language in ("en", "ja")])
def written(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Worksheet, list[str]]:
    name, language = request.param
    reading = read_invoice(resource_folder() / "samples" / f"{name}.xlsx")
    sheet = Worksheet(Law.load(), [reading], shipment_for([reading], ENTRY))
    sheet.apply(
        ShipmentEdit(sheet.shipment, type(sheet.shipment)(ENTRY, sheet.shipment.transport, rates=(YEN,)))
    )
    path: Path = tmp_path_factory.mktemp("pdf") / "report.pdf"
    write_pdf(report_content(sheet, ReportSettings(ENTRY, language=language)), path)
    return sheet, [page.extract_text() for page in PdfReader(path).pages]


def figures(texts: list[str]) -> list[str]:
    """Every number with two decimals, as often as it stands there."""
    return re.findall(r"(?<![\d.,])\d{1,3}(?:,\d{3})*\.\d\d(?![\d.])", "\n".join(texts))


def test_totals_of_the_window_stand_on_the_first_page(written: tuple[Worksheet, list[str]]) -> None:
    sheet, texts = written
    totals = sheet.totals
    found = figures(texts[:1])
    for cents in (totals.all.entered_value_cents, totals.all.duty_min_cents, totals.fees.mpf_cents):
        assert money(cents) in found
    if totals.all.duty_max_cents is not None:
        assert money(totals.all.duty_max_cents) in found


def test_every_line_stands_with_its_number_value_and_duty(written: tuple[Worksheet, list[str]]) -> None:
    sheet, texts = written
    found, words = figures(texts), "".join("\n".join(texts).split())
    for row, hts in enumerate(sheet.table.hts):
        value, duty = sheet.rated.value_cents[row], sheet.rated.duty_cents[row]
        if hts:
            assert dotted(hts) in words
        if value is not None:
            assert money(value) in found
        assert money(sheet.rated.duty_min_cents[row] if duty is None else duty) in found


def test_sums_by_class_stand_in_the_summary(written: tuple[Worksheet, list[str]]) -> None:
    sheet, texts = written
    found = figures(texts)
    for amounts in sheet.totals.by_class.values():
        assert money(amounts.entered_value_cents) in found
        assert money(amounts.duty_min_cents) in found
