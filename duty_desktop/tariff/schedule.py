"""The schedule: all measures in their order of rating, the facts they ask, the lists and the sources."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from duty_desktop.tariff.facts import Fact, FactGroup
from duty_desktop.tariff.measure import Measure
from duty_desktop.tariff.scopes import Scopes
from duty_desktop.terms.text import Text


@dataclass(frozen=True, slots=True)
class Source:
    """A legal source as a broker cites it; `published` is the day of signature or publication."""

    id: str
    cite: str
    title: str
    published: date | None


@dataclass(frozen=True, slots=True)
class MetalContent:
    """How the value of a metal's content is declared, and in which lists it counts."""

    metal: str
    fact: str
    scope: tuple[str, ...]
    none_fact: str
    basis: Text


@dataclass(frozen=True, slots=True)
class Coverage:
    """From which day to which day the law is in the schedule; `moment`: the time of day of its days."""

    first_day: date
    known_to: date
    notice: Text
    before: Text
    moment: Text
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SmallShipment:
    """What is said, on the days of a span, of a shipment whose whole value is `up_to` dollars or less."""

    up_to: Decimal
    first: date
    last: date
    says: Text
    sources: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Schedule:
    """Everything of `resources/schedule/` that rating needs, checked."""

    measures: tuple[Measure, ...]
    facts: Mapping[str, Fact]
    fact_groups: Mapping[str, FactGroup]
    scopes: Scopes
    sources: Mapping[str, Source]
    contents: tuple[MetalContent, ...]
    coverage: Coverage
    authorities: tuple[str, ...]
    not_included: tuple[Text, ...]
    small_shipments: tuple[SmallShipment, ...]

    def boundaries(self) -> tuple[date, ...]:
        """Every day on which something of the law begins or has just ended, in order."""
        days: set[date] = set()
        for measure in self.measures:
            for rule in measure.rules:
                days |= _edges(rule.first, rule.last)
            for notice in measure.notices:
                days |= _edges(notice.first, notice.last)
        for row in self.scopes.rows:
            days |= _edges(row.first, row.last)
        return tuple(sorted(days))


def _edges(first: date, last: date) -> set[date]:
    edges = set()
    if first != date.min:
        edges.add(first)
    if last != date.max:
        edges.add(last + timedelta(days=1))
    return edges


def measures_in_force(measures: Iterable[Measure], on: date, origin: str) -> tuple[Measure, ...]:
    """Measures that have a rule in force on a day for goods of an origin, in their rating order."""
    return tuple(
        measure
        for measure in measures
        if (not measure.origin or origin in measure.origin)
        and any(rule.in_force(on) for rule in measure.rules)
    )
