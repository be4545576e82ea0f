"""Scope lists: prefixes, exclusions and days; the longest prefix of a part decides."""

from datetime import date
from pathlib import Path

import pytest

from duty_desktop.tariff.schedule_error import ScheduleError
from duty_desktop.tariff.scopes import Scopes, members, read_scopes
from tests.unit.tariff.schedule_files import line_of

HEAD = "number,part,from,to,where\n"
DAY = date(2026, 3, 1)


def scopes(folder: Path, rows: str, name: str = "lanterns") -> Scopes:
    (folder / f"{name}.csv").write_text(HEAD + rows, encoding="utf-8")
    return read_scopes(folder)


def listed(found: Scopes, number: str, on: date = DAY) -> frozenset[str]:
    return members(found.rows_for(number), on)


@pytest.mark.parametrize("prefix", ["95", "9505", "9505.90", "9505.90.40", "9505.90.4000"])
def test_a_prefix_covers_every_longer_number(tmp_path: Path, prefix: str) -> None:
    found = scopes(tmp_path, f"{prefix},,,,note\n")
    assert listed(found, "9505904000") == {"lanterns"}
    assert listed(found, "9605904000") == frozenset()


def test_a_longer_prefix_does_not_cover_a_shorter_number(tmp_path: Path) -> None:
    found = scopes(tmp_path, "9505.90.4010,,,,note\n")
    assert listed(found, "95059040") == frozenset()
    assert [row.number for row in found.rows_below("95059040")] == ["9505904010"]


def test_both_days_of_a_row_are_inside(tmp_path: Path) -> None:
    found = scopes(tmp_path, "9505.90,,2026-02-01,2026-03-01,note\n")
    inside = {day: bool(listed(found, "9505904000", day)) for day in map(date.fromisoformat, DAYS)}
    assert list(inside.values()) == [False, True, True, False]


DAYS = ("2026-01-31", "2026-02-01", "2026-03-01", "2026-03-02")


def test_parts_are_named_beside_their_list(tmp_path: Path) -> None:
    found = scopes(tmp_path, "9505.90,paper,,,note\n9505.90.40,wire,,,note\n")
    assert listed(found, "9505904000") == {"lanterns", "lanterns/paper", "lanterns/wire"}
    known = [found.known(name) for name in ("lanterns", "lanterns/wire", "lanterns/silk", "lamps")]
    assert known == [True, True, False, False]


def test_a_longer_exclusion_takes_numbers_out_of_its_own_part_only(tmp_path: Path) -> None:
    found = scopes(tmp_path, "9505.90,paper,,,note\n-9505.90.4010,paper,,,note\n9505.90,wire,,,note\n")
    assert listed(found, "9505904010") == {"lanterns", "lanterns/wire"}
    assert listed(found, "9505904020") == {"lanterns", "lanterns/paper", "lanterns/wire"}


def test_an_exclusion_counts_on_its_days_only(tmp_path: Path) -> None:
    found = scopes(tmp_path, "9505.90,,,,note\n-9505.90.4010,,2026-02-01,2026-03-01,note\n")
    assert [bool(listed(found, "9505904010", date.fromisoformat(day))) for day in DAYS] == [
        True,
        False,
        False,
        True,
    ]


def test_an_inclusion_inside_an_exclusion_counts_again(tmp_path: Path) -> None:
    rows = "9505,,,,note\n-9505.90,,,,note\n9505.90.4010,,,,note\n"
    found = scopes(tmp_path, rows)
    assert listed(found, "9505904010") == {"lanterns"}
    assert listed(found, "9505904020") == frozenset()


def test_a_number_may_come_back_on_later_days_in_any_order_of_rows(tmp_path: Path) -> None:
    found = scopes(tmp_path, "9505.90,,2026-03-02,,b\n9505.90,,2025-01-01,2026-01-31,a\n")
    assert [bool(listed(found, "9505904000", date.fromisoformat(day))) for day in DAYS] == [
        True,
        False,
        False,
        True,
    ]


WRONG = {
    "too few digits": ("950,,,,note\n", "number", "950", "is not 2, 4, 6, 8 or 10 digits"),
    "too many digits": ("9505.90.40101,,,,n\n", "number", "40101", "is not 2, 4, 6, 8 or 10 digits"),
    "a letter O for a zero": ("9505.9O,,,,note\n", "number", "9505.9O", "is not 2, 4, 6, 8 or 10 digits"),
    "full-width digits": ("９５０５,,,,note\n", "number", "９５０５", "is not 2, 4, 6, 8 or 10 digits"),
    "a blank in it": ("9505 90,,,,note\n", "number", "9505 90", "is not 2, 4, 6, 8 or 10 digits"),
    "a bad day": ("9505,,2026-02-30,,note\n", "from", "9505", "is not a day like"),
    "an American day": ("9505,,,02/01/2026,note\n", "to", "9505", "is not a day like"),
    "an end before the beginning": (
        "9505,,2026-02-02,2026-02-01,note\n",
        "to",
        "9505",
        "2026-02-01 is before 2026-02-02",
    ),
    "a cell too few": ("9505,,,note\n", "row", "9505", "has 4 cells, needs 5"),
    "an overlap of days": (
        "9505,,2026-01-01,2026-02-01,a\n9506,,,,b\n9505,,2026-02-01,,c\n",
        "number",
        "c",
        "stands on line 2 too",
    ),
    "an overlap whose later row stands first": (
        "9505,,2026-02-01,,c\n9505,,2026-01-01,2026-02-01,a\n",
        "number",
        "a",
        "stands on line 2 too",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_an_error_names_file_line_and_column(tmp_path: Path, name: str) -> None:
    rows, column, on_line, problem = WRONG[name]
    with pytest.raises(ScheduleError) as raised:
        scopes(tmp_path, rows)
    error = raised.value
    assert (error.path.name, error.field) == ("lanterns.csv", column)
    assert problem in error.problem
    wanted = [line for line in rows.splitlines() if on_line in line][-1]
    assert error.line == line_of(HEAD + rows, wanted)


def test_a_list_with_other_columns_is_refused(tmp_path: Path) -> None:
    (tmp_path / "lanterns.csv").write_text("hts,kind\n9505,include\n", encoding="utf-8")
    with pytest.raises(ScheduleError, match=r"lanterns\.csv, line 1, columns: must be number,part,from"):
        read_scopes(tmp_path)
