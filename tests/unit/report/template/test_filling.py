"""A template filled: values in their cells, a row for each line, formats kept, errors by cell."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet as Sheet

from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.report.content import report_content
from duty_desktop.report.exporting import ExportCancelledError
from duty_desktop.report.sections import ReportContent
from duty_desktop.report.settings import Importer, ReportSettings
from duty_desktop.report.template.fields import row_fields, shipment_fields
from duty_desktop.report.template.filling import fill_template
from duty_desktop.report.template.problems import TemplateError
from duty_desktop.tariff.law import Law
from duty_desktop.terms.resources import resource_folder
from tests.unit.report.conftest import Goods, document, worksheet

GOODS = (
    Goods("7318152065", "1000.33", "120", "kg", description="Bolts"),
    Goods("6912004810", "440.21", "600", facts={"civil_aircraft": "no"}, description="=1+1"),
    Goods("7318152065", "250.50", "2", "kg", description="Bolts"),
)
SETTINGS = ReportSettings(date(2026, 8, 4), Importer("Pacific Imports, Inc."))
DOCUMENTED = Path(__file__).parents[4] / "docs" / "templates.md"
Prepare = Callable[[Workbook, Sheet], None]


@pytest.fixture(scope="module")
def shipment(law: Law) -> Worksheet:
    return worksheet(law, document(*GOODS))


@pytest.fixture(scope="module")
def report(shipment: Worksheet) -> ReportContent:
    return report_content(shipment, SETTINGS)


@pytest.fixture
def filled(shipment: Worksheet, report: ReportContent, tmp_path: Path) -> Callable[[Prepare], Workbook]:
    def fill(prepare: Prepare) -> Workbook:
        book = Workbook()
        sheet = book.worksheets[0]
        sheet.title = "Costs"
        prepare(book, sheet)
        book.save(tmp_path / "template.xlsx")
        fill_template(shipment, report, tmp_path / "template.xlsx", tmp_path / "filled.xlsx")
        return load_workbook(tmp_path / "filled.xlsx")

    return fill


def name_cell(book: Workbook, name: str, place: str) -> None:
    book.defined_names[name] = DefinedName(name, attr_text=place)


def test_named_cells_and_braces_hold_the_report_s_figures_as_numbers_and_days(
    filled: Callable[[Prepare], Workbook], shipment: Worksheet
) -> None:
    def prepare(book: Workbook, sheet: Sheet) -> None:
        name_cell(book, "duty_total", "Costs!$B$2")
        name_cell(book, "my_own_name", "Costs!$A$1:$B$2")
        sheet["B3"] = "{{ entry_date }}"
        sheet["B4"] = "{{importer_name}}: {{value_total}} USD"

    sheet = filled(prepare)["Costs"]
    duty = shipment.totals.all.duty_cents
    assert duty is not None
    assert sheet["B2"].value == duty / 100
    assert sheet["B3"].value == datetime(2026, 8, 3)
    assert sheet["B4"].value == "Pacific Imports, Inc.: 1,691.04 USD"


def test_format_of_a_cell_is_kept_and_a_cell_without_one_gets_the_report_s(
    filled: Callable[[Prepare], Workbook],
) -> None:
    def prepare(_: Workbook, sheet: Sheet) -> None:
        sheet["A1"] = sheet["A2"] = "{{duty_total}}"
        sheet["A1"].number_format = '"US$" 0.0'
        sheet["A1"].font = Font(name="Courier New", bold=True)
        sheet["A3"] = "{{line.value}}"
        sheet["A3"].fill = PatternFill("solid", fgColor="FFF2CC")
        sheet.row_dimensions[3].height = 33

    sheet = filled(prepare)["Costs"]
    assert (sheet["A1"].number_format, sheet["A1"].font.name, sheet["A1"].font.b) == (
        '"US$" 0.0',
        "Courier New",
        True,
    )
    assert sheet["A2"].number_format == "#,##0.00"
    for row in (3, 4, 5):
        assert sheet.cell(row, 1).fill.fgColor.rgb == "00FFF2CC"
        assert sheet.row_dimensions[row].height == 33


def test_row_is_repeated_and_what_stands_under_it_moves_down(
    filled: Callable[[Prepare], Workbook],
) -> None:
    def prepare(book: Workbook, sheet: Sheet) -> None:
        for place, text in {
            "A5": "{{line.line}}",
            "B5": "{{line.value}}",
            "C5": "=B5*2",
            "D5": "fixed",
        }.items():
            sheet[place] = text
        sheet["B6"], sheet["C6"] = "=SUM(B5:B5)", "{{invoice_no}}"
        sheet.merge_cells("E5:F5")
        sheet.merge_cells("A8:C8")
        sheet["A8"] = "signature"
        sheet.row_dimensions[8].height = 40
        sheet.print_area = "A1:F8"
        book.create_sheet("Sums")["A1"] = "=Costs!B6"
        name_cell(book, "total_of_costs", "Costs!$B$6")

    book = filled(prepare)
    sheet = book["Costs"]
    assert [sheet.cell(row, 1).value for row in range(5, 8)] == [1, 2, 3]
    assert [sheet.cell(row, 2).value for row in range(5, 8)] == [1000.33, 440.21, 250.5]
    assert [sheet.cell(row, 3).value for row in range(5, 8)] == ["=B5*2", "=B6*2", "=B7*2"]
    assert sheet["D7"].value == "fixed"
    assert (sheet["B8"].value, sheet["C8"].value, sheet["A10"].value) == ("=SUM(B5:B7)", "A-1", "signature")
    joined = {area.coord for area in sheet.merged_cells.ranges}
    assert joined == {"E5:F5", "E6:F6", "E7:F7", "A10:C10"}
    assert sheet.row_dimensions[10].height == 40
    assert "$F$10" in str(sheet.print_area)
    assert book["Sums"]["A1"].value == "=Costs!B8"
    assert book.defined_names["total_of_costs"].attr_text == "Costs!$B$8"


def test_entry_lines_repeat_on_a_sheet_of_their_own(
    filled: Callable[[Prepare], Workbook], report: ReportContent
) -> None:
    def prepare(book: Workbook, sheet: Sheet) -> None:
        sheet["A1"] = "{{line.hts}}"
        book.create_sheet("Entry")["A1"] = "{{entry.number}}"

    entry = filled(prepare)["Entry"]
    numbers = [entry.cell(row, 1).value for row in range(1, entry.max_row + 1)]
    assert numbers == list(report.entry_table.column("number"))


def test_text_never_becomes_a_formula(filled: Callable[[Prepare], Workbook]) -> None:
    def prepare(_: Workbook, sheet: Sheet) -> None:
        sheet["A1"] = "{{line.description}}"

    cell = filled(prepare)["Costs"]["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"B7": "{{duty_totl}}"}, ["sheet “Costs”, row 7, column B", "duty_totl", "“duty_total”"]),
        ({"B7": "{{line.dutyy}}"}, ["row 7, column B", "“line.duty”"]),
        ({"C3": '="x"&"{{duty_total}}"'}, ["row 3, column C", "formula"]),
        ({"A1": "{{line.hts}}", "A4": "{{line.hts}}"}, ["row 4, column A", "one repeated row"]),
        ({"A1": "{{line.hts}}", "B1": "{{entry.number}}"}, ["row 1, column B", "one repeated row"]),
        ({"A1": "Costs"}, ["names no field"]),
    ],
)
def test_error_names_the_cell_and_the_remedy(
    cells: dict[str, str], words: list[str], filled: Callable[[Prepare], Workbook]
) -> None:
    def prepare(_: Workbook, sheet: Sheet) -> None:
        for place, text in cells.items():
            sheet[place] = text

    with pytest.raises(TemplateError) as caught:
        filled(prepare)
    assert all(word in str(caught.value) for word in words), str(caught.value)
    assert caught.value.finding.remedy


def test_every_cell_that_is_wrong_is_told_at_once(filled: Callable[[Prepare], Workbook]) -> None:
    def prepare(_: Workbook, sheet: Sheet) -> None:
        sheet["A1"], sheet["A2"] = "{{nothing}}", "{{neither}}"

    with pytest.raises(TemplateError) as caught:
        filled(prepare)
    assert [finding.place.row for finding in caught.value.findings] == [1, 2]


@pytest.mark.parametrize("place", ["Costs!$A$1:$B$2", "#REF!", "Gone!$A$1", "Costs!$B$9", "Costs!$A$12"])
def test_name_of_a_field_that_is_not_one_cell_to_fill_is_refused(
    place: str, filled: Callable[[Prepare], Workbook]
) -> None:
    def prepare(book: Workbook, sheet: Sheet) -> None:
        sheet["A1"] = "{{duty_total}}"
        sheet.merge_cells("A9:B9")
        sheet["A12"] = "=1+1"
        name_cell(book, "duty_total", place)

    with pytest.raises(TemplateError, match="duty_total"):
        filled(prepare)


def test_joined_cells_over_the_repeated_row_are_refused(filled: Callable[[Prepare], Workbook]) -> None:
    def prepare(_: Workbook, sheet: Sheet) -> None:
        sheet["A1"] = "{{line.hts}}"
        sheet.merge_cells("B1:B2")

    with pytest.raises(TemplateError, match="B1:B2"):
        filled(prepare)


@pytest.mark.parametrize("name", ["broken.xlsx", "missing.xlsx", "macros.xlsm"])
def test_file_that_is_no_template_is_refused_with_a_remedy(
    name: str, shipment: Worksheet, report: ReportContent, tmp_path: Path
) -> None:
    (tmp_path / "broken.xlsx").write_text("no workbook")
    with pytest.raises(TemplateError) as caught:
        fill_template(shipment, report, tmp_path / name, tmp_path / "filled.xlsx")
    assert name in caught.value.finding.message
    assert caught.value.finding.remedy


def test_the_sample_template_is_filled_and_adds_up(
    shipment: Worksheet, report: ReportContent, tmp_path: Path
) -> None:
    template = resource_folder() / "samples" / "templates" / "landed-cost.xlsx"
    before = template.read_bytes()
    assert fill_template(shipment, report, template, tmp_path / "filled.xlsx") == ()
    assert template.read_bytes() == before
    sheet = load_workbook(tmp_path / "filled.xlsx")["Landed cost"]
    duties = [Decimal(str(sheet.cell(row, 8).value)) for row in range(10, 10 + len(GOODS))]
    assert sum(duties) == Decimal(str(sheet["H5"].value))
    assert sheet.cell(10 + len(GOODS), 8).value == f"=SUM(H10:H{9 + len(GOODS)})"


def test_cancelling_leaves_nothing(shipment: Worksheet, report: ReportContent, tmp_path: Path) -> None:
    template = resource_folder() / "samples" / "templates" / "landed-cost.xlsx"
    with pytest.raises(ExportCancelledError):
        fill_template(shipment, report, template, tmp_path / "filled.xlsx", lambda _fraction, _what: False)
    assert list(tmp_path.iterdir()) == []


def test_documentation_names_every_field(shipment: Worksheet, report: ReportContent) -> None:
    words = DOCUMENTED.read_text(encoding="utf-8")
    fields = [name for name in shipment_fields(shipment, report) if not name.endswith(("_from", "_to"))]
    columns = {column.key for table in row_fields(report).values() for column in table.columns}
    missing = [name for name in (*fields, *sorted(columns)) if f"`{name}`" not in words]
    assert missing == []
