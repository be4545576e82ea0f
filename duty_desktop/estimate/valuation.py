"""From invoice amounts to entered value: what the charges of an invoice do to it.

Transaction value is the price paid, with packing, selling commission and assists, without
international freight and insurance (19 U.S.C. 1401a(b); 19 CFR 152.103).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from duty_desktop.estimate.charge_reasons import WHY
from duty_desktop.estimate.spread import spread
from duty_desktop.lines.reading import Charge, ChargeKind
from duty_desktop.terms.text import Text

CARRIAGE_IN_PRICE = frozenset({"CFR", "CNF", "C&F", "CIF", "CPT", "CIP", "DAP", "DAT", "DPU", "DDU", "DDP"})
_CARRIAGE = frozenset({ChargeKind.FREIGHT, ChargeKind.INSURANCE})


class Treatment(StrEnum):
    """What a charge does to the entered value of the lines."""

    ADDED = "dutiable"
    DEDUCTED = "deducted"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class UsedCharge:
    """A charge as the estimate uses it; `treatment` is a person's decision, None: by the rules."""

    charge: Charge
    treatment: Treatment | None = None


@dataclass(frozen=True, slots=True)
class ChargeTreatment:
    """A charge, what it does to the entered value, and why.

    `document` is its place among the worksheet's documents. `cents` is the charge in dollars as the
    entered value feels it (added positive, deducted negative), None without an exchange rate.
    """

    document: int
    charge: Charge
    treatment: Treatment
    why: Text
    by_person: bool = False
    cents: int | None = None


def treatment_of(charge: Charge, terms: str | None, goods_alone_make_total: bool) -> tuple[Treatment, Text]:
    """What a charge does under terms of sale, and why.

    `goods_alone_make_total`: the exporter's total is the sum of the goods lines, so the charges are
    inside their prices and not on top of them.
    """
    if charge.kind in _CARRIAGE:
        if goods_alone_make_total and terms in CARRIAGE_IN_PRICE:
            return Treatment.DEDUCTED, WHY["in-price"]
        return Treatment.IGNORED, WHY["on-top"]
    match charge.kind:
        case ChargeKind.DISCOUNT:
            return Treatment.DEDUCTED, WHY["discount"]
        case ChargeKind.TAX | ChargeKind.DEPOSIT:
            return Treatment.IGNORED, WHY[charge.kind]
        case ChargeKind.PACKING | ChargeKind.COMMISSION | ChargeKind.ASSIST:
            return Treatment.ADDED, WHY[charge.kind]
        case _ if charge.amount_e4 < 0:
            return Treatment.IGNORED, WHY["unnamed-credit"]
        case _:
            return Treatment.ADDED, WHY["paid"]


def treatments(
    document: int,
    charges: Sequence[UsedCharge],
    terms: str | None,
    goods_e4: int,
    stated_total_e4: int | None,
) -> list[ChargeTreatment]:
    """How each charge of a document acts; a person's decision wins over the rules."""
    inside = stated_total_e4 is not None and stated_total_e4 == goods_e4
    found = []
    for used in charges:
        treatment, why = treatment_of(used.charge, terms, inside)
        if used.treatment is not None:
            treatment, why = used.treatment, WHY["person"]
        found.append(ChargeTreatment(document, used.charge, treatment, why, used.treatment is not None))
    return found


def adjusted(cents: Sequence[int | None], adjustment: int) -> list[int | None] | None:
    """The values with an adjustment spread over them by value; None when it would leave nothing.

    Lines without a value take no part. The values then sum to the old sum and the adjustment.
    """
    weights = [value or 0 for value in cents]
    if not any(weights) or sum(weights) + adjustment <= 0:
        return None
    return [
        value if value is None else value + part or None
        for value, part in zip(cents, spread(adjustment, weights), strict=True)
    ]
