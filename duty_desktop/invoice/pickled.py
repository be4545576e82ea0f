"""A reading on its way from the process that read it: the receiver's other threads run between pieces.

Unpickling is one call, during which no other thread of the receiver has a turn, but for the Python functions
that it calls. So a long column is pickled as pieces that such a function gives back. All is one pickle:
what was one object for many lines is one object again.
"""

import io
import pickle
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any

from duty_desktop.lines.table import LineTable

_ITEMS = 2_000
_Reduced = tuple[Callable[..., Any], tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class _Piece:
    values: list[Any]


class _Pickler(pickle.Pickler):
    def reducer_override(self, told: Any) -> Any:
        if isinstance(told, _Piece):
            return piece, (told.values,)
        if isinstance(told, LineTable):
            return table, tuple(_pieces(getattr(told, column.name)) for column in fields(told))
        return NotImplemented


def pickled(told: object) -> bytes:
    """What `pickle.loads` makes the same of, with turns for others between."""
    content = io.BytesIO()
    _Pickler(content, pickle.HIGHEST_PROTOCOL).dump(told)
    return content.getvalue()


def _pieces(column: list[Any]) -> list[_Piece]:
    return [_Piece(column[start : start + _ITEMS]) for start in range(0, len(column), _ITEMS)]


def piece(values: list[Any]) -> list[Any]:
    """Called while unpickling, which alone lets other threads run."""
    return values


def table(*columns: list[list[Any]]) -> LineTable:
    """The table of these columns, each in pieces."""
    return LineTable(*(_whole(column) for column in columns))


def _whole(column: list[list[Any]]) -> list[Any]:
    whole: list[Any] = []
    for values in column:
        whole += values
    return whole
