"""The dictionary: what its files must look like, and that its numbers exist."""

from pathlib import Path

import pytest

from duty_desktop.describe.dictionary import Dictionary, DictionaryError, read_dictionary
from duty_desktop.tariff.law import Law
from duty_desktop.terms.hts_number import LENGTHS
from duty_desktop.terms.resources import resource_folder


def test_writings_of_one_term_are_all_found(small: Dictionary) -> None:
    assert small.japanese["ベアリング"].numbers == small.japanese["軸受"].numbers == ("8482",)


def test_a_last_long_sound_may_be_left_off(small: Dictionary) -> None:
    assert small.japanese["モータ"] == small.japanese["モーター"]


def test_a_japanese_term_lends_its_numbers_to_its_english_word(small: Dictionary) -> None:
    entry = small.english[("brake", "pad")]
    assert entry.numbers == ("87083050", "681381")
    assert entry.trust < 1


def test_a_letter_before_a_word_makes_one_word_with_it(small: Dictionary) -> None:
    assert small.english[("u-bolt",)].numbers == ("731815",)
    assert ("all",) not in small.english
    assert ("thread",) not in small.english


@pytest.mark.parametrize(
    ("text", "said"),
    [("japanese,hs\nボルト,7318\n", "heading line"), ("japanese,english,hs\nボルト,bolts\n", "line 2")],
)
def test_a_malformed_file_is_named_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "japanese").mkdir()
    path = tmp_path / "japanese" / "wrong.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DictionaryError, match=said) as caught:
        read_dictionary(tmp_path)
    assert str(path) in str(caught.value)


def test_every_number_of_the_dictionary_is_in_the_newest_edition(law: Law) -> None:
    dictionary = read_dictionary(resource_folder() / "words")
    on = law.nomenclature.editions[-1].from_
    entries = [*dictionary.japanese.values(), *dictionary.english.values()]
    wrong = {
        f"{entry.term}: {number}"
        for entry in entries
        for number in entry.numbers
        if len(number) not in LENGTHS or not law.nomenclature.exists_prefix(number, on)
    }
    assert not wrong
