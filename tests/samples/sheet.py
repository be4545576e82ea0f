"""The look of a supplier's sheet: fonts, frames, columns and merged cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | float | datetime | None

THIN = Side(style="thin", color="808080")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
SHADE = PatternFill("solid", fgColor="E7E6E6")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a goods table: heading, width in characters, number format, alignment."""

    heading: str
    width: float
    number_format: str = "General"
    align: str = "left"


def write(
    sheet: Worksheet,
    place: str,
    value: Value,
    *,
    bold: bool = False,
    size: int = 10,
    align: str | None = None,
    font: str = "Arial",
    number_format: str = "General",
) -> None:
    """Write one value at `place`; a range such as "A1:J1" is merged first."""
    first = place.split(":", maxsplit=1)[0]
    if ":" in place:
        sheet.merge_cells(place)
    cell = sheet[first]
    cell.value = value
    cell.font = Font(name=font, size=size, bold=bold)
    cell.number_format = number_format
    cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text="\n" in str(value or ""))


def set_widths(sheet: Worksheet, columns: Sequence[Column]) -> None:
    for number, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width


def heading_row(sheet: Worksheet, row: int, columns: Sequence[Column], font: str = "Arial") -> None:
    for number, column in enumerate(columns, start=1):
        cell = sheet.cell(row=row, column=number, value=column.heading)
        cell.font = Font(name=font, size=9, bold=True)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = BOX
        cell.fill = SHADE
    sheet.row_dimensions[row].height = 30


def goods_row(
    sheet: Worksheet, row: int, columns: Sequence[Column], values: Sequence[Value], font: str = "Arial"
) -> None:
    for number, (column, value) in enumerate(zip(columns, values, strict=True), start=1):
        cell = sheet.cell(row=row, column=number, value=value)
        cell.font = Font(name=font, size=9)
        cell.border = BOX
        cell.alignment = Alignment(horizontal=column.align, vertical="center")
        if isinstance(value, int | float):
            cell.number_format = column.number_format


def print_setup(sheet: Worksheet, title_row: int, *, landscape: bool = False) -> None:
    """A4, one page wide, the heading row on every page."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    if sheet.sheet_properties.pageSetUpPr is not None:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{title_row}:{title_row}"
