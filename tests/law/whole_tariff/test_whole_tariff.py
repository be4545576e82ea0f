"""Every number of the tariff, on the first and last day of every regime: what the law makes of it is kept.

A change of the law, of a list or of the engine that moves any of them fails here and tells what moved.
"""

import re
from datetime import date, timedelta
from fractions import Fraction
from functools import cache

import pytest

from duty_desktop.estimate.rating import Goods, Rater
from duty_desktop.estimate.result import Status
from duty_desktop.tariff.column_1 import Unevaluable, least_duty, most_duty, parse_column_1
from duty_desktop.tariff.law import Law
from duty_desktop.terms.money import CENTS, half_up
from tests.law.whole_tariff.files import Compared, column_1, outcomes, rates
from tests.law.whole_tariff.moves import told
from tests.law.whole_tariff.standard_good import FACTS, REVIEW, VALUE_CENTS, StandardGoods, regimes

RENEW = "tests.law.whole_tariff.renew"


@pytest.fixture(scope="module")
def goods(law: Law) -> StandardGoods:
    return StandardGoods(law)


@pytest.fixture(scope="module")
def compared(law: Law, goods: StandardGoods) -> Compared:
    return outcomes(law, goods)


def test_no_number_has_another_outcome_than_the_one_kept(compared: Compared) -> None:
    moved = told(compared.stored, compared.present, RENEW)
    assert not moved, moved


def test_no_number_has_another_column_1_rate_than_the_one_kept(law: Law) -> None:
    found = column_1(law)
    moved = told(found.stored, found.present, RENEW)
    assert not moved, moved


def test_the_last_day_of_every_regime_is_like_its_first(
    law: Law, goods: StandardGoods, compared: Compared
) -> None:
    spans = [one for one in regimes(law) if one.first != one.last]
    different = [one.last for one in spans if goods.outcomes(one.last) != compared.present[one.first]]
    assert different == []


def test_a_law_change_is_told_by_measure_and_number() -> None:
    days = (date(2026, 7, 24), date(2026, 7, 28))
    old = {"8708305090": "auto-parts 9903.94.06; x 9903.05.49 =12.5%", "0101210010": "a"}
    new = {"8708305090": "auto-parts 9903.94.06; x 9903.05.49 =15%", "0101210010": "a"}
    before, after = dict.fromkeys(days, old), dict.fromkeys(days, new)
    assert told(before, before, RENEW) == ""
    assert told(before, after, RENEW).splitlines()[1:-2] == [
        "2026-07-24: x 9903.05.49 =12.5%, x 9903.05.49 =15%: 1 number",
        "    8708.30.5090",
        "    was auto-parts 9903.94.06; x 9903.05.49 =12.5%",
        "    now auto-parts 9903.94.06; x 9903.05.49 =15%",
    ]


_DUTY = re.compile(r" ([+=])([\d.]+)%")


@cache
def range_of(outcome: str, rate: str) -> tuple[int, int | None]:
    """The duty in cents by an outcome in words and a rate of column 1: a second way to the same figures."""
    value = Fraction(VALUE_CENTS, CENTS)
    parsed = parse_column_1(rate)
    least: Fraction = Fraction(0)
    most: Fraction | None = None
    if not isinstance(parsed, Unevaluable):
        least, most = least_duty(parsed, value), most_duty(parsed, value)
    outcomes_of = outcome.split(" | ")
    lowest = min(_duty(one, value, least) for one in outcomes_of)
    if most is None or REVIEW in outcome:
        return lowest, None
    return lowest, max(_duty(one, value, most) for one in outcomes_of)


def _duty(outcome: str, value: Fraction, column_1_duty: Fraction) -> int:
    total = column_1_duty
    for sign, percent in _DUTY.findall(outcome):
        charge = Fraction(percent) / 100 * value
        total += charge if sign == "+" else max(Fraction(0), charge - column_1_duty)
    return half_up(total * CENTS)


def standard(numbers: list[str]) -> Goods:
    """Standard goods; all metal is what the law assumes of them anyway, and columns are quick without it."""
    size = len(numbers)
    facts = {name: value for name, value in FACTS.items() if name != "metal_weight_pct"}
    columns: list[str | None] = [*numbers]
    return Goods(columns, [VALUE_CENTS] * size, ["JP"] * size, [None] * size, [""] * size, [facts] * size)


# A day in each country-wide regime; between them rates and lists of every kind are in force.
RATED_DAYS = ("2025-01-01", "2025-05-15", "2025-10-15", "2026-03-10", "2026-07-01", "2026-12-10")


@pytest.mark.parametrize("on", RATED_DAYS)
def test_the_duty_of_every_number_follows_from_its_outcome_and_its_rate(
    law: Law, goods: StandardGoods, on: str
) -> None:
    day = date.fromisoformat(on)
    found, rate = goods.outcomes(day), rates(law, day)
    numbers = list(found)
    rated = Rater(law).rate(standard(numbers), day)
    assert len(numbers) > 19_000
    wrong = []
    for place, number in enumerate(numbers):
        shown = (rated.duty_min_cents[place], rated.duty_max_cents[place])
        if shown != range_of(found[number], rate[number]):
            wrong.append((number, rate[number], found[number], shown))
        settled = rated.outcome[place].status is Status.RATED
        assert settled == (shown[0] == rated.duty_cents[place])
    assert wrong == []


def test_a_day_after_the_last_change_is_like_the_last_change(law: Law, goods: StandardGoods) -> None:
    last = max(law.regime_days())
    assert goods.outcomes(last) == goods.outcomes(last + timedelta(days=2_000))
