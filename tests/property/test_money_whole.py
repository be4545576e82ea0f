"""Money seen whole: however a shipment is cut, joined, scaled or dated, the law takes the same from it.

The named roundings (terms/money.py): an entered value and a duty are each rounded to the cent, half up, once
a line. So cutting a line into n moves a sum by at most half a cent for each of the n + 1 roundings.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from duty_desktop.cli.estimate_json import estimate_as_json
from duty_desktop.cli.totals_table import totals_table
from duty_desktop.document.lines_form import packed, results_as_data
from duty_desktop.estimate.edits import ShipmentEdit
from duty_desktop.estimate.result import Amounts, Status
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.report.content import report_content
from duty_desktop.report.entry_csv_json import write_entry_csv, write_entry_json
from duty_desktop.report.settings import ReportSettings
from tests.property.test_money import FACTS, NUMBERS, Good, days, goods, rates, shown, worksheet

unhurried = settings(deadline=None, max_examples=40)
briefly = settings(deadline=None, max_examples=12)  # with a report for each example
AD_VALOREM = NUMBERS[:7]
VALUED = [facts for facts in FACTS if "steel_content_value_usd" not in facts]
valued = st.lists(
    st.tuples(
        st.sampled_from(AD_VALOREM), st.integers(min_value=1, max_value=10**12), st.sampled_from(VALUED)
    ),
    min_size=1,
    max_size=5,
)
Valued = list[tuple[str, int, dict[str, str]]]


def half_cents(roundings: int) -> Fraction:
    """The most that so many roundings to the cent move a sum, in cents."""
    return Fraction(roundings, 2)


def cut(amount: int, shares: Sequence[int]) -> list[int]:
    """A whole amount in parts that add up to it."""
    parts = [amount * share // sum(shares) for share in shares[:-1]]
    return [*parts, amount - sum(parts)]


@unhurried
@given(valued, days, rates, st.lists(st.integers(1, 99), min_size=1, max_size=6))
def test_cutting_lines_into_parts_moves_a_sum_by_the_named_rounding_alone(
    parts: Valued, day: date, rate: Decimal, shares: list[int]
) -> None:
    pieces: list[Good] = [
        (number, piece, facts) for number, amount, facts in parts for piece in cut(amount, shares)
    ]
    whole = worksheet([*parts], day=day, rate=rate).totals.all
    apart = worksheet([good for good in pieces if good[1]], day=day, rate=rate).totals.all
    roundings = len(parts) * (len(shares) + 1)
    assert abs(apart.entered_value_cents - whole.entered_value_cents) <= half_cents(roundings)
    # Each half cent of value is at most its own duty again, as no rate here is above 100 %.
    assert abs(apart.duty_min_cents - whole.duty_min_cents) <= 2 * half_cents(roundings)


@unhurried
@given(goods, days, rates, st.sampled_from((2, 4, 5, 10, 100, 1000)))
def test_the_currency_s_unit_does_not_matter(parts: list[Good], day: date, rate: Decimal, unit: int) -> None:
    """So many sen at the rate of a yen, divided, are the same dollars."""
    in_sen: list[Good] = [
        (number, None if amount is None else amount * unit, facts) for number, amount, facts in parts
    ]
    once = worksheet(parts, day=day, rate=rate)
    scaled = worksheet(in_sen, day=day, rate=rate / unit)
    assert shown(once) == shown(scaled)
    assert once.totals == scaled.totals


@unhurried
@given(goods, goods, days, rates)
def test_invoices_in_one_shipment_have_the_sums_of_each(
    first: list[Good], second: list[Good], day: date, rate: Decimal
) -> None:
    one, two = worksheet(first, day=day, rate=rate).totals, worksheet(second, day=day, rate=rate).totals
    both = worksheet(first, second, day=day, rate=rate).totals
    assert both.all.entered_value_cents == one.all.entered_value_cents + two.all.entered_value_cents
    assert both.all.duty_min_cents == one.all.duty_min_cents + two.all.duty_min_cents
    assert both.all.review_lines == one.all.review_lines + two.all.review_lines


@unhurried
@given(goods, days, st.randoms(use_true_random=False))
def test_the_order_of_lines_changes_nothing_in_any_sum(parts: list[Good], day: date, random: object) -> None:
    mixed = list(parts)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert worksheet(mixed, day=day).totals == worksheet(parts, day=day).totals


@briefly
@given(goods, days)
def test_what_is_open_is_never_told_as_a_settled_figure(parts: list[Good], day: date) -> None:
    sheet = worksheet(parts, day=day)
    for amounts in (sheet.totals.all, *sheet.totals.by_class.values()):
        assert_open_or_whole(amounts)
    data = json.loads(json.dumps(estimate_as_json(sheet)))
    for line, rated in zip(data["lines"], shown(sheet), strict=True):
        assert (line["duty"] is None) == (rated.status is Status.REVIEW)
        assert rated.entered_value_cents is not None or line["entered_value"] is None
    with TemporaryDirectory() as folder:
        path = Path(folder) / "entry.json"
        write_entry_json(report_content(sheet, ReportSettings(report_date=date(2026, 8, 1))), path)
        entry = json.loads(path.read_text(encoding="utf-8"))
    for name in ("value", "duty", "duty_to"):
        assert (entry["totals"][name] is None) == any(line[name] is None for line in entry["lines"])
    totals = data["totals"]
    assert (totals["duty"] is None) == (totals["review_lines"] > 0)
    assert totals["unvalued_lines"] == sum(one.entered_value_cents is None for one in shown(sheet))
    last = next(line for line in totals_table(sheet).splitlines() if line.startswith("all "))
    if sheet.totals.all.duty_max_cents is None:
        assert "or more" in last or "open" in last


def assert_open_or_whole(amounts: Amounts) -> None:
    assert (amounts.duty_cents is None) == (amounts.review_lines > 0)
    if amounts.duty_max_cents is not None:
        assert amounts.duty_min_cents <= amounts.duty_max_cents
    if amounts.unvalued_lines:
        assert amounts.review_lines
        assert amounts.value_max_cents is None


@briefly
@given(goods, days, days)
def test_another_day_and_back_gives_the_same_bytes(parts: list[Good], day: date, other: date) -> None:
    sheet = worksheet(parts, day=day)
    before = everything_written(sheet)
    there = ShipmentEdit(sheet.shipment, replace(sheet.shipment, entry_date=other))
    back = sheet.apply(there)
    assert other == day or sheet.shipment.entry_date == other
    sheet.apply(back)
    assert everything_written(sheet) == before


def everything_written(sheet: Worksheet) -> list[bytes]:
    """The estimate in every form that is made of it without a clock."""
    content = report_content(sheet, ReportSettings(report_date=date(2026, 8, 1)))
    with TemporaryDirectory() as folder:
        write_entry_csv(content, Path(folder) / "entry.csv")
        write_entry_json(content, Path(folder) / "entry.json")
        files = [path.read_bytes() for path in sorted(Path(folder).iterdir())]
    said = json.dumps(estimate_as_json(sheet), ensure_ascii=False).encode()
    return [*files, said, totals_table(sheet).encode(), packed(results_as_data(sheet.rated))]
