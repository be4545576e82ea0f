"""A default stands for silence only where it is not the cheapest answer, or where the law names it."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from duty_desktop.estimate.result import RatedLine
from duty_desktop.estimate.single import Good, rate_goods
from duty_desktop.tariff.facts import Fact, FactKind
from duty_desktop.tariff.law import Law

NAMED_BY_LAW = {
    "passenger_vehicle_part": "the words of the number decide the use (note 33(g))",
    "passenger_vehicle_or_light_truck": "a listed number is a vehicle of note 33 unless declared not to be",
    "mhdv": "a listed number is a vehicle of note 38 unless declared not to be",
    "vehicle_age_years": "heading 9903.74.07 and .94.04 are for vehicles declared to be of 25 years",
    "semiconductor_note_39b": "asked, it would be asked of every computer; shown as an assumption",
    "unmanned_aircraft_use": "asked, it would be asked of every panel; shown as an assumption",
}
DAYS = [
    date(2025, 2, 1), date(2025, 4, 20), date(2025, 7, 1), date(2025, 12, 1), date(2026, 1, 20),
    date(2026, 3, 10), date(2026, 5, 1), date(2026, 8, 20), date(2026, 11, 28), date(2028, 2, 1),
]  # fmt: skip
A_PART = 20
TYPED = {"metal_weight_pct": ("10", "100"), "vehicle_age_years": ("1", "30")}


def test_no_default_is_the_cheapest_answer_but_those_that_the_law_names(law: Law) -> None:
    cheapest = {fact for day in DAYS for fact in _cheapest(law, day)}
    assert cheapest == set(NAMED_BY_LAW)


def _cheapest(law: Law, day: date) -> Iterator[str]:
    """Facts whose default owed less than another answer, for the first numbers of each part of each list."""
    goods = [Good("1", day, number, Decimal(10_000), "JP", {}) for number in _numbers(law)]
    for good, line in zip(goods, rate_goods(law, goods), strict=True):
        for assumption in line.assumptions:
            fact = law.facts[assumption.fact]
            others = [
                Good("1", day, good.hts, good.value, "JP", {fact.id: answer}) for answer in _answers(fact)
            ]
            if any(_owes_more(other, line) for other in rate_goods(law, others)):
                yield fact.id


def _owes_more(other: RatedLine, line: RatedLine) -> bool:
    known = other.duty_max_cents is not None and line.duty_max_cents is not None
    return known and (other.duty_max_cents or 0) > (line.duty_max_cents or 0)


def _answers(fact: Fact) -> tuple[str, ...]:
    if fact.kind is FactKind.YES_NO:
        return ("yes", "no")
    return TYPED.get(fact.id, ("0", "10000"))


def _numbers(law: Law) -> tuple[str, ...]:
    first: dict[tuple[str, str], list[str]] = {}
    for row in law.schedule.scopes.rows:
        named = first.setdefault((row.scope, row.part), [])
        if not row.excluded and len(named) < A_PART:
            named.append(row.number)
    return tuple(dict.fromkeys(number for numbers in first.values() for number in numbers))
