"""A sheet with one table: totals on top, headings that stay, filters, print set-up."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from duty_desktop.report import phrases
from duty_desktop.report.exporting import go_on
from duty_desktop.report.figures import day
from duty_desktop.report.row_heights import text_lines
from duty_desktop.report.sections import ReportContent
from duty_desktop.report.settings import PageSize
from duty_desktop.report.table import NUMBERS, SCALE, Cell, Column, Kind, Table
from duty_desktop.report.workbook_style import LINE_HEIGHT, Styles
from duty_desktop.terms.stopping import Progress

TOTALS_ROW = 3
HEADING_ROW = 4
FIRST_ROW = 5
LONGEST_TEXT = 32_767
_MOST_IN_HEADER = 80
_ROWS_BETWEEN_REPORTS = 2_000
_PAPER = {PageSize.LETTER: 1, PageSize.A4: 9}
_MOST_LINES = 30  # Excel's rows end at 409 points

Writer = Callable[[int, Cell], None]


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """How a table becomes a sheet.

    `frozen` columns stay at the left; `wrapped` columns of text break into lines; `printed` is the last
    column on paper ("": all). `as_table`: the rows are defined as an Excel table, which the way of
    writing that needs little memory cannot do.
    """

    name: str
    frozen: int = 0
    wrapped: frozenset[str] = frozenset()
    printed: str = ""
    as_table: bool = True


class TableSheet:
    """Writes a table to a sheet of its own."""

    def __init__(
        self, book: Any, styles: Styles, content: ReportContent, table: Table, plan: SheetPlan
    ) -> None:
        self.name = plan.name
        self.table = table
        self._styles = styles
        self._plan = plan
        self._sheet = book.add_worksheet(plan.name)
        self._content = content
        self.last_row = FIRST_ROW + max(len(table), 1) - 1

    def cells(self, key: str) -> str:
        """The range of a column's cells for formulas: 'Lines'!$O$6:$O$90."""
        column = letters_of(self.table.place(key))
        return f"'{self.name}'!${column}${FIRST_ROW + 1}:${column}${self.last_row + 1}"

    def write(self, progress: Progress | None, done: float, share: float) -> None:
        """Write the whole sheet; the rows make up `share` of all the work. Raises ExportCancelledError."""
        self._set_up()
        self._top()
        self._rows(progress, done, share)
        self._define()

    def _set_up(self) -> None:
        sheet, table = self._sheet, self.table
        for place, column in enumerate(table.columns):
            sheet.set_column(place, place, column.width, self._styles.get())
        sheet.freeze_panes(FIRST_ROW, self._plan.frozen)
        print_set_up(sheet, self._content, table.title)
        sheet.set_landscape()
        sheet.repeat_rows(HEADING_ROW)
        printed = table.place(self._plan.printed) if self._plan.printed else len(table.columns) - 1
        sheet.print_area(0, 0, self.last_row, printed)

    def _top(self) -> None:
        sheet, styles, table = self._sheet, self._styles, self.table
        sheet.set_row(0, 24)
        sheet.write_string(0, 0, table.title, styles.title)
        sheet.write_string(1, 0, stamp_line(self._content), styles.quiet)
        if table.note:
            sheet.write_string(2, 0, table.note, styles.quiet)
        totals = [(place, column) for place, column in enumerate(table.columns) if column.total]
        if totals and totals[0][0] > 0 and len(table):
            sheet.write_string(TOTALS_ROW, 0, phrases.LISTED_FIRST.into(self._content.language), styles.quiet)
            for place, column in totals:
                self._total(place, column)
        lines = max(text_lines(column.title, column.width) for column in table.columns)
        sheet.set_row(HEADING_ROW, LINE_HEIGHT * lines)
        for place, column in enumerate(table.columns):
            sheet.write_string(HEADING_ROW, place, column.title, self._heading(place))

    def _total(self, place: int, column: Column) -> None:
        """The sum of the rows that the filter shows, with its value for programs that do not calculate."""
        letters = letters_of(place)
        formula = f"=SUBTOTAL(109,{letters}{FIRST_ROW + 1}:{letters}{self.last_row + 1})"
        value = self.table.total(column.key) / SCALE[column.kind]
        style = self._styles.cell(column.kind, strong=True)
        self._sheet.write_formula(TOTALS_ROW, place, formula, style, value)

    def _rows(self, progress: Progress | None, done: float, share: float) -> None:
        columns = self.table.columns
        writers = [self._writer(place, column) for place, column in enumerate(columns)]
        wrapped = [place for place, column in enumerate(columns) if column.key in self._plan.wrapped]
        count = len(self.table)
        for number, cells in enumerate(self.table.rows()):
            row = FIRST_ROW + number
            if wrapped:
                lines = max(text_lines(str(cells[place] or ""), columns[place].width) for place in wrapped)
                self._sheet.set_row(row, LINE_HEIGHT * min(lines, _MOST_LINES))
            for write, cell in zip(writers, cells, strict=True):
                if cell is not None and cell != "":
                    write(row, cell)
            if number % _ROWS_BETWEEN_REPORTS == 0:
                go_on(progress, done + share * number / count, self.table.title)

    def _writer(self, place: int, column: Column) -> Writer:
        """The quickest way to write the cells of one column."""
        sheet, styles, kind = self._sheet, self._styles, column.kind
        indented = self.table.after_figures(place)
        wrapped = self._plan.wrapped
        top = any(one.key in wrapped for one in self.table.columns)
        style = styles.cell(kind, wrap=column.key in wrapped, top=top, indented=indented)
        if kind is Kind.DATE:
            return lambda row, cell: sheet.write_datetime(row, place, cell, style)
        if kind in NUMBERS:
            whole = styles.cell(kind, top=top, whole=kind is Kind.QUANTITY)
            return _number_writer(sheet, place, SCALE[kind], style, whole)
        return lambda row, cell: sheet.write_string(row, place, str(cell)[:LONGEST_TEXT], style)

    def _heading(self, place: int) -> Any:
        kind = self.table.columns[place].kind
        return self._styles.heading(kind, indented=self.table.after_figures(place))

    def _define(self) -> None:
        """Filters over the rows; as an Excel table where the headings and the way of writing allow it."""
        columns, last = self.table.columns, self.last_row
        if not len(self.table):
            return
        titles = {column.title.casefold() for column in columns}
        if not self._plan.as_table or len(titles) != len(columns):
            self._sheet.autofilter(HEADING_ROW, 0, last, len(columns) - 1)
            return
        headings = [
            {"header": column.title, "header_format": self._heading(place)}
            for place, column in enumerate(columns)
        ]
        options = {"columns": headings, "style": None, "name": f"T_{self.table.key}"}
        self._sheet.add_table(HEADING_ROW, 0, last, len(columns) - 1, options)


def _number_writer(sheet: Any, place: int, scale: int, style: Any, whole: Any) -> Writer:
    """Writes whole numbers of a scale; those without decimals in the style for them."""

    def write(row: int, cell: Cell) -> None:
        assert isinstance(cell, int)
        sheet.write_number(row, place, cell / scale, style if cell % scale else whole)

    return write


def print_set_up(sheet: Any, content: ReportContent, title: str) -> None:
    """Paper, width of one page, and the stamp at the foot of every page."""
    sheet.set_paper(_PAPER[content.page_size])
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
    pages = phrases.PAGE_OF.into(content.language).format(page="&P", pages="&N")
    left = f"{content.stamp.disclaimer}"
    middle = f"{phrases.ENTRY_DATE.into(content.language)} {day(content.stamp.entry_date, content.language)}"
    sheet.set_footer(f"&L&8{left}&C&8{middle}&R&8{pages}")
    sheet.set_header(f"&L&8{_safe(content.title)} · {_safe(content.subtitle)}&R&8{_safe(title)}")


def stamp_line(content: ReportContent) -> str:
    """Entry date, as-of date, edition, version and the disclaimer in one line."""
    stamp, words = content.stamp, content.language
    return " · ".join(
        [
            stamp.disclaimer,
            f"{phrases.ENTRY_DATE.into(words)} {day(stamp.entry_date, words)}",
            f"{phrases.LAW_KNOWN_TO.into(words)} {day(stamp.schedule_as_of, words)}",
            f"{phrases.EDITION.into(words)} {stamp.edition}",
            phrases.PROGRAM_VERSION.into(words).format(version=stamp.program_version),
            f"{phrases.REPORT_DATE.into(words)} {day(stamp.report_date, words)}",
        ]
    )


def _safe(text: str) -> str:
    """A text in a header, which Excel takes up to 255 signs long: "&" begins a code there."""
    short = text if len(text) <= _MOST_IN_HEADER else f"{text[: _MOST_IN_HEADER - 1]}…"
    return short.replace("&", "&&")


def letters_of(place: int) -> str:
    """The letters of a column, from 0: A, Z, AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
