"""CSV and TSV, read line by line: a file takes little more memory than what it holds."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import chain, islice, repeat
from pathlib import Path
from typing import TextIO

from duty_desktop.invoice.column_store import ColumnStore
from duty_desktop.invoice.errors import WorkbookError
from duty_desktop.invoice.sheet import Sheet
from duty_desktop.invoice.sources.package import refuse
from duty_desktop.invoice.sources.text_encodings import encoding_of
from duty_desktop.terms.file_names import shown_name

# Where two cut alike: a tab is never a mark within a figure, and where semicolons stand commas are decimal.
SEPARATORS = "\t;,|"
SAMPLE_LINES = 50
LONGEST_LINE = 4_000_000
LONGEST_CELL = 1_000_000
MOST_CELLS = 16_000_000
MOST_ROWS = 1_048_576  # as many as a sheet of Excel has
_DAMAGED = "\ufffd"


def read_delimited(path: Path) -> list[Sheet]:
    """The one sheet of a CSV or TSV file. Raises WorkbookError that names the file."""
    with path.open(encoding=encoding_of(path), errors="replace", newline="") as file:
        return [_sheet(file, shown_name(path.with_suffix("")), path.name)]


def sheet_of_text(text: str, name: str) -> Sheet:
    """A text table as a sheet. Raises WorkbookError that names it."""
    return _sheet(StringIO(text, newline=""), name, name)


def separator_of(lines: Iterable[str]) -> str:
    """The separator that cuts the first lines into the most regular table."""
    filled = [line for line in lines if line.strip()]
    best, best_score = ",", 0.0
    for mark in SEPARATORS:
        widths = [len(row) for row in csv.reader(filled, delimiter=mark)]
        wide = [width for width in widths if width > 1]
        if wide:
            score = len(wide) * max(widths.count(width) for width in wide)
            if score > best_score:
                best, best_score = mark, score
    return best


def _sheet(file: TextIO, name: str, called: str) -> Sheet:
    """Short rows are filled up; empty ones at the end are no rows."""
    csv.field_size_limit(LONGEST_CELL)
    lines = _Lines(file, called)
    first = list(islice(lines, SAMPLE_LINES))
    try:
        records = csv.reader(chain(first, lines), delimiter=separator_of(first))
        rows = ColumnStore.of_ragged(_limited(_without_empty_end(records), called))
    except csv.Error as error:
        raise refuse(
            "text-table-damaged",
            f"“{called}” is not a regular text table: {error}.",
            "Open it in Excel or LibreOffice and save it as .xlsx.",
        ) from error
    return Sheet(name=name, rows=rows, columns=rows.columns, damaged_letters=lines.damaged)


class _Lines(Iterator[str]):
    """The lines of a file, none of them without end; afterwards, whether letters among them are damaged."""

    def __init__(self, file: TextIO, called: str) -> None:
        self.damaged = False
        self._file = file
        self._called = called

    def __next__(self) -> str:
        line = self._file.readline(LONGEST_LINE)
        if not line:
            raise StopIteration
        if len(line) == LONGEST_LINE:
            raise _too_wide(self._called)
        if _DAMAGED in line:
            self.damaged = True
        return line


def _without_empty_end(records: Iterable[list[str]]) -> Iterator[list[str]]:
    empty = 0
    for record in records:
        if any(map(str.strip, record)):
            yield from repeat([], empty)
            empty = 0
            yield record
        else:
            empty += 1


def _limited(rows: Iterable[list[str]], called: str) -> Iterator[list[str]]:
    """The rows until they are too many, or a row so wide that all others would be."""
    width = 0
    for number, row in enumerate(rows, 1):
        width = max(width, len(row))
        if number > MOST_ROWS:
            raise refuse(
                "too-many-rows",
                f"“{called}” has more than {MOST_ROWS:,} rows.",
                "Divide it into files with fewer rows.",
            )
        if width * number > MOST_CELLS:
            raise _too_wide(called)
        yield row


def _too_wide(called: str) -> WorkbookError:
    return refuse(
        "sheet-too-wide",
        f"A row of “{called}” is so long that the table cannot be held in memory.",
        "Check that it is a table of text, or save the invoice as .xlsx.",
    )
