"""The form of the measuring set, never the score that the search reaches with it."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from duty_desktop.describe.japanese import has_japanese
from duty_desktop.describe.words import normal
from duty_desktop.estimate.result import Category
from duty_desktop.tariff.law import Law
from tests.find_cases.cases import CHECK, FOLDER, LANGUAGES, TUNING, Case, read_cases
from tests.find_cases.measuring import Answer, Kept, kept_word, score_of, scores
from tests.find_cases.page import BEGIN, END, PAGE, SPEED_MARKS, quality, renew, write_misses

CASES = read_cases()
NEWEST = date(2026, 11, 23)


def test_every_right_number_is_a_statistical_number_of_the_newest_edition() -> None:
    printed = {row.number for row in Law.load().nomenclature.goods_rows(NEWEST) if len(row.number) == 10}
    assert {number for case in CASES for number in case.numbers} - printed == set()


def test_no_case_names_a_number_twice() -> None:
    assert [case.id for case in CASES if len(set(case.numbers)) != len(case.numbers)] == []


def test_ids_and_descriptions_are_unique() -> None:
    assert [one for one, count in Counter(case.id for case in CASES).items() if count > 1] == []
    assert [one for one, count in Counter(case.description for case in CASES).items() if count > 1] == []


def test_the_language_of_a_case_is_that_of_its_words() -> None:
    assert {case.language for case in CASES} == set(LANGUAGES)
    assert [c.id for c in CASES if has_japanese(c.description) is (c.language == "en")] == []


def test_the_other_sets_name_numbers_of_the_tariff_and_no_description_of_another_set() -> None:
    nomenclature, tuning, check = Law.load().nomenclature, read_cases(TUNING), read_cases(CHECK)
    assert [
        one.id
        for one in (*tuning, *check)
        for number in one.numbers
        if not nomenclature.exists_prefix(number, NEWEST)
    ] == []
    described = Counter(normal(one.description) for one in (*CASES, *tuning, *check))
    assert [one for one, count in described.items() if count > 1] == []
    assert len(tuning) >= 400
    assert len(check) >= 250


def test_there_are_enough_cases_in_both_languages() -> None:
    counts = Counter(case.language for case in CASES)
    assert len(CASES) >= 440
    assert min(counts["en"], counts["ja"]) >= 0.4 * len(CASES)


def test_every_case_says_where_it_comes_from() -> None:
    sources = {case.source for case in CASES if not case.source.startswith("ruling ")}
    assert sources == {"nomenclature", "invoice"}


def test_the_readme_says_that_the_set_is_not_for_tuning() -> None:
    assert "Not for tuning" in (FOLDER / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def answers() -> list[Answer]:
    """Two answers: one with the right number in the second place, one right at once."""
    bolt = Case("a-1", "steel", "hex bolt", "en", ("7318152065", "7318158069"), "invoice")
    horn = Case("b-1", "vehicle_parts", "ホーン", "ja", ("8512300020",), "ruling NY 1")
    return [
        Answer(bolt, ("8708998180", "7318158069"), Category.PARTS, Category.STEEL),
        Answer(horn, ("8512300020",), Category.PARTS, Category.PARTS),
    ]


def test_a_share_counts_the_first_digits_of_any_right_number(answers: list[Answer]) -> None:
    score = score_of("all", answers)
    assert (score.found[10, 1], score.found[10, 5], score.found[4, 1], score.class_right) == (50, 100, 50, 50)


def test_figures_are_told_for_all_and_by_language_source_class_and_domain(answers: list[Answer]) -> None:
    assert [(one.name, one.cases) for one in scores(answers)] == [
        ("all", 2),
        ("language: en", 1),
        ("language: ja", 1),
        ("source: invoice", 1),
        ("source: ruling", 1),
        ("class: parts", 1),
        ("class: steel", 1),
        ("domain: steel", 1),
        ("domain: vehicle_parts", 1),
    ]


def test_the_page_is_renewed_between_its_marks_only(answers: list[Answer], tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    renew(quality(scores(answers), [score_of("tuning set", answers)], kept_word(answers), NEWEST), page)
    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert text.endswith(f"{END}\nafter\n")
    assert "| all | 2 | 50.0 |" in text
    assert "old" not in text


def test_the_docs_have_the_marks() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert [text.count(mark) for mark in (BEGIN, END, *SPEED_MARKS)] == [1, 1, 1, 1]


def test_the_confidence_is_held_against_how_often_it_was_right(answers: list[Answer]) -> None:
    assert kept_word([replace(one, confidence_six=0.75) for one in answers]) == [Kept(0.7, 2, 75.0, 50.0)]


def test_the_misses_are_written_with_what_was_found(answers: list[Answer], tmp_path: Path) -> None:
    path = tmp_path / "misses.csv"
    assert write_misses(answers, path) == 1
    assert path.read_text(encoding="utf-8").splitlines()[1] == (
        "a-1,hex bolt,7318152065|7318158069,8708998180|7318158069,yes,steel,parts"
    )
