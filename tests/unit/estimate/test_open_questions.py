"""Open questions, grouped by cause, with what their answers would make due."""

from dataclasses import replace

import pytest

from duty_desktop.estimate.edits import EditError, LineEdit, ShipmentEdit
from duty_desktop.estimate.result import Question
from duty_desktop.estimate.shipment import Shipment
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.tariff.law import Law
from tests.unit.estimate.conftest import ENTRY, MakeWorksheet, lines, reading

CERAMIC, BRAKE, ENGINE, TRUCK_TIRE = "6912003900", "8708305090", "8407310040", "4011201015"


def asked(sheet: Worksheet, kind: str, name: str = "") -> Question:
    return next(one for one in sheet.questions() if one.kind == kind and (not name or one.id == name))


def test_lines_that_need_the_same_fact_share_a_question(make: MakeWorksheet) -> None:
    sheet = make((ENGINE, 1_000), (CERAMIC, 50), (ENGINE, 3_000))
    question = asked(sheet, "fact", "passenger_vehicle_part")
    assert question.lines == (0, 2)
    assert question.text.en.endswith("?")
    assert question.text.ja


def test_stake_is_the_difference_between_dearest_and_cheapest_outcome(make: MakeWorksheet) -> None:
    sheet = make((BRAKE, 1_000), (BRAKE, 3_000))
    question = asked(sheet, "facts")
    spans = [(line.duty_min_cents or 0, line.duty_max_cents or 0) for line in map(sheet.line, (0, 1))]
    assert question.stake_cents == sum(top - least for least, top in spans)


def test_questions_without_answers_are_the_same_questions(make: MakeWorksheet) -> None:
    sheet = make((BRAKE, 1_000), (ENGINE, 2_000), ("870830", 3_000), (TRUCK_TIRE, 500), (None, 100))
    whole, bare = sheet.questions(), sheet.questions(with_answers=False)
    assert any(one.answers for one in whole)
    assert bare == [replace(one, answers=()) for one in whole]


def test_answer_tells_the_duty_that_it_then_brings(make: MakeWorksheet) -> None:
    sheet = make((BRAKE, 1_000), (BRAKE, 3_000))
    question = asked(sheet, "facts", "vehicle_part_use")
    for answer in question.answers:
        undo = sheet.apply_all(sheet.answer(question, answer.value))
        told = (answer.duty_min_cents, answer.duty_max_cents)
        assert (sheet.totals.all.duty_min_cents, sheet.totals.all.duty_max_cents) == told
        assert sheet.questions() == []
        sheet.apply_all(undo)


def test_answer_tells_the_duty_by_net_weight_where_that_is_what_serves(law: Law) -> None:
    table = lines(("0001", 1_000))
    table.weight_kg_e4 = [500_0000]
    sheet = Worksheet(law, [reading(table)], Shipment(ENTRY))
    question = asked(sheet, "hts")
    assert question.answers
    for answer in question.answers:
        undo = sheet.apply_all(sheet.answer(question, answer.value))
        line = sheet.line(0)
        assert (line.duty_min_cents, line.duty_max_cents) == (answer.duty_min_cents, answer.duty_max_cents)
        sheet.apply_all(undo)


def test_lines_without_a_value_are_counted_in_sums_of_some_lines(make: MakeWorksheet) -> None:
    sheet = make((CERAMIC, 1_000), (CERAMIC, None))
    assert sheet.with_number((0, 1), BRAKE).value_max_cents is None
    assert sheet.rated.amounts() == sheet.totals.all


def test_facts_that_a_line_needs_together_are_one_question(make: MakeWorksheet) -> None:
    sheet = make((BRAKE, 1_000), (ENGINE, 2_000), (BRAKE, 3_000))
    assert sheet.line(0).needs == ("passenger_vehicle_part", "mhdv_part")
    group, alone = asked(sheet, "facts"), asked(sheet, "fact")
    assert (group.id, group.lines) == ("vehicle_part_use", (0, 2))
    assert (alone.id, alone.lines) == ("passenger_vehicle_part", (1,))
    assert {*sheet.questions()} == {group, alone}
    assert [dict(answer.sets) for answer in group.answers] == [
        {"passenger_vehicle_part": "yes", "mhdv_part": "no"},
        {"passenger_vehicle_part": "no", "mhdv_part": "yes"},
        {"passenger_vehicle_part": "no", "mhdv_part": "no"},
    ]
    reasons = [reason for reason in sheet.line(0).reasons if reason.code.startswith("undeclared:")]
    assert [reason.text.en for reason in reasons] == [f"Not declared: {group.text.en}"]


def test_an_answer_declares_every_fact_of_its_group(make: MakeWorksheet) -> None:
    sheet = make((BRAKE, 1_000), (BRAKE, 3_000))
    edits = sheet.answer(asked(sheet, "facts"), "truck")
    assert edits == (
        LineEdit("fact:passenger_vehicle_part", (0, 1), ("no", "no")),
        LineEdit("fact:mhdv_part", (0, 1), ("yes", "yes")),
    )
    before = sheet.totals
    undo = sheet.apply_all(edits)
    assert sheet.table.facts[1] == {"passenger_vehicle_part": "no", "mhdv_part": "yes"}
    sheet.apply_all(undo)
    assert (sheet.totals, sheet.edits()) == (before, ())


def test_a_group_of_which_one_fact_is_declared_asks_for_the_other_alone(make: MakeWorksheet) -> None:
    sheet = make((BRAKE, 1_000), (BRAKE, 3_000))
    sheet.apply(LineEdit("fact:passenger_vehicle_part", (0,), ("no",)))
    assert asked(sheet, "fact", "mhdv_part").lines == (0,)
    assert asked(sheet, "facts").lines == (1,)


def test_goods_declared_for_both_uses_are_asked_which_of_them_counts(make: MakeWorksheet) -> None:
    sheet = make((BRAKE, 1_000), facts={"passenger_vehicle_part": "yes", "mhdv_part": "yes"})
    question = asked(sheet, "facts")
    assert question.stake_cents > 0
    sheet.apply_all(sheet.answer(question, "car"))
    assert sheet.line(0).duty_cents == question.answers[0].duty_min_cents


def test_vehicles_on_both_lists_are_asked_of_which_kind_they_are(make: MakeWorksheet) -> None:
    sheet = make(("8704600000", 10_000))
    question = asked(sheet, "facts")
    assert question.id == "vehicle_kind"
    for answer in question.answers:
        undo = sheet.apply_all(sheet.answer(question, answer.value))
        assert sheet.line(0).duty_cents == answer.duty_min_cents == answer.duty_max_cents
        sheet.apply_all(undo)


def test_an_answer_that_a_group_does_not_have_is_refused_with_those_it_has(make: MakeWorksheet) -> None:
    sheet = make((BRAKE, 1_000))
    with pytest.raises(EditError) as caught:
        sheet.answer(asked(sheet, "facts"), "both")
    assert "car, truck, neither" in str(caught.value)


def test_asking_changes_nothing(make: MakeWorksheet) -> None:
    sheet = make((BRAKE, 1_000), (None, 10))
    before = (sheet.totals, sheet.edits())
    sheet.questions()
    assert (sheet.totals, sheet.edits()) == before


def test_dearest_question_stands_first(make: MakeWorksheet) -> None:
    sheet = make((BRAKE, 100), (None, 1_000_000))
    assert sheet.questions()[0].kind == "hts"
    sheet = make((BRAKE, 1_000_000), (None, 1))
    assert sheet.questions()[0].kind == "facts"


def test_missing_rate_stands_before_everything(make: MakeWorksheet) -> None:
    sheet = make((BRAKE, 100), (None, 1_000), currency="JPY", shipment=Shipment(ENTRY))
    first = sheet.questions()[0]
    assert (first.kind, first.id, first.lines) == ("exchange-rate", "JPY", (0, 1))
    assert isinstance(sheet.answer(first, "0.0064")[0], ShipmentEdit)


def test_short_number_offers_its_continuations_with_their_duty(make: MakeWorksheet) -> None:
    sheet = make(("731816", 1_000), ("731816", 500))
    question = asked(sheet, "hts")
    assert question.lines == (0, 1)
    assert {answer.value[:6] for answer in question.answers} == {"731816"}
    (edit,) = sheet.answer(question, question.answers[0].value)
    assert edit == LineEdit("hts", (0, 1), (question.answers[0].value,) * 2)
    sheet.apply(edit)
    assert sheet.totals.all.duty_min_cents == question.answers[0].duty_min_cents


def test_lines_without_number_are_asked_together(make: MakeWorksheet) -> None:
    question = asked(make((None, 10), (None, 20)), "hts")
    assert (question.id, question.lines, question.answers) == ("", (0, 1), ())


def test_origin_not_declared_offers_the_covered_origins(make: MakeWorksheet) -> None:
    sheet = make((CERAMIC, 1_000))
    sheet.apply(LineEdit("origin", (0,), ("",)))
    question = asked(sheet, "origin")
    assert [(answer.value, answer.duty_min_cents) for answer in question.answers] == [("JP", 125_00)]
    assert "the duties of other countries are not in it" in question.text.en


def test_a_line_without_an_origin_has_no_upper_bound_nor_have_the_totals(make: MakeWorksheet) -> None:
    sheet = make((CERAMIC, 1_000), (CERAMIC, 1_000))
    sheet.apply(LineEdit("origin", (0,), ("",)))
    open_line, japan, total = sheet.line(0), sheet.line(1), sheet.totals.all
    assert (open_line.duty_min_cents, open_line.duty_max_cents, open_line.duty_cents) == (45_00, None, None)
    assert japan.duty_cents == 125_00
    assert (total.duty_min_cents, total.duty_max_cents) == (170_00, None)


def test_line_without_amount_is_asked_for_its_value(make: MakeWorksheet) -> None:
    sheet = make((CERAMIC, None))
    question = asked(sheet, "value")
    assert sheet.answer(question, "120") == (LineEdit("amount", (0,), ("120",)),)


def test_lines_with_different_rates_by_quantity_share_one_general_sentence(make: MakeWorksheet) -> None:
    sheet = make(("0201101010", 1_000), ("0406104800", 1_000))
    question = asked(sheet, "quantity")
    assert question.lines == (0, 1)
    assert question.text.en.startswith("Column 1 of these lines is by quantity or weight")


def test_quantity_is_asked_where_column_1_needs_it(make: MakeWorksheet) -> None:
    sheet = make(("0402911000", 1_000))
    question = asked(sheet, "quantity")
    assert question.lines == (0,)


def test_fact_that_cannot_be_understood_is_asked_again(make: MakeWorksheet) -> None:
    sheet = make((CERAMIC, 1_000), facts={"passenger_vehicle_part": "perhaps"})
    question = asked(sheet, "fact")
    assert (question.id, question.lines) == ("passenger_vehicle_part", (0,))
    assert any("perhaps" in reason.text.en for reason in sheet.line(0).reasons)


def test_a_question_may_be_asked_for_some_of_its_lines(make: MakeWorksheet) -> None:
    sheet = make((BRAKE, 1_000), (BRAKE, 3_000))
    whole = asked(sheet, "facts")
    one = sheet.narrowed(whole, (1,))
    assert (whole.lines, one.lines) == ((0, 1), (1,))
    assert one.stake_cents * 4 == whole.stake_cents * 3
    assert one.answers[0].duty_min_cents * 4 == whole.answers[0].duty_min_cents * 3


def test_facts_that_were_assumed_together_are_one_assumption_to_answer(make: MakeWorksheet) -> None:
    sheet = make((TRUCK_TIRE, 1_000))
    assert {one.fact for one in sheet.line(0).assumptions} == {"passenger_vehicle_part", "mhdv_part"}
    assert sheet.assumed_facts() == {"vehicle_part_use"}
    (question,) = sheet.assumed_questions()
    assert (question.kind, question.id, question.lines) == ("facts", "vehicle_part_use", (0,))
    sheet.apply_all(sheet.answer(question, "neither"))
    assert sheet.assumed_facts() == set()


def test_what_if_tells_the_answer_of_a_group_only_where_one_says_what_stands(make: MakeWorksheet) -> None:
    sheet = make((TRUCK_TIRE, 1_000))
    (assumed,) = sheet.what_if(0)
    assert (assumed.fact, assumed.value, assumed.declared) == ("vehicle_part_use", "truck", False)
    sheet.apply_all(sheet.answer(assumed.question, "car"))
    (declared,) = sheet.what_if(0)
    assert (declared.fact, declared.value, declared.declared) == ("vehicle_part_use", "car", True)
    sheet.apply(LineEdit("fact:mhdv_part", (0,), ("yes",)))
    assert [one.fact for one in sheet.what_if(0)] == ["passenger_vehicle_part", "mhdv_part"]


def test_what_was_assumed_is_asked_with_the_duty_of_each_answer(make: MakeWorksheet) -> None:
    sheet = make(("4011101050", 1_000), (CERAMIC, 50))
    assumed = {one.id: one for one in sheet.assumed_questions()}
    assert set(assumed) == sheet.assumed_facts()
    for question in assumed.values():
        tops = [answer.duty_max_cents or 0 for answer in question.answers]
        lows = [answer.duty_min_cents for answer in question.answers]
        assert question.stake_cents == max(tops, default=0) - min(lows, default=0)
    assert sum(one.stake_cents > 0 for one in assumed.values()) > 0
