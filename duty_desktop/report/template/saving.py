"""Saving a workbook by openpyxl without the temporary files that it leaves behind when it is killed."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter


def save_workbook(book: Workbook, path: Path) -> None:
    """Write the workbook; raises OSError."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        book.properties.modified = datetime.now(UTC).replace(tzinfo=None)  # openpyxl knows no time zones
        _InMemory(book, archive).save()


class _InMemory(ExcelWriter):
    """Makes each sheet in memory; openpyxl makes it in a file among the system's temporary ones."""

    _archive: ZipFile

    def write_worksheet(self, ws: Any) -> None:
        """Write one sheet into the package, as openpyxl's own method does."""
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
        out = BytesIO()
        writer: Any = WorksheetWriter(ws, out)
        writer.write()
        ws._rels = writer._rels
        self._archive.writestr(ws.path[1:], out.getvalue())
        self.manifest.append(ws)
