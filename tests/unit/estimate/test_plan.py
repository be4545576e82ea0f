"""Following open questions: every outcome is found, and only facts that change something are needed."""

from collections.abc import Callable, Mapping

import pytest

from duty_desktop.estimate.good import QuestionOpenError
from duty_desktop.estimate.outcome import Assumed, Outcome, Portion
from duty_desktop.estimate.plan import TooManyQuestionsError, explore

Answers = Mapping[str, str]


def outcome(heading: str = "", category: str = "", *assumed: Assumed) -> Outcome:
    headings = ((heading, "m"),) if heading else ()
    return Outcome((Portion(headings=headings),), category, assumed, ())


def ask(answers: Answers, key: str, *options: str) -> str:
    """The answer to a question; raises it when it is open."""
    if key not in answers:
        raise QuestionOpenError(key, (key,), options or ("yes", "no"))
    return answers[key]


def test_without_a_question_there_is_one_outcome() -> None:
    found = explore(lambda _: outcome("1"))
    assert ([leaf.answers for leaf in found.leaves], found.needs) == ([()], ())


def test_each_answer_that_matters_is_followed() -> None:
    found = explore(lambda answers: outcome(ask(answers, "use", "car", "truck", "neither")))
    assert [leaf.answers for leaf in found.leaves] == [
        (("use", "car"),),
        (("use", "truck"),),
        (("use", "neither"),),
    ]
    assert found.needs == ("use",)


def test_a_question_whose_answers_all_lead_to_the_same_is_not_needed() -> None:
    def decide(answers: Answers) -> Outcome:
        ask(answers, "color")
        return outcome("1")

    found = explore(decide)
    assert (len(found.leaves), found.needs) == (1, ())


def test_a_question_below_an_answer_is_needed_only_if_it_matters_there() -> None:
    def decide(answers: Answers) -> Outcome:
        if ask(answers, "listed") == "no":
            ask(answers, "color")
            return outcome("1")
        return outcome("2" if ask(answers, "lent") == "yes" else "3")

    found = explore(decide)
    assert found.needs == ("listed", "lent")
    assert {leaf.outcome.portions[0].headings[0][0] for leaf in found.leaves} == {"1", "2", "3"}


def test_two_questions_that_cancel_out_are_both_needed() -> None:
    def decide(answers: Answers) -> Outcome:
        return outcome("1" if ask(answers, "one") == ask(answers, "other") else "2")

    assert explore(decide).needs == ("one", "other")


def test_the_class_alone_is_a_difference() -> None:
    found = explore(lambda answers: outcome("1", "parts" if ask(answers, "use") == "yes" else "steel"))
    assert found.needs == ("use",)


def assuming(value: str, other: str) -> Callable[[Answers], Outcome]:
    """Decides by an assumed fact unless it is answered: heading `value` when it is yes, else `other`."""

    def decide(answers: Answers) -> Outcome:
        if "aircraft" in answers:
            return outcome(value if answers["aircraft"] == "yes" else other)
        return outcome(other, "", Assumed("aircraft", "aircraft", "no"))

    return decide


def test_an_assumption_is_told_when_another_answer_would_change_something() -> None:
    assert [one.fact for one in explore(assuming("1", "2")).assumed] == ["aircraft"]
    assert explore(assuming("2", "2")).assumed == ()


def test_more_questions_than_a_schedule_should_ask_are_refused() -> None:
    def decide(answers: Answers) -> Outcome:
        return outcome("".join(ask(answers, f"q{place}")[0] for place in range(12)))

    with pytest.raises(TooManyQuestionsError):
        explore(decide)


def test_outcomes_differ_by_amount_rate_and_column_1_too() -> None:
    whole, free = Portion(), Portion(column_1_free=True)
    part = Portion(amount=(("value", 1), ("steel", -1)))
    decisions = {Outcome((one,), "", (), ()).decision() for one in (whole, free, part)}
    assert len(decisions) == 3
