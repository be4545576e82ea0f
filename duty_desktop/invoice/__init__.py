"""A supplier's spreadsheet read into lines: any layout, English or Japanese, a question for each doubt."""

from duty_desktop.invoice.as_json import reading_as_json
from duty_desktop.invoice.errors import ReadingCancelled, WorkbookError
from duty_desktop.invoice.read import read_invoice
from duty_desktop.invoice.sources import SUPPORTED_SUFFIXES

__all__ = ["SUPPORTED_SUFFIXES", "ReadingCancelled", "WorkbookError", "read_invoice", "reading_as_json"]
