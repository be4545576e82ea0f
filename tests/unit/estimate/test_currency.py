"""Exchange rates as people write them, and amounts in dollars."""

from datetime import date
from decimal import Decimal

import pytest

from duty_desktop.estimate.currency import (
    RateError,
    cents_of,
    doubt_about,
    parse_rate,
    rate_text,
    read_averages,
)
from duty_desktop.estimate.shipment import ExchangeRate
from duty_desktop.terms.resources import resource_folder

ENTRY = date(2026, 11, 23)
USUAL = read_averages(resource_folder() / "schedule" / "exchange_checks.csv")


@pytest.mark.parametrize(
    ("text", "currency", "dollars"),
    [
        ("JPY=0.006425", None, "0.006425"),
        ("jpy = 0.006425", None, "0.006425"),
        ("0.006425", "JPY", "0.006425"),
        ("0.006425 dollars per yen", None, "0.006425"),
        ("1 yen = $0.006425", None, "0.006425"),
        ("EUR=1.0834", None, "1.0834"),
        ("1.0834 USD/EUR", None, "1.0834"),
    ],
)
def test_dollars_for_one_unit_are_taken_as_written(text: str, currency: str | None, dollars: str) -> None:
    assert parse_rate(text, USUAL, currency).usd_per_unit == Decimal(dollars)


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("160 yen per dollar", None),
        ("160 JPY per USD", None),
        ("1 USD = 160 JPY", None),
        ("$1 = ¥160", None),
        ("1ドル=160円", None),
        ("１６０円/ドル", None),
        ("JPY=160 per dollar", None),
        ("¥160 per dollar", None),
        ("160 YEN PER DOLLAR", None),
        ("160 per dollar", "JPY"),
    ],
)
def test_units_for_one_dollar_are_inverted(text: str, currency: str | None) -> None:
    rate = parse_rate(text, USUAL, currency)
    assert (rate.currency, rate.usd_per_unit) == ("JPY", Decimal("0.00625"))


def test_number_alone_is_read_the_way_that_is_near_the_usual_rate() -> None:
    assert parse_rate("JPY=160", USUAL).usd_per_unit == Decimal("0.00625")
    assert parse_rate("160", USUAL, "JPY").usd_per_unit == Decimal("0.00625")


def test_number_that_no_unit_is_worth_in_dollars_means_units_for_a_dollar() -> None:
    assert parse_rate("KRW=1,492.5", USUAL).units_per_usd == Decimal("1492.5")
    assert parse_rate("EUR=1.08", USUAL).usd_per_unit == Decimal("1.08")


def test_inverse_keeps_twelve_digits() -> None:
    assert parse_rate("155.6 yen per dollar", USUAL).usd_per_unit == Decimal("0.00642673521851")


def test_day_of_the_rate_is_kept_with_what_was_typed() -> None:
    rate = parse_rate("JPY=0.006425@2026-11-20", USUAL)
    assert rate.on == date(2026, 11, 20)
    assert rate.source == "typed: JPY=0.006425@2026-11-20"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "JPY",
        "abc",
        "JPY=",
        "JPY=0",
        "JPY=-1",
        "USD=1",
        "JPY=1e5",
        "160",
        "JPY=160=3",
        "JPY=0.006@soon",
        "JPY=0,006425",
        "JPY=155,6",
        f"JPY={'9' * 60}",
        f"JPY=0.{'0' * 60}1",
        f"1 USD = {'9' * 60} JPY",
        "JPY=0.0" + "0123456789" * 5,
    ],
)
def test_what_is_no_rate_is_refused_with_the_way_to_write_one(text: str) -> None:
    with pytest.raises(RateError) as caught:
        parse_rate(text, USUAL)
    assert caught.value.finding.code == "exchange-rate-not-understood"
    assert "JPY=0.006425" in caught.value.finding.remedy


def test_rate_of_another_currency_than_asked_is_refused() -> None:
    with pytest.raises(RateError):
        parse_rate("EUR=1.08", USUAL, "JPY")


@pytest.mark.parametrize(("dollars", "doubted"), [("0.0074", False), ("0.0077", True), ("0.0049", True)])
def test_rate_over_20_percent_off_the_monthly_average_is_questioned(dollars: str, doubted: bool) -> None:
    finding = doubt_about(ExchangeRate("JPY", Decimal(dollars)), ENTRY, USUAL)
    assert (finding is not None) == doubted


def test_rate_is_compared_with_the_month_nearest_to_its_own_day() -> None:
    rate = ExchangeRate("JPY", Decimal("0.00831"), on=date(2025, 4, 10))
    assert doubt_about(rate, ENTRY, USUAL) is None


def test_currency_without_averages_is_not_questioned() -> None:
    assert doubt_about(ExchangeRate("EUR", Decimal(7)), ENTRY, USUAL) is None


@pytest.mark.parametrize(
    ("amount_e4", "rate", "cents"),
    [
        (1_000_000_0000, "0.006425", 642_500),
        (1_0000, "0.006425", 1),
        (7_0000, "0.005", 4),
        (5_0000, "0.005", 3),
        (12_3450, "1", 1_235),
        (12_3449, "1", 1_234),
    ],
)
def test_amounts_become_cents_half_a_cent_up(amount_e4: int, rate: str, cents: int) -> None:
    assert cents_of([amount_e4], ExchangeRate("JPY", Decimal(rate))) == [cents]


def test_amounts_of_nothing_have_no_value() -> None:
    assert cents_of([None, 0, -5_0000, 1], ExchangeRate("JPY", Decimal("0.0001"))) == [None] * 4


def test_amounts_larger_than_64_bits_stay_exact() -> None:
    amount = 10**20 + 1
    assert cents_of([amount * 10_000], ExchangeRate("JPY", Decimal("0.0064250001"))) == [
        amount * 64250001 // 100_000_000 + 1
    ]


@pytest.mark.parametrize(
    ("text", "units"), [("JPY=0.006425", "155.642"), ("JPY=155.6", "155.6"), ("JPY=0.01", "100")]
)
def test_rate_is_told_in_units_for_a_dollar_too(text: str, units: str) -> None:
    assert f"{parse_rate(text, USUAL).units_per_usd:f}" == units


@pytest.mark.parametrize("typed", ["155.6", "0.0064", "0.00642673521", "151"])
def test_a_rate_is_shown_as_it_was_typed_and_reads_the_same(typed: str) -> None:
    rate = parse_rate(typed, USUAL, "JPY")
    assert rate_text(rate, USUAL) == typed
    assert parse_rate(rate_text(rate, USUAL), USUAL, "JPY").usd_per_unit == rate.usd_per_unit


def test_a_rate_whose_inverse_would_read_otherwise_is_shown_in_dollars() -> None:
    rate = parse_rate("1.10123456789", USUAL, "EUR")
    assert rate_text(rate, USUAL) == "1.10123456789"
