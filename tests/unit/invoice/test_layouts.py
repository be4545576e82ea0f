"""A person's choice of columns overrides the guess, and is recognised in the next file."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from duty_desktop.invoice import (
    layout_as_json,
    layout_fingerprint,
    layout_from_json,
    read_invoice,
    read_pasted,
    read_sheets,
)
from duty_desktop.invoice.sheet import Cell, Sheet
from duty_desktop.lines.reading import Layout
from tests.invoices_written.model import saved

ROWS: list[list[Cell]] = [
    ["Invoice No.", "L-1", "", "", "", "", ""],
    ["Description", "Export code", "US code", "Qty", "Price USD", "Amount USD", "Amount JPY"],
    ["Ball bearing", "8482.10.0000", "8482.10.5032", 10.0, 3.0, 30.0, 4650.0],
    ["Gear box", "8483.40.0000", "8483.40.5010", 1.0, 300.0, 300.0, 46500.0],
]


def sheet(rows: list[list[Cell]], name: str = "Invoice") -> Sheet:
    return Sheet(name, rows)


def chosen(layout: Layout, **columns: str) -> Layout:
    return replace(layout, columns=tuple({**dict(layout.columns), **columns}.items()))


def test_the_layout_tells_where_the_table_stands_and_what_each_column_is() -> None:
    (document,) = read_sheets([sheet(ROWS)], "a.xlsx").documents
    (layout,) = document.layouts
    assert (layout.sheet, layout.heading_row, layout.heading_rows) == ("Invoice", 2, 1)
    assert dict(layout.headings)["G"] == "Amount JPY"
    assert {"description": "A", "quantity": "D", "amount": "F"}.items() <= dict(layout.columns).items()


def test_each_column_in_use_says_why() -> None:
    (document,) = read_sheets([sheet(ROWS)], "a.xlsx").documents
    evidence = {use.field: use.evidence for use in document.columns}
    assert "Amount USD" in evidence["amount"]
    assert "quantity × price = amount in 100% of the rows" in evidence["amount"]


def test_a_chosen_layout_overrides_the_guess() -> None:
    (guessed,) = read_sheets([sheet(ROWS)], "a.xlsx").documents
    layout = chosen(guessed.layouts[0], amount="G", hts="C")
    (document,) = read_sheets([sheet(ROWS)], "a.xlsx", layouts=[layout]).documents
    assert document.lines.amount_e4 == [46_500_000, 465_000_000]
    assert document.lines.hts == ["8482105032", "8483405010"]


def test_a_chosen_heading_row_is_used_though_its_words_are_unknown() -> None:
    rows: list[list[Cell]] = [
        ["Zboží", "Kusy", "Celkem"],
        ["Ball bearing", 10.0, 30.0],
        ["Gear box", 1.0, 300.0],
    ]
    layout = Layout("Invoice", 1, 1, (), (("description", "A"), ("quantity", "B"), ("amount", "C")))
    (document,) = read_sheets([sheet(rows)], "a.xlsx", layouts=[layout]).documents
    assert document.lines.description == ["Ball bearing", "Gear box"]
    assert document.lines.amount_e4 == [300_000, 3_000_000]


def test_a_layout_without_columns_leaves_its_sheet_out() -> None:
    other = [[*row] for row in ROWS]
    other[0][1] = "L-2"
    layout = Layout("Second", 2, 1, (), ())
    sheets = [sheet(ROWS), sheet(other, "Second")]
    assert len(read_sheets(sheets, "a.xlsx").documents) == 2
    reading = read_sheets(sheets, "a.xlsx", layouts=[layout])
    assert [document.sheet for document in reading.documents] == ["Invoice"]


def test_a_remembered_layout_is_found_again_where_the_table_has_moved() -> None:
    (guessed,) = read_sheets([sheet(ROWS)], "a.xlsx").documents
    layout = chosen(guessed.layouts[0], amount="G")
    moved: list[list[Cell]] = [[""] * 9, [""] * 9, *(["", "", *row] for row in ROWS)]
    reading = read_sheets([sheet(moved, "Other")], "b.xlsx", remembered={layout_fingerprint(layout): layout})
    (document,) = reading.documents
    assert document.lines.amount_e4 == [46_500_000, 465_000_000]
    assert {use.evidence for use in document.columns} == {"remembered"}


def test_the_fingerprint_depends_on_the_headings_only() -> None:
    (guessed,) = read_sheets([sheet(ROWS)], "a.xlsx").documents
    layout = guessed.layouts[0]
    assert layout_fingerprint(layout) == layout_fingerprint(replace(layout, sheet="X", heading_row=9))
    assert layout_fingerprint(layout) != layout_fingerprint(replace(layout, headings=layout.headings[1:]))


def test_a_layout_survives_the_settings_file() -> None:
    (guessed,) = read_sheets([sheet(ROWS)], "a.xlsx").documents
    layout = guessed.layouts[0]
    assert layout_from_json(json.loads(json.dumps(layout_as_json(layout)))) == layout


@pytest.mark.parametrize("data", [{}, {"heading_row": 1, "heading_rows": 1}, {"heading_row": "1"}])
def test_damaged_settings_are_no_layout(data: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="a layout needs"):
        layout_from_json(data)


def test_a_pasted_table_is_read() -> None:
    text = "Description\tHTS\tQty\tAmount USD\r\nBall bearing\t8482.10.5032\t10\t30.00\r\n"
    (document,) = read_pasted(text).documents
    assert document.lines.row == [2]
    assert document.lines.amount_e4 == [300_000]


def test_declared_metals_become_facts_of_the_line(tmp_path: Path) -> None:
    path = tmp_path / "metals.xlsx"
    saved(
        [
            ["Description", "Qty", "Amount USD", "Steel content value (USD)", "Metal content %",
             "Country of Melt and Pour", "Primary country of smelt", "Country of last cast"],
            ["Bracket", 10, 100, 60, "80%", "Japan", None, None],
            ["Housing", 10, 200, None, "15.5%", None, "AU", "日本"],
        ]
    )(path)  # fmt: skip
    (document,) = read_invoice(path).documents
    assert document.lines.facts == [
        {"steel_content_value_usd": "60", "metal_weight_pct": "80", "melt_pour_country": "JP"},
        {"metal_weight_pct": "15.5", "smelt_country": "AU", "cast_country": "JP"},
    ]


@pytest.mark.parametrize(
    ("cells", "number_format", "declared"),
    [
        ((0.5, 0.15), "0%", ["50", "15"]),
        ((0.5, 0.004), "0.0%", ["50", "0.4%"]),
        ((0.5, 15), "General", ["0.5%", "15"]),
        ((0.5, 1), "General", ["0.5", "1"]),
        (("0.5%", 80), "General", ["0.5%", "80"]),
    ],
)
def test_a_metal_share_up_to_1_is_what_its_format_or_its_column_says_else_it_is_left_to_be_asked(
    tmp_path: Path, cells: tuple[object, object], number_format: str, declared: list[str]
) -> None:
    book = Workbook()
    page = book.worksheets[0]
    page.append(["Description", "Qty", "Amount USD", "Metal content %"])
    for place, cell in enumerate(cells, start=2):
        page.append([f"Bracket {place}", 10, 100, cell])
        page.cell(place, 4).number_format = number_format
    book.save(tmp_path / "shares.xlsx")
    (document,) = read_invoice(tmp_path / "shares.xlsx").documents
    assert [facts["metal_weight_pct"] for facts in document.lines.facts] == declared


def test_content_values_in_another_currency_are_not_taken_as_dollars() -> None:
    rows: list[list[Cell]] = [["品名", "数量", "金額(円)", "鉄鋼価額"], ["金具", 10.0, 1000.0, 600.0]]
    (document,) = read_sheets([sheet(rows)], "a.xlsx").documents
    assert document.lines.facts == [{"steel_content_value_usd": "600 JPY"}]
    assert "content-value-currency" in {finding.code for finding in document.findings}


def test_a_declared_metal_that_cannot_be_read_stays_as_it_stands_to_be_asked() -> None:
    heading: list[Cell] = ["Description", "Qty", "Amount USD", "Metal content %", "Primary country of smelt"]
    rows: list[list[Cell]] = [
        heading,
        ["Bracket A", 10.0, 100.0, 40.0, "Japan"],
        ["Bracket B", 10.0, 100.0, "mostly", "Jpan"],
        ["Bracket C", 10.0, 100.0, "n/a", "-"],
        ["Bracket D", 10.0, 100.0, "", ""],
    ]
    (document,) = read_sheets([sheet(rows)], "a.xlsx").documents
    assert document.lines.facts == [
        {"metal_weight_pct": "40", "smelt_country": "JP"},
        {"metal_weight_pct": "mostly", "smelt_country": "Jpan"},
        {},
        {},
    ]


@pytest.mark.parametrize("charge", [["Packing", "", "JPY 10,000"], ["Packing (JPY)", "", 10000.0]])
def test_charge_keeps_a_currency_that_its_row_names(charge: list[Cell]) -> None:
    rows: list[list[Cell]] = [
        ["Description", "Qty", "Amount USD"],
        ["Tea cup", 10.0, 3000.0],
        charge,
        ["Freight", "", "USD 20"],
    ]
    (document,) = read_sheets([sheet(rows)], "a.xlsx").documents
    assert document.currency == "USD"
    assert [one.currency for one in document.charges] == ["JPY", None]


def test_number_format_of_a_charge_names_its_currency_where_the_goods_have_another(tmp_path: Path) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    for row in (["Description", "Qty", "Amount"], ["Tea cup", 10, 3000], ["Packing", None, 10000]):
        page.append(row)
    page["C2"].number_format, page["C3"].number_format = '"US$"#,##0.00', '"¥"#,##0'
    book.save(tmp_path / "a.xlsx")
    (document,) = read_invoice(tmp_path / "a.xlsx").documents
    assert (document.currency, document.charges[0].currency) == ("USD", "JPY")


def test_header_facts_are_read_from_their_labels() -> None:
    rows: list[list[Cell]] = [
        ["Sold to / Consignee:", "", "", "Invoice No. 番号", "H-9"],
        ["Cascade Trading LLC", "", "", "Date 日付", "2026年10月30日"],
        ["", "", "", "Vessel 船名", "SETO GLORY V.044E"],
        ["Shipper: Hayama Motor Co., Ltd.", "", "", "To 仕向港", "Los Angeles"],
        ["", "", "", "Sailing on or about", "Nov. 5, 2026"],
        ["Description", "Qty", "Amount CIF US$", "Origin", ""],
        ["Tea cup", 10.0, 30.0, "Japan", ""],
    ]
    (document,) = read_sheets([sheet(rows)], "a.xlsx").documents
    assert document.buyer == "Cascade Trading LLC"
    assert document.seller == "Hayama Motor Co., Ltd."
    assert (document.invoice_no, str(document.invoice_date)) == ("H-9", "2026-10-30")
    assert (document.vessel, document.transport, document.port) == (
        "SETO GLORY V.044E",
        "ocean",
        "Los Angeles",
    )
    assert (document.terms, str(document.export_date)) == ("CIF", "2026-11-05")


def test_a_pasted_table_is_cut_at_its_tabs_whatever_marks_its_figures_hold() -> None:
    text = (
        "Description\tQty\tUnit price, US$\tAmount, US$\n"
        "Bolt, hex\t1,000\t0.50\t500.00\nNut, hex\t2,000\t0.25\t500.00\n"
    )
    (document,) = read_pasted(text).documents
    assert document.lines.description == ["Bolt, hex", "Nut, hex"]
    assert document.lines.quantity_e4 == [10_000_000, 20_000_000]
