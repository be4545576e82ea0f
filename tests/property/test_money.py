"""Money: parts sum to the whole, ranges contain the exact, nothing in review counts as nothing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from duty_desktop.estimate.currency import cents_of
from duty_desktop.estimate.edits import LineEdit, ShipmentEdit
from duty_desktop.estimate.result import RatedLine, Status
from duty_desktop.estimate.shipment import ExchangeRate, Shipment
from duty_desktop.estimate.spread import spread
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.lines.reading import Charge, ChargeKind, Document, Reading
from duty_desktop.lines.table import LineTable
from duty_desktop.tariff.law import Law

NUMBERS = (
    "6912003900", "8708305090", "7318152065", "8703230190", "7606123090", "8482105032", "8702103100",
    "2204215040", "9102111010", "0402911000", "731816", "1234567890", "9903940100", None,
)  # fmt: skip
DAYS = (date(2025, 1, 1), date(2025, 5, 15), date(2025, 10, 15), date(2026, 3, 10), date(2026, 8, 3))
FACTS: tuple[dict[str, str], ...] = (
    {},
    {"passenger_vehicle_part": "yes"},
    {"passenger_vehicle_part": "no", "mhdv_part": "no"},
    {"steel_content_value_usd": "3"},
    {"metal_weight_pct": "10"},
    {"program": "JP"},
    {"vehicle_age_years": "30"},
)

unhurried = settings(deadline=None)  # the first example loads the law

Good = tuple[str | None, int | None, dict[str, str]]
goods = st.lists(
    st.tuples(
        st.sampled_from(NUMBERS),
        st.one_of(st.none(), st.integers(min_value=0, max_value=10**12)),
        st.sampled_from(FACTS),
    ),
    min_size=1,
    max_size=8,
)
days = st.sampled_from(DAYS)
rates = st.decimals(min_value=Decimal("0.0001"), max_value=Decimal(3), places=6)


@cache
def law() -> Law:
    return Law.load()


def table(parts: list[Good]) -> LineTable:
    size = len(parts)
    return LineTable(
        sheet=["S"] * size,
        row=list(range(size)),
        item=[""] * size,
        description=[""] * size,
        hts=[number for number, _, _ in parts],
        hts_text=[""] * size,
        quantity_e4=[50_000] * size,
        unit=["kg"] * size,
        unit_price_e4=[None] * size,
        unit_price_per=[""] * size,
        amount_e4=[amount for _, amount, _ in parts],
        currency=[None] * size,
        origin=["JP"] * size,
        weight_kg_e4=[None] * size,
        facts=[facts for _, _, facts in parts],
    )


def worksheet(
    *invoices: list[Good], day: date, rate: Decimal = Decimal(1), charges: tuple[Charge, ...] = ()
) -> Worksheet:
    documents = [
        Document("S", lines=table(parts), currency="JPY", terms="FOB", charges=list(charges))
        for parts in invoices
    ]
    shipment = Shipment(day, rates=(ExchangeRate("JPY", rate, source="confirmed: test"),))
    return Worksheet(law(), [Reading("a.xlsx", documents)], shipment)


def shown(sheet: Worksheet) -> list[RatedLine]:
    return [sheet.line(index) for index in range(len(sheet))]


@unhurried
@given(goods, days, rates)
def test_totals_are_the_sum_of_what_the_lines_show(parts: list[Good], day: date, rate: Decimal) -> None:
    sheet = worksheet(parts, day=day, rate=rate)
    lines, totals = shown(sheet), sheet.totals.all
    assert totals.entered_value_cents == sum(line.entered_value_cents or 0 for line in lines)
    assert totals.duty_min_cents == sum(line.duty_min_cents or 0 for line in lines)
    tops = [line.duty_max_cents for line in lines]
    assert totals.duty_max_cents == (None if None in tops else sum(top or 0 for top in tops))
    assert totals.review_lines == sum(line.status is Status.REVIEW for line in lines)
    classes = sheet.totals.by_class.values()
    assert totals.lines == sum(one.lines for one in classes) == len(lines)
    assert totals.duty_min_cents == sum(one.duty_min_cents for one in classes)
    assert totals.entered_value_cents == sum(one.entered_value_cents for one in classes)


@unhurried
@given(goods, days)
def test_duty_lies_within_its_range_and_review_has_none(parts: list[Good], day: date) -> None:
    for line in shown(worksheet(parts, day=day)):
        least, greatest = line.duty_min_cents, line.duty_max_cents
        assert least is not None
        assert least >= 0
        assert greatest is None or least <= greatest
        if line.status is Status.RATED:
            assert line.duty_cents == least == greatest
            assert line.entered_value_cents
        else:
            assert line.duty_cents is None
            assert line.rate is None
            assert line.reasons


@unhurried
@given(goods, days, st.randoms())
def test_order_of_the_lines_changes_no_figure(parts: list[Good], day: date, random: object) -> None:
    order = sorted(range(len(parts)), key=lambda _: random.random())  # type: ignore[attr-defined]
    straight, mixed = worksheet(parts, day=day), worksheet([parts[place] for place in order], day=day)
    assert mixed.totals == straight.totals
    assert shown(mixed) == [straight.line(place) for place in order]


@unhurried
@given(goods, goods, days)
def test_two_invoices_in_one_shipment_add_up(first: list[Good], second: list[Good], day: date) -> None:
    one, two = worksheet(first, day=day), worksheet(second, day=day)
    both = worksheet(first, second, day=day)
    assert shown(both) == shown(one) + shown(two)


@unhurried
@given(st.sampled_from(NUMBERS[:4]), st.integers(1, 10**9), st.integers(1, 10**9), days)
def test_splitting_a_line_moves_the_duty_by_rounding_alone(
    number: str, first: int, second: int, day: date
) -> None:
    facts = {"passenger_vehicle_part": "yes"}
    dollars = 10_000
    whole = worksheet([(number, (first + second) * dollars, facts)], day=day)
    parts = worksheet([(number, first * dollars, facts), (number, second * dollars, facts)], day=day)
    assert parts.totals.all.entered_value_cents == whole.totals.all.entered_value_cents
    assert abs(parts.totals.all.duty_min_cents - whole.totals.all.duty_min_cents) <= 1


@unhurried
@given(st.sampled_from(NUMBERS[:8]), st.integers(1, 10**12), st.integers(0, 10**12), days)
def test_duty_grows_with_the_value(number: str, amount: int, more: int, day: date) -> None:
    lower = worksheet([(number, amount, {})], day=day).totals.all
    higher = worksheet([(number, amount + more, {})], day=day).totals.all
    assert lower.duty_min_cents <= higher.duty_min_cents
    if lower.duty_max_cents is not None and higher.duty_max_cents is not None:
        assert lower.duty_max_cents <= higher.duty_max_cents


@unhurried
@given(goods, days, days)
def test_another_day_and_back_gives_the_same_figures(parts: list[Good], day: date, other: date) -> None:
    sheet = worksheet(parts, day=day)
    before = (sheet.totals, shown(sheet))
    undo = sheet.apply(ShipmentEdit(sheet.shipment, replace(sheet.shipment, entry_date=other)))
    assert shown(sheet) == shown(worksheet(parts, day=other))
    sheet.apply(undo)
    assert (sheet.totals, shown(sheet)) == before


@unhurried
@given(
    goods,
    days,
    st.lists(
        st.one_of(
            st.tuples(st.just("hts"), st.sampled_from(NUMBERS)),
            st.tuples(st.just("amount"), st.sampled_from(["1", "99.99", "", "1000000"])),
            st.tuples(st.just("origin"), st.sampled_from(["JP", "CN", ""])),
            st.tuples(st.just("category"), st.sampled_from(["steel", "parts", ""])),
            st.tuples(st.just("fact:mhdv_part"), st.sampled_from(["yes", "no", ""])),
        ),
        max_size=6,
    ),
    st.data(),
)
def test_edits_in_place_are_as_if_the_lines_had_been_so(
    parts: list[Good], day: date, edits: list[tuple[str, str | None]], data: st.DataObject
) -> None:
    sheet = worksheet(parts, day=day)
    before, undo = shown(sheet), []
    for field, value in edits:
        row = data.draw(st.integers(0, len(parts) - 1))
        undo.append(sheet.apply(LineEdit(field, (row,), (value,))))
    fresh = Worksheet(law(), sheet.readings, sheet.shipment, sheet.edits())
    assert shown(fresh) == shown(sheet)
    assert fresh.totals == sheet.totals
    for edit in reversed(undo):
        sheet.apply(edit)
    assert shown(sheet) == before
    assert sheet.edits() == ()


@unhurried
@given(goods, days, st.integers(-(10**9), 10**9))
def test_charges_are_spread_to_the_last_cent(parts: list[Good], day: date, amount: int) -> None:
    kind = ChargeKind.DISCOUNT if amount < 0 else ChargeKind.PACKING
    plain = worksheet(parts, day=day).totals.all.entered_value_cents
    sheet = worksheet(parts, day=day, charges=(Charge(kind, "", amount, "S", 9),))
    change = sum(one.cents or 0 for one in sheet.charges() if one.treatment.value != "ignored")
    if plain:
        assert sheet.totals.all.entered_value_cents == plain + change


@unhurried
@given(st.integers(-(10**15), 10**15), st.lists(st.integers(0, 10**15), min_size=1, max_size=30).filter(any))
def test_spread_parts_add_up_and_stay_within_one_of_their_share(total: int, weights: list[int]) -> None:
    parts = spread(total, weights)
    assert sum(parts) == total
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part * sum(weights) - total * weight) < sum(weights)


@unhurried
@given(st.lists(st.integers(1, 10**22), max_size=20), rates)
def test_exchange_is_exact_to_half_a_cent(amounts: list[int], rate: Decimal) -> None:
    numerator, denominator = rate.as_integer_ratio()
    for amount, cents in zip(amounts, cents_of(amounts, ExchangeRate("JPY", rate)), strict=True):
        exact = amount * numerator * 100
        whole = denominator * 10_000
        assert 2 * abs((cents or 0) * whole - exact) <= whole
