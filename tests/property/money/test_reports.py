"""In no form of the estimate does an open line count as a figure: tables, workbook, pages, data."""

import csv
import json
from collections.abc import Sequence
from decimal import Decimal
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from pypdf import PdfReader

from duty_desktop.cli.estimate_json import estimate_as_json
from duty_desktop.cli.totals_table import totals_table
from duty_desktop.estimate.result import Status
from duty_desktop.estimate.shipment import Shipment
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.printing.pdf import write_pdf
from duty_desktop.report import phrases
from duty_desktop.report.content import report_content
from duty_desktop.report.entry_csv_json import entry_json, write_entry_csv
from duty_desktop.report.figures import money_range
from duty_desktop.report.sections import ReportContent
from duty_desktop.report.settings import Basis, ReportSettings
from duty_desktop.report.table import SCALE, Kind, Table
from duty_desktop.report.workbook import write_workbook
from tests.property.money.profile import tried
from tests.property.money.shipments import Invoice, invoices, shipments, shown, worksheet
from tests.property.money.tariff import newest

PARTS = st.lists(invoices(most=4), min_size=1, max_size=2)
FORMS = st.builds(
    ReportSettings, st.just(newest()), language=st.sampled_from(["en", "ja"]), basis=st.sampled_from(Basis)
)


@tried(10)
@given(PARTS, shipments(), FORMS)
def test_tables_of_the_report_tell_open_lines_apart(
    parts: list[Invoice], shipment: Shipment, form: ReportSettings
) -> None:
    sheet = worksheet(parts, shipment)
    content = report_content(sheet, form)
    assert_duties(content.lines, sheet, "duty", "duty_from", "duty_to")
    assert_duties(content.landed, sheet, "landed", "landed_from", "landed_to")
    assert_no_sum_of_unknown(content)
    assert_headlines(sheet, content)
    assert_entry_lines(content)
    for table in (content.by_class, content.by_measure, content.by_heading):
        low = table.column("duty_from")
        assert sum(cell for cell in low if isinstance(cell, int)) == sheet.totals.all.duty_min_cents
    assert_bases(sheet, content.bases)


def assert_duties(table: Table, sheet: Worksheet, duty: str, low: str, high: str) -> None:
    """An open line has bounds, never a duty; only what is known of every line is added up."""
    open_lines = [line.status is Status.REVIEW for line in shown(sheet)]
    assert [cell is None for cell in table.column(duty)] == open_lines
    columns = {column.key: column for column in table.columns}
    assert columns[duty].total is not any(open_lines)
    if any(open_lines):
        tops = table.column(high)
        assert [top is None for top in tops] == [line.duty_max_cents is None for line in shown(sheet)]
        assert columns[low].total
        assert columns[high].total is (None not in tops)
        assert None not in table.column(low)


def assert_no_sum_of_unknown(content: ReportContent) -> None:
    """What is not known of one line is added up nowhere."""
    table = content.entry_table
    for key, known in (
        ("duty", [line.duty_cents for line in content.entry_lines]),
        ("mpf", [line.mpf_cents for line in content.entry_lines]),
        ("hmf", [line.hmf_cents for line in content.entry_lines]),
    ):
        assert table.columns[table.place(key)].total is (None not in known)
    landed = content.landed
    prices = landed.column("price")
    assert landed.columns[landed.place("price")].total is (None not in prices)


def assert_headlines(sheet: Worksheet, content: ReportContent) -> None:
    totals = sheet.totals
    for line in content.headlines:
        assert line.high_cents is None or line.low_cents <= line.high_cents
        if totals.all.unvalued_lines:
            assert line.high_cents is None, line
    duty = next(line for line in content.headlines if line.key == "duty")
    assert (duty.high_cents is None) == (totals.all.duty_max_cents is None)
    if not content.by_filing:
        assert (duty.low_cents, duty.high_cents) == (totals.all.duty_min_cents, totals.all.duty_max_cents)


def assert_entry_lines(content: ReportContent) -> None:
    for line in content.entry_lines:
        numbers = [number.duty_cents for number in line.numbers]
        assert line.duty_low_cents >= 0
        if line.status is Status.REVIEW:
            assert line.duty_cents is None
            assert set(numbers) <= {None}
        else:
            assert line.duty_cents == line.duty_low_cents == line.duty_high_cents
            assert sum(cents or 0 for cents in numbers) == line.duty_cents
        assert (
            line.value_dollars is not None or line.mpf_cents is line.hmf_cents is line.duty_high_cents is None
        )


def assert_bases(sheet: Worksheet, table: Table) -> None:
    """What is open at the top is open in both bases, and no greatest is below its least."""
    for key in ("line", "filing"):
        lows = table.column(key)
        highs = table.column(f"{key}_to") if table.has(f"{key}_to") else lows
        for low, high in zip(lows, highs, strict=True):
            assert low is None or high is None or low <= high  # type: ignore[operator]
        if sheet.totals.all.duty_max_cents is None:
            assert highs[1] is highs[-1] is None
        if sheet.totals.all.unvalued_lines:
            assert set(highs) == {None}


@tried(10)
@given(PARTS, shipments(), FORMS)
def test_data_for_programs_have_no_figure_where_none_is_known(
    parts: list[Invoice], shipment: Shipment, form: ReportSettings
) -> None:
    sheet = worksheet(parts, shipment)
    content = report_content(sheet, form)
    assert_estimate_json(sheet)
    assert_entry_json(content, shipment)
    assert_entry_csv(content)
    last = next(line for line in totals_table(sheet).splitlines() if line.startswith("all "))
    if sheet.totals.all.duty_max_cents is None:
        assert "or more" in last or "open" in last


def assert_estimate_json(sheet: Worksheet) -> None:
    data = json.loads(json.dumps(estimate_as_json(sheet)))
    for line, rated in zip(data["lines"], shown(sheet), strict=True):
        assert (line["duty"] is None) == (line["rate_pct"] is None) == (rated.status is Status.REVIEW)
        assert (line["duty_max"] is None) == (rated.duty_max_cents is None)
        assert (line["entered_value"] is None) == (rated.entered_value_cents is None)
    for amounts in (data["totals"], *data["totals"]["by_class"].values()):
        assert (amounts["duty"] is None) == (amounts["review_lines"] > 0)
    assert data["totals"]["unvalued_lines"] == sheet.rated.value_cents.count(None)
    for refund in data["refundable"]:
        assert (refund["refund"] is None) == (refund["review_lines"] > 0)


def assert_entry_json(content: ReportContent, shipment: Shipment) -> None:
    entry = json.loads(json.dumps(entry_json(content)))
    for name in ("value", "duty", "duty_from", "duty_to", "mpf", "hmf"):
        cells = [line[name] for line in entry["lines"]]
        total = None if None in cells else sum(map(Decimal, cells))
        found = entry["totals"][name]
        assert (None if found is None else Decimal(found)) == total
    assert (entry["totals"]["hmf"] is None) >= (shipment.transport is None)


def assert_entry_csv(content: ReportContent) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "entry.csv"
        write_entry_csv(content, path)
        rows = list(csv.DictReader(StringIO(path.read_text(encoding="utf-8-sig"))))
    for row in rows:
        assert (row["duty"] == "") == (row["state"] == "review")
    duty = sum(Decimal(row["duty"]) for row in rows if row["duty"])
    assert duty * 100 == sum(line.duty_cents or 0 for line in content.entry_lines)


@tried(2)
@given(PARTS, shipments(), FORMS)
def test_the_workbook_and_the_pages_show_what_the_tables_hold(
    parts: list[Invoice], shipment: Shipment, form: ReportSettings
) -> None:
    content = report_content(worksheet(parts, shipment), form)
    with TemporaryDirectory() as folder:
        workbook, pages = Path(folder) / "report.xlsx", Path(folder) / "report.pdf"
        write_workbook(content, workbook)
        write_pdf(content, pages)
        book = load_workbook(workbook, data_only=True)
        sheets = {
            name: [list(row) for row in book[name.into(form.language)].values]
            for name in (phrases.LINES, phrases.LANDED_COST, phrases.ENTRY_LINES)
        }
        book.close()
        text = "".join(page.extract_text() for page in PdfReader(pages).pages)
    assert_cells(sheets[phrases.LINES], content.lines)
    assert_cells(sheets[phrases.LANDED_COST], content.landed)
    assert_cells(sheets[phrases.ENTRY_LINES], content.entry_table)
    told = "".join(text.split())
    for line in content.headlines:
        figure = money_range(line.low_cents, line.high_cents, form.language)
        assert "".join(figure.split()) in told, figure


def assert_cells(rows: Sequence[Sequence[object]], table: Table) -> None:
    """Every cell of money of a sheet is the table's: empty where that is empty, and never zero for it."""
    titles = [column.title for column in table.columns]
    first = next(
        place for place, row in enumerate(rows) if titles[0] in row and len(set(titles) & {*row}) > 3
    )
    for column, cells in zip(table.columns, table.data, strict=True):
        if column.kind is Kind.MONEY and column.title in rows[first]:
            place = list(rows[first]).index(column.title)
            found = [row[place] for row in rows[first + 1 : first + 1 + len(table)]]
            assert [None if one is None else round(float(str(one)) * 100) for one in found] == [
                None if cell is None else round(float(str(cell)) * 100 / SCALE[Kind.MONEY]) for cell in cells
            ]
