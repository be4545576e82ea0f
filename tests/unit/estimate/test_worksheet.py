"""A shipment being estimated: lines, edits, what they are rated."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from duty_desktop.estimate.edits import DocumentEdit, EditError, LineEdit, ShipmentEdit
from duty_desktop.estimate.result import Category, Status
from duty_desktop.estimate.shipment import EntryKind, ExchangeRate, Shipment, Transport
from duty_desktop.estimate.valuation import Treatment, UsedCharge
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.lines.reading import Charge, ChargeKind
from duty_desktop.tariff.law import Law
from tests.unit.estimate.conftest import ENTRY, YEN, MakeWorksheet, lines, reading

CERAMIC, BRAKE, BOLT = "6912003900", "8708305090", "7318152065"


def test_rated_line_has_value_duty_and_rate(make: MakeWorksheet) -> None:
    line = make((CERAMIC, 10_000)).line(0)
    assert (line.status, line.category) == (Status.RATED, Category.GENERAL)
    assert (line.entered_value_cents, line.duty_cents) == (10_000_00, 1_250_00)
    assert line.rate == Decimal("0.125")
    assert line.headings == ("99030549",)


def test_totals_are_the_sum_of_the_lines(make: MakeWorksheet) -> None:
    sheet = make((CERAMIC, 10_000), (BOLT, 2_000), (BRAKE, 3_000))
    shown = [sheet.line(index) for index in range(3)]
    assert sheet.totals.all.entered_value_cents == sum(line.entered_value_cents or 0 for line in shown)
    assert sheet.totals.all.duty_min_cents == sum(line.duty_min_cents or 0 for line in shown)
    assert sheet.totals.all.duty_max_cents == sum(line.duty_max_cents or 0 for line in shown)
    assert sheet.totals.all.review_lines == 1
    assert sheet.totals.all.duty_cents is None
    assert sum(one.lines for one in sheet.totals.by_class.values()) == 3


def test_headings_are_totalled_over_the_lines_that_report_them(make: MakeWorksheet) -> None:
    sheet = make((CERAMIC, 10_000), (CERAMIC, 5_000))
    assert sheet.totals.by_heading["99030549"].entered_value_cents == 15_000_00


def test_new_entry_date_rates_again_and_undo_brings_the_old_figures_back(make: MakeWorksheet) -> None:
    sheet = make((CERAMIC, 10_000))
    before = sheet.totals
    inverse = sheet.apply(ShipmentEdit(sheet.shipment, replace(sheet.shipment, entry_date=date(2026, 3, 10))))
    assert sheet.line(0).duty_cents == 1_450_00
    sheet.apply(inverse)
    assert sheet.totals == before


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("hts", BOLT),
        ("origin", "CN"),
        ("amount", "123.45"),
        ("category", "steel"),
        ("description", "Plates"),
        ("note", "ask the supplier"),
        ("quantity", "7"),
        ("unit", "kg"),
        ("fact:passenger_vehicle_part", "yes"),
    ],
)
def test_every_edit_can_be_undone_and_redone(make: MakeWorksheet, field: str, value: str) -> None:
    sheet = make((BRAKE, 10_000), (CERAMIC, 500))
    before = (sheet.totals, sheet.text(field, 0), [sheet.line(0), sheet.line(1)])
    undo = sheet.apply(LineEdit(field, (0,), (value,)))
    after = (sheet.totals, sheet.text(field, 0), [sheet.line(0), sheet.line(1)])
    assert sheet.text(field, 0) == value
    assert sheet.is_edited(field, 0)
    redo = sheet.apply(undo)
    assert (sheet.totals, sheet.text(field, 0), [sheet.line(0), sheet.line(1)]) == before
    assert not sheet.is_edited(field, 0)
    assert sheet.edits() == ()
    sheet.apply(redo)
    assert (sheet.totals, sheet.text(field, 0), [sheet.line(0), sheet.line(1)]) == after


def test_refused_edit_changes_nothing(make: MakeWorksheet) -> None:
    sheet = make((BRAKE, 10_000), (CERAMIC, 500))
    before = sheet.totals
    with pytest.raises(EditError):
        sheet.apply(LineEdit("hts", (0, 1), (BOLT, "8708.3O")))
    assert sheet.totals == before
    assert sheet.table.hts == [BRAKE, CERAMIC]


def test_what_was_read_stays_as_it_was_under_edits(law: Law) -> None:
    source = reading(lines((BRAKE, 10_000)))
    sheet = Worksheet(law, [source], Shipment(ENTRY))
    sheet.apply(LineEdit("hts", (0,), (BOLT,)))
    sheet.apply(LineEdit("fact:mhdv_part", (0,), ("no",)))
    assert source.documents[0].lines.hts == [BRAKE]
    assert source.documents[0].lines.facts == [{}]


def test_odd_text_that_was_read_comes_back_by_undo(law: Law) -> None:
    sheet = Worksheet(law, [reading(lines(("870830509", 10)))], Shipment(ENTRY))
    undo = sheet.apply(LineEdit("hts", (0,), (BRAKE,)))
    sheet.apply(undo)
    assert sheet.table.hts == ["870830509"]


def test_edits_rebuild_the_worksheet(make: MakeWorksheet, law: Law) -> None:
    sheet = make((BRAKE, 10_000), (CERAMIC, 500), (None, 70))
    sheet.apply(LineEdit("hts", (2,), (BOLT,)))
    sheet.apply(LineEdit("fact:passenger_vehicle_part", (0,), ("yes",)))
    sheet.apply(LineEdit("category", (1,), ("parts",)))
    sheet.apply(LineEdit("note", (1,), ("for model T",)))
    sheet.apply(ShipmentEdit(sheet.shipment, replace(sheet.shipment, transport=Transport.AIR)))
    twin = Worksheet(law, sheet.readings, sheet.shipment, sheet.edits())
    assert twin.totals == sheet.totals
    assert [twin.line(index) for index in range(3)] == [sheet.line(index) for index in range(3)]
    assert twin.note(1) == "for model T"
    assert twin.edits() == sheet.edits()


def test_edited_line_is_rated_as_if_it_had_been_read_so(make: MakeWorksheet) -> None:
    sheet = make((BRAKE, 10_000), (CERAMIC, 500))
    sheet.apply(LineEdit("hts", (0,), (BOLT,)))
    assert sheet.totals == make((BOLT, 10_000), (CERAMIC, 500)).totals


def test_class_of_a_person_is_shown_kept_and_totalled_but_moves_no_duty(make: MakeWorksheet) -> None:
    sheet = make((CERAMIC, 10_000), (CERAMIC, 500))
    duty = sheet.totals.all.duty_cents
    sheet.apply(LineEdit("category", (0,), ("parts",)))
    assert sheet.line(0).category is Category.PARTS
    assert sheet.line(0).law_category is Category.GENERAL
    assert sheet.totals.by_class[Category.PARTS].entered_value_cents == 10_000_00
    assert sheet.totals.by_class[Category.GENERAL].entered_value_cents == 500_00
    assert sheet.totals.all.duty_cents == duty


def test_line_without_amount_is_review_and_never_duty_free(make: MakeWorksheet) -> None:
    sheet = make((CERAMIC, 0), (CERAMIC, None))
    for index in range(2):
        line = sheet.line(index)
        assert line.status is Status.REVIEW
        assert "value" in line.needs
        assert (line.duty_cents, line.duty_max_cents) == (None, None)
    assert sheet.totals.all.duty_max_cents is None


def test_missing_exchange_rate_is_a_question_and_not_a_default(make: MakeWorksheet) -> None:
    sheet = make((CERAMIC, 1_000_000), currency="JPY", shipment=Shipment(ENTRY))
    line = sheet.line(0)
    assert line.needs[0] == "exchange-rate"
    assert line.entered_value_cents is None
    assert [reason.code for reason in line.reasons if reason.blocks] == ["exchange-rate-missing"]
    sheet.apply_all(sheet.answer(sheet.questions()[0], "155.6 yen per dollar"))
    assert sheet.line(0).status is Status.RATED
    assert sheet.line(0).entered_value_cents == 6_426_74


def test_unknown_currency_is_asked_and_answered_for_the_document(make: MakeWorksheet) -> None:
    sheet = make((CERAMIC, 1_000_000), currency=None)
    question = sheet.questions()[0]
    assert question.kind == "currency"
    (edit,) = sheet.answer(question, "円")
    undo = sheet.apply(edit)
    assert sheet.line(0).entered_value_cents == 6_425_00
    assert sheet.edits() == (edit,)
    sheet.apply(undo)
    assert sheet.line(0).needs[0] == "currency"


def test_many_lines_without_value_are_rated_like_few(make: MakeWorksheet, law: Law) -> None:
    goods = [(CERAMIC, 1_000), (BRAKE, 2_000), (None, 5)] * 500
    sheet = make(*goods, currency="JPY", shipment=Shipment(ENTRY))
    assert {sheet.line(index).needs for index in range(3)} == {
        sheet.line(index).needs for index in range(1500)
    }
    assert sheet.totals.all.review_lines == 1500


def test_shipment_origin_serves_lines_that_name_none(law: Law) -> None:
    table = lines((CERAMIC, 10_000))
    table.origin = [None]
    sheet = Worksheet(law, [reading(table)], Shipment(ENTRY))
    assert "origin" in sheet.line(0).needs
    sheet.apply(ShipmentEdit(sheet.shipment, replace(sheet.shipment, origin="JP")))
    assert sheet.line(0).duty_cents == 1_250_00


def test_origin_stated_once_by_the_document_serves_its_lines(law: Law) -> None:
    table = lines((CERAMIC, 10_000))
    table.origin = [None]
    source = reading(table)
    source.documents[0].origin = "JP"
    assert Worksheet(law, [source], Shipment(ENTRY)).line(0).duty_cents == 1_250_00


def test_net_weight_serves_where_column_1_needs_kilograms(law: Law) -> None:
    table = lines(("0406905400", 10_000))
    table.weight_kg_e4 = [500_0000]
    number = "0402911000"  # a rate in cents per kilogram
    table.hts = [number]
    with_weight = Worksheet(law, [reading(table)], Shipment(ENTRY))
    table.weight_kg_e4 = [None]
    without = Worksheet(law, [reading(table)], Shipment(ENTRY))
    assert without.line(0).status is Status.REVIEW
    assert with_weight.line(0).status is Status.RATED
    before = with_weight.line(0)
    undo = with_weight.apply(LineEdit("quantity", (0,), ("3",)))
    with_weight.apply(undo)
    assert with_weight.line(0) == before


def test_second_file_goes_after_the_first_and_edits_stay(make: MakeWorksheet) -> None:
    sheet = make((BRAKE, 10_000))
    sheet.apply(LineEdit("fact:passenger_vehicle_part", (0,), ("yes",)))
    sheet.add_reading(reading(lines((CERAMIC, 100))))
    assert len(sheet) == 2
    assert sheet.line(0).status is Status.RATED
    assert sheet.text("fact:passenger_vehicle_part", 0) == "yes"
    assert sheet.document_of[1] is sheet.documents[1]


def test_charges_tell_what_they_do(make: MakeWorksheet) -> None:
    freight = Charge(ChargeKind.FREIGHT, "Ocean freight", 500_0000, "Invoice", 40)
    discount = Charge(ChargeKind.DISCOUNT, "Discount 5%", -500_0000, "Invoice", 41)
    sheet = make((CERAMIC, 10_000), charges=(freight, discount))
    assert [(one.treatment, one.cents) for one in sheet.charges()] == [
        (Treatment.IGNORED, 500_00),
        (Treatment.DEDUCTED, -500_00),
    ]
    assert sheet.line(0).entered_value_cents == 9_500_00


def test_treatment_of_a_charge_can_be_decided_and_undone(make: MakeWorksheet) -> None:
    freight = Charge(ChargeKind.FREIGHT, "Freight", 500_0000, "Invoice", 40)
    sheet = make((CERAMIC, 10_000), charges=(freight,))
    own = sheet.terms[0]
    decided = replace(own, charges=(UsedCharge(freight, Treatment.DEDUCTED),))
    undo = sheet.apply(DocumentEdit((0,), (own,), (decided,)))
    assert sheet.line(0).entered_value_cents == 9_500_00
    sheet.apply(undo)
    assert sheet.line(0).entered_value_cents == 10_000_00
    assert sheet.edits() == ()


def test_rate_far_from_the_usual_is_asked_until_it_is_confirmed(make: MakeWorksheet) -> None:
    shipment = Shipment(ENTRY, rates=(ExchangeRate("JPY", Decimal("0.0085"), source="typed: JPY=0.0085"),))
    sheet = make((CERAMIC, 1_000_000), currency="JPY", shipment=shipment)
    assert sheet.line(0).status is Status.RATED
    question = sheet.questions()[0]
    assert question.kind == "exchange-rate"
    sheet.apply_all(sheet.answer(question, question.answers[0].value))
    assert sheet.questions() == []
    assert [finding.code for finding in sheet.findings()] == []


def test_entry_date_before_the_schedule_is_refused(make: MakeWorksheet) -> None:
    sheet = make((CERAMIC, 10))
    with pytest.raises(EditError) as caught:
        sheet.apply(ShipmentEdit(sheet.shipment, replace(sheet.shipment, entry_date=date(2024, 12, 31))))
    assert caught.value.finding.code == "entry-date-too-early"
    with pytest.raises(EditError):
        make((CERAMIC, 10), shipment=Shipment(date(2024, 12, 31)))


def test_entry_date_past_the_known_law_is_rated_under_a_notice(make: MakeWorksheet, law: Law) -> None:
    sheet = make((CERAMIC, 10_000), shipment=Shipment(date(2026, 11, 23)))
    assert sheet.line(0).status is Status.RATED
    assert "law-not-known" in [notice.code for notice in sheet.notices()]
    assert str(law.schedule_as_of) in sheet.notices()[0].text.en


def test_steel_goods_bring_a_reminder_of_antidumping_orders(make: MakeWorksheet) -> None:
    assert "antidumping-countervailing" in [notice.code for notice in make((BOLT, 10)).notices()]
    assert "antidumping-countervailing" not in [notice.code for notice in make((CERAMIC, 10)).notices()]


@pytest.mark.parametrize(
    ("day", "value", "said"),
    [
        (date(2025, 8, 28), 800, "could be released free of duty"),
        (
            date(2025, 8, 29),
            800,
            "suspended since 2025-08-29 for all countries: by courier the normal duties",
        ),
        (date(2026, 7, 24), 800, "by courier and by post, on an informal entry"),
        (date(2026, 7, 24), 801, ""),
    ],
)
def test_a_small_shipment_is_told_what_became_of_de_minimis(
    make: MakeWorksheet, day: date, value: int, said: str
) -> None:
    notices = make((CERAMIC, value - 300), (CERAMIC, 300), shipment=Shipment(day)).notices()
    (told,) = [one.text.en for one in notices if one.code == "small-shipment"] or [""]
    assert said in told
    assert bool(told) is bool(said)


def test_a_shipment_is_not_told_to_be_small_while_the_value_of_a_line_is_unknown(make: MakeWorksheet) -> None:
    notices = make((CERAMIC, 500), (CERAMIC, None)).notices()
    assert "small-shipment" not in [one.code for one in notices]


@pytest.mark.parametrize("said", ["yes", "Yes", "はい"])
def test_de_minimis_is_held_against_the_value_however_it_is_written(make: MakeWorksheet, said: str) -> None:
    sheet = make(
        (CERAMIC, 500), (CERAMIC, 301), shipment=Shipment(date(2025, 8, 28)), facts={"de_minimis": said}
    )
    assert "small-shipment-too-large" in [one.code for one in sheet.findings()]


@pytest.mark.parametrize(
    ("day", "facts", "told"),
    [
        (date(2025, 10, 15), {"postal": "yes"}, "no refund is counted"),
        (date(2026, 11, 23), {"postal": "yes", "de_minimis": "yes"}, "De minimis was declared"),
    ],
)
def test_a_parcel_by_post_is_told_what_it_cannot_claim(
    make: MakeWorksheet, day: date, facts: dict[str, str], told: str
) -> None:
    sheet = make((CERAMIC, 500), shipment=Shipment(day), facts=facts)
    assert any(told in reason.text.en for reason in sheet.line(0).reasons)
    assert sheet.refunds() == ()


@pytest.mark.parametrize(
    ("day", "values", "asked"),
    [
        (date(2025, 8, 28), (500, 300), False),
        (date(2025, 8, 28), (500, 301), True),
        (date(2025, 8, 29), (500, 301), False),
    ],
)
def test_lines_declared_de_minimis_are_held_against_the_value_of_all(
    make: MakeWorksheet, day: date, values: tuple[int, int], asked: bool
) -> None:
    sheet = make(*((CERAMIC, value) for value in values), shipment=Shipment(day))
    sheet.apply(LineEdit("fact:de_minimis", (0, 1), ("yes", "yes")))
    assert ("small-shipment-too-large" in [one.code for one in sheet.findings()]) is asked


def test_terms_that_include_freight_without_naming_it_are_questioned(law: Law) -> None:
    source = reading(lines((CERAMIC, 10_000)))
    source.documents[0].terms = "CIF"
    sheet = Worksheet(law, [source], Shipment(ENTRY))
    assert [finding.code for finding in sheet.findings()] == ["freight-not-shown"]
    assert sheet.line(0).entered_value_cents == 10_000_00


@pytest.mark.parametrize(
    ("terms", "label", "code"),
    [
        ("CIF", "Ocean freight", "carriage-not-placed"),
        ("FOB", "Inland freight to port", "inland-freight"),
        ("FOB", "国内運賃", "inland-freight"),
    ],
)
def test_freight_that_may_change_the_value_is_questioned(law: Law, terms: str, label: str, code: str) -> None:
    source = reading(lines((CERAMIC, 10_000)))
    source.documents[0].terms = terms
    source.documents[0].charges = [Charge(ChargeKind.FREIGHT, label, 500_0000, "Invoice", 40)]
    assert [finding.code for finding in Worksheet(law, [source], Shipment(ENTRY)).findings()] == [code]


def test_kind_of_entry_changes_the_fee_alone(make: MakeWorksheet) -> None:
    sheet = make((CERAMIC, 1_000))
    duty = sheet.totals.all.duty_cents
    sheet.apply(ShipmentEdit(sheet.shipment, replace(sheet.shipment, entry_kind=EntryKind.FORMAL)))
    assert sheet.totals.fees.mpf_cents == 33_58
    assert sheet.totals.all.duty_cents == duty


def test_assumptions_name_their_lines(make: MakeWorksheet) -> None:
    sheet = make((CERAMIC, 10), ("8703230190", 20_000))
    assumed = {assumption.fact: rows for assumption, rows in sheet.assumptions()}
    assert assumed["passenger_vehicle_or_light_truck"] == (1,)


def test_explanation_shows_the_class_that_a_person_gave(make: MakeWorksheet) -> None:
    sheet = make((CERAMIC, 10_000))
    sheet.apply(LineEdit("category", (0,), ("parts",)))
    explanation = sheet.explain(0)
    assert explanation.rated == sheet.line(0)
    assert explanation.steps


def test_yen_converts_each_line_half_a_cent_up(make: MakeWorksheet) -> None:
    sheet = make((CERAMIC, 1_001), currency="JPY", shipment=Shipment(ENTRY, rates=(YEN,)))
    assert sheet.line(0).entered_value_cents == 6_43


def test_a_bound_of_value_is_on_the_lines_of_a_shipment_together(make: MakeWorksheet) -> None:
    """19 U.S.C. 1321(a)(2)(C): what one person imports on one day, however it is divided into lines."""
    shipment = Shipment(date(2025, 5, 15))
    one = make((CERAMIC, 900), shipment=shipment, facts={"postal": "yes"})
    cut = make((CERAMIC, 450), (CERAMIC, 450), shipment=shipment, facts={"postal": "yes"})
    assert cut.totals.all.duty_cents == one.totals.all.duty_cents != 0
    undo = cut.apply(LineEdit("amount", (0,), ("350",)))
    assert [line.duty_cents for line in map(cut.line, (0, 1))] == [0, 0]
    cut.apply(undo)
    assert cut.totals.all.duty_cents == one.totals.all.duty_cents


def test_nothing_is_released_as_a_small_shipment_while_a_value_is_not_known(make: MakeWorksheet) -> None:
    facts = {"postal": "yes"}
    sheet = make((CERAMIC, 100), (CERAMIC, None), shipment=Shipment(date(2025, 5, 15)), facts=facts)
    assert sheet.line(0).duty_cents
    sheet.apply(LineEdit("amount", (1,), ("200",)))
    assert sheet.totals.all.duty_cents == 0
    assert [step.duty_cents or 0 for step in sheet.explain(0).steps] == [0] * len(sheet.explain(0).steps)
