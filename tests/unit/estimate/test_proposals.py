"""A proposed HTS number is rated but in review, and final only when a person says so."""

from datetime import date
from pathlib import Path

import pytest

from duty_desktop.document import open_document, save_document
from duty_desktop.estimate.edits import EditError, LineEdit
from duty_desktop.estimate.proposals import CONFIRM, PROPOSED, REJECT, Proposal, proposal_of
from duty_desktop.estimate.read_again import read_again
from duty_desktop.estimate.result import Question, Status
from duty_desktop.estimate.shipment import Shipment
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.lines.reading import Document, Reading
from duty_desktop.lines.table import LineTable
from duty_desktop.report.content import report_content
from duty_desktop.report.lines_table import lines_table
from duty_desktop.report.settings import ReportSettings
from duty_desktop.tariff.law import Law

BOLT, NUT = "7318152065", "7318160085"
PROPOSAL = Proposal(BOLT, "description", 83)


def reading() -> Reading:
    table = LineTable(
        sheet=["Invoice"] * 3,
        row=[5, 6, 7],
        item=["B-8", "B-8", "N-8"],
        description=["bolt M8", "bolt M8", "nut M8"],
        hts=[None, None, NUT],
        hts_text=["", "73.18", NUT],
        quantity_e4=[10_000] * 3,
        unit=["pcs"] * 3,
        unit_price_e4=[None] * 3,
        unit_price_per=[""] * 3,
        amount_e4=[10_000_000] * 3,
        currency=["USD"] * 3,
        origin=["JP"] * 3,
        weight_kg_e4=[None] * 3,
        facts=[{}, {}, {}],
    )
    return Reading("invoice.xlsx", [Document("Invoice", lines=table, currency="USD", terms="FOB")])


@pytest.fixture
def worksheet(law: Law) -> Worksheet:
    """Three lines; the first two have a proposed number."""
    made = Worksheet(law, [reading()], Shipment(date(2026, 11, 23)))
    made.apply(LineEdit("hts", (0, 1), (PROPOSAL.text, PROPOSAL.text)))
    return made


def to_confirm(worksheet: Worksheet) -> Question:
    return next(one for one in worksheet.questions() if one.kind == PROPOSED)


def test_a_proposal_is_one_text_with_its_number() -> None:
    assert PROPOSAL.text == "7318152065?description 83"
    for one in (PROPOSAL, Proposal(BOLT), Proposal(BOLT, "parts-book"), Proposal(BOLT, "", 70)):
        assert proposal_of(one.text) == one
    assert proposal_of(BOLT) is None
    assert proposal_of(f"{BOLT}?83.5 %!") is None


def test_a_line_with_a_proposed_number_is_in_review_with_the_duty_of_that_number(
    worksheet: Worksheet,
) -> None:
    proposed, sure = worksheet.line(0), worksheet.line(2)
    assert proposed.status is Status.REVIEW
    assert proposed.duty_cents is None
    assert proposed.duty_min_cents == proposed.duty_max_cents == 50_000
    assert "not confirmed" in proposed.reasons[0].text.en
    assert sure.status is Status.RATED
    assert worksheet.totals.all.review_lines == 2
    assert worksheet.explain(0).rated.status is Status.REVIEW


def test_every_way_of_rating_holds_a_proposal_in_review(worksheet: Worksheet) -> None:
    worksheet.renew()
    assert worksheet.totals.all.review_lines == 2
    worksheet.apply(LineEdit("amount", (0,), ("2000",)))
    assert worksheet.line(0).status is Status.REVIEW
    assert worksheet.line(0).duty_max_cents == 100_000


def test_proposals_are_one_question_that_confirms_or_rejects_them(worksheet: Worksheet) -> None:
    question = to_confirm(worksheet)
    assert question.text.en == "2 proposed numbers to confirm."
    assert question.lines == (0, 1)
    assert [(one.value, one.duty_min_cents) for one in question.answers] == [(CONFIRM, 100_000), (REJECT, 0)]
    inverse = worksheet.apply_all(worksheet.answer(question, CONFIRM))
    assert worksheet.totals.all.review_lines == 0
    assert worksheet.text("hts", 0) == BOLT
    worksheet.apply_all(inverse)
    assert worksheet.totals.all.review_lines == 2
    assert worksheet.proposals[0] == PROPOSAL


def test_rejecting_gives_the_lines_back_what_was_read(worksheet: Worksheet) -> None:
    alone = worksheet.narrowed(to_confirm(worksheet), [1])
    assert alone.text.en == "1 proposed number to confirm."
    worksheet.apply_all(worksheet.answer(alone, REJECT))
    assert worksheet.table.hts == [BOLT, None, NUT]
    assert not worksheet.is_edited("hts", 1)
    assert list(worksheet.proposals) == [0]


def test_a_number_that_a_person_enters_is_final_even_when_it_is_the_proposed_one(
    worksheet: Worksheet,
) -> None:
    worksheet.apply(LineEdit("hts", (0,), ("7318.15.2065",)))
    assert worksheet.line(0).status is Status.RATED
    assert list(worksheet.proposals) == [1]


def test_a_proposal_that_is_no_number_is_refused(worksheet: Worksheet) -> None:
    with pytest.raises(EditError):
        worksheet.apply(LineEdit("hts", (0,), ("731?description",)))
    assert worksheet.proposals[0] == PROPOSAL


def test_a_document_keeps_proposals_as_proposals(worksheet: Worksheet, law: Law, tmp_path: Path) -> None:
    path = tmp_path / "proposed.duty"
    save_document(path, worksheet, [])
    saved = open_document(path)
    for again in (saved.as_saved(law), saved.rated_anew(law)):
        assert again.proposals == worksheet.proposals
        assert again.totals.all.review_lines == 2
        assert to_confirm(again).lines == (0, 1)


def test_a_file_read_again_keeps_proposals_as_proposals(worksheet: Worksheet) -> None:
    again = read_again(worksheet, 0, reading()).worksheet
    assert again.proposals == worksheet.proposals


def test_the_report_says_that_a_number_is_proposed_and_not_confirmed(worksheet: Worksheet) -> None:
    table = lines_table(worksheet, "en")
    columns = {column.key: cells for column, cells in zip(table.columns, table.data, strict=True)}
    assert list(columns["hts"]) == ["7318.15.2065?", "7318.15.2065?", "7318.16.0085"]
    told = [str(one).startswith("The HTS number was proposed, not confirmed") for one in columns["reasons"]]
    assert told == [True, True, False]


def test_an_entry_line_says_that_its_number_is_proposed(worksheet: Worksheet) -> None:
    lines = report_content(worksheet, ReportSettings(date(2026, 11, 23))).entry_lines
    assert [(line.proposed, line.numbers[-1].number, line.duty_cents) for line in lines] == [
        (True, "7318.15.2065?", None),
        (False, "7318.16.0085", 50_000),
    ]
