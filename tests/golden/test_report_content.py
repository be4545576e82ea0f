"""The whole content of two reports against stored text; dates, versions and edition pinned.

To renew after a change that is meant: DUTY_DESKTOP_RENEW=1 python3 dev.py test tests/golden
"""

import os
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from duty_desktop.estimate.defaults import shipment_for
from duty_desktop.estimate.shipment import ExchangeRate
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.invoice import read_invoice
from duty_desktop.report.content import report_content
from duty_desktop.report.settings import Basis, Importer, ReportSettings
from duty_desktop.tariff.law import Law
from duty_desktop.terms.resources import resource_folder
from tests.golden.report_text import report_text

HERE = Path(__file__).parent
ENTRY = date(2026, 9, 14)
YEN = ExchangeRate("JPY", Decimal("0.006425"), date(2026, 7, 1), "certified, 3rd quarter 2026")
SETTINGS = ReportSettings(
    date(2026, 9, 10), Importer("Pacific Imports, Inc.", ("1 Harbor Blvd",)), program_version="1.0"
)


@pytest.mark.parametrize(
    ("sample", "settings"),
    [
        ("mixed-vehicles-freight-discount", replace(SETTINGS, basis=Basis.FILING)),
        ("ito-shoji-2026-0412", replace(SETTINGS, language="ja")),
    ],
)
def test_report_says_what_it_said(sample: str, settings: ReportSettings) -> None:
    reading = read_invoice(resource_folder() / "samples" / f"{sample}.xlsx")
    shipment = replace(shipment_for([reading], ENTRY), rates=(YEN,))
    content = report_content(Worksheet(Law.load(), [reading], shipment), settings)
    pinned = replace(content.stamp, edition="pinned", schedule_as_of=date(2026, 10, 9))
    text = report_text(replace(content, stamp=pinned))
    stored = HERE / f"report-{sample}-{settings.language}.txt"
    if os.environ.get("DUTY_DESKTOP_RENEW"):
        stored.write_text(text, encoding="utf-8", newline="\n")
    assert text.splitlines() == stored.read_text(encoding="utf-8").splitlines()
