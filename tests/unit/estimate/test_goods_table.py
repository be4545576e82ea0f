"""The batch table of `rate`."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from duty_desktop.estimate.goods_table import GoodsTableError, rate_goods_table, read_goods_table
from duty_desktop.tariff.law import Law

Rate = Callable[[str], pd.DataFrame]
GOOD = "2026-08-03,8708.30.5090,10000,JP"


@pytest.fixture
def rate(law: Law, tmp_path: Path) -> Rate:
    def rated(text: str) -> pd.DataFrame:
        path = tmp_path / "goods.csv"
        path.write_text(text, encoding="utf-8")
        return rate_goods_table(law, read_goods_table(path, law))

    return rated


def one(frame: pd.DataFrame, place: int = 0) -> dict[str, str]:
    return {str(name): str(value) for name, value in frame.iloc[place].items()}


def test_row_has_the_columns_of_the_contract(rate: Rate) -> None:
    frame = rate(f"id,entry_date,hts,value_usd,origin,passenger_vehicle_part\nA,{GOOD},yes\n")
    assert list(frame.columns) == [
        "id", "status", "category", "duty_usd", "duty_min_usd", "duty_max_usd", "total_rate_pct",
        "headings", "needs", "reasons", "schedule_as_of",
    ]  # fmt: skip
    assert one(frame) == {
        "id": "A",
        "status": "rated",
        "category": "parts",
        "duty_usd": "1500.00",
        "duty_min_usd": "1500.00",
        "duty_max_usd": "1500.00",
        "total_rate_pct": "15",
        "headings": "9903.05.90;9903.74.11;9903.94.43",
        "needs": "",
        "reasons": "",
        "schedule_as_of": "2026-10-09",
    }


def test_rate_of_a_small_row_is_the_percentage_of_the_law(rate: Rate) -> None:
    row = one(rate("id,entry_date,hts,value_usd,origin\nA,2026-11-23,7318152065,1.01,JP\n"))
    assert (row["duty_usd"], row["total_rate_pct"]) == ("0.51", "50")


def test_review_row_has_a_range_and_names_the_facts_that_settle_it(rate: Rate) -> None:
    row = one(rate(f"id,entry_date,hts,value_usd,origin\nA,{GOOD}\n"))
    assert (row["status"], row["duty_usd"], row["total_rate_pct"]) == ("review", "", "")
    assert (row["duty_min_usd"], row["duty_max_usd"]) == ("1250.00", "2750.00")
    assert row["needs"] == "passenger_vehicle_part;mhdv_part"


def test_columns_come_in_any_order_and_with_a_byte_order_mark(law: Law, tmp_path: Path) -> None:
    path = tmp_path / "goods.csv"
    path.write_text(
        "Passenger_Vehicle_Part,origin, value_usd ,HTS,entry_date,id\nyes,JP,10000,8708305090,2026-08-03,A\n",
        encoding="utf-8-sig",
    )
    assert one(rate_goods_table(law, read_goods_table(path, law)))["duty_usd"] == "1500.00"


def test_equal_rows_keep_their_own_ids_and_their_order(rate: Rate) -> None:
    rows = "\n".join(f"{name},{GOOD},{'yes' if name != 'c' else 'no'}" for name in "dabcad")
    frame = rate(f"id,entry_date,hts,value_usd,origin,passenger_vehicle_part\n{rows}\n")
    assert frame["id"].tolist() == list("dabcad")
    assert frame["status"].tolist() == ["rated"] * 3 + ["review"] + ["rated"] * 2


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ("2026-02-30,8708.30.5090,10000,JP,yes", "“2026-02-30” is not an entry date"),
        (",8708.30.5090,10000,JP,yes", "The entry date is missing"),
        ("2026-08-03,8708.30.5090,-1,JP,yes", "The value “-1” must be zero or more"),
        ("2026-08-03,8708.30.5090,ten,JP,yes", "“ten” is not a value in dollars"),
        ("2026-08-03,8708.30.5090,,JP,yes", "No value"),
        ("2026-08-03,8708.30.5090,0,JP,yes", "No value"),
        ('2026-08-03,8708.30.5090,"10.000,00",JP,yes', "“10.000,00” is not a value in dollars"),
        ("03/04/2026,8708.30.5090,10000,JP,yes", "“03/04/2026” is not an entry date"),
        ("2026-08-03,8708.30.5090,NaN,JP,yes", "“NaN” is not a value in dollars"),
        ("2026-08-03,8708.30.5090,10000,Atlantis,yes", "“Atlantis” does not fit the field origin"),
        ("2026-08-03,8708.30.5090,10000,,yes", "Country of origin not declared"),
        ("2026-08-03,8708.30.5090,10000,JP,perhaps", "“perhaps” is not an answer"),
        ("2026-08-03,87083,10000,JP,yes", "“87083” does not fit the field hts"),
        ("2026-08-03,,10000,JP,yes", "No HTS number"),
        ("2024-12-31,8708.30.5090,10000,JP,yes", "begins on 2025-01-01"),
        ("2026-08-03,8708.30.5090,10000,JP,yes,9,9", "more cells than the heading"),
    ],
)
def test_bad_row_is_review_with_its_reason_and_the_others_are_rated(
    rate: Rate, cells: str, reason: str
) -> None:
    frame = rate(f"id,entry_date,hts,value_usd,origin,passenger_vehicle_part\nbad,{cells}\ngood,{GOOD},yes\n")
    bad, good = one(frame), one(frame, 1)
    assert bad["status"] == "review"
    assert bad["duty_usd"] == ""
    assert reason in bad["reasons"]
    assert good["duty_usd"] == "1500.00"


def test_missing_value_is_named_among_the_needs(rate: Rate) -> None:
    row = one(rate("id,entry_date,hts,value_usd,origin\nA,2026-08-03,6912003900,,JP\n"))
    assert row["needs"] == "value_usd"
    assert row["duty_max_usd"] == ""


def test_short_row_is_filled_with_blanks(rate: Rate) -> None:
    assert one(rate("id,entry_date,hts,value_usd,origin,quantity\nA,2026-08-03,6912003900,100,JP\n"))[
        "status"
    ] == ("rated")


def test_blank_lines_are_left_out_and_an_empty_table_stays_empty(rate: Rate) -> None:
    assert len(rate("id,entry_date,hts,value_usd,origin\n\n,,,,\n")) == 0


def test_rows_without_id_are_numbered(rate: Rate) -> None:
    frame = rate(
        "entry_date,hts,value_usd,origin\n2026-08-03,6912003900,100,JP\n2026-08-03,6912003900,100,JP\n"
    )
    assert frame["id"].tolist() == ["1", "2"]


def test_quantity_and_unit_settle_a_specific_rate(rate: Rate) -> None:
    head = "id,entry_date,hts,value_usd,origin,quantity,unit\n"
    frame = rate(f"{head}A,2026-08-03,0402911000,1000,JP,500,kg\nB,2026-08-03,0402911000,1000,JP,,\n")
    assert frame["status"].tolist() == ["rated", "review"]


def test_unknown_columns_are_named_and_left_out(law: Law, tmp_path: Path) -> None:
    path = tmp_path / "goods.csv"
    path.write_text("id,hts,colour\nA,6912003900,red\n", encoding="utf-8")
    assert read_goods_table(path, law).unknown == ("colour",)


@pytest.mark.parametrize(
    "content",
    [b"", b"id,value_usd\nA,1\n", b"hts,hts\n1,2\n", "hts,値\n".encode("cp932"), b'hts\n"' + b"x" * 200_000],
)
def test_table_that_cannot_be_used_is_refused_with_a_remedy(law: Law, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "goods.csv"
    path.write_bytes(content)
    with pytest.raises(GoodsTableError) as caught:
        read_goods_table(path, law)
    assert caught.value.finding.remedy


def test_missing_table_is_refused(law: Law, tmp_path: Path) -> None:
    with pytest.raises(GoodsTableError):
        read_goods_table(tmp_path / "nothing.csv", law)


def test_default_day_and_origin_serve_blank_cells_alone(law: Law, tmp_path: Path) -> None:
    path = tmp_path / "goods.csv"
    path.write_text(
        "id,entry_date,hts,value_usd,origin\nA,,6912003900,100,\nB,soon,6912003900,100,Atlantis\n",
        encoding="utf-8",
    )
    frame = rate_goods_table(law, read_goods_table(path, law), date(2026, 8, 3), "JP")
    assert frame["status"].tolist() == ["rated", "review"]
