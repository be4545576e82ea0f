"""Every answer to every question leads to a duty within the range given before, and to what it said."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from duty_desktop.estimate.open_questions import FACT, FACTS, HTS, ORIGIN, QUANTITY
from duty_desktop.estimate.result import Answer, Question
from duty_desktop.estimate.shipment import Shipment
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.tariff.facts import Fact, FactKind
from duty_desktop.terms.money import CENTS, E4
from duty_desktop.terms.written import decimal_of
from tests.property.money.plans import is_in_excess
from tests.property.money.profile import tried
from tests.property.money.shipments import (
    Invoice,
    Item,
    answers,
    invoices,
    items,
    shipments,
    shown,
    worksheet,
)
from tests.property.money.tariff import facts_about, law

ABOUT_LINES = (FACT, FACTS, HTS, ORIGIN)
Bounds = tuple[int, int | None]


@tried(20)
@given(st.lists(invoices(most=3), min_size=1, max_size=2), shipments())
def test_each_answer_stays_within_the_range_and_keeps_its_word(
    parts: list[Invoice], shipment: Shipment
) -> None:
    sheet = worksheet(parts, shipment)
    for question in sheet.questions():
        assert question.text.en
        assert question.text.ja
        if question.kind in ABOUT_LINES:
            least, most = added(bounds_of(sheet, question.lines))
            for answer in question.answers:
                assert_within((answer.duty_min_cents, answer.duty_max_cents), (least, most))
                assert_keeps_its_word(sheet, question, answer)


@tried(20)
@given(invoices(most=2), shipments(), st.data())
def test_whatever_is_typed_for_an_answer_stays_within_the_range(
    invoice: Invoice, shipment: Shipment, data: st.DataObject
) -> None:
    """Also where the question lists no answers: an amount, a share, a day, a country, a quantity."""
    sheet = worksheet([invoice], shipment)
    for question in sheet.questions(with_answers=False):
        value = ""
        if question.kind == FACT:
            value = data.draw(readable(law().facts[question.id], worth(sheet, question.lines)))
        elif question.kind == QUANTITY and not any(sheet.table.quantity_e4[line] for line in question.lines):
            value = data.draw(st.sampled_from(["0.1", "1", "2500", "1000000"]))
        if value:
            before = bounds_of(sheet, question.lines)
            undo = sheet.apply_all(sheet.answer(question, value))
            after = bounds_of(sheet, question.lines)
            for line, now, then in zip(question.lines, after, before, strict=True):
                if not is_in_excess(sheet.line(line)):
                    assert_within(now, then)
            sheet.apply_all(undo)
            assert bounds_of(sheet, question.lines) == before


def readable(fact: Fact, dollars: Fraction) -> st.SearchStrategy[str]:
    """What may be so of goods worth so many dollars: no part of them is worth more."""

    def can_be_read(text: str) -> bool:
        try:
            fact.normal(text)
        except ValueError:
            return False
        return bool(text) and (fact.kind is not FactKind.MONEY or decimal_of(text) <= dollars)

    return answers(fact, dollars).filter(can_be_read)


def worth(sheet: Worksheet, lines: Sequence[int]) -> Fraction:
    return Fraction(min((sheet.entered_value_cents[line] or 0 for line in lines), default=0), CENTS)


def bounds_of(sheet: Worksheet, lines: Sequence[int]) -> list[Bounds]:
    return [(sheet.rated.duty_min_cents[line], sheet.rated.duty_max_cents[line]) for line in lines]


def added(bounds: Sequence[Bounds]) -> Bounds:
    tops = [top for _, top in bounds if top is not None]
    return sum(least for least, _ in bounds), sum(tops) if len(tops) == len(bounds) else None


def assert_within(now: Bounds, before: Bounds) -> None:
    assert before[0] <= now[0], (now, before)
    assert before[1] is None or (now[1] is not None and now[1] <= before[1]), (now, before)


def refunds_of(sheet: Worksheet) -> dict[str, Bounds]:
    """What may be refunded, by measure."""
    return {one.measure: (one.least_cents, one.most_cents) for one in sheet.refunds()}


def assert_keeps_its_word(sheet: Worksheet, question: Question, answer: Answer) -> None:
    """Given, the answer makes of the lines what it said, and line by line no more than was possible."""
    before, refunds = bounds_of(sheet, question.lines), refunds_of(sheet)
    undo = sheet.apply_all(sheet.answer(question, answer.value))
    after = bounds_of(sheet, question.lines)
    for measure, refund in refunds_of(sheet).items():
        assert_within(refund, refunds.get(measure, (0, 0)))
    assert added(after) == (answer.duty_min_cents, answer.duty_max_cents)
    for now, then in zip(after, before, strict=True):
        assert_within(now, then)
    sheet.apply_all(undo)


@tried(20)
@given(items(), shipments(), st.data())
def test_a_declaration_that_cannot_be_understood_bounds_all_that_it_may_say(
    item: Item, shipment: Shipment, data: st.DataObject
) -> None:
    dollars = Fraction(max(item.amount_e4 or 0, 0), E4)
    about = facts_about(item.hts or "")
    unlike_text = [name for name, fact in law().facts.items() if fact.kind is not FactKind.TEXT]
    name = data.draw(st.one_of(st.sampled_from(about), st.sampled_from(unlike_text)))
    said = data.draw(readable(law().facts[name], dollars))
    others = {fact: text for fact, text in item.facts.items() if fact != name}
    told = [replace(item, facts={**others, name: text}) for text in ("?!", said)]
    sheet = worksheet([Invoice(tuple(told))], shipment)
    unread, read = shown(sheet)
    assert unread.duty_cents is None
    if not is_in_excess(read):
        assert_within(*bounds_of(sheet, (1, 0)))
