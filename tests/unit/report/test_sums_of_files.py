"""Every total of an exported workbook, computed again from its own rows and nothing else."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from duty_desktop.estimate.defaults import shipment_for
from duty_desktop.estimate.shipment import ExchangeRate
from duty_desktop.estimate.worksheet import ShipmentEdit, Worksheet
from duty_desktop.invoice import read_invoice
from duty_desktop.report.content import report_content
from duty_desktop.report.settings import Basis, ReportSettings
from duty_desktop.report.table_sheet import FIRST_ROW, HEADING_ROW, TOTALS_ROW
from duty_desktop.report.workbook import write_workbook
from duty_desktop.tariff.law import Law
from duty_desktop.terms.resources import resource_folder

ENTRY = date(2026, 9, 14)
YEN = ExchangeRate("JPY", Decimal("0.006425"), date(2026, 7, 1), "certified, 3rd quarter 2026")
SAMPLES = ("mixed-vehicles-freight-discount", "ito-shoji-2026-0412", "kanto-auto-parts-2026-1187")
Row = Mapping[str, object]


class Exported:
    """A workbook as a stranger reads it: sheets by name, rows by heading."""

    def __init__(self, path: Path) -> None:
        self.book = load_workbook(path, data_only=True)

    def rows(self, name: str) -> list[Row]:
        sheet = self.book[name]
        titles = [str(cell.value) for cell in sheet[HEADING_ROW + 1]]
        return [
            dict(zip(titles, (cell.value for cell in row), strict=True))
            for row in sheet.iter_rows(min_row=FIRST_ROW + 1)
        ]

    def totals(self, name: str) -> dict[str, Decimal]:
        """What stands over the columns of a sheet."""
        sheet = self.book[name]
        pairs = zip(sheet[HEADING_ROW + 1], sheet[TOTALS_ROW + 1], strict=True)
        return {str(title.value): cents(cell.value) for title, cell in pairs if is_number(cell.value)}

    def part(self, title: str) -> list[Row]:
        """The rows of a part of the summary by its headings, their first cell under ""; notes left out."""
        rows = list(self.book["Summary"].iter_rows(values_only=True))
        first = [row[0] for row in rows].index(title) + 1
        places = {str(name): place for place, name in enumerate(rows[first]) if name is not None}
        found: list[Row] = []
        for row in rows[first + 1 :]:
            if row[0] is None:
                break
            if any(is_number(cell) for cell in row):
                found.append({"": row[0], **{name: row[place] for name, place in places.items()}})
        return found

    def figure(self, label: str) -> list[Decimal]:
        rows = self.book["Summary"].iter_rows(values_only=True)
        row = next(row for row in rows if row[0] == label)
        return [cents(cell) for cell in row[1:] if is_number(cell)]


def is_number(cell: object) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def cents(cell: object) -> Decimal:
    return Decimal(str(cell)).quantize(Decimal("0.01"))


def added(rows: Sequence[Row], title: str) -> Decimal:
    return sum((cents(row[title]) for row in rows if is_number(row[title])), Decimal(0))


@pytest.fixture(scope="module", params=[(name, basis) for name in SAMPLES for basis in Basis])
def exported(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Exported:
    name, basis = request.param
    path = tmp_path_factory.mktemp("sums") / "report.xlsx"
    write_workbook(report_content(sample(name), ReportSettings(ENTRY, basis=basis)), path)
    return Exported(path)


def sample(name: str) -> Worksheet:
    reading = read_invoice(resource_folder() / "samples" / f"{name}.xlsx")
    sheet = Worksheet(Law.load(), [reading], shipment_for([reading], ENTRY))
    edited = ShipmentEdit(sheet.shipment, type(sheet.shipment)(ENTRY, sheet.shipment.transport, rates=(YEN,)))
    sheet.apply(edited)
    return sheet


@pytest.mark.parametrize("name", ["Lines", "Entry lines", "Landed cost"])
def test_totals_over_the_columns_are_the_sums_of_the_rows(name: str, exported: Exported) -> None:
    rows, totals = exported.rows(name), exported.totals(name)
    assert len(totals) >= 2
    assert totals == {title: added(rows, title) for title in totals}


def test_bases_are_the_sums_of_lines_and_entry_lines(exported: Exported) -> None:
    value, duty, *fees, whole = exported.part("Both bases")
    lines, entry = exported.rows("Lines"), exported.rows("Entry lines")
    low = least_duty(lines)
    assert cents(value["Exact by line"]) == added(lines, "Value (USD)")
    assert cents(value["Filing basis"]) == added(entry, "Value (even USD)")
    assert cents(duty["Exact by line"]) == added(lines, low)
    assert cents(duty["Filing basis"]) == added(entry, low)
    for basis in ("Exact by line", "Filing basis"):
        assert cents(whole[basis]) == added([duty, *fees], basis)
        assert cents(whole["Difference"]) == cents(whole["Filing basis"]) - cents(whole["Exact by line"])


def least_duty(rows: Sequence[Row]) -> str:
    return "Duty from" if "Duty from" in rows[0] else "Duty (USD)"


def test_answer_is_the_sum_of_its_parts(exported: Exported) -> None:
    whole = exported.figure("Duty and fees")
    parts = [exported.figure(label) for label in ("Duty", "Merchandise processing fee (MPF)")]
    harbor = exported.figure("Harbor maintenance fee (HMF)")
    assert whole[0] == parts[0][0] + parts[1][0] + harbor[0]


@pytest.mark.parametrize("title", ["By class", "By measure", "By heading"])
def test_parts_of_the_duty_add_up_to_the_lines(title: str, exported: Exported) -> None:
    *rows, total = exported.part(title)
    lines = exported.rows("Lines")
    low = least_duty(lines)
    assert total[""] == "Total"
    assert added(rows, low) == cents(total[low]) == added(lines, low)


def test_classes_count_and_sum_their_lines(exported: Exported) -> None:
    lines = exported.rows("Lines")
    for row in exported.part("By class")[:-1]:
        own = [line for line in lines if line["Class"] == row[""]]
        assert row["Lines"] == len(own)
        assert cents(row["Value (USD)"]) == added(own, "Value (USD)")
        assert cents(row[least_duty(lines)]) == added(own, least_duty(lines))


def test_fees_of_the_entry_lines_are_those_of_the_filing_basis(exported: Exported) -> None:
    processing, harbor = exported.part("Both bases")[2:4]
    entry = exported.rows("Entry lines")
    assert added(entry, "MPF") == cents(processing["Filing basis"])
    assert added(entry, "HMF") == cents(harbor["Filing basis"] or 0)


def test_landed_duty_is_the_total_of_the_exact_basis(exported: Exported) -> None:
    landed = exported.rows("Landed cost")
    low = "Landed from" if "Landed from" in landed[0] else "Landed duty"
    assert added(landed, low) == cents(exported.part("Both bases")[-1]["Exact by line"])


def test_exact_values_of_the_entry_lines_are_those_of_the_lines(exported: Exported) -> None:
    assert added(exported.rows("Entry lines"), "Exact value") == added(exported.rows("Lines"), "Value (USD)")


def test_workbook_says_that_it_adds_up(exported: Exported) -> None:
    rows = exported.book["Summary"].iter_rows(values_only=True)
    assert next(row for row in rows if row[0] == "Check")[1] == "The sums of this workbook agree"
