"""The reports on the lists are clean, or explained in the data; explanations only become fewer."""

from datetime import date, timedelta

import pytest

from duty_desktop.tariff.law import Law
from duty_desktop.tariff.schedule_report.changes import changes
from duty_desktop.tariff.schedule_report.explained import Explained, read_explained
from duty_desktop.tariff.schedule_report.gaps import GapKind
from duty_desktop.tariff.schedule_report.reports import Reports, reports
from duty_desktop.tariff.scopes import members
from duty_desktop.terms.resources import resource_folder

# The most that may be explained away. Lower a figure when an explanation goes; never raise one
# without a legal source for the new explanation.
MOST_OVERLAPS = 5
MOST_DEAD_NUMBERS = 53
MOST_GAPS = 1


@pytest.fixture(scope="module")
def explained() -> Explained:
    return read_explained(resource_folder() / "schedule")


@pytest.fixture(scope="module")
def found(law: Law, explained: Explained) -> Reports:
    return reports(law.schedule, law.nomenclature, explained)


def test_no_number_stands_in_two_parts_of_a_list_without_a_reason(found: Reports) -> None:
    assert [overlap for overlap, reason in found.overlaps if reason is None] == []


def test_no_list_names_a_number_that_is_in_no_edition_of_its_days_without_a_reason(found: Reports) -> None:
    """A known mistake of others: a lost dot or zero silently drops a number from a list."""
    assert [dead for dead, reason in found.dead_numbers if reason is None] == []


def test_no_day_of_the_law_is_missing_without_a_reason(found: Reports) -> None:
    assert [gap for gap, reason in found.gaps if reason is None] == []
    assert {gap.kind for gap, _ in found.gaps} <= {GapKind.NO_COUNTRY_WIDE_DUTY}


def test_explanations_shrink_with_what_they_explain(found: Reports, explained: Explained) -> None:
    assert found.stale == ()
    assert len(explained.overlaps) <= MOST_OVERLAPS
    assert len(explained.dead_numbers) <= MOST_DEAD_NUMBERS
    assert len(explained.gaps) <= MOST_GAPS


# Rows of the lists as the official texts count them, on a day (handbook of the law, 2026-10-09).
COUNTED = {
    ("auto-vehicles", None, date(2025, 4, 3)): 17,
    ("auto-parts", None, date(2025, 5, 3)): 130,
    ("mhdv-vehicles", None, date(2025, 11, 1)): 25,
    ("buses", None, date(2025, 11, 1)): 10,
    ("mhdv-parts", None, date(2025, 11, 1)): 182,
    ("civil-aircraft-japan", None, date(2025, 9, 16)): 554,
    ("section-122-exempt", "listed", date(2026, 2, 24)): 1098,
    ("section-122-exempt", "civil-aircraft", date(2026, 2, 24)): 546,
    ("section-122-exempt", "particular", date(2026, 2, 24)): 11,
    ("section-301-exempt", "listed", date(2026, 7, 24)): 863,
    ("section-301-exempt", "particular", date(2026, 7, 24)): 16,
    ("section-301-exempt", "civil-aircraft", date(2026, 7, 24)): 541,
    ("section-301-exempt", "pharmaceutical-use", date(2026, 7, 24)): 700,
    ("metals-2026", "1c-steel", date(2026, 6, 8)): 28,
    ("metals-2026", "3-aluminum", date(2026, 6, 8)): 18,
    ("metals-2026", "3-steel", date(2026, 6, 8)): 69,
    ("metals-2026", "1b-aluminum", date(2026, 6, 8)): 101,
    ("metals-2026", "1b-steel", date(2026, 6, 8)): 242,
    ("metals-2026", "1b-copper", date(2026, 6, 8)): 4,
    ("pharmaceuticals", None, date(2026, 7, 31)): 159,
    ("pharmaceuticals", None, date(2026, 9, 29)): 149,
    ("japan-leather", None, date(2025, 1, 1)): 79,
}


@pytest.mark.parametrize("entry", COUNTED, ids=lambda entry: f"{entry[0]}/{entry[1] or ''} {entry[2]}")
def test_a_list_has_as_many_rows_as_the_law_prints(law: Law, entry: tuple[str, str | None, date]) -> None:
    name, part, on = entry
    rows = [
        row
        for row in law.schedule.scopes.rows
        if row.scope == name and part in (None, row.part) and row.first <= on <= row.last
    ]
    assert len(rows) == COUNTED[entry]


# Rows added to and taken from Annex II on each day of change.
ANNEX_II = {
    date(2025, 8, 1): (0, 76),
    date(2025, 9, 8): (39, 8),
    date(2025, 10, 14): (0, 158),
    date(2025, 11, 13): (237, 0),
}


@pytest.mark.parametrize("day", ANNEX_II, ids=str)
def test_annex_ii_changed_as_the_change_records_say(law: Law, day: date) -> None:
    found = changes(law.schedule, law.nomenclature, day - timedelta(days=1), day)
    annex = [one for one in found.lists if (one.list, one.part) == ("ieepa-exempt", "listed")]
    added = sum(len(one.added) for one in annex)
    removed = sum(len(one.removed) for one in annex)
    assert (added, removed) == ANNEX_II[day]


def test_the_metals_lists_moved_on_2026_06_08_as_proclamation_11032_says(law: Law) -> None:
    found = changes(law.schedule, law.nomenclature, date(2026, 6, 7), date(2026, 6, 8))
    lists = {(one.list, one.part): one for one in found.lists}
    assert len(lists["metals-2026", "3-steel"].added) == 34
    assert len(lists["metals-2026", "3-aluminum"].added) == 5
    new = {*lists["metals-2026", "1b-aluminum"].added, *lists["metals-2026", "1b-steel"].added}
    assert new == {"37013000", "9403200075", "9403200082", "9403999040"}


def test_an_exclusion_keeps_the_nails_of_the_first_list_out_of_the_second(law: Law) -> None:
    on = date(2025, 7, 1)
    listed = members(law.schedule.scopes.rows_for("7317005503"), on)
    assert "steel-2025/older-derivative" in listed
    assert "steel-2025/chapter-73-derivative" not in listed
    other = members(law.schedule.scopes.rows_for("7317005501"), on)
    assert "steel-2025/chapter-73-derivative" in other


def test_a_renumbered_number_is_listed_on_the_days_of_its_edition(law: Law) -> None:
    rows = law.schedule.scopes.rows_for("9401999081")
    assert "aluminum-2025/derivative" in members(rows, date(2025, 6, 30))
    assert "aluminum-2025/derivative" not in members(rows, date(2025, 7, 1))
    assert "aluminum-2025/derivative" in members(law.schedule.scopes.rows_for("9401999030"), date(2025, 7, 1))


def test_what_is_in_force_does_not_change_within_a_regime(law: Law) -> None:
    days = [day for day in law.regime_days() if day >= law.first_day]
    lasts = [*(day - timedelta(days=1) for day in days[1:]), date(2035, 1, 1)]
    for first, last in zip(days, lasts, strict=True):
        assert law.regime(first) == law.regime(last)
        for measure in law.schedule.measures:
            assert [rule.in_force(first) for rule in measure.rules] == [
                rule.in_force(last) for rule in measure.rules
            ]
        for row in law.schedule.scopes.rows:
            assert (row.first <= first <= row.last) == (row.first <= last <= row.last)
