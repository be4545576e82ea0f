"""Every shape of column 1 rate is a formula or a named question."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duty_desktop.tariff.column_1 import (
    AdValorem,
    Column1Rate,
    Specific,
    Sugar,
    Term,
    Unevaluable,
    parse_column_1,
    special_rate,
)


def share(percent: str, on: str = "value") -> AdValorem:
    return AdValorem(Fraction(percent) / 100, on)


def amount(cents: str, unit: str, on: str = "quantity", per: int = 1) -> Specific:
    return Specific(Fraction(cents) / 100, Fraction(per), unit, on)


FORMULAS: dict[str, tuple[Term, ...]] = {
    "Free": (),
    "6.8%": (share("6.8"),),
    "1¢/kg": (amount("1", "kg"),),
    "$1.646/kg": (amount("164.6", "kg"),),
    "46.3¢/kg + 14.9%": (amount("46.3", "kg"), share("14.9")),
    "40¢/kg +10.4%": (amount("40", "kg"), share("10.4")),
    "0.34¢/liter": (amount("0.34", "liter"),),
    "4.5¢/ liter": (amount("4.5", "liter"),),
    "1¢ each + 2.8%": (amount("1", "No."), share("2.8")),
    "$2.16 each": (amount("216", "No."),),
    "5.25¢/bbl": (amount("5.25", "bbl"),),
    "68¢/head": (amount("68", "No."),),
    "39.7¢/t": (amount("39.7", "t"),),
    "$1.24/t": (amount("124", "t"),),
    "76¢/pr. + 32%": (amount("76", "pr."), share("32")),
    "2.8¢/doz.": (amount("2.8", "doz."),),
    "14¢/gross + 4.3%": (amount("14", "gross"), share("4.3")),
    "18.7¢/m2": (amount("18.7", "m2"),),
    "18.7¢/m²": (amount("18.7", "m2"),),
    "$1.13/m3": (amount("113", "m3"),),
    "89.6¢/1000": (amount("89.6", "No.", per=1000),),
    "10¢/1,000 pins + 3.5%": (amount("10", "No.", per=1000), share("3.5")),
    "20¢/thousand + 3.5%": (amount("20", "No.", per=1000), share("3.5")),
    "13.5¢/kg + 6.3% + 1.9¢/article": (amount("13.5", "kg"), share("6.3"), amount("1.9", "No.")),
    "18.9¢/pf.liter": (amount("18.9", "pf.liter"),),
    "4.4¢/liter + 31.4¢/pf. liter": (amount("4.4", "liter"), amount("31.4", "pf.liter")),
    "3.1¢/liter + 22.1¢/pf. liter on ethyl alcohol content": (
        amount("3.1", "liter"),
        amount("22.1", "pf.liter", "ethyl-alcohol-content"),
    ),
    "3.7¢/kg on drained weight": (amount("3.7", "kg", "drained-weight"),),
    "5.7¢/kg on drained weight +8%": (amount("5.7", "kg", "drained-weight"), share("8")),
    "5¢/kg on contents and container": (amount("5", "kg", "contents-and-container"),),
    "2.1¢/kg on entire contents of container": (amount("2.1", "kg", "entire-contents"),),
    "16.9¢/kg of total sugars + 5.1%": (amount("16.9", "kg", "total-sugars"), share("5.1")),
    "18.7¢/clean kg": (amount("18.7", "kg", "clean"),),
    "0.7¢/kg on copper content + 0.7¢/kg on lead content": (
        amount("0.7", "kg", "copper-content"),
        amount("0.7", "kg", "lead-content"),
    ),
    "14.8¢/kg on magnesium content + 3.5%": (amount("14.8", "kg", "magnesium-content"), share("3.5")),
    "2.5% on the value of the lead content": (share("2.5", "lead-content-value"),),
    "44¢ each + 6% on the case + 14% on the strap, band or bracelet + 5.3% on the battery": (
        amount("44", "No."),
        share("6", "case"),
        share("14", "strap"),
        share("5.3", "battery"),
    ),
    "41¢ each + 5% on case and strap, band or bracelet + 4.2% on the battery": (
        amount("41", "No."),
        share("5", "case-and-strap"),
        share("4.2", "battery"),
    ),
    "3.9% on the movement and case+ 5.3% on the battery": (
        share("3.9", "movement-and-case"),
        share("5.3", "battery"),
    ),
    "7.5¢ each + 3.2% on the movement + 2.6% on the battery": (
        amount("7.5", "No."),
        share("3.2", "movement"),
        share("2.6", "battery"),
    ),
    "3.9% on the apparatus + 5.3% on the battery": (share("3.9", "apparatus"), share("5.3", "battery")),
    "17¢ each + 2.5% + 1¢/jewel": (amount("17", "No."), share("2.5"), amount("1", "No.", "jewels")),
    "43¢ each + 2.8¢/jewel over 7 + 3.7% on the case": (
        amount("43", "No."),
        amount("2.8", "No.", "jewels-over-7"),
        share("3.7", "case"),
    ),
    "4.7% on the value of the rifle + 20% on the value of the telescopic sight, if any": (
        share("4.7", "rifle"),
        share("20", "telescopic-sight"),
    ),
    "0.3¢/line/ gross + 4.6%": (amount("0.3", "gross line", "gross-lines"), share("4.6")),
    "6.5% on the entire set": (share("6.5"),),
    "3.6606¢/kg less 0.020668¢/kg for each degree under 100 degrees (and fractions of a degree in "
    "proportion) but not less than 3.143854¢/kg": (
        Sugar(Fraction("0.036606"), Fraction("0.00020668"), Fraction("0.03143854")),
    ),
}

QUESTIONS = {
    "The rate applicable to each garment in the ensemble if separately entered": "garments in the ensemble",
    "The rate applicable to each garment in the in the ensemble if separately entered": "garments",
    "The rate of duty applicable to that article in the set subject to the highest rate of duty": "highest",
    "The rate applicable to the article of which it is a part or accessory": "part or accessory",
    "The rate applicable to the article of which it is an accessory": "part or accessory",
    "The rate applicable to the natural juice in heading 2009": "natural juice in heading 2009",
    "The rate applicable to the complete, assembled movement": "complete, assembled movement",
    "The rate applicable to each article in the absence of this subheading": "each article on its own",
    "See additional U.S. note 3": "additional U.S. note 3",
    "See 9921.01.01, 9921.01.02": "the choice among 9921.01.01, 9921.01.02",
    "4.3% + 1.7¢/jewel + 0.2¢ for each other piece or part, but if consisting in part of a plate or a set "
    "of plates the total duty shall not exceed the duty for the complete movement": "complete movement",
    "The duty provided in the applicable subheading + 25%": "a person who reads its text",
    "": "a person who reads its text",
    "5¢/kg on gold dust": "a person who reads its text",
    "5¢/jewel on drained weight": "a person who reads its text",
    "5¢/bushel": "a person who reads its text",
    "5% on the hands": "a person who reads its text",
    "1.2.3%": "a person who reads its text",
}


@pytest.mark.parametrize("text", FORMULAS)
def test_a_rate_text_is_the_sum_of_its_terms(text: str) -> None:
    assert parse_column_1(text) == Column1Rate(text, FORMULAS[text])


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_rate_that_its_text_does_not_give_says_what_it_needs(text: str) -> None:
    rate = parse_column_1(text)
    assert isinstance(rate, Unevaluable)
    assert QUESTIONS[text] in rate.needs


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Free", Fraction(0)),
        ("2.5%", Fraction(1, 40)),
        ("6.5% on the entire set", Fraction(13, 200)),
        ("1¢/kg", None),
        ("1¢/kg + 2%", None),
        ("2.5% on the value of the lead content", None),
    ],
)
def test_only_a_share_of_the_whole_value_is_plain(text: str, plain: Fraction | None) -> None:
    rate = parse_column_1(text)
    assert isinstance(rate, Column1Rate)
    assert rate.plain == plain


@given(st.text(alphabet="0123456789.,%¢$/+() kgeachpr²ond", max_size=40))
def test_no_text_raises(text: str) -> None:
    rate = parse_column_1(text)
    assert rate.text == text


@pytest.mark.parametrize(
    ("special", "program", "rate"),
    [
        ("Free (A,AU,JO,JP,KR)", "JP", "Free"),
        ("Free (A,AU,BH,S,SG) 3.2% (JP)", "JP", "3.2%"),
        ("Free (A,AU,BH,S,SG)5.5%(JP)", "JP", "5.5%"),
        ("Free (A*,AU,JP+) 1% (KR)", "A", "Free"),
        ("Free (A,AU) See 9921.01.01, 9921.01.02 (JP)", "JP", "See 9921.01.01, 9921.01.02"),
        ("Free (BH) 1.7% (KR) See 9822.04.01-9822.04.03 (AU)", "AU", "See 9822.04.01-9822.04.03"),
        ("Free (AU,JO) A duty upon the value (see U.S. note 3 of this subchapter) (B,C)", "C",
         "A duty upon the value (see U.S. note 3 of this subchapter)"),
        ("Free (A,AU,JO,KR)", "JP", None),
        ("Free (E IL,JO)", "IL", "Free"),
        ("", "JP", None),
        ("Free", "JP", None),
    ],
)  # fmt: skip
def test_a_special_rate_is_that_of_the_group_naming_the_program(
    special: str, program: str, rate: str | None
) -> None:
    assert special_rate(special, program) == rate
