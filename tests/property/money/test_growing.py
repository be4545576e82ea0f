"""Duty does not fall as the value of goods grows, all else declared being the same.

Where the law itself is not so, the schedule says it: a rule that looks at the value beside a declared fact;
and column 1 by quantity that falls on a declared part of the value in proportion, a part of a larger whole.
"""

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from duty_desktop.estimate.fees import fee_schedule
from duty_desktop.estimate.outcome import VALUE
from duty_desktop.estimate.shipment import Shipment
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.tariff.column_1 import AdValorem, Unevaluable
from duty_desktop.terms.money import CENTS, E4
from tests.property.money import tariff
from tests.property.money.plans import is_across_a_bound, is_in_excess, planned
from tests.property.money.profile import tried
from tests.property.money.shipments import Invoice, Item, items, shipments, worksheet

_CENT_E4 = E4 // CENTS
values = st.one_of(st.integers(1, 10**4), st.integers(1, 10**12)).map(lambda cents: cents * _CENT_E4)
more_e4 = st.one_of(st.integers(1, 10**3), st.integers(1, 10**12)).map(lambda cents: cents * _CENT_E4)


@tried(60)
@given(items(values), more_e4, shipments())
def test_duty_does_not_fall_as_the_value_grows(item: Item, more: int, shipment: Shipment) -> None:
    item = replace(item, currency="USD")
    lower = worksheet([Invoice((item,))], shipment)
    higher = worksheet([Invoice((replace(item, amount_e4=(item.amount_e4 or 0) + more),))], shipment)
    assume(not is_across_a_bound([lower, higher]))
    assume(not is_declared_in_excess(lower))
    assume(not falls_in_proportion(lower) and not falls_in_proportion(higher))
    assert lower.rated.duty_min_cents[0] <= higher.rated.duty_min_cents[0]
    low, high = lower.rated.duty_max_cents[0], higher.rated.duty_max_cents[0]
    assert high is None or (low is not None and low <= high)
    assert lower.totals.fees.mpf_cents <= higher.totals.fees.mpf_cents
    assert lower.totals.fees.hmf_if_ocean_cents <= higher.totals.fees.hmf_if_ocean_cents


def is_declared_in_excess(lower: Worksheet) -> bool:
    """What is declared is more than the goods are worth: that cannot be, so nothing is known of them."""
    return is_in_excess(lower.line(0))


def falls_in_proportion(sheet: Worksheet) -> bool:
    """Column 1 per unit on a declared part of the value alone: its share of the whole falls as that grows."""
    for branch in planned(sheet, 0).plan.branches:
        due = branch.claim.due
        if isinstance(due, Unevaluable) or all(isinstance(t, AdValorem) and t.on == VALUE for t in due.terms):
            continue
        if any(
            portion.amount[0][0] != VALUE or len(portion.amount) > 1 for portion in branch.outcome.portions
        ):
            return True
    return False


@tried(20)
@given(st.lists(st.integers(0, 10**11), min_size=2, max_size=6).map(sorted), shipments())
def test_fees_do_not_fall_as_the_value_grows(values: list[int], shipment: Shipment) -> None:
    fees = [fee_schedule(tariff.law()).fees(cents, shipment) for cents in values]
    assert [one.mpf_cents for one in fees] == sorted(one.mpf_cents for one in fees)
    assert [one.hmf_if_ocean_cents for one in fees] == sorted(one.hmf_if_ocean_cents for one in fees)
