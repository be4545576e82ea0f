"""A car maker's parts invoice: English, dollars, FOB, ten-digit numbers, with its packing list."""

from datetime import datetime
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.samples.kanto_goods import GOODS, Part
from tests.samples.sheet import Column, Value, goods_row, heading_row, print_setup, set_widths, write

COLUMNS = (
    Column("No.", 5, align="center"),
    Column("Part No.", 18),
    Column("Description of Goods", 40),
    Column("HTSUS No.", 14, align="center"),
    Column("Q'ty", 8, "#,##0", "right"),
    Column("Unit", 6, align="center"),
    Column("Unit Price\n(US$)", 11, "#,##0.00", "right"),
    Column("Amount\n(US$)", 14, "#,##0.00", "right"),
    Column("Country of\nOrigin", 10, align="center"),
    Column("N.W.\n(kg)", 10, "#,##0.0", "right"),
)
PACKING_COLUMNS = (
    Column("Case No.", 9, align="center"),
    Column("Part No.", 18),
    Column("Description of Goods", 40),
    Column("Q'ty", 8, "#,##0", "right"),
    Column("Unit", 6, align="center"),
    Column("N.W. (kg)", 11, "#,##0.0", "right"),
    Column("G.W. (kg)", 11, "#,##0.0", "right"),
)
FACTS: tuple[tuple[str, str | datetime], ...] = (
    ("Invoice No.", "KAP-2026-1187"),
    ("Invoice Date", datetime(2026, 11, 2)),
    ("Order No.", "PO 88-40213"),
    ("Terms of Delivery", "FOB Yokohama, Japan (Incoterms 2020)"),
    ("Payment", "T/T 60 days after B/L date"),
    ("Currency", "USD"),
    ("Vessel / Voyage", "PACIFIC HERON V.118E"),
    ("Port of Loading", "Yokohama, Japan"),
    ("Port of Discharge", "Long Beach, CA, U.S.A."),
    ("On Board Date", datetime(2026, 11, 6)),
)
FIRST_FACT_ROW = 7
HEADING_ROW = 19


def workbook() -> Workbook:
    book = Workbook()
    invoice = book.worksheets[0]
    invoice.title = "Invoice"
    write_letterhead(invoice, "COMMERCIAL INVOICE")
    write_facts(invoice)
    write_goods(invoice)
    packing = book.create_sheet("Packing List")
    write_letterhead(packing, "PACKING LIST")
    write_packing(packing)
    return book


def write_letterhead(sheet: Worksheet, title: str) -> None:
    write(sheet, "A1:J1", "KANTO AUTO PARTS MANUFACTURING CO., LTD.", bold=True, size=16, align="center")
    address = "2-118 Higashi-Kogyodanchi, Ota-shi, Gunma 373-0099, Japan    Tel. +81-276-00-1187"
    write(sheet, "A2:J2", address, size=9, align="center")
    write(sheet, "A4:J4", title, bold=True, size=14, align="center")


def write_facts(sheet: Worksheet) -> None:
    write(sheet, "A6", "Sold to / Consignee:", bold=True)
    buyer = ("Great Basin Motor Supply, Inc.", "4120 Harbor Gate Avenue", "Long Beach, CA 90831, U.S.A.")
    for row, text in enumerate(buyer, start=7):
        write(sheet, f"A{row}", text)
    write(sheet, "A11", "Notify party:", bold=True)
    write(sheet, "A12", "Same as consignee")
    for row, (label, fact) in enumerate(FACTS, start=FIRST_FACT_ROW):
        write(sheet, f"F{row}", label, bold=True)
        write(sheet, f"H{row}", fact, align="left", number_format="yyyy-mm-dd")
    write(
        sheet,
        "A17",
        "Service parts for passenger motor vehicles. Shipping marks: G.B.M.S. / LONG BEACH / C/NO. 1-46",
    )


def write_goods(sheet: Worksheet) -> None:
    set_widths(sheet, COLUMNS)
    heading_row(sheet, HEADING_ROW, COLUMNS)
    row = HEADING_ROW
    for number, part in enumerate(GOODS, start=1):
        row += 1
        values: tuple[Value, ...] = (
            number,
            part.number,
            part.description,
            part.hts,
            part.quantity,
            part.unit,
            float(part.price),
            float(part.amount),
            "JAPAN",
            float(part.net_weight),
        )
        goods_row(sheet, row, COLUMNS, values)
    write_closing(sheet, row + 1)
    print_setup(sheet, HEADING_ROW)
    sheet.freeze_panes = f"A{HEADING_ROW + 1}"


def write_closing(sheet: Worksheet, row: int) -> None:
    total = sum((part.amount for part in GOODS), Decimal(0))
    weight = sum((part.net_weight for part in GOODS), Decimal(0))
    write(sheet, f"A{row}:G{row}", "TOTAL FOB YOKOHAMA   US$", bold=True, align="right")
    write(sheet, f"H{row}", float(total), bold=True, number_format="#,##0.00")
    write(sheet, f"J{row}", float(weight), bold=True, number_format="#,##0.0")
    texts = (
        "We hereby certify that the goods described above are of Japanese origin.",
        "This invoice is true and correct.",
        "Bank: Joshu Commercial Bank, Ota Branch, SWIFT JSCBJPJX, Account 0042187",
        "E. & O. E.",
    )
    for offset, text in enumerate(texts, start=2):
        write(sheet, f"A{row + offset}", text, size=9)
    write(sheet, f"H{row + 7}", "____________________________")
    write(sheet, f"H{row + 8}", "M. Arai, Manager, Export Dept.", size=9)


def write_packing(sheet: Worksheet) -> None:
    set_widths(sheet, PACKING_COLUMNS)
    write(sheet, "A6", "Invoice No. KAP-2026-1187", bold=True)
    heading_row(sheet, 8, PACKING_COLUMNS)
    row = 8
    for case, part in enumerate(GOODS, start=1):
        row += 1
        goods_row(sheet, row, PACKING_COLUMNS, packing_values(case, part))
    print_setup(sheet, 8)


def packing_values(case: int, part: Part) -> tuple[Value, ...]:
    gross = part.net_weight * Decimal("1.08")
    net, rough = float(part.net_weight), float(round(gross, 1))
    return (case, part.number, part.description, part.quantity, part.unit, net, rough)
