"""How fast reports are written: the workbook against the same cells written bare, the PDF of many lines."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import xlsxwriter
from openpyxl import load_workbook

from duty_desktop.estimate.defaults import shipment_for
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.invoice import read_invoice
from duty_desktop.printing.pdf import write_pdf
from duty_desktop.report.content import report_content
from duty_desktop.report.sections import ReportContent
from duty_desktop.report.settings import ReportSettings
from duty_desktop.report.workbook import write_workbook
from duty_desktop.tariff.law import Law
from tests.benchmarks.clock import Figure, interleaved, median_of
from tests.benchmarks.invoice import write_invoice

ENTRY_DATE = date(2026, 11, 23)
PAPER_LINES = 5_000
Sheet = tuple[str, list[Sequence[object]]]


def report(invoice: Path, lines: int, runs: int, folder: Path) -> Iterator[Figure]:
    """The workbook of all lines and the PDF of 5,000; the content of both is made beforehand."""
    law = Law.load()
    content = content_of(law, invoice)
    yield Figure(f"making the report of {lines:,} lines", median_of(runs, lambda: content_of(law, invoice)))
    whole, bare = folder / "report.xlsx", folder / "bare.xlsx"
    write_workbook(content, whole)
    sheets = cells_of(whole)
    count = sum(cell is not None for _, rows in sheets for row in rows for cell in row)
    reference, ours = interleaved(
        runs, lambda: write_bare(sheets, bare), lambda: write_workbook(content, whole)
    )
    yield Figure(f"bare XlsxWriter write of {count:,} cells", reference)
    yield Figure(f"workbook of {lines:,} lines", ours, "bare write", reference, "at most 1.3")
    yield from paper(law, folder)


def paper(law: Law, folder: Path) -> Iterator[Figure]:
    """The PDF of 5,000 lines."""
    invoice = folder / "paper.xlsx"
    write_invoice(invoice, PAPER_LINES)
    content = content_of(law, invoice)
    seconds = median_of(1, lambda: write_pdf(content, folder / "report.pdf"))
    yield Figure(f"PDF of {PAPER_LINES:,} lines", seconds, goal="at most 15 s")


def content_of(law: Law, invoice: Path) -> ReportContent:
    """The report of an invoice."""
    readings = [read_invoice(invoice)]
    sheet = Worksheet(law, readings, shipment_for(readings, ENTRY_DATE))
    return report_content(sheet, ReportSettings(ENTRY_DATE))


def cells_of(path: Path) -> list[Sheet]:
    """Every cell of a workbook as it was written, sheet by sheet."""
    book = load_workbook(path, read_only=True)
    return [(sheet.title, list(sheet.iter_rows(values_only=True))) for sheet in book.worksheets]


def write_bare(sheets: Sequence[Sheet], path: Path) -> None:
    """The same cells row by row, without formats, by what XlsxWriter offers for it."""
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_urls": False})
    for title, rows in sheets:
        sheet = book.add_worksheet(title)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    book.close()
