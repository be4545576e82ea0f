"""A supplier's spreadsheet read into lines: any layout, English or Japanese, a question for each doubt.

What it offers is loaded when it is first used: opening a large workbook begins while the rest still loads.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duty_desktop.invoice.as_json import reading_as_json
    from duty_desktop.invoice.errors import ReadingCancelled, WorkbookError
    from duty_desktop.invoice.layouts import layout_as_json, layout_fingerprint, layout_from_json
    from duty_desktop.invoice.read import read_invoice, read_pasted, read_sheets
    from duty_desktop.invoice.safely import read_safely
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
    "read_safely",
    "read_sheets",
    "reading_as_json",
]
_MODULES = {
    "as_json": ("reading_as_json",),
    "errors": ("ReadingCancelled", "WorkbookError"),
    "layouts": ("layout_as_json", "layout_fingerprint", "layout_from_json"),
    "read": ("read_invoice", "read_pasted", "read_sheets"),
    "safely": ("read_safely",),
    "sheet": ("Sheet",),
    "sources": ("SUPPORTED_SUFFIXES", "open_sheets"),
}
_HOME = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = found
    return found
