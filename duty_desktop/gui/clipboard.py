"""Cells on the clipboard: a table of tabs for any program, and HTML that Excel reads as numbers and texts."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.gui.formats import NOT_KNOWN
from duty_desktop.gui.models.columns import COLUMNS, heading_text
from duty_desktop.terms.formulas import as_it_was, no_formula

_PIECE = 500  # lines between two looks at Cancel
_AS_TEXT = "mso-number-format:'\\@'"


@dataclass(frozen=True, slots=True)
class CopiedTable:
    """A table as the clipboard takes it: tabs and HTML, both UTF-8, made away from the window's thread."""

    text: bytes
    html: bytes

    def as_data(self) -> QMimeData:
        """Both forms, of which the other program takes the one it knows best."""
        data = QMimeData()
        data.setData("text/plain", self.text)
        data.setData("text/html", self.html)
        return data


def copied_table(
    worksheet: Worksheet,
    lines: Sequence[int],
    columns: Sequence[int],
    go_on: Callable[[float], bool] = lambda _: True,
) -> CopiedTable | None:
    """Cells of lines with the columns' headings; None when `go_on`, told how far it is, answers False."""
    headings = [heading_text(COLUMNS[column]) for column in columns]
    text, html = io.BytesIO(), io.BytesIO()
    tabs = io.TextIOWrapper(text, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(tabs, "excel-tab", lineterminator="\n")
    writer.writerow(headings)
    head = "".join(f"<th>{escape(heading)}</th>" for heading in headings)
    html.write(f'<meta charset="utf-8"><table><tr>{head}</tr>'.encode())
    for place, line in enumerate(lines):
        if place % _PIECE == 0 and not go_on(place / len(lines)):
            return None
        row = list(_cells(worksheet, line, columns))
        writer.writerow([cell if number else no_formula(cell) for cell, number in row])
        html.write(f"<tr>{''.join(_html(cell, number) for cell, number in row)}</tr>".encode())
    html.write(b"</table>")
    return CopiedTable(text.getvalue(), html.getvalue())


def _cells(worksheet: Worksheet, line: int, columns: Sequence[int]) -> Iterator[tuple[str, bool]]:
    """The plain text of each cell, and whether it is a number."""
    for place in columns:
        column = COLUMNS[place]
        number = column.raw(worksheet, line) if column.raw is not None else None
        if number is not None:
            yield f"{number:f}", True
        else:
            shown = column.show(worksheet, line)
            yield ("" if shown == NOT_KNOWN else shown), False


def _html(cell: str, number: bool) -> str:
    return f"<td>{cell}</td>" if number else f'<td style="{_AS_TEXT}">{escape(cell)}</td>'


def pasted_rows() -> list[list[str]]:
    """The cells on the clipboard, row by row; empty when there is no text."""
    text = QGuiApplication.clipboard().text()
    rows = [[as_it_was(cell) for cell in row] for row in csv.reader(io.StringIO(text), "excel-tab")]
    while rows and not any(rows[-1]):
        rows.pop()
    return rows
