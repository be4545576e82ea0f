"""What column 1 needs is said in Japanese too, for every rate text of every edition."""

import re
from fractions import Fraction

from duty_desktop.estimate.column_1_words import needed_in_japanese
from duty_desktop.tariff.column_1 import Missing, Unevaluable, duty, parse_column_1, special_rate
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.schedule_report.listing import tariff_numbers


def rate_texts(law: Law) -> set[str]:
    found = set()
    for edition in law.nomenclature.editions:
        for number in tariff_numbers(law.nomenclature, edition.from_):
            texts = law.nomenclature.rate_texts(number, edition.from_)
            assert texts is not None
            found |= {texts[0], special_rate(texts[1], "JP") or "Free"}
    return found


def test_every_need_of_a_rate_has_its_japanese(law: Law) -> None:
    needs: set[str] = set()
    for text in rate_texts(law):
        rate = parse_column_1(text)
        if isinstance(rate, Unevaluable):
            needs.add(rate.needs)
            continue
        amount = duty(rate, Fraction(1), None, None, {})
        if isinstance(amount, Missing):
            needs |= set(amount.what)
    assert len(needs) > 40
    assert [need for need in needs if re.search("[a-z]", needed_in_japanese(need))] == []


def test_a_quantity_names_its_unit() -> None:
    assert needed_in_japanese("quantity in proof liters") == "数量（プルーフリットル）"
    assert (
        needed_in_japanese("what additional U.S. note 3 to the chapter says") == "類の米国追加注3による税率"
    )
