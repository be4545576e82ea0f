"""What changed between two days: rules, lists, and numbers that another measure names."""

from datetime import date
from pathlib import Path

from duty_desktop.tariff.nomenclature import Nomenclature
from duty_desktop.tariff.schedule import Schedule
from duty_desktop.tariff.schedule_reading import read_schedule
from duty_desktop.tariff.schedule_report.appearances import appearances
from duty_desktop.tariff.schedule_report.as_text import appearances_as_text, changes_as_text
from duty_desktop.tariff.schedule_report.changes import changes, next_days
from duty_desktop.tariff.schedule_report.in_force import in_force
from duty_desktop.terms.resources import resource_folder
from tests.unit.tariff.schedule_files import LANTERNS, LANTERNS_LIST, write_schedule

RAISED = LANTERNS.replace('id = "lantern"\n', 'id = "lantern"\nto = 2025-05-31\n').replace(
    "[[example]]",
    """\
[[rule]]
id = "lantern-25"
heading = "9999.12.01"
from = 2025-06-01
when = { scope = "lanterns" }
duty = { kind = "added", rate = "25%" }
says = { en = "A lantern: 25%.", ja = "天灯：25％。" }
source = ["notice-3"]

[[example]]""",
)
GROWN = LANTERNS_LIST.replace("9505.90,,2025-02-01,,", "9505.90,,2025-02-01,2025-05-31,") + (
    "9505.10,,2025-06-01,,annex 3\n"
)


def schedule(folder: Path) -> Schedule:
    files = {"measures/lanterns.toml": RAISED, "scopes/lanterns.csv": GROWN}
    return read_schedule(write_schedule(folder, files))


def tariff() -> Nomenclature:
    return Nomenclature(resource_folder() / "hts")


def test_only_measures_with_a_rule_of_the_day_are_in_force(tmp_path: Path) -> None:
    law = schedule(tmp_path)
    assert in_force(law, date(2025, 1, 31)) == ()
    (one,) = in_force(law, date(2025, 6, 1))
    assert [rule.id for rule in one.rules] == ["lent", "lantern-25"]


def test_rules_that_begin_and_end_between_two_days_are_told(tmp_path: Path) -> None:
    found = changes(schedule(tmp_path), tariff(), date(2025, 5, 31), date(2025, 6, 1))
    assert [rule.id for rule in found.starting] == ["lantern-25"]
    assert [rule.id for rule in found.ending] == ["lantern"]


def test_numbers_that_a_list_gains_and_loses_are_told(tmp_path: Path) -> None:
    found = changes(schedule(tmp_path), tariff(), date(2025, 5, 31), date(2025, 6, 1))
    (change,) = found.lists
    assert (change.list, change.part) == ("lanterns", "")
    assert (change.added, change.removed) == (("950510",), ("950590",))


def test_numbers_that_another_measure_names_are_told_with_ten_digits(tmp_path: Path) -> None:
    found = changes(schedule(tmp_path), tariff(), date(2025, 5, 31), date(2025, 6, 1))
    moves = {(move.before, move.after): move.numbers for move in found.moves}
    gained = moves[(), ("lanterns",)]
    lost = moves[("lanterns",), ()]
    assert {number[:6] for number in gained} == {"950510"}
    assert {number[:6] for number in lost} == {"950590"}
    assert all(len(number) == 10 for number in (*gained, *lost))
    assert not any(number.startswith("95059040") for number in lost)  # its own row goes on


def test_notices_that_begin_are_told() -> None:
    law = read_schedule(resource_folder() / "schedule")
    found = changes(law, tariff(), date(2027, 2, 8), date(2027, 2, 9))
    assert [notice.code for notice in found.notices] == ["unmanned-aircraft-components-2027"]
    assert any("Annex III of Proclamation 11055" in line for line in changes_as_text(found))


def test_nothing_changes_within_a_regime(tmp_path: Path) -> None:
    found = changes(schedule(tmp_path), tariff(), date(2025, 6, 1), date(2026, 10, 9))
    assert (found.starting, found.ending, found.lists, found.moves) == ((), (), (), ())


def test_the_next_days_of_change_come_in_order(tmp_path: Path) -> None:
    law = schedule(tmp_path)
    assert next_days(law, date(2025, 1, 1)) == (date(2025, 2, 1), date(2025, 6, 1))
    assert next_days(law, date(2025, 6, 1)) == ()


def test_changes_in_words_count_and_list(tmp_path: Path) -> None:
    found = changes(schedule(tmp_path), tariff(), date(2025, 5, 31), date(2025, 6, 1))
    text = "\n".join(changes_as_text(found))
    assert "Rules that begin: 1\n  lanterns: 9999.12.01  +25%  A lantern: 25%." in text
    assert "lanterns: 1 added, 1 removed\n    + 9505.10\n    - 9505.90" in text
    assert "no list > lanterns:" in text


def test_a_number_appears_in_every_row_that_covers_it_and_those_below_it(tmp_path: Path) -> None:
    law = schedule(tmp_path)
    found = appearances(law, "95059040")
    assert [(one.row.number, one.below) for one in found] == [("950590", False), ("95059040", False)]
    above = appearances(law, "9505")
    assert {(one.row.number, one.below) for one in above} == {
        ("950510", True),
        ("950590", True),
        ("95059040", True),
    }
    assert [rule.id for rule in found[0].rules] == ["lent", "lantern"]  # rules of the row's own days


def test_a_number_of_no_list_is_told_so(tmp_path: Path) -> None:
    law = schedule(tmp_path)
    (line,) = appearances_as_text("8708305090", appearances(law, "8708305090"))
    assert line.startswith("8708.30.5090 stands in no list")
