"""The first sheet of the workbook: the answer, the sums as formulas over the other sheets, the facts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from duty_desktop.report import phrases
from duty_desktop.report.sections import Headline, ReportContent
from duty_desktop.report.summary_grid import WIDTHS, SummaryGrid
from duty_desktop.report.table import Kind, Table
from duty_desktop.report.table_sheet import TableSheet, letters_of, print_set_up, stamp_line
from duty_desktop.report.workbook_style import NUMBER_FORMATS, Styles

_LOW, _HIGH = 2, 3
_ADDED_PARTS = ("duty", "mpf", "hmf")


@dataclass(frozen=True, slots=True)
class Sheets:
    """The sheets that the formulas refer to, and which of them the answer is taken from."""

    lines: TableSheet
    entry_lines: TableSheet
    landed: TableSheet
    by_filing: bool


class SummarySheet:
    """Writes the summary from top to bottom."""

    def __init__(self, book: Any, styles: Styles, content: ReportContent) -> None:
        self._styles = styles
        self._content = content
        self._words = content.language
        self._sheet = book.add_worksheet(phrases.SUMMARY.into(content.language))
        self._grid = SummaryGrid(self._sheet, styles)
        self._checks: list[str] = []

    def write(self, sheets: Sheets) -> None:
        """Write everything; the sums as formulas over `sheets`, with their values."""
        content = self._content
        print_set_up(self._sheet, content, phrases.SUMMARY.into(self._words))
        self._letterhead()
        self._answer(sheets)
        self._facts()
        self._bases(sheets)
        self._by_class(sheets.lines)
        self._sums(content.by_measure, sheets.lines)
        self._sums(content.by_heading, sheets.lines)
        if len(content.charges):
            self._grid.head(content.charges)
            for cells in content.charges.rows():
                self._grid.cells(content.charges, cells, {})
            self._grid.gap()
        self._check(sheets)
        self._texts(phrases.NOTICES.into(self._words), content.notices)
        self._texts(phrases.FINDINGS.into(self._words), content.findings)
        self._texts(phrases.NOT_INCLUDED.into(self._words), content.not_included)
        self._sheet.print_area(0, 0, self._grid.row, len(WIDTHS) - 1)

    def _letterhead(self) -> None:
        content, styles = self._content, self._styles
        for text in filter(None, (content.importer.name, *content.importer.address)):
            self._grid.line(text, styles.quiet)
        self._grid.line(f"{content.title} · {content.subtitle}", styles.title, 24)
        self._grid.line(stamp_line(content), styles.quiet)
        self._grid.gap()

    def _answer(self, sheets: Sheets) -> None:
        """The figures on top: the total is the sum of those under it."""
        total, *parts = self._content.headlines
        first = self._grid.row + 2  # the row of the first part, as Excel counts
        rows = {part.key: first + place for place, part in enumerate(parts)}
        sums = [
            "+".join(f"{letters_of(place)}{rows[key]}" for key in _ADDED_PARTS) for place in (_LOW, _HIGH)
        ]
        self._figure(total, f"={sums[0]}", f"={sums[1]}", self._styles.answer, 20)
        source = sheets.entry_lines if sheets.by_filing else sheets.lines
        low = source.table.duty_key
        high = "duty_to" if source.table.has("duty_to") else low
        formulas = {
            "value": (f"=SUM({source.cells('value')})",) * 2,
            "duty": (f"=SUM({source.cells(low)})", f"=SUM({source.cells(high)})"),
        }
        style = self._styles.get(num_format=NUMBER_FORMATS[Kind.MONEY])
        for part in parts:
            self._figure(part, *formulas.get(part.key, ("", "")), style)
        for part in parts:
            if part.note:
                self._grid.paragraph(f"{part.label}: {part.note}", quiet=True)
        self._grid.paragraph(self._content.basis_says, quiet=True)
        self._grid.gap()

    def _figure(self, figure: Headline, low: str, high: str, style: Any, height: float = 14) -> None:
        """Label, least amount, and beside open questions the greatest: "or more", "open" when not known."""
        grid = self._grid
        grid.sheet.set_row(grid.row, height)
        grid.sheet.write_string(grid.row, 0, figure.label, self._styles.get(bold=figure.key == "total"))
        grid.number(_LOW, figure.low_cents / 100, low, style)
        if figure.high_cents is None:
            phrase = phrases.OR_MORE if figure.low_cents else phrases.OPEN
            words = phrase.into(self._words).format(low="").strip()
            grid.sheet.write_string(grid.row, _HIGH, words, style)
        elif any(one.low_cents != one.high_cents for one in self._content.headlines):
            grid.number(_HIGH, figure.high_cents / 100, high, style)
        grid.row += 1

    def _facts(self) -> None:
        self._grid.line(phrases.SHIPMENT.into(self._words), self._styles.section, 18)
        for fact in self._content.facts:
            self._grid.pair(fact.label, fact.text)
        self._grid.gap()

    def _bases(self, sheets: Sheets) -> None:
        """Both bases: value and duty are sums over the sheets, the total is a sum over the rows."""
        table, grid = self._content.bases, self._grid
        first, last = grid.head(table), len(table) - 1
        difference = grid.column(table, "difference")
        low, filed = (letters_of(grid.column(table, key)) for key in ("line", "filing"))
        for number, cells in enumerate(table.rows()):
            formulas = {difference: f"={filed}{grid.row + 1}-{low}{grid.row + 1}"}
            for column in table.columns[1:-1]:
                sheet = sheets.lines if column.key.startswith("line") else sheets.entry_lines
                high = column.key.endswith("_to") and sheet.table.has("duty_to")
                summed = {0: "value", 1: "duty_to" if high else sheet.table.duty_key}.get(number)
                place = grid.column(table, column.key)
                letters = letters_of(place)
                if summed is not None:
                    formulas[place] = f"=SUM({sheet.cells(summed)})"
                elif number == last:
                    formulas[place] = f"=SUM({letters}{first + 2}:{letters}{first + last})"
            grid.cells(table, cells, formulas, strong=number == last)
        landed = "landed_from" if sheets.landed.table.has("landed_from") else "landed"
        self._agrees(table, "line", f"SUM({sheets.landed.cells(landed)})")
        self._note(table)

    def _by_class(self, lines: TableSheet) -> None:
        """Each class counted and summed over the lines by its name."""
        table, grid = self._content.by_class, self._grid
        first = grid.head(table)
        classes, review = lines.cells("class"), phrases.REVIEW.into(self._words)
        sums = {"value": "value", "duty_from": lines.table.duty_key, "duty_to": "duty_to"}
        for cells in table.rows():
            name = f"$A{grid.row + 1}"
            formulas = {grid.column(table, "lines"): f"=COUNTIF({classes},{name})"}
            for key, column in sums.items():
                if table.has(key):
                    formula = f"=SUMIF({classes},{name},{lines.cells(column)})"
                    formulas[grid.column(table, key)] = formula
            if table.has("open"):
                formula = f'=COUNTIFS({classes},{name},{lines.cells("state")},"{review}")'
                formulas[grid.column(table, "open")] = formula
            grid.cells(table, cells, formulas)
        grid.totals(table, first, self._words)
        self._agrees(table, "value", f"SUM({lines.cells('value')})")
        self._agrees(table, "duty_from", f"SUM({lines.cells(lines.table.duty_key)})")
        self._note(table)

    def _sums(self, table: Table, lines: TableSheet) -> None:
        first = self._grid.head(table)
        for cells in table.rows():
            self._grid.cells(table, cells, {})
        self._grid.totals(table, first, self._words)
        self._agrees(table, "duty_from", f"SUM({lines.cells(lines.table.duty_key)})")
        self._note(table)

    def _agrees(self, table: Table, key: str, other: str) -> None:
        """Remember that the row of totals just written must equal another sum."""
        cell = f"{letters_of(self._grid.column(table, key))}{self._grid.row}"
        self._checks.append(f"ABS({cell}-{other})<0.005")

    def _note(self, table: Table) -> None:
        if table.note:
            self._grid.paragraph(table.note, quiet=True)
        self._grid.gap()

    def _check(self, sheets: Sheets) -> None:
        """One cell that says whether every sum of the workbook agrees with the lines."""
        lines, entry = sheets.lines, sheets.entry_lines
        exact = f"ABS(SUM({entry.cells('exact_value')})-SUM({lines.cells('value')}))<0.005"
        good, bad = phrases.CHECK_SAYS.into(self._words), phrases.CHECK_FAILS.into(self._words)
        formula = f'=IF(AND({",".join([*self._checks, exact])}),"{good}","{bad}")'
        bold, row = self._styles.get(bold=True), self._grid.row
        self._sheet.write_string(row, 0, phrases.CHECK.into(self._words), bold)
        self._sheet.write_formula(row, 1, formula, bold, good)
        self._grid.row += 2

    def _texts(self, title: str, texts: Sequence[str]) -> None:
        if texts:
            self._grid.line(title, self._styles.section, 18)
            for text in texts:
                self._grid.paragraph(text)
            self._grid.gap()
