"""Cells on the clipboard: a table of tabs for any program, and HTML that Excel reads as numbers and texts."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.gui.formats import NOT_KNOWN
from duty_desktop.gui.models.columns import COLUMNS, heading_text
from duty_desktop.terms.formulas import as_it_was, no_formula

_PIECE = 500  # lines between two looks at Cancel
_AS_TEXT = "mso-number-format:'\\@'"


@dataclass(frozen=True, slots=True)
class CopiedTable:
    """A table as the clipboard takes it: tabs and HTML, both UTF-8, made away from the window's thread.

    They are Qt's own arrays, which are handed to the clipboard as they are: 100 MB are not copied.
    """

    text: QByteArray
    html: QByteArray

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
    text, html = list[bytes](), list[bytes]()
    tabs = io.StringIO(newline="")
    writer = csv.writer(tabs, "excel-tab", lineterminator="\n")
    writer.writerow(headings)
    head = "".join(f"<th>{escape(heading)}</th>" for heading in headings)
    cells = [f'<meta charset="utf-8"><table><tr>{head}</tr>']
    for place, line in enumerate(lines):
        if place % _PIECE == 0:
            if not go_on(place / len(lines)):
                return None
            _end_piece(tabs, cells, text, html)
        row = list(_cells(worksheet, line, columns))
        writer.writerow([cell if number else no_formula(cell) for cell, number in row])
        cells.append(f"<tr>{''.join(_html(cell, number) for cell, number in row)}</tr>")
    cells.append("</table>")
    _end_piece(tabs, cells, text, html)
    return CopiedTable(_joined(text), _joined(html))


def _end_piece(tabs: io.StringIO, cells: list[str], text: list[bytes], html: list[bytes]) -> None:
    text.append(tabs.getvalue().encode())
    html.append("".join(cells).encode())
    tabs.seek(0)
    tabs.truncate()
    cells.clear()


def _joined(pieces: list[bytes]) -> QByteArray:
    """All pieces, each freed when it was copied.

    No other thread runs while memory is copied: so the array is asked for as a whole and filled in pieces.
    """
    whole = QByteArray()
    whole.reserve(sum(map(len, pieces)))
    pieces.reverse()
    while pieces:
        whole.append(pieces.pop())
    return whole


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
