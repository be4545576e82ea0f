"""The rater agrees with itself: in columns and row by row, in whole numbers and fractions, in any order."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from duty_desktop.estimate.as_text import explanation_as_text
from duty_desktop.estimate.goods import Day
from duty_desktop.estimate.line_rating import Amounts, settle_branches
from duty_desktop.estimate.rated_lines import RatedLines
from duty_desktop.estimate.rating import Goods, Rater
from duty_desktop.estimate.result import Status, StepKind
from duty_desktop.estimate.row_rating import RowRater
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.schedule_report.listing import tariff_numbers
from duty_desktop.terms.money import CENTS, E4

unhurried = settings(deadline=None, max_examples=120)  # the first example loads the law
NEWEST = date(2026, 11, 23)


@cache
def law() -> Law:
    return Law.load()


@cache
def rater() -> Rater:
    return Rater(law())


@cache
def rows() -> RowRater:
    return RowRater(law(), {})


@cache
def numbers() -> tuple[str, ...]:
    """Numbers of every kind: of all lists, with every shape of column 1."""
    found = [row.number for row in law().schedule.scopes.rows if len(row.number) >= 8 and not row.excluded]
    tariff = list(tariff_numbers(law().nomenclature, NEWEST))
    return (*found[::3], *tariff[::7])


@cache
def days() -> tuple[date, ...]:
    """Both sides of every change of the law."""
    changes = [day for day in law().regime_days() if day > law().first_day]
    return (law().first_day, *changes, *(day - timedelta(days=1) for day in changes))


YES_NO = (
    "passenger_vehicle_part", "mhdv_part", "certified_vehicle_part", "passenger_vehicle_or_light_truck",
    "mhdv", "civil_aircraft", "kitchen_cabinet_or_vanity", "semiconductor_note_39b",
    "patented_pharmaceutical", "generic_pharmaceutical", "specialty_drug", "pharmaceutical_use",
    "particular_article", "annex_iii_company", "equipment_part_note_16k", "motorcycle_part_note_16g",
    "no_listed_metal", "donation", "quota_filled", "thermal_imaging", "allied_components_certified",
    "unmanned_aircraft_use", "quartz_surface_product", "onshoring_plan", "price_agreement", "research_use",
    "us_active_ingredient", "leather_as_described",
)  # fmt: skip
OTHER = (
    ("steel_content_value_usd", ("0", "40", "100")),
    ("aluminum_content_value_usd", ("0", "25.5", "100")),
    ("copper_content_value_usd", ("0", "10")),
    ("metal_weight_pct", ("0", "14.9", "15", "100")),
    ("us_metal_pct", ("0", "84.9", "85", "95", "100")),
    ("melt_pour_country", ("US", "JP")),
    ("smelt_country", ("US", "JP", "RU", "OTH")),
    ("cast_country", ("US", "JP", "RU")),
    ("vehicle_age_years", ("24", "25")),
    ("loaded_on", ("2025-04-04", "2025-08-06", "2026-02-23", "2026-07-23")),
    ("us_content_value_usd", ("10", "30")),
    ("program", ("JP",)),
    ("postal", ("yes",)),
    ("de_minimis", ("yes",)),
    ("chapter98", ("9802.00.50", "9802.00.60", "9801.00.10", "9813.00.05")),
    ("chapter98_value_usd", ("20",)),
)
facts = st.dictionaries(
    st.sampled_from([*YES_NO, *(name for name, _ in OTHER)]), st.integers(0, 11), max_size=4
).map(
    lambda drawn: {
        name: ("yes", "no")[place % 2]
        if name in YES_NO
        else dict(OTHER)[name][place % len(dict(OTHER)[name])]
        for name, place in drawn.items()
    }
)
Line = tuple[str, int, int | None, str, dict[str, str]]
lines = st.tuples(
    st.integers(0, 10**6).map(lambda place: numbers()[place % len(numbers())]),
    st.one_of(st.integers(1, 10**5), st.integers(1, 10**13)),
    st.one_of(st.none(), st.integers(0, 10**9)),
    st.sampled_from(["kg", "No.", "pcs", "liters", "m2", ""]),
    facts,
)
entry_days = st.integers(0, 10**6).map(lambda place: days()[place % len(days())])


def goods(parts: list[Line]) -> Goods:
    return Goods(
        [number for number, *_ in parts],
        [value for _, value, *_ in parts],
        ["JP"] * len(parts),
        [quantity for _, _, quantity, *_ in parts],
        [unit for *_, unit, _ in parts],
        [declared for *_, declared in parts],
    )


@unhurried
@given(lines, entry_days)
def test_the_quick_arithmetic_gives_the_cents_of_the_long_way(line: Line, day: date) -> None:
    number, value, quantity, unit, declared = line
    planned = rows().planned(number, "JP", declared, value, Day(day))
    if planned.quick is None:
        return
    quick = planned.quick.settle(value, quantity, unit, planned.declared.numbers)
    if quick is None:
        return
    amount = None if quantity is None else Fraction(quantity, E4)
    settled = settle_branches(planned.plan, Amounts(Fraction(value, CENTS), amount, unit, planned.declared))
    assert quick.least == min(one.duty_cents for one in settled)
    most = [one.most_cents for one in settled]
    assert quick.most == (None if None in most else max(cents for cents in most if cents is not None))


@unhurried
@given(st.lists(lines, min_size=1, max_size=6), entry_days)
def test_columns_give_what_each_row_gives_alone(parts: list[Line], day: date) -> None:
    columns = rater().rate(goods(parts), day)
    for place, part in enumerate(parts):
        alone = RatedLines.empty([part[1]], columns.outcome[place])
        rows().rate(alone, goods([part]), 0, Day(day))
        assert columns.line(place) == alone.line(0)


def test_a_declared_part_over_the_value_bounds_nothing() -> None:
    part = goods([("6912003910", 100_00, None, "", {"us_content_value_usd": "100.01"})])
    line = rater().rate(part, date(2025, 5, 15)).line(0)
    assert (line.duty_min_cents, line.duty_max_cents, line.status) == (0, None, Status.REVIEW)
    assert "part-over-value" in {reason.code for reason in line.reasons}


def test_goods_alike_in_all_but_the_value_that_decides_are_rated_each_by_its_own() -> None:
    parcels = goods(
        [("7616995160", cents, None, "", {"postal": "yes"}) for cents in (800_00, 800_01, 100_00)]
    )
    rated = rater().rate(parcels, date(2025, 8, 29))
    assert [rated.line(place).duty_cents for place in range(3)] == [120_00, 420_01, 15_00]


@unhurried
@given(st.lists(lines, min_size=2, max_size=6), entry_days, st.permutations(range(6)))
def test_the_order_of_goods_changes_nothing(parts: list[Line], day: date, order: list[int]) -> None:
    mixed = [place for place in order if place < len(parts)]
    straight = rater().rate(goods(parts), day)
    shuffled = rater().rate(goods([parts[place] for place in mixed]), day)
    assert [shuffled.line(row) for row in range(len(mixed))] == [straight.line(place) for place in mixed]


@unhurried
@given(lines, entry_days)
def test_duty_lies_within_its_range(line: Line, day: date) -> None:
    rated = rater().rate(goods([line]), day).line(0)
    assert rated.duty_min_cents is not None
    assert rated.duty_max_cents is None or 0 <= rated.duty_min_cents <= rated.duty_max_cents
    assert (rated.duty_cents is None) == (rated.status is Status.REVIEW)
    if rated.duty_cents is not None:
        assert rated.duty_min_cents == rated.duty_cents == rated.duty_max_cents


@unhurried
@given(lines, entry_days, st.sampled_from([*YES_NO, *(name for name, _ in OTHER)]))
def test_a_declaration_that_cannot_be_understood_bounds_all_that_it_may_say(
    line: Line, day: date, name: str
) -> None:
    number, value, quantity, unit, declared = line
    readings = ("yes", "no") if name in YES_NO else dict(OTHER)[name]
    others = {fact: text for fact, text in declared.items() if fact != name}
    told = [{**others, name: text} for text in ("?!", *readings)] + [others]
    rated = rater().rate(goods([(number, value, quantity, unit, facts) for facts in told]), day)
    unread, *read = (rated.line(row) for row in range(len(told)))
    assert unread.status is Status.REVIEW
    for one in read:
        if any(reason.code in ("part-over-value", "content-over-value") for reason in one.reasons):
            continue
        assert (unread.duty_min_cents or 0) <= (one.duty_min_cents or 0)
        if unread.duty_max_cents is not None:
            assert one.duty_max_cents is not None
            assert one.duty_max_cents <= unread.duty_max_cents


@unhurried
@given(lines, entry_days, st.integers(1, 10**9))
def test_duty_does_not_fall_as_the_value_grows(line: Line, day: date, more: int) -> None:
    number, value, quantity, unit, declared = line
    whole = {name for name, _ in OTHER if name.endswith("_value_usd")} | {"postal", "de_minimis"}
    declared = {name: text for name, text in declared.items() if name not in whole}
    lower = rater().rate(goods([(number, value, quantity, unit, declared)]), day).line(0)
    higher = rater().rate(goods([(number, value + more, quantity, unit, declared)]), day).line(0)
    assert (lower.duty_min_cents or 0) <= (higher.duty_min_cents or 0)
    if lower.duty_max_cents is not None and higher.duty_max_cents is not None:
        assert lower.duty_max_cents <= higher.duty_max_cents


@unhurried
@given(lines, entry_days, st.randoms(use_true_random=False))
def test_answering_what_is_asked_stays_within_the_range(line: Line, day: date, random: object) -> None:
    number, value, quantity, unit, declared = line
    opened = rater().rate(goods([line]), day).line(0)
    asked = [need for need in opened.needs if need in YES_NO and need not in declared]
    if not asked or opened.duty_max_cents is None:
        return
    answers: Mapping[str, str] = {
        **declared,
        **{name: random.choice(["yes", "no"]) for name in asked},  # type: ignore[attr-defined]
    }
    settled = rater().rate(goods([(number, value, quantity, unit, dict(answers))]), day).line(0)
    assert (opened.duty_min_cents or 0) <= (settled.duty_min_cents or 0)
    assert settled.duty_max_cents is not None
    assert settled.duty_max_cents <= opened.duty_max_cents


@unhurried
@given(lines, entry_days)
def test_an_explanation_adds_up_to_the_line_and_names_its_headings(line: Line, day: date) -> None:
    told = rater().explain(goods([line]), 0, day)
    for language in ("en", "ja"):
        assert explanation_as_text(told, language)
    rated = told.rated
    if rated.duty_cents is None:
        return
    assert sum(part.duty_cents for part in told.sub_lines) == rated.duty_cents
    assert sum(part.value_cents for part in told.sub_lines) == rated.entered_value_cents
    reported = {heading for part in told.sub_lines for heading in part.headings}
    assert reported == set(rated.headings)
    named = {step.heading for step in told.steps if step.kind is StepKind.HEADING}
    assert reported - named == set()


def test_no_number_of_the_newest_edition_raises_and_none_of_a_plain_rate_is_open_for_it() -> None:
    known = list(tariff_numbers(law().nomenclature, NEWEST))
    blank = goods([(number, 1_000_000, None, "", {}) for number in known])
    rated = rater().rate(blank, NEWEST)
    assert len(known) > 19_000
    plain = re.compile(r"Free|\d+(\.\d+)?%")
    opened = []
    for place, number in enumerate(known):
        line = law().nomenclature.line(number, NEWEST)
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
