"""For every pair of measures that can meet on one good, an example shows how it ends, or a note why not."""

from collections.abc import Iterator

import pytest

from duty_desktop.estimate.goods import Day
from duty_desktop.estimate.pair_evidence import pairs_without_example, shown_pairs
from duty_desktop.estimate.row_rating import RowRater
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.measure import CannotMeet, Example, Measure
from duty_desktop.tariff.schedule_report.pairs import Pair, meeting_pairs
from duty_desktop.tariff.schedule_report.precedence import precedence


@pytest.fixture(scope="module")
def pairs(law: Law) -> tuple[Pair, ...]:
    return meeting_pairs(law.schedule, law.nomenclature)


def test_every_pair_of_measures_that_can_meet_is_shown_or_explained(
    law: Law, pairs: tuple[Pair, ...]
) -> None:
    missing = [(pair.one, pair.other) for pair in pairs_without_example(law, pairs, shown_pairs(law))]
    assert missing == []
    assert len(pairs) > 100


def test_notes_name_pairs_whose_lists_do_share_a_number(law: Law, pairs: tuple[Pair, ...]) -> None:
    notes = {frozenset((measure.id, note.measure)) for measure, note in _notes(law)}
    possible = {pair.names for pair in pairs}
    unneeded = notes - possible - {frozenset(("postal-shipments", "chapter-98"))}  # see the next test
    assert unneeded == set()


def _notes(law: Law) -> Iterator[tuple[Measure, CannotMeet]]:
    for measure in law.schedule.measures:
        for note in measure.cannot_meet:
            yield measure, note


def test_goods_in_the_post_are_decided_before_everything_else(law: Law) -> None:
    first = [measure.id for measure in law.schedule.measures if measure.rated_first]
    assert [measure.id for measure in law.schedule.measures][: len(first)] == first
    assert set(first) == {"postal-shipments", "chapter-98"}


def test_no_measure_that_takes_goods_out_of_another_decides_after_it(law: Law) -> None:
    place = {measure.id: place for place, measure in enumerate(law.schedule.measures)}
    assert all(place[one.winner] < place[one.loser] for one in precedence(law.schedule))


@pytest.mark.parametrize(
    "winner",
    ["autos-vehicles", "auto-parts", "mhdv-vehicles", "mhdv-parts", "certified-vehicle-parts", "wood"],
)
def test_a_section_232_measure_takes_goods_out_of_every_country_wide_duty_of_its_days(
    law: Law, winner: str
) -> None:
    by_id = {measure.id: measure for measure in law.schedule.measures}
    taken = {one.loser for one in precedence(law.schedule) if one.winner == winner}
    for loser in ("ieepa-reciprocal", "section-122", "section-301-forced-labor"):
        meets = by_id[winner].first <= by_id[loser].last and by_id[loser].first <= by_id[winner].last
        assert (loser in taken) == meets


@pytest.mark.parametrize(
    "stays", ["japan-leather", "quartz", "unmanned-aircraft", "polysilicon", "aluminum-of-russia"]
)
def test_what_the_law_does_not_name_keeps_the_country_wide_duty(law: Law, stays: str) -> None:
    relieved = {one.loser for one in precedence(law.schedule) if one.winner == stays}
    assert relieved.isdisjoint({"ieepa-reciprocal", "section-122", "section-301-forced-labor"})


def test_section_122_never_stacks_on_a_section_232_duty(law: Law) -> None:
    """A known mistake of others: 122 charged on top of 232. Aluminum of Russia is the one exception."""
    of = {measure.id: measure.authority for measure in law.schedule.measures}
    rows = RowRater(law, {})
    stacked = []
    for measure in law.schedule.measures:
        for example in measure.examples:
            for charged in _charged_together(rows, example):
                authorities = {of[name] for name in charged - {"aluminum-of-russia"}}
                if {"section-122", "section-232"} <= authorities:
                    stacked.append((measure.id, example.line))
    assert stacked == []


def _charged_together(rows: RowRater, example: Example) -> Iterator[set[str]]:
    """The measures that charge one portion of an example's value."""
    facts = {name: value for name, value in example.facts if name not in ("quantity", "unit")}
    day = Day(example.entry_date)
    planned = rows.planned(example.hts, "JP", facts, int(example.value * 100), day)
    for branch in planned.plan.branches:
        for portion in branch.outcome.portions:
            yield {charge.rule.measure for charge in portion.charges}
