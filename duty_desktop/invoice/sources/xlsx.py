"""Sheets of .xlsx and .xlsm: values by calamine, hidden rows and number formats from the XML itself."""

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from threading import Event

from duty_desktop.invoice.sheet import Sheet
from duty_desktop.invoice.sources.damage import damage_named
from duty_desktop.invoice.sources.package import Kind
from duty_desktop.invoice.sources.rust_reader import open_book, plain_sheet, worksheets
from duty_desktop.invoice.sources.sheet_xml import SheetScan, cell_formats, is_surely_dense, scan, sheet_parts
from duty_desktop.terms.beside import Beside


@dataclass(frozen=True, slots=True)
class PackageFormats:
    """Number formats of a sheet, looked up in the package only when asked."""

    path: Path
    part: str

    def __call__(self, rows: Sequence[int]) -> Mapping[tuple[int, int], str]:
        """The formats of the cells of some rows, by spreadsheet row and column."""
        with damage_named(self.path), zipfile.ZipFile(self.path) as package:
            return cell_formats(package, self.part, rows)


def read_xlsx(path: Path, asked_for: Event | None = None) -> list[Sheet]:
    """All worksheets, each looked through before or, when large and credible, while it is read.

    The latter begins only when `asked_for` is set, or the sheet is read.
    """
    with zipfile.ZipFile(path) as package:
        parts = sheet_parts(package)
        book = open_book(path, Kind.XLSX)
        sheets = []
        for index, name, visible in worksheets(book):
            part = parts.get(name)
            if part is None:
                sheets.append(plain_sheet(book, index, name, visible))
                continue
            if is_surely_dense(package, part):
                with Beside(partial(scan, package, part, extent=False), asked_for) as looking:
                    sheet = plain_sheet(book, index, name, visible)
                    look = looking.result()
            else:
                look = _look(package, part)
                if look.is_too_sparse(package.getinfo(part).file_size):
                    from duty_desktop.invoice.sources.sparse import read_sparse

                    sheet = replace(read_sparse(path, name, part), visible=visible)
                else:
                    sheet = plain_sheet(book, index, name, visible)
            sheets.append(_with_scan(sheet, look, PackageFormats(path, part)))
    return sheets


def _look(package: zipfile.ZipFile, part: str) -> SheetScan:
    """One look through a sheet, and another one when it seems too large: for what its cells hold."""
    look = scan(package, part)
    if look.is_too_sparse(package.getinfo(part).file_size):
        from duty_desktop.invoice.sources.used_cells import used_extent

        if (used := used_extent(package, part)) is not None:
            look.last_row, look.last_column = used
    return look


def _with_scan(sheet: Sheet, look: SheetScan, formats: PackageFormats) -> Sheet:
    return replace(
        sheet,
        hidden_rows=frozenset(look.hidden_rows),
        hidden_columns=frozenset(look.hidden_columns),
        formulas_without_value=look.formulas_without_value,
        formats=formats,
    )
