"""The parts book: what it remembers, what it proposes, out to Excel and in again."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from duty_desktop.describe.parts_book import Part, PartsBook, PartsBookError, Use, differs
from duty_desktop.describe.parts_book_excel import export_parts, import_parts

MAY, JULY = date(2026, 5, 4), date(2026, 7, 9)


@pytest.fixture
def book(tmp_path: Path) -> PartsBook:
    return PartsBook(tmp_path / "folder" / "parts.sqlite")


def use(number: str = "8708305090", on: date = MAY, source: str = "INV-1", lines: int = 5) -> Use:
    return Use("Kanto Parts", "45022-S84", "Brake pad set", number, on, source, lines)


def test_a_choice_is_proposed_next_time_with_how_often_it_was_used(book: PartsBook) -> None:
    book.remember([use(), use(on=JULY, source="INV-2", lines=7)])
    part = book.find("ＫＡＮＴＯ　parts", "45022-s84", "brake pad SET")
    assert part is not None
    assert part.number == "8708305090"
    assert part.used.en == "used on 12 lines since 2026-05"
    assert "12明細" in part.used.ja


def test_the_same_invoice_counts_once(book: PartsBook) -> None:
    book.remember([use()])
    book.remember([use(lines=6)])
    [part] = book.parts()
    assert part.lines == 6


def test_another_number_begins_a_new_count(book: PartsBook) -> None:
    book.remember([use()])
    book.remember([use("8708305040", JULY, "INV-2", 2)])
    [part] = book.parts()
    assert (part.number, part.lines, part.since) == ("8708305040", 2, JULY)


def test_an_item_is_found_by_its_number_and_without_one_by_its_description(book: PartsBook) -> None:
    book.remember([use(), Use("Kanto Parts", "", "Engine mount, rubber", "8708995500", MAY, "INV-1")])
    assert book.find("Kanto Parts", "45022-S84", "pads") is not None
    assert book.find("Kanto Parts", "", "ENGINE MOUNT, RUBBER") is not None
    assert book.find("Kanto Parts", "45022-S85", "Brake pad set") is None
    assert book.find("Another", "45022-S84", "Brake pad set") is None
    assert book.find("Kanto Parts", "", "") is None


def test_an_item_with_two_numbers_is_told_only_by_its_description(book: PartsBook) -> None:
    other = Use("Kanto Parts", "45022-S84", "Brake disc", "8708305030", MAY, "INV-1")
    book.remember([use(), other])
    assert book.find("Kanto Parts", "45022-S84", "something else") is None
    found = book.find("Kanto Parts", "45022-S84", "Brake disc")
    assert found is not None
    assert found.number == "8708305030"


def test_a_book_is_kept_in_its_file(book: PartsBook) -> None:
    book.remember([use()])
    book.close()
    assert PartsBook(book.path).parts()[0].number == "8708305090"


def test_parts_can_be_edited_and_forgotten(book: PartsBook) -> None:
    part = book.put(Part("S", "1", "Bolt", "7318.15.2065", MAY, MAY))
    changed = book.put(Part("S", "1", "Bolt", "7318152061", MAY, MAY, note="stainless", id=part.id))
    assert [one.number for one in book.parts("stain")] == ["7318152061"]
    book.remove([changed])
    assert book.parts() == []


def test_the_same_part_twice_is_refused_and_nothing_changes(book: PartsBook) -> None:
    book.put(Part("S", "1", "Bolt", "7318152065", MAY, MAY))
    with pytest.raises(PartsBookError) as caught:
        book.put(Part("s", "１", "BOLT", "7318152061", MAY, MAY))
    assert caught.value.finding.code == "part-twice"
    assert [one.number for one in book.parts()] == ["7318152065"]


@pytest.mark.parametrize("number", ["", "8708.30", "87083050901", "bolts"])
def test_a_number_that_is_none_is_refused(book: PartsBook, number: str) -> None:
    with pytest.raises(PartsBookError) as caught:
        book.remember([use(), use(number, source="INV-2")])
    assert caught.value.finding.code == "part-number-length"
    assert book.parts() == []


def test_a_file_that_is_no_parts_book_is_refused_and_left(tmp_path: Path) -> None:
    path = tmp_path / "parts.sqlite"
    path.write_bytes(b"something else" * 100)
    with pytest.raises(PartsBookError) as caught:
        PartsBook(path)
    assert str(path) in str(caught.value)
    assert path.read_bytes() == b"something else" * 100


def test_the_file_s_own_number_stands_and_a_difference_is_told(book: PartsBook) -> None:
    book.remember([use()])
    part = book.parts()[0]
    assert differs(part, "8708305090") is None
    assert differs(part, "870830") is None
    told = differs(part, "8708305040")
    assert told is not None
    assert "8708.30.5090" in told.en


def test_a_book_goes_out_to_excel_and_in_again(book: PartsBook, tmp_path: Path) -> None:
    book.remember([use(), Use("=1+1", "0045", "ブレーキパッド", "8708305040", JULY, "INV-1")])
    path = tmp_path / "parts.xlsx"
    assert export_parts(book, path) == 2
    other = PartsBook(tmp_path / "other.sqlite")
    done = import_parts(other, path, JULY)
    assert (done.added, done.changed, done.unchanged, done.problems) == (2, 0, 0, ())
    assert [
        (one.supplier, one.item, one.description, one.number, one.lines, one.since) for one in other.parts()
    ] == [(one.supplier, one.item, one.description, one.number, one.lines, one.since) for one in book.parts()]
    again = import_parts(other, path, JULY)
    assert (again.added, again.changed, again.unchanged) == (0, 0, 2)


def test_rows_that_cannot_be_taken_are_told_with_their_place(book: PartsBook, tmp_path: Path) -> None:
    path = tmp_path / "parts.csv"
    path.write_text(
        "部品表,,,\n仕入先,品番,品名,HTS番号\nA,1,ボルト,7318.15.2065\nA,2,ナット,7318\nA,,,7318152065\n",
        encoding="utf-8",
    )
    done = import_parts(book, path, JULY)
    assert done.added == 1
    assert [(one.code, one.place.row) for one in done.problems] == [
        ("part-number-length", 4),
        ("part-without-name", 5),
    ]


def test_a_table_without_headings_is_refused(book: PartsBook, tmp_path: Path) -> None:
    path = tmp_path / "parts.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(PartsBookError) as caught:
        import_parts(book, path, JULY)
    assert caught.value.finding.code == "parts-without-headings"


def test_a_book_whose_making_was_killed_is_made_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "parts.sqlite"
    PartsBook(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as half:
        half.executescript("DROP TABLE used; PRAGMA application_id = 0; PRAGMA user_version = 0")
    book = PartsBook(path)
    book.remember([use()])
    assert len(book.parts()) == 1
    book.close()


def test_a_book_is_made_by_two_programs_at_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        books = list(threads.map(PartsBook, [tmp_path / "parts.sqlite"] * 8))
    books[0].remember([use()])
    assert {len(book.parts()) for book in books} == {1}
    for book in books:
        book.close()


def test_half_a_character_is_kept_as_one_that_stands_for_it(book: PartsBook) -> None:
    book.put(Part("Kanto\ud83d", "A", "\ude00pad", "8708305090", MAY, MAY, note="\ud83d\ude00 \ud83d"))
    (part,) = book.parts()
    assert (part.supplier, part.description, part.note) == ("Kanto\ufffd", "\ufffdpad", "😀 \ufffd")
