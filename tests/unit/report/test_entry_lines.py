"""The entry summary: what is entered together, in even dollars, under which numbers."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from duty_desktop.estimate.result import Status
from duty_desktop.estimate.shipment import EntryKind, Shipment
from duty_desktop.lines.reading import Document
from duty_desktop.report.entry_groups import entry_groups, money_facts
from duty_desktop.report.entry_lines import EntrySums, entry_lines
from duty_desktop.report.entry_settling import settle_groups
from duty_desktop.report.sections import EntryLine
from duty_desktop.tariff.law import Law
from duty_desktop.terms.money import half_up
from tests.unit.report.conftest import ENTRY, SHIPMENT, Goods, document, worksheet

BOLT, CUPS, BRAKE, BRACKET, TEA = "7318152065", "6912004810", "8708305090", "7326908688", "0902109015"
KNIVES = "8211929030"


def entered(
    law: Law, *documents: Document, on: date | None = None
) -> tuple[tuple[EntryLine, ...], EntrySums]:
    shipment = SHIPMENT if on is None else replace(SHIPMENT, entry_date=on)
    sheet = worksheet(law, *documents, shipment=shipment)
    return entry_lines(sheet, settle_groups(entry_groups(sheet), money_facts(law)), "en")


def test_lines_of_one_number_origin_and_claims_are_one_entry_line(law: Law) -> None:
    lines, _ = entered(
        law, document(Goods(BOLT, "100.20"), Goods(CUPS, "50"), Goods(BOLT, "200.20"), Goods(BOLT, "0.20"))
    )
    assert [line.lines for line in lines] == [(0, 2, 3), (1,)]
    assert (lines[0].exact_value_cents, lines[0].value_dollars) == (300_60, 301)
    assert [line.number for line in lines] == [1, 2]


@pytest.mark.parametrize(
    "other",
    [
        Goods(CUPS, "10"),
        Goods(BOLT, "10", origin="CN"),
        Goods(BOLT, "10", unit="KG"),
        Goods(BOLT, "10", facts={"melt_pour_country": "US"}),
        Goods(BOLT, None),
    ],
)
def test_another_number_origin_unit_claim_or_value_is_another_line(law: Law, other: Goods) -> None:
    lines, _ = entered(law, document(Goods(BOLT, "10"), other))
    assert len(lines) == 2


def test_lines_of_two_invoices_stay_apart(law: Law) -> None:
    lines, _ = entered(
        law, document(Goods(BOLT, "10"), number="A-1"), document(Goods(BOLT, "10"), number="B-2")
    )
    assert [line.invoice for line in lines] == ["A-1", "B-2"]


def test_lines_without_a_number_are_never_one(law: Law) -> None:
    lines, sums = entered(law, document(Goods(None, "10"), Goods(None, "20")))
    assert [line.status for line in lines] == [Status.REVIEW] * 2
    assert [line.duty_high_cents for line in lines] == [None, None]
    assert sums.duty_high_cents is None


def test_duty_is_on_even_dollars_and_rounded_once_for_the_line(law: Law) -> None:
    lines, sums = entered(law, document(Goods(CUPS, "33.30"), Goods(CUPS, "33.30")))
    assert lines[0].value_dollars == 67
    assert lines[0].duty_cents == 8_38  # 67 x 12.5% = 8.375
    assert sums.duty_low_cents == 8_38


def test_numbers_stand_in_reporting_order_with_rate_and_duty(law: Law) -> None:
    lines, _ = entered(law, document(Goods(BRACKET, "1990.01")))
    numbers = [(one.number, one.rate, one.duty_cents) for one in lines[0].numbers]
    assert numbers == [
        ("9903.05.90", "0%", 0),
        ("9903.82.02", "50%", 995_00),
        ("7326.90.8688", "2.9%", 57_71),
    ]
    assert lines[0].duty_cents == 995_00 + 57_71


def test_column_1_inside_a_total_rate_says_so_and_adds_nothing(law: Law) -> None:
    lines, _ = entered(law, document(Goods(CUPS, "100")))
    assert [(one.rate, one.duty_cents) for one in lines[0].numbers] == [
        ("12.5% total", 12_50),
        ("9.8%, in the total rate", 0),
    ]


def test_metal_content_is_entered_as_a_line_of_its_own(law: Law) -> None:
    facts = {"steel_content_value_usd": "400.30"}
    goods = [Goods(BRACKET, "1000.20", facts=facts), Goods(BRACKET, "1000.20", facts=facts)]
    before_april = date(2026, 3, 10)
    lines, _ = entered(law, document(*goods), on=before_april)
    assert {line.part for line in lines} == {"Steel content", "The rest of the value"}
    assert sum(line.value_dollars or 0 for line in lines) == 2000
    assert sum(line.exact_value_cents or 0 for line in lines) == 2000_40
    content = next(line for line in lines if line.part == "Steel content")
    assert (content.value_dollars, content.quantities) == (801, ())


def test_duty_without_a_heading_stands_under_the_number_of_the_goods(law: Law) -> None:
    lines, _ = entered(law, document(Goods(CUPS, "500", facts={"postal": "yes"})), on=date(2025, 10, 15))
    assert [(one.rate, one.duty_cents) for one in lines[0].numbers] == [("15%", 75_00)]
    assert lines[0].duty_cents == 75_00


def test_goods_of_less_than_half_a_dollar_are_entered_in_parts_of_none(law: Law) -> None:
    goods = Goods(BRACKET, "0.40", facts={"steel_content_value_usd": "0.20"})
    lines, sums = entered(law, document(goods), on=date(2026, 3, 10))
    assert [(line.value_dollars, line.exact_value_cents, line.duty_cents) for line in lines] == [
        (0, 20, 0)
    ] * 2
    assert sums.duty_low_cents == 0


def test_part_declared_above_the_value_bounds_nothing_as_filed_either(law: Law) -> None:
    goods = Goods(CUPS, "100", facts={"us_content_value_usd": "100.01"})
    lines, sums = entered(law, document(goods), on=date(2025, 5, 15))
    assert (lines[0].duty_low_cents, lines[0].duty_high_cents) == (0, None)
    assert (sums.duty_low_cents, sums.duty_high_cents) == (0, None)


def test_shares_of_fees_are_empty_while_value_or_transport_is_not_known(law: Law) -> None:
    sheet = worksheet(law, document(Goods(CUPS, "100"), Goods(CUPS, None)), shipment=Shipment(ENTRY))
    lines, _ = entry_lines(sheet, settle_groups(entry_groups(sheet), money_facts(law)), "en")
    assert [(line.mpf_cents is None, line.hmf_cents) for line in lines] == [(False, None), (True, None)]


def test_quantity_is_in_the_units_of_the_tariff(law: Law) -> None:
    lines, _ = entered(law, document(Goods(BOLT, "10", "2500", "g"), Goods(CUPS, "10", "24", "PCS")))
    assert [(one.quantity_e4, one.unit) for one in lines[0].quantities] == [(2_5000, "kg")]
    lines, _ = entered(law, document(Goods(BOLT, "10", "400", "PCS", weight_kg="12.5")))
    assert [(one.quantity_e4, one.unit) for one in lines[0].quantities] == [(12_5000, "kg")]
    lines, _ = entered(law, document(Goods(BOLT, "10", "400", "PCS")))
    assert [(one.quantity_e4, one.unit) for one in lines[0].quantities] == [(None, "kg")]


def test_specific_rate_takes_whole_units_of_the_quantity(law: Law) -> None:
    # 0.4 cents each + 6.1%, and 25% on top: 350.6 pieces count as 351
    lines, _ = entered(law, document(Goods(KNIVES, "1000", "350.6")))
    column_1 = lines[0].numbers[-1]
    assert column_1.duty_cents == 61_00 + 1_40


def test_open_line_has_bounds_and_the_numbers_that_are_sure(law: Law) -> None:
    lines, sums = entered(law, document(Goods(BRAKE, "1000.40")))
    assert lines[0].duty_cents is None
    assert 0 < lines[0].duty_low_cents < (lines[0].duty_high_cents or 0)
    assert lines[0].numbers[-1].number == "8708.30.5090"
    assert (sums.duty_low_cents, sums.duty_high_cents) == (lines[0].duty_low_cents, lines[0].duty_high_cents)


def test_fees_of_the_entry_are_shared_out_to_the_cent(law: Law) -> None:
    goods = [Goods(number, f"{1000 + place}.17") for place, number in enumerate((BOLT, CUPS, TEA, BRACKET))]
    lines, sums = entered(law, document(*goods))
    assert sums.value_cents == sum(line.value_dollars or 0 for line in lines) * 100
    assert sum(line.mpf_cents or 0 for line in lines) == sums.fees.mpf_cents
    assert sum(line.hmf_cents or 0 for line in lines) == sums.fees.hmf_cents


def test_fees_of_what_is_not_known_are_not_known(law: Law) -> None:
    shipment = replace(SHIPMENT, entry_kind=EntryKind.FORMAL)
    sheet = worksheet(law, document(Goods(BOLT, None)), shipment=shipment)
    lines, sums = entry_lines(sheet, settle_groups(entry_groups(sheet), money_facts(law)), "en")
    assert (sums.value_cents, lines[0].mpf_cents, lines[0].value_dollars) == (0, None, None)


def test_worksheet_without_lines_has_no_entry(law: Law) -> None:
    assert entry_groups(worksheet(law, document())) == []


@pytest.mark.parametrize(
    ("provision", "bearing_cents"),
    [
        ("9802.00.40", 50_000_00),
        ("9802.00.50", 50_000_00),
        ("9802.00.60", 70_000_00),
        ("9802.00.80", 70_000_00),
    ],
)
def test_goods_of_chapter_98_bear_no_processing_fee_but_on_what_was_done_abroad(
    law: Law, provision: str, bearing_cents: int
) -> None:
    claim = {"chapter98": provision, "chapter98_value_usd": "20000"}
    goods = document(Goods("6912003910", "100000", facts=claim), Goods("6911103750", "50000"))
    sheet = worksheet(law, goods)
    fee = half_up(Fraction("0.003464") * bearing_cents)
    assert sheet.totals.fees.mpf_cents == fee
    assert sheet.totals.fees.hmf_cents == 187_50
    lines, sums = entered(law, goods)
    assert sums.fees.mpf_cents == fee
    assert sum(line.mpf_cents or 0 for line in lines) == fee
    bearing = {line.hts for line in lines if line.mpf_cents}
    assert ("6912003910" in bearing) is (bearing_cents > 50_000_00)


@pytest.mark.parametrize("provision", ["9802.00.40", "9802.00.50", "9802.00.60", "9802.00.80"])
def test_each_part_of_a_chapter_98_line_is_entered_with_the_chapter_98_number(
    law: Law, provision: str
) -> None:
    claim = {"chapter98": provision, "chapter98_value_usd": "20000"}
    lines, _ = entered(law, document(Goods("6912003910", "100000", facts=claim)))
    numbers = [[number.number for number in line.numbers] for line in lines]
    assert numbers == [[provision, "6912.00.3910"], [provision, "9903.05.49", "6912.00.3910"]]
    assert [line.value_dollars for line in lines] == [80_000, 20_000]
    assert [line.duty_cents for line in lines] == [0, 2_500_00]


def test_us_content_is_reported_on_its_own_part_alone(law: Law) -> None:
    goods = document(Goods("6912003910", "10000", facts={"us_content_value_usd": "3000"}))
    lines, _ = entered(law, goods, on=date(2025, 10, 15))
    numbers = {line.value_dollars: [number.number for number in line.numbers] for line in lines}
    assert numbers == {3000: ["9903.01.34", "6912.00.3910"], 7000: ["9903.02.73", "6912.00.3910"]}


def test_an_entry_of_repaired_goods_alone_bears_no_processing_fee(law: Law) -> None:
    claim = {"chapter98": "9802.00.50", "chapter98_value_usd": "20000"}
    sheet = worksheet(law, document(Goods("6912003910", "100000", facts=claim)))
    assert sheet.totals.fees.mpf_cents == 0
    assert "none of the value bears it" in sheet.totals.fees.mpf_rule.en


def test_a_claim_that_is_open_frees_of_no_fee(law: Law) -> None:
    sheet = worksheet(law, document(Goods("6912003910", "100000", facts={"chapter98": "9801.00.10"})))
    assert sheet.totals.fees.mpf_cents == 346_40
