"""Imported exchange rates and the 5% rule."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from duty_desktop.estimate.currency import RateError
from duty_desktop.estimate.rate_table import RateTable, read_rate_table

HEAD = "currency,date,usd_per_unit,kind\n"


def table(tmp_path: Path, rows: str) -> RateTable:
    path = tmp_path / "rates.csv"
    path.write_text(HEAD + rows, encoding="utf-8")
    return read_rate_table(path)


def test_quarterly_rate_holds_for_its_quarter(tmp_path: Path) -> None:
    rates = table(tmp_path, "JPY,2026-10-01,0.006500,quarterly\n")
    found = rates.rate_on("JPY", date(2026, 12, 31))
    assert found is not None
    assert found.usd_per_unit == Decimal("0.006500")
    assert found.source == "quarterly rate, rates.csv"
    assert rates.rate_on("JPY", date(2027, 1, 1)) is None
    assert rates.rate_on("JPY", date(2025, 10, 1)) is None


@pytest.mark.parametrize(
    ("daily", "used"), [("0.006824", "0.006500"), ("0.006825", "0.006825"), ("0.0061", "0.0061")]
)
def test_daily_rate_replaces_the_quarterly_one_from_5_percent_on(
    tmp_path: Path, daily: str, used: str
) -> None:
    rates = table(tmp_path, f"JPY,2026-10-01,0.006500,quarterly\nJPY,2026-11-20,{daily},daily\n")
    found = rates.rate_on("JPY", date(2026, 11, 20))
    assert found is not None
    assert found.usd_per_unit == Decimal(used)


def test_daily_rate_serves_alone_when_no_quarterly_one_is_there(tmp_path: Path) -> None:
    found = table(tmp_path, "JPY,2026-11-20,0.0064,daily\n").rate_on("JPY", date(2026, 11, 20))
    assert found is not None
    assert found.on == date(2026, 11, 20)


@pytest.mark.parametrize(
    "row",
    [
        "JPY,2026-13-01,0.0065,daily",
        "JPY,2026-10-01,zero,daily",
        "JPY,2026-10-01,0,daily",
        "JPY,2026-10-01,1e-60,daily",
        "JPY,2026-10-01,1e60,daily",
        "JPY,2026-10-01,1,weekly",
    ],
)
def test_wrong_row_is_named(tmp_path: Path, row: str) -> None:
    with pytest.raises(RateError) as caught:
        table(tmp_path, row + "\n")
    assert caught.value.finding.place.row == 2


def test_table_without_its_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "rates.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(RateError):
        read_rate_table(path)
