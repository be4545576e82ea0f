"""One conversion table for the units of the tariff and of invoices."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duty_desktop.tariff.units import convert, known_unit


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("kg", "kg"),
        ("KGS", "kg"),
        ("Kg.", "kg"),
        ("㎏", "kg"),
        ("ｋｇ", "kg"),
        ("KGM", "kg"),
        ("キロ", "kg"),
        ("kilograms", "kg"),
        ("No.", "No."),
        ("No", "No."),
        ("PCS", "No."),
        ("pcs.", "No."),
        ("EA", "No."),
        ("個", "No."),
        ("本", "No."),
        ("台", "No."),
        ("doz.", "doz."),
        ("Dz Pcs", "doz."),
        ("ダース", "doz."),
        ("prs.", "pr."),
        ("足", "pr."),
        ("doz. prs.", "doz. prs."),
        ("m²", "m2"),
        ("㎡", "m2"),
        ("m3", "m3"),
        ("㍑", "liter"),
        ("L", "liter"),
        ("liters", "liter"),
        ("pf.liters", "pf.liter"),
        ("thousands", "thousand"),
        ("hundreds", "hundred"),
        ("gr.lines", "gross line"),
        ("Jwls.", "jewel"),
        ("㌧", "t"),
        ("short tons", "short ton"),
        ("gross", "gross"),
    ],
)
def test_spellings_of_the_tariff_and_of_invoices_mean_one_unit(spelling: str, name: str) -> None:
    unit = known_unit(spelling)
    assert unit is not None
    assert unit.name == name


@pytest.mark.parametrize(
    "spelling", ["", "ton", "tons", "GR", "CT", "CTN", "set", "セット", "箱", "No. and kg", "s"]
)
def test_a_unit_that_could_mean_two_things_is_unknown(spelling: str) -> None:
    assert known_unit(spelling) is None


@pytest.mark.parametrize(
    ("quantity", "unit", "to", "converted"),
    [
        ("1", "lb", "kg", "0.45359237"),
        ("16", "oz", "lb", "1"),
        ("1", "short ton", "lb", "2000"),
        ("1", "long ton", "lb", "2240"),
        ("1", "gal", "liter", "3.785411784"),
        ("1", "bbl", "gal", "42"),
        ("1", "m3", "liter", "1000"),
        ("1", "gross", "doz.", "12"),
        ("1500", "pcs", "thousands", "1.5"),
        ("24", "prs.", "doz. prs.", "2"),
        ("1", "sq.ft.", "cm2", "929.0304"),
        ("5", "carats", "g", "1"),
        ("1", "yd", "ft", "3"),
    ],
)
def test_conversions_are_exact(quantity: str, unit: str, to: str, converted: str) -> None:
    assert convert(Fraction(quantity), unit, to) == Fraction(converted)


@pytest.mark.parametrize(
    ("unit", "to"), [("pcs", "pr."), ("kg", "liter"), ("liter", "pf.liter"), ("box", "No."), ("kg", "stone")]
)
def test_what_measures_something_else_or_is_unknown_does_not_convert(unit: str, to: str) -> None:
    assert convert(Fraction(1), unit, to) is None


def test_an_unknown_unit_is_still_equal_to_itself() -> None:
    assert convert(Fraction(7), "box", "box") == 7


@given(
    st.fractions(), st.sampled_from(["kg", "lb", "oz", "t", "short ton", "g"]), st.sampled_from(["kg", "lb"])
)
def test_there_and_back_again_is_the_same_quantity(quantity: Fraction, unit: str, to: str) -> None:
    there = convert(quantity, unit, to)
    assert there is not None
    assert convert(there, to, unit) == quantity
