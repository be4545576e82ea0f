"""The least, the duty and the greatest stand in this order, for each line and in every sum."""

from hypothesis import given
from hypothesis import strategies as st

from duty_desktop.estimate.result import Amounts, RatedLine, Status
from duty_desktop.estimate.shipment import Shipment
from tests.property.money.profile import tried
from tests.property.money.shipments import Invoice, invoices, shipments, shown, worksheet


@tried(25)
@given(st.lists(invoices(), min_size=1, max_size=2), shipments())
def test_least_and_greatest_bound_each_line_and_each_sum(parts: list[Invoice], shipment: Shipment) -> None:
    sheet = worksheet(parts, shipment)
    lines, totals = shown(sheet), sheet.totals
    for line in lines:
        assert_bounded(line)
    assert_sum(totals.all, lines)
    for category, amounts in totals.by_class.items():
        assert_sum(amounts, [line for line in lines if line.category is category])
    assert sum(one.lines for one in totals.by_class.values()) == len(lines)
    for heading, amounts in totals.by_heading.items():
        assert_sum(amounts, [line for line in lines if heading in line.headings])
    assert sheet.rated.amounts() == totals.all
    for refund in sheet.refunds():
        assert refund.least_cents >= 0
        assert refund.most_cents is None or refund.least_cents <= refund.most_cents
        assert refund.least_cents <= totals.all.duty_min_cents
        assert totals.all.duty_max_cents is None or (refund.most_cents or 0) <= totals.all.duty_max_cents
        assert refund.review_lines or refund.least_cents == refund.most_cents


def assert_bounded(line: RatedLine) -> None:
    least, greatest = line.duty_min_cents, line.duty_max_cents
    assert least is not None
    assert least >= 0
    assert greatest is None or least <= greatest
    if line.status is Status.RATED:
        assert line.duty_cents == least == greatest
        assert line.entered_value_cents
        assert not line.needs
    else:
        assert line.duty_cents is None
        assert line.rate is None
        assert any(reason.blocks for reason in line.reasons) or line.needs
    if line.entered_value_cents is None:
        assert greatest is None


def assert_sum(amounts: Amounts, lines: list[RatedLine]) -> None:
    tops = [line.duty_max_cents for line in lines]
    open_lines = [line for line in lines if line.status is Status.REVIEW]
    assert amounts == Amounts(
        lines=len(lines),
        entered_value_cents=sum(line.entered_value_cents or 0 for line in lines),
        duty_min_cents=sum(line.duty_min_cents or 0 for line in lines),
        duty_max_cents=None if None in tops else sum(top or 0 for top in tops),
        review_lines=len(open_lines),
        unvalued_lines=sum(line.entered_value_cents is None for line in lines),
    )
    assert (amounts.duty_cents is None) == bool(open_lines)
