"""The sheets of .xls and .xlsb by their records: whether all are there, and how large, before any is read."""

import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path

from duty_desktop.invoice.sources.compound_file import stream_of
from duty_desktop.invoice.sources.package import Kind, refuse

MOST_CELLS = 16_000_000
# [MS-XLS] records of cells: each begins with row and first column, two bytes each.
_CELL_RECORDS = frozenset((0x0006, 0x00BD, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E, 0x00D6))
_SEVERAL_CELLS = 0x00BD
_SHEET_START, _END = 0x0809, 0x000A
# [MS-XLS] 2.4.28 BoundSheet8: place of the sheet's first record, and 0 when it is to hold cells.
_SHEET_NAMED, _HOLDS_CELLS = 0x0085, 0
_WITH_CELLS = 0x0010  # [MS-XLS] 2.4.21 BOF: what follows is a sheet with cells
# [MS-XLSB]: 0 is a row, 2 to 11 and 62 are cells with values, which begin with their column.
_XLSB_ROW = 0
_XLSB_CELLS = frozenset((*range(2, 12), 62))


def refuse_if_too_large(path: Path, kind: Kind) -> None:
    """Raise WorkbookError when a sheet's rectangle of used cells is beyond reason.

    Raises ValueError when a sheet of an .xls is not where it is said to be: it would vanish beside others.
    """
    if kind is Kind.XLS:
        data = stream_of(path.read_bytes(), ("Workbook", "Book"))
        _refuse_lost_sheets(data)
        cells = _largest_xls(data)
    elif kind is Kind.XLSB:
        cells = _largest_xlsb(path)
    else:
        return
    if cells > MOST_CELLS:
        raise refuse(
            "sheet-too-wide",
            f"A sheet of “{path.name}” has cells so far apart that it cannot be held in memory.",
            "Delete the stray cells far right or far below, or save the invoice as .xlsx or .csv.",
        )


def _refuse_lost_sheets(data: bytes) -> None:
    taken: set[int] = set()
    for kind, start, size in records_of(data):
        if kind == _SHEET_NAMED and size >= 6:
            place, named = struct.unpack_from("<IxB", data, start)
            begins = struct.unpack_from("<HxxxxH", data, place) if place + 8 <= len(data) else ()
            has_cells = begins == (_SHEET_START, _WITH_CELLS)
            if has_cells != (named == _HOLDS_CELLS) or place in taken:
                raise ValueError(f"no sheet begins at byte {place}")
            taken.add(place)
        elif kind == _END and taken:
            return  # of the part that names the sheets


def _largest_xls(data: bytes) -> int:
    largest = row = column = 0
    for kind, start, size in records_of(data):
        if kind == _SHEET_START:
            largest, row, column = max(largest, row * column), 0, 0
        elif kind in _CELL_RECORDS and size >= 4:
            at_row, at_column = struct.unpack_from("<HH", data, start)
            row, column = max(row, at_row + 1), max(column, at_column + 1)
            if kind == _SEVERAL_CELLS and size >= 6:
                column = max(column, struct.unpack_from("<H", data, start + size - 2)[0] + 1)
    return max(largest, row * column)


def records_of(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Kind, start and size of each record of an .xls stream."""
    at = 0
    while at + 4 <= len(data):
        kind, size = struct.unpack_from("<HH", data, at)
        if at + 4 + size > len(data):
            return
        yield kind, at + 4, size
        at += 4 + size


def _largest_xlsb(path: Path) -> int:
    largest = 0
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if name.lower().startswith("xl/worksheets/") and name.lower().endswith(".bin"):
                largest = max(largest, _xlsb_cells(package.read(name)))
    return largest


def _xlsb_cells(data: bytes) -> int:
    row = last_row = column = at = 0
    end = len(data)
    while at < end:
        kind, at = _number(data, at, 2)
        size, at = _number(data, at, 4)
        if size >= 4 and at + 4 <= end:
            if kind == _XLSB_ROW:
                row = int.from_bytes(data[at : at + 4], "little") + 1
            elif kind in _XLSB_CELLS:
                last_row = max(last_row, row)
                column = max(column, int.from_bytes(data[at : at + 4], "little") + 1)
        at += size
    return last_row * column


def _number(data: bytes, at: int, most: int) -> tuple[int, int]:
    """A number of seven bits a byte, least first, at most `most` bytes."""
    value = 0
    for place in range(most):
        if at >= len(data):
            break
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:
            break
    return value, at
