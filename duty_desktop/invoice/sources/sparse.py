"""Sheets with a stray cell far out: read row by row, keeping only columns and rows that hold values."""

from pathlib import Path

from openpyxl import load_workbook

from duty_desktop.invoice.sheet import Cell, Sheet

MAX_KEPT_CELLS = 16_000_000
FAR_COLUMN = 256


def read_sparse(path: Path, name: str) -> Sheet:
    """The first columns of a sheet whose used rectangle is too large to allocate.

    Columns past the 256th are given up: no invoice has them; a stray cell there is what brought us here.
    """
    book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    try:
        found = book[name]
        found.reset_dimensions()
        rows: list[list[Cell]] = []
        blank = 0
        for values in found.iter_rows(max_col=FAR_COLUMN, values_only=True):
            row: list[Cell] = ["" if value is None else _cell(value) for value in values]
            if not any(cell != "" for cell in row):
                blank += 1
                continue
            rows.extend([] for _ in range(blank))
            blank = 0
            rows.append(row)
            if len(rows) * FAR_COLUMN > MAX_KEPT_CELLS:
                break
    finally:
        book.close()
    width = max((index + 1 for row in rows for index, cell in enumerate(row) if cell != ""), default=0)
    return Sheet(name=name, rows=[(row + [""] * width)[:width] for row in rows])


def _cell(value: object) -> Cell:
    if isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    return value if isinstance(value, (str, float, bool)) else str(value)
