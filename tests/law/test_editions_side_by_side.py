"""Two editions of the law in one process: each rates by its own rates, and neither sees the other's plans."""

from datetime import date
from pathlib import Path

import pytest

from duty_desktop.document import open_document, save_document
from duty_desktop.estimate.currency import usual_rates
from duty_desktop.estimate.edits import EditError, LineEdit
from duty_desktop.estimate.fees import fee_schedule
from duty_desktop.estimate.shipment import Shipment
from duty_desktop.estimate.shipment_rating import rater_of
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.lines.reading import Reading
from duty_desktop.report.content import report_content
from duty_desktop.report.settings import ReportSettings
from duty_desktop.tariff.law import Law
from tests.editions import altered_edition
from tests.unit.estimate.conftest import lines
from tests.unit.estimate.conftest import reading as invoice

DAY = date(2026, 4, 1)
PORCELAIN = "6912003900"


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Law:
    """A copy of the program's edition with one rate and one fee changed."""
    return Law.load(altered_edition(tmp_path_factory.mktemp("edition")))


@pytest.fixture(scope="module")
def reading() -> Reading:
    """An invoice of two lines, which both editions rate."""
    return invoice(lines((PORCELAIN, 10_000), (PORCELAIN, 20_000)))


def rated(law: Law, reading: Reading) -> Worksheet:
    return Worksheet(law, [reading], Shipment(DAY))


def test_the_same_reading_is_rated_by_each_edition(law: Law, other: Law, reading: Reading) -> None:
    sheets = [rated(one, reading) for one in (law, other, law, other)]
    assert [sheet.rated.duty_cents for sheet in sheets] == [[1_450_00, 2_900_00], [1_650_00, 3_300_00]] * 2
    assert [sheet.totals.fees.mpf_cents for sheet in sheets] == [103_92, 150_00] * 2


def test_a_change_of_one_worksheet_stays_with_its_edition(law: Law, other: Law, reading: Reading) -> None:
    ours, theirs = rated(law, reading), rated(other, reading)
    for sheet in (ours, theirs):
        sheet.apply(LineEdit("amount", (0,), ("1000",)))
    assert (ours.rated.duty_cents[0], theirs.rated.duty_cents[0]) == (145_00, 165_00)


def test_each_edition_is_told_in_its_own_explanation_and_report(
    law: Law, other: Law, reading: Reading
) -> None:
    for one, rate in ((law, "10%"), (other, "12%")):
        sheet = rated(one, reading)
        sums = [step.arithmetic.en for step in sheet.explain(0).steps if step.measure == "section-122"]
        assert any(rate in text for text in sums)
        content = report_content(sheet, ReportSettings(DAY))
        assert content.stamp.edition == one.edition
        assert sum(line.mpf_cents or 0 for line in content.entry_lines) == sheet.totals.fees.mpf_cents


def test_nothing_kept_for_one_edition_is_found_under_another(law: Law, other: Law) -> None:
    assert law.edition != other.edition
    for keep in (rater_of, fee_schedule, usual_rates):
        assert keep(law) is keep(law)
        assert keep(law) is not keep(other)


def test_document_rated_by_one_edition_says_so_under_another(
    law: Law, other: Law, reading: Reading, tmp_path: Path
) -> None:
    path = tmp_path / "a.duty"
    save_document(path, rated(law, reading), [])
    sheet = open_document(path).as_saved(other)
    assert (sheet.results_edition, sheet.law.edition) == (law.edition, other.edition)
    assert sheet.rated.duty_cents == [1_450_00, 2_900_00]
    with pytest.raises(EditError, match="made by the schedule"):
        sheet.apply(LineEdit("amount", (0,), ("1000",)))
    sheet.renew()
    assert sheet.results_edition == other.edition
    assert sheet.rated.duty_cents == [1_650_00, 3_300_00]
    assert open_document(path).as_saved(law).results_edition == law.edition
