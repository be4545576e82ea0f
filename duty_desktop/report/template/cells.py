"""Writing values into cells of a template: its formats stay, texts never become formulas."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from openpyxl.cell.cell import Cell

from duty_desktop.report.figures import shown
from duty_desktop.report.table import SCALE
from duty_desktop.report.template.fields import Field
from duty_desktop.report.template.placeholders import NAME
from duty_desktop.report.workbook_style import NUMBER_FORMATS
from duty_desktop.terms.formulas import SIGNS

Lookup = Callable[[str], Field]
_GENERAL = "General"
# What no XML may hold, and how a workbook writes a sign by its number: "_x000D_" would be a carriage return.
_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def fill(cell: Cell, text: str, lookup: Lookup, language: str) -> None:
    """Write what a text with names in braces stands for: a name alone keeps its type."""
    alone = NAME.fullmatch(text.strip())
    if alone is not None:
        write(cell, lookup(alone[1].lower()))
        return

    def words(name: str) -> str:
        found = lookup(name.lower())
        return shown(found.cell, found.kind, language)

    write_text(cell, NAME.sub(lambda found: words(found[1]), text))


def write(cell: Cell, value: Field) -> None:
    """Write a value; numbers and days take a format only where the cell has none of its own."""
    content = value.cell
    if content is None or content == "":
        cell.value = None
        return
    if isinstance(content, str):
        write_text(cell, content)
        return
    cell.value = content if isinstance(content, date) else Decimal(content) / SCALE[value.kind]
    if cell.number_format == _GENERAL:
        cell.number_format = NUMBER_FORMATS[value.kind]


def write_text(cell: Cell, text: str) -> None:
    """Write a text that stays one, also when somebody edits the cell: it is marked as quoted."""
    cell.value = _ESCAPE.sub("_x005F_", _NO_XML.sub("", text))
    cell.data_type = "s"
    if text.startswith(SIGNS):
        cell.quotePrefix = True
