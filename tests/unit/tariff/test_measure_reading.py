"""Measure files: what they say is read, and every error names file, line and field."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from duty_desktop.estimate.result import Category
from duty_desktop.tariff.measure import CATEGORIES, DutyKind
from duty_desktop.tariff.measure_reading import read_measure
from duty_desktop.tariff.schedule_error import ScheduleError
from tests.unit.tariff.schedule_files import LANTERNS, line_of, write_schedule


def measure_error(folder: Path, text: str) -> ScheduleError:
    write_schedule(folder, {"measures/lanterns.toml": text})
    with pytest.raises(ScheduleError) as raised:
        read_measure(folder / "measures" / "lanterns.toml")
    return raised.value


def test_a_measure_file_is_read_as_written(tmp_path: Path) -> None:
    measure = read_measure(write_schedule(tmp_path) / "measures" / "lanterns.toml")
    assert (measure.id, measure.title.en, measure.title.ja) == ("lanterns", "Sky lanterns", "天灯")
    assert (measure.first, measure.last, measure.origin) == (date(2025, 2, 1), date.max, ("JP",))
    lent, lantern = measure.rules
    assert (lent.heading, lent.duty.kind, lent.covers) == ("99991202", DutyKind.NONE, False)
    assert lent.when.facts == (("museum_loan", ("yes",)),)
    assert (lantern.duty.rate, lantern.duty.on, lantern.covers) == (Fraction(1, 10), "value", True)
    assert lantern.line == line_of(LANTERNS, 'id = "lantern"') - 1
    (example,) = measure.examples
    assert (example.hts, example.value, example.duty) == ("9505904000", Decimal(1000), Decimal(100))


def test_an_example_may_follow_a_good_over_several_days(tmp_path: Path) -> None:
    days = """days = [
  { on = 2025-01-31, duty = "0" },
  { on = 2025-02-01, duty_range = ["0", "100"], needs = ["museum_loan"] },
  { on = 2025-02-02, duty_at_least = "40", headings = ["9999.12.01 or 9999.12.02"] },
]
"""
    text = LANTERNS.replace("entry_date = 2025-03-01\n", "").replace('duty = "100"\n', days)
    folder = write_schedule(tmp_path, {"measures/lanterns.toml": text})
    first, second, third = read_measure(folder / "measures" / "lanterns.toml").examples
    assert first.facts == second.facts == third.facts == (("museum_loan", "no"),)
    assert (first.entry_date, first.duty, first.duty_range) == (date(2025, 1, 31), Decimal(0), None)
    assert (second.duty_range, second.needs) == ((Decimal(0), Decimal(100)), ("museum_loan",))
    assert third.duty_range == (Decimal(40), None)
    assert third.headings == (("99991201", "99991202"),)


def test_the_classes_of_measure_files_are_those_of_the_estimate() -> None:
    assert set(CATEGORIES) | {Category.UNCLASSIFIED} == set(Category)


# old text, new text, field of the error, words on its line, words of its problem
WRONG = {
    "a key that is not known": (
        'says = { en = "Lent',
        'spoken = "x"\nsays = { en = "Lent',
        "rule.spoken",
        "spoken",
        "not a field known here",
    ),
    "a condition that is not known": (
        'when = { scope = "lanterns", facts',
        'when = { scop = "lanterns", facts',
        "rule.when.scop",
        "scop =",
        "not a field known here",
    ),
    "a key of the whole file that is not known": (
        'origin = ["JP"]',
        'orgin = ["JP"]',
        "orgin",
        "orgin",
        "not a field known here",
    ),
    "a day in quotation marks": (
        "from = 2025-02-01",
        'from = "2025-02-01"',
        "from",
        "from =",
        "without quotation marks",
    ),
    "a day and an hour": (
        "from = 2025-02-01",
        "from = 2025-02-01T12:01:00",
        "from",
        "from =",
        "must be a day",
    ),
    "a heading with a digit too few": (
        'heading = "9999.12.01"',
        'heading = "9999.12.3"',
        "rule.heading",
        "9999.12.3",
        "is not a heading like",
    ),
    "a number of goods as heading": (
        'heading = "9999.12.01"',
        'heading = "8708.30.50"',
        "rule.heading",
        "8708.30.50",
        "is not a heading like",
    ),
    "a rate without percent sign": (
        'rate = "10%"',
        'rate = "0.10"',
        "rule.duty.rate",
        "0.10",
        "must be a rate like 12.5%",
    ),
    "a rate as a binary fraction": (
        'rate = "10%"',
        "rate = 0.1",
        "rule.duty.rate",
        "rate = 0.1",
        "must be a text in quotation marks",
    ),
    "a kind of duty that is not known": (
        'kind = "added"',
        'kind = "plus"',
        "rule.duty.kind",
        "plus",
        "must be one of",
    ),
    "a basis that is not known": (
        'rate = "10%"',
        'rate = "10%", on = "weight"',
        "rule.duty.on",
        "weight",
        "must be “value” or “content:”",
    ),
    "a rule before its measure": (
        'heading = "9999.12.01"',
        'heading = "9999.12.01"\nfrom = 2025-01-31',
        "rule.from",
        "2025-01-31",
        "not within the measure's own days",
    ),
    "a rule that ends before it begins": (
        'heading = "9999.12.01"',
        'heading = "9999.12.01"\nfrom = 2025-03-02\nto = 2025-03-01',
        "rule.to",
        "to = 2025-03-01",
        "not within the measure's own days",
    ),
    "a class that is not known": (
        'source = ["notice-3"]\n\n[[example]]',
        'source = ["notice-3"]\ncategory = "lantern"\n\n[[example]]',
        "rule.category",
        'category = "lantern"',
        "must be one of autos, parts",
    ),
    "a repeated id of a rule": (
        'id = "lantern"\n',
        'id = "lent"\n',
        "rule.id",
        "",
        "is used twice",
    ),
    "an id that is not the file's name": (
        'id = "lanterns"',
        'id = "lamps"',
        "id",
        "lamps",
        "must be the file's name",
    ),
    "a title without English": (
        'en = "Sky lanterns", ja',
        "ja",
        "title",
        "title",
        "must be { en =",
    ),
    "an example without a result": (
        'duty = "100"\n',
        "",
        "example.duty",
        "[[example]]",
        "give one of duty, duty_range",
    ),
    "an example with a range of one amount": (
        'duty = "100"\n',
        'duty_range = ["100"]\n',
        "example.duty_range",
        "duty_range",
        "must be two amounts",
    ),
    "an example whose range is upside down": (
        'duty = "100"\n',
        'duty_range = ["100", "50"]\n',
        "example.duty_range",
        "duty_range",
        "50 is below 100",
    ),
    "an example whose amount is none": (
        'value = "1000"',
        'value = "a thousand"',
        "example.value",
        "a thousand",
        "is not an exact number",
    ),
    "an example without a day": (
        "entry_date = 2025-03-01\n",
        "",
        "example.entry_date",
        "[[example]]",
        "is missing",
    ),
    "an example with a key that is not known": (
        'duty = "100"\n',
        'duty = "100"\nduties = "1"\n',
        "example.duties",
        "duties",
        "not a field known here",
    ),
    "days of an example out of order": (
        'entry_date = 2025-03-01\nfacts = { museum_loan = "no" }\nduty = "100"\n',
        'days = [{ on = 2025-03-02, duty = "100" }, { on = 2025-03-01, duty = "100" }]\n',
        "example.days.on",
        "days = [",
        "does not come after",
    ),
    "a fact without a value": (
        'facts = { museum_loan = "yes" }',
        "facts = { museum_loan = [] }",
        "rule.when.facts.museum_loan",
        "museum_loan = []",
        "at least one value",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_an_error_names_file_line_and_field(tmp_path: Path, name: str) -> None:
    old, new, field, on_line, problem = WRONG[name]
    assert old in LANTERNS
    text = LANTERNS.replace(old, new, 1)
    error = measure_error(tmp_path, text)
    assert error.path.name == "lanterns.toml"
    assert error.field == field
    assert problem in error.problem
    if on_line:
        assert error.line == line_of(text, on_line)
    assert str(error) == f"lanterns.toml, line {error.line}, {field}: {error.problem}"


def test_a_repeated_id_is_told_where_it_is_repeated(tmp_path: Path) -> None:
    error = measure_error(tmp_path, LANTERNS.replace('id = "lantern"\n', 'id = "lent"\n'))
    second = [number for number, line in enumerate(LANTERNS.splitlines(), 1) if line == "[[rule]]"][1]
    assert error.line == second


def test_a_syntax_error_has_its_line(tmp_path: Path) -> None:
    error = measure_error(tmp_path, LANTERNS.replace('origin = ["JP"]', 'origin = ["JP"'))
    assert error.field == "syntax"
    assert error.line in (line_of(LANTERNS, "origin"), line_of(LANTERNS, "origin") + 1)


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    folder = write_schedule(tmp_path)
    path = folder / "measures" / "lanterns.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ScheduleError, match=r"lanterns\.toml, line 0, file: cannot be read"):
        read_measure(path)


def test_a_measure_without_rules_is_refused(tmp_path: Path) -> None:
    head = LANTERNS.split("[[rule]]", maxsplit=1)[0]
    assert measure_error(tmp_path, head).problem == "a measure needs at least one [[rule]]"
