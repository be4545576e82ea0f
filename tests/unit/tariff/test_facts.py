"""Declared facts: every way of typing an answer has one form, and what is no answer says what to enter."""

from pathlib import Path

import pytest

from duty_desktop.tariff.fact_reading import read_facts
from duty_desktop.tariff.facts import Fact, FactKind, Silence
from duty_desktop.terms.resources import resource_folder
from tests.unit.tariff.schedule_files import write_schedule


@pytest.fixture(scope="module")
def facts() -> dict[str, Fact]:
    return read_facts(resource_folder() / "schedule" / "facts.toml")[0]


NORMAL = {
    ("passenger_vehicle_part", " Yes "): "yes",
    ("passenger_vehicle_part", "はい"): "yes",
    ("passenger_vehicle_part", "N"): "no",
    ("transport", "OCEAN"): "ocean",
    ("program", "jp"): "JP",
    ("steel_content_value_usd", "$1,234.50"): "1234.5",
    ("steel_content_value_usd", "0.00"): "0",
    ("metal_weight_pct", "14.9%"): "14.9",
    ("metal_weight_pct", "100"): "100",
    ("metal_weight_pct", "1.01"): "1.01",
    ("metal_weight_pct", "0"): "0",
    ("metal_weight_pct", "0.5 %"): "0.5%",
    ("metal_weight_pct", "１％"): "1%",
    ("vehicle_age_years", "1e1"): "10",
    ("loaded_on", "2026-02-22"): "2026-02-22",
    ("melt_pour_country", "us"): "US",
    ("melt_pour_country", "U.S."): "US",
    ("smelt_country", "RUS"): "RU",
    ("smelt_country", "Russian Federation"): "RU",
    ("smelt_country", "ロシア"): "RU",
    ("cast_country", "unk"): "OTH",
    ("cast_country", "NR"): "NR",
    ("chapter98", "9802.00.50"): "98020050",
}


@pytest.mark.parametrize(("name", "typed"), NORMAL)
def test_an_answer_has_one_form(facts: dict[str, Fact], name: str, typed: str) -> None:
    assert facts[name].normal(typed) == NORMAL[name, typed]


@pytest.mark.parametrize(("name", "typed"), NORMAL)
def test_the_one_form_stays_as_it_is(facts: dict[str, Fact], name: str, typed: str) -> None:
    once = facts[name].normal(typed)
    assert facts[name].normal(once) == once


NO_ANSWERS = {
    ("passenger_vehicle_part", "perhaps"): "enter yes or no",
    ("transport", "camel"): "enter one of ocean, air, truck, rail",
    ("steel_content_value_usd", "-1"): "zero or more",
    ("steel_content_value_usd", "NaN"): "is not a number",
    ("steel_content_value_usd", "many"): "is not a number",
    ("metal_weight_pct", "100.1"): "can be 100 at most",
    ("metal_weight_pct", "0.5"): "may be 0.5% or 50%: enter it with the percent sign",
    ("vehicle_age_years", "1998"): "can be 150 at most",  # the year of manufacture
    ("us_metal_pct", "1"): "may be 1% or 100%",
    ("loaded_on", "02/03/2026"): "enter it like 2026-11-23",
    ("melt_pour_country", "Jpan"): "enter two letters like JP",
    ("melt_pour_country", "JX"): "enter two letters like JP",
    ("chapter98", "9802"): "enter it like 9802.00.50",
}


@pytest.mark.parametrize(("name", "typed"), NO_ANSWERS)
def test_what_is_no_answer_says_what_to_enter(facts: dict[str, Fact], name: str, typed: str) -> None:
    with pytest.raises(ValueError, match=NO_ANSWERS[name, typed]) as raised:
        facts[name].normal(typed)
    assert name in str(raised.value)


def test_silence_is_never_an_answer_of_a_fact_that_must_be_asked(facts: dict[str, Fact]) -> None:
    asked = [fact for fact in facts.values() if fact.silence is Silence.ASK]
    assert asked
    assert [fact.id for fact in asked if fact.assumed] == []


def test_every_default_is_an_answer(facts: dict[str, Fact]) -> None:
    for fact in facts.values():
        for value in (fact.assumed, *(default.value for default in fact.default_when)):
            assert not value or fact.normal(value) == value


def test_a_choice_has_choices_and_nothing_else_has(facts: dict[str, Fact]) -> None:
    assert {fact.id for fact in facts.values() if fact.choices} == {
        fact.id for fact in facts.values() if fact.kind is FactKind.CHOICE
    }


def test_facts_keep_the_order_of_their_file(tmp_path: Path) -> None:
    found, _ = read_facts(write_schedule(tmp_path) / "facts.toml")
    assert list(found) == [
        "transport",
        "loaded_on",
        "museum_loan",
        "paper_value_usd",
        "no_paper",
        "age_years",
    ]
