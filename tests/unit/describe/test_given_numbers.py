"""Numbers that stand on an invoice, held against the edition of the day and the description."""

from datetime import date
from pathlib import Path

import pytest

from duty_desktop.describe.finder import Finder
from duty_desktop.describe.given_numbers import Given, GivenStatus, look_at
from duty_desktop.invoice import read_invoice
from duty_desktop.terms.resources import resource_folder
from tests.unit.describe.conftest import ON


def look(finder: Finder, printed: str, description: str = "", on: date = ON) -> Given:
    return look_at(finder, printed, description, on)


def numbers(given: Given) -> list[str]:
    return [candidate.number for candidate in given.proposals]


@pytest.mark.parametrize(
    ("printed", "status"),
    [
        ("8708.30.5090", GivenStatus.RIGHT),
        ("", GivenStatus.MISSING),
        ("8708.30", GivenStatus.SHORT),
        ("870830-000", GivenStatus.JAPANESE),
        ("9903.94.05", GivenStatus.NOT_GOODS),
        ("7318.15.2056", GivenStatus.SUFFIX_UNKNOWN),
        ("8415.90.8025", GivenStatus.REPLACED),
        ("2922.19.0900", GivenStatus.REPLACED),
        ("8708.33.5090", GivenStatus.UNKNOWN),
        ("12", GivenStatus.UNKNOWN),
    ],
)
def test_every_number_has_a_status_and_a_reason(finder: Finder, printed: str, status: GivenStatus) -> None:
    given = look(finder, printed)
    assert given.status is status
    assert given.reason.en
    assert given.reason.ja


def test_six_digits_and_japans_nine_give_the_us_numbers_below(finder: Finder) -> None:
    for printed in ("8708.30", "870830000"):
        proposals = numbers(look(finder, printed, "brake pads"))
        assert proposals
        assert all(number.startswith("870830") for number in proposals)
        assert proposals[0].startswith("87083050")


def test_nine_digits_that_lost_a_zero_are_not_taken_for_japans(finder: Finder) -> None:
    given = look(finder, "902109050", "green tea")
    assert given.status is GivenStatus.UNKNOWN
    assert numbers(given)[0] == "0902109050"


def test_a_deleted_number_has_successors_and_its_last_day(finder: Finder) -> None:
    given = look(finder, "8415.90.8025")
    assert "2026-01-31" in given.reason.en
    assert numbers(given)[0].startswith("84159080")
    assert look(finder, "8415.90.8025", on=date(2026, 1, 31)).status is GivenStatus.RIGHT


def test_a_number_not_yet_in_the_tariff_says_from_when(finder: Finder) -> None:
    assert look(finder, "8415908020", on=date(2025, 1, 10)).reason.en.startswith(
        "8415.90.8020 is in the tariff only from"
    )


def test_a_slip_of_the_keyboard_proposes_what_fits_the_description(finder: Finder) -> None:
    given = look(finder, "8511.01.0000", "spark plugs")
    assert "8511100000" in numbers(given)[:2]


def test_a_number_whose_words_share_nothing_is_checked_not_changed(finder: Finder) -> None:
    given = look(finder, "8708.30.5090", "green tea")
    assert given.number == "8708305090"
    assert given.status is GivenStatus.CHECK
    assert "0902" in given.reason.en
    assert numbers(given)[0].startswith("0902")


@pytest.mark.parametrize(
    ("printed", "description"),
    [
        ("8708.99.5800", "Hub unit, double flanged"),
        ("7318.15.2065", "六角ボルト M8×25"),
        ("4016.93.1020", "Zierleiste XT-500"),
        ("8482.10.5048", "BRG 6203ZZ"),
        ("8708.30.5090", ""),
    ],
)
def test_little_knowledge_is_no_doubt(finder: Finder, printed: str, description: str) -> None:
    assert look(finder, printed, description).status is GivenStatus.RIGHT


def test_the_sample_invoices_raise_no_doubt(law_finder: Finder) -> None:
    doubts = [
        (description, given.number)
        for path in sorted((resource_folder() / "samples").glob("*.xlsx"))
        for document in read_invoice(Path(path)).documents
        for number, description in zip(document.lines.hts, document.lines.description, strict=True)
        if (given := look(law_finder, number or "", description)).status is GivenStatus.CHECK
    ]
    assert doubts == []
