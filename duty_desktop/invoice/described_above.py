"""Descriptions in rows of their own: words first and figures beneath, or words beneath a number."""

from enum import Enum, auto

from duty_desktop.invoice.profile import looks_like_code
from duty_desktop.invoice.row_words import Certainty, row_word
from duty_desktop.invoice.sheet import is_blank
from duty_desktop.invoice.table_body import TableBody

SEVERAL = 2
MOST_ROWS = 8  # of one name


class Names(Enum):
    """Where the names of all lines stand; EITHER: by their places they may belong above or beneath."""

    ABOVE = auto()
    BENEATH = auto()
    EITHER = auto()
    ELSEWHERE = auto()


def describes_next(body: TableBody, index: int) -> bool:
    """Whether the row below `index` has an amount and a quantity, but nothing that names its goods."""
    below = index + 1 - body.start
    if not _is_counted(body, below):
        return False
    names = [cells for name in ("description", "item") if (cells := body.cells(name)) is not None]
    return all(is_blank(cells[below]) for cells in names)


def where_names_stand(body: TableBody) -> Names:
    """Where every line's name stands, if each has only a code beside its figures.

    Words above the first line alone may head a section, those below the last one be a note: where every line
    has words on both sides, and where only some have them, nothing shows which are its name.
    """
    rows = _names_and_lines(body)
    lines = [at for at, row in enumerate(rows) if row is False]
    if len(lines) < SEVERAL:
        return Names.ELSEWHERE
    above = sum(1 for at in lines if at and rows[at - 1])
    beneath = sum(1 for at in lines if at + 1 < len(rows) and rows[at + 1])
    if above == len(lines):
        return Names.EITHER if beneath == len(lines) else Names.ABOVE
    if beneath == len(lines):
        return Names.BENEATH
    return Names.EITHER if above * 2 >= len(lines) else Names.ELSEWHERE


def line_beneath(body: TableBody, index: int) -> int | None:
    """The row of the line that a name in the row `index` belongs to; other words of its name may follow."""
    below = index + 1 - body.start
    for offset in range(below, min(below + MOST_ROWS, len(body))):
        if not is_name(body, offset):
            return body.start + offset if _is_counted(body, offset) else None
    return None


def is_name(body: TableBody, offset: int) -> bool:
    """Whether a row holds only a text where the goods are named, which is not that of a total or charge."""
    column = body.mapping.index("description")
    if column is None:
        column = body.mapping.index("item")
    if column is None:
        return False
    row = body.sheet.rows[body.start + offset]
    text = row[column]
    if not isinstance(text, str) or is_blank(text):
        return False
    if (word := row_word(text)) and word.certainty is Certainty.WHOLE:
        return False
    return all(is_blank(cell) for at, cell in enumerate(row) if at != column)


def _names_and_lines(body: TableBody) -> list[bool | None]:
    """The rows with content: True for names, False for lines, None for others; [] where lines have words."""
    names, found = body.cells("description") or body.cells("item"), list[bool | None]()
    for offset, name in enumerate(names or ()):
        if is_name(body, offset):
            found.append(True)
        elif (
            _is_counted(body, offset)
            and not is_blank(name)
            and not (isinstance(name, str) and row_word(name))
        ):
            if not looks_like_code(name):
                return []
            found.append(False)
        elif any(not is_blank(cell) for cell in body.sheet.rows[body.start + offset]):
            found.append(None)
    return found


def _is_counted(body: TableBody, offset: int) -> bool:
    amounts, quantities = body.figures("amount"), body.figures("quantity")
    if amounts is None or quantities is None or offset >= len(body):
        return False
    return amounts[offset] is not None and quantities[offset] is not None
