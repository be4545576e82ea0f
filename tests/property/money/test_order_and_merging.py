"""In whatever order lines and invoices come, and however they are put together, the sums stay the same.

Exactly, to the cent: each line is valued and rated for itself, and every sum is of what the lines show. Two
things of a shipment are no sums of lines, and are compared with what the law says of the whole: the fees, and
parcels whose value counts together.
"""

from fractions import Fraction
from itertools import chain

from hypothesis import assume, given
from hypothesis import strategies as st

from duty_desktop.estimate.fees import fee_schedule
from duty_desktop.estimate.result import Fees
from duty_desktop.estimate.shipment import Shipment
from duty_desktop.estimate.worksheet import Worksheet
from tests.property.money.plans import is_across_a_bound
from tests.property.money.profile import tried
from tests.property.money.shipments import Invoice, Item, invoices, items, shipments, shown, worksheet
from tests.property.money.sums import added, lines_asked, sums_of
from tests.property.money.tariff import law

plain_invoices = invoices(charged=False)


@tried(16)
@given(plain_invoices, shipments(), st.randoms(use_true_random=False))
def test_the_order_of_lines_changes_no_sum(invoice: Invoice, shipment: Shipment, random: object) -> None:
    order = list(range(len(invoice.items)))
    random.shuffle(order)  # type: ignore[attr-defined]
    mixed_items = tuple(invoice.items[place] for place in order)
    straight = worksheet([invoice], shipment)
    mixed = worksheet([Invoice(mixed_items, invoice.currency)], shipment)
    assert shown(mixed) == [straight.line(place) for place in order]
    assert mixed.totals == straight.totals
    assert sums_of(mixed) == sums_of(straight)
    assert lines_asked(mixed, order.__getitem__) == lines_asked(straight, int)


@tried(12)
@given(st.lists(invoices(most=3), min_size=2, max_size=3), shipments(), st.randoms(use_true_random=False))
def test_the_order_of_invoices_changes_no_sum(
    parts: list[Invoice], shipment: Shipment, random: object
) -> None:
    order = list(range(len(parts)))
    random.shuffle(order)  # type: ignore[attr-defined]
    straight, mixed = worksheet(parts, shipment), worksheet([parts[place] for place in order], shipment)
    assert mixed.totals == straight.totals
    assert sums_of(mixed) == sums_of(straight)


@tried(16)
@given(st.lists(invoices(most=3), min_size=2, max_size=3), shipments())
def test_invoices_in_one_shipment_have_the_sums_of_each(parts: list[Invoice], shipment: Shipment) -> None:
    alone = [worksheet([part], shipment) for part in parts]
    both = worksheet(parts, shipment)
    assume(not is_across_a_bound([*alone, both]))
    assert shown(both) == list(chain.from_iterable(map(shown, alone)))
    assert sums_of(both) == added(map(sums_of, alone))
    assert_fees_of_one_entry(both, shipment)


@tried(12)
@given(
    st.lists(st.lists(items(), min_size=1, max_size=3), min_size=2, max_size=3),
    st.sampled_from(["USD", "JPY"]),
    shipments(),
)
def test_the_lines_of_invoices_written_in_one_have_the_sums_of_each(
    parts: list[list[Item]], currency: str, shipment: Shipment
) -> None:
    alone = [worksheet([Invoice(tuple(part), currency)], shipment) for part in parts]
    one = worksheet([Invoice(tuple(chain.from_iterable(parts)), currency)], shipment)
    assume(not is_across_a_bound([*alone, one]))
    assert sums_of(one) == added(map(sums_of, alone))


def assert_fees_of_one_entry(sheet: Worksheet, shipment: Shipment) -> None:
    """The fees are those of the whole entered value: minimum and maximum are an entry's, not an invoice's."""
    fees, value = sheet.totals.fees, sheet.totals.all.entered_value_cents
    schedule = fee_schedule(law())
    free = value_free_of_fees(sheet, shipment)
    assert fees == schedule.fees(value, shipment, free)
    assert_within_the_law(fees, value - free, shipment, value)


def value_free_of_fees(sheet: Worksheet, shipment: Shipment) -> int:
    """Line by line, what bears no processing fee."""
    rule = fee_schedule(law()).processing(sheet.totals.all.entered_value_cents, shipment)
    free = 0
    for index, line in enumerate(shown(sheet)):
        if line.duty_cents is not None:
            declared = sheet.table.facts[index].get(rule.beyond, "0")
            free += rule.free_cents(
                line.headings, line.entered_value_cents or 0, round(float(declared) * 100)
            )
    return free


def assert_within_the_law(fees: Fees, bearing: int, shipment: Shipment, value: int) -> None:
    if not value:
        assert (fees.mpf_cents, fees.hmf_if_ocean_cents) == (0, 0)
        return
    schedule = fee_schedule(law())
    processing = schedule.processing(value, shipment)
    harbor = schedule.rule("HMF", shipment.entry_date)
    assert abs(fees.hmf_if_ocean_cents - harbor.rate * value) * 2 <= 1
    if not bearing:
        assert fees.mpf_cents == 0
    elif processing.flat_cents is not None:
        assert fees.mpf_cents == processing.flat_cents
    else:
        exact = max(processing.rate * bearing, Fraction(processing.minimum_cents))
        bounded = min(exact, Fraction(processing.maximum_cents or exact))
        assert abs(fees.mpf_cents - bounded) * 2 <= 1
