"""Words of the tariff and of descriptions: stems, phrases, limits and sizes."""

import pytest

from duty_desktop.describe.grades import grade_of
from duty_desktop.describe.limits import limits_of, sizes_of
from duty_desktop.describe.stems import stem
from duty_desktop.describe.words import CONDITION, LEFT_OUT, NAMES, headings_named, normal, phrases


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("valves", "valve"),
        ("batteries", "battery"),
        ("forged", "forging"),
        ("knives", "knife"),
        ("boxes", "box"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bearing", "bear"),
        ("spring", "spr"),
        ("painting", "paint"),
        ("plated", "plate"),
        ("tape", "taps"),
        ("pine", "pins"),
    ],
)
def test_different_things_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def weight_of(word: str, text: str) -> set[float]:
    return {phrase.weight for phrase in phrases(text) if stem(word) in phrase.stems}


def test_what_a_row_names_adds_and_excludes_is_told_apart() -> None:
    text = "Flat-rolled products of nonalloy steel, of a width of 600 mm or more, not clad, plated or coated:"
    assert weight_of("product", text) == {NAMES}
    assert weight_of("steel", text) == {CONDITION}
    assert weight_of("clad", text) == {LEFT_OUT}
    assert weight_of("plated", text) == {LEFT_OUT}


def test_a_row_that_begins_with_of_names_its_material() -> None:
    assert weight_of("stainless", "Of stainless steel") == {NAMES}


def test_a_span_of_headings_is_read() -> None:
    assert headings_named("Parts of the machines of headings 8470 to 8472 or 8443.31") == (
        "8470",
        "8471",
        "8472",
        "844331",
    )


def test_full_width_and_half_width_are_one() -> None:
    assert normal("ﾎﾞﾙﾄ　Ｍ８×２５") == "ボルト m8x25"


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("Of a thickness of 3 mm or more but less than 4.75 mm", 3.0, 4.75),
        ("Of a cylinder capacity exceeding 1,000 cc but not exceeding 1,500 cc", 1500.0, 1000.0),
        ("With an outside diameter not exceeding 50.8 mm", 50.8, 50.9),
        ("Over 8 mm in diameter", 8.1, 8.0),
        ("Exceeding 1,000 cc but not exceeding 1.500 cc", 1500.0, 1.2),
        ("Having a rim diameter of 33.02 cm (13 inches) or less", 330.2, 355.6),
        ("G.V.W. not exceeding 5 metric tons", 5000.0, 5001.0),
    ],
)
def test_limits_of_a_row_are_read_with_their_bounds(text: str, inside: float, outside: float) -> None:
    [limit] = limits_of(normal(text))
    assert limit.holds(inside)
    assert not limit.holds(outside)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HEX BOLT M8x25", [("diameter", 8.0), ("length", 25.0)]),
        ("丸棒 φ25×2000", [("diameter", 25.0)]),
        ("アルミ板 2.0×1000×2000", [("thickness", 2.0), ("width", 1000.0), ("length", 2000.0)]),
        ("sheet 4 mm thick, 600 mm wide", [("thickness", 4.0), ("width", 600.0)]),
        ("plate 6.0 mm thick 1524 mm wide", [("thickness", 6.0), ("width", 1524.0)]),
        ("205/55R16", [("diameter", 406.4)]),
        ("3.0 L engine", [("", 3000.0)]),
        ("motor 750W 200V", [("", 750.0), ("", 200.0)]),
        ("part 45022-S84-A00", []),
    ],
)
def test_sizes_of_a_description_are_read(text: str, expected: list[tuple[str, float]]) -> None:
    assert [(size.dimension, size.amount) for size in sizes_of(normal(text))] == expected


@pytest.mark.parametrize(
    ("text", "measures", "dimension", "amount"),
    [
        ("熱延鋼板 板厚6.0mm 幅1250mm", "length", "thickness", 6.0),
        ("熱延鋼板 板厚6.0mm 幅1250mm", "length", "width", 1250.0),
        ("アルミ板 a5052 t2.0", "length", "thickness", 2.0),
        ("鋼板 12t 幅1500", "length", "thickness", 12.0),
        ("射出成形機 180 ton", "mass", "", 180_000.0),
        ("射出成形機 型締力 850トン", "mass", "", 850_000.0),
        ("液晶テレビ 55v型", "length", "", 1397.0),
        ("乗用車 4気筒", "cylinders", "", 4.0),
        ("gasoline sedan 3.5 l v6", "cylinders", "", 6.0),
        ("ferrochromium 4% of carbon", "share of carbon", "", 4.0),
    ],
)
def test_the_notations_of_the_trade_are_sizes(
    text: str, measures: str, dimension: str, amount: float
) -> None:
    read = [(size.measures, size.dimension, size.amount) for size in sizes_of(text)]
    assert (measures, dimension, amount) in read


@pytest.mark.parametrize("text", ["a6061-t6 plate", "6061 t6 plate", "六角ボルト", "type 4 bolts"])
def test_what_is_no_size_is_not_taken_for_one(text: str) -> None:
    assert sizes_of(text) == []


def test_a_share_is_that_of_its_element() -> None:
    (nickel,) = limits_of("containing more than 0.5 percent but less than 24 percent by weight of nickel")
    assert (nickel.measures, nickel.low, nickel.high) == ("share of nickel", 0.5, 24.0)


def test_what_is_not_done_ends_before_the_next_thing_that_is_not() -> None:
    text = "Other, not in coils, not further worked than hot-rolled"
    assert weight_of("coils", text) == {LEFT_OUT}
    assert LEFT_OUT not in weight_of("rolled", text)


@pytest.mark.parametrize(
    ("text", "nickel", "molybdenum"),
    [("sus304 2b", 8.0, 0.0), ("sus316l パイプ", 13.0, 2.5), ("sus430", 0.0, 0.0)],
)
def test_a_grade_says_what_the_metal_holds(text: str, nickel: float, molybdenum: float) -> None:
    shares = {size.measures: size.amount for size in grade_of(text).shares}
    assert (shares["share of nickel"], shares["share of molybdenum"]) == (nickel, molybdenum)


def test_a_number_that_is_no_grade_says_nothing() -> None:
    assert grade_of("box 1234 type 99").shares == ()
