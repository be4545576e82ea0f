"""JSON of 100,000 lines, written in pieces: no other thread runs while `json` is at one."""

import json
from collections.abc import Iterator
from typing import Any

_ITEMS = 4_000
_FEW = 100


def dumped(data: Any) -> str:
    """The shortest JSON of data, characters as they are."""
    return "".join(_pieces(data))


def _pieces(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        yield "{"
        for place, (key, value) in enumerate(data.items()):
            yield f"{',' if place else ''}{_whole(str(key))}:"
            yield from _pieces(value)
        yield "}"
    elif isinstance(data, list | tuple) and len(data) > _ITEMS:
        for start in range(0, len(data), _ITEMS):
            yield f"{',' if start else '['}{_whole(data[start : start + _ITEMS])[1:-1]}"
        yield "]"
    elif isinstance(data, list | tuple) and len(data) <= _FEW and any(isinstance(one, dict) for one in data):
        yield "["
        for place, value in enumerate(data):
            yield "," if place else ""
            yield from _pieces(value)
        yield "]"
    else:
        yield _whole(data)


def _whole(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
