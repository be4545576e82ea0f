"""One door for all formats: a path in, sheets out."""

import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from duty_desktop.invoice.sheet import Cell, Merge, Sheet
from duty_desktop.invoice.sources.delimited import read_delimited
from duty_desktop.invoice.sources.package import Kind, kind_of, password_protected, refuse
from duty_desktop.invoice.sources.sheet_xml import SheetScan, cell_formats, is_surely_dense, scan, sheet_parts

SUPPORTED_SUFFIXES = (".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt")
MAX_CELLS = 16_000_000
Formats = Callable[[Sequence[int]], Mapping[tuple[int, int], str]]


def open_sheets(path: Path) -> list[Sheet]:
    """All worksheets of a file, hidden ones too, with plain values; formulas are never calculated.

    Raises WorkbookError when the file is not a workbook, protected, damaged or empty.
    """
    kind = kind_of(path)
    if kind is Kind.TEXT:
        sheets = read_delimited(path)
    elif kind is Kind.XLSX:
        sheets = _read_xlsx(path)
    else:
        sheets = [_plain_sheet(book, index) for book, index in _worksheets(path)]
    if not any(sheet.rows for sheet in sheets):
        raise refuse(
            "workbook-empty",
            f"“{path.name}” holds no values in any sheet.",
            "Check that it is the right file; a picture of an invoice cannot be read.",
        )
    return sheets


def _open(path: Path) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_path(path)
    except PasswordError as error:
        raise password_protected(path) from error
    except (CalamineError, OSError, ValueError) as error:
        raise _damaged(path, error) from error


def _damaged(path: Path, error: Exception) -> Exception:
    if "password" in str(error).lower():
        return password_protected(path)
    return refuse(
        "workbook-damaged",
        f"“{path.name}” is damaged: {error}.",
        "Open and save it again in Excel, or ask for the file again.",
    )


def _worksheets(path: Path) -> Iterator[tuple[CalamineWorkbook, int]]:
    book = _open(path)
    for index, about in enumerate(book.sheets_metadata):
        if about.typ is SheetTypeEnum.WorkSheet:
            yield book, index


def _values(book: CalamineWorkbook, index: int) -> tuple[CalamineSheet, list[list[Cell]]]:
    try:
        read = book.get_sheet_by_index(index)
        return read, read.to_python(skip_empty_area=True)
    except (CalamineError, ValueError) as error:
        raise _damaged(Path(str(book.path or "")), error) from error


def _plain_sheet(book: CalamineWorkbook, index: int) -> Sheet:
    about = book.sheets_metadata[index]
    read, rows = _values(book, index)
    top, left = read.start or (0, 0)
    merges = tuple(Merge(a[0], a[1], b[0], b[1]) for a, b in read.merged_cell_ranges or ())
    return Sheet(
        name=about.name,
        rows=rows,
        first_row=top + 1,
        first_column=left,
        visible=about.visible is SheetVisibleEnum.Visible,
        merges=merges,
    )


@dataclass(frozen=True, slots=True)
class _Formats:
    """Number formats of a sheet, looked up in the package only when asked."""

    path: Path
    part: str

    def __call__(self, rows: Sequence[int]) -> Mapping[tuple[int, int], str]:
        with zipfile.ZipFile(self.path) as package:
            return cell_formats(package, self.part, rows)


def _read_xlsx(path: Path) -> list[Sheet]:
    with zipfile.ZipFile(path) as package, ThreadPoolExecutor(1) as beside:
        parts = sheet_parts(package)
        sheets = []
        for book, index in _worksheets(path):
            about = book.sheets_metadata[index]
            part = parts.get(about.name)
            look = beside.submit(scan, package, part) if part else None
            # A large sheet with a credible dimension is read while it is looked through.
            sure = look is not None and part is not None and is_surely_dense(package, part, MAX_CELLS)
            if look is None or sure or look.result().cells <= MAX_CELLS:
                sheet = _plain_sheet(book, index)
            else:
                from duty_desktop.invoice.sources.sparse import read_sparse

                visible = about.visible is SheetVisibleEnum.Visible
                sheet = replace(read_sparse(path, about.name, part or ""), visible=visible)
            if look is not None and part is not None:
                sheet = _with_scan(sheet, look.result(), _Formats(path, part))
            sheets.append(sheet)
    return sheets


def _with_scan(sheet: Sheet, look: SheetScan, formats: Formats) -> Sheet:
    return replace(
        sheet,
        hidden_rows=frozenset(look.hidden_rows),
        hidden_columns=frozenset(look.hidden_columns),
        formulas_without_value=look.formulas_without_value,
        formats=formats,
    )
