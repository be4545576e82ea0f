"""The workbook: real cells, formulas that hold their values, texts that stay texts."""

import re
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet as Sheet

from duty_desktop.report.exporting import ExportCancelledError, ExportError
from duty_desktop.report.sections import ReportContent
from duty_desktop.report.table_sheet import FIRST_ROW, HEADING_ROW, TOTALS_ROW
from duty_desktop.report.workbook import write_workbook
from tests.unit.report.made import FORMULA, JAPANESE, made_content

SHEETS = [
    *("Summary", "Lines", "Entry lines", "Landed cost", "Headings", "Explanations"),
    *("Assumptions", "Open questions", "Sources"),
]


@pytest.fixture(scope="module")
def path(content: ReportContent, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("workbook") / "report.xlsx"
    write_workbook(content, path)
    return path


@pytest.fixture(scope="module")
def formulas(path: Path) -> Workbook:
    return load_workbook(path)


@pytest.fixture(scope="module")
def values(path: Path) -> Workbook:
    return load_workbook(path, data_only=True)


def column(sheet: Sheet, title: str) -> list[object]:
    """The cells under a heading."""
    headings = [cell.value for cell in sheet[HEADING_ROW + 1]]
    place = headings.index(title) + 1
    return [sheet.cell(row, place).value for row in range(FIRST_ROW + 1, sheet.max_row + 1)]


def total(sheet: Sheet, title: str) -> object:
    headings = [cell.value for cell in sheet[HEADING_ROW + 1]]
    return sheet.cell(TOTALS_ROW + 1, headings.index(title) + 1).value


def rows_of(sheet: Sheet) -> list[list[object]]:
    return [[cell.value for cell in row if cell.value is not None] for row in sheet.iter_rows()]


def test_sheets_stand_in_the_order_of_reading(values: Workbook) -> None:
    assert values.sheetnames == SHEETS


def test_amounts_dates_and_quantities_are_numbers_with_formats(values: Workbook) -> None:
    lines = values["Lines"]
    assert column(lines, "Value (USD)") == [1000.00, 250.50, 99.49]
    assert column(lines, "Quantity") == [12, 2.5, None]
    assert column(lines, "Rate") == [0.15, 0.5, None]
    assert column(values["Sources"], "Published") == [datetime(2025, 9, 16)]
    headings = [cell.value for cell in lines[HEADING_ROW + 1]]
    value = lines.cell(FIRST_ROW + 1, headings.index("Value (USD)") + 1)
    assert value.number_format == "#,##0.00"


def test_text_that_looks_like_a_formula_or_number_stays_text(formulas: Workbook) -> None:
    lines = formulas["Lines"]
    assert column(lines, "Description")[:2] == [JAPANESE, FORMULA]
    assert column(lines, "Item no.") == ["00123", "-5", "+1"]
    kinds = {cell.data_type for row in lines.iter_rows(FIRST_ROW + 1, max_col=4, min_col=2) for cell in row}
    assert kinds == {"s"}


def test_no_cell_is_a_link(path: Path) -> None:
    with ZipFile(path) as archive:
        parts = [archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))]
    assert not any(b"<hyperlink" in part or b"TargetMode" in part for part in parts)


def test_every_formula_has_its_value_beside_it(formulas: Workbook, values: Workbook) -> None:
    found = 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    found += 1
                    assert values[sheet.title][cell.coordinate].value is not None
    assert found > 30


def test_totals_agree_with_the_cells_under_them(values: Workbook, formulas: Workbook) -> None:
    for name, title in [
        *(("Lines", title) for title in ("Value (USD)", "Duty from", "Duty to")),
        *(("Entry lines", title) for title in ("Value (even USD)", "Duty from", "Duty to", "Exact value")),
    ]:
        cells = [cell for cell in column(values[name], title) if isinstance(cell, int | float)]
        assert total(values[name], title) == pytest.approx(sum(cells), abs=0.001)
        assert str(total(formulas[name], title)).startswith("=SUBTOTAL(109,")


def test_open_lines_leave_the_settled_duty_without_a_total(values: Workbook) -> None:
    assert total(values["Lines"], "Duty (USD)") is None


def test_summary_repeats_the_sums_of_the_sheets(values: Workbook) -> None:
    rows = {row[0]: row[1:] for row in rows_of(values["Summary"]) if row}
    assert rows["Entered value"][:2] == [1349.99, 1349.99]
    assert rows["steel"] == [2, 0, 1250.5, 275.25, 275.25]
    assert rows["Check"] == ["The sums of this workbook agree"]


def test_summary_counts_and_sums_by_formula(formulas: Workbook) -> None:
    texts = [str(cell) for row in rows_of(formulas["Summary"]) for cell in row]
    assert any(text.startswith("=COUNTIF('Lines'!") for text in texts)
    assert any(text.startswith("=SUMIF('Lines'!") for text in texts)
    check = next(text for text in texts if text.startswith("=IF(AND("))
    assert check.count("ABS(") == 6


def test_headings_stay_filters_are_set_and_paper_is_ready(formulas: Workbook) -> None:
    lines = formulas["Lines"]
    assert lines.freeze_panes == f"B{FIRST_ROW + 1}"
    assert [table.name for table in lines.tables.values()] == ["T_lines"]
    assert lines.print_title_rows == f"${HEADING_ROW + 1}:${HEADING_ROW + 1}"
    assert (fit := lines.sheet_properties.pageSetUpPr) is not None
    assert fit.fitToPage
    assert (lines.page_setup.fitToWidth or 1, lines.page_setup.fitToHeight) == (1, 0)
    assert lines.page_setup.orientation == "landscape"
    assert formulas["Summary"].page_setup.orientation in (None, "portrait")
    footer = lines.oddFooter
    assert footer is not None
    assert "Estimate, not legal advice" in str(footer.left.text)


@pytest.mark.parametrize(("name", "title"), [("Headings", "In force"), ("Explanations", "Official words")])
def test_long_texts_of_the_law_break_into_lines_and_are_printed(
    formulas: Workbook, name: str, title: str
) -> None:
    sheet = formulas[name]
    place = [cell.value for cell in sheet[HEADING_ROW + 1]].index(title) + 1
    cells = [sheet.cell(row, place) for row in range(FIRST_ROW + 1, sheet.max_row + 1)]
    assert all(cell.alignment.wrap_text for cell in cells if cell.value)
    assert any(cell.value for cell in cells)
    last_printed = range_boundaries(str(sheet.print_area).split("!")[-1].replace("$", ""))[2]
    assert last_printed is not None
    assert last_printed >= place


def test_every_sheet_carries_entry_date_schedule_date_and_version(values: Workbook) -> None:
    for sheet in values:
        texts = " ".join(str(cell) for row in rows_of(sheet)[:6] for cell in row)
        for needed in ("Estimate, not legal advice", "2026-08-03", "2026-10-09", "Duty Desktop 0.1.0"):
            assert needed in texts, sheet.title


def test_many_lines_are_written_row_by_row_with_filters(tmp_path: Path) -> None:
    path = tmp_path / "many.xlsx"
    write_workbook(made_content(20_003), path)
    with ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet2.xml")
        assert not any(name.startswith("xl/tables/") for name in archive.namelist())
    assert b"<autoFilter ref=" in sheet
    assert b'<row r="20008"' in sheet
    assert len(re.findall(rb"<f>", sheet)) == 3


def test_same_content_gives_the_same_cells(content: ReportContent, path: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.xlsx"
    write_workbook(content, again)
    with ZipFile(path) as first, ZipFile(again) as second:
        assert [first.read(name) for name in first.namelist()] == [
            second.read(name) for name in second.namelist()
        ]


def test_cancelling_leaves_the_old_file_and_nothing_else(content: ReportContent, tmp_path: Path) -> None:
    path = tmp_path / "report.xlsx"
    path.write_text("old")
    with pytest.raises(ExportCancelledError):
        write_workbook(content, path, lambda _fraction, _what: False)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_progress_rises_to_the_end(content: ReportContent, tmp_path: Path) -> None:
    heard: list[float] = []

    def hear(fraction: float, _what: str) -> bool:
        heard.append(fraction)
        return True

    write_workbook(content, tmp_path / "report.xlsx", hear)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0


def test_place_that_cannot_be_written_is_told_with_a_remedy(content: ReportContent, tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        write_workbook(content, tmp_path / "missing" / "report.xlsx")
    assert "report.xlsx" in caught.value.finding.message
    assert caught.value.finding.remedy
