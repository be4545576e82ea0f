"""Workbooks with several sheets: packing lists, copies, one invoice over two sheets, many invoices."""

from pathlib import Path

from openpyxl import Workbook

from tests.invoices_written.model import Invoice, Line, Rows, asks, book, fill, in_sheets, saved, written
from tests.invoices_written.plain import GOODS, HEADINGS, LETTERHEAD, TOTAL, goods_from

PACKING: Rows = [
    ["PACKING LIST"],
    ["Invoice No.: TB-2026-0917"],
    [],
    ["Case No.", "Part No.", "Description", "Q'ty", "N.W. (kg)", "G.W. (kg)"],
    [1, "45022-S7A", "Front brake pad set", 200, 300, 320],
    [2, "51220-TA0", "Ball joint, lower", 100, 120, 130],
    ["TOTAL", None, None, 300, 420, 450],
]
INVOICE: Rows = [*LETTERHEAD, HEADINGS, *GOODS, *TOTAL]

written(
    "a packing list before the invoice",
    in_sheets(PackingList=PACKING, Invoice=INVOICE),
    Invoice(goods_from(7), "3750"),
)
written(
    "only a packing list",
    saved(PACKING),
    Invoice(
        [
            Line(5, "Front brake pad set", None, "200", None, None),
            Line(6, "Ball joint, lower", None, "100", None, None),
        ],
        currency=None,
        asks=asks("no-amounts"),
    ),
)

written(
    "one invoice over two sheets",
    in_sheets(
        Page1=[*LETTERHEAD, HEADINGS, *GOODS[:2]],
        Page2=[["Page 2 of 2"], HEADINGS, *GOODS[2:], *TOTAL],
    ),
    Invoice(
        [*goods_from(7)[:2], Line(3, "Bolt, hex M10", "7318152065", "5000", "425", more={"sheet": "Page2"})],
        "3750",
    ),
)


def _numbered(number: str, price: int) -> Rows:
    return [
        ["Invoice No.:", number, None, "Date:", "2026-09-01"],
        ["Made in Japan"],
        ["Description", "HTS", "Qty", "Unit Price USD", "Amount USD"],
        ["Guitar", "9202.90.6000", 2, price, 2 * price],
        ["TOTAL", None, None, None, 2 * price],
    ]


def _guitar(row: int, amount: str) -> list[Line]:
    return [Line(row, "Guitar", "9202906000", "2", amount)]


written(
    "three invoices on three sheets",
    in_sheets(A=_numbered("G-1", 100), B=_numbered("G-2", 200), C=_numbered("G-3", 300)),
    Invoice(_guitar(4, "200"), "200", more={"invoice_no": "G-1"}),
    Invoice(_guitar(4, "400"), "400", more={"invoice_no": "G-2"}),
    Invoice(_guitar(4, "600"), "600", more={"invoice_no": "G-3"}),
)
written(
    "two invoices one below the other",
    saved([*_numbered("G-1", 100), [], [], *_numbered("G-2", 200)]),
    Invoice(_guitar(4, "200"), "200", more={"invoice_no": "G-1"}),
    Invoice(_guitar(11, "400"), "400", more={"invoice_no": "G-2"}),
)
written(
    "the same invoice in English and in Japanese",
    in_sheets(
        English=INVOICE,
        日本語=[
            ["請求書番号", "TB-2026-0917"],
            ["項番", "品番", "品名", "HSコード", "数量", "単位", "単価(USD)", "金額(USD)"],
            *GOODS,
            [None, None, "合計", None, None, None, None, 3750],
        ],
    ),
    Invoice(goods_from(7), "3750"),
    file_asks=["table-repeats-another"],
)
written(
    "a summary by tariff number below the goods",
    saved(
        [
            *INVOICE,
            [],
            ["HTS Code", "Description", "Quantity", "Amount (USD)"],
            ["8708.30.5090", "Brake parts", 300, 3325],
            ["7318.15.2065", "Bolts", 5000, 425],
            ["TOTAL", None, None, 3750],
        ]
    ),
    Invoice(goods_from(7), "3750"),
    file_asks=["table-repeats-another"],
)


def _with_hidden_draft(path: Path) -> None:
    workbook = book(Draft=_numbered("G-1", 90), Invoice=_numbered("G-1", 100))
    workbook["Draft"].sheet_state = "hidden"
    workbook.save(path)


def _all_hidden_but_cover(path: Path) -> None:
    workbook = book(Cover=[["Please see the attached invoice."]], Data=_numbered("G-1", 100))
    workbook["Data"].sheet_state = "veryHidden"
    workbook.save(path)


written(
    "a hidden draft beside the invoice",
    _with_hidden_draft,
    Invoice(_guitar(4, "200"), "200", more={"invoice_no": "G-1"}),
)
written(
    "the goods on a hidden sheet",
    _all_hidden_but_cover,
    Invoice(_guitar(4, "200"), "200"),
    file_asks=["hidden-sheet-read"],
)


def _forty_sheets(path: Path) -> None:
    workbook = Workbook()
    for number in range(39):
        fill(workbook.create_sheet(f"Notes {number}"), [["Nothing for sale here"], ["Contact", "Mr. Sato"]])
    fill(workbook.create_sheet("Inv"), _numbered("G-40", 50))
    workbook.save(path)


written("forty sheets and one invoice", _forty_sheets, Invoice(_guitar(4, "100"), "100"))


def _stray_cell(path: Path) -> None:
    workbook = book(Invoice=_numbered("G-1", 100))
    workbook.worksheets[0]["XFD1048576"] = "x"
    workbook.save(path)


written("a stray cell in the last corner of the sheet", _stray_cell, Invoice(_guitar(4, "200"), "200"))

written(
    "a table without headings",
    saved(
        [
            ["Guitar, classical", "9202.90.6000", "JP", 2, 150, 300],
            ["Violin", "9202.10.0000", "JP", 3, 200, 600],
            ["Drum", "9206.00.2000", "JP", 1, 80, 80],
        ]
    ),
    Invoice(
        [
            Line(1, "Guitar, classical", "9202906000", "2", "300"),
            Line(2, "Violin", "9202100000", "3", "600"),
            Line(3, "Drum", "9206002000", "1", "80"),
        ],
        currency=None,
        asks=asks("currency-unknown", "no-heading"),
    ),
)

written(
    "headings in an unknown language, proven by arithmetic",
    saved(
        [
            ["Popis", "HTS", "Kusy", "Cena", "Celkem"],
            ["Guitar, classical", "9202.90.6000", 2, 150, 300],
            ["Violin", "9202.10.0000", 3, 200, 600],
            ["Drum", "9206.00.2000", 1, 80, 80],
            [None, None, None, "Total USD", 980],
        ]
    ),
    Invoice(
        [
            Line(2, "Guitar, classical", "9202906000", "2", "300", None),
            Line(3, "Violin", "9202100000", "3", "600", None),
            Line(4, "Drum", "9206002000", "1", "80", None),
        ],
        "980",
        asks=asks("no-heading"),
    ),
)

written(
    "a second sheet that goes on without a heading",
    in_sheets(
        P1=[
            ["Invoice No.", "FN-13", None, "Currency", "USD"],
            ["Origin", "Japan"],
            ["Description", "HTS", "Qty", "Price", "Amount"],
            ["Pump", "8413.70.2004", 2, 400, 800],
            ["Valve", "8481.80.3010", 4, 50, 200],
        ],
        P2=[
            ["Seal", "8484.10.0000", 10, 1, 10],
            ["Hose", "4009.11.0000", 5, 6, 30],
            ["TOTAL", None, None, None, 1040],
        ],
    ),
    Invoice(
        [
            Line(4, "Pump", "8413702004", "2", "800"),
            Line(5, "Valve", "8481803010", "4", "200"),
        ],
    ),
    file_asks=["sheet-without-heading"],
)
