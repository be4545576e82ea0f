"""A supplier's spreadsheet read into lines: any layout, English or Japanese, a question for each doubt."""

from duty_desktop.invoice.as_json import reading_as_json
from duty_desktop.invoice.errors import ReadingCancelled, WorkbookError
from duty_desktop.invoice.layouts import layout_as_json, layout_fingerprint, layout_from_json
from duty_desktop.invoice.read import read_invoice, read_pasted, read_sheets
from duty_desktop.invoice.sheet import Sheet
from duty_desktop.invoice.sources import SUPPORTED_SUFFIXES, open_sheets

__all__ = [
    "SUPPORTED_SUFFIXES",
    "ReadingCancelled",
    "Sheet",
    "WorkbookError",
    "layout_as_json",
    "layout_fingerprint",
    "layout_from_json",
    "open_sheets",
    "read_invoice",
    "read_pasted",
    "read_sheets",
    "reading_as_json",
]
