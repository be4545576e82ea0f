"""Whether a condition holds: as declared, as assumed, or asked; silence is never an answer to a claim."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from duty_desktop.estimate.comparison import Comparisons
from duty_desktop.estimate.declared import sort_facts
from duty_desktop.estimate.good import Good, QuestionOpenError
from duty_desktop.estimate.outcome import Assumed
from duty_desktop.estimate.truth import Truth
from duty_desktop.tariff.measure import Condition
from duty_desktop.tariff.measure_reading import read_measure
from duty_desktop.tariff.schedule_reading import read_schedule
from tests.unit.tariff.schedule_files import FACTS, write_schedule

VALUE = Fraction(1000)
PAPER = Condition(scope=("lanterns/paper",))


class Asker:
    """Conditions on a lantern of 1,000 dollars with some declarations."""

    def __init__(self, folder: Path, declared: Mapping[str, str], answers: Mapping[str, str]) -> None:
        self.schedule = read_schedule(write_schedule(folder, {"facts.toml": FACTS + MORE_FACTS}))
        self.declared, problems = sort_facts(self.schedule.facts, declared)
        assert problems == ()
        self.answers = answers
        self.folder = folder
        self.assumed: dict[str, Assumed] = {}
        self.near_miss = ""

    def holds(self, condition: Condition, covered: frozenset[str] = frozenset()) -> bool:
        tokens = dict(comparisons(condition, self.folder).tokens(self.declared.numbers, VALUE, VALUE))
        scopes = frozenset({"lanterns", "lanterns/paper"})
        good = Good(scopes, self.declared, tokens)
        truth = Truth(self.schedule, good, self.answers, self.assumed, covered)
        holds = truth.holds(condition, "lanterns/rule")
        self.near_miss = truth.near_miss
        return holds


MORE_FACTS = """
[[fact]]
id = "use"
kind = "yes-no"
silence = "ask"
question = { en = "For a fair?", ja = "催事用ですか？" }
basis = { en = "By its list.", ja = "リストによる。" }
default_when = [
  { when = { scope = "lanterns/paper", declared = { museum_loan = "yes" } }, value = "no" },
]
"""


def comparisons(condition: Condition, folder: Path) -> Comparisons:
    measure = read_measure(folder / "measures" / "lanterns.toml")
    (lent, lantern) = measure.rules
    return Comparisons((replace(measure, rules=(replace(lent, when=condition), lantern)),))


def asker(folder: Path, declared: Mapping[str, str] | None = None, **answers: str) -> Asker:
    return Asker(folder, declared or {}, answers)


# name: condition, declared, expected
SETTLED: dict[str, tuple[Condition, dict[str, str], bool]] = {
    "one list of several is enough": (Condition(scope=("other", "lanterns")), {}, True),
    "no list, no rule": (Condition(scope=("other",)), {}, False),
    "a list that must not name it": (Condition(not_scope=("lanterns/paper",)), {}, False),
    "another list that must not": (Condition(not_scope=("other",)), {}, True),
    "declared": (Condition(declared=(("museum_loan", ("yes",)),)), {"museum_loan": "yes"}, True),
    "declared otherwise": (Condition(declared=(("museum_loan", ("yes",)),)), {"museum_loan": "no"}, False),
    "silence is no declaration": (Condition(declared=(("museum_loan", ("no",)),)), {}, False),
    "undeclared": (Condition(undeclared=("museum_loan", "paper_value_usd")), {}, True),
    "one declared is not undeclared": (
        Condition(undeclared=("museum_loan", "paper_value_usd")),
        {"paper_value_usd": "0"},
        False,
    ),
    "given, even as zero": (Condition(given=("paper_value_usd",)), {"paper_value_usd": "0"}, True),
    "not given": (Condition(given=("paper_value_usd",)), {}, False),
    "value at the bound": (Condition(value_at_most=Decimal(1000)), {}, True),
    "value over the bound": (Condition(value_at_most=Decimal("999.99")), {}, False),
    "a share at the bound": (
        Condition(share_at_least=(("paper_value_usd", Fraction(1, 5)),)),
        {"paper_value_usd": "200"},
        True,
    ),
    "a share below the bound": (
        Condition(share_at_least=(("paper_value_usd", Fraction(1, 5)),)),
        {"paper_value_usd": "199.99"},
        False,
    ),
    "a share of nothing declared": (
        Condition(share_at_least=(("paper_value_usd", Fraction(0)),)),
        {},
        False,
    ),
    "a number at its threshold": (
        Condition(at_least=(("age_years", Decimal(25)),)),
        {"age_years": "25"},
        True,
    ),
    "a number below its threshold": (
        Condition(at_least=(("age_years", Decimal(25)),)),
        {"age_years": "24.9"},
        False,
    ),
    "below": (Condition(below=(("age_years", Decimal(25)),)), {"age_years": "24.9"}, True),
    "not below": (Condition(below=(("age_years", Decimal(25)),)), {"age_years": "25"}, False),
    "any of two": (Condition(any_of=(Condition(scope=("other",)), PAPER)), {}, True),
    "none of two": (
        Condition(any_of=(Condition(scope=("other",)), Condition(not_scope=("lanterns",)))),
        {},
        False,
    ),
    "unless holds": (Condition(scope=("lanterns",), unless=PAPER), {}, False),
    "unless does not hold": (Condition(scope=("lanterns",), unless=Condition(scope=("other",))), {}, True),
}


@pytest.mark.parametrize("name", SETTLED)
def test_a_condition_on_lists_and_declarations(tmp_path: Path, name: str) -> None:
    condition, declared, expected = SETTLED[name]
    assert asker(tmp_path, declared).holds(condition) is expected


LOADED = Condition(loaded_before=date(2025, 4, 5))
VOYAGES = {
    "loaded the day before": ({"loaded_on": "2025-04-04"}, True),
    "loaded on the day": ({"loaded_on": "2025-04-05"}, False),
    "no day of loading": ({"transport": "ocean"}, False),
    "by sea as declared": ({"loaded_on": "2025-04-04", "transport": "ocean"}, True),
    "by air": ({"loaded_on": "2025-04-04", "transport": "air"}, False),
}


@pytest.mark.parametrize("name", VOYAGES)
def test_goods_are_in_transit_when_loaded_on_a_vessel_before_the_day(tmp_path: Path, name: str) -> None:
    declared, expected = VOYAGES[name]
    facts = FACTS.replace(
        'choices = [{ value = "ocean", label = { en = "Ocean", ja = "海上" } }]',
        'choices = [{ value = "ocean", label = { en = "Ocean", ja = "海上" } }, '
        '{ value = "air", label = { en = "Air", ja = "航空" } }]',
    )
    schedule = read_schedule(write_schedule(tmp_path, {"facts.toml": facts}))
    sorted_facts, problems = sort_facts(schedule.facts, declared)
    assert problems == ()
    truth = Truth(schedule, Good(frozenset(), sorted_facts, {}), {}, {}, frozenset())
    assert truth.holds(LOADED, "lanterns/rule") is expected


def test_goods_taken_by_one_of_the_measures_named_are_covered(tmp_path: Path) -> None:
    covered = Condition(covered_by=("steel", "wood"))
    assert asker(tmp_path).holds(covered, frozenset({"wood"}))
    assert not asker(tmp_path).holds(covered, frozenset({"paper"}))


ASKED = {
    "a fact that nobody may guess": (Condition(facts=(("museum_loan", ("yes",)),)), "museum_loan"),
    "an amount that nobody may guess": (
        Condition(at_least=(("paper_value_usd", Decimal(1)),)),
        "paper_value_usd>=1",
    ),
    "what the law leaves open": (
        Condition(unsettled=("museum_loan", "use")),
        "unsettled:lanterns/rule",
    ),
}


@pytest.mark.parametrize("name", ASKED)
def test_what_is_open_is_asked(tmp_path: Path, name: str) -> None:
    condition, key = ASKED[name]
    with pytest.raises(QuestionOpenError) as raised:
        asker(tmp_path).holds(condition)
    assert raised.value.key == key
    assert raised.value.options == ("yes", "no")


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_an_answer_settles_what_was_asked(tmp_path: Path, answer: str) -> None:
    for condition, key in ASKED.values():
        found = Asker(tmp_path, {}, {key: answer})
        assert found.holds(condition) is (answer == "yes")
        assert found.assumed == {}


def test_nothing_is_asked_of_goods_that_the_lists_leave_out(tmp_path: Path) -> None:
    condition = Condition(scope=("other",), facts=(("museum_loan", ("yes",)),))
    assert not asker(tmp_path).holds(condition)


def test_an_assumed_number_is_compared_and_noted(tmp_path: Path) -> None:
    found = asker(tmp_path)
    assert not found.holds(Condition(at_least=(("age_years", Decimal(25)),)))
    assert found.assumed == {"age_years>=25": Assumed("age_years>=25", "age_years", "no")}


def test_a_default_of_the_list_stands_for_silence_and_is_noted(tmp_path: Path) -> None:
    found = asker(tmp_path, {"museum_loan": "yes"})
    assert found.holds(Condition(facts=(("use", ("no",)),)))
    assert found.assumed == {"use": Assumed("use", "use", "no")}
    with pytest.raises(QuestionOpenError):
        asker(tmp_path).holds(Condition(facts=(("use", ("no",)),)))


def test_a_claim_not_made_does_not_hold_and_is_no_assumption(tmp_path: Path) -> None:
    found = asker(tmp_path)
    assert not found.holds(Condition(facts=(("no_paper", ("yes",)),)))
    assert found.assumed == {}


def test_a_listed_good_kept_out_by_one_fact_alone_is_a_near_miss(tmp_path: Path) -> None:
    found = asker(tmp_path)
    assert not found.holds(Condition(scope=("lanterns",), declared=(("museum_loan", ("yes",)),)))
    assert found.near_miss == "museum_loan"
    assert not found.holds(Condition(declared=(("museum_loan", ("yes",)),)))
    assert found.near_miss == ""
