"""What is doubtful about a shipment as a whole: its dates, rates, terms of sale; and standing notices."""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from duty_desktop.estimate.charge_reasons import WHY
from duty_desktop.estimate.currency import UsualRates, doubt_about
from duty_desktop.estimate.declared import sort_facts
from duty_desktop.estimate.edits import DocumentTerms, EditError
from duty_desktop.estimate.reasons import law_not_known
from duty_desktop.estimate.result import Reason
from duty_desktop.estimate.shipment import ExchangeRate, Shipment
from duty_desktop.estimate.valuation import CARRIAGE_IN_PRICE, ChargeTreatment
from duty_desktop.lines.reading import Charge, ChargeKind, Document
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.schedule_check import nested
from duty_desktop.terms.findings import Finding, Place, Severity
from duty_desktop.terms.money import CENTS
from duty_desktop.terms.text import Text

CONFIRMED = "confirmed: "
_STEEL_CHAPTERS = ("72", "73")
_SOME_GOODS = re.compile(
    r"\b(?:on|for)\s+(?!all\b|total\b|order\b|the\s+(?:order|total))\w|(?<!全)商品|分の値引", re.I
)

_FROM_FACTORY = "EXW"
_INLAND = re.compile(r"\b(?:inland|domestic|local)\b|国内|内陸", re.I)


def refuse_early_entry(law: Law, shipment: Shipment) -> None:
    """Raise EditError for an entry date before the schedule begins."""
    if shipment.entry_date < law.first_day:
        raise EditError(
            Finding(
                "entry-date-too-early",
                f"The entry date {shipment.entry_date} is before {law.first_day}, where the schedule begins.",
                f"Enter an entry date from {law.first_day} on.",
                Severity.ERROR,
                arguments=(("entry_date", str(shipment.entry_date)), ("first_day", str(law.first_day))),
            )
        )


def older_figures(edition: str) -> Finding:
    """Figures made by another schedule are shown as they are; nothing may mix with them."""
    return Finding(
        "figures-of-another-schedule",
        f"The figures were made by the schedule {edition} and are shown as they were saved.",
        "Rate the estimate by the schedule at hand, then change it.",
        Severity.ERROR,
        arguments=(("edition", edition),),
    )


def unusual_rates(shipment: Shipment, usual: UsualRates) -> list[tuple[ExchangeRate, Finding]]:
    """Typed rates far from the usual ones that nobody has confirmed."""
    doubts = ((rate, doubt_about(rate, shipment.entry_date, usual)) for rate in shipment.rates)
    return [
        (rate, doubt) for rate, doubt in doubts if doubt is not None and not rate.source.startswith(CONFIRMED)
    ]


def shipment_findings(
    documents: Sequence[Document],
    terms: Sequence[DocumentTerms],
    charges: Iterable[ChargeTreatment],
    shipment: Shipment,
    usual: UsualRates,
) -> list[Finding]:
    """Doubts that no single line has."""
    found = [doubt for _, doubt in unusual_rates(shipment, usual)]
    for document, own in zip(documents, terms, strict=True):
        if len(document.lines):
            found.extend(_about_terms(document, own))
    for treated in charges:
        if treated.why == WHY["more-than-goods"]:
            place = Place(treated.charge.sheet, treated.charge.row)
            message = f"The deductions together are as large as the goods: {treated.charge.label}."
            found.append(Finding("charges-exceed-goods", message, "Check it.", Severity.ERROR, place))
        elif treated.charge.kind is ChargeKind.DISCOUNT and _SOME_GOODS.search(treated.charge.label):
            found.append(_discount_on_some(treated.charge))
        elif treated.charge.amount_e4 > 0:
            found.extend(_about_carriage(treated, terms[treated.document].terms))
    return found


def _about_carriage(treated: ChargeTreatment, terms: str | None) -> Iterable[Finding]:
    """Freight or insurance that may lower the value, or be part of it (19 CFR 152.103(a)(5))."""
    place, label = Place(treated.charge.sheet, treated.charge.row), treated.charge.label
    if treated.why == WHY["not-shown"]:
        yield Finding(
            "carriage-not-placed",
            f"The terms are {terms}, and the invoice's total does not show whether “{label}” is inside the "
            "prices: nothing is deducted.",
            "If the prices include it, set this charge to be deducted.",
            Severity.QUESTION,
            place,
            (("terms", terms or ""), ("label", label)),
        )
    elif treated.why == WHY["on-top"] and terms != _FROM_FACTORY and _INLAND.search(label):
        yield Finding(
            "inland-freight",
            f"“{label}” looks like carriage inside the country of export. Charged by the seller, it is part "
            "of the entered value unless the goods travel on a through bill of lading "
            "(19 CFR 152.103(a)(5)(ii)).",
            "Without a through bill of lading, set this charge to be added.",
            Severity.QUESTION,
            place,
            (("label", label),),
        )


def _discount_on_some(charge: Charge) -> Finding:
    """A discount whose words name goods: the invoice's groups are not known, so all lines bear it."""
    return Finding(
        "discount-on-some-goods",
        f"“{charge.label}” may concern some of the goods only; it is spread over all lines.",
        "If so, lower the amounts of those lines and leave the discount out.",
        Severity.QUESTION,
        Place(charge.sheet, charge.row),
        (("label", charge.label),),
    )


def _about_terms(document: Document, terms: DocumentTerms) -> Iterable[Finding]:
    place = Place(document.sheet)
    kinds = {used.charge.kind for used in terms.charges}
    if terms.terms in CARRIAGE_IN_PRICE and ChargeKind.FREIGHT not in kinds:
        yield Finding(
            "freight-not-shown",
            f"The terms are {terms.terms}, but the invoice does not show the freight: nothing is deducted.",
            "Enter the freight and insurance if the seller states them.",
            Severity.QUESTION,
            place,
            (("terms", terms.terms or ""),),
        )
    elif terms.terms is None:
        yield Finding(
            "terms-not-stated",
            "The invoice does not state its terms of sale (FOB, CIF ...): its prices are taken as they are.",
            "Enter the terms when you know them.",
            Severity.NOTICE,
            place,
        )


def small_shipment_doubts(
    law: Law, shipment: Shipment, facts: Iterable[Mapping[str, str]], value_cents: int
) -> list[Finding]:
    """Lines declared as a shipment small enough for a rule of its own, of goods that together are not."""
    bounds: dict[Decimal, set[tuple[str, str]]] = {}
    for measure in law.schedule.measures:
        for rule in measure.rules:
            for one in nested(rule.when) if rule.in_force(shipment.entry_date) else ():
                if one.value_at_most is not None and value_cents > one.value_at_most * CENTS:
                    pairs = ((name, value) for name, values in one.declared for value in values)
                    bounds.setdefault(one.value_at_most, set()).update(pairs)
    if not bounds:
        return []
    as_typed = {pair for of_line in facts if of_line for pair in of_line.items()}
    said = (sort_facts(law.facts, dict((pair,)))[0] for pair in as_typed)
    declared = {pair for one in said for pair in one.words.items()}
    return [_too_large(bound) for bound, pairs in bounds.items() if not declared.isdisjoint(pairs)]


def _too_large(bound: Decimal) -> Finding:
    return Finding(
        "small-shipment-too-large",
        f"Lines are declared as a shipment of up to ${bound:,}, but the goods together are worth more.",
        "They are rated as goods of a larger one; estimate those that came as a shipment of their own apart.",
        Severity.QUESTION,
        arguments=(("bound", f"{bound:,}"),),
    )


def standing_notices(
    law: Law, shipment: Shipment, numbers: Iterable[str | None], value_cents: int | None
) -> list[Reason]:
    """Notices that every report shows: how far the law is known, what a small or a steel shipment owes.

    `value_cents`: the entered value of the whole shipment; None where that of a line is not known.
    """
    notices = []
    if shipment.entry_date > law.schedule_as_of:
        notices.append(law_not_known(law))
    notices.extend(
        Reason("small-shipment", small.says, blocks=False)
        for small in law.schedule.small_shipments
        if small.first <= shipment.entry_date <= small.last
        and value_cents is not None
        and 0 < value_cents <= small.up_to * CENTS
    )
    if any(number is not None and number.startswith(_STEEL_CHAPTERS) for number in numbers):
        notices.append(_ANTIDUMPING)
    return notices


_ANTIDUMPING = Reason(
    "antidumping-countervailing",
    Text(
        "Goods of chapters 72 and 73: check for antidumping and countervailing duty orders on steel of "
        "Japan (flat-rolled products, bars, pipe and tube, wire rod). They are not in this estimate.",
        "第72・73類の物品：日本産鉄鋼（フラットロール製品、棒鋼、鋼管、線材）に対するアンチダンピング税・"
        "相殺関税の有無を確認すること。本見積りには含まれない。",
    ),
    blocks=False,
)
