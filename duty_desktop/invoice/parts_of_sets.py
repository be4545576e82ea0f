"""Parts of a set listed beneath it, counted but without prices of their own."""

import re

from duty_desktop.invoice.rows import RowView
from duty_desktop.invoice.sheet import Cell, is_blank, text_of
from duty_desktop.invoice.table_body import TableBody

_MARKED = re.compile(
    r"(?:[-\u2010-\u2015\u2500-\u257f・･*+•●○◦>※└├]|\([a-z0-9]\)|[\s\u3000]{2,}|\u3000)\s*\S"
)


def lists_part(body: TableBody, view: RowView, set_at: int, offset: int) -> bool:
    """Whether a row is a part of the set at offset `set_at`: unpriced, and marked or numbered so."""
    if view.price is not None or view.amount is not None or view.free or not body.mapping.has("amount"):
        return False
    if view.worded or not _is_priced(body, set_at):
        return False
    names, items = body.cells("description"), body.cells("item")
    if names is not None and _is_marked(names[offset]) and not _is_marked(names[set_at]):
        return True
    if items is None or is_blank(items[set_at]):
        return False
    number, own = text_of(items[set_at]), text_of(items[offset])
    return own.startswith(number) and len(own) > len(number) and not own[len(number)].isalnum()


def _is_priced(body: TableBody, offset: int) -> bool:
    amounts = body.figures("amount")
    return amounts is not None and bool(amounts[offset])


def _is_marked(cell: Cell) -> bool:
    return isinstance(cell, str) and _MARKED.match(cell) is not None
