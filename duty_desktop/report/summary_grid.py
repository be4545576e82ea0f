"""A sheet filled from top to bottom: lines of text and small tables on one grid of columns.

Text stands in the first two columns, figures from the third on, so that figures of all tables align.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from duty_desktop.report import phrases
from duty_desktop.report.colours import QUIET
from duty_desktop.report.row_heights import text_lines
from duty_desktop.report.table import NUMBERS, SCALE, Cell, Kind, Table
from duty_desktop.report.table_sheet import LONGEST_TEXT, letters_of
from duty_desktop.report.workbook_style import LINE_HEIGHT, Styles

WIDTHS = (32, 52, 14, 14, 14, 14, 16, 14)


class SummaryGrid:
    """Writes row after row; a row that is left is never come back to (little memory is used)."""

    def __init__(self, sheet: Any, styles: Styles) -> None:
        self.sheet = sheet
        self.row = 0
        self._styles = styles
        for place, width in enumerate(WIDTHS):
            sheet.set_column(place, place, width, styles.get())

    def column(self, table: Table, key: str) -> int:
        """Where a column of a table stands on the grid."""
        return _places(table)[table.place(key)]

    def line(self, text: str, style: Any, height: float | None = None) -> None:
        """One line of text."""
        if height is not None:
            self.sheet.set_row(self.row, height)
        self.sheet.write_string(self.row, 0, text, style)
        self.row += 1

    def pair(self, label: str, text: str) -> None:
        """A label and its text."""
        self.sheet.set_row(self.row, LINE_HEIGHT * text_lines(text, sum(WIDTHS[1:4])))
        self.sheet.write_string(self.row, 0, label, self._styles.quiet)
        self.sheet.merge_range(self.row, 1, self.row, 3, "", self._styles.get(text_wrap=True))
        self.sheet.write_string(self.row, 1, text[:LONGEST_TEXT], self._styles.get(text_wrap=True))
        self.row += 1

    def paragraph(self, text: str, *, quiet: bool = False) -> None:
        """A sentence over all columns; Excel does not find the height of joined cells by itself."""
        colour = {"font_color": QUIET} if quiet else {}
        style = self._styles.get(text_wrap=True, valign="top", **colour)
        self.sheet.set_row(self.row, LINE_HEIGHT * text_lines(text, sum(WIDTHS)))
        self.sheet.merge_range(self.row, 0, self.row, len(WIDTHS) - 1, "", style)
        self.sheet.write_string(self.row, 0, text, style)
        self.row += 1

    def gap(self) -> None:
        """An empty row."""
        self.row += 1

    def head(self, table: Table) -> int:
        """Title and headings of a table; returns the row of its first cells."""
        self.line(table.title, self._styles.section, 18)
        places = _places(table)
        titles = zip(places, table.columns, strict=True)
        lines = max(text_lines(column.title, WIDTHS[place]) for place, column in titles)
        self.sheet.set_row(self.row, LINE_HEIGHT * lines)
        for place in range(places[-1] + 1):
            self.sheet.write_blank(self.row, place, None, self._styles.heading(Kind.TEXT))
        for own, (place, column) in enumerate(zip(places, table.columns, strict=True)):
            style = self._styles.heading(column.kind, indented=table.after_figures(own))
            self.sheet.write_string(self.row, place, column.title, style)
        self.row += 1
        return self.row

    def cells(
        self, table: Table, cells: Sequence[Cell], formulas: Mapping[int, str], *, strong: bool = False
    ) -> None:
        """A row of a table; `formulas` by column of the grid, each with the cell for its value."""
        places = _places(table)
        wrapped = [
            text_lines(str(cell), WIDTHS[place])
            for place, cell in zip(places, cells, strict=True)
            if place > 0 and isinstance(cell, str)
        ]
        self.sheet.set_row(self.row, LINE_HEIGHT * max(wrapped, default=1))
        if strong:
            self._blank_row(table)
        for own, (place, column, cell) in enumerate(zip(places, table.columns, cells, strict=True)):
            indented = table.after_figures(own)
            style = self._styles.cell(column.kind, strong=strong, wrap=place > 0, top=True, indented=indented)
            if isinstance(cell, int):
                self.number(place, cell / SCALE[column.kind], formulas.get(place, ""), style)
            elif cell is not None and cell != "":
                self.sheet.write_string(self.row, place, str(cell), style)
        self.row += 1

    def number(self, place: int, value: float, formula: str, style: Any) -> None:
        """A figure of the present row, as a formula with its value where there is one."""
        if formula:
            self.sheet.write_formula(self.row, place, formula, style, value)
        else:
            self.sheet.write_number(self.row, place, value, style)

    def totals(self, table: Table, first: int, language: str) -> None:
        """The sums under a table."""
        self._blank_row(table)
        places = _places(table)
        label = phrases.TOTAL.into(language)
        self.sheet.write_string(self.row, 0, label, self._styles.cell(Kind.TEXT, strong=True))
        for place, column in zip(places, table.columns, strict=True):
            if column.total:
                letters = letters_of(place)
                formula = f"=SUM({letters}{first + 1}:{letters}{self.row})"
                value = table.total(column.key) / SCALE[column.kind]
                style = self._styles.cell(column.kind, strong=True)
                self.sheet.write_formula(self.row, place, formula, style, value)
        self.row += 1

    def _blank_row(self, table: Table) -> None:
        for place in range(_places(table)[-1] + 1):
            self.sheet.write_blank(self.row, place, None, self._styles.cell(Kind.TEXT, strong=True))


def _places(table: Table) -> list[int]:
    """The grid's columns of a table: figures begin in the third, after one or two columns of text."""
    shift = 1 if table.columns[1].kind in NUMBERS else 0
    return [0, *(place + shift for place in range(1, len(table.columns)))]
