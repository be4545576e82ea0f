"""Entered values are exact to the named rounding, and an edit is as if the line had always been so."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from duty_desktop.estimate.comparison import Comparisons
from duty_desktop.estimate.currency import cents_of
from duty_desktop.estimate.edits import EditError, LineEdit
from duty_desktop.estimate.shipment import ExchangeRate, Shipment
from duty_desktop.estimate.valuation import Treatment
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.lines.reading import Charge
from duty_desktop.terms.money import CENTS, E4
from tests.property.money.profile import tried
from tests.property.money.shipments import (
    Invoice,
    Item,
    answers,
    charges,
    exchange,
    invoices,
    items,
    numbers,
    shipments,
    shown,
    worksheet,
)
from tests.property.money.sums import sums_of
from tests.property.money.tariff import law

EDITS = st.one_of(
    st.tuples(st.just("hts"), numbers()),
    st.tuples(st.just("amount"), st.sampled_from(["1", "99.99", "", "1000000", "-5"])),
    st.tuples(st.just("quantity"), st.sampled_from(["1", "0", "", "2500.5"])),
    st.tuples(st.just("unit"), st.sampled_from(["kg", "本", "box", ""])),
    st.tuples(st.just("origin"), st.sampled_from(["JP", "CN", "", "Japan", "jp", "Nippn", "12"])),
    st.tuples(st.just("category"), st.sampled_from(["steel", "parts", "", "shoes"])),
    st.tuples(
        st.sampled_from(sorted(Comparisons(law().schedule.measures).with_value)).map("fact:{}".format),
        st.sampled_from(["yes", "yes", "no", "maybe", ""]),
    ),
    st.sampled_from(sorted(law().facts)).flatmap(
        lambda name: st.tuples(st.just(f"fact:{name}"), answers(law().facts[name], Fraction(100)))
    ),
)


@tried(20)
@given(invoices(most=4), shipments(), st.lists(EDITS, max_size=6), st.data())
def test_edits_in_place_are_as_if_the_lines_had_been_so(
    invoice: Invoice, shipment: Shipment, edits: list[tuple[str, str | None]], data: st.DataObject
) -> None:
    """What cannot be understood is refused, and nothing has changed then."""
    sheet = worksheet([invoice], shipment)
    before, undo = (shown(sheet), sums_of(sheet)), []
    for field, value in edits:
        row = data.draw(st.integers(0, len(sheet) - 1))
        stood = shown(sheet)
        try:
            undo.append(sheet.apply(LineEdit(field, (row,), (value,))))
        except EditError:
            assert shown(sheet) == stood
    fresh = Worksheet(law(), sheet.readings, sheet.shipment, sheet.edits())
    assert shown(fresh) == shown(sheet)
    assert fresh.totals == sheet.totals
    assert sums_of(fresh) == sums_of(sheet)
    for edit in reversed(undo):
        sheet.apply(edit)
    assert (shown(sheet), sums_of(sheet)) == before
    assert sheet.edits() == ()


@tried(20)
@given(st.lists(items(), min_size=1, max_size=5), st.lists(charges, min_size=1, max_size=3), shipments())
def test_charges_are_spread_to_the_last_cent(
    parts: list[Item], own: list[Charge], shipment: Shipment
) -> None:
    """The lines in the invoice's currency move by the charges that count, all others stay."""
    plain = Invoice(tuple(parts), "USD", "FOB")
    bare = worksheet([plain], shipment)
    sheet = worksheet([Invoice(plain.items, "USD", "FOB", tuple(own))], shipment)
    counted = [one for one in sheet.charges() if one.treatment is not Treatment.IGNORED]
    if None in [one.cents for one in counted]:
        return
    change = sum(one.cents or 0 for one in counted)
    in_dollars = [row for row, one in enumerate(plain.items) if one.currency in (None, "USD")]
    others = [row for row in range(len(sheet)) if row not in in_dollars]
    before, after = bare.entered_value_cents, sheet.entered_value_cents
    assert [before[row] for row in others] == [after[row] for row in others]
    if any(before[row] for row in in_dollars):
        assert (
            sum(after[row] or 0 for row in in_dollars) == sum(before[row] or 0 for row in in_dollars) + change
        )


@tried(30)
@given(st.lists(st.integers(1, 10**22), max_size=20), exchange)
def test_exchange_is_exact_to_half_a_cent(amounts: list[int], rate: Decimal) -> None:
    numerator, denominator = rate.as_integer_ratio()
    for amount, cents in zip(amounts, cents_of(amounts, ExchangeRate("JPY", rate)), strict=True):
        exact = amount * numerator * CENTS
        whole = denominator * E4
        assert 2 * abs((cents or 0) * whole - exact) <= whole
