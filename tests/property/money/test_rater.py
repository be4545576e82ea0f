"""The rater agrees with itself: in whole numbers and fractions, in columns and alone, told and summed."""

import re
from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from duty_desktop.estimate.as_text import explanation_as_text
from duty_desktop.estimate.goods import Day, Goods
from duty_desktop.estimate.line_rating import Amounts, settle_branches
from duty_desktop.estimate.rated_lines import RatedLines
from duty_desktop.estimate.result import Explanation, RatedLine, Status, StepKind
from duty_desktop.estimate.shipment_rating import rater_of
from duty_desktop.estimate.spread import spread
from duty_desktop.terms.money import CENTS, E4
from tests.property.money.plans import rows
from tests.property.money.profile import tried
from tests.property.money.shipments import Item, entry_days, items
from tests.property.money.tariff import in_tariff, law, newest

_CENT_E4 = E4 // CENTS
ITEMS = st.lists(items(), min_size=1, max_size=6)
TYPED_ORIGINS = st.sampled_from(["JP", "JP", "JP", None, "US", "jp", "Japan", ""])


def goods(parts: list[Item], origin: str | None = None) -> Goods:
    """Items as goods in dollars, whatever their currency; `origin` in the place of their own."""
    values = [None if one.amount_e4 is None else one.amount_e4 // _CENT_E4 for one in parts]
    return Goods(
        [one.hts for one in parts],
        values,
        [one.origin if origin is None else origin for one in parts],
        [one.quantity_e4 for one in parts],
        [one.unit for one in parts],
        [one.facts for one in parts],
    )


@tried(40)
@given(items(), entry_days)
def test_the_quick_arithmetic_gives_the_cents_of_the_long_way(item: Item, day: date) -> None:
    value = (item.amount_e4 or 0) // _CENT_E4
    planned = rows().planned(item.hts, item.origin, item.facts, value, Day(day))
    if planned.quick is None or value <= 0:
        return
    quick = planned.quick.settle(value, item.quantity_e4, item.unit, planned.declared.numbers)
    if quick is None:
        return
    quantity = None if item.quantity_e4 is None else Fraction(item.quantity_e4, E4)
    amounts = Amounts(Fraction(value, CENTS), quantity, item.unit, planned.declared)
    settled = settle_branches(planned.plan, amounts)
    assert quick.least == min(one.duty_cents for one in settled)
    most = [one.most_cents for one in settled]
    assert quick.most == (None if None in most else max(cents for cents in most if cents is not None))


@tried(30)
@given(ITEMS, entry_days, TYPED_ORIGINS)
def test_columns_give_what_each_row_gives_alone(parts: list[Item], day: date, origin: str | None) -> None:
    whole = goods(parts, origin)
    columns = rater_of(law()).rate(whole, day)
    for row in range(len(whole)):
        alone = RatedLines.empty([whole.value_cents[row]], columns.outcome[row])
        rows().rate(alone, whole.some([row]), 0, Day(day))
        assert columns.line(row) == alone.line(0)


@tried(40)
@given(ITEMS, st.integers(2, 5), entry_days)
def test_many_lines_alike_are_each_rated_as_one_is(parts: list[Item], times: int, day: date) -> None:
    """Lines of one plan are rated together: amounts differ, and each must get its own duty."""
    grown = [
        Item(
            one.hts,
            (one.amount_e4 or 0) * (place + 1),
            one.facts,
            one.quantity_e4,
            one.unit,
            None,
            one.origin,
        )
        for place in range(times)
        for one in parts
    ]
    whole = goods(grown)
    columns = rater_of(law()).rate(whole, day)
    for row in range(len(whole)):
        assert columns.line(row) == rater_of(law()).rate(whole.some([row]), day).line(0)


@tried(20)
@given(items(), entry_days)
def test_an_explanation_adds_up_to_the_line_and_names_its_headings(item: Item, day: date) -> None:
    told = rater_of(law()).explain(goods([item]), 0, day)
    for language in ("en", "ja"):
        assert explanation_as_text(told, language)
    rated = told.rated
    for branch in told.branches:
        assert_between(branch.duty_cents, rated)
    if rated.duty_cents is not None:
        assert_adds_up(told, rated)


def assert_between(cents: int | None, rated: RatedLine) -> None:
    """What an answer is told to make due lies in the line's range."""
    if cents is not None:
        assert (rated.duty_min_cents or 0) <= cents
        assert rated.duty_max_cents is None or cents <= rated.duty_max_cents


def assert_adds_up(told: Explanation, rated: RatedLine) -> None:
    assert rated.duty_cents is not None
    assert sum(part.duty_cents for part in told.sub_lines) == rated.duty_cents
    for part in told.sub_lines:
        assert part.duty_cents >= 0
    steps = [step.duty_cents for step in told.steps if step.kind in (StepKind.COLUMN_1, StepKind.HEADING)]
    assert sum(cents or 0 for cents in steps) == rated.duty_cents
    assert sum(part.value_cents for part in told.sub_lines) == rated.entered_value_cents
    reported = {heading for part in told.sub_lines for heading in part.headings}
    assert reported == set(rated.headings)
    assert reported <= {step.heading for step in told.steps if step.kind is StepKind.HEADING}


@tried(30)
@given(st.integers(-(10**15), 10**15), st.lists(st.integers(0, 10**15), min_size=1, max_size=30).filter(any))
def test_spread_parts_add_up_and_stay_within_one_of_their_share(total: int, weights: list[int]) -> None:
    parts = spread(total, weights)
    assert sum(parts) == total
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part * sum(weights) - total * weight) < sum(weights)


def test_a_declared_part_over_the_value_bounds_nothing() -> None:
    part = Item("6912003910", 100 * E4, {"us_content_value_usd": "100.01"}, origin="JP")
    line = rater_of(law()).rate(goods([part]), date(2025, 5, 15)).line(0)
    assert (line.duty_min_cents, line.duty_max_cents, line.status) == (0, None, Status.REVIEW)
    assert "part-over-value" in {reason.code for reason in line.reasons}


def test_goods_alike_in_all_but_the_value_that_decides_are_rated_each_by_its_own() -> None:
    parcels = [
        Item("7616995160", cents * _CENT_E4, {"postal": "yes"}, origin="JP")
        for cents in (800_00, 800_01, 100_00)
    ]
    rated = rater_of(law()).rate(goods(parcels), date(2025, 8, 29))
    assert [rated.line(place).duty_cents for place in range(3)] == [120_00, 420_01, 15_00]


def test_no_number_of_the_newest_edition_raises_and_none_of_a_plain_rate_is_open_for_it() -> None:
    known = in_tariff()
    blank = goods([Item(number, 10_000 * E4, {}, origin="JP") for number in known])
    rated = rater_of(law()).rate(blank, newest())
    assert len(known) > 19_000
    plain = re.compile(r"Free|\d+(\.\d+)?%")
    opened = []
    for place, number in enumerate(known):
        line = law().nomenclature.line(number, newest())
        assert line is not None
        codes = {reason.code for reason in rated.outcome[place].reasons}
        assert rated.duty_min_cents[place] >= 0
        if plain.fullmatch(line.general) and "column-1-open" in codes:
            opened.append(number)
    assert opened == []
    assert all(
        (rated.duty_cents[place] is None) == (rated.outcome[place].status is Status.REVIEW)
        for place in range(len(known))
    )
