"""Quantities written with their packages: "2 CTNS / 12 PCS", "10CTNS (240PCS)", 一式."""

import re
from functools import lru_cache

from duty_desktop.invoice.cells.numbers import DecimalMark, WrittenNumber, number_of, written_number
from duty_desktop.invoice.sheet import Cell
from duty_desktop.invoice.text import plain
from duty_desktop.invoice.vocabulary import vocabulary

PACKAGES = frozenset(
    ("CS", "CTN", "BOX", "BAG", "CAN", "BTL", "PKG", "PK", "PLT", "BDL", "COIL", "ROLL", "LOT")
)
WEIGHTS = frozenset(("KG", "G", "T", "LB", "OZ"))
_BETWEEN = re.compile(r"\s*[/;(=]\s*|\s*\)\s*")
_WHOLE_LOT = frozenset(("一式", "1式"))
_LONGEST = 60


def quantity_of(cell: Cell, mark: DecimalMark = DecimalMark.POINT) -> float | None:
    """The number a cell holds, or the pieces beside its packages."""
    figure = number_of(cell, mark)
    if figure is not None or not isinstance(cell, str) or not cell:
        return figure
    written = written_quantity(cell, mark)
    return written.value if written else None


@lru_cache(maxsize=16_384)
def written_quantity(text: str, mark: DecimalMark = DecimalMark.POINT) -> WrittenNumber | None:
    """The count and its unit in a text of several counts, each with its unit; None for anything else."""
    flat = plain(text)
    if flat in _WHOLE_LOT:
        return WrittenNumber(1, unit=flat[-1])
    if len(flat) > _LONGEST:
        return None
    parts = [written_number(part, mark) for part in _BETWEEN.split(flat) if part]
    if len(parts) < 2 or any(part is None or not part.unit for part in parts):
        return None
    units = vocabulary().units
    codes = [(part, units.get(part.unit.lower(), part.unit)) for part in parts if part]
    pieces = [part for part, code in codes if code not in PACKAGES and code not in WEIGHTS]
    return pieces[0] if len(pieces) == 1 else None
