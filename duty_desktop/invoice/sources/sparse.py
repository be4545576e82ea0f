"""Sheets with a stray cell far out: the dense part is read row by row, the stray cells are named."""

import re
import zipfile
from pathlib import Path

from openpyxl import load_workbook

from duty_desktop.invoice.sheet import Cell, Sheet
from duty_desktop.invoice.sources.sheet_xml import chunks

FAR_COLUMN = 256
GAP_ROWS = 5_000
MAX_ROWS = 60_000
# Of five digits at most: rows further down are not read, and there may be a million of them.
_ROW_NUMBER = re.compile(rb'<(?:\w+:)?row [^>]*?\br="([0-9]{1,5})"')


def read_sparse(path: Path, name: str, part: str) -> Sheet:
    """The dense beginning of a sheet whose used rectangle is too large to allocate.

    It ends before the first gap of 5,000 rows and at the 256th column: no invoice is larger, and a
    stray cell beyond is what brought us here.
    """
    with zipfile.ZipFile(path) as package:
        last = _dense_end(package, part)
    try:
        rows = _read_rows(path, name, last)
    except (AttributeError, TypeError) as error:
        raise ValueError(str(error)) from error  # what openpyxl stumbles over in XML that is no sheet's
    width = max((index + 1 for row in rows for index, cell in enumerate(row) if cell != ""), default=0)
    filled = max((index + 1 for index, row in enumerate(rows) if any(cell != "" for cell in row)), default=0)
    trimmed = [(row + [""] * width)[:width] for row in rows[:filled]]
    return Sheet(name=name, rows=trimmed, cut_below=last, cut_right=FAR_COLUMN)


def _read_rows(path: Path, name: str, last: int) -> list[list[Cell]]:
    with path.open("rb") as file:  # openpyxl leaves open what it cannot read
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        found = book[name]
        found.reset_dimensions()
        return [_row(one) for one in found.iter_rows(max_row=last, max_col=FAR_COLUMN, values_only=True)]


def _dense_end(package: zipfile.ZipFile, part: str) -> int:
    numbers: set[int] = set()
    for chunk in chunks(package, part):
        numbers.update(map(int, _ROW_NUMBER.findall(chunk)))
    end = 0
    for number in sorted(numbers):
        if number - end > GAP_ROWS or number > MAX_ROWS:
            break
        end = number
    return max(end, 1)


def _row(values: tuple[object, ...]) -> list[Cell]:
    if values.count(None) == len(values):
        return []  # most rows of such a sheet
    return ["" if value is None else _cell(value) for value in values]


def _cell(value: object) -> Cell:
    if isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    return value if isinstance(value, (str, float, bool)) else str(value)
