"""The one content of all reports: its sums are the worksheet's, in either language."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from duty_desktop.estimate.class_names import CLASSES
from duty_desktop.estimate.edits import LineEdit
from duty_desktop.estimate.result import Category
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.lines.reading import Charge, ChargeKind
from duty_desktop.report import phrases
from duty_desktop.report.content import report_content
from duty_desktop.report.exporting import ExportCancelledError
from duty_desktop.report.figures import money
from duty_desktop.report.settings import Basis, ReportSettings
from duty_desktop.report.table import Table
from duty_desktop.tariff.law import Law
from duty_desktop.terms.text import Text
from tests.unit.report.conftest import SHIPMENT, Goods, document, worksheet

DAY = date(2026, 8, 4)
ENGLISH = ReportSettings(DAY)
GOODS = (
    Goods("7318152065", "1000.33", "120", "kg", description="Bolts"),
    Goods("7318152065", "250.50", "2", "kg", description="Bolts"),
    Goods("6912004810", "440.21", "600", facts={"civil_aircraft": "no"}),
    Goods("8708305090", "999.49", description="Brake caliper"),
    Goods(None, "77.70", description="Washer"),
)
SETTLED = GOODS[:3]


@pytest.fixture(scope="module")
def open_sheet(law: Law) -> Worksheet:
    return worksheet(law, document(*GOODS))


@pytest.fixture(scope="module")
def settled_sheet(law: Law) -> Worksheet:
    return worksheet(law, document(*SETTLED))


@pytest.mark.parametrize("key", ["by_class", "by_measure", "by_heading"])
@pytest.mark.parametrize("settled", [True, False])
def test_every_table_of_sums_adds_up_to_the_duty(
    key: str, settled: bool, settled_sheet: Worksheet, open_sheet: Worksheet
) -> None:
    sheet = settled_sheet if settled else open_sheet
    table: Table = getattr(report_content(sheet, ENGLISH), key)
    assert table.total("duty_from") == sheet.totals.all.duty_min_cents


def test_lines_sum_to_the_totals(open_sheet: Worksheet) -> None:
    content, whole = report_content(open_sheet, ENGLISH), open_sheet.totals.all
    assert content.lines.total("value") == whole.entered_value_cents
    assert content.lines.total("duty_from") == whole.duty_min_cents
    assert content.by_class.total("value") == whole.entered_value_cents
    assert content.entry_table.total("exact_value") == whole.entered_value_cents


def test_report_and_json_tell_the_same_rate_of_a_small_line(law: Law) -> None:
    sheet = worksheet(law, document(Goods("7318152065", "1.01", "1", "kg", description="Bolt")))
    lines = report_content(sheet, ENGLISH).lines
    (column,) = (place for place, one in enumerate(lines.columns) if one.key == "rate")
    assert sheet.line(0).duty_cents == 51
    assert lines.data[column][0] == 500_000
    assert sheet.line(0).rate == Decimal("0.5")


def test_what_a_unit_price_is_for_stands_beside_it_where_it_is_not_one_unit(law: Law) -> None:
    goods = document(Goods("7318152065", "24.00", "1000"), Goods("7318152065", "5.00", "10"))
    plain = report_content(worksheet(law, goods), ENGLISH).lines
    assert "price_per" not in [column.key for column in plain.columns]
    goods.lines.unit_price_per = ["100", ""]
    told = report_content(worksheet(law, goods), ENGLISH).lines
    assert told.place("price_per") == told.place("unit_price") + 1
    assert list(told.column("price_per")) == ["100", ""]


def test_bounds_stand_only_beside_open_lines(settled_sheet: Worksheet, open_sheet: Worksheet) -> None:
    settled, open_ = report_content(settled_sheet, ENGLISH), report_content(open_sheet, ENGLISH)
    assert (settled.lines.duty_key, open_.lines.duty_key) == ("duty", "duty_from")
    assert not settled.entry_table.has("duty_to")
    assert settled.lines.total("duty") == settled_sheet.totals.all.duty_cents
    assert not settled.by_class.has("open")


def test_headlines_follow_the_chosen_basis_and_both_stand_side_by_side(settled_sheet: Worksheet) -> None:
    exact = report_content(settled_sheet, replace(ENGLISH, basis=Basis.LINE))
    filed = report_content(settled_sheet, replace(ENGLISH, basis=Basis.FILING))
    amounts = {basis.headlines[1].low_cents for basis in (exact, filed)}
    assert amounts == {1691_04, 1691_00}
    assert exact.bases == filed.bases
    assert exact.bases.column("line")[0] == 1691_04
    assert exact.bases.column("filing")[0] == 1691_00
    assert exact.bases.column("difference")[0] == -4


@pytest.mark.parametrize("basis", list(Basis))
def test_first_headline_is_duty_and_fees_together(basis: Basis, open_sheet: Worksheet) -> None:
    total, _, *parts = report_content(open_sheet, replace(ENGLISH, basis=basis)).headlines
    assert total.low_cents == sum(part.low_cents for part in parts)
    assert total.high_cents is None


def test_fee_that_depends_on_undeclared_transport_is_a_range(law: Law) -> None:
    sheet = worksheet(law, document(*SETTLED), shipment=replace(SHIPMENT, transport=None))
    content = report_content(sheet, ENGLISH)
    harbor = content.headlines[-1]
    assert (harbor.low_cents, harbor.high_cents) == (0, sheet.totals.fees.hmf_if_ocean_cents)
    assert any("harbor maintenance fee" in notice for notice in content.notices)


def test_bases_know_no_greatest_value_or_fee_beside_a_line_without_a_value(law: Law) -> None:
    sheet = worksheet(law, document(Goods("6912004810", "100"), Goods("6912004810", None)))
    bases = report_content(sheet, ENGLISH).bases
    assert [set(bases.column(key)) for key in ("line_to", "filing_to")] == [{None}, {None}]


def test_duty_without_a_heading_is_not_told_as_column_1(law: Law) -> None:
    parcel = document(Goods("6912004810", "500", facts={"postal": "yes"}))
    sheet = worksheet(law, parcel, shipment=replace(SHIPMENT, entry_date=date(2025, 10, 15)))
    table = report_content(sheet, ENGLISH).by_heading
    assert list(zip(table.column("heading"), table.column("duty_from"), strict=True)) == [("", 75_00)]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_may_be_refunded_is_told_with_its_sum_and_source(law: Law, language: str) -> None:
    sheet = worksheet(law, document(*SETTLED), shipment=replace(SHIPMENT, entry_date=date(2025, 10, 15)))
    (refund,) = sheet.refunds()
    assert refund.least_cents == refund.most_cents
    content = report_content(sheet, replace(ENGLISH, language=language))
    (told,) = (one for one in content.notices if "Learning Resources v. Trump" in one)
    assert refund.title.into(language) in told
    assert money(refund.least_cents) in told
    assert refund.says.into(language) in told


def test_class_given_by_a_person_is_shown_beside_that_of_the_law(law: Law) -> None:
    sheet = worksheet(law, document(*SETTLED))
    sheet.apply(LineEdit("category", (2,), ("steel",)))
    content = report_content(sheet, ENGLISH)
    assert list(content.lines.column("class")) == ["steel"] * 3
    assert list(content.lines.column("class_by_law")) == ["", "", "general"]
    assert not report_content(worksheet(law, document(*SETTLED)), ENGLISH).lines.has("class_by_law")


def test_every_heading_of_a_line_has_its_legal_basis_and_source(open_sheet: Worksheet) -> None:
    content = report_content(open_sheet, ENGLISH)
    reported = {name for cell in content.lines.column("headings") for name in str(cell).split("; ") if name}
    based = {basis.heading: basis for basis in content.headings}
    assert reported <= based.keys()
    assert all(basis.sources and basis.says for basis in content.headings)
    cites = set(content.sources.column("cite"))
    assert all(source in cites for basis in content.headings for source in basis.sources)


def test_each_kind_of_line_is_explained_once(open_sheet: Worksheet) -> None:
    blocks = report_content(open_sheet, ENGLISH).explanations
    assert [(block.lines, block.open) for block in blocks] == [
        ("1-2", False),
        ("3", False),
        ("4", True),
        ("5", True),
    ]
    assert sum(block.duty_low_cents for block in blocks) == open_sheet.totals.all.duty_min_cents


def test_declared_facts_and_defaults_are_listed(law: Law) -> None:
    sheet = worksheet(law, document(*SETTLED, Goods("8703230190", "20000")))
    content = report_content(sheet, ENGLISH)
    assert list(content.declared.column("lines")) == ["3"]
    assert len(content.assumptions) == len(sheet.assumptions()) > 0


def test_open_questions_come_with_their_range_and_answers(open_sheet: Worksheet) -> None:
    table = report_content(open_sheet, ENGLISH).questions
    assert len(table) == len(open_sheet.questions())
    assert any("Neither: " in str(cell) for cell in table.column("answers"))


def test_charges_say_what_they_do_to_the_value(law: Law) -> None:
    charges = (
        Charge(ChargeKind.PACKING, "Packing", 10_0000, "Invoice", 20),
        Charge(ChargeKind.FREIGHT, "Ocean freight", 100_0000, "Invoice", 21),
    )
    sheet = worksheet(law, document(*SETTLED, charges=charges))
    table = report_content(sheet, ENGLISH).charges
    assert list(table.column("effect")) == [10_00, 0]
    assert table.total("effect") + 1691_04 == sheet.totals.all.entered_value_cents


def test_japanese_report_has_the_same_figures_in_japanese_words(open_sheet: Worksheet) -> None:
    english = report_content(open_sheet, ENGLISH)
    japanese = report_content(open_sheet, replace(ENGLISH, language="ja"))
    for key in ("value", "duty_from", "duty_to", "hts", "headings"):
        assert list(japanese.lines.column(key)) == list(english.lines.column(key))
    assert [one.low_cents for one in japanese.headlines] == [one.low_cents for one in english.headlines]
    assert japanese.title == "米国関税見積書"
    assert set(japanese.lines.column("class")) == {"鉄鋼", "一般", "自動車部品", "番号なし"}


def test_japanese_report_tells_findings_and_their_places_in_japanese(law: Law) -> None:
    document_ = document(*SETTLED)
    document_.terms = "CIF"
    (said,) = report_content(worksheet(law, document_), replace(ENGLISH, language="ja")).findings
    assert said.startswith(
        "取引条件はCIFですが、インボイスに運賃の記載がないため控除しません。（シート「Invoice」）"
    )
    assert said.endswith("入力してください。")


def test_same_arguments_give_the_same_content(law: Law) -> None:
    first, second = (report_content(worksheet(law, document(*GOODS)), ENGLISH) for _ in range(2))
    assert replace(first, lines=second.lines) == second
    assert list(first.lines.rows()) == list(second.lines.rows())


def test_worksheet_without_lines_still_makes_a_report(law: Law) -> None:
    content = report_content(worksheet(law, document()), ENGLISH)
    assert (len(content.lines), content.headlines[0].low_cents) == (0, 0)


def test_every_phrase_is_in_both_languages() -> None:
    own = [value for value in vars(phrases).values() if isinstance(value, Text)]
    tables = [value for name, value in vars(phrases).items() if name.isupper() and isinstance(value, dict)]
    own += [text for table in tables for text in table.values()]
    assert len(own) > 100
    assert [text.en for text in own if not text.ja] == []
    assert set(CLASSES) == set(Category)


def test_making_the_content_stops_at_the_next_part_when_asked_to(open_sheet: Worksheet) -> None:
    asked: list[float] = []

    def progress(fraction: float, _: str) -> bool:
        asked.append(fraction)
        return len(asked) < 3

    with pytest.raises(ExportCancelledError):
        report_content(open_sheet, ENGLISH, progress)
    assert len(asked) == 3


def test_making_the_content_asks_again_and_again_whether_to_go_on(open_sheet: Worksheet) -> None:
    """With many kinds of lines each of them takes its time."""
    asked: list[float] = []

    def progress(fraction: float, _: str) -> bool:
        asked.append(fraction)
        return True

    content = report_content(open_sheet, ENGLISH, progress)
    assert len(asked) > 2 * (len(content.entry_lines) + len(content.explanations))
    for last in range(1, len(asked), 5):
        told = iter(range(last))
        with pytest.raises(ExportCancelledError):
            report_content(open_sheet, ENGLISH, lambda _, __, told=told: next(told, None) is not None)  # type: ignore[misc]
