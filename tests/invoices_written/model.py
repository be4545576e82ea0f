"""An invoice written for a test: how to write the file, and the reading expected of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | float | None
Rows = Sequence[Sequence[Value]]


@dataclass(frozen=True)
class Line:
    """A goods line; `more` are further fields of the reading (unit, unit_price, item, sheet)."""

    row: int
    description: str
    hts: str | None
    quantity: str | None
    amount: str | None
    origin: str | None = "JP"
    more: dict[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True)
class Invoice:
    """A document of the reading; `asks` are the codes of its questions and errors."""

    lines: Sequence[Line]
    total: str | None = None
    charges: Sequence[tuple[str, str, int]] = ()
    asks: frozenset[str] = frozenset()
    currency: str | None = "USD"
    more: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Written:
    """A file and its reading; `file_asks` are questions about the file as a whole."""

    name: str
    file_name: str
    write: Callable[[Path], None]
    invoices: Sequence[Invoice]
    file_asks: frozenset[str] = frozenset()


WRITTEN: dict[str, Written] = {}


def written(
    name: str,
    write: Callable[[Path], None],
    *invoices: Invoice,
    file_name: str = "invoice.xlsx",
    file_asks: Sequence[str] = (),
) -> None:
    """Add a written invoice to the collection."""
    assert name not in WRITTEN, name
    WRITTEN[name] = Written(name, file_name, write, invoices, frozenset(file_asks))


def asks(*codes: str) -> frozenset[str]:
    """Codes of questions."""
    return frozenset(codes)


def fill(sheet: Worksheet, rows: Rows, top: int = 1, left: int = 1) -> None:
    """Put rows on a sheet; None leaves a cell empty."""
    for down, row in enumerate(rows):
        for across, value in enumerate(row):
            if value is not None:
                sheet.cell(row=top + down, column=left + across, value=value)


def book(**sheets: Rows) -> Workbook:
    """A workbook of sheets from their first cell on."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        fill(workbook.create_sheet(name), rows)
    return workbook


def saved(rows: Rows, change: Callable[[Worksheet], None] | None = None) -> Callable[[Path], None]:
    """The writer of a workbook with one sheet, changed by `change` before it is saved."""

    def write(path: Path) -> None:
        workbook = book(Invoice=rows)
        if change:
            change(workbook.worksheets[0])
        workbook.save(path)

    return write


def in_sheets(**sheets: Rows) -> Callable[[Path], None]:
    """The writer of a workbook with several sheets."""

    def write(path: Path) -> None:
        book(**sheets).save(path)

    return write


def below(count: int, rows: Rows) -> list[Sequence[Value]]:
    """Rows after a number of empty ones."""
    return [[] for _ in range(count)] + list(rows)


def merge(*areas: str) -> Callable[[Worksheet], None]:
    """The change that merges areas of a sheet."""

    def change(sheet: Worksheet) -> None:
        for area in areas:
            sheet.merge_cells(area)

    return change
