"""Filling the importer's own workbook with a shipment."""

import warnings
from collections.abc import Sequence
from copy import copy
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.formula.translate import Translator
from openpyxl.utils.exceptions import InvalidFileException

from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.invoice.errors import WorkbookError
from duty_desktop.invoice.sources.package import check_package
from duty_desktop.report.exporting import go_on, whole_file
from duty_desktop.report.sections import ReportContent
from duty_desktop.report.table import Table
from duty_desktop.report.template.cells import fill
from duty_desktop.report.template.fields import Field, row_fields, shipment_fields
from duty_desktop.report.template.placeholders import NAME, RepeatedRow, plan_of
from duty_desktop.report.template.problems import TemplateError
from duty_desktop.report.template.row_growth import join_copies, make_room
from duty_desktop.report.template.saving import save_workbook
from duty_desktop.terms.file_names import real_path
from duty_desktop.terms.findings import Finding, Severity
from duty_desktop.terms.stopping import Progress

TEMPLATE_SUFFIX = ".xlsx"
# openpyxl stumbles in all these ways; the last one is what the XML parser of the standard library says.
_UNREADABLE = (
    *(OSError, BadZipFile, InvalidFileException, LookupError, ValueError, TypeError, AttributeError),
    *(RuntimeError, SyntaxError),
)
_ROWS_BETWEEN_REPORTS = 1_000
_PICTURES = ("xl/media/", "xl/drawings/drawing")


def fill_template(
    worksheet: Worksheet,
    content: ReportContent,
    template: Path,
    path: Path,
    progress: Progress | None = None,
) -> tuple[Finding, ...]:
    """Write the template, filled, to `path`; the template itself is only read.

    Returns what could not be kept of it. Raises TemplateError that names the cells that are wrong,
    ExportError, and ExportCancelledError when `progress` returns False.
    """
    if real_path(path) == real_path(template):
        itself = Finding(
            "template-itself",
            "The filled workbook would replace its template.",
            "Give it another name.",
            Severity.ERROR,
        )
        raise TemplateError([itself])
    book, notices = _opened(template)
    filling = _Filling(book, shipment_fields(worksheet, content), row_fields(content), content.language)
    filling.fill(progress, content.title)
    if book.calculation is not None:
        book.calculation.fullCalcOnLoad = True
    with whole_file(path) as draft:
        save_workbook(book, draft)
    return notices


def _opened(template: Path) -> tuple[Workbook, tuple[Finding, ...]]:
    if template.suffix.lower() != TEMPLATE_SUFFIX:
        other = Finding(
            "template-form",
            f"The template “{template.name}” is no .xlsx workbook.",
            "Save it in Excel as “Excel Workbook (*.xlsx)”.",
            Severity.ERROR,
        )
        raise TemplateError([other])
    try:
        with ZipFile(template) as archive:
            check_package(archive, template)
            pictures = any(name.startswith(_PICTURES) for name in archive.namelist())
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what is not kept is told below, in the user's words
            with template.open("rb") as file:  # openpyxl leaves open what it cannot read
                book = load_workbook(file, rich_text=True)
    except WorkbookError as error:
        raise TemplateError([error.finding]) from error
    except _UNREADABLE as error:
        unreadable = Finding(
            "template-unreadable",
            f"The template “{template.name}” cannot be read: {error}.",
            "Open it in Excel and save it again as “Excel Workbook (*.xlsx)”.",
            Severity.ERROR,
        )
        raise TemplateError([unreadable]) from error
    return book, (_PICTURES_LOST,) if pictures else ()


_PICTURES_LOST = Finding(
    "template-pictures",
    "Pictures and shapes of the template are not in the filled workbook, and its charts may differ.",
    "Copy them over, or keep them on a sheet of another workbook.",
)


class _Filling:
    def __init__(
        self, book: Workbook, fields: dict[str, Field], tables: dict[str, Table], language: str
    ) -> None:
        self._book = book
        self._fields = fields
        self._tables = tables
        self._language = language
        self._plan = plan_of(book, fields, tables)

    def fill(self, progress: Progress | None, what: str) -> None:
        for repeated in self._plan.repeated:
            self._repeat(repeated, progress, what)
        for cell, text in self._plan.single:
            fill(cell, text, self._fields.__getitem__, self._language)

    def _repeat(self, repeated: RepeatedRow, progress: Progress | None, what: str) -> None:
        """Fill the row and its copies from the last to the first: the first is the pattern."""
        table, sheet, first = self._tables[repeated.table], repeated.sheet, repeated.row
        count = len(table)
        make_room(self._book, sheet, first, count - 1)
        pattern = [cell for cell in sheet[first] if isinstance(cell, Cell)]
        for number in range(count - 1, -1, -1):
            for own in pattern:
                self._cell(own, sheet.cell(first + number, own.column), repeated.table, number)
            if number % _ROWS_BETWEEN_REPORTS == 0:
                go_on(progress, (count - number) / count, what)
        if not count:
            self._empty(pattern)
        join_copies(sheet, first, count - 1)

    def _cell(self, own: Cell, cell: object, word: str, number: int) -> None:
        if not isinstance(cell, Cell):
            return
        text = str(own.value) if own.data_type == "s" else ""
        if cell is not own:
            cell._style = copy(own._style)  # type: ignore[attr-defined]  # openpyxl's way, ten times quicker
            if own.data_type == "f" and isinstance(own.value, str):
                cell.value = Translator(own.value, own.coordinate).translate_formula(cell.coordinate)
            else:
                cell.value, cell.data_type = own.value, own.data_type
        if NAME.search(text):
            fill(cell, text, lambda name: self._value(name, word, number), self._language)

    def _value(self, name: str, word: str, number: int) -> Field:
        if not name.startswith(f"{word}."):
            return self._fields[name]
        table = self._tables[word]
        place = table.place(name.removeprefix(f"{word}."))
        return Field(table.columns[place].kind, table.data[place][number])

    @staticmethod
    def _empty(pattern: Sequence[Cell]) -> None:
        for cell in pattern:
            if NAME.search(str(cell.value)):
                cell.value = None
