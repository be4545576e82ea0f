"""Values given once for a group of lines and meant for the rows beneath.

A blank alone proves nothing: a number may simply be missing. But when an order number, a case number
or another word is blank in exactly the same rows, the lines form groups, and the value governs them.
"""

from collections.abc import Sequence

from duty_desktop.invoice.picked_rows import PickedRows
from duty_desktop.invoice.sheet import Cell, is_blank

GIVEN_ONCE = ("hts", "export_code", "origin")
COUNTED = ("quantity", "unit_price")
NEVER_A_KEY = frozenset(
    ("hts", "export_code", "origin", "quantity", "unit", "unit_price", "amount", "net_weight", "currency")
)


def filled_from_above(picked: PickedRows, cells: list[Cell]) -> tuple[list[Cell], list[int]]:
    """The cells with the groups' values put into their blank lines, and the positions so filled."""
    if not any(map(is_blank, set(cells))):
        return cells, []
    blanks = [is_blank(cell) for cell in cells]
    if not blanks or blanks[0] or not any(blanks) or not _has_key(picked, blanks):
        return cells, []
    counted = [picked.figures(name) for name in COUNTED]
    for position, blank in enumerate(blanks):
        # A row without quantity and price is no further piece of a group: perhaps a charge.
        blanks[position] = blank and any(figures and figures[position] is not None for figures in counted)
    filled = list(cells)
    for position, blank in enumerate(blanks):
        if blank:
            filled[position] = filled[position - 1]
    return filled, [position for position, blank in enumerate(blanks) if blank]


def _has_key(picked: PickedRows, blanks: Sequence[bool]) -> bool:
    """Whether another column, of words or numbers that name groups, is blank in the same lines."""
    body = picked.body
    used = {column.index for name, column in body.mapping.columns.items() if name in NEVER_A_KEY}
    for index in range(body.sheet.width):
        if index in used:
            continue
        column = picked.pick(body.sheet.column(index)[body.start : body.stop])
        if not is_blank(column[0]) and [is_blank(cell) for cell in column] == blanks:
            return True
    return False
