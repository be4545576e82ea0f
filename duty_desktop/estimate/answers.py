"""From an answer to the edits that carry it out for all the lines of its question."""

from collections.abc import Sequence
from dataclasses import replace

from duty_desktop.estimate.currency import RateError, UsualRates, parse_rate
from duty_desktop.estimate.edits import (
    FACT_PREFIX,
    DocumentEdit,
    DocumentTerms,
    Edit,
    EditError,
    LineEdit,
    ShipmentEdit,
)
from duty_desktop.estimate.result import Question
from duty_desktop.estimate.shipment import Shipment, Transport
from duty_desktop.estimate.shipment_findings import CONFIRMED
from duty_desktop.estimate.spellings import currency_code
from duty_desktop.terms.written import day_of

_FIELD_OF_KIND = {"hts": "hts", "origin": "origin", "value": "amount", "quantity": "quantity"}


def edits_that_answer(
    question: Question, value: str, shipment: Shipment, terms: Sequence[DocumentTerms], usual: UsualRates
) -> tuple[Edit, ...]:
    """The edits, not yet applied; raises EditError when the answer cannot be understood."""
    match question.kind:
        case "exchange-rate":
            return (_rate_edit(question, value, shipment, usual),)
        case "currency":
            return (_currency_edit(value, terms),)
        case "fact" if question.id in ("transport", "loaded_on"):
            return (ShipmentEdit(shipment, _with_shipment_fact(shipment, question.id, value)),)
        case "facts":
            return _group_edits(question, value)
        case "fact":
            field = FACT_PREFIX + question.id
        case kind if kind in _FIELD_OF_KIND:
            field = _FIELD_OF_KIND[kind]
        case kind:
            raise EditError.of(kind, value, "Correct the lines themselves.")
    return (LineEdit(field, question.lines, (value,) * len(question.lines)),)


def _group_edits(question: Question, value: str) -> tuple[LineEdit, ...]:
    chosen = next((answer for answer in question.answers if answer.value == value), None)
    if chosen is None:
        offered = ", ".join(answer.value for answer in question.answers)
        raise EditError.of(question.id, value, f"Enter one of {offered}.")
    lines = question.lines
    return tuple(LineEdit(FACT_PREFIX + fact, lines, (said,) * len(lines)) for fact, said in chosen.sets)


def _rate_edit(question: Question, value: str, shipment: Shipment, usual: UsualRates) -> ShipmentEdit:
    try:
        rate = parse_rate(value, usual, question.id)
    except RateError as error:
        raise EditError(error.finding) from error
    known = shipment.rate_for(rate.currency)
    if known is not None and known.usd_per_unit == rate.usd_per_unit:
        rate = replace(known, source=f"{CONFIRMED}{known.source}")
    return ShipmentEdit(shipment, shipment.with_rate(rate))


def _currency_edit(value: str, terms: Sequence[DocumentTerms]) -> DocumentEdit:
    code = currency_code(value)
    if code is None:
        raise EditError.of("currency", value, "Enter a currency: USD, JPY, EUR ...")
    unknown = tuple(index for index, own in enumerate(terms) if own.currency is None)
    before = tuple(terms[index] for index in unknown)
    return DocumentEdit(unknown, before, tuple(replace(own, currency=code) for own in before))


def _with_shipment_fact(shipment: Shipment, fact: str, value: str) -> Shipment:
    try:
        if fact == "transport":
            return replace(shipment, transport=Transport(value.strip().lower()))
        return replace(shipment, loaded_on=day_of(value))
    except ValueError as error:
        raise EditError.of(
            fact, value, "Enter ocean, air, truck or rail, or a day like 2026-11-23."
        ) from error
