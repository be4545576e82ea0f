"""Other layouts of a sheet, as a person asks for them: plain values, to be read by."""

from collections.abc import Sequence
from dataclasses import replace

from duty_desktop.invoice.heading_rows import next_heading
from duty_desktop.invoice.sheet import Sheet
from duty_desktop.lines.reading import Layout

_SEARCHED_ROWS = 400


def with_meaning(layout: Layout, letters: str, field: str) -> Layout:
    """The layout with another meaning of a column; an empty field: it is not used.

    A field has one column only: the one that had it before is not used any more.
    """
    kept = [(name, at) for name, at in layout.columns if at != letters and name != field]
    added = [(field, letters)] if field else []
    return replace(layout, columns=(*kept, *added), finds_columns=False)


def headed_by(sheet: str, row: int, rows: int) -> Layout:
    """The layout of a table whose heading are `rows` rows from `row` on, 0 rows: goods begin there."""
    return Layout(sheet, row, rows, (), (), finds_columns=True)


def left_out(sheet: str, layouts: Sequence[Layout]) -> tuple[Layout, ...]:
    """What leaves a sheet out, its headings kept so that it can be known again."""
    return tuple(replace(one, columns=(), finds_columns=False) for one in layouts) or (
        Layout(sheet, 0, 0, (), ()),
    )


def found_in(sheet: Sheet) -> Layout | None:
    """The layout of the first table that the words of a sheet tell, its columns still to be found."""
    heading = next_heading(sheet, 0, min(len(sheet.rows), _SEARCHED_ROWS))
    return headed_by(sheet.name, sheet.row_number(heading.top), heading.depth) if heading else None
