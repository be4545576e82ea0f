"""The order of decision, on a small schedule of invented law: rules in turn, portions, what is taken."""

from datetime import date
from pathlib import Path

import pytest

from duty_desktop.estimate.rating import Goods, Rater
from duty_desktop.estimate.result import RatedLine
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.schedule_edition import ScheduleEdition
from duty_desktop.terms.resources import resource_folder
from tests.unit.tariff.schedule_files import write_schedule

LANTERN = "9505904000"
DAY = date(2025, 6, 1)

HEAD = """\
id = "{id}"
title = {{ en = "{id}", ja = "{id}" }}
authority = "section-232"
origin = ["JP"]
from = 2025-02-01

"""


def measure(name: str, *rules: str) -> dict[str, str]:
    """A measure file of some rules, each the text after its [[rule]] and id."""
    text = HEAD.format(id=name)
    for place, rule in enumerate(rules):
        text += f'[[rule]]\nid = "rule-{place}"\n{rule}\nsource = ["notice-3"]\n\n'
    return {f"measures/{name}.toml": text}


def rated(
    folder: Path, files: dict[str, str], facts: dict[str, str] | None = None, column_1: str = "6%"
) -> RatedLine:
    """A lantern of 1,000 dollars under the measures of `files` alone."""
    write_schedule(folder, files)
    if "measures/lanterns.toml" not in files:
        (folder / "measures" / "lanterns.toml").unlink()
    law = Law(ScheduleEdition(folder, resource_folder() / "hts"))
    goods = Goods([LANTERN], [100_000], ["JP"], [None], [""], [facts or {}])
    return Rater(law, {LANTERN: column_1}).rate(goods, DAY).line(0)


TEN = 'heading = "9999.12.01"\nduty = { kind = "added", rate = "10%" }'
TWENTY = 'heading = "9999.12.02"\nduty = { kind = "added", rate = "20%" }'
PAPER = 'heading = "9999.12.03"\nduty = { kind = "added", rate = "50%", on = "content:paper" }'
REST = 'heading = "9999.13.01"\nduty = { kind = "total", rate = "15%" }'
LISTED = 'when = { scope = "lanterns" }\n'


def test_the_first_rule_that_holds_decides(tmp_path: Path) -> None:
    line = rated(tmp_path, measure("lanterns", LISTED + TEN, LISTED + TWENTY))
    assert (line.duty_cents, line.headings) == (16_000, ("99991201",))


def test_a_rule_that_does_not_hold_leaves_the_next_one_to_decide(tmp_path: Path) -> None:
    files = measure("lanterns", 'when = { not_scope = ["lanterns"] }\n' + TEN, LISTED + TWENTY)
    assert rated(tmp_path, files).duty_cents == 26_000


def test_a_rule_of_another_day_is_not_looked_at(tmp_path: Path) -> None:
    files = measure("lanterns", f"to = 2025-05-31\n{TEN}", f"from = 2025-06-01\n{TWENTY}")
    assert rated(tmp_path, files).duty_cents == 26_000


def test_measures_add_up_unless_one_takes_the_goods(tmp_path: Path) -> None:
    both = {**measure("aa", TEN), **measure("bb", TWENTY)}
    assert rated(tmp_path / "both", both).duty_cents == 36_000
    taken = 'heading = "9999.12.09"\nwhen = { covered_by = ["bb"] }'
    line = rated(tmp_path / "taken", {**measure("aa", taken, TEN), **measure("bb", TWENTY)})
    assert (line.duty_cents, line.headings) == (26_000, ("99991202", "99991209"))


def test_a_rule_without_duty_takes_nothing_unless_it_says_so(tmp_path: Path) -> None:
    taken = 'when = { covered_by = ["aa"] }'
    free = 'heading = "9999.12.05"'
    line = rated(tmp_path / "free", {**measure("aa", free), **measure("bb", taken, TEN)})
    assert line.duty_cents == 16_000
    line = rated(
        tmp_path / "covers", {**measure("aa", f"{free}\ncovers = true"), **measure("bb", taken, TEN)}
    )
    assert line.duty_cents == 6_000


def test_where_the_decision_ends_no_later_measure_is_asked(tmp_path: Path) -> None:
    post = 'heading = "9999.12.06"\nduty = { kind = "instead", rate = "15%" }'
    line = rated(tmp_path, {**measure("aa", post), **measure("bb", TEN)})
    assert (line.duty_cents, line.headings) == (15_000, ("99991206",))


def test_metal_content_divides_the_value_and_the_rest_goes_on(tmp_path: Path) -> None:
    taken = 'when = { covered_by = ["aa"] }'
    files = {**measure("aa", LISTED + PAPER), **measure("bb", taken, REST)}
    line = rated(tmp_path, files, {"paper_value_usd": "400"})
    # 400 x (6% + 50%) and 600 x 15%
    assert (line.duty_cents, line.headings) == (22_400 + 9_000, ("99991203", "99991301"))


def test_a_content_of_nothing_is_not_under_the_measure(tmp_path: Path) -> None:
    files = {**measure("aa", LISTED + PAPER), **measure("bb", 'when = { covered_by = ["aa"] }', REST)}
    line = rated(tmp_path, files, {"paper_value_usd": "0"})
    assert (line.duty_cents, line.headings) == (15_000, ("99991301",))


@pytest.mark.parametrize("facts", [{}, {"paper_value_usd": "1000"}])
def test_an_undeclared_content_of_one_list_is_the_whole_value(tmp_path: Path, facts: dict[str, str]) -> None:
    files = {**measure("aa", LISTED + PAPER), **measure("bb", 'when = { covered_by = ["aa"] }', REST)}
    line = rated(tmp_path, files, facts)
    assert (line.duty_cents, line.headings) == (56_000, ("99991203",))
    assert [one.fact for one in line.assumptions] == ([] if facts else ["paper_value_usd"])


def test_more_content_than_value_is_review_not_a_figure(tmp_path: Path) -> None:
    line = rated(tmp_path, measure("aa", LISTED + PAPER), {"paper_value_usd": "1000.01"})
    assert line.duty_cents is None
    assert line.reasons[0].code == "content-over-value"


def test_a_split_rule_lets_the_declared_part_end_and_the_rest_go_on(tmp_path: Path) -> None:
    split = (
        'when = { given = ["paper_value_usd"] }\nsplit = { fact = "paper_value_usd", declared_part = "%s" }'
    )
    ends = rated(tmp_path / "ends", measure("aa", split % "ends", TEN), {"paper_value_usd": "300"})
    assert ends.duty_cents == 6_000 + 7_000
    goes_on = rated(tmp_path / "on", measure("aa", split % "goes-on", TEN), {"paper_value_usd": "300"})
    assert goes_on.duty_cents == 6_000 + 3_000


def test_a_fact_that_decides_is_asked_and_bounds_the_duty(tmp_path: Path) -> None:
    lent = 'when = { facts = { museum_loan = "yes" } }\nheading = "9999.12.02"'
    line = rated(tmp_path, measure("aa", lent, TEN))
    assert (line.duty_cents, line.duty_min_cents, line.duty_max_cents) == (None, 6_000, 16_000)
    assert line.needs == ("museum_loan",)
    assert line.headings == ()


def test_a_fact_that_decides_nothing_is_not_asked(tmp_path: Path) -> None:
    lent = 'when = { facts = { museum_loan = "yes" } }\n' + TEN
    assert rated(tmp_path, measure("aa", lent, TEN)).duty_cents == 16_000


def test_goods_of_no_list_pay_column_1_alone(tmp_path: Path) -> None:
    line = rated(tmp_path, measure("aa", 'when = { not_scope = ["lanterns"] }\n' + TEN))
    assert (line.duty_cents, line.headings, line.category) == (6_000, (), "general")


def test_the_class_is_that_of_the_measure_that_takes_the_goods(tmp_path: Path) -> None:
    category = '[[category]]\nscope = "lanterns"\nis = "parts"\n'
    name = "measures/aa.toml"
    files = {name: measure("aa", LISTED + TEN)[name] + category}
    assert rated(tmp_path / "taken", files).category == "parts"
    free = {name: measure("aa", LISTED + 'heading = "9999.12.05"')[name] + category}
    assert rated(tmp_path / "free", free).category == "general"
