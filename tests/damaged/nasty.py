"""Values, texts and bytes put in the place of others, the same for every kind of file; seeds repeat them."""

import json
from collections.abc import Callable
from random import Random
from typing import Any, TypeAlias

Holder: TypeAlias = dict[str, Any] | list[Any]

NASTY_VALUES: tuple[Any, ...] = (
    *(
        None,
        True,
        False,
        0,
        1,
        -1,
        2,
        999,
        2**31,
        2**63,
        -(2**63),
        10**17,
        10**18,
        10**30,
        10**400,
        -(10**30),
    ),
    *(0.0, 1.5, -1.0, 1e308, float("nan"), float("inf")),
    *("", " ", "x", "0", "-1", "1.5", "NaN", "sNaN", "Infinity", "1e999999", "1e-999999", "9" * 5_000),
    *(
        "JPY",
        "USD",
        "JP",
        "yes",
        "parts",
        "rated",
        "hts",
        "fact:x",
        "fact:",
        "amount",
        "8708305090",
        "?",
        "1?x",
    ),
    *("0001-01-01", "9999-12-31", "2026-02-30", "2024-12-31", "2026-W01-1", "20260803", "today"),
    *("\ud800", "\x00", "\x1b[2J", "\u202e", "=1+1", "<b>", "語" * 99, "x" * 40_000),
    *([], {}, [None], [[]], [0, 0], ["", ""], {"": ""}, {"kind": "line"}),
)
NASTY_BYTES = (
    *(
        b"",
        b"\0",
        b"\xff",
        b"\x00" * 64,
        b"\xff" * 64,
        b'"',
        b"[",
        b"]",
        b"{",
        b"}",
        b",",
        b":",
        b"null",
        b"-",
    ),
    *(
        b"1e999",
        b"NaN",
        b"\\ud800",
        b"\\u0000",
        b"\xed\xa0\x80",
        b"[" * 100_000,
        b"9" * 5_000,
        b"\n",
        b"\r\n",
    ),
)


def with_other_value(data: Any, random: Random) -> Any:
    """Data of JSON with one of its values, names or lengths changed; changed in place where it can be."""
    places = list(_places(data))
    if not places:
        return random.choice(NASTY_VALUES)
    holder, place = random.choice(places)
    random.choice(_CHANGES)(holder, place, places, random)
    return data


def with_other_bytes(content: bytes, random: Random) -> bytes:
    """Bytes overwritten, left out, doubled, exchanged or cut off."""
    if not content:
        return random.choice(NASTY_BYTES)
    start = random.randrange(len(content))
    length = random.choice((1, 1, 2, 4, 16, 100, 1_000))
    head, middle, tail = content[:start], content[start : start + length], content[start + length :]
    match random.randrange(6):
        case 0:
            return head + random.randbytes(len(middle)) + tail
        case 1:
            return head + tail
        case 2:
            return head + middle * 2 + tail
        case 3:
            return head
        case 4:
            return head + random.choice(NASTY_BYTES) + tail
        case _:
            return head + bytes([middle[0] ^ (1 << random.randrange(8))]) + middle[1:] + tail


def nested(depth: int) -> bytes:
    """JSON of lists within lists."""
    return b"[" * depth + b"]" * depth


def as_text(data: Any) -> str:
    """JSON, halves of characters and what is no number in it as Python writes them."""
    return json.dumps(data, ensure_ascii=True)


def _places(data: Any) -> Any:
    """Every place within lists and objects: the holder and the key or number."""
    if isinstance(data, dict):
        for key in list(data):
            yield data, key
            yield from _places(data[key])
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield data, number
            yield from _places(value)


def _put_nasty(holder: Any, place: Any, _: Any, random: Random) -> None:
    holder[place] = random.choice(NASTY_VALUES)


def _put_other(holder: Any, place: Any, places: Any, random: Random) -> None:
    other, where = random.choice(places)
    holder[place] = json.loads(as_text(other[where]))


def _leave_out(holder: Any, place: Any, _: Any, __: Random) -> None:
    del holder[place]


def _double(holder: Any, place: Any, _: Any, random: Random) -> None:
    if isinstance(holder, list):
        holder.insert(random.randrange(len(holder) + 1), holder[place])
    else:
        holder[f"{place}{random.choice(('', '2', ' '))}"] = holder[place]


def _lengthen_or_cut(holder: Any, place: Any, _: Any, random: Random) -> None:
    value: Any = holder[place]
    if isinstance(value, int) and not isinstance(value, bool):
        holder[place] = random.choice((value + 1, value - 1, -value, value * 10, value * 10**12))
    elif hasattr(value, "__len__") and not isinstance(value, dict):
        cut = random.randrange(len(value) + 1)
        holder[place] = random.choice((value[:cut], value * 2, value[cut:]))
    else:
        holder[place] = [value]


def _rename(holder: Any, place: Any, _: Any, random: Random) -> None:
    if isinstance(holder, dict):
        holder[random.choice(("x", "lines", "kind", "values", "facts", "row"))] = holder.pop(place)
    else:
        random.shuffle(holder)


_CHANGES: tuple[Callable[[Any, Any, Any, Random], None], ...] = (
    *(_put_nasty, _put_nasty, _put_nasty, _put_other, _leave_out, _double, _lengthen_or_cut, _rename),
)
