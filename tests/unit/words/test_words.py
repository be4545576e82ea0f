"""The files of trade words: their form, no word twice, and numbers that the newest edition has."""

import csv
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from duty_desktop.describe.users import users
from duty_desktop.describe.words import normal, stems_of
from duty_desktop.tariff.nomenclature import Nomenclature
from duty_desktop.terms.resources import resource_folder

WORDS = resource_folder() / "words"
JAPANESE = sorted((WORDS / "japanese").glob("*.csv"))
NUMBERED = [*JAPANESE, WORDS / "english" / "goods.csv"]
ALL = [*NUMBERED, WORDS / "english" / "abbreviations.csv"]
DOTTED = re.compile(r"\d{4}(\.\d\d(\.\d\d)?)?")
MOST_NUMBERS = 4
LEAST_JAPANESE = 3000


def heading(path: Path) -> list[str]:
    if path.parent.name == "japanese":
        return ["japanese", "english", "hs"]
    return {"goods": ["english", "means", "hs"], "abbreviations": ["short", "means", "beside"]}[path.stem]


def lines(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, strict=True))


def parts(cell: str) -> list[str]:
    return cell.split("|") if cell else []


@pytest.fixture(scope="module")
def nomenclature() -> Nomenclature:
    return Nomenclature(resource_folder() / "hts")


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_each_line_has_the_cells_of_the_heading(path: Path) -> None:
    first, *rest = lines(path)
    assert first == heading(path)
    assert [line for line in rest if len(line) != len(first) or not line[0] or not line[1]] == []


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_words_are_trimmed_normal_and_not_empty(path: Path) -> None:
    words = [word for line in lines(path)[1:] for cell in line for word in parts(cell)]
    assert [
        word
        for word in words
        if not word or word != word.strip() or word != unicodedata.normalize("NFKC", word)
    ] == []


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_no_term_stands_twice_in_a_file(path: Path) -> None:
    rows = lines(path)[1:]
    # A short form may stand for several things, each with words of its own beside it.
    beside = [row[2] if path.stem == "abbreviations" else "" for row in rows]
    terms = Counter(
        (term.casefold(), near) for row, near in zip(rows, beside, strict=True) for term in parts(row[0])
    )
    assert [term for term, times in terms.items() if times > 1] == []


@pytest.mark.parametrize("path", NUMBERED, ids=lambda path: path.stem)
def test_each_number_is_in_the_newest_edition(path: Path, nomenclature: Nomenclature) -> None:
    on = nomenclature.editions[-1].from_
    wrong = [
        (row[0], number)
        for row in lines(path)[1:]
        for number in parts(row[2])
        if not DOTTED.fullmatch(number) or not nomenclature.exists_prefix(number.replace(".", ""), on)
    ]
    assert wrong == []


@pytest.mark.parametrize("path", NUMBERED, ids=lambda path: path.stem)
def test_a_name_has_few_numbers_each_once(path: Path) -> None:
    numbers = {row[0]: parts(row[2]) for row in lines(path)[1:]}
    assert [
        term for term, own in numbers.items() if len(own) > MOST_NUMBERS or len(own) != len(set(own))
    ] == []


def test_a_short_form_and_the_words_beside_it_can_be_found_in_a_description() -> None:
    rows = lines(WORDS / "english" / "abbreviations.csv")[1:]
    assert [short for row in rows for short in parts(row[0]) if len(short.split()) != 1] == []
    assert [
        (row[0], near) for row in rows for near in parts(row[2]) if len(stems_of(normal(near))) != 1
    ] == []


def test_the_dictionary_covers_the_trade() -> None:
    assert sum(len(lines(path)) - 1 for path in JAPANESE) >= LEAST_JAPANESE


def test_each_user_has_words_and_headings_of_the_newest_edition(nomenclature: Nomenclature) -> None:
    newest = nomenclature.editions[-1].from_
    known = {row.number[:4] for row in nomenclature.goods_rows(newest)}
    assert {user.name for user in users()} == {"vehicle", "aircraft", "railway", "marine"}
    for user in users():
        assert all(user.stems), user.name
        assert user.headings, user.name
        assert user.headings <= known, user.name
