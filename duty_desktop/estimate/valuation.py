"""From invoice amounts to entered value: what the charges of an invoice do to it.

Transaction value is the price paid, with packing, selling commission and assists, without
international freight and insurance (19 U.S.C. 1401a(b); 19 CFR 152.103).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum

from duty_desktop.estimate.charge_reasons import WHY
from duty_desktop.estimate.spread import spread
from duty_desktop.lines.reading import CARRIAGE, Charge, ChargeKind
from duty_desktop.terms.text import Text

CARRIAGE_IN_PRICE = frozenset({"CFR", "CNF", "C&F", "CIF", "CPT", "CIP", "DAP", "DAT", "DPU", "DDU", "DDP"})
_DUTY_IN_PRICE = "DDP"
_ROUNDING_E4 = 10_000  # a printed total may be rounded to whole units of the currency


class Treatment(StrEnum):
    """What a charge does to the entered value of the lines."""

    ADDED = "dutiable"
    DEDUCTED = "deducted"
    IGNORED = "ignored"


class Carriage(Enum):
    """Where freight and insurance are, by the exporter's total: in the prices, beside them, or not shown."""

    IN_PRICES = 1
    ON_TOP = 2
    NOT_SHOWN = 3


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


def carriage_of(
    charges: Sequence[Charge], terms: str | None, goods_e4: int, stated_total_e4: int | None
) -> Carriage:
    """Whether the exporter's total counts freight and insurance apart from the goods.

    Only terms that include the carriage leave the question open. Charges in a currency of their own and
    deposits, which some totals are without, decide nothing.
    """
    if terms not in CARRIAGE_IN_PRICE:
        return Carriage.ON_TOP
    counted = [one for one in charges if one.currency is None]
    carriage = sum(one.amount_e4 for one in counted if _is_inside(one, terms))
    if stated_total_e4 is None or abs(carriage) <= 2 * _ROUNDING_E4:
        return Carriage.NOT_SHOWN
    beside = [one for one in counted if not _is_inside(one, terms)]
    all_beside = sum(one.amount_e4 for one in beside)
    paid = sum(one.amount_e4 for one in beside if one.kind is ChargeKind.DEPOSIT)
    for place, amount in ((Carriage.IN_PRICES, 0), (Carriage.ON_TOP, carriage)):
        sums = {goods_e4 + amount, goods_e4 + amount + all_beside, goods_e4 + amount + all_beside - paid}
        if any(abs(one - stated_total_e4) <= _ROUNDING_E4 for one in sums):
            return place
    return Carriage.NOT_SHOWN


def _is_inside(charge: Charge, terms: str | None) -> bool:
    """Whether prices under these terms include such a charge."""
    return charge.kind in CARRIAGE or (charge.kind is ChargeKind.TAX and terms == _DUTY_IN_PRICE)


def treatment_of(charge: Charge, terms: str | None, carriage: Carriage) -> tuple[Treatment, Text]:
    """What a charge does under terms of sale, and why."""
    inside = terms in CARRIAGE_IN_PRICE and (carriage is Carriage.IN_PRICES or charge.amount_e4 < 0)
    match charge.kind:
        case ChargeKind.FREIGHT | ChargeKind.INSURANCE if inside:
            return Treatment.DEDUCTED, WHY["in-price"]
        case ChargeKind.FREIGHT | ChargeKind.INSURANCE if charge.amount_e4 >= 0:
            return Treatment.IGNORED, WHY["not-shown" if carriage is Carriage.NOT_SHOWN else "on-top"]
        case ChargeKind.TAX if inside and terms == _DUTY_IN_PRICE:
            return Treatment.DEDUCTED, WHY["duty-in-price"]
        case ChargeKind.DISCOUNT:
            return Treatment.DEDUCTED, WHY["discount"]
        case ChargeKind.TAX | ChargeKind.DEPOSIT:
            return Treatment.IGNORED, WHY[charge.kind]
        case _ if charge.amount_e4 < 0:
            return Treatment.IGNORED, WHY["unnamed-credit"]
        case ChargeKind.PACKING | ChargeKind.COMMISSION | ChargeKind.ASSIST:
            return Treatment.ADDED, WHY[charge.kind]
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
    carriage = carriage_of([used.charge for used in charges], terms, goods_e4, stated_total_e4)
    found = []
    for used in charges:
        treatment, why = treatment_of(used.charge, terms, carriage)
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
