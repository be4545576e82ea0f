"""Numbers for all lines of a shipment: what is filled in, what is asked, what is doubted."""

from datetime import date
from pathlib import Path

import pytest

from duty_desktop.describe.finder import Finder
from duty_desktop.describe.parts_book import PartsBook, Use
from duty_desktop.describe.whole_invoice import (
    Evidence,
    LineText,
    NumbersFound,
    SearchCancelled,
    find_numbers,
    lines_of,
)
from duty_desktop.estimate.shipment import Shipment
from duty_desktop.estimate.worksheet import LineEdit, Worksheet
from duty_desktop.invoice import read_invoice
from duty_desktop.tariff.law import Law
from duty_desktop.terms.resources import resource_folder
from tests.unit.describe.conftest import ON


def found(
    finder: Finder, *lines: LineText, threshold: float = 0.8, book: PartsBook | None = None
) -> NumbersFound:
    return find_numbers(finder, lines, ON, threshold=threshold, book=book)


def test_only_lines_above_the_threshold_are_filled(finder: Finder) -> None:
    lines = LineText(0, "spark plugs"), LineText(1, "parts"), LineText(2, "bolts", "7318.15.2065")
    outcome = found(finder, *lines, threshold=0.5)
    assert [(one.line, one.number) for one in outcome.filled] == [(0, "8511100000")]
    assert [group.lines for group in outcome.asked] == [(1,)]
    assert not found(finder, *lines, threshold=1.0).filled


def test_every_line_without_a_number_is_filled_or_asked(finder: Finder) -> None:
    lines = [LineText(place, text) for place, text in enumerate(["bolts", "", "緑茶", "zzz", "spark plugs"])]
    outcome = found(finder, *lines)
    covered = [one.line for one in outcome.filled] + [line for one in outcome.asked for line in one.lines]
    assert sorted(covered) == [0, 1, 2, 3, 4]


def test_similar_descriptions_are_asked_together(finder: Finder) -> None:
    lines = [LineText(place, f"六角ボルト M{place + 5}×30") for place in range(3)]
    outcome = found(finder, *lines, LineText(3, "緑茶"), threshold=1.0)
    assert [group.lines for group in outcome.asked] == [(0, 1, 2), (3,)]


def test_the_files_own_digits_lead(finder: Finder) -> None:
    outcome = found(
        finder, LineText(0, "parts", "8511.10"), LineText(1, "ブレーキパッド", "870830000"), threshold=0.0
    )
    assert [one.number[:6] for one in outcome.filled] == ["851110", "870830"]
    assert {one.evidence for one in outcome.filled} == {Evidence.DIGITS}


def test_a_description_that_leads_away_from_the_files_digits_is_asked(finder: Finder) -> None:
    outcome = found(finder, LineText(0, "green tea", "8511.10"), threshold=0.0)
    numbers = [one.number for one in outcome.filled]
    assert all(number.startswith("851110") for number in numbers)


def test_numbers_that_stand_are_not_checked_when_that_is_not_wanted(finder: Finder) -> None:
    line = LineText(0, "green tea", "8708.30.5090")
    assert [one.number for one in found(finder, line).doubtful] == ["8708305090"]
    assert not find_numbers(finder, [line], ON, check=False).doubtful


def test_a_number_that_is_gone_is_asked_not_filled(finder: Finder) -> None:
    outcome = found(finder, LineText(0, "spark plugs", "8415908025"), threshold=0.0)
    assert not outcome.filled
    assert outcome.asked[0].reason.en.startswith("8415.90.8025")


def test_the_parts_book_comes_first_but_never_over_the_file(finder: Finder, tmp_path: Path) -> None:
    book = PartsBook(tmp_path / "parts.sqlite")
    book.remember([Use("Kanto", "A-1", "bracket", "8708995500", date(2026, 5, 1), "INV-1", 12)])
    outcome = found(
        finder,
        LineText(0, "bracket", "", "A-1", "Kanto"),
        LineText(1, "bracket", "7326.90.8688", "A-1", "Kanto"),
        LineText(2, "bracket", "7326.90", "A-1", "Kanto"),
        book=book,
    )
    assert [(one.line, one.number, one.evidence) for one in outcome.filled] == [
        (0, "8708995500", Evidence.PARTS_BOOK)
    ]
    assert "used on 12 lines since 2026-05" in outcome.filled[0].reasons[0].en
    assert [(one.line, one.number) for one in outcome.doubtful] == [(1, "7326908688")]
    assert [line for group in outcome.asked for line in group.lines] == [2]


def test_a_search_can_be_cancelled(finder: Finder) -> None:
    told: list[tuple[int, int]] = []

    def progress(done: int, all_: int) -> bool:
        told.append((done, all_))
        return done < 1

    with pytest.raises(SearchCancelled):
        find_numbers(finder, [LineText(0, "bolts"), LineText(1, "nuts")], ON, progress=progress)
    assert told == [(0, 2), (1, 2)]


def test_lines_of_a_worksheet_carry_what_was_printed_and_edited(law: Law) -> None:
    reading = read_invoice(resource_folder() / "samples" / "ito-shoji-2026-0412.xlsx")
    worksheet = Worksheet(law, [reading], Shipment(ON))
    line = next(place for place in range(len(worksheet)) if worksheet.table.hts_text[place] == "7604.29-000")
    assert lines_of(worksheet)[line].printed == "7604.29-000"
    assert lines_of(worksheet)[line].supplier == (worksheet.document_of[line].seller or "")
    worksheet.apply(LineEdit("hts", (line,), ("7604293090",)))
    worksheet.apply(LineEdit("hts", (line,), ("",)))
    assert len(lines_of(worksheet)) == len(worksheet)


def test_a_term_known_by_its_numbers_alone_is_asked_like_any_other(law_finder: Finder) -> None:
    outcome = found(law_finder, LineText(0, "ビタミンK 10mm"), LineText(1, "ビタミンK"), threshold=1.1)
    assert [group.lines for group in outcome.asked] == [(0, 1)]
