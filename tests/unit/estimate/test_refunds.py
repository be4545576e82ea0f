"""What may be refunded of an entry's duty: sums by measure, as the explanations of the lines tell them."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from duty_desktop.estimate.edits import LineEdit
from duty_desktop.estimate.rating import Goods
from duty_desktop.estimate.result import Status, StepKind
from duty_desktop.estimate.shipment import ExchangeRate, Shipment
from duty_desktop.estimate.shipment_rating import rater_of
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.invoice import read_safely
from duty_desktop.tariff.law import Law
from duty_desktop.terms.resources import resource_folder
from tests.unit.estimate.conftest import MakeWorksheet

ADDED, TOTAL = date(2025, 5, 15), date(2025, 10, 15)  # 10% beside column 1; 15% with column 1 inside
PORCELAIN, GLASS, SAKE, BRAKES = "6912003900", "7013371000", "2206004500", "8708305090"
SAMPLES = sorted(path.name for path in (resource_folder() / "samples").glob("*.xlsx"))


def refunded(sheet: Worksheet) -> tuple[int, int | None]:
    (refund,) = sheet.refunds()
    return refund.least_cents, refund.most_cents


@pytest.mark.parametrize(
    ("number", "day", "cents"),
    [
        (PORCELAIN, ADDED, 1_000_00),
        (PORCELAIN, TOTAL, 1_050_00),  # 15% less 4.5%
        (SAKE, ADDED, 1_000_00),  # column 1 by the liter does not matter beside 10%
    ],
)
def test_refund_is_what_the_measure_made_due_beyond_column_1(
    number: str, day: date, cents: int, make: MakeWorksheet
) -> None:
    assert refunded(make((number, 10_000), shipment=Shipment(day))) == (cents, cents)


def test_nothing_is_refunded_where_column_1_alone_reaches_the_total(make: MakeWorksheet) -> None:
    assert make((GLASS, 10_000), shipment=Shipment(TOTAL)).refunds() == ()


def test_column_1_by_quantity_is_taken_off_as_it_is(make: MakeWorksheet) -> None:
    sheet = make((SAKE, 10_000), shipment=Shipment(TOTAL))
    assert refunded(sheet) == (0, 1_500_00), "the quantity is in pieces: column 1 may be anything"
    sheet.apply_all((LineEdit("quantity", (0,), ("2000",)), LineEdit("unit", (0,), ("liters",))))
    assert refunded(sheet) == (1_440_00, 1_440_00)  # 15% less 3 cents a liter


def test_each_line_is_rounded_once(make: MakeWorksheet) -> None:
    sheet = make(*[(PORCELAIN, 1)] * 3, shipment=Shipment(TOTAL))
    assert refunded(sheet) == (33, 33)  # three times 10.5 cents, half a cent up


def test_line_in_review_gives_a_range(make: MakeWorksheet) -> None:
    sheet = make((BRAKES, 10_000), (PORCELAIN, 10_000), shipment=Shipment(ADDED))
    (refund,) = sheet.refunds()
    assert (refund.lines, refund.review_lines) == (2, 1)
    assert (refund.least_cents, refund.most_cents) == (1_000_00, 2_000_00)
    sheet.apply(LineEdit("fact:passenger_vehicle_part", (0,), ("yes",)))
    assert refunded(sheet) == (1_000_00, 1_000_00), "the duty on parts is not refunded"


@pytest.mark.parametrize("number", [None, "1234567890"])
def test_line_without_a_usable_number_leaves_the_sum_open(number: str | None, make: MakeWorksheet) -> None:
    sheet = make((PORCELAIN, 10_000), (number, 10_000), shipment=Shipment(ADDED))
    assert refunded(sheet) == (1_000_00, None)


def test_line_without_a_value_leaves_the_sum_open_unless_its_duty_is_none(make: MakeWorksheet) -> None:
    assert refunded(make((PORCELAIN, None), (PORCELAIN, 100), shipment=Shipment(ADDED))) == (10_00, None)
    assert make(("8471300100", None), shipment=Shipment(ADDED)).refunds() == (), "free of the measure"


def test_goods_of_a_country_outside_the_schedule_leave_the_sum_open(make: MakeWorksheet) -> None:
    sheet = make((PORCELAIN, 10_000), shipment=Shipment(ADDED))
    for origin in ("DE", ""):
        sheet.apply(LineEdit("origin", (0,), (origin,)))
        assert refunded(sheet) == (0, None)


@pytest.mark.parametrize("day", [date(2025, 4, 4), date(2026, 2, 24), date(2026, 11, 23)])
def test_days_without_the_measure_have_nothing_to_refund(day: date, make: MakeWorksheet) -> None:
    assert make((PORCELAIN, 10_000), (None, 5), shipment=Shipment(day)).refunds() == ()


def test_refund_names_its_measure_and_the_law(make: MakeWorksheet) -> None:
    (refund,) = make((PORCELAIN, 10_000), shipment=Shipment(TOTAL)).refunds()
    assert refund.measure == "ieepa-reciprocal"
    assert "refundable to the importer of record" in refund.says.en
    assert [source.cite for source in refund.sources] == [
        "Executive Order 14389; Learning Resources v. Trump"
    ]


def test_a_long_sum_can_be_stopped(make: MakeWorksheet) -> None:
    class StoppedError(Exception):
        pass

    looks = iter([None, StoppedError()])

    def look() -> None:
        if (said := next(looks)) is not None:
            raise said

    sheet = make(*[(PORCELAIN, 1)] * 1_000, shipment=Shipment(TOTAL))
    with pytest.raises(StoppedError):
        sheet.refunds(look)


def test_figures_of_another_edition_are_not_totalled(law: Law, make: MakeWorksheet) -> None:
    sheet = make((PORCELAIN, 10_000), shipment=Shipment(TOTAL))
    older = Worksheet(
        law, sheet.readings, sheet.shipment, saved_results=sheet.rated, saved_edition="2026-01-01 older"
    )
    assert older.refunds() == ()
    older.renew()
    assert older.refunds() == sheet.refunds()


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("day", [ADDED, TOTAL, date(2026, 1, 20)], ids=str)
def test_sum_is_that_of_the_refunds_that_the_lines_explain(name: str, day: date, law: Law) -> None:
    yen = ExchangeRate("JPY", Decimal("0.006425"))
    reading = read_safely(Path(resource_folder() / "samples" / name))
    sheet = Worksheet(law, [reading], Shipment(day, rates=(yen,)))
    rows = [row for row in range(len(sheet)) if sheet.line(row).status is Status.RATED]
    told = [explained(sheet, row) for row in rows]
    table = sheet.table
    goods = Goods(
        table.hts, sheet.entered_value_cents, table.origin, table.quantity_e4, table.unit, [*table.facts]
    ).some(rows)
    rater = rater_of(law)
    rated = rater.rate(goods, day)
    assert rated.duty_cents == [sheet.line(row).duty_cents for row in rows]
    (refund,) = rater.refunds(goods, rated, day)
    assert (refund.least_cents, refund.most_cents, refund.review_lines) == (sum(told), sum(told), 0)
    assert refund.lines == sum(cents > 0 for cents in told) > 0
    (whole,) = sheet.refunds()
    assert whole.least_cents >= sum(told)
    assert whole.most_cents is None or whole.most_cents >= sum(told)


def explained(sheet: Worksheet, row: int) -> int:
    """The cents that the explanation of a line tells after its last sign of equality."""
    for step in sheet.explain(row).steps:
        if step.kind is StepKind.NOTICE and step.sources and "refundable" in step.says.en:
            return int(re.sub(r"\D", "", step.arithmetic.en.split("=")[-1]))
    return 0
