"""A reading comes from another process in pieces, and is the same reading."""

import pickle

import pytest

from duty_desktop.invoice import pickled as form
from duty_desktop.invoice.pickled import pickled
from duty_desktop.lines.reading import Document, Reading
from duty_desktop.lines.table import LineTable


def reading_of(lines: int) -> Reading:
    word, declared = "".join(("same ", "text")), {"fact": "yes"}
    table = LineTable(
        row=list(range(lines)), description=[word] * lines, hts=[None] * lines, facts=[declared] * lines
    )
    return Reading("invoice.xlsx", [Document("Sheet 1", table), Document("Sheet 2")])


def test_what_is_told_in_pieces_is_what_was_read() -> None:
    assert pickle.loads(pickled(reading_of(5_001))) == reading_of(5_001)


def test_one_text_for_many_lines_is_one_object_again() -> None:
    lines = pickle.loads(pickled(reading_of(5_001))).documents[0].lines
    assert len(set(map(id, lines.description))) == len(set(map(id, lines.facts))) == 1


def test_no_piece_of_a_column_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    told = pickled(reading_of(5_001))
    lengths: list[int] = []
    piece = form.piece

    def recorded(values: list[object]) -> list[object]:
        lengths.append(len(values))
        return piece(values)

    monkeypatch.setattr(form, "piece", recorded)
    pickle.loads(told)
    assert sum(lengths) == 4 * 5_001
    assert max(lengths) <= 2_000
