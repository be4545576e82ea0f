"""Cells on the clipboard: a table of tabs for any program, and HTML that Excel reads as numbers and texts."""

import csv
import io
from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.gui.formats import NOT_KNOWN
from duty_desktop.gui.models.columns import COLUMNS, heading_text
from duty_desktop.terms.formulas import as_it_was, no_formula

_AS_TEXT = "mso-number-format:'\\@'"


def table_data(worksheet: Worksheet, lines: Sequence[int], columns: Sequence[int]) -> QMimeData:
    """Cells of lines with the columns' headings, as tabs and as HTML."""
    headings = [heading_text(COLUMNS[column]) for column in columns]
    rows = [list(_cells(worksheet, line, columns)) for line in lines]
    data = QMimeData()
    text = io.StringIO()
    writer = csv.writer(text, "excel-tab", lineterminator="\n")
    writer.writerow(headings)
    writer.writerows([cell if number else no_formula(cell) for cell, number in row] for row in rows)
    data.setText(text.getvalue())
    head = "".join(f"<th>{escape(heading)}</th>" for heading in headings)
    body = "".join(f"<tr>{''.join(_html(cell, number) for cell, number in row)}</tr>" for row in rows)
    data.setHtml(f'<meta charset="utf-8"><table><tr>{head}</tr>{body}</table>')
    return data


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
