"""The entered value of every line in US cents: charges, then exchange, each document by its own terms."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from duty_desktop.estimate.charge_reasons import WHY
from duty_desktop.estimate.currency import cents_of
from duty_desktop.estimate.edits import DocumentTerms
from duty_desktop.estimate.shipment import ExchangeRate, Shipment
from duty_desktop.estimate.valuation import (
    ChargeTreatment,
    Treatment,
    adjusted,
    treatments,
)
from duty_desktop.lines.table import LineTable


@dataclass(slots=True)
class EnteredValues:
    """Cents per line (None: not known), how the charges were treated, and lines without a rate.

    `without_rate` names the lines by their currency, "" when the currency itself is not known.
    """

    cents: list[int | None] = field(default_factory=list)
    charges: list[ChargeTreatment] = field(default_factory=list)
    without_rate: dict[str, list[int]] = field(default_factory=dict)


def entered_values(
    table: LineTable, sizes: Sequence[int], terms: Sequence[DocumentTerms], shipment: Shipment
) -> EnteredValues:
    """Value all lines; `sizes` says how many lines each document has, in the order of the table."""
    values = EnteredValues()
    for document, (size, own) in enumerate(zip(sizes, terms, strict=True)):
        start = len(values.cents)
        amounts = table.amount_e4[start : start + size]
        groups = _lines_by_currency(table.currency[start : start + size], own.currency)
        cents = _in_dollars(values, amounts, groups, start, shipment)
        if own.charges:
            places = groups.get(own.currency or "", ())
            goods_e4 = sum(amounts[place] or 0 for place in places)
            treated = treatments(document, own.charges, own.terms, goods_e4, own.stated_total_e4)
            valued = [_valued(one, own.currency, shipment) for one in treated]
            missing = _currency_without_rate(valued)
            if missing is None:
                cents = _after_charges(values, cents, places, valued)
            else:
                values.charges.extend(valued)
                cents = _open(values, cents, start, places, missing)
        values.cents.extend(cents)
    return values


def _lines_by_currency(named: Sequence[str | None], own: str | None) -> dict[str, Sequence[int]]:
    """Places of the lines of each currency ("" unknown): a line's own, else the document's."""
    if not any(named):
        return {own or "": range(len(named))}
    groups: dict[str, list[int]] = {}
    for place, currency in enumerate(named):
        groups.setdefault(currency or own or "", []).append(place)
    return dict(groups)


def _in_dollars(
    values: EnteredValues,
    amounts: Sequence[int | None],
    groups: dict[str, Sequence[int]],
    start: int,
    shipment: Shipment,
) -> list[int | None]:
    cents: list[int | None] = [None] * len(amounts)
    for currency, places in groups.items():
        rate = shipment.rate_for(currency)
        if rate is None:
            values.without_rate.setdefault(currency, []).extend(start + place for place in places)
        elif len(places) == len(amounts):
            cents = cents_of(amounts, rate)
        else:
            own = cents_of([amounts[place] for place in places], rate)
            for place, value in zip(places, own, strict=True):
                cents[place] = value
    return cents


def _valued(treated: ChargeTreatment, currency: str | None, shipment: Shipment) -> ChargeTreatment:
    """The charge in cents, by the rate of its own currency or else the document's; None without a rate."""
    rate = shipment.rate_for(treated.charge.currency or currency or "")
    return treated if rate is None else replace(treated, cents=_charge_cents(treated, rate))


def _currency_without_rate(charges: Sequence[ChargeTreatment]) -> str | None:
    """The currency of its own of a charge that counts but has no rate."""
    return next(
        (
            one.charge.currency
            for one in charges
            if one.charge.currency and one.cents is None and one.treatment is not Treatment.IGNORED
        ),
        None,
    )


def _open(
    values: EnteredValues, cents: list[int | None], start: int, places: Sequence[int], currency: str
) -> list[int | None]:
    """The values without those of lines that a charge without a rate belongs to."""
    opened = [place for place in places if cents[place] is not None]
    if opened:
        values.without_rate.setdefault(currency, []).extend(start + place for place in opened)
    left = set(opened)
    return [None if place in left else value for place, value in enumerate(cents)]


def _after_charges(
    values: EnteredValues,
    cents: list[int | None],
    places: Sequence[int],
    valued: list[ChargeTreatment],
) -> list[int | None]:
    """The values with all charges spread over the lines in the document's currency."""
    change = sum(one.cents or 0 for one in valued if one.treatment is not Treatment.IGNORED)
    own = adjusted([cents[place] for place in places], change) if change else None
    if change and own is None and any(cents[place] for place in places):
        valued = [replace(one, treatment=Treatment.IGNORED, why=WHY["more-than-goods"]) for one in valued]
    values.charges.extend(valued)
    if own is None:
        return cents
    changed = list(cents)
    for place, value in zip(places, own, strict=True):
        changed[place] = value
    return changed


def _charge_cents(treated: ChargeTreatment, rate: ExchangeRate) -> int:
    """The charge in cents with the sign of its effect; one that is ignored keeps the invoice's sign."""
    amount_e4 = treated.charge.amount_e4
    cents = cents_of([abs(amount_e4)], rate)[0] or 0
    match treated.treatment:
        case Treatment.ADDED:
            return cents
        case Treatment.DEDUCTED:
            return -cents
        case Treatment.IGNORED:
            return -cents if amount_e4 < 0 else cents
