"""Figures as paper and machines read them."""

from datetime import date

import pytest

from duty_desktop.report.figures import day, exact, line_numbers, money, money_range, percent, shown
from duty_desktop.report.table import Cell, Kind


@pytest.mark.parametrize(
    ("cents", "text"), [(0, "0.00"), (5, "0.05"), (123456789, "1,234,567.89"), (-115050, "-1,150.50")]
)
def test_money_has_thousands_and_two_decimals(cents: int, text: str) -> None:
    assert money(cents) == text


@pytest.mark.parametrize(
    ("ppm", "text"), [(150_000, "15%"), (25_000, "2.5%"), (500_004, "50%"), (0, "0%"), (311_095, "31.11%")]
)
def test_percent_has_at_most_two_decimals(ppm: int, text: str) -> None:
    assert percent(ppm) == text


def test_range_names_both_ends_or_that_there_is_no_upper_one() -> None:
    assert money_range(100, 100, "en") == "1.00"
    assert money_range(100, 250, "en") == "1.00 to 2.50"
    assert money_range(100, None, "en") == "1.00 or more"
    assert money_range(100, 250, "ja") == "1.00 ～ 2.50"


def test_day_is_unambiguous_in_both_languages() -> None:
    assert day(date(2026, 11, 3), "en") == "2026-11-03"
    assert day(date(2026, 11, 3), "ja") == "2026年11月3日"


def test_neighbouring_lines_are_joined_and_many_are_cut() -> None:
    assert line_numbers([0, 1, 2, 6]) == "1-3, 7"
    assert line_numbers(range(0, 40, 2)) == "1, 3, 5, 7, 9, 11, 13, 15 …"


@pytest.mark.parametrize(
    ("cell", "kind", "people", "machine"),
    [
        (123_456, Kind.MONEY, "1,234.56", "1234.56"),
        (9_840_0000, Kind.AMOUNT, "9,840", "9840"),
        (612_4000, Kind.AMOUNT, "612.40", "612.4"),
        (1_2345, Kind.AMOUNT, "1.2345", "1.2345"),
        (2_5000, Kind.QUANTITY, "2.5", "2.5"),
        (12_000, Kind.DOLLARS, "12,000", "12000"),
        (125_000, Kind.RATE, "12.5%", "12.5"),
        (date(2026, 1, 2), Kind.DATE, "2026-01-02", "2026-01-02"),
        ("00123", Kind.CODE, "00123", "00123"),
        (None, Kind.MONEY, "", ""),
    ],
)
def test_cell_for_people_and_for_machines(cell: Cell, kind: Kind, people: str, machine: str) -> None:
    assert shown(cell, kind, "en") == people
    assert exact(cell, kind) == machine


def test_nothing_known_is_open_not_nought() -> None:
    assert money_range(0, None, "en") == "open"
    assert money_range(0, None, "ja") == "未定"
