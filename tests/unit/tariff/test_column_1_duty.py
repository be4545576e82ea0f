"""What a column 1 rate comes to: exact dollars, or what is missing and the bounds."""

from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duty_desktop.tariff.column_1 import (
    Column1Rate,
    Missing,
    duty,
    least_duty,
    most_duty,
    parse_column_1,
)

SUGAR = (
    "1.4606¢/kg less 0.020668¢/kg for each degree under 100 degrees (and fractions of a degree in "
    "proportion) but not less than 0.943854¢/kg"
)
WATCH = "44¢ each + 6% on the case + 14% on the strap, band or bracelet + 5.3% on the battery"


def rate(text: str) -> Column1Rate:
    parsed = parse_column_1(text)
    assert isinstance(parsed, Column1Rate)
    return parsed


def of(text: str, value: str, quantity: str | None = None, unit: str | None = None, **parts: str) -> object:
    declared = {name.replace("_", "-"): Fraction(amount) for name, amount in parts.items()}
    return duty(rate(text), Fraction(value), Fraction(quantity) if quantity else None, unit, declared)


@pytest.mark.parametrize(
    ("text", "value", "quantity", "unit", "dollars"),
    [
        ("Free", "1000", None, None, "0"),
        ("2.5%", "1000", None, None, "25"),
        ("50¢/kg", "1000", "200", "kg", "100"),
        ("50¢/kg", "1000", "200", "KGS", "100"),
        ("50¢/kg", "1000", "0.2", "t", "100"),
        ("50¢/kg", "1000", "100", "lb", "22.6796185"),
        ("46.3¢/kg + 14.9%", "1000", "10", "kg", "153.63"),
        ("3¢/liter", "100", "10", "gal", "1.1356235352"),
        ("76¢/pr. + 32%", "100", "2", "doz. prs.", "50.24"),
        ("2.8¢/doz.", "100", "2400", "個", "5.6"),
        ("14¢/gross + 4.3%", "100", "288", "pcs", "4.58"),
        ("89.6¢/1000", "100", "500", "球", "0.448"),
        ("1¢ each + 2.8%", "100", "1", "doz", "2.92"),
        ("5.25¢/bbl", "100", "84", "gal", "0.105"),
    ],
)
def test_quantities_are_converted_to_the_unit_of_the_rate(
    text: str, value: str, quantity: str | None, unit: str | None, dollars: str
) -> None:
    result = of(text, value, quantity, unit)
    assert result == Fraction(dollars)


def test_the_ad_valorem_equivalent_is_the_duty_over_the_value_of_the_line() -> None:
    """50¢/kg on a line of 1,000 dollars weighing 200 kg is 10 percent."""
    result = of("50¢/kg", "1000", "200", "kg")
    assert isinstance(result, Fraction)
    assert result / 1000 == Fraction(1, 10)


def test_a_watch_pays_by_its_declared_parts() -> None:
    assert of(WATCH, "100", "2", "pcs", case="50", strap="10", battery="2") == Fraction("5.386")


def test_a_content_is_declared_apart_from_the_quantity_of_the_line() -> None:
    assert of("3.7¢/kg on drained weight", "100", "10", "kg", drained_weight="6") == Fraction("0.222")


def test_a_quantity_declared_in_the_unit_of_the_rate_goes_before_that_of_the_line() -> None:
    text = "13.5¢/kg + 6.3% + 1.9¢/article"
    result = duty(rate(text), Fraction(100), Fraction(12), "pcs", {"quantity-kg": Fraction(2)})
    assert result == Fraction("6.798")


@pytest.mark.parametrize(
    ("degrees", "cents_per_kg"),
    [("100", "1.4606"), ("99", "1.439932"), ("98.5", "1.429598"), ("75", "0.9439"), ("60", "0.943854")],
)
def test_sugar_pays_less_by_the_degree_down_to_a_least_rate(degrees: str, cents_per_kg: str) -> None:
    assert of(SUGAR, "500", "1", "t", polarimeter_degrees=degrees) == Fraction(cents_per_kg) * 10


@pytest.mark.parametrize(
    ("text", "quantity", "unit", "what"),
    [
        ("3¢/liter", None, None, ("quantity in liters",)),
        ("3¢/liter", "5", "kg", ("quantity in liters",)),
        ("3¢/liter", "5", "", ("quantity in liters",)),
        ("76¢/pr. + 32%", "24", "pcs", ("quantity in pairs",)),
        ("4.4¢/liter + 31.4¢/pf. liter", "5", "liters", ("quantity in proof liters",)),
        ("3.7¢/kg on drained weight", "5", "kg", ("drained weight in kilograms",)),
        ("18.7¢/clean kg", "5", "kg", ("clean weight in kilograms",)),
        ("17¢ each + 2.5% + 1¢/jewel", "5", "pcs", ("number of jewels",)),
        ("0.3¢/line/ gross + 4.6%", "5", "gross", ("number of gross lines",)),
        ("2.5% on the value of the lead content", None, None, ("value of the lead content",)),
        (
            WATCH,
            "5",
            "pcs",
            ("value of the case", "value of the strap, band or bracelet", "value of the battery"),
        ),
        (SUGAR, None, None, ("quantity in kilograms", "sugar content in polarimeter degrees")),
        (SUGAR, "1", "t", ("sugar content in polarimeter degrees",)),
    ],
)
def test_what_is_not_declared_is_named(
    text: str, quantity: str | None, unit: str | None, what: tuple[str, ...]
) -> None:
    result = of(text, "100", quantity, unit)
    assert isinstance(result, Missing)
    assert result.what == what
    assert len(result.parts) == len(what)


def test_the_names_of_what_is_missing_are_those_to_declare() -> None:
    missing = of(WATCH, "100", "2", "pcs")
    assert isinstance(missing, Missing)
    declared = dict.fromkeys(missing.parts, Fraction(1))
    assert isinstance(duty(rate(WATCH), Fraction(100), Fraction(2), "pcs", declared), Fraction)


@pytest.mark.parametrize(
    ("text", "quantity", "unit", "least", "most"),
    [
        ("2.5%", None, None, "2.5", "2.5"),
        ("3¢/liter", None, None, "0", None),
        ("46.3¢/kg + 14.9%", None, None, "14.9", None),
        ("3.9% on the movement and case + 5.3% on the battery", None, None, "0", "5.3"),
        (WATCH, None, None, "0", None),
        (WATCH, "2", "pcs", "0.88", "14.88"),
        (SUGAR, None, None, "0", None),
        (SUGAR, "1", "t", "9.43854", "14.606"),
    ],
)
def test_bounds_hold_what_is_known_and_the_worst_of_the_rest(
    text: str, quantity: str | None, unit: str | None, least: str, most: str | None
) -> None:
    known = (rate(text), Fraction(100), Fraction(quantity) if quantity else None, unit)
    assert least_duty(*known) == Fraction(least)
    assert most_duty(*known) == (None if most is None else Fraction(most))


def test_a_declared_part_narrows_the_worst_case_of_the_others() -> None:
    declared = {"case": Fraction(90)}
    most = most_duty(rate(WATCH), Fraction(100), Fraction(1), "pcs", declared)
    assert most == Fraction("0.44") + Fraction("5.4") + Fraction("1.4")


PARTS = ("case", "strap", "battery")
DOLLARS = st.fractions(min_value=0, max_value=50)


@given(st.fixed_dictionaries(dict.fromkeys(PARTS, DOLLARS)), st.sets(st.sampled_from(PARTS)))
def test_the_bounds_contain_the_duty_whatever_is_left_undeclared(
    parts: Mapping[str, Fraction], hidden: set[str]
) -> None:
    value = sum(parts.values(), Fraction(1))
    exact = duty(rate(WATCH), value, Fraction(3), "No.", parts)
    declared = {name: dollars for name, dollars in parts.items() if name not in hidden}
    least = least_duty(rate(WATCH), value, Fraction(3), "No.", declared)
    most = most_duty(rate(WATCH), value, Fraction(3), "No.", declared)
    assert isinstance(exact, Fraction)
    assert most is not None
    assert least <= exact <= most
