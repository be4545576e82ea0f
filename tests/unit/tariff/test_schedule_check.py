"""The whole schedule: names that lead nowhere, circles and values nobody can declare are refused."""

import re
from pathlib import Path

import pytest

from duty_desktop.tariff.schedule_error import ScheduleError
from duty_desktop.tariff.schedule_reading import read_schedule
from duty_desktop.tariff.schedule_report.reports import errors_of
from tests.unit.tariff.schedule_files import (
    CONTENTS,
    COVERAGE,
    FACTS,
    LANTERNS,
    LANTERNS_LIST,
    SOURCES,
    line_of,
    write_schedule,
)


def schedule_error(folder: Path, changed: dict[str, str]) -> ScheduleError:
    with pytest.raises(ScheduleError) as raised:
        read_schedule(write_schedule(folder, changed))
    return raised.value


def test_the_small_schedule_is_in_order(tmp_path: Path) -> None:
    schedule = read_schedule(write_schedule(tmp_path))
    assert [measure.id for measure in schedule.measures] == ["lanterns"]
    assert errors_of(tmp_path) == ()


# what is changed in the measure file: old, new; the field of the error, words of its line and problem
IN_THE_MEASURE = {
    "a list that is not there": (
        'when = { scope = "lanterns", facts',
        'when = { scope = "lamps", facts',
        "when.scope",
        "there is no list “lamps”",
    ),
    "a part that is not there": (
        'when = { scope = "lanterns", facts',
        'when = { scope = "lanterns/silk", facts',
        "when.scope",
        "there is no list “lanterns/silk”",
    ),
    "a list in a nested condition": (
        'facts = { museum_loan = "yes" } }',
        'any = [{ unless = { not_scope = ["lamps"] } }] }',
        "when.scope",
        "there is no list “lamps”",
    ),
    "a fact that is not there": (
        'facts = { museum_loan = "yes" }',
        'facts = { museum_lone = "yes" }',
        "when",
        "there is no fact “museum_lone”",
    ),
    "an answer nobody can give": (
        'facts = { museum_loan = "yes" }',
        'facts = { museum_loan = "perhaps" }',
        "when.museum_loan",
        "enter yes or no",
    ),
    "an answer in another form than the declared one": (
        'facts = { museum_loan = "yes" }',
        'facts = { museum_loan = "Yes" }',
        "when.museum_loan",
        "write “Yes” as “yes”",
    ),
    "a source that is not there": (
        'source = ["notice-3"]',
        'source = ["notice-9"]',
        "rule.source",
        "“notice-9” is not in sources.toml",
    ),
    "a measure that is not there": (
        'when = { scope = "lanterns", facts',
        'when = { covered_by = ["lamps"], facts',
        "when.covered_by",
        "there is no measure “lamps”",
    ),
    "an amount to divide that is not there": (
        'source = ["notice-3"]\n\n[[rule]]',
        'source = ["notice-3"]\nsplit = { fact = "glue_value", declared_part = "ends" }\n\n[[rule]]',
        "rule.split.fact",
        "there is no fact “glue_value”",
    ),
    "a content that is not there": (
        'rate = "10%"',
        'rate = "10%", on = "content:silk"',
        "rule.duty.on",
        "“content:silk” is not in contents.toml",
    ),
}


@pytest.mark.parametrize("name", IN_THE_MEASURE)
def test_a_name_of_a_rule_that_leads_nowhere(tmp_path: Path, name: str) -> None:
    old, new, field, problem = IN_THE_MEASURE[name]
    text = LANTERNS.replace(old, new, 1)
    error = schedule_error(tmp_path, {"measures/lanterns.toml": text})
    assert (error.path.name, error.field) == ("lanterns.toml", field)
    assert problem in error.problem
    rule = max(
        line for line in rule_lines(text) if line <= line_of(text, new.splitlines()[-1].split(" }")[0])
    )
    assert error.line == rule


def rule_lines(text: str) -> list[int]:
    return [number for number, line in enumerate(text.splitlines(), 1) if line == "[[rule]]"]


# what is added at the end of the measure file; the field and words of the problem
AT_ITS_END = {
    "an example's fact": ('facts = { museum_lone = "no" }', "example.facts", "no fact “museum_lone”"),
    "an example's answer": ('facts = { museum_loan = "maybe" }', "example.museum_loan", "enter yes or no"),
    "an example's need": ('needs = ["museum_lone"]', "example.needs", "no fact “museum_lone”"),
}


@pytest.mark.parametrize("name", AT_ITS_END)
def test_a_name_of_an_example_that_leads_nowhere(tmp_path: Path, name: str) -> None:
    line, field, problem = AT_ITS_END[name]
    example = f'\n[[example]]\nhts = "9505.90"\nvalue = "1"\nentry_date = 2025-03-01\nduty = "0"\n{line}\n'
    error = schedule_error(tmp_path, {"measures/lanterns.toml": LANTERNS + example})
    assert (error.path.name, error.field) == ("lanterns.toml", field)
    assert problem in error.problem
    assert error.line == LANTERNS.count("\n") + 2


def test_an_authority_must_stand_in_the_order_of_reporting(tmp_path: Path) -> None:
    text = LANTERNS.replace('authority = "section-232"', 'authority = "section-999"')
    error = schedule_error(tmp_path, {"measures/lanterns.toml": text})
    assert error.field == "authority"
    assert "“section-999” is not in reporting.toml" in error.problem


def test_a_bound_on_the_value_stands_beside_a_declared_fact(tmp_path: Path) -> None:
    text = LANTERNS.replace(
        'when = { scope = "lanterns" }', 'when = { scope = "lanterns", value_at_most = "800" }'
    )
    assert text != LANTERNS
    error = schedule_error(tmp_path, {"measures/lanterns.toml": text})
    assert error.field == "when.value_at_most"


def test_a_note_must_name_a_measure(tmp_path: Path) -> None:
    note = '\n[[cannot_meet]]\nmeasure = "lamps"\nbecause = { en = "Never.", ja = "Never." }\n'
    error = schedule_error(tmp_path, {"measures/lanterns.toml": LANTERNS + note})
    assert (error.field, error.line) == ("cannot_meet.measure", LANTERNS.count("\n") + 2)


def test_a_source_of_a_notice_must_be_known(tmp_path: Path) -> None:
    says = 'says = { en = "Lent.", ja = "貸出。" }'
    notice = f'\n[[notice]]\ncode = "lent"\nwhen = {{}}\n{says}\nsource = ["notice-4"]\n'
    error = schedule_error(tmp_path, {"measures/lanterns.toml": LANTERNS + notice})
    assert (error.field, error.line) == ("notice.source", LANTERNS.count("\n") + 2)


def test_a_class_must_name_a_list(tmp_path: Path) -> None:
    text = LANTERNS + '\n[[category]]\nscope = "lamps"\nis = "parts"\n'
    error = schedule_error(tmp_path, {"measures/lanterns.toml": text})
    assert (error.field, error.problem) == ("category.scope", "there is no list “lamps” in scopes/")


LAMPS = LANTERNS.replace('id = "lanterns"', 'id = "lamps"').replace("9999.12", "9999.13")


def yielding(text: str, other: str) -> str:
    old = 'when = { scope = "lanterns", facts'
    assert old in text
    return text.replace(old, f'when = {{ covered_by = ["{other}"], facts')


def test_measures_that_take_goods_out_of_each_other_are_refused_at_the_rule(tmp_path: Path) -> None:
    error = schedule_error(
        tmp_path,
        {
            "measures/lanterns.toml": yielding(LANTERNS, "lamps"),
            "measures/lamps.toml": yielding(LAMPS, "lanterns"),
        },
    )
    assert error.path.name in {"lanterns.toml", "lamps.toml"}
    assert error.field == "rule.when.covered_by"
    assert error.line == rule_lines(LANTERNS)[0]
    assert "lamps > lanterns > lamps" in error.problem or "lanterns > lamps > lanterns" in error.problem


def test_a_measure_decides_after_those_that_take_goods_out_of_it(tmp_path: Path) -> None:
    later = yielding(LANTERNS.replace('id = "lanterns"', 'id = "aaa"'), "lanterns")
    schedule = read_schedule(write_schedule(tmp_path, {"measures/aaa.toml": later}))
    assert [measure.id for measure in schedule.measures] == ["lanterns", "aaa"]


GROUP = """
[[group]]
id = "whose"
question = { en = "Lent, or without paper?", ja = "貸出ですか、紙なしですか？" }
answers = [
  { value = "lent", label = { en = "Lent", ja = "貸出" }, sets = { museum_loan = "yes", no_paper = "no" } },
  { value = "bare", label = { en = "Bare", ja = "紙なし" }, sets = { museum_loan = "no", no_paper = "yes" } },
]
"""


def grouped(old: str = "", new: str = "", more: str = "") -> str:
    return FACTS + GROUP.replace(old, new) + more if old else FACTS + GROUP + more


def test_a_group_asks_several_facts_by_one_question(tmp_path: Path) -> None:
    group = read_schedule(write_schedule(tmp_path, {"facts.toml": grouped()})).fact_groups["whose"]
    assert group.facts == ("museum_loan", "no_paper")
    assert [(answer.value, answer.sets["no_paper"]) for answer in group.answers] == [
        ("lent", "no"),
        ("bare", "yes"),
    ]


# the text of facts.toml; the field of the error, words of its problem
IN_A_GROUP = {
    "a fact that is not there": (
        grouped("no_paper", "no_silk"),
        "group.answers.sets",
        "there is no fact “no_silk”",
    ),
    "a value nobody can declare": (
        grouped('"no" } }', '"never" } }'),
        "group.answers.sets",
        "enter yes or no",
    ),
    "a value in another form": (
        grouped('no_paper = "no"', 'no_paper = "No"'),
        "group.answers.sets",
        "write “No” as “no”",
    ),
    "answers that set different facts": (
        grouped('no_paper = "no"', 'age_years = "0"'),
        "group.answers",
        "must all set the same facts",
    ),
    "answers with one value": (grouped('"bare"', '"lent"'), "group.answers", "each with a value of its own"),
    "no answers": (FACTS + GROUP[: GROUP.index("answers")], "group.answers", "must be two or more"),
    "one fact alone": (
        FACTS + re.sub(r', no_paper = "\w+"', "", GROUP),
        "group.answers",
        "a fact alone is asked by itself",
    ),
    "the name of a fact": (grouped('"whose"', '"no_paper"'), "group.id", "“no_paper” is used twice"),
    "a fact of another group": (
        grouped(more=GROUP.replace("whose", "again")),
        "group.answers",
        "“museum_loan” is in the group “whose” already",
    ),
    "an unknown word": (grouped("question", "ask = 1\nquestion"), "group.ask", "not a field known here"),
}


@pytest.mark.parametrize("name", IN_A_GROUP)
def test_a_group_that_cannot_be_asked_is_refused(tmp_path: Path, name: str) -> None:
    text, field, problem = IN_A_GROUP[name]
    error = schedule_error(tmp_path, {"facts.toml": text})
    assert (error.path.name, error.field) == ("facts.toml", field)
    assert problem in error.problem
    assert error.line > line_of(text, "[[group]]") - 1


OTHER_FILES = {
    "a source used twice": ("sources.toml", SOURCES * 2, "source.id", "is used twice"),
    "a source's day": (
        "sources.toml",
        SOURCES.replace("2025-01-15", '"2025-01-15"'),
        "source.published",
        "without quotation marks",
    ),
    "a fact used twice": ("facts.toml", FACTS + FACTS[: FACTS.index("[[fact]]", 1)], "fact.id", "used twice"),
    "a kind of fact": ("facts.toml", FACTS.replace('"yes-no"', '"yesno"', 1), "fact.kind", "must be one of"),
    "a silence": ("facts.toml", FACTS.replace('"ask"', '"guess"', 1), "fact.silence", "must be one of"),
    "an assumption without value": (
        "facts.toml",
        FACTS.replace('assumed = "0"\n', ""),
        "fact.assumed",
        "is needed where silence is assumed",
    ),
    "a default's list": (
        "facts.toml",
        FACTS + 'default_when = [{ when = { scope = "lamps" }, value = "1" }]\n',
        "when.scope",
        "there is no list “lamps”",
    ),
    "a content's list": (
        "contents.toml",
        CONTENTS.replace("lanterns/paper", "lamps"),
        "content.scope",
        "there is no list “lamps”",
    ),
    "a content's fact": (
        "contents.toml",
        CONTENTS.replace('"no_paper"', '"no_silk"'),
        "content.fact",
        "there is no fact “no_silk”",
    ),
    "a coverage's key": ("coverage.toml", COVERAGE + 'until = "x"\n', "until", "not a field known here"),
    "a list's row": ("scopes/lanterns.csv", LANTERNS_LIST + "9505,,,\n", "row", "has 4 cells, needs 5"),
}


@pytest.mark.parametrize("name", OTHER_FILES)
def test_the_other_files_are_checked_too(tmp_path: Path, name: str) -> None:
    file, text, field, problem = OTHER_FILES[name]
    error = schedule_error(tmp_path, {file: text})
    assert (error.path.name, error.field) == (Path(file).name, field)
    assert problem in error.problem
    assert error.line >= 1


def test_a_folder_without_its_files_is_told_which_is_missing(tmp_path: Path) -> None:
    write_schedule(tmp_path)
    (tmp_path / "sources.toml").unlink()
    with pytest.raises(ScheduleError, match=r"sources\.toml, line 0, file: cannot be read"):
        read_schedule(tmp_path)


def test_the_first_error_of_every_measure_file_is_told_at_once(tmp_path: Path) -> None:
    write_schedule(
        tmp_path,
        {
            "measures/lanterns.toml": LANTERNS.replace('"10%"', '"10"'),
            "measures/lamps.toml": LAMPS.replace('kind = "added"', 'kind = "plus"'),
        },
    )
    found = [(error.path.name, error.field) for error in errors_of(tmp_path)]
    assert found == [("lamps.toml", "rule.duty.kind"), ("lanterns.toml", "rule.duty.rate")]
