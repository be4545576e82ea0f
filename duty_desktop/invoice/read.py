"""Reading a supplier's spreadsheet: sheets, tables, documents."""

from collections.abc import Callable
from pathlib import Path

from duty_desktop.invoice.document_building import DocumentBuilder
from duty_desktop.invoice.errors import ReadingCancelled
from duty_desktop.invoice.sheet import Sheet
from duty_desktop.invoice.sources import open_sheets
from duty_desktop.invoice.sources.package import refuse
from duty_desktop.invoice.tables import tables_of
from duty_desktop.lines.reading import Document, Reading

Progress = Callable[[float, str], bool]


def read_invoice(path: Path, *, progress: Progress | None = None) -> Reading:
    """Read every document of a spreadsheet file.

    `progress` is told a fraction from 0 to 1 and what is being done; answering False stops the reading.
    Raises WorkbookError when nothing at all can be read, ReadingCancelled when stopped.
    """
    _tell(progress, 0.0, f"Opening {path.name}")
    sheets = open_sheets(path)
    reading = Reading(path.name)
    for count, sheet in enumerate(sheets):
        _tell(progress, 0.6 + 0.4 * count / len(sheets), f"Reading sheet {sheet.name}")
        reading.documents.extend(_documents_of(sheet))
    if not reading.documents:
        raise refuse(
            "no-table-found",
            f"No table of goods was found in “{path.name}”: no row names goods and quantities or amounts.",
            "Check that the sheet has a heading row such as Description, Quantity, Unit price, Amount.",
        )
    _tell(progress, 1.0, "Read")
    return reading


def _tell(progress: Progress | None, fraction: float, what: str) -> None:
    if progress is not None and not progress(fraction, what):
        raise ReadingCancelled


def _documents_of(sheet: Sheet) -> list[Document]:
    above = 0
    documents = []
    for table in tables_of(sheet):
        document = DocumentBuilder(table, above).build()
        above = table.stop
        if len(document.lines):
            documents.append(document)
    return documents
