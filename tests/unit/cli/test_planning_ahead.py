"""What is got ready while an invoice is still being opened changes no figure."""

from datetime import date
from pathlib import Path

import xlsxwriter

from duty_desktop.estimate.goods import Goods
from duty_desktop.estimate.rating import Day, Rater
from duty_desktop.invoice.sources.shared_texts import printed_numbers, printed_units
from duty_desktop.tariff.law import Law

NUMBERS = ["8708305090", "7318152065", "6912003910", "9101114000", "0101300000"]


def test_numbers_are_found_at_a_glance_where_they_stand_alone(tmp_path: Path) -> None:
    path = tmp_path / "invoice.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_column(
            0,
            0,
            ["HTS 8708.30.5090", "8708.30.5090", "7318.15.20.65", "1234.5", "6912.00.39", "PCS", "Kg", "JP"],
        )
    assert set(printed_numbers(path)) == {"8708305090", "7318152065"}
    assert printed_units(path) == {"PCS", "Kg"}


def test_a_file_that_is_no_workbook_has_no_numbers_at_a_glance(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("8708.30.5090", encoding="utf-8")
    assert list(printed_numbers(path)) == []
    assert printed_units(path) == set()
    assert list(printed_numbers(tmp_path / "nowhere.xlsx")) == []


def test_planning_ahead_changes_no_outcome() -> None:
    law, day = Law.load(), date(2026, 11, 23)
    goods = Goods()
    for number in NUMBERS:
        goods.hts.append(number)
        goods.value_cents.append(5_000_00)
        goods.origin.append("JP")
        goods.quantity_e4.append(10_000)
        goods.unit.append("No.")
        goods.facts.append({})
    ahead, plain = Rater(law), Rater(law)
    for number in NUMBERS:
        ahead.foresee(number, "JP", Day(day), ("No.", "kg"))
    assert ahead.rate(goods, day) == plain.rate(goods, day)
