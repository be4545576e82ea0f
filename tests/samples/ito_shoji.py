"""A trading house's 請求書: Japanese headings, yen, merged titles, sections with 小計, 運賃, 令和 dates."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.samples.ito_goods import ALUMINUM, MACHINE_PARTS, STEEL, Good
from tests.samples.sheet import Column, goods_row, heading_row, print_setup, set_widths, write

FONT = "MS PGothic"
YEN = '"¥"#,##0'
COLUMNS = (
    Column("項番", 5, align="center"),
    Column("品番", 14),
    Column("品名・仕様", 36),
    Column("HSコード", 15, "0", "center"),
    Column("材質", 12),
    Column("数量", 9, "#,##0", "right"),
    Column("単位", 6, align="center"),
    Column("単価\n(円)", 10, YEN, "right"),
    Column("金額\n(円)", 13, YEN, "right"),
    Column("原産国", 8, align="center"),
    Column("正味重量\n(kg)", 11, "#,##0.0", "right"),
)
FACTS = (
    ("請求書番号", "ITO-2026-0412"),
    ("発行日", "令和8年11月4日"),
    ("船積日", "令和8年11月9日"),
    ("取引条件", "CFR ロサンゼルス"),
    ("通貨", "日本円 (JPY)"),
    ("船名", "こくよう丸 第27次航"),
    ("積出港", "神戸港"),
    ("仕向港", "ロサンゼルス港"),
)
SECTIONS = (("【鋼材・ねじ類】", STEEL), ("【アルミ製品】", ALUMINUM), ("【機械部品】", MACHINE_PARTS))
CHARGES = (("海上運賃", 486_000), ("輸出梱包費", 92_400))
HEADING_ROW = 17


def workbook() -> Workbook:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "請求書"
    set_widths(sheet, COLUMNS)
    write_letterhead(sheet)
    heading_row(sheet, HEADING_ROW, COLUMNS, FONT)
    row = write_sections(sheet, HEADING_ROW + 1)
    write_totals(sheet, row)
    print_setup(sheet, HEADING_ROW)
    return book


def write_letterhead(sheet: Worksheet) -> None:
    write(sheet, "A1:K1", "請 求 書 (インボイス)", bold=True, size=18, align="center", font=FONT)
    sheet.row_dimensions[1].height = 32
    write(sheet, "A3:E3", "GREAT BASIN MOTOR SUPPLY, INC. 御中", bold=True, size=12, font=FONT)
    write(sheet, "A4", "4120 Harbor Gate Avenue, Long Beach, CA 90831, U.S.A.", font=FONT)
    write(sheet, "A6", "下記の通りご請求申し上げます。", font=FONT)
    seller = ("伊藤商事貿易株式会社 機工部", "〒530-0099 大阪市北区西梅ヶ枝町2丁目118番", "電話 06-0000-0412")
    for row, text in enumerate(seller, start=3):
        write(sheet, f"G{row}:K{row}", text, bold=row == 3, align="right", font=FONT)
    for offset, (label, fact) in enumerate(FACTS):
        row = 8 + offset // 2 * 2
        label_column, fact_column = ("A", "C") if offset % 2 == 0 else ("E", "G")
        write(sheet, f"{label_column}{row}", label, bold=True, font=FONT)
        write(sheet, f"{fact_column}{row}", fact, font=FONT)
    write(sheet, "A16", "お支払条件:船積後60日以内銀行振込", size=9, font=FONT)


def write_sections(sheet: Worksheet, row: int) -> int:
    """Write every section with its 小計; return the first row below them."""
    number = 0
    for title, goods in SECTIONS:
        write(sheet, f"A{row}:K{row}", title, bold=True, font=FONT)
        row += 1
        for good in goods:
            number += 1
            goods_row(sheet, row, COLUMNS, good_values(number, good), FONT)
            row += 1
        write_amount(sheet, row, "小計", subtotal(goods))
        row += 1
    return row


def good_values(number: int, good: Good) -> tuple[str | int | float | None, ...]:
    return (
        number,
        good.item,
        good.description,
        good.hts,
        good.material,
        good.quantity,
        good.unit,
        good.price,
        good.amount,
        "日本",
        good.weight,
    )


def subtotal(goods: Sequence[Good]) -> int:
    return sum(good.amount for good in goods)


def write_amount(sheet: Worksheet, row: int, label: str, amount: int, *, bold: bool = False) -> None:
    write(sheet, f"A{row}:H{row}", label, bold=bold, align="right", font=FONT)
    write(sheet, f"I{row}", amount, bold=bold, font=FONT, number_format=YEN)


def write_totals(sheet: Worksheet, row: int) -> None:
    total = sum(subtotal(goods) for _, goods in SECTIONS)
    for label, amount in CHARGES:
        write_amount(sheet, row, label, amount)
        total += amount
        row += 1
    write_amount(sheet, row, "合計金額", total, bold=True)
    write(sheet, f"A{row + 2}", "備考", bold=True, font=FONT)
    remarks = (
        "1. 原産地:全品 日本。 鋼材の溶解・鋳込国、アルミの製錬・鋳造国はいずれも日本。",
        "2. 消費税は輸出免税につき0%です。",
        "3. お振込先:なにわ商業銀行 梅ヶ枝支店 普通 0412118 イトウシヨウジボウエキ(カ",
    )
    for offset, text in enumerate(remarks, start=3):
        write(sheet, f"A{row + offset}", text, size=9, font=FONT)
    write(sheet, f"I{row + 7}:K{row + 7}", "担当:伊藤 印", align="right", font=FONT)
