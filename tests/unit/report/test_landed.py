"""Landed cost: duty and fees of each line, exact and as filed, that add up to the shipment's."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duty_desktop.estimate.result import Fees
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.lines.reading import Charge, ChargeKind
from duty_desktop.report.content import report_content
from duty_desktop.report.landed_shares import fee_shares
from duty_desktop.report.ratios import in_millionths, per_unit
from duty_desktop.report.settings import ReportSettings
from duty_desktop.report.table import Table
from duty_desktop.tariff.law import Law
from duty_desktop.terms.text import NO_TEXT
from tests.unit.report.conftest import SHIPMENT, Goods, document, worksheet

ENGLISH = ReportSettings(date(2026, 8, 4))
BOLTS = Goods("7318152065", "1000.33", "120", "kg", description="Bolts")
WASHED = Goods("7318152065", "250.50", "2", "kg", description="Bolts")
DISHES = Goods("6912004810", "440.21", "600", facts={"civil_aircraft": "no"})
CALIPER = Goods("8708305090", "999.49", description="Brake caliper")


def landed(sheet: Worksheet) -> Table:
    return report_content(sheet, ENGLISH).landed


@pytest.fixture(scope="module")
def settled(law: Law) -> Worksheet:
    return worksheet(law, document(BOLTS, WASHED, DISHES))


def test_landed_duty_is_duty_with_the_fees_of_the_line(settled: Worksheet) -> None:
    table = landed(settled)
    rows = zip(*(table.column(key) for key in ("duty", "fees", "landed")), strict=True)
    assert all(int(str(duty)) + int(str(fees)) == whole for duty, fees, whole in rows)


def test_both_bases_add_up_to_the_totals_of_the_report(settled: Worksheet) -> None:
    content = report_content(settled, ENGLISH)
    (exact, filed), table = (content.bases.column(key)[-1] for key in ("line", "filing")), content.landed
    assert table.total("landed") == exact
    assert table.total("landed_filed") == filed
    assert f"{(int(str(filed)) - int(str(exact))) / 100:.2f} USD" in table.note


def test_landed_duty_stands_for_one_unit_and_against_the_price(settled: Worksheet) -> None:
    table = landed(settled)
    whole = int(str(table.column("landed")[0]))
    assert table.column("price")[0] == 1000_33
    assert table.column("of_price")[0] == round(whole / 1000_33 * 1_000_000)
    assert table.column("landed_per_unit")[0] == round(whole * 100 / 120)


def test_open_line_has_bounds_and_nothing_that_follows_from_its_duty(law: Law) -> None:
    sheet = worksheet(law, document(BOLTS, CALIPER))
    table = landed(sheet)
    for key in ("landed", "of_price", "duty_per_unit", "landed_per_unit", "landed_filed", "difference"):
        assert table.column(key)[1] is None, key
    fees, amounts = sheet.totals.fees, sheet.totals.all
    both = fees.mpf_cents + (fees.hmf_cents or 0)
    assert table.total("landed_from") == amounts.duty_min_cents + both
    assert amounts.duty_max_cents is not None
    assert table.total("landed_to") == amounts.duty_max_cents + both


def test_price_is_the_invoice_s_own_before_its_charges(law: Law) -> None:
    charge = Charge(ChargeKind.PACKING, "Packing", 100_0000, "Invoice", 12)
    sheet = worksheet(law, document(BOLTS, charges=(charge,)))
    assert sheet.rated.value_cents == [1100_33]
    assert landed(sheet).column("price") == [1000_33]


def test_without_transport_the_harbor_fee_is_left_out_and_that_is_said(law: Law) -> None:
    sheet = worksheet(law, document(BOLTS), shipment=replace(SHIPMENT, transport=None))
    table = landed(sheet)
    assert table.total("fees") == sheet.totals.fees.mpf_cents
    assert "harbor maintenance fee" in table.note


@given(values=st.lists(st.one_of(st.none(), st.integers(0, 10**9)), max_size=30), fee=st.integers(0, 10**6))
def test_shares_of_the_fees_add_up_to_them(values: list[int | None], fee: int) -> None:
    shares = fee_shares(Fees(fee, NO_TEXT, fee, fee, NO_TEXT), values, {})
    assert sum(shares) == (2 * fee if any(values) else 0)
    assert all(share == 0 for share, value in zip(shares, values, strict=True) if not value)


def test_share_and_amount_per_unit_are_rounded_half_up_and_need_both_sides() -> None:
    assert in_millionths([1, None, 1, 1], [2_000_000, 1, None, 0]) == [1, None, None, None]
    assert per_unit([1, None, 1, 1, 1], [200_0000, 1, 0, None, -1_0000]) == [1, None, None, None, None]


def test_goods_repaired_abroad_bear_no_share_of_the_processing_fee(law: Law) -> None:
    claim = {"chapter98": "9802.00.50", "chapter98_value_usd": "20,000"}
    goods = document(Goods("6912003910", "100000", facts=claim), Goods("6911103750", "50000"))
    table = landed(worksheet(law, goods))
    assert table.column("fees") == [125_00, 173_20 + 62_50]
