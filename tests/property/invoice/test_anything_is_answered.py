"""Any grid of cells is either read or refused in one sentence; nothing else is ever raised."""

import contextlib
import zipfile
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from duty_desktop.invoice import WorkbookError, read_invoice, read_sheets, reading_as_json
from duty_desktop.invoice.sheet import Cell, Merge, Sheet
from duty_desktop.lines.reading import Reading
from tests.invoices_written.model import saved
from tests.invoices_written.plain import GOODS, HEADINGS, LETTERHEAD, TOTAL

WORDS = (
    *HEADINGS,
    *[
        "品名",
        "数量",
        "単価",
        "金額",
        "原産国",
        "HSコード",
        "TOTAL",
        "合計",
        "Subtotal",
        "Freight",
        "値引",
        "〃",
        "日本",
        "X-1",
        "2026-09-01",
        "11/12/26",
    ],
    *[
        "8708.30.5090",
        "870830",
        "1,234.50",
        "1.234,50",
        "▲500",
        "FOC",
        "無償",
        "-",
        "USD",
        "¥1,000-",
        "六角ボルト",
        "=A1",
        "@",
        "()",
        "%",
        "15%",
        "8.7E+09",
    ],
    *("MADE IN JAPAN", "Invoice No.:", "10 PCS", "Ball bearing", "Terms: FOB Kobe", "Order No. 5", "Page 2"),
    *("E. & O. E.", "Total cartons", " ", "\n"),
)
CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.just(""),
    st.sampled_from(WORDS),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.sampled_from((0.0, 1.0, 10.0, 8708305090.0, 902101050.0, 46282.0, -5.0, 1e15)),
    st.sampled_from((True, date(2026, 9, 1), datetime(2026, 9, 1, 8))),
    st.text(max_size=12),
)
GRIDS = st.integers(1, 9).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=14)
)
MERGES = st.tuples(*[st.integers(0, 8)] * 4).map(
    lambda at: Merge(min(at[0], at[1]), min(at[2], at[3]), max(at[0], at[1]), max(at[2], at[3]))
)
SHEETS = st.builds(
    Sheet,
    name=st.sampled_from(("Invoice", "Packing List", "請求書")),
    rows=GRIDS,
    first_row=st.integers(1, 50),
    first_column=st.integers(0, 30),
    visible=st.booleans(),
    hidden_rows=st.frozensets(st.integers(1, 20), max_size=4),
    hidden_columns=st.frozensets(st.integers(0, 9), max_size=3),
    merges=st.lists(MERGES, max_size=3).map(tuple),
)


def with_heading(sheet: Sheet, at: int) -> Sheet:
    names = (
        "Description",
        "HTS Code",
        "Qty",
        "Unit Price (USD)",
        "Amount (USD)",
        "Origin",
        "Unit",
        "Part No.",
        "N.W.",
    )
    rows = [list(row) for row in sheet.rows]
    rows.insert(min(at, len(rows)), list(names[: sheet.width]))
    sheet.rows = rows
    return sheet


def is_whole(reading: Reading) -> None:
    """Every column of the lines has the same length, every row number is one of the sheet's."""
    for document in reading.documents:
        lines = document.lines
        columns = (lines.sheet, lines.item, lines.description, lines.hts, lines.hts_text, lines.quantity_e4,
                   lines.unit, lines.unit_price_e4, lines.unit_price_per, lines.amount_e4,
                   lines.currency, lines.origin, lines.weight_kg_e4, lines.facts)  # fmt: skip
        assert {len(column) for column in columns} == {len(lines)}
        assert len(set(zip(lines.sheet, lines.row, strict=True))) == len(lines)
    reading_as_json(reading)


@settings(max_examples=200, deadline=None)
@given(st.lists(SHEETS, min_size=1, max_size=3), st.integers(0, 5), st.booleans())
def test_any_grid_is_read_or_refused(sheets: list[Sheet], at: int, headed: bool) -> None:
    named = [with_heading(sheet, at) if headed else sheet for sheet in sheets]
    for number, sheet in enumerate(named):
        sheet.name = f"{sheet.name} {number}"
    with contextlib.suppress(WorkbookError):
        is_whole(read_sheets(named, "any.xlsx"))


def _invoice_bytes() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "invoice.xlsx"
        saved([*LETTERHEAD, HEADINGS, *GOODS, *TOTAL])(path)
        return path.read_bytes()


WHOLE = _invoice_bytes()
PARTS = tuple(zipfile.ZipFile(BytesIO(WHOLE)).namelist())


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(PARTS), st.integers(0, 10**6), st.binary(max_size=20), st.integers(0, 40))
def test_a_damaged_workbook_is_read_or_refused(part: str, at: int, put: bytes, cut: int) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "damaged.xlsx"
        with zipfile.ZipFile(BytesIO(WHOLE)) as whole, zipfile.ZipFile(path, "w") as damaged:
            for name in PARTS:
                data = whole.read(name)
                if name == part:
                    place = at % (len(data) + 1)
                    data = data[:place] + put + data[place + cut :]
                damaged.writestr(name, data)
        with contextlib.suppress(WorkbookError):
            is_whole(read_invoice(path))
