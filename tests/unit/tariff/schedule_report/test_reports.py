"""Overlaps, numbers in no edition and gaps: found, explained, and explanations that shrink with them."""

from datetime import date
from pathlib import Path

import pytest

from duty_desktop.tariff.nomenclature import Nomenclature
from duty_desktop.tariff.schedule_error import ScheduleError
from duty_desktop.tariff.schedule_reading import read_schedule
from duty_desktop.tariff.schedule_report.explained import read_explained
from duty_desktop.tariff.schedule_report.gaps import GapKind
from duty_desktop.tariff.schedule_report.pairs import meeting_pairs
from duty_desktop.tariff.schedule_report.precedence import precedence
from duty_desktop.tariff.schedule_report.reports import Reports, reports
from duty_desktop.terms.resources import resource_folder
from tests.unit.tariff.schedule_files import LANTERNS, LANTERNS_LIST, write_schedule

COUNTRY_WIDE = (
    '[[gap]]\nkind = "no-country-wide-duty"\nbecause = { en = "None is invented.", ja = "なし。" }\n'
)


def made(folder: Path, changed: dict[str, str]) -> Reports:
    write_schedule(folder, {"explained.toml": COUNTRY_WIDE, **changed})
    tariff = Nomenclature(resource_folder() / "hts")
    return reports(read_schedule(folder), tariff, read_explained(folder))


def test_a_schedule_without_findings_is_clean(tmp_path: Path) -> None:
    found = made(tmp_path, {})
    assert (found.overlaps, found.dead_numbers, found.stale, found.unexplained) == ((), (), (), 0)
    assert [gap.kind for gap, _ in found.gaps] == [GapKind.NO_COUNTRY_WIDE_DUTY]


def test_two_parts_that_name_a_number_on_one_day_overlap(tmp_path: Path) -> None:
    rows = LANTERNS_LIST + "9505.90.4000,wire,2025-03-01,,annex 3\n"
    found = made(tmp_path, {"scopes/lanterns.csv": rows})
    ((overlap, reason),) = [
        one for one in found.overlaps if "wire" in one[0].parts and "paper" in one[0].parts
    ]
    assert (overlap.list, overlap.parts, overlap.first) == ("lanterns", ("paper", "wire"), date(2025, 3, 1))
    assert overlap.numbers == ("9505904000",)
    assert reason is None
    assert found.unexplained == len(found.overlaps)


def test_parts_that_follow_each_other_by_day_do_not_overlap(tmp_path: Path) -> None:
    rows = "number,part,from,to,where\n9505.90,paper,2025-02-01,2025-02-28,a\n9505.90,wire,2025-03-01,,b\n"
    assert made(tmp_path, {"scopes/lanterns.csv": rows}).overlaps == ()


def test_a_number_that_no_edition_of_its_days_prints_is_dead(tmp_path: Path) -> None:
    found = made(tmp_path, {"scopes/lanterns.csv": LANTERNS_LIST + "9505.90.4099,,2026-03-01,,annex 3\n"})
    ((dead, reason),) = found.dead_numbers
    assert (dead.list, dead.number, reason) == ("lanterns", "9505904099", None)
    assert dead.editions == ("2026 Revision 3", "2026 Revision 10")


GAPS = {
    "a list that no rule looks at": (
        {
            "measures/lanterns.toml": LANTERNS.replace(
                "from = 2025-02-01", "from = 2025-02-01\nto = 2026-01-31"
            )
        },
        GapKind.LIST_WITHOUT_RULE,
        "lanterns",
        (date(2026, 2, 1), date.max),
    ),
    "a rule whose list is empty": (
        {"measures/lanterns.toml": LANTERNS.replace("from = 2025-02-01", "from = 2025-01-10")},
        GapKind.RULE_WITHOUT_NUMBERS,
        "lanterns/lantern",
        (date(2025, 1, 10), date(2025, 1, 31)),
    ),
    "a number that left and came back": (
        {"scopes/lanterns.csv": LANTERNS_LIST + "9505.10,,2025-02-01,2025-03-31,a\n9505.10,,2025-05-01,,b\n"},
        GapKind.NUMBER_INTERRUPTED,
        "lanterns 9505.10",
        (date(2025, 4, 1), date(2025, 4, 30)),
    ),
}


@pytest.mark.parametrize("name", GAPS)
def test_gaps_are_told_with_their_days(tmp_path: Path, name: str) -> None:
    changed, kind, subject, days = GAPS[name]
    found = [gap for gap, reason in made(tmp_path, changed).gaps if reason is None and gap.kind is kind]
    assert (subject, *days) in [(gap.subject, gap.first, gap.last) for gap in found]


def test_days_of_a_measure_without_any_rule_are_a_gap(tmp_path: Path) -> None:
    text = LANTERNS.replace('id = "lent"\n', 'id = "lent"\nto = 2025-02-28\n').replace(
        'id = "lantern"\n', 'id = "lantern"\nfrom = 2025-04-01\n'
    )
    found = [gap for gap, _ in made(tmp_path, {"measures/lanterns.toml": text}).gaps]
    silent = [gap for gap in found if gap.kind is GapKind.MEASURE_WITHOUT_RULE]
    assert [(gap.subject, gap.first, gap.last) for gap in silent] == [
        ("lanterns", date(2025, 3, 1), date(2025, 3, 31))
    ]


def test_an_explanation_belongs_to_its_finding(tmp_path: Path) -> None:
    explained = COUNTRY_WIDE + (
        '[[dead_number]]\nlist = "lanterns"\nnumbers = ["9505.90.4099"]\n'
        'because = { en = "Printed later.", ja = "後日掲載。" }\n'
    )
    rows = LANTERNS_LIST + "9505.90.4099,,2026-03-01,,annex 3\n"
    found = made(tmp_path, {"scopes/lanterns.csv": rows, "explained.toml": explained})
    ((_, reason),) = found.dead_numbers
    assert reason is not None
    assert (reason.en, found.unexplained, found.stale) == ("Printed later.", 0, ())


def test_an_explanation_of_nothing_must_go(tmp_path: Path) -> None:
    explained = COUNTRY_WIDE + (
        '[[dead_number]]\nlist = "lanterns"\nnumbers = ["9505.90.4000"]\nbecause = { en = "x", ja = "x" }\n'
        '[[overlap]]\nlist = "lanterns"\nparts = ["wire", "paper"]\nbecause = { en = "x", ja = "x" }\n'
    )
    assert made(tmp_path, {"explained.toml": explained}).stale == (
        "dead number 9505.90.4000 of lanterns",
        "overlap of paper and wire in lanterns",
    )


def test_the_file_of_explanations_is_checked(tmp_path: Path) -> None:
    write_schedule(tmp_path, {"explained.toml": COUNTRY_WIDE.replace("no-country-wide-duty", "hole")})
    with pytest.raises(ScheduleError, match=r"explained\.toml, line 2, gap\.kind: “hole” must be one of"):
        read_explained(tmp_path)


LAMPS = (
    LANTERNS.replace('id = "lanterns"', 'id = "lamps"')
    .replace("9999.12", "9999.13")
    .replace(
        "[[rule]]",
        '[[rule]]\nid = "taken"\nheading = "9999.13.09"\nfrom = 2025-03-01\n'
        'when = { covered_by = ["lanterns"] }\nsource = ["notice-3"]\n\n[[rule]]',
        1,
    )
)


def test_measures_of_one_list_meet_on_its_numbers(tmp_path: Path) -> None:
    schedule = read_schedule(write_schedule(tmp_path, {"measures/lamps.toml": LAMPS}))
    (pair,) = meeting_pairs(schedule, Nomenclature(resource_folder() / "hts"))
    assert (pair.one, pair.other, pair.first, pair.everywhere) == (
        "lanterns",
        "lamps",
        date(2025, 2, 1),
        False,
    )
    assert {number[:6] for number in pair.numbers} == {"950590"}


def test_precedence_holds_on_the_days_of_both(tmp_path: Path) -> None:
    schedule = read_schedule(write_schedule(tmp_path, {"measures/lamps.toml": LAMPS}))
    (found,) = precedence(schedule)
    assert (found.winner, found.loser) == ("lanterns", "lamps")
    assert (found.first, found.last) == (date(2025, 3, 1), date.max)
    assert (found.headings, found.rule.heading) == (("99991201",), "99991309")
