"""JSON of 100,000 lines, written and read in pieces: no other thread runs while `json` is at one."""

import json
import re
from collections.abc import Iterator
from typing import Any

_ITEMS = 4_000
_FEW = 100
_CHARACTERS = 100_000
_TRIES = 20
_LAST = {"{": "}", "[": "]"}  # what a value ends with that begins so
_SPACE = re.compile(r"[ \t\n\r]*")
_decode = json.JSONDecoder().raw_decode


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


def loaded(text: str) -> Any:
    """The data of JSON text; raises ValueError. Long lists in it are read in pieces."""
    if len(text) <= _CHARACTERS:
        return json.loads(text)
    value, at = _value(text, _gap(text, 0))
    if _gap(text, at) != len(text):
        raise ValueError("more than one value")
    return value


def _value(text: str, at: int) -> tuple[Any, int]:
    """The value that begins at a place, and the place after it."""
    match text[at : at + 1]:
        case "{":
            return _object(text, at)
        case "[":
            return _list(text, at)
    return _decode(text, at)


def _object(text: str, at: int) -> tuple[dict[str, Any], int]:
    found: dict[str, Any] = {}
    at = _gap(text, at + 1)
    if text[at : at + 1] == "}":
        return found, at + 1
    while True:
        key, at = _decode(text, at)
        at = _gap(text, at)
        if not isinstance(key, str) or text[at : at + 1] != ":":
            raise ValueError("a name and a colon are expected")
        found[key], at = _value(text, _gap(text, at + 1))
        at = _gap(text, at)
        if text[at : at + 1] == "}":
            return found, at + 1
        if text[at : at + 1] != ",":
            raise ValueError("a comma or a brace is expected")
        at = _gap(text, at + 1)


def _list(text: str, at: int) -> tuple[list[Any], int]:
    """A list in pieces of many values; a value that is longer than a piece is itself read in pieces.

    What ends before a comma and can be read as a list ends between two of its values: within a text
    or a nested value something would be left open.
    """
    found: list[Any] = []
    start = at + 1
    last_before_comma = _LAST.get(text[start : start + 1], '"')
    while piece := _piece(text[start : start + _CHARACTERS], last_before_comma):
        values, length = piece
        found += values
        start += length
    try:
        rest, end = _decode(f"[{text[start : start + 2 * _CHARACTERS]}")
    except ValueError:
        rest, end = _one_by_one(text, start)
    else:
        end += start - 1
    if found and not rest:
        raise ValueError("a value is expected after a comma")
    return found + rest, end


def _one_by_one(text: str, at: int) -> tuple[list[Any], int]:
    """The values from a place within a list to its end, and the place after it."""
    found: list[Any] = []
    while True:
        value, at = _value(text, _gap(text, at))
        found.append(value)
        at = _gap(text, at)
        if text[at : at + 1] == "]":
            return found, at + 1
        if text[at : at + 1] != ",":
            raise ValueError("a comma or a bracket is expected")
        at += 1


def _piece(window: str, last: str) -> tuple[list[Any], int] | None:
    """The values up to one of the last commas with the number of their characters, that comma included.

    A comma after the character `last` is tried first.
    """
    end = len(window)
    for _ in range(_TRIES):
        end = max(window.rfind(f"{last},", 0, end) + 1, 0) or window.rfind(",", 0, end)
        if end <= 0:
            return None
        try:
            values = json.loads(f"[{window[:end]}]")
        except ValueError:
            continue
        return (values, end + 1) if values else None
    return None


def _gap(text: str, at: int) -> int:
    """The place after white space."""
    return _SPACE.match(text, at).end()  # type: ignore[union-attr] # it matches nothing, too
