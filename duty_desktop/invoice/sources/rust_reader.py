"""Values by python-calamine, which allocates a sheet's whole used rectangle: callers check it first."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from duty_desktop.invoice.column_store import ColumnStore
from duty_desktop.invoice.sheet import Merge, Sheet
from duty_desktop.invoice.sources.damage import damage_named, refuse_twins
from duty_desktop.invoice.sources.package import Kind

_SUFFIXES = {
    Kind.XLSX: (".xlsx", ".xlsm", ".xltx"),
    Kind.XLS: (".xls",),
    Kind.XLSB: (".xlsb",),
    Kind.ODS: (".ods",),
}


def open_book(path: Path, kind: Kind) -> CalamineWorkbook:
    """Open a workbook; one with a foreign suffix is read from memory, as calamine trusts the suffix."""
    if path.suffix.lower() in _SUFFIXES[kind]:
        return CalamineWorkbook.from_path(path)
    with path.open("rb") as file:
        return CalamineWorkbook.from_filelike(file)


def worksheets(book: CalamineWorkbook) -> Iterator[tuple[int, str, bool]]:
    """Index, name and visibility of the sheets that hold cells. Raises ValueError when two have one name."""
    refuse_twins(about.name for about in book.sheets_metadata)
    for index, about in enumerate(book.sheets_metadata):
        if about.typ is SheetTypeEnum.WorkSheet:
            yield index, about.name, about.visible is SheetVisibleEnum.Visible


def without_cells(book: CalamineWorkbook) -> Iterator[str]:
    """Names of the sheets that are said to hold a chart or a dialog and no cells."""
    for about in book.sheets_metadata:
        if about.typ in (SheetTypeEnum.ChartSheet, SheetTypeEnum.DialogSheet):
            yield about.name


def plain_sheet(book: CalamineWorkbook, index: int, name: str, visible: bool = True) -> Sheet:
    """One sheet with its values and merged ranges."""
    read = book.get_sheet_by_index(index)
    top, left = read.start or (0, 0)
    merges = tuple(Merge(a[0], a[1], b[0], b[1]) for a, b in read.merged_cell_ranges or ())
    used = ColumnStore.of(islice(read.iter_rows(), top, None))  # it begins at row 1, but at the first column
    return Sheet(
        name=name,
        rows=used,
        first_row=top + 1,
        first_column=left,
        visible=visible,
        merges=merges,
        columns=used.columns,
    )


def read_plain(path: Path, kind: Kind) -> list[Sheet]:
    """All sheets of an .xls, .xlsb or .ods file."""
    from duty_desktop.invoice.sources.old_formats import refuse_if_too_large  # .xlsx needs none of it
    from duty_desktop.invoice.sources.open_document import check_content

    refuse_if_too_large(path, kind)
    if kind is Kind.ODS:
        check_content(path)
    book = open_book(path, kind)
    sheets = []
    for index, name, visible in worksheets(book):
        with damage_named(path, name):
            sheets.append(plain_sheet(book, index, name, visible))
    return sheets
