"""Sheets of .xlsx and .xlsm: values by calamine, hidden rows and number formats from the XML itself."""

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from threading import Event

from python_calamine import CalamineWorkbook

from duty_desktop.invoice.sheet import Sheet
from duty_desktop.invoice.sources.damage import damage_named
from duty_desktop.invoice.sources.encodings import refuse_foreign_encodings
from duty_desktop.invoice.sources.package import Kind
from duty_desktop.invoice.sources.parts import Parts
from duty_desktop.invoice.sources.rust_reader import open_book, plain_sheet, without_cells, worksheets
from duty_desktop.invoice.sources.sheet_xml import (
    SheetScan,
    cell_formats,
    holds_values,
    is_surely_dense,
    scan,
    sheet_parts,
    style_formats,
)
from duty_desktop.terms.beside import Beside

_STYLES = "xl/styles.xml"
_SHARED = ("xl/sharedStrings.xml", _STYLES)


class Styles:
    """The number formats of a workbook's styles, read when first asked for."""

    def __init__(self, path: Path, parts: Parts) -> None:
        self.path = path
        self.parts = parts

    @cached_property
    def formats(self) -> list[str]:
        """Those of the styles in their order."""
        if _STYLES not in self.parts:
            return []
        with self.parts.open(_STYLES) as stream:
            return style_formats(stream.read().decode("utf-8", "replace"))


@dataclass(frozen=True, slots=True)
class PackageFormats:
    """Number formats of a sheet, looked up in the package only when asked."""

    styles: Styles
    part: str

    def __call__(self, rows: Sequence[int]) -> Mapping[tuple[int, int], str]:
        """The formats of the cells of some rows, by spreadsheet row and column."""
        with damage_named(self.styles.path):
            if not any(self.styles.formats):
                return {}
            with self.styles.parts.open(self.part) as sheet:
                return cell_formats(sheet, self.styles.formats, rows)


def read_xlsx(path: Path, asked_for: Event | None = None) -> list[Sheet]:
    """All worksheets, each looked through before or, when large and credible, while it is read.

    The latter begins only when `asked_for` is set, or the sheet is read.
    """
    with zipfile.ZipFile(path) as package:
        parts = sheet_parts(package)
        refuse_foreign_encodings(package, path, parts, *_SHARED)
        book = open_book(path, Kind.XLSX)
        opened = _Opened(path, package, book, parts, asked_for, Styles(path, Parts(path, package)))
        sheets = []
        for index, name, visible in worksheets(book):
            with damage_named(path, name):
                sheets.append(replace(opened.sheet(index, name), visible=visible))
        for name in without_cells(book):
            with damage_named(path, name):
                opened.refuse_unread(name)
    return sheets


@dataclass(frozen=True, slots=True)
class _Opened:
    path: Path
    package: zipfile.ZipFile
    book: CalamineWorkbook
    parts: Mapping[str, str]
    asked_for: Event | None
    styles: Styles

    def sheet(self, index: int, name: str) -> Sheet:
        """One sheet, with what is hidden in it."""
        part = self.parts.get(name)
        if part is None:  # its relation is written in a way that calamine alone understands
            return plain_sheet(self.book, index, name)
        sheet, look = self._read(index, name, part)
        if not sheet.rows:
            self.refuse_unread(name)
        return _with_scan(sheet, look, PackageFormats(self.styles, part))

    def _read(self, index: int, name: str, part: str) -> tuple[Sheet, SheetScan]:
        if is_surely_dense(self.package, part):
            looking = Beside(partial(scan, self.package, part, extent=False), self.asked_for)
            with looking:
                return plain_sheet(self.book, index, name), looking.result()
        look = _look(self.package, part)
        if look.is_too_sparse(self.package.getinfo(part).file_size):
            from duty_desktop.invoice.sources.sparse import read_sparse

            return read_sparse(self.path, name, part), look
        return plain_sheet(self.book, index, name), look

    def refuse_unread(self, name: str) -> None:
        """Raise ValueError when a sheet of which nothing is read holds values: nobody would miss it."""
        part = self.parts.get(name)
        if part is not None and holds_values(self.package, part):
            raise ValueError(f"nothing of {part} was found")


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
