"""Lines on two rows under a heading of two rows: name, origin or weight beneath number and figures."""

import re
from collections.abc import Sequence
from dataclasses import replace

from duty_desktop.invoice.cells.countries import country_in_phrase
from duty_desktop.invoice.cells.numbers import number_of
from duty_desktop.invoice.columns import Column, Mapping
from duty_desktop.invoice.heading_rows import HeadingRow
from duty_desktop.invoice.heading_words import Heading, read_heading
from duty_desktop.invoice.row_words import row_word
from duty_desktop.invoice.sheet import Sheet, is_blank

SURELY_NAMED = 90
_DIGIT = re.compile(r"\d")
LOOKED_AT = 400
BENEATH = frozenset(("item", "description", "hts", "origin", "net_weight", "unit"))


def with_second_row(sheet: Sheet, heading: HeadingRow) -> HeadingRow:
    """The heading together with the row beneath it, where that only names further fields of the goods."""
    row = heading.body
    if row >= len(sheet.rows):
        return heading
    named = _named_in_row(sheet, row)
    filled = [cell for cell in sheet.rows[row] if not is_blank(cell)]
    # "ORIGIN: JAPAN" heads a section of lines, not a column.
    if any(isinstance(cell, str) and (country_in_phrase(cell) or _DIGIT.search(cell)) for cell in filled):
        return heading
    if not named or len(named) < len(filled) or {name for name, _ in named.values()} <= heading.fields:
        return heading
    return replace(heading, depth=heading.depth + 1)


def take_second_rows(sheet: Sheet, heading: HeadingRow, rows: Sequence[int], mapping: Mapping) -> None:
    """Take the fields that the heading's last row names, where each line goes on in the row below it."""
    amount = mapping.index("amount")
    if heading.depth < 2 or amount is None:
        return
    named = _named_in_row(sheet, heading.body - 1)
    if not named:
        return
    lines = _lines_on_two_rows(sheet, amount, rows[:LOOKED_AT])
    for at, (name, words) in named.items():
        taken = mapping.columns.get(name)
        if taken and (taken.index != at or any(not is_blank(sheet.rows[line][at]) for line in lines)):
            continue
        if any(not is_blank(sheet.rows[line + 1][at]) for line in lines):
            evidence = f"heading “{words.text}”; in the row beneath"
            mapping.columns[name] = Column(at, name, words, evidence, beneath=True)


def _named_in_row(sheet: Sheet, row: int) -> dict[int, tuple[str, Heading]]:
    """The fields that a row of a heading names by itself, by column."""
    named: dict[int, tuple[str, Heading]] = {}
    for at, cell in enumerate(sheet.rows[row]):
        words = read_heading(cell) if isinstance(cell, str) else None
        best = words.best if words else None
        if words and best and best.score >= SURELY_NAMED and best.field in BENEATH:
            named[at] = best.field, words
    return named


def _lines_on_two_rows(sheet: Sheet, amount: int, rows: Sequence[int]) -> list[int]:
    """The rows with an amount, if a row with words and without an amount follows each of them."""
    found = []
    for row in rows:
        cells = sheet.rows[row]
        if number_of(cells[amount]) is None:
            continue
        if any(isinstance(cell, str) and (word := row_word(cell)) and word.is_total for cell in cells):
            break
        below = sheet.rows[row + 1] if row + 1 < len(sheet.rows) else ()
        texts = [cell for cell in below if isinstance(cell, str) and not is_blank(cell)]
        if not texts or number_of(below[amount]) is not None or any(map(row_word, texts)):
            return []
        found.append(row)
    return found
