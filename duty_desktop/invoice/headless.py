"""Tables without a heading row: recognised only if arithmetic or tariff numbers prove the columns."""

from duty_desktop.invoice.column_choice import ColumnChoice
from duty_desktop.invoice.heading_rows import HeadingRow, heading_of
from duty_desktop.invoice.heading_words import NO_HEADING
from duty_desktop.invoice.sheet import Sheet, is_blank
from duty_desktop.invoice.tables import Table

LEAST_FILLED = 3
SEARCHED_ROWS = 60


def headless_table(sheet: Sheet) -> Table | None:
    """A table of goods without headings, None unless its values prove what the columns are."""
    start = next(
        (
            index
            for index, row in enumerate(sheet.rows[:SEARCHED_ROWS])
            if sum(1 for cell in row if not is_blank(cell)) >= LEAST_FILLED
            and any(isinstance(cell, float) for cell in row)
        ),
        None,
    )
    if start is None:
        start = 0 if sheet.rows and len(sheet.rows[0]) >= LEAST_FILLED else None
    if start is None:
        return None
    heading = _words_above(sheet, start) or HeadingRow(start, 0, tuple([NO_HEADING] * sheet.width))
    table = Table(sheet, heading, len(sheet.rows), guessed=True)
    choice = ColumnChoice(sheet, heading, table.rows)
    mapping = choice.decide()
    if not mapping.proven:
        return None
    choice.describe_by_texts(mapping)
    table.mapping = mapping
    return table


def _words_above(sheet: Sheet, start: int) -> HeadingRow | None:
    """The row above as heading, though its words are unknown."""
    if start == 0:
        return None
    filled = [cell for cell in sheet.rows[start - 1] if not is_blank(cell)]
    if len(filled) < LEAST_FILLED or not all(isinstance(cell, str) for cell in filled):
        return None
    return heading_of(sheet, start - 1, 1)
