"""JSON in pieces is the same JSON."""

import json
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
        patch.setattr(json_pieces, "_CHARACTERS", 24)
        patch.setattr(json_pieces, "_ITEMS", 3)
        yield


def written_at_once(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


@given(DATA)
def test_what_is_written_in_pieces_is_what_is_written_at_once(data: Any) -> None:
    assert dumped(data) == written_at_once(data)


@given(DATA)
def test_what_is_read_in_pieces_is_what_was_written(data: Any) -> None:
    assert loaded(written_at_once(data)) == data
    assert loaded(json.dumps(data, indent=1)) == data


@given(st.lists(PLAIN, min_size=12), st.integers(0, 200), st.sampled_from('",[]{}: x1'))
@settings(max_examples=200)
def test_what_json_refuses_is_refused(data: list[Any], place: int, put: str) -> None:
    text = written_at_once({"lines": data})
    text = text[: place % len(text)] + put + text[place % len(text) + 1 :]
    try:
        expected = json.loads(text)
    except ValueError:
        with pytest.raises(ValueError, match=r"."):
            loaded(text)
    else:
        assert loaded(text) == expected


def test_a_list_that_ends_with_a_comma_is_refused() -> None:
    with pytest.raises(ValueError, match="after a comma"):
        loaded("[" + "1234567," * 30 + "]")


def test_a_long_list_within_objects_within_a_list_is_read_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    whole, decode = json.loads, json_pieces._decode

    def recorded(text: str, at: int = 0) -> tuple[Any, int]:
        value, end = decode(text, at)
        read.append(end - at)
        return value, end

    def at_once(text: str) -> Any:
        read.append(len(text))
        return whole(text)

    monkeypatch.setattr(json_pieces, "_decode", recorded)
    monkeypatch.setattr(json, "loads", at_once)
    data = {"documents": [{"lines": {"row": list(range(500))}, "facts": [{"set": "no"}] * 90}, {}]}
    assert loaded(written_at_once(data)) == data
    assert max(read) <= 2 * json_pieces._CHARACTERS + 2
