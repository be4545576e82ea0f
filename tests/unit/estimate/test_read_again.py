"""A file read again in another way: a person's words stay with the rows that are still lines."""

from dataclasses import replace

import pytest

from duty_desktop.estimate.edits import DocumentEdit, EditError, LineEdit
from duty_desktop.estimate.read_again import LostEdit, read_again
from duty_desktop.estimate.result import Category
from duty_desktop.estimate.shipment import Shipment
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.lines.reading import Charge, ChargeKind
from duty_desktop.tariff.law import Law
from tests.unit.estimate.conftest import ENTRY, YEN, MakeWorksheet, lines, reading

CERAMIC, BOLT = "6912003900", "7318152065"


def test_edits_follow_their_rows_when_lines_come_and_go(make: MakeWorksheet) -> None:
    sheet = make((CERAMIC, 100), (CERAMIC, 200), (CERAMIC, 300))
    sheet.apply(LineEdit("hts", (2,), (BOLT,)))
    sheet.apply(LineEdit("category", (2,), ("steel",)))
    again = lines((CERAMIC, 100), (CERAMIC, 300))
    again.row = [10, 12]
    made = read_again(sheet, 0, reading(again))
    assert made.lost == ()
    assert made.worksheet.table.hts == [CERAMIC, BOLT]
    assert made.worksheet.category(1) is Category.STEEL
    assert sheet.table.hts == [CERAMIC, CERAMIC, BOLT]


def test_edits_of_rows_that_are_no_lines_any_more_are_named(make: MakeWorksheet) -> None:
    sheet = make((CERAMIC, 100), (CERAMIC, 200))
    sheet.apply(LineEdit("amount", (0, 1), ("150", "250")))
    made = read_again(sheet, 0, reading(lines((CERAMIC, 100))))
    assert made.lost == (LostEdit("Invoice", 11, "amount", "250"),)
    assert made.worksheet.text("amount", 0) == "150"


def test_other_files_of_the_shipment_keep_their_edits(law: Law) -> None:
    first, second = reading(lines((CERAMIC, 100), (CERAMIC, 200))), reading(lines((CERAMIC, 300)))
    sheet = Worksheet(law, [first, second], Shipment(ENTRY, rates=(YEN,)))
    sheet.apply(LineEdit("hts", (2,), (BOLT,)))
    made = read_again(sheet, 0, reading(lines((CERAMIC, 100))))
    assert made.worksheet.table.hts == [CERAMIC, BOLT]


def test_a_person_s_terms_stay_and_newly_read_charges_come_in(make: MakeWorksheet) -> None:
    sheet = make((CERAMIC, 100))
    before = sheet.terms[0]
    sheet.apply(DocumentEdit((0,), (before,), (replace(before, terms="CIF"),)))
    freight = Charge(ChargeKind.FREIGHT, "Freight", 500_000, "Invoice", 20)
    made = read_again(sheet, 0, reading(lines((CERAMIC, 100)), charges=(freight,)))
    assert made.worksheet.terms[0].terms == "CIF"
    assert [used.charge for used in made.worksheet.terms[0].charges] == [freight]


def test_figures_saved_by_an_older_schedule_are_not_rated_by_the_way(law: Law, make: MakeWorksheet) -> None:
    sheet = make((CERAMIC, 100))
    saved = Worksheet(law, sheet.readings, sheet.shipment, saved_results=sheet.rated, saved_edition="2025-01")
    with pytest.raises(EditError, match="schedule"):
        read_again(saved, 0, sheet.readings[0])
