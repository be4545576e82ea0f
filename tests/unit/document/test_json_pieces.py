"""JSON in pieces is the same JSON."""

import json
import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duty_desktop.document import json_pieces
from duty_desktop.document.json_pieces import dumped, loaded

PLAIN = st.none() | st.booleans() | st.integers() | st.text('ab",\\[]{}:\n税', max_size=12)
DATA = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner, max_size=30) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
)


@pytest.fixture(autouse=True, scope="module")
def _small_pieces() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_pieces, "_BYTES", 24)
        patch.setattr(json_pieces, "_SCALAR_BYTES", 5)
        patch.setattr(json_pieces, "_ITEMS", 3)
        yield


def written_at_once(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


@given(DATA)
def test_what_is_written_in_pieces_is_what_is_written_at_once(data: Any) -> None:
    assert dumped(data) == written_at_once(data)


@given(DATA)
def test_what_is_read_in_pieces_is_what_was_written(data: Any) -> None:
    assert loaded(written_at_once(data).encode()) == data
    assert loaded(bytearray(json.dumps(data, indent=1).encode())) == data


@given(st.lists(PLAIN, min_size=12), st.integers(0, 200), st.sampled_from('",[]{}: x1'))
@settings(max_examples=200)
def test_what_json_refuses_is_refused(data: list[Any], place: int, put: str) -> None:
    text = written_at_once({"lines": data})
    text = text[: place % len(text)] + put + text[place % len(text) + 1 :]
    try:
        expected = json.loads(text)
    except ValueError:
        with pytest.raises(ValueError, match=r"."):
            loaded(text.encode())
    else:
        assert loaded(text.encode()) == expected


def test_a_list_that_ends_with_a_comma_is_refused() -> None:
    with pytest.raises(ValueError, match="beside a comma"):
        loaded(b"[" + b"1234567," * 30 + b"]")


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The characters of each reading by `json`, also of those in vain."""
    lengths: list[int] = []
    decode = json_pieces._decode

    def recorded(text: str) -> tuple[Any, int]:
        lengths.append(len(text))
        return decode(text)

    monkeypatch.setattr(json_pieces, "_decode", recorded)
    return lengths


def test_a_long_list_within_objects_within_a_list_is_read_in_pieces(read: list[int]) -> None:
    data = {"documents": [{"lines": {"row": list(range(500))}, "facts": [{"set": "no"}] * 90}, {}]}
    assert loaded(written_at_once(data).encode()) == data
    assert max(read) <= 2 * json_pieces._BYTES + 2


def test_where_one_list_ends_and_another_follows_nothing_is_read_twice(
    read: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_pieces, "_BYTES", 400)
    data = {f"column {place}": ["a", "text", "税 [, ]"] * 30 for place in range(40)}
    text = written_at_once(data)
    assert loaded(text.encode()) == data
    assert sum(read) < 2.5 * len(text)


@pytest.mark.parametrize("text", [b"\xe7\xa8", b'["a",' * 9 + b"\xff", b'{"a":"\x80' + b"a" * 300 + b'"}'])
def test_what_is_no_utf_8_is_refused(text: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        loaded(text)


def test_white_space_without_end_takes_no_time() -> None:
    began = time.perf_counter()
    assert loaded(b"[1," + b" " * 20_000_000 + b"2]") == [1, 2]
    assert time.perf_counter() - began < 2
