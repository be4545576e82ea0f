"""Finding numbers for descriptions, in English and Japanese."""

from datetime import date
from pathlib import Path

import pytest

from duty_desktop.describe import index_store
from duty_desktop.describe.finder import Finder
from duty_desktop.describe.index_store import load_index
from duty_desktop.describe.understanding import Role
from duty_desktop.estimate.result import Category
from duty_desktop.tariff.law import Law
from tests.unit.describe.conftest import ON


def best(finder: Finder, text: str, hint: str = "") -> str:
    return finder.find(text, ON, hint=hint).candidates[0].number


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("Spark plugs", "851110"),
        ("rear-view mirrors for cars", "700910"),
        ("自動車用ブレーキパッド", "87083050"),
        ("ブレーキパッド", "87083050"),
        ("ﾌﾞﾚｰｷﾊﾟｯﾄﾞ", "87083050"),
        ("green tea", "0902"),
        ("日本茶", "0902"),
        ("BRG ASSY FR", "8482"),
        ("bolt for wheel", "731815"),
        ("車輪用ボルト", "731815"),
        ("ステンレス六角ボルト M10×30", "731815"),
        ("W/S GLASS", "7007"),
        ("GASKET, CYLINDER HEAD", "8484"),
        ("ベアリングセット", "8482"),
    ],
)
def test_the_goods_are_found(finder: Finder, text: str, beginning: str) -> None:
    assert best(finder, text).startswith(beginning)


def test_what_the_goods_are_for_is_a_purpose(finder: Finder) -> None:
    head = finder.understand("自動車用ボルト", ON).head
    assert head is not None
    assert head.printed == "ボルト"
    assert [one.role for one in finder.understand("bolt for vehicles", ON).concepts] == [
        Role.HEAD,
        Role.PURPOSE,
    ]


def test_a_material_that_is_said_stands_over_one_that_a_term_implies(finder: Finder) -> None:
    assert best(finder, "角パイプ").startswith("730661")
    assert best(finder, "アルミ角パイプ").startswith("76")


def test_parts_go_with_what_they_are_for(finder: Finder) -> None:
    assert best(finder, "ホイール").startswith("870870")
    assert best(finder, "二輪車用ホイール").startswith("871410")
    assert best(finder, "wheel of motorcycle").startswith("871410")


def test_a_machine_behind_its_part_is_a_purpose(finder: Finder) -> None:
    head = finder.understand("brake pad motorcycle", ON).head
    assert head is not None
    assert head.printed == "brake pad"


def test_no_short_term_is_cut_out_of_an_unknown_katakana_word(finder: Finder) -> None:
    understood = finder.understand("ハイブリッド", ON)
    assert understood.concepts == ()
    assert understood.unknown == ("ハイブリッド",)
    assert [one.printed for one in finder.understand("ブリ", ON).concepts] == ["ブリ"]


def test_a_set_of_something_is_that_thing(law_finder: Finder) -> None:
    head = law_finder.understand("a set of screwdriver bits in a plastic case", ON).head
    assert head is not None
    assert "screwdriver bit" in head.printed


def test_what_is_absent_counts_against_rows_that_say_it(finder: Finder) -> None:
    assert "Flavored" in finder.find("flavored green tea", ON).candidates[0].chain
    assert "Flavored" not in finder.find("unflavored green tea", ON).candidates[0].chain


@pytest.mark.parametrize(
    ("text", "beginning"), [("hand saws", "820210"), ("chainsaws", "8467"), ("sprak plug", "851110")]
)
def test_compounds_are_parted_and_joined_and_slips_righted(finder: Finder, text: str, beginning: str) -> None:
    assert best(finder, text).startswith(beginning)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("深溝玉軸受 6203ZZ", "Over 30 mm but not over 52 mm"),
        ("ball bearing 608-2RS", "9 mm and over but not over 30 mm"),
    ],
)
def test_a_ball_bearing_is_known_by_its_designation(law_finder: Finder, text: str, words: str) -> None:
    assert law_finder.find(text, ON).candidates[0].chain[-1] == words


def test_what_goes_without_saying_is_taken_as_said(law_finder: Finder) -> None:
    def chain(text: str) -> tuple[str, ...]:
        return law_finder.find(text, ON).candidates[0].chain

    assert chain("diesel passenger car 2200 cc")[-1] == "New"
    assert chain("used diesel passenger car 2200 cc")[-1] == "Used"
    assert "8703" not in chain("hinges")[0]


def test_sizes_choose_between_siblings(finder: Finder) -> None:
    def limits(text: str) -> str:
        return finder.find(text, ON).candidates[0].description

    assert "less than 6 mm" not in limits("hexagon bolts M8")
    assert "1,500 cc but not" in limits("passenger motor cars spark-ignition 1800 cc")


def test_a_hint_counts_by_its_longest_beginning_that_exists(finder: Finder) -> None:
    assert best(finder, "parts", hint="8708.30").startswith("870830")
    assert best(finder, "parts", hint="870830-000").startswith("870830")
    assert best(finder, "六角ボルト", hint="7616.10").startswith("761610")


def test_a_candidate_carries_its_duty_class_and_reasons(finder: Finder) -> None:
    found = finder.find("自動車用ブレーキパッド", ON)
    first = found.candidates[0]
    assert first.category is Category.PARTS
    assert first.duty_min_pct is not None
    assert first.duty_max_pct is not None
    assert 0 < first.duty_min_pct <= first.duty_max_pct
    assert any("8708.30.50" in reason.en for reason in first.reasons)
    assert all(reason.ja for reason in first.reasons)
    assert first.breakouts
    assert first.number not in first.breakouts


def test_candidates_stand_best_first_and_none_twice(finder: Finder) -> None:
    found = finder.find("ball bearings", ON, limit=10)
    numbers = [candidate.number for candidate in found.candidates]
    assert len(numbers) == len(set(numbers)) == 10
    scores = [candidate.score for candidate in found.candidates]
    assert scores == sorted(scores, reverse=True)


def test_questions_part_the_candidates_in_the_words_of_the_tariff(finder: Finder) -> None:
    found = finder.find("green tea", ON)
    numbers = {candidate.number for candidate in found.candidates}
    assert found.separations
    for separation in found.separations:
        assert len(separation.choices) > 1
        chosen = [number for choice in separation.choices for number in choice.numbers]
        assert set(chosen) <= numbers
        assert len(chosen) == len(set(chosen))


@pytest.mark.parametrize("text", ["", "   ", "???", "xyzzy qwrty", "№ 123-456", "㐀", "a" * 100_000])
def test_texts_that_mean_nothing_find_nothing_or_little(finder: Finder, text: str) -> None:
    found = finder.find(text, ON)
    assert found.confidence < 0.5


def test_an_edition_is_searched_as_of_its_day(finder: Finder, law: Law) -> None:
    for day in (date(2025, 1, 15), ON):
        for candidate in finder.find("bolts", day).candidates:
            assert law.nomenclature.line(candidate.number, day) is not None


def test_a_damaged_store_is_made_anew(law: Law, tmp_path: Path) -> None:
    first = load_index(law.nomenclature, ON, tmp_path)
    [file] = tmp_path.glob("*.npz")
    kept = file.read_bytes()
    file.write_bytes(b"not an index")
    again = load_index(law.nomenclature, ON, tmp_path)
    assert again.numbers == first.numbers
    assert len(file.read_bytes()) == len(kept)
    for damaged in (b"", kept[:100], b"\x93NUMPY", kept.replace(b"descr", b"{{{{{", 1)):
        file.write_bytes(damaged)
        assert index_store._read(file) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("SUS304 冷延コイル 1.5mm 幅1000mm", "7219.33.00.38"),
        ("A6061 アルミ板 10mm厚", "7606.12.30.25"),
        ("六角ボルト M10 鉄", "7318.15.20.65"),
        ("three-phase induction motor 100 kW", "8501.53.40.80"),
        ("hybrid passenger car 2.5 L 4-cylinder", "8703.40.00.20"),
        ("射出成形機 180 TON", "8477.10.90.40"),
    ],
)
def test_sizes_and_grades_decide_down_to_the_ten_digits(law_finder: Finder, text: str, number: str) -> None:
    assert law_finder.find(text, ON).candidates[0].number == number.replace(".", "")


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("コピー機 部品", "844399"),
        ("ディーゼルエンジン用ピストン", "840999"),
        ("ガソリンエンジン用ピストン", "840991"),
        ("二輪車用ブレーキパッド", "871410"),
        ("sewing machine motor", "8501"),
        ("熱延鋼板コイル", "7208"),
    ],
)
def test_a_part_is_neither_its_machine_nor_another_machines_part(
    law_finder: Finder, text: str, beginning: str
) -> None:
    assert law_finder.find(text, ON).candidates[0].number.startswith(beginning)


def test_what_is_denied_in_japanese_is_absent(law_finder: Finder) -> None:
    roles = {one.printed: one.role for one in law_finder.understand("コネクタなし電線", ON).concepts}
    assert roles["コネクタ"] is Role.ABSENT


@pytest.mark.parametrize(
    ("text", "is_for_it"), [("DC motor 100 kW", False), ("DC motor 100 kW for civil aircraft", True)]
)
def test_a_user_is_not_assumed(law_finder: Finder, text: str, is_for_it: bool) -> None:
    assert ("aircraft" in law_finder.find(text, ON).candidates[0].description) is is_for_it


@pytest.fixture(scope="module")
def whole(finder: Finder, tmp_path_factory: pytest.TempPathFactory) -> Finder:
    """A finder with the program's own dictionary."""
    return Finder(finder.law, cache=tmp_path_factory.mktemp("words"))


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("コンベヤ用 ローラー 部品", "843139"),  # parts of what it is for, not of the roller
        ("packing machine parts, forming tube", "842290"),
        ("packing machine parts forming plate", "842290"),
        ("自動車用シート部品", "940199"),  # seat parts are parts of seats, not of cars
    ],
)
def test_parts_that_are_named_are_parts_of_what_they_are_for(
    whole: Finder, text: str, beginning: str
) -> None:
    assert best(whole, text).startswith(beginning)


def test_what_stands_before_type_is_not_the_goods(whole: Finder) -> None:
    assert best(whole, "ignition coil pencil type").startswith("851130")


def test_a_casting_of_named_goods_is_found_as_they_are(whole: Finder) -> None:
    assert best(whole, "ball valve body casting").startswith("848190")


def test_a_candidate_that_has_ended_says_so_with_its_successors(finder: Finder) -> None:
    def told(day: date) -> list[str]:
        found = finder.find("mattress supports", day, limit=10).candidates
        (one,) = (one for one in found if one.number == "9404100000")
        return [reason.en for reason in one.reasons]

    assert not any("has ended" in reason for reason in told(date(2026, 6, 30)))
    first = told(date(2026, 7, 1))[0]
    assert (
        first
        == "9404.10.0000 has ended; its goods now have one of these numbers: 9404.10.0020, 9404.10.0050."
    )
