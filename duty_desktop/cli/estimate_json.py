"""An estimate as plain data for `duty-desktop estimate --json`: amounts are decimal strings in dollars."""

from typing import TypeAlias

from duty_desktop.estimate.currency import DOLLAR
from duty_desktop.estimate.defaults import currencies_of
from duty_desktop.estimate.figures import dollars_text, heading_texts, percent_text, reason_texts
from duty_desktop.estimate.refunds import Refund
from duty_desktop.estimate.result import Amounts, Question, Status
from duty_desktop.estimate.valuation import ChargeTreatment
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.invoice.as_json import decimal_text, line_as_json
from duty_desktop.tariff.facts import FactKind
from duty_desktop.terms.findings import Severity

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


def estimate_as_json(worksheet: Worksheet) -> dict[str, Json]:
    """The whole estimate."""
    currencies = [own.currency for own in worksheet.terms if own.currency] or list(
        currencies_of(worksheet.documents)
    )
    only = currencies[0] if len(set(currencies)) == 1 else None
    rate = worksheet.shipment.rate_for(only) if only else None
    transport = worksheet.shipment.transport
    return {
        "entry_date": worksheet.shipment.entry_date.isoformat(),
        "schedule_as_of": worksheet.law.schedule_as_of.isoformat(),
        "schedule_edition": worksheet.law.edition,
        "transport": None if transport is None else transport.value,
        "currency": only,
        "exchange_rate": None if rate is None else f"{rate.usd_per_unit:f}",
        "exchange_rates": {
            one.currency: f"{one.usd_per_unit:f}"
            for one in worksheet.shipment.rates
            if one.currency != DOLLAR
        },
        "totals": totals_as_json(worksheet),
        "refundable": refunds_as_json(worksheet),
        "lines": [_line(worksheet, index) for index in range(len(worksheet))],
        "charges": [_charge(worksheet, treated) for treated in worksheet.charges()],
        "questions": [*(_question(one) for one in worksheet.questions()), *_doubts(worksheet)],
        "assumptions": [
            {"fact": assumption.fact, "value": assumption.value, "why": assumption.why.en, "lines": len(rows)}
            for assumption, rows in worksheet.assumptions()
        ],
        "notices": [notice.text.en for notice in worksheet.notices()],
        "not_included": [text.en for text in worksheet.law.not_included],
    }


def totals_as_json(worksheet: Worksheet) -> dict[str, Json]:
    """Value, duty, fees, and both by class."""
    totals = worksheet.totals
    return {
        **_amounts(totals.all),
        "mpf": dollars_text(totals.fees.mpf_cents),
        "hmf": dollars_text(totals.fees.hmf_cents),
        "hmf_if_ocean": dollars_text(totals.fees.hmf_if_ocean_cents),
        "by_class": {category.value: _amounts(amounts) for category, amounts in totals.by_class.items()},
    }


def refunds_as_json(worksheet: Worksheet) -> list[Json]:
    """What may be refunded, by measure."""
    return [_refund(one) for one in worksheet.refunds()]


def _refund(refund: Refund) -> dict[str, Json]:
    return {
        "measure": refund.measure,
        "title": refund.title.en,
        "lines": refund.lines,
        "review_lines": refund.review_lines,
        "refund": dollars_text(None if refund.review_lines else refund.least_cents),
        "refund_min": dollars_text(refund.least_cents),
        "refund_max": dollars_text(refund.most_cents),
        "why": refund.says.en,
        "sources": [source.cite for source in refund.sources],
    }


def _amounts(amounts: Amounts) -> dict[str, Json]:
    return {
        "lines": amounts.lines,
        "review_lines": amounts.review_lines,
        "unvalued_lines": amounts.unvalued_lines,
        "entered_value": dollars_text(amounts.entered_value_cents),
        "duty": dollars_text(amounts.duty_cents),
        "duty_min": dollars_text(amounts.duty_min_cents),
        "duty_max": dollars_text(amounts.duty_max_cents),
    }


def _line(worksheet: Worksheet, index: int) -> dict[str, Json]:
    rated = worksheet.line(index)
    document = worksheet.document_of[index]
    return {
        **line_as_json(worksheet.table.line(index)),
        "invoice_no": document.invoice_no,
        "status": rated.status.value,
        "category": rated.category.value,
        "entered_value": dollars_text(rated.entered_value_cents),
        "duty": dollars_text(rated.duty_cents),
        "duty_min": dollars_text(rated.duty_min_cents),
        "duty_max": dollars_text(rated.duty_max_cents),
        "rate_pct": percent_text(rated.rate),
        "headings": [*heading_texts(rated.headings)],
        "needs": [*rated.needs],
        "reasons": [*reason_texts(rated.reasons)],
        "sub_lines": _sub_lines(worksheet, index) if rated.status is Status.RATED else [],
    }


def _sub_lines(worksheet: Worksheet, index: int) -> list[Json]:
    """The parts that the law enters as lines of their own; none for a line that is entered whole."""
    facts = worksheet.law.facts
    declared = worksheet.table.facts[index]
    if not any(facts[name].kind is FactKind.MONEY for name in declared if name in facts):
        return []  # only a declared part divides the value
    parts = worksheet.explain(index).sub_lines
    if len(parts) < 2:
        return []
    return [
        {
            "part": part.label.en,
            "value": dollars_text(part.value_cents),
            "headings": [*heading_texts(part.headings)],
            "duty": dollars_text(part.duty_cents),
        }
        for part in parts
    ]


def _charge(worksheet: Worksheet, treated: ChargeTreatment) -> dict[str, Json]:
    return {
        "kind": treated.charge.kind.value,
        "label": treated.charge.label,
        "amount": decimal_text(treated.charge.amount_e4),
        "currency": treated.charge.currency or worksheet.terms[treated.document].currency,
        "sheet": treated.charge.sheet,
        "row": treated.charge.row,
        "treatment": treated.treatment.value,
        "usd": dollars_text(treated.cents),
        "why": treated.why.en,
    }


def _question(question: Question) -> dict[str, Json]:
    answers: list[Json] = [
        {
            "value": answer.value,
            "duty_min": dollars_text(answer.duty_min_cents),
            "duty_max": dollars_text(answer.duty_max_cents),
            **({"sets": {**dict(answer.sets)}} if answer.sets else {}),
        }
        for answer in question.answers
    ]
    return {
        "kind": question.kind,
        "id": question.id,
        "message": question.text.en,
        "lines": [*question.lines],
        "stake": dollars_text(question.stake_cents),
        "answers": answers,
    }


def _doubts(worksheet: Worksheet) -> list[Json]:
    """Doubts about the reading and the shipment, which no fact of a line settles."""
    return [
        {
            "kind": "reading",
            "id": finding.code,
            "message": f"{finding.message} {finding.remedy}".strip(),
            "sheet": finding.place.sheet,
            "row": finding.place.row,
            "column": finding.place.column,
        }
        for finding in worksheet.findings()
        if finding.severity is not Severity.NOTICE
    ]
