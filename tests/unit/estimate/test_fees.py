"""Merchandise processing fee and harbor maintenance fee."""

from datetime import date
from pathlib import Path

import pytest

from duty_desktop.estimate.fees import read_fees
from duty_desktop.estimate.shipment import EntryKind, Shipment, Transport
from duty_desktop.tariff.schedule_error import ScheduleError
from duty_desktop.terms.resources import resource_folder

FEES = read_fees(resource_folder() / "schedule" / "fees.csv")


def mpf(value_cents: int, on: date, kind: EntryKind | None = None) -> int:
    return FEES.fees(value_cents, Shipment(on, entry_kind=kind)).mpf_cents


@pytest.mark.parametrize(
    ("on", "minimum", "maximum"),
    [
        (date(2025, 1, 1), 3271, 63462),
        (date(2025, 9, 30), 3271, 63462),
        (date(2025, 10, 1), 3358, 65150),
        (date(2026, 9, 30), 3358, 65150),
        (date(2026, 10, 1), 3458, 67086),
        (date(2026, 11, 23), 3458, 67086),
    ],
)
def test_processing_fee_stays_within_the_limits_of_its_fiscal_year(
    on: date, minimum: int, maximum: int
) -> None:
    assert mpf(2_500_01, on) == minimum
    assert mpf(100_000_00, on) == 346_40
    assert mpf(100_000_000_00, on) == maximum


def test_processing_fee_of_an_entry_up_to_2500_dollars_is_flat() -> None:
    assert mpf(2_500_00, date(2026, 11, 23)) == 277
    assert mpf(2_500_00, date(2025, 10, 1)) == 269
    assert mpf(2_500_00, date(2025, 9, 30)) == 262


def test_kind_of_entry_that_a_person_chose_wins() -> None:
    assert mpf(1_000_00, date(2026, 11, 23), EntryKind.FORMAL) == 3458
    assert mpf(9_000_00, date(2026, 11, 23), EntryKind.INFORMAL) == 277


def test_processing_fee_rounds_half_a_cent_up() -> None:
    assert mpf(12_501_44, date(2026, 11, 23)) == 43_30
    assert mpf(12_501_45, date(2026, 11, 23)) == 43_31


@pytest.mark.parametrize(
    ("transport", "due"),
    [(Transport.OCEAN, 125_00), (Transport.AIR, 0), (Transport.TRUCK, 0), (Transport.RAIL, 0), (None, None)],
)
def test_harbor_fee_is_due_on_ocean_cargo_alone(transport: Transport | None, due: int | None) -> None:
    fees = FEES.fees(100_000_00, Shipment(date(2026, 11, 23), transport))
    assert fees.hmf_cents == due
    assert fees.hmf_if_ocean_cents == 125_00


def test_rule_tells_calculation_limit_and_source() -> None:
    fees = FEES.fees(512_000_00, Shipment(date(2026, 11, 23), Transport.OCEAN))
    assert fees.mpf_rule.en == (
        "512,000.00 x 0.3464% = 1,773.57, limited to the maximum 670.86 "
        "(19 U.S.C. 58c(a)(9); 19 CFR 24.23; FR Doc. 2026-15530)"
    )
    assert fees.hmf_rule.en == "512,000.00 x 0.125% = 640.00 (26 U.S.C. 4461; 19 CFR 24.24)"


def test_no_fee_before_any_value_is_known() -> None:
    assert mpf(0, date(2026, 11, 23)) == 0


def test_wrong_fee_table_names_file_line_and_field(tmp_path: Path) -> None:
    (tmp_path / "fees.csv").write_text(
        "fee,from,to,entry,over_usd,rate_pct,minimum_usd,maximum_usd,flat_usd,transport,class,source\n"
        "MPF,2024-10-01,soon,formal,,,,,,,,\n",
        encoding="utf-8",
    )
    with pytest.raises(ScheduleError, match=r"fees\.csv, line 2, to"):
        read_fees(tmp_path / "fees.csv")


def test_day_without_a_row_is_an_error_not_a_zero(tmp_path: Path) -> None:
    with pytest.raises(ScheduleError, match="no row is in force on 2020-01-01"):
        FEES.fees(100_00, Shipment(date(2020, 1, 1)))
