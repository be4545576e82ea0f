"""A template to fill: an importer's costing sheet with own formulas, and what a broker keys, in one book."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from tests.samples.sheet import Column, goods_row, heading_row, print_setup, set_widths, write

MONEY = "#,##0.00"
COSTS = (
    Column("Line", 7, align="center"),
    Column("Item no.", 16),
    Column("Description", 48),
    Column("HTS number", 15),
    Column("Qty", 10, "#,##0.##", "right"),
    Column("Unit", 7),
    Column("Price (USD)", 14, MONEY, "right"),
    Column("Duty", 12, MONEY, "right"),
    Column("MPF and HMF", 12, MONEY, "right"),
    Column("Landed cost", 14, MONEY, "right"),
    Column("Landed cost per unit", 13, MONEY, "right"),
    Column("State", 9),
)
COST_ROW = 10
COST_CELLS = (
    *("{{line.line}}", "{{line.item}}", "{{line.description}}", "{{line.hts}}", "{{line.quantity}}"),
    *("{{line.unit}}", "{{line.price}}", "{{line.duty_to}}", "{{line.fees}}"),
    f"=SUM(G{COST_ROW}:I{COST_ROW})",
    f'=IF(N(E{COST_ROW})>0,J{COST_ROW}/E{COST_ROW},"")',
    "{{line.state}}",
)
NAMED = {
    "invoice_no": ("Invoice", "C4", ""),
    "seller": ("Seller", "C5", ""),
    "entry_date": ("Entry date", "C6", "d mmm yyyy"),
    "value_total": ("Entered value (USD)", "H4", MONEY),
    "duty_total": ("Duty (USD), empty while lines are open", "H5", MONEY),
    "grand_total_to": ("Duty and fees, at most (USD)", "H6", MONEY),
}
ENTRIES = (
    Column("Line", 7, align="center"),
    Column("Description", 48),
    Column("Number", 15),
    Column("Net quantity", 12, "#,##0.##", "right"),
    Column("Unit", 7),
    Column("Value", 12, "#,##0", "right"),
    Column("Rate", 24),
    Column("Duty", 12, MONEY, "right"),
)
ENTRY_ROW = 5
ENTRY_CELLS = (
    *("{{entry.line}}", "{{entry.description}}", "{{entry.number}}", "{{entry.quantity}}"),
    *("{{entry.unit}}", "{{entry.value}}", "{{entry.rate}}", "{{entry.duty}}"),
)


def workbook() -> Workbook:
    book = Workbook()
    costs = book.worksheets[0]
    costs.title = "Landed cost"
    write_costs(book, costs)
    write_entry(book.create_sheet("Entry"))
    return book


def write_costs(book: Workbook, sheet: Worksheet) -> None:
    set_widths(sheet, COSTS)
    write(sheet, "A1:L1", "Landed cost of {{invoice_no}}", bold=True, size=15)
    write(sheet, "A2:L2", "{{disclaimer}}. Schedule {{schedule_edition}}, made on {{report_date}}.", size=9)
    for name, (label, place, number_format) in NAMED.items():
        before = f"A{place[1:]}" if place.startswith("C") else f"E{place[1:]}"
        write(sheet, before, label)
        write(sheet, place, None, bold=True, align="left", number_format=number_format or "General")
        fixed = f"'Landed cost'!${place[0]}${place[1:]}"
        book.defined_names[name] = DefinedName(name, attr_text=fixed)
    heading_row(sheet, COST_ROW - 1, COSTS)
    pattern_row(sheet, COST_ROW, COSTS, COST_CELLS)
    total = COST_ROW + 1
    write(sheet, f"A{total}:F{total}", "Total", bold=True)
    for column in "GHIJ":
        place = f"{column}{total}"
        write(sheet, place, f"=SUM({column}{COST_ROW}:{column}{COST_ROW})", bold=True, number_format=MONEY)
    shade = DifferentialStyle(fill=PatternFill("solid", bgColor="FFF2CC"))
    open_lines = Rule("expression", dxf=shade, formula=[f'$L{COST_ROW}="review"'])
    sheet.conditional_formatting.add(f"A{COST_ROW}:L{COST_ROW}", open_lines)
    write(
        sheet, f"A{total + 2}:L{total + 2}", "Open lines are shaded, with the most their duty can be.", size=9
    )
    sheet.print_area = f"A1:L{total + 2}"
    sheet.freeze_panes = f"A{COST_ROW}"
    print_setup(sheet, COST_ROW - 1, landscape=True)


def write_entry(sheet: Worksheet) -> None:
    set_widths(sheet, ENTRIES)
    write(sheet, "A1:H1", "To key: {{invoice_no}}, entry of {{entry_date}}", bold=True, size=13)
    write(sheet, "A2:H2", "MPF {{filed_mpf_total}}, HMF {{filed_hmf_total}} USD", size=9)
    heading_row(sheet, ENTRY_ROW - 1, ENTRIES)
    pattern_row(sheet, ENTRY_ROW, ENTRIES, ENTRY_CELLS)
    print_setup(sheet, ENTRY_ROW - 1, landscape=True)


def pattern_row(sheet: Worksheet, row: int, columns: Sequence[Column], cells: Sequence[str]) -> None:
    """The row that is repeated: it looks like the rows that it becomes."""
    goods_row(sheet, row, columns, cells)
    for place, column in enumerate(columns, start=1):
        cell = sheet.cell(row, place)
        cell.number_format = column.number_format
        cell.font = Font(name="Arial", size=9)
