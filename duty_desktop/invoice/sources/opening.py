"""One door for all formats: a path in, sheets out."""

from functools import partial
from pathlib import Path
from threading import Event

from duty_desktop.invoice.sheet import Sheet
from duty_desktop.invoice.sources.damage import damage_named
from duty_desktop.invoice.sources.package import Kind, kind_of, refuse
from duty_desktop.invoice.sources.silence import silence
from duty_desktop.terms.beside import Beside

SUPPORTED_SUFFIXES = (".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt")
_ahead: dict[Path, tuple[Beside[list[Sheet]], Event]] = {}


def open_ahead(path: Path) -> None:
    """Begin to open a file, beside whatever else is done, that `open_sheets` will be asked for once.

    calamine works outside Python's lock: on two cores the program loads its law meanwhile. What else there is
    to look at waits until the program has done so and asks for the sheets: else three would share two cores.
    """
    import duty_desktop.invoice.sources.xlsx  # noqa: F401  (two threads that load code hinder each other)

    asked_for = Event()
    _ahead[path] = Beside(partial(_open, path, asked_for)), asked_for


def is_opening(path: Path) -> bool:
    """Whether a file is still being opened ahead."""
    begun = _ahead.get(path)
    return begun is not None and begun[0].is_going_on()


def open_sheets(path: Path) -> list[Sheet]:
    """All worksheets of a file, hidden ones too, with plain values; formulas are never calculated.

    The format is told by the content, not by the suffix.
    Raises WorkbookError when the file is not a workbook, protected, damaged or empty.
    """
    begun = _ahead.pop(path, None)
    if begun is None:
        return _open(path)
    opening, asked_for = begun
    asked_for.set()
    return opening.result()


def _open(path: Path, asked_for: Event | None = None) -> list[Sheet]:
    kind = kind_of(path)
    with damage_named(path):
        sheets = _read_text(path) if kind is Kind.TEXT else _read_workbook(path, kind, asked_for)
    if not any(sheet.rows for sheet in sheets):
        raise refuse(
            "workbook-empty",
            f"“{path.name}” holds no values in any sheet.",
            "Check that it is the right file; a picture of an invoice cannot be read.",
        )
    return sheets


def _read_text(path: Path) -> list[Sheet]:
    from duty_desktop.invoice.sources.delimited import read_delimited  # a workbook needs none of it

    return read_delimited(path)


def _read_workbook(path: Path, kind: Kind, asked_for: Event | None) -> list[Sheet]:
    # Loaded here: a text table needs none of it.
    from duty_desktop.invoice.sources.rust_reader import read_plain
    from duty_desktop.invoice.sources.xlsx import read_xlsx

    with silence():
        return read_xlsx(path, asked_for) if kind is Kind.XLSX else read_plain(path, kind)
