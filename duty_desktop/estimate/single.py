"""Goods rated without an invoice: each with its own entry date, number, value, origin and facts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from duty_desktop.estimate.rating import Goods
from duty_desktop.estimate.result import Explanation, RatedLine
from duty_desktop.estimate.shipment_rating import rater_of
from duty_desktop.tariff.law import Law
from duty_desktop.terms.hts_number import digits
from duty_desktop.terms.money import cents_half_up, e4
from duty_desktop.terms.written import decimal_of

QUANTITY, UNIT = "quantity", "unit"


@dataclass(frozen=True, slots=True)
class Good:
    """A good as declared. `value` in US dollars (None: not declared), `origin` ISO two letters or None.

    `facts` by id, as typed; "quantity" and "unit" may be among them.
    """

    id: str
    entry_date: date
    hts: str | None
    value: Decimal | None
    origin: str | None
    facts: Mapping[str, str] = field(default_factory=dict)


def rate_goods(law: Law, goods: Sequence[Good]) -> list[RatedLine]:
    """Rate goods, each on its own entry date; never raises for what a good declares."""
    rated: list[RatedLine | None] = [None] * len(goods)
    for day, places in _by_day(goods).items():
        columns = as_columns([goods[place] for place in places])
        outcome = rater_of(law).rate(columns, day)
        for row, place in enumerate(places):
            rated[place] = outcome.line(row)
    return [line for line in rated if line is not None]


def explain_good(law: Law, good: Good) -> Explanation:
    """Why the duty of a good is what it is."""
    return rater_of(law).explain(as_columns([good]), 0, good.entry_date)


def as_columns(goods: Iterable[Good]) -> Goods:
    """Goods of one entry date as the rater takes them."""
    columns = Goods()
    for good in goods:
        quantity = quantity_of(good.facts.get(QUANTITY, ""))
        left = {UNIT} if quantity is None else {UNIT, QUANTITY}
        columns.hts.append(digits(good.hts) if good.hts else None)
        columns.value_cents.append(None if good.value is None else cents_half_up(Fraction(good.value)))
        columns.origin.append(good.origin)
        columns.quantity_e4.append(quantity)
        columns.unit.append(good.facts.get(UNIT, ""))
        # A quantity that cannot be understood stays among the facts: the rater says what is wrong with it.
        columns.facts.append({name: text for name, text in good.facts.items() if name not in left and text})
    return columns


def quantity_of(text: str) -> int | None:
    """A declared quantity in ten-thousandths, None when there is none or it is not a quantity."""
    try:
        quantity = decimal_of(text)
    except ValueError:
        return None
    return e4(quantity) if quantity >= 0 else None


def _by_day(goods: Sequence[Good]) -> dict[date, list[int]]:
    days: dict[date, list[int]] = {}
    for place, good in enumerate(goods):
        days.setdefault(good.entry_date, []).append(place)
    return days
