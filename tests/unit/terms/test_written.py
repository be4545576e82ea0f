"""Numbers and days as people write them; what could be read in two ways is refused."""

from datetime import date
from decimal import Decimal

import pytest

from duty_desktop.terms.written import day_of, decimal_of

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10000", "10000"),
        ("10,000.00", "10000"),
        ("1,234,567.8", "1234567.8"),
        ("$10,000", "10000"),
        ("US$ 12.50", "12.5"),
        ("14.9%", "14.9"),
        (" 15 ％ ", "15"),
        ("１２３．５", "123.5"),
        ("1E+04", "10000"),
        (".5", "0.5"),
        ("-3", "-3"),
        ("−3", "-3"),
    ],
)
def test_numbers_are_read_with_points_commas_and_signs(text: str, value: str) -> None:
    assert decimal_of(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["10.000,00", "1,23", "1,2345", "12,34,567", "", "ten", "1 000", "nan", "inf", "1.2.3", "10,00.5"]
)
def test_what_is_no_number_here_or_another_one_elsewhere_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a number"):
        decimal_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-23",
        "2026/11/23",
        "2026.11.23",
        "20261123",
        "2026年11月23日",
        "２０２６年１１月２３日",
        "2026-11-23 00:00:00",
        "2026-11-23T00:00:00",
        "23-Nov-2026",
        "23 November 2026",
        "Nov 23, 2026",
        "11/23/2026",
    ],
)
def test_days_are_read_in_the_forms_that_have_one_meaning(text: str) -> None:
    assert day_of(text) == DAY


def test_a_day_that_is_the_same_either_way_round_is_read() -> None:
    assert day_of("04/04/2026") == date(2026, 4, 4)


@pytest.mark.parametrize(
    "text", ["03/04/2026", "23/11/2026", "2026-13-01", "2026-02-30", "46349", "", "soon", "23-Xyz-2026"]
)
def test_what_is_no_day_or_two_days_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        day_of(text)
