"""JSON of 100,000 lines, written and read in pieces: no other thread runs while `json` is at one."""

import json
import re
from collections.abc import Iterator
from typing import Any

_ITEMS = 1_000
_FEW = 100
_BYTES = 20_000
_SCALAR_BYTES = 200
_TRIES = 20
_LAST = {b"{": b"},", b"[": b"],"}  # what a value ends with that begins so, and the comma after it
_space = re.compile(rb"[ \t\n\r]*").match
_decode = json.JSONDecoder().raw_decode


def dumped(data: Any) -> str:
    """The shortest JSON of data, characters as they are."""
    return "".join(pieces(data))


def pieces(data: Any) -> Iterator[str]:
    """The same JSON piece by piece, for what need not have it whole."""
    if isinstance(data, dict):
        yield "{"
        for place, (key, value) in enumerate(data.items()):
            yield f"{',' if place else ''}{_whole(str(key))}:"
            yield from pieces(value)
        yield "}"
    elif isinstance(data, list | tuple) and len(data) > _ITEMS:
        for start in range(0, len(data), _ITEMS):
            yield f"{',' if start else '['}{_whole(data[start : start + _ITEMS])[1:-1]}"
        yield "]"
    elif isinstance(data, list | tuple) and len(data) <= _FEW and any(isinstance(one, dict) for one in data):
        yield "["
        for place, value in enumerate(data):
            yield "," if place else ""
            yield from pieces(value)
        yield "]"
    else:
        yield _whole(data)


def _whole(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def loaded(content: bytes | bytearray) -> Any:
    """The data of JSON in UTF-8; raises ValueError. Long lists in it are read in pieces."""
    if len(content) <= _BYTES:
        return json.loads(content.decode())
    value, at = _value(content, _gap(content, 0))
    if _gap(content, at) != len(content):
        raise ValueError("more than one value")
    return value


def _value(content: bytes | bytearray, at: int) -> tuple[Any, int]:
    """The value that begins at a place, and the place after it."""
    match content[at : at + 1]:
        case b"{":
            return _object(content, at)
        case b"[":
            return _list(content, at)
    return _scalar(content, at)


def _scalar(content: bytes | bytearray, at: int) -> tuple[Any, int]:
    """A text, a number or a word, of whatever length, and the place after it."""
    size = _SCALAR_BYTES
    while at + size < len(content):
        text = _characters(content, at, size)
        try:
            value, length = _decode(text)
        except ValueError:
            length = len(text)
        if length < len(text):
            return value, at + _bytes_of(text, length)
        size *= 10
    text = _characters(content, at, size)
    value, length = _decode(text)
    return value, at + _bytes_of(text, length)


def _object(content: bytes | bytearray, at: int) -> tuple[dict[str, Any], int]:
    found: dict[str, Any] = {}
    at = _gap(content, at + 1)
    if content[at : at + 1] == b"}":
        return found, at + 1
    while True:
        key, at = _scalar(content, at)
        at = _gap(content, at)
        if not isinstance(key, str) or content[at : at + 1] != b":":
            raise ValueError("a name and a colon are expected")
        found[key], at = _value(content, _gap(content, at + 1))
        at = _gap(content, at)
        if content[at : at + 1] == b"}":
            return found, at + 1
        if content[at : at + 1] != b",":
            raise ValueError("a comma or a brace is expected")
        at = _gap(content, at + 1)


def _list(content: bytes | bytearray, at: int) -> tuple[list[Any], int]:
    """A list in pieces of many values; a value that is longer than a piece is itself read in pieces."""
    found: list[Any] = []
    start = at + 1
    last = _LAST.get(bytes(content[start : start + 1]), b'",')
    ended = False
    while not ended and (piece := _piece(content[start : start + _BYTES], last)):
        values, length, ended = piece
        if not values and (found or not ended):
            raise ValueError("a value is expected beside a comma")
        found += values
        start += length
    return (found, start) if ended else _end_of_list(content, start, found)


def _end_of_list(content: bytes | bytearray, start: int, found: list[Any]) -> tuple[list[Any], int]:
    """The list with the values from a place within it, where no comma is near enough, and the place after."""
    text = _characters(content, start, 2 * _BYTES)
    try:
        rest, length = _decode(f"[{text}")
    except ValueError:
        rest, end = _one_by_one(content, start)
    else:
        end = start + _bytes_of(text, length - 1)
    if found and not rest:
        raise ValueError("a value is expected beside a comma")
    return found + rest, end


def _one_by_one(content: bytes | bytearray, at: int) -> tuple[list[Any], int]:
    """The values from a place within a list to its end, and the place after it."""
    found: list[Any] = []
    while True:
        value, at = _value(content, _gap(content, at))
        found.append(value)
        at = _gap(content, at)
        if content[at : at + 1] == b"]":
            return found, at + 1
        if content[at : at + 1] != b",":
            raise ValueError("a comma or a bracket is expected")
        at += 1


def _piece(window: bytes | bytearray, last: bytes) -> tuple[list[Any], int, bool] | None:
    """The values up to one of the last commas, the number of their bytes with it, and whether the list ends.

    A comma where a value may end with its `last` is tried first. What is a list up to a comma ends between
    two values: within a text or a nested value something would be left open. Where the list itself ends
    before that comma, it is read to its end and not further.
    """
    end = len(window)
    for _ in range(_TRIES):
        end = max(window.rfind(last, 0, end) + 1, 0) or window.rfind(b",", 0, end)
        if end <= 0:
            return None
        try:
            text = window[:end].decode()
            values, length = _decode(f"[{text}]")
        except ValueError:
            continue
        if length == len(text) + 2:
            return values, end + 1, False
        return values, _bytes_of(text, length - 1), True
    return None


def _characters(content: bytes | bytearray, start: int, size: int) -> str:
    """The characters of so many bytes; one that is cut by their end is left out."""
    end = start + size
    while start < end < len(content) and content[end] & 0xC0 == 0x80:
        end -= 1
    return content[start:end].decode()


def _bytes_of(text: str, length: int) -> int:
    return length if text.isascii() else len(text[:length].encode())


def _gap(content: bytes | bytearray, at: int) -> int:
    """The place after white space, of whatever length."""
    found = _space(content, at)
    return at if found is None else found.end()
