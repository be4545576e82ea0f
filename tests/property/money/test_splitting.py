"""A line cut into parts, its value, quantity and declared amounts with it, costs what it did.

The named roundings (terms/money.py): an entered value and a duty are each rounded to the cent once a line,
half up, so each is at most half a cent off. Where a line becomes n, n + 1 roundings differ: a sum moves by
(n + 1) / 2 cents at most, and the difference of two bounds by twice that.
"""

from dataclasses import replace
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from duty_desktop.estimate.shipment import Shipment
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.terms.money import CENTS, E4
from duty_desktop.terms.written import decimal_of
from tests.property.money import tariff
from tests.property.money.plans import dearest_rate, is_across_a_bound
from tests.property.money.profile import tried
from tests.property.money.shipments import Invoice, Item, items, shipments, worksheet
from tests.property.money.sums import OPEN, differences, sums_of

_CENT_E4 = E4 // CENTS
Cut = tuple[list[Item], list[list[Item]]]
COUNTS = ("lines", "in review", "unvalued")


def times(item: Item, share: int) -> Item:
    """So many times the goods of a line."""
    facts = {name: _times(name, text, share) for name, text in item.facts.items()}

    def more(amount: int | None) -> int | None:
        return None if amount is None else amount * share

    return Item(
        item.hts,
        more(item.amount_e4),
        facts,
        more(item.quantity_e4),
        item.unit,
        more(item.weight_kg_e4),
        item.origin,
        item.currency,
    )


def _times(name: str, text: str, share: int) -> str:
    fact = tariff.law().facts.get(name)
    if fact is None or not tariff.is_extensive(fact):
        return text
    try:
        return f"{decimal_of(text) * share:f}"
    except ValueError:
        return text


below_bounds = st.sampled_from(tariff.value_bounds()).flatmap(lambda cents: st.integers(cents // 20, cents))
valued_cents = st.one_of(st.integers(1, 10**4), below_bounds, st.integers(1, 10**10)).map(
    lambda cents: cents * _CENT_E4
)
shares_of = st.lists(st.integers(1, 9), min_size=1, max_size=6)


@tried(12)
@given(st.lists(items(valued_cents), min_size=1, max_size=3), shares_of, shipments())
def test_cutting_lines_moves_every_sum_by_the_named_rounding_alone(
    units: list[Item], shares: list[int], shipment: Shipment
) -> None:
    """In dollars and whole cents nothing but the duty is rounded."""
    units = [replace(one, currency=None) for one in units]
    whole = worksheet([Invoice(tuple(times(one, sum(shares)) for one in units))], shipment)
    parts = [times(one, share) for one in units for share in shares]
    apart = worksheet([Invoice(tuple(parts))], shipment)
    assert_cut(whole, apart, len(shares))
    assert apart.totals.fees == whole.totals.fees


def assert_cut(whole: Worksheet, apart: Worksheet, parts: int) -> None:
    """Counts are so many times those of the whole; what is open stays so; money moves by its roundings."""
    before, after = sums_of(whole), sums_of(apart)
    for name, amount in before.items():
        if name[-1] in COUNTS:
            counted = after.pop(name, 0)
            # A refund of less than half a cent is none, and its line is not told among those that have one.
            assert counted == amount * parts or (name[0] == "refund" and counted < amount * parts), name
    kept = {name: amount for name, amount in before.items() if name[-1] not in COUNTS}
    moved = differences(kept, after)
    for name, cents in moved.items():
        assert name[-1] not in (OPEN, "value"), (name, cents)
        lines = before[*_counted(name), "lines"]
        roundings = lines * (parts + 1) * (2 if name[-1] == "stake" else 1)
        assert cents <= Fraction(roundings, 2), (name, cents)


def _counted(name: tuple[str, ...]) -> tuple[str, ...]:
    """The sum whose lines an amount is of: an answer's are its question's."""
    return name[:3] if name[0] == "question" else name[:-1]


@tried(16)
@given(items(st.integers(1, 10**11)), shares_of, shipments())
def test_cutting_a_line_in_another_currency_rounds_its_value_as_well(
    unit: Item, shares: list[int], shipment: Shipment
) -> None:
    """Each value is half a cent off at most; that half cent bears at most the whole rate of the line."""
    money = [name for name, fact in tariff.law().facts.items() if fact.kind == "money"]
    facts = {name: text for name, text in unit.facts.items() if name not in money}
    unit = replace(unit, facts=facts, currency="JPY")
    assume(shipment.rates)
    whole = worksheet([Invoice((times(unit, sum(shares)),))], shipment)
    apart = worksheet([Invoice(tuple(times(unit, share) for share in shares))], shipment)
    assume(None not in apart.entered_value_cents)
    value, parts = whole.entered_value_cents[0] or 0, [cents or 0 for cents in apart.entered_value_cents]
    assume(not is_across_a_bound([whole, apart]))  # rounding alone may carry the values over it
    off = Fraction(len(shares) + 1, 2)
    assert abs(sum(parts) - value) <= off
    before, after = whole.totals.all, apart.totals.all
    rate = dearest_rate(whole, 0)
    assert abs(before.duty_min_cents - after.duty_min_cents) <= off * (1 + rate)
    assert (before.duty_max_cents is None) == (after.duty_max_cents is None)
    if before.duty_max_cents is not None and after.duty_max_cents is not None:
        assert abs(before.duty_max_cents - after.duty_max_cents) <= off * (1 + rate)
