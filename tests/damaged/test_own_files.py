"""The program's own files, damaged or newer, are used or told about; `tests.damaged.fuzz` tries more."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from duty_desktop.describe.parts_book import PartsBook, PartsBookError
from duty_desktop.invoice.remembered import (
    NewerLayoutsError,
    keep_layouts,
    layouts_problem,
    remembered_layouts,
)
from tests.damaged.own_files import PARTS, became_of_layouts, became_of_parts_book

SOME = range(8)


@pytest.mark.parametrize("seed", SOME)
def test_a_damaged_parts_book_is_used_or_told(seed: int, tmp_path: Path) -> None:
    assert became_of_parts_book(seed, tmp_path)


@pytest.mark.parametrize("seed", SOME)
def test_damaged_layouts_are_used_or_told_and_kept(seed: int, tmp_path: Path) -> None:
    assert became_of_layouts(seed, tmp_path)


def test_a_newer_parts_book_is_told_and_stays_untouched_also_what_a_kill_left_beside_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "parts.sqlite"
    book = PartsBook(path)
    book.put_all(PARTS)
    book.close()
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 2")
    hot = path.with_name("parts.sqlite-journal")
    hot.write_bytes(b"what a newer program was about to do")
    before = {one.name: (one.read_bytes(), one.stat().st_mtime_ns) for one in tmp_path.iterdir()}
    with pytest.raises(PartsBookError) as caught:
        PartsBook(path)
    assert "of a newer version of the program" in caught.value.finding.message
    assert caught.value.finding.remedy == "Update the program to use it."
    assert {one.name: (one.read_bytes(), one.stat().st_mtime_ns) for one in tmp_path.iterdir()} == before


def test_looking_into_the_parts_book_does_not_change_its_file(tmp_path: Path) -> None:
    path = tmp_path / "parts.sqlite"
    PartsBook(path).close()
    before = path.stat().st_mtime_ns
    book = PartsBook(path)
    assert book.parts() == []
    book.close()
    assert path.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("UPDATE part SET since = 'soon'", "it is damaged"),
        ("DROP TABLE used", "it is damaged"),
        ("PRAGMA application_id = 1", "it is another file"),
    ],
)
def test_a_damaged_parts_book_says_why_and_what_to_do(tmp_path: Path, statement: str, why: str) -> None:
    path = tmp_path / "parts.sqlite"
    book = PartsBook(path)
    book.put_all(PARTS)
    book.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute(statement)
    with pytest.raises(PartsBookError) as caught:
        PartsBook(path).parts()
    assert caught.value.finding.message == f"The parts book {path} cannot be used: {why}."
    assert caught.value.finding.remedy == "Move it away: a new one is made."


def test_newer_layouts_are_told_and_stay_untouched(tmp_path: Path) -> None:
    path = tmp_path / "layouts.json"
    path.write_text('{"form": 2, "tables": []}', encoding="utf-8")
    before = path.read_bytes(), path.stat().st_mtime_ns
    assert remembered_layouts(path) == ()
    problem = layouts_problem(path)
    assert problem is not None
    assert "newer version of the program" in problem.message
    with pytest.raises(NewerLayoutsError):
        keep_layouts([], path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [one.name for one in tmp_path.iterdir()] == ["layouts.json"]


def test_layouts_that_the_disk_does_not_give_back_now_are_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "layouts.json"
    keep_layouts([], path)
    before = path.read_bytes()

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "sharing violation")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(PermissionError):
        keep_layouts([], path)
    monkeypatch.undo()
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["layouts.json"]
