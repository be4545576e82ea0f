"""Sheets laid out to be printed: pages, stacked invoices, words between the goods."""

from datetime import datetime
from pathlib import Path

from openpyxl.worksheet.worksheet import Worksheet

from tests.invoices_written.model import (
    Invoice,
    Line,
    asks,
    below,
    book,
    in_sheets,
    merge,
    saved,
    written,
)

Row = list[str | int | float | None]
HEADING: Row = ["Item", "Description", "HTS", "Qty", "Unit Price", "Amount (USD)"]
BEARING: Row = ["A-1", "Ball bearing", "8482.10.5032", 10, 3, 30]
GEAR: Row = ["A-2", "Gear box", "8483.40.5010", 1, 300, 300]
BEARING_READ = ("Ball bearing", "8482105032", "10", "30", None)
GEAR_READ = ("Gear box", "8483405010", "1", "300", None)
TOTAL: Row = [None, "TOTAL", None, None, None, 330]


def _letter(sheet: Worksheet) -> None:
    sheet["A1"] = "Hayama Precision Co., Ltd."
    sheet["A3"] = "COMMERCIAL INVOICE"
    sheet["E5"], sheet["F5"] = "Invoice No.", "LL-9"
    for row in range(8, 50, 3):
        sheet[f"A{row}"] = f"{row}. The goods remain our property until paid in full; see our terms."


def _date(sheet: Worksheet) -> None:
    sheet.cell(2, 2, datetime(2026, 11, 2))


def _hidden(path: Path) -> None:
    workbook = book(
        Invoice=[HEADING, BEARING, GEAR, TOTAL],
        Old=[HEADING, ["Z-1", "Old pump", "8413.91.9055", 1, 999, 999], [None, "TOTAL", *[None] * 3, 999]],
    )
    workbook["Old"].sheet_state = "hidden"
    workbook.save(path)


written(
    "a heading in row 58 after a long letterhead",
    saved(below(57, [HEADING, BEARING, GEAR, TOTAL]), _letter),
    Invoice([Line(59, *BEARING_READ), Line(60, *GEAR_READ)], "330", more={"invoice_no": "LL-9"}),
)


written(
    "two invoices stacked on one sheet",
    saved(
        [
            ["INVOICE", None, None, None, "Invoice No.", "ST-1"],
            HEADING,
            BEARING,
            [None, "TOTAL", None, None, None, 30],
            [],
            ["INVOICE", None, None, None, "Invoice No.", "ST-2"],
            HEADING,
            GEAR,
            [None, "TOTAL", None, None, None, 300],
        ]
    ),
    Invoice([Line(3, *BEARING_READ)], "30", more={"invoice_no": "ST-1"}),
    Invoice([Line(8, *GEAR_READ)], "300", more={"invoice_no": "ST-2"}),
)

written(
    "an invoice that goes on on a second sheet without a letterhead",
    in_sheets(
        P1=[["Invoice No.", "PG-1"], HEADING, BEARING, [None, "to be continued"]],
        P2=[HEADING, GEAR, TOTAL],
    ),
    Invoice(
        [Line(3, *BEARING_READ, {"sheet": "P1"}), Line(2, *GEAR_READ, {"sheet": "P2"})],
        "330",
        more={"invoice_no": "PG-1"},
    ),
)

written(
    "the packing list first, the invoice behind it",
    in_sheets(
        Packing=[
            ["PACKING LIST"],
            ["C/No.", "Description", "Qty", "N.W. (kg)", "G.W. (kg)"],
            ["1", "Ball bearing", 10, 5, 6],
            ["2", "Gear box", 1, 50, 55],
            ["Total", None, 11, 55, 61],
        ],
        INVOICE=[["COMMERCIAL INVOICE"], ["Invoice No.", "PF-1"], HEADING, BEARING, GEAR, TOTAL],
    ),
    Invoice([Line(4, *BEARING_READ), Line(5, *GEAR_READ)], "330", more={"sheet": "INVOICE"}),
)

written(
    "a proforma of other goods on a hidden sheet",
    _hidden,
    Invoice([Line(2, *BEARING_READ), Line(3, *GEAR_READ)], "330", more={"sheet": "Invoice"}),
)


written(
    "components of a set without prices of their own",
    saved(
        [
            HEADING,
            ["K-1", "Tool set", "8206.00.0000", 10, 50, 500],
            [None, "- hammer 1 pc"],
            [None, "- pliers 1 pc"],
            GEAR,
            [None, "TOTAL", None, None, None, 800],
        ]
    ),
    Invoice(
        [
            Line(2, "Tool set - hammer 1 pc - pliers 1 pc", "8206000000", "10", "500", None),
            Line(5, *GEAR_READ),
        ],
        "800",
    ),
)

written(
    "a description above its figures",
    saved(
        [
            ["Marks", "Description of Goods", "HTS", "Qty", "Unit price", "Amount US$"],
            ["HPC", "BALL BEARINGS"],
            [None, "6203-2RS C3", "8482.10.5032", 10, 3, 30],
            ["NEW YORK", "GEAR BOXES"],
            [None, "GB-100", "8483.40.5010", 1, 300, 300],
            [None, "TOTAL", None, None, None, 330],
        ]
    ),
    Invoice(
        [
            Line(3, "6203-2RS C3", "8482105032", "10", "30", None),
            Line(5, "GB-100", "8483405010", "1", "300", None),
        ],
        "330",
    ),
)

written(
    "origins as headings of sections",
    saved(
        [
            ["品名", "HSコード", "数量", "単価", "金額（円）"],
            ["原産国：日本"],
            ["茶碗", "6912.00.3900", 10, 500, 5000],
            ["急須", "6912.00.4810", 2, 3000, 6000],
            ["原産国：中国"],
            ["湯呑", "6912.00.4500", 5, 400, 2000],
            ["合計", None, None, None, 13000],
        ]
    ),
    Invoice(
        [
            Line(3, "茶碗", "6912003900", "10", "5000", "JP"),
            Line(4, "急須", "6912004810", "2", "6000", "JP"),
            Line(6, "湯呑", "6912004500", "5", "2000", "CN"),
        ],
        "13000",
        currency="JPY",
    ),
)

written(
    "a tariff number merged over its lines",
    saved(
        [
            ["HTS", "Description", "Qty", "Price", "Amount USD"],
            ["7318.15.2065", "Bolt M8", 100, 0.5, 50],
            [None, "Bolt M10", 100, 0.8, 80],
            ["7318.16.0085", "Nut M8", 200, 0.2, 40],
            [None, "Nut M10", 100, 0.3, 30],
            ["Total", None, None, None, 200],
        ],
        merge("A2:A3", "A4:A5"),
    ),
    Invoice(
        [
            Line(2, "Bolt M8", "7318152065", "100", "50", None),
            Line(3, "Bolt M10", "7318152065", "100", "80", None),
            Line(4, "Nut M8", "7318160085", "200", "40", None),
            Line(5, "Nut M10", "7318160085", "100", "30", None),
        ],
        "200",
    ),
)

written(
    "units beneath the headings and dates of the era",
    saved(
        [
            ["送り状番号", "R-8", None, "日付", "令和8年11月2日"],
            ["品名", "HSコード", "数量", "単価", "金額"],
            [None, None, "（個）", "（円）", "（円）"],
            ["茶碗", "6912.00.3900", 10, 500, 5000],
            ["合計", None, None, None, 5000],
        ]
    ),
    Invoice(
        [Line(4, "茶碗", "6912003900", "10", "5000", None, {"unit": "個"})],
        "5000",
        currency="JPY",
        more={"invoice_no": "R-8", "invoice_date": "2026-11-02"},
    ),
)

written(
    "a date as Excel keeps it",
    saved(
        [["Invoice No.", "DT-1"], ["Date", None], HEADING, BEARING, [None, "TOTAL", None, None, None, 30]],
        _date,
    ),
    Invoice([Line(4, *BEARING_READ)], "30", more={"invoice_date": "2026-11-02"}),
)

written(
    "blank columns and blank rows among the goods",
    saved(
        [
            ["Item", None, "Description", None, "HTS", None, "Qty", "Unit Price", None, "Amount (USD)"],
            [],
            ["A-1", None, "Ball bearing", None, "8482.10.5032", None, 10, 3, None, 30],
            [],
            [],
            ["A-2", None, "Gear box", None, "8483.40.5010", None, 1, 300, None, 300],
            [],
            [None, None, "TOTAL", None, None, None, None, None, None, 330],
        ]
    ),
    Invoice([Line(3, *BEARING_READ), Line(6, *GEAR_READ)], "330"),
)

written(
    "a footer on each page between the goods",
    saved(
        [
            HEADING,
            BEARING,
            ["Hayama Precision Co., Ltd.", None, None, None, None, "Page 1 of 2"],
            ["2-3-4 Honcho, Yokohama", None, "Tel. 045-123-4567"],
            HEADING,
            GEAR,
            TOTAL,
            ["Hayama Precision Co., Ltd.", None, None, None, None, "Page 2 of 2"],
        ]
    ),
    Invoice([Line(2, *BEARING_READ), Line(6, *GEAR_READ)], "330", asks=asks("row-left-out-half-filled")),
)

written(
    "revised lines struck out by words",
    saved(
        [
            HEADING,
            BEARING,
            ["A-9", "CANCELLED Pump", "8413.91.9055", 0, 100, 0],
            GEAR,
            TOTAL,
        ]
    ),
    Invoice(
        [
            Line(2, *BEARING_READ),
            Line(3, "CANCELLED Pump", "8413919055", "0", "0", None),
            Line(4, *GEAR_READ),
        ],
        "330",
    ),
)

written(
    "English and Japanese names in two columns",
    saved(
        [
            [
                "Part No.",
                "品名",
                "Description",
                "HTSコード",
                "Q'ty 数量",
                "Unit Price 単価 (USD)",
                "Amount 金額 (USD)",
            ],
            ["A-1", "玉軸受", "Ball bearing", "8482.10.5032", 10, 3, 30],
            ["A-2", "減速機", "Gear box", "8483.40.5010", 1, 300, 300],
            ["Total 合計", None, None, None, None, None, 330],
        ]
    ),
    Invoice(
        [
            Line(2, "Ball bearing", "8482105032", "10", "30", None),
            Line(3, "Gear box", "8483405010", "1", "300", None),
        ],
        "330",
    ),
)

written(
    "quantity totals only, the amounts at the very right",
    saved(
        [
            [
                "No.",
                "Description",
                "Country of Origin",
                "HTS#",
                "Qty",
                "UOM",
                "Unit Value",
                "Total Value (US$)",
            ],
            [1, "Ball bearing", "JAPAN", "8482.10.5032", 10, "EA", 3, 30],
            [2, "Gear box", "JAPAN", "8483.40.5010", 1, "EA", 300, 300],
            [None, "Total pieces", None, None, 11],
            [None, "Total weight (kg)", None, None, 55],
            [None, "Grand total", None, None, None, None, None, 330],
        ]
    ),
    Invoice(
        [
            Line(2, "Ball bearing", "8482105032", "10", "30", "JP", {"unit": "EA"}),
            Line(3, "Gear box", "8483405010", "1", "300", "JP"),
        ],
        "330",
    ),
)

written(
    "a table of one line with everything in one row of labels",
    saved(
        [
            ["Shipper", "Hayama Precision Co., Ltd.", None, "Invoice No.", "ONE-1"],
            ["Qty", "Description", "HTS", "Unit", "Price US$", "Amount US$"],
            [1, "Lathe", "8458.11.0050", "SET", 70000, 70000],
        ]
    ),
    Invoice([Line(3, "Lathe", "8458110050", "1", "70000", None)], None, more={"invoice_no": "ONE-1"}),
)
