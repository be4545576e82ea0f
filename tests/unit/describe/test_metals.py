"""Metals by words and grades, and what a plain form of one is in the tariff."""

import csv

import pytest

from duty_desktop.describe.finder import Finder
from duty_desktop.describe.metals import metal_of
from duty_desktop.tariff.law import Law
from duty_desktop.terms.hts_number import digits
from duty_desktop.terms.resources import resource_folder
from tests.unit.describe.conftest import ON


@pytest.fixture(scope="module")
def whole(finder: Finder, tmp_path_factory: pytest.TempPathFactory) -> Finder:
    """A finder with the program's own dictionary."""
    return Finder(finder.law, cache=tmp_path_factory.mktemp("words"))


@pytest.mark.parametrize(
    ("text", "metal"),
    [
        ("sus304 plate", "stainless steel"),
        ("ステンレス 丸棒", "stainless steel"),
        ("scm435 round bar", "alloy steel"),
        ("s45c 丸鋼", "nonalloy steel"),
        ("spcc-sd 0.8 x 1219", "nonalloy steel"),
        ("skd11 flat bar", "tool steel"),
        ("steel bracket", "steel"),
        ("a5052p-h34 sheet", "aluminum alloy"),
        ("aluminum sheet 5052", "aluminum alloy"),
        ("アルミ板 a1100p", "unalloyed aluminum"),
        ("a4 paper", ""),
        ("sheet 5052", ""),
        ("aluminum-zinc coated steel sheet", "steel"),
        ("アルミめっき鋼板", "steel"),
        ("アルミナ粉末", ""),
        ("aluminum oxide powder", ""),
        ("cast iron skillet", ""),
        ("steel bracket with aluminum cover", ""),
    ],
)
def test_the_metal_of_goods_is_told_by_words_and_grades_but_not_by_coatings(text: str, metal: str) -> None:
    assert metal_of(text) == metal


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("SUS420J2 hot rolled strip 4.0 x 150 mm", "72201"),
        ("SUS304 丸棒 熱間圧延 φ60", "722211"),
        ("SCM440 丸棒 引抜 φ12", "722850"),
        ("SCM440 丸棒 熱延 φ70", "722830"),
        ("S45C round bar hot rolled 70 mm dia", "721499"),
        ("A5052 coil 0.8 x 1000", "760612"),
        ("A1100 coil 0.5 x 1000", "760611"),
        ("A5052 disc 200 mm dia", "760692"),
        ("carbon steel billet 120x120", "7207"),
        ("SUS304 角パイプ 20×20×1.2", "730661"),
    ],
)
def test_a_plain_form_has_the_numbers_of_its_metal_and_working(
    whole: Finder, text: str, beginning: str
) -> None:
    assert whole.find(text, ON).candidates[0].number.startswith(beginning)


@pytest.mark.parametrize(("text", "beginning"), [("angle", "721621"), ("equal angle steel", "721621")])
def test_the_height_of_a_section_is_the_larger_of_its_first_two_sizes(
    whole: Finder, text: str, beginning: str
) -> None:
    low, high = (
        whole.find(f"{text} SS400 {sizes}", ON).candidates[0].number for sizes in ("6x50x50", "100x100x10")
    )
    assert low.startswith(beginning)
    assert high.startswith("721640")


def test_what_steel_is_plated_with_is_no_material_of_it(whole: Finder) -> None:
    assert whole.find("nickel plated steel strip 0.3 x 50", ON).candidates[0].number.startswith("7212")


def test_goods_that_are_no_form_keep_their_own_numbers(whole: Finder) -> None:
    assert whole.find("coil spring of steel", ON).candidates[0].number.startswith("7320")
    assert whole.find("SUS304 wire cloth, woven", ON).candidates[0].number.startswith("7314")


def test_the_numbers_of_forms_are_in_the_newest_edition() -> None:
    nomenclature = Law.load().nomenclature
    with (resource_folder() / "words" / "metal-forms.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with (resource_folder() / "words" / "metals.csv").open(encoding="utf-8", newline="") as file:
        metals = {row["metal"] for row in csv.DictReader(file)}
    printed = {row.number for row in nomenclature.goods_rows(ON)}
    for row in rows:
        assert set(row["metal"].split("|")) <= metals
        for number in map(digits, row["hs"].split("|")):
            assert any(one.startswith(number) for one in printed), row
