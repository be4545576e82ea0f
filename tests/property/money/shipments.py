"""Shipments of every kind, as Hypothesis draws them, and the worksheets made of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from duty_desktop.estimate.result import RatedLine
from duty_desktop.estimate.shipment import EntryKind, ExchangeRate, Shipment, Transport
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.lines.reading import Charge, ChargeKind, Document, Reading
from duty_desktop.lines.table import LineTable
from duty_desktop.tariff.facts import Fact, FactKind
from duty_desktop.terms.money import CENTS, E4
from tests.property.money import tariff

NOT_UNDERSTOOD = ("maybe", "-1", "1.2.3", "？")
_BILLION_E4 = 10**9 * E4
ORIGINS = st.one_of(
    st.sampled_from(tariff.law().schedule.coverage.origins),
    st.sampled_from([*tariff.law().schedule.coverage.origins, None, "US", "CN", "RU", "ZZ"]),
)


@dataclass(frozen=True, slots=True)
class Item:
    """A goods line of an invoice; amounts in ten-thousandths."""

    hts: str | None
    amount_e4: int | None
    facts: dict[str, str]
    quantity_e4: int | None = None
    unit: str = ""
    weight_kg_e4: int | None = None
    origin: str | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Invoice:
    """An invoice with its lines and charges."""

    items: tuple[Item, ...]
    currency: str | None = "USD"
    terms: str | None = None
    charges: tuple[Charge, ...] = ()


def worksheet(invoices: Sequence[Invoice], shipment: Shipment) -> Worksheet:
    """The worksheet of a shipment with these invoices."""
    return Worksheet(tariff.law(), [Reading("a.xlsx", [document(one) for one in invoices])], shipment)


def document(invoice: Invoice) -> Document:
    lines = table(invoice.items)
    charges = list(invoice.charges)
    return Document("S", lines=lines, currency=invoice.currency, terms=invoice.terms, charges=charges)


def table(items: Sequence[Item]) -> LineTable:
    size = len(items)
    return LineTable(
        sheet=["S"] * size,
        row=list(range(1, size + 1)),
        item=[""] * size,
        description=[""] * size,
        hts=[one.hts for one in items],
        hts_text=[one.hts or "" for one in items],
        quantity_e4=[one.quantity_e4 for one in items],
        unit=[one.unit for one in items],
        unit_price_e4=[None] * size,
        unit_price_per=[""] * size,
        amount_e4=[one.amount_e4 for one in items],
        currency=[one.currency for one in items],
        origin=[one.origin for one in items],
        weight_kg_e4=[one.weight_kg_e4 for one in items],
        facts=[dict(one.facts) for one in items],
    )


def shown(sheet: Worksheet) -> list[RatedLine]:
    """Every line as it is shown."""
    return [sheet.line(index) for index in range(len(sheet))]


entry_days = st.sampled_from(tariff.days())


@st.composite
def numbers(draw: st.DrawFn) -> str | None:
    """A number as an invoice may give it: of the tariff or a list, ended, a provision, short, wrong, none."""
    kind = draw(st.integers(0, 19))
    if kind < 7:
        number = draw(st.sampled_from(tariff.by_list()).flatmap(st.sampled_from))
        return below(number, draw(st.integers(0, 10**4)))
    if kind < 12:
        return draw(st.sampled_from(tariff.by_rate()).flatmap(st.sampled_from))
    if kind < 14:
        return draw(st.sampled_from(tariff.in_tariff()))
    if kind == 14:
        return draw(st.sampled_from(tariff.ended()))
    if kind == 15:
        return draw(st.sampled_from(tariff.special()))
    if kind < 18:
        number = draw(st.sampled_from(tariff.by_list()).flatmap(st.sampled_from))
        return below(number, draw(st.integers(0, 10**4)))[: draw(st.integers(4, 9))]
    if kind == 18:
        number = draw(st.sampled_from(tariff.by_rate()).flatmap(st.sampled_from))
        return number[:8] + draw(st.sampled_from(["", "00", "99"]))
    return draw(st.one_of(st.none(), st.text("0123456789", min_size=4, max_size=10)))


def below(number: str, place: int) -> str:
    """A ten-digit number of the tariff under an entry of a list; the entry where there is none."""
    leaves = tariff.law().nomenclature.in_use(number, tariff.newest())
    return leaves[place % len(leaves)] if leaves else number


@st.composite
def declarations(draw: st.DrawFn, number: str | None, dollars: Fraction) -> dict[str, str]:
    """Facts of a line: mostly those that rules ask about its number, with every kind of answer."""
    about = tariff.facts_about(number or "")
    every = tuple(tariff.law().facts)
    names = draw(st.lists(st.one_of(st.sampled_from(about), st.sampled_from(every)), max_size=5, unique=True))
    facts = {name: draw(answers(tariff.law().facts[name], dollars)) for name in names}
    if draw(st.integers(0, 29)) == 0:
        facts["no such fact"] = "yes"
    return facts


def answers(fact: Fact, dollars: Fraction) -> st.SearchStrategy[str]:
    """Everything that may be declared for a fact of goods worth so many dollars, and what nobody can read."""
    if fact.kind is FactKind.MONEY:
        parts = [
            Fraction(0),
            dollars / 7,
            *(dollars * Fraction(one) for one in tariff.shares(fact.id)),
            dollars,
        ]
        near = [round(float(part), 2) + cent for part in parts for cent in (0, 0.01)]
        texts = [f"{Decimal(amount):.2f}" for amount in near]
    elif fact.kind in (FactKind.NUMBER, FactKind.PERCENT):
        bounds = tariff.thresholds(fact.id) or (Decimal(10),)
        near_bounds = (bound + step for bound in bounds for step in (Decimal("-0.1"), Decimal(0), Decimal(1)))
        texts = [f"{one:f}" for one in near_bounds] + ["0", "0.5", "0.5%", "100"]
    elif fact.kind is FactKind.DATE:
        texts = [day.isoformat() for day in tariff.loaded_days()]
    elif fact.kind is FactKind.COUNTRY:
        texts = [*tariff.named(fact.id), "JP", "US"]
    elif fact.kind is FactKind.PROVISION:
        return st.one_of(
            st.sampled_from([*tariff.named(fact.id), *NOT_UNDERSTOOD]), st.sampled_from(tariff.provisions())
        )
    elif fact.kind is FactKind.CHOICE:
        texts = [value for value, _ in fact.choices]
    elif fact.kind is FactKind.YES_NO:
        texts = ["yes", "no", "yes", "no", "はい"]
    else:
        texts = list(tariff.units())
    return st.sampled_from([*texts, *texts, "", *NOT_UNDERSTOOD])


near_bounds_e4 = st.sampled_from(tariff.value_bounds()).flatmap(
    lambda cents: st.sampled_from([cents - 1, cents, cents + 1]).map(lambda near: near * (E4 // CENTS))
)
valued_e4 = st.one_of(
    st.integers(1, 10**8), near_bounds_e4, st.integers(1, 9999), st.integers(1, 10 * _BILLION_E4)
)
amounts_e4 = st.one_of(
    valued_e4, valued_e4, valued_e4, st.sampled_from([None, 0, 49, 50, 99, -(10**6)]), valued_e4
)
quantities_e4 = st.one_of(st.integers(1, 10**8), st.sampled_from([None, 0, 1]), st.integers(1, 10**13))
units = st.one_of(st.sampled_from(tariff.units()), st.sampled_from(["kg", "No."]))
exchange = st.decimals(min_value=Decimal("0.0001"), max_value=Decimal(3), places=6)


@st.composite
def items(draw: st.DrawFn, amounts: st.SearchStrategy[int | None] = amounts_e4) -> Item:
    """A line of any kind; one of four declares nothing odd, so that its duty is a figure."""
    number, amount = draw(numbers()), draw(amounts)
    if draw(st.integers(0, 3)) == 0:
        (origin, *_), (unit, *_) = (
            tariff.law().schedule.coverage.origins,
            (*tariff.units_of(number or ""), "kg"),
        )
        return Item(number, amount, {}, draw(st.integers(1, 10**9)), unit, origin=origin)
    return Item(
        hts=number,
        amount_e4=amount,
        facts=draw(declarations(number, Fraction(max(amount or 0, 0), E4))),
        quantity_e4=draw(quantities_e4),
        unit=draw(units),
        weight_kg_e4=draw(st.one_of(st.none(), quantities_e4)),
        origin=draw(ORIGINS),
        currency=draw(st.sampled_from([None, None, None, None, *tariff.currencies(), "EUR"])),
    )


charges = st.builds(
    Charge,
    st.sampled_from(ChargeKind),
    st.just(""),
    st.one_of(st.integers(-(10**8), 10**8), st.integers(-(10**13), 10**13)),
    st.just("S"),
    st.just(99),
    st.sampled_from([None, None, *tariff.currencies(), "EUR"]),
)


@st.composite
def invoices(draw: st.DrawFn, *, most: int = 5, charged: bool = True) -> Invoice:
    """An invoice of any kind; `charged`: it may have charges."""
    return Invoice(
        tuple(draw(st.lists(items(), min_size=1, max_size=most))),
        draw(st.sampled_from([*tariff.currencies(), *tariff.currencies(), None, "EUR"])),
        draw(st.sampled_from([None, "FOB", "CIF", "DDP"])) if charged else None,
        tuple(draw(st.lists(charges, max_size=2))) if charged else (),
    )


@st.composite
def shipments(draw: st.DrawFn) -> Shipment:
    """What a shipment declares for all its lines, on a day on either side of a change of the law."""
    others = tariff.currencies()[1:] if draw(st.integers(0, 9)) else ()
    return Shipment(
        draw(entry_days),
        transport=draw(st.sampled_from([None, *Transport])),
        rates=tuple(ExchangeRate(code, draw(exchange), source="confirmed: test") for code in others),
        loaded_on=draw(st.one_of(st.none(), st.sampled_from(tariff.loaded_days()))),
        origin=draw(st.sampled_from([None, *tariff.law().schedule.coverage.origins, "CN"])),
        entry_kind=draw(st.sampled_from([None, None, *EntryKind])),
    )


def on(shipment: Shipment, day: date) -> Shipment:
    """The shipment entered on another day."""
    return replace(shipment, entry_date=day)
