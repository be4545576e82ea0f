"""Finding what a template asks for: names in braces, named cells, rows that repeat."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet as Sheet

from duty_desktop.report.table import Table
from duty_desktop.report.template.problems import TemplateError, unknown_field
from duty_desktop.terms.findings import Finding, Place, Severity

NAME = re.compile(r"\{\{\s*([A-Za-z_][\w.]*)\s*\}\}")
_LARGEST = 2_000_000


@dataclass(frozen=True, slots=True)
class RepeatedRow:
    """A row that stands once for each row of a table."""

    sheet: Sheet
    row: int
    table: str


@dataclass(slots=True)
class Plan:
    """What is filled: single cells with their text (a name alone for a named cell), repeated rows."""

    single: list[tuple[Cell, str]] = field(default_factory=list)
    repeated: list[RepeatedRow] = field(default_factory=list)


def plan_of(book: Workbook, fields: Collection[str], tables: Mapping[str, Table]) -> Plan:
    """Everything the template asks for; raises TemplateError that names every cell that is wrong."""
    reader = _PlanReader(book, fields, tables)
    reader.read()
    if reader.problems:
        raise TemplateError(reader.problems)
    if not reader.plan.single and not reader.plan.repeated:
        nothing = Finding(
            "template-without-fields",
            "The template names no field.",
            "Write a field such as duty_total in double braces into a cell, or give a cell such a name.",
            Severity.ERROR,
        )
        raise TemplateError([nothing])
    return reader.plan


def place_of(cell: Cell | MergedCell) -> Place:
    """Where a cell stands, for a finding."""
    return Place(cell.parent.title, cell.row, cell.coordinate.rstrip("0123456789"))


class _PlanReader:
    def __init__(self, book: Workbook, fields: Collection[str], tables: Mapping[str, Table]) -> None:
        self.plan = Plan()
        self.problems: list[Finding] = []
        self._book = book
        self._fields = fields
        self._columns = {f"{word}.{column.key}" for word, table in tables.items() for column in table.columns}

    def read(self) -> None:
        for sheet in self._book.worksheets:
            if sheet.max_row * sheet.max_column > _LARGEST:
                self.add(
                    "template-too-large",
                    f"The used range of the sheet is too large ({sheet.dimensions}).",
                    "Delete the empty rows and columns after the last one that is used.",
                    Place(sheet.title),
                )
                continue
            self._sheet(sheet)
        for name, text in self._named_cells():
            self._named(name, text)

    def add(self, code: str, message: str, remedy: str, place: Place | None = None) -> None:
        self.problems.append(Finding(code, message, remedy, Severity.ERROR, place or Place()))

    def _sheet(self, sheet: Sheet) -> None:
        repeated: RepeatedRow | None = None
        for cell, text in _texts(sheet):
            names = [name.lower() for name in NAME.findall(text)]
            if not names:
                continue
            self._check(cell, text, names)
            words = {name.split(".")[0] for name in names if "." in name}
            if not words:
                self.plan.single.append((cell, text))
                continue
            own = RepeatedRow(sheet, cell.row, min(words))
            if len(words) > 1 or (repeated is not None and repeated != own):
                self.add(
                    "template-second-row",
                    "A sheet has one repeated row, of one table.",
                    "Fields of lines stand in one row of a sheet, fields of entry lines in one of another.",
                    place_of(cell),
                )
            repeated = repeated or own
        if repeated is not None:
            self._repeat(repeated)

    def _check(self, cell: Cell, text: str, names: Sequence[str]) -> None:
        known = [*self._fields, *self._columns]
        place = place_of(cell)
        self.problems += [unknown_field(name, known, place) for name in names if name not in known]
        if text.startswith("="):
            self.add(
                "template-field-in-formula",
                "A formula holds a field.",
                "Give the field a cell of its own and let the formula refer to that cell.",
                place,
            )

    def _repeat(self, repeated: RepeatedRow) -> None:
        for merged in repeated.sheet.merged_cells.ranges:
            if merged.min_row <= repeated.row <= merged.max_row and merged.min_row != merged.max_row:
                self.add(
                    "template-joined-cells",
                    f"The joined cells {merged.coord} reach over the repeated row.",
                    "Part them, or join cells within the row only.",
                    Place(repeated.sheet.title, repeated.row),
                )
        self.plan.single = [
            (cell, text)
            for cell, text in self.plan.single
            if cell.parent is not repeated.sheet or cell.row != repeated.row
        ]
        self.plan.repeated.append(repeated)

    def _named_cells(self) -> Iterator[tuple[str, str]]:
        """Names of cells that are fields, with what they refer to."""
        for names in (self._book.defined_names, *(sheet.defined_names for sheet in self._book.worksheets)):
            for name, defined in names.items():
                if name.lower() in self._fields:
                    yield name, defined.attr_text or ""

    def _named(self, name: str, text: str) -> None:
        sheet, _, cells = text.rpartition("!")
        title = sheet.strip("'").replace("''", "'")
        single = re.fullmatch(r"\$?([A-Z]{1,3})\$?([1-9]\d*)", cells)
        if single is None or title not in self._book.sheetnames:
            self.add(
                "template-name-not-one-cell",
                f"The name “{name}” stands for {text}, which is not one cell of this workbook.",
                "Let it stand for one cell, or give it another name.",
            )
            return
        found = self._book[title][f"{single[1]}{single[2]}"]
        if isinstance(found, MergedCell):
            self.add(
                "template-name-not-one-cell",
                f"The name “{name}” stands for {text}, which is not the first of joined cells.",
                "Let it stand for the first of them.",
                place_of(found),
            )
            return
        if found.data_type == "f":
            self.add(
                "template-field-in-formula",
                f"The cell named “{name}” holds a formula, which the field would replace.",
                "Empty the cell, or give it another name.",
                place_of(found),
            )
            return
        self.plan.single.append((found, f"{{{{{name.lower()}}}}}"))


def _texts(sheet: Sheet) -> Iterator[tuple[Cell, str]]:
    """The cells with text or a formula, in reading order."""
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell, Cell) and cell.data_type in ("s", "f") and cell.value is not None:
                yield cell, str(getattr(cell.value, "text", cell.value))
