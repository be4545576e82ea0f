"""Making room for copies of a row: everything under it moves down, whatever refers to it follows."""

from copy import copy

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet as Sheet

from duty_desktop.report.template.references import RowsInserted


def make_room(book: Workbook, sheet: Sheet, row: int, extra: int) -> None:
    """Put `extra` rows under a row, with its height and its joined cells; their cells stay empty."""
    if extra <= 0:
        return
    inserted = RowsInserted(sheet.title, row, extra)
    joined = list(sheet.merged_cells.ranges)
    sheet.insert_rows(row + 1, extra)
    _move_joined(sheet, joined, inserted)
    _move_heights(sheet, inserted)
    _move_rules(sheet, inserted)
    _move_ranges(sheet, inserted)
    for other in book.worksheets:
        _move_formulas(other, inserted)
        for defined in other.defined_names.values():
            defined.attr_text = inserted.formula(f"={defined.attr_text}", "")[1:]
    for defined in book.defined_names.values():
        defined.attr_text = inserted.formula(f"={defined.attr_text}", "")[1:]


def _move_joined(sheet: Sheet, joined: list[CellRange], inserted: RowsInserted) -> None:
    for area in joined:
        if area.min_row > inserted.row:
            sheet.merged_cells.remove(area)
            area.shift(row_shift=inserted.extra)
            sheet.merged_cells.add(area)


def join_copies(sheet: Sheet, row: int, extra: int) -> None:
    """Join in each copy of a row what is joined in the row itself."""
    own = [area for area in sheet.merged_cells.ranges if area.min_row == row == area.max_row]
    for area in own:
        for copied in range(row + 1, row + extra + 1):
            sheet.merge_cells(None, copied, area.min_col, copied, area.max_col)


def _move_heights(sheet: Sheet, inserted: RowsInserted) -> None:
    heights = sheet.row_dimensions
    for row in sorted((row for row in heights if row > inserted.row), reverse=True):
        moved = heights.pop(row)
        moved.index = row + inserted.extra
        heights[moved.index] = moved
    if inserted.row in heights and heights[inserted.row].height is not None:
        for row in range(inserted.row + 1, inserted.row + inserted.extra + 1):
            heights[row].height = heights[inserted.row].height
    for line in sheet.row_breaks.brk:
        if line.id >= inserted.row:
            line.id += inserted.extra


def _move_rules(sheet: Sheet, inserted: RowsInserted) -> None:
    """Conditional formats and validations, with the formulas in them."""
    formats = ConditionalFormattingList()
    for conditional in sheet.conditional_formatting:
        for rule in conditional.rules:
            rule.formula = [
                inserted.formula(f"={text}", sheet.title, within=True)[1:] for text in rule.formula
            ]
            formats.add(inserted.ranges(str(conditional.sqref)), rule)
    sheet.conditional_formatting = formats
    for validation in sheet.data_validations.dataValidation:
        validation.sqref = type(validation.sqref)(inserted.ranges(str(validation.sqref)))
        for name in ("formula1", "formula2"):
            text = getattr(validation, name)
            if text:
                setattr(validation, name, inserted.formula(f"={text}", sheet.title)[1:])


def _move_ranges(sheet: Sheet, inserted: RowsInserted) -> None:
    """Filters, tables and the printed area."""
    if sheet.auto_filter.ref:
        sheet.auto_filter.ref = inserted.ranges(sheet.auto_filter.ref)
    for table in sheet.tables.values():
        table.ref = inserted.ranges(table.ref)
        if table.autoFilter is not None and table.autoFilter.ref:
            table.autoFilter.ref = inserted.ranges(table.autoFilter.ref)
    if sheet.print_area:
        areas = [area.rpartition("!")[2] for area in str(sheet.print_area).split(",")]
        sheet.print_area = ",".join(inserted.ranges(area) for area in areas)


def _move_formulas(sheet: Sheet, inserted: RowsInserted) -> None:
    same = sheet.title == inserted.sheet
    for row in sheet.iter_rows():
        for cell in row:
            if not isinstance(cell, Cell):
                continue
            if same and cell.hyperlink is not None:
                cell.hyperlink.ref = cell.coordinate
            if cell.data_type != "f":
                continue
            within = same and cell.row == inserted.row
            if isinstance(cell.value, ArrayFormula):
                moved = copy(cell.value)
                moved.text = inserted.formula(moved.text or "", sheet.title, within=within)
                moved.ref = cell.coordinate if same and ":" not in moved.ref else inserted.ranges(moved.ref)
                cell.value = moved
            elif isinstance(cell.value, str):
                cell.value = inserted.formula(cell.value, sheet.title, within=within)
