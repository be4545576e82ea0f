"""Layouts: what was decided about a table, recognised again in the supplier's next file."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from duty_desktop.invoice.heading_rows import HeadingRow
from duty_desktop.invoice.sheet import Sheet, column_index
from duty_desktop.invoice.text import key
from duty_desktop.lines.reading import Layout


def layout_fingerprint(layout: Layout) -> str:
    """The same for every table with the same headings in the same order, wherever it stands."""
    return _fingerprint(text for _, text in layout.headings)


def heading_fingerprint(heading: HeadingRow) -> str:
    """The fingerprint of a heading found in a sheet, to look up a remembered layout."""
    return _fingerprint(text for text in heading.words if text)


def _fingerprint(texts: Iterable[str]) -> str:
    joined = "\n".join(key(text) for text in texts)
    return hashlib.sha256(joined.encode("utf-8")).hexdigest()[:32]


def layout_of(sheet: Sheet, heading: HeadingRow, columns: Mapping[str, int]) -> Layout:
    """The layout of a table as it was read; `columns` are fields and columns within the used range."""
    return Layout(
        sheet=sheet.name,
        heading_row=sheet.row_number(heading.top),
        heading_rows=heading.depth,
        headings=tuple((sheet.letters(at), text) for at, text in enumerate(heading.words) if text),
        columns=tuple((name, sheet.letters(at)) for name, at in columns.items()),
    )


def columns_for(layout: Layout, sheet: Sheet, heading: HeadingRow) -> dict[str, int]:
    """The fields and columns, within the used range, that a layout means in a sheet.

    A column is found by the place of its heading among the headings, so a table moved on the sheet is
    still recognised; without headings its letters count.
    """
    present = [at for at, text in enumerate(heading.words) if text]
    places = {letters: place for place, (letters, _) in enumerate(layout.headings)}
    same_headings = len(present) == len(layout.headings)
    found: dict[str, int] = {}
    for name, letters in layout.columns:
        if letters in places and same_headings:
            found[name] = present[places[letters]]
        else:
            at = column_index(letters) - sheet.first_column
            if 0 <= at < sheet.width:
                found[name] = at
    return found


def layout_as_json(layout: Layout) -> dict[str, object]:
    """A layout as plain data, for the settings file."""
    return {
        "sheet": layout.sheet,
        "heading_row": layout.heading_row,
        "heading_rows": layout.heading_rows,
        "headings": [list(pair) for pair in layout.headings],
        "columns": [list(pair) for pair in layout.columns],
    }


def layout_from_json(data: Mapping[str, object]) -> Layout:
    """The layout stored as plain data. Raises ValueError when the data is no layout."""
    row, rows = data.get("heading_row"), data.get("heading_rows")
    if not isinstance(row, int) or not isinstance(rows, int):
        raise ValueError("a layout needs heading_row and heading_rows")
    return Layout(str(data.get("sheet", "")), row, rows, _pairs(data, "headings"), _pairs(data, "columns"))


def _pairs(data: Mapping[str, object], name: str) -> tuple[tuple[str, str], ...]:
    pairs = data.get(name)
    if not isinstance(pairs, Sequence) or isinstance(pairs, str):
        raise ValueError(f"a layout needs {name}")
    found = [tuple(map(str, pair)) for pair in pairs if isinstance(pair, Sequence) and len(pair) == 2]
    return tuple((first, second) for first, second in found)
