"""Values of facts in words: answers, choices, comparisons and measured amounts, in both languages."""

from fractions import Fraction

import pytest

from duty_desktop.estimate.fact_values import answer_in_words, compared, number_in_words, value_in_words
from duty_desktop.tariff.law import Law


@pytest.mark.parametrize(
    ("fact", "value", "english", "japanese"),
    [
        ("civil_aircraft", "no", "no", "いいえ"),
        ("transport", "ocean", "Ocean", "海上"),
        ("metal_weight_pct", "15 or more", "15% or more", "15%以上"),
        ("vehicle_age_years", "below 25", "below 25", "25未満"),
        ("steel_content_value_usd", "2500", "$2,500", "$2,500"),
        ("steel_content_value_usd", "all of the value", "all of the value", "価額の全額"),
        ("chapter98", "98020050", "9802.00.50", "9802.00.50"),
        ("melt_pour_country", "US", "US", "US"),
    ],
)
def test_a_value_is_told_in_both_languages(
    law: Law, fact: str, value: str, english: str, japanese: str
) -> None:
    told = value_in_words(law.facts[fact], value)
    assert (told.en, told.into("ja")) == (english, japanese)


def test_answers_to_comparisons_say_the_bound(law: Law) -> None:
    age = law.facts["vehicle_age_years"]
    assert answer_in_words(age, "vehicle_age_years>=25", "yes").en == "25 or more"
    assert answer_in_words(age, "vehicle_age_years>=25", "no").ja == "25未満"
    assert compared("25", reached=False) == "below 25"


def test_answers_about_the_number_are_dotted() -> None:
    assert answer_in_words(None, "hts", "8708305090").en == "8708.30.5090"


def test_a_declared_number_has_its_unit(law: Law) -> None:
    assert number_in_words(law.facts["metal_weight_pct"], Fraction("14.9")) == "14.9%"
