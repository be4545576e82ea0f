"""Plain dataclasses as JSON and back, by their type hints: no pickle, nothing that could run.

A field that the JSON lacks takes its default, so a field added later needs no migration.
"""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

MOST = 10**21
"""No whole number of an estimate is as large: less than 10**14 units of a currency to a line, in cents."""
_LONGEST = 100  # characters of a decimal number, and the places of its first digit from the point
_Value = TypeVar("_Value")


class ValueFormError(ValueError):
    """Stored JSON has not the form of the value it should be."""


def as_json(value: object) -> Any:
    """A value of dataclasses, enums, dates, decimals, sequences and mappings as plain JSON data."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return {field.name: as_json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): as_json(item) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [as_json(item) for item in value]
    raise TypeError(f"{type(value).__name__} has no stored form")


def from_json(kind: type[_Value], data: object) -> _Value:
    """The value of type `kind` that `data` stands for; raises ValueFormError."""
    return cast("_Value", _decoded(kind, data))


def _decoded(kind: Any, data: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _optional(kind, data)
    if origin in (tuple, list):
        return _sequence(kind, data)
    if origin is dict:
        _expect(isinstance(data, dict), kind, data)
        item = get_args(kind)[1]
        return {_plain(str, key): _decoded(item, value) for key, value in data.items()}
    if is_dataclass(kind):
        return _dataclass(kind, data)
    return _plain(kind, data)


def _plain(kind: Any, data: Any) -> Any:
    try:
        if kind is date:
            return date.fromisoformat(data)
        if kind is Decimal:
            return _decimal(data)
        if issubclass(kind, Enum):
            return kind(data)
    except (TypeError, ValueError, ArithmeticError) as error:
        raise ValueFormError(f"{data!r} is not a {kind.__name__}") from error
    _expect(type(data) is kind, kind, data)
    _expect(kind is not int or abs(data) < MOST, kind, "a number too large")
    _expect(kind is not str or is_text(data), kind, "half a character")
    return data


def is_text(text: str) -> bool:
    """Whether a text consists of whole characters, as it must to be written anywhere."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _decimal(data: Any) -> Decimal:
    """A number of a size that can be calculated with; raises ValueError, TypeError or ArithmeticError."""
    if not isinstance(data, str) or len(data) > _LONGEST:
        raise TypeError("no number")
    value = Decimal(data)
    if not value.is_finite() or (value and abs(value.adjusted()) > _LONGEST):
        raise ValueError("a number out of all bounds")
    return value


def _optional(kind: Any, data: Any) -> Any:
    kinds = [one for one in get_args(kind) if one is not NoneType]
    if data is None:
        _expect(len(kinds) < len(get_args(kind)), kind, data)
        return None
    _expect(len(kinds) == 1, kind, data)
    return _decoded(kinds[0], data)


def _sequence(kind: Any, data: Any) -> Any:
    _expect(isinstance(data, list), kind, data)
    arguments = get_args(kind)
    if get_origin(kind) is list:
        return [_decoded(arguments[0], item) for item in data]
    if arguments[-1] is Ellipsis:
        return tuple(_decoded(arguments[0], item) for item in data)
    _expect(len(data) == len(arguments), kind, data)
    return tuple(_decoded(item_kind, item) for item_kind, item in zip(arguments, data, strict=True))


def _dataclass(kind: Any, data: Any) -> Any:
    _expect(isinstance(data, dict), kind, data)
    hints = _hints(kind)
    given = {}
    for field in fields(kind):
        if field.name in data:
            given[field.name] = _decoded(hints[field.name], data[field.name])
        else:
            has_default = field.default is not MISSING or field.default_factory is not MISSING
            _expect(has_default, kind, f"no {field.name}")
    return kind(**given)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _expect(holds: bool, kind: Any, data: Any) -> None:
    if not holds:
        raise ValueFormError(f"{str(data)[:80]!r} is not a {getattr(kind, '__name__', kind)}")
