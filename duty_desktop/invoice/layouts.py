"""Layouts: what was decided about a table, recognised again in the supplier's next file."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from typing import TypeGuard

from duty_desktop.invoice.heading_rows import HeadingRow
from duty_desktop.invoice.sheet import Sheet, column_index
from duty_desktop.invoice.text import key
from duty_desktop.lines.reading import Layout

_LETTERS = re.compile("[A-Z]{1,3}")
_MOST_ROWS = 2**20


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
    sheet, row, rows = data.get("sheet"), data.get("heading_row"), data.get("heading_rows")
    if not isinstance(sheet, str) or not _is_number(row) or not _is_number(rows):
        raise ValueError("a layout needs sheet, heading_row and heading_rows")
    headings, columns = _pairs(data, "headings"), _pairs(data, "columns")
    named = [letters for letters, _ in headings] + [letters for _, letters in columns]
    if not all(map(_LETTERS.fullmatch, named)):
        raise ValueError("columns are named by letters")
    return Layout(sheet, row, rows, headings, columns)


def _is_number(value: object) -> TypeGuard[int]:
    return type(value) is int and 0 <= value <= _MOST_ROWS


def _pairs(data: Mapping[str, object], name: str) -> tuple[tuple[str, str], ...]:
    pairs = data.get(name)
    if not isinstance(pairs, list):
        raise ValueError(f"a layout needs {name}")
    found = []
    for pair in pairs:
        match pair:
            case [str() as first, str() as second]:
                found.append((first, second))
            case _:
                raise ValueError(f"{name} are pairs of texts")
    return tuple(found)
