"""How far the cells of a sheet reach that hold something: a million formatted rows are no content."""

import re
import zipfile

from duty_desktop.invoice.sheet import column_index
from duty_desktop.invoice.sources.sheet_xml import chunks

# A cell that is not closed at once, with its place if that is written as Excel does.
_FILLED = re.compile(
    rb'<(?:\w+:)?c(?=[\s>])(?:[^>]*?\sr="([A-Z]{1,3})([0-9]{1,7})")?[^>]*(?<!/)>(?=[^<]|<[^/])'
)


def used_extent(package: zipfile.ZipFile, part: str) -> tuple[int, int] | None:
    """Last row (from 1) and last column (from 0) with content; None when a cell does not say where it is."""
    row, column = 1, 0
    for chunk in chunks(package, part):
        places = _FILLED.findall(chunk)
        letters = {at for at, _ in places}
        if b"" in letters:
            return None
        row = max([row, *(int(number) for _, number in places)])
        column = max([column, *(column_index(one.decode("ascii")) for one in letters)])
    return row, column
