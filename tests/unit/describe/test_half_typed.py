"""Half-typed words: the last word of what is being typed is taken for the beginning of words."""

from pathlib import Path

import pytest

from duty_desktop.describe.candidates import Found
from duty_desktop.describe.dictionary import read_dictionary
from duty_desktop.describe.finder import Finder
from duty_desktop.describe.half_typed import HalfTyped
from duty_desktop.describe.index_store import load_index
from duty_desktop.describe.japanese import Japanese
from duty_desktop.terms.resources import resource_folder
from tests.unit.describe.conftest import ON


def typed(finder: Finder, text: str) -> Found:
    return finder.find(text, ON, typing=True)


@pytest.fixture(scope="module")
def half_typed(law_finder: Finder, cache: Path) -> HalfTyped:
    dictionary = read_dictionary(resource_folder() / "words")
    return HalfTyped(dictionary, load_index(law_finder.law.nomenclature, ON, cache), Japanese(dictionary))


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("bra", "870830"),
        ("brak", "870830"),
        ("brake pa", "870830"),
        ("oil fil", "842123"),
        ("stainl", "7"),
        ("lithium ion batterie", "850760"),
        ("wireless headpho", "851830"),
        ("rear-view mirr", "700910"),
        ("ブレー", "870830"),
        ("ﾌﾞﾚｰ", "870830"),
        ("自動車用ブレーキパ", "870830"),
        ("ステンレス六角ボ", "731815"),
        ("緑", "0902"),
        ("電動工具用リチウ", "850760"),
    ],
)
def test_the_last_word_is_taken_for_a_beginning(law_finder: Finder, text: str, beginning: str) -> None:
    assert typed(law_finder, text).candidates[0].number.startswith(beginning)


@pytest.mark.parametrize("text", ["bra", "ブレ"])
def test_only_while_typing(law_finder: Finder, text: str) -> None:
    assert typed(law_finder, text).candidates
    assert not law_finder.find(text, ON).candidates


@pytest.mark.parametrize("end", [" ", ",", "　"])
def test_what_stands_behind_a_word_ends_it(law_finder: Finder, end: str) -> None:
    assert not typed(law_finder, "bra" + end).candidates


@pytest.mark.parametrize(
    "text", ["oil", "brake pads", "BRG", "brake set", "自動車用", "ステンレス", "ボルト", ""]
)
def test_a_whole_word_is_not_completed(law_finder: Finder, text: str) -> None:
    assert typed(law_finder, text) == law_finder.find(text, ON)


@pytest.mark.parametrize(
    ("half", "whole"), [("bra", "brake"), ("oil filte", "oil filter"), ("ブレーキパッ", "ブレーキパッド")]
)
def test_a_beginning_is_weaker_evidence_than_the_whole_word(
    law_finder: Finder, half: str, whole: str
) -> None:
    begun, finished = typed(law_finder, half), typed(law_finder, whole)
    assert begun.candidates[0].number[:6] == finished.candidates[0].number[:6]
    assert 0 < begun.candidates[0].score < finished.candidates[0].score


@pytest.mark.parametrize("text", ["brake pads fo", "brake pads wi", "brake pads nis"])
def test_a_half_typed_word_does_not_drive_out_what_is_said(law_finder: Finder, text: str) -> None:
    before = law_finder.find("brake pads", ON).candidates[0].number
    assert typed(law_finder, text).candidates[0].number[:6] == before[:6]


def test_a_half_typed_word_that_begins_a_known_one_is_not_told_as_unknown(law_finder: Finder) -> None:
    assert typed(law_finder, "brake pads fo").unknown == ()
    assert typed(law_finder, "brake qqxv pa").unknown == ("qqxv",)


def test_the_reasons_name_the_word_that_was_meant(law_finder: Finder) -> None:
    reasons = " ".join(reason.en for reason in typed(law_finder, "headph").candidates[0].reasons)
    assert "“headphone”" in reasons or "“headphones”" in reasons


def test_the_most_telling_words_come_first_not_those_of_the_alphabet(half_typed: HalfTyped) -> None:
    words = [one.text for one in half_typed.completions("bra")]
    assert words[0] == "brake"
    assert words != sorted(words)
    assert 1 < len(words) <= 8


def test_a_term_with_the_word_before_comes_first(half_typed: HalfTyped) -> None:
    assert "oil filter" in [one.text for one in half_typed.completions("oil fi")][:2]
    alone = {one.text: one.trust for one in half_typed.completions("filte")}
    beside = {one.text: one.trust for one in half_typed.completions("oil filte")}
    assert beside["oil filter"] > alone["filter"]


def test_one_letter_or_kana_says_too_little(half_typed: HalfTyped) -> None:
    assert not half_typed.completions("b")
    assert not half_typed.completions("自動車用ブ")


def test_digits_are_no_beginning_of_a_word(half_typed: HalfTyped) -> None:
    assert not half_typed.completions("bolt M8")


def test_known_digits_narrow_half_typed_words_too(law_finder: Finder) -> None:
    found = law_finder.find("bra", ON, hint="8536.20", typing=True)
    assert found.candidates[0].number.startswith("853620")


def test_every_beginning_of_an_abbreviation_can_be_typed(half_typed: HalfTyped, law_finder: Finder) -> None:
    dictionary = read_dictionary(resource_folder() / "words")
    texts = {short[:size] for short in dictionary.short for size in range(1, len(short) + 1)}
    assert all(0 < one.trust < 1 for text in texts for one in half_typed.completions(text))
    for text in (" ", "a'", "w/", "ーー", "用", "bra\n", "🚗br", "(bra", "brake " * 90 + "pa"):
        typed(law_finder, text)
