"""A mixed shipment, CIF in dollars: vehicles, parts, tableware, tea; freight, insurance, discount."""

from datetime import datetime
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.samples.mixed_goods import GROUPS, Good
from tests.samples.sheet import Column, goods_row, heading_row, print_setup, set_widths, write

DOLLARS = '"US$"#,##0.00;[Red]("US$"#,##0.00)'
COLUMNS = (
    Column("Item\n品番", 9, align="center"),
    Column("Description of Goods\n品名", 52),
    Column("HTS Code\n(USA)", 16, align="center"),
    Column("Quantity\n数量", 10, "#,##0", "right"),
    Column("Unit\n単位", 7, align="center"),
    Column("Unit Price\n単価 (US$)", 14, DOLLARS, "right"),
    Column("Amount\n金額 (US$)", 16, DOLLARS, "right"),
    Column("Origin\n原産国", 9, align="center"),
    Column("Net Weight\n正味重量 (kg)", 13, "#,##0", "right"),
)
FACTS: tuple[tuple[str, str | datetime], ...] = (
    ("Invoice No. 番号", "HMT-26-0938"),
    ("Date 日付", datetime(2026, 10, 30)),
    ("Terms 条件", "CIF Los Angeles"),
    ("Currency 通貨", "US Dollars (USD)"),
    ("Vessel 船名", "SETO GLORY V.044E"),
    ("From 積出港", "Nagoya, Japan"),
    ("To 仕向港", "Los Angeles, CA, USA"),
    ("Sailing on or about", datetime(2026, 11, 5)),
)
CHARGES = (
    ("Ocean freight Nagoya - Los Angeles 海上運賃", Decimal("9840.00")),
    ("Marine insurance 保険料", Decimal("612.40")),
    ("Less: 2% season discount on group C 値引", Decimal("-1150.50")),
)
HEADING_ROW = 18


def workbook() -> Workbook:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "INV"
    set_widths(sheet, COLUMNS)
    write_letterhead(sheet)
    heading_row(sheet, HEADING_ROW, COLUMNS)
    row = write_groups(sheet, HEADING_ROW + 1)
    write_totals(sheet, row)
    print_setup(sheet, HEADING_ROW, landscape=True)
    sheet.freeze_panes = f"A{HEADING_ROW + 1}"
    return book


def write_letterhead(sheet: Worksheet) -> None:
    write(sheet, "A1:I1", "HAYAMA MOTOR & TRADING CO., LTD.", bold=True, size=15, align="center")
    write(sheet, "A2:I2", "葉山モーター貿易株式会社", size=11, align="center", font="MS PGothic")
    address = "3-7 Minato-Kitadori, Nakagawa-ku, Nagoya 454-0099, Japan"
    write(sheet, "A3:I3", address, size=9, align="center")
    write(sheet, "A5:I5", "COMMERCIAL INVOICE / インボイス", bold=True, size=13, align="center")
    buyer = (
        "Buyer 買主",
        "Cascade & Bay Trading LLC",
        "709 Cannery Row North",
        "San Pedro, CA 90799, U.S.A.",
    )
    for row, text in enumerate(buyer, start=7):
        write(sheet, f"A{row}", text, bold=row == 7)
    for row, (label, fact) in enumerate(FACTS, start=7):
        write(sheet, f"E{row}", label, bold=True)
        write(sheet, f"G{row}", fact, align="left", number_format="mmm d, yyyy")
    write(sheet, "A16", "Country of origin of all goods: Japan. Container No. HMTU 440198-2 / seal 77120.")


def write_groups(sheet: Worksheet, row: int) -> int:
    """Write every group under its title; return the first row below them."""
    for title, goods in GROUPS:
        write(sheet, f"B{row}", title, bold=True, size=9)
        row += 1
        for good in goods:
            row = write_good(sheet, row, good)
    return row


def write_good(sheet: Worksheet, row: int, good: Good) -> int:
    values = (
        good.item,
        good.description,
        good.hts,
        good.quantity,
        good.unit,
        float(good.price),
        float(good.amount),
        "JP",
        int(good.net_weight),
    )
    goods_row(sheet, row, COLUMNS, values)
    for text in good.more:
        row += 1
        write(sheet, f"B{row}", text, size=9)
    return row + 1


def write_totals(sheet: Worksheet, row: int) -> None:
    goods_total = sum((good.amount for _, goods in GROUPS for good in goods), Decimal(0))
    write_amount(sheet, row + 1, "Sub-total 小計", goods_total)
    row += 2
    for label, amount in CHARGES:
        write_amount(sheet, row, label, amount)
        row += 1
    total = goods_total + sum((amount for _, amount in CHARGES), Decimal(0))
    write_amount(sheet, row, "TOTAL CIF LOS ANGELES 合計", total, bold=True)
    write(sheet, f"A{row + 2}", "Freight and insurance are included in the total above. E.&O.E.", size=9)
    write(sheet, f"F{row + 5}", "HAYAMA MOTOR & TRADING CO., LTD.", size=9)
    write(sheet, f"F{row + 6}", "K. Hayama, President", size=9)


def write_amount(sheet: Worksheet, row: int, label: str, amount: Decimal, *, bold: bool = False) -> None:
    write(sheet, f"B{row}", label, bold=bold)
    write(sheet, f"G{row}", float(amount), bold=bold, number_format=DOLLARS)
