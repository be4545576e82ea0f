"""What was read from each row of a source sheet, gathered from the reading: plain values for the view."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.invoice.sheet import column_index
from duty_desktop.lines.reading import ColumnUse, Document, Layout, Use


class Taken(StrEnum):
    """What a row was taken for."""

    LINE = "line"
    CHARGE = "charge"
    LEFT_OUT = "left out"
    HEADING = "heading"
    TOTAL = "total"
    SUBTOTAL = "subtotal"
    CONTINUED = "continued"
    DESCRIBED = "described"
    ORIGIN = "origin"


@dataclass(frozen=True, slots=True)
class RowMark:
    """What a row was taken for; `line` from 0, `text` the kind of charge or the reason it was left out."""

    taken: Taken
    line: int = -1
    text: str = ""


@dataclass(frozen=True, slots=True)
class TableUse:
    """A table that was read: where it stands, and which column was used for what and why."""

    layout: Layout
    uses: tuple[ColumnUse, ...]

    @property
    def fields(self) -> dict[int, str]:
        """The field of each column in use, by its number from 0."""
        return {column_index(letters): name for name, letters in self.layout.columns}

    @property
    def evidence(self) -> dict[str, str]:
        """Why each column is used as it is, by its letters."""
        return {use.column: use.evidence for use in self.uses}


@dataclass(slots=True)
class SheetMarks:
    """Rows by the spreadsheet's number, those of lines (from 0) apart, as there may be 100,000 of them;
    facts of the document by row and column (from 0); the tables.
    """

    lines: dict[int, int] = field(default_factory=dict)
    others: dict[int, RowMark] = field(default_factory=dict)
    facts: dict[tuple[int, int], str] = field(default_factory=dict)
    tables: list[TableUse] = field(default_factory=list)

    def at(self, row: int) -> RowMark | None:
        """What a row was taken for, None when nothing was read from it."""
        line = self.lines.get(row)
        return self.others.get(row) if line is None else RowMark(Taken.LINE, line)

    def facts_in(self, row: int) -> list[str]:
        """The document's facts that a row states, from left to right."""
        return [name for (number, _), name in sorted(self.facts.items()) if number == row]

    @property
    def left_out(self) -> list[int]:
        """The rows left out, from the top."""
        return sorted(row for row, mark in self.others.items() if mark.taken is Taken.LEFT_OUT)

    def table_at(self, row: int) -> TableUse | None:
        """The table in which a row stands."""
        above = [table for table in self.tables if table.layout.heading_row <= row]
        return above[-1] if above else None


def first_line_of(worksheet: Worksheet, place: int) -> int:
    """The first line, from 0, of the file at `place`."""
    return sum(
        len(document.lines) for reading in worksheet.readings[:place] for document in reading.documents
    )


def file_of_line(worksheet: Worksheet, line: int) -> int:
    """The place of the file that a line was read from."""
    for place in range(len(worksheet.readings) - 1, 0, -1):
        if first_line_of(worksheet, place) <= line:
            return place
    return 0


def row_of_line(worksheet: Worksheet, line: int) -> tuple[int, str, int] | None:
    """The file, sheet and row of a line, None when there is no such line."""
    if not 0 <= line < len(worksheet):
        return None
    return file_of_line(worksheet, line), worksheet.table.sheet[line], worksheet.table.row[line]


def line_at_row(worksheet: Worksheet, row: tuple[int, str, int] | None) -> int | None:
    """The line of a file, sheet and row."""
    if row is None:
        return None
    place, sheet, number = row
    first, table = first_line_of(worksheet, place), worksheet.table
    lines = range(first, first_line_of(worksheet, place + 1))
    return next((line for line in lines if table.row[line] == number and table.sheet[line] == sheet), None)


def marks_of(worksheet: Worksheet, place: int, sheet: str) -> SheetMarks:
    """What was read from a sheet of the file at `place`."""
    marks = SheetMarks()
    line = first_line_of(worksheet, place)
    for document in worksheet.readings[place].documents:
        lines = document.lines
        places = range(line, line + len(lines))
        if set(lines.sheet) == {sheet}:
            marks.lines.update(zip(lines.row, places, strict=True))
        else:
            rows = zip(lines.sheet, lines.row, places, strict=True)
            marks.lines.update((row, place) for name, row, place in rows if name == sheet)
        line += len(lines)
        _mark_others(marks, document, sheet)
    marks.tables.sort(key=lambda table: table.layout.heading_row)
    return marks


def _mark_others(marks: SheetMarks, document: Document, sheet: str) -> None:
    for use in document.uses:
        if use.sheet != sheet:
            continue
        if use.use is Use.FACT:
            marks.facts[use.row, column_index(use.column)] = use.text
        else:
            marks.others[use.row] = RowMark(Taken(use.use.value), text=use.text)
    for left in document.left_out:
        if left.sheet == sheet:
            marks.others.setdefault(left.row, RowMark(Taken.LEFT_OUT, text=left.reason))
    for charge in document.charges:
        if charge.sheet == sheet:  # that of a column stands at the heading, which stays a heading
            marks.others.setdefault(charge.row, RowMark(Taken.CHARGE, text=charge.kind))
    for table in tables_of(document):
        if table.layout.sheet == sheet and table.layout not in [known.layout for known in marks.tables]:
            marks.tables.append(table)


def tables_of(document: Document) -> Iterator[TableUse]:
    """The tables of a document with the columns used of each."""
    start = 0
    for layout in document.layouts:
        stop = start + len(layout.columns)
        yield TableUse(layout, tuple(document.columns[start:stop]))
        start = stop
