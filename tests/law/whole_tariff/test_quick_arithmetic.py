"""Every column 1 text of the tariff with quantities in several units: columns give what fractions give."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import islice

import pytest

from duty_desktop.estimate.goods import Day, Goods
from duty_desktop.estimate.line_rating import Amounts, line_outcome, settle_branches
from duty_desktop.estimate.rating import Rater
from duty_desktop.estimate.row_rating import RowRater
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.schedule_report.listing import tariff_numbers
from duty_desktop.terms.money import CENTS, E4, half_up

DAY = date(2026, 11, 23)
VALUE_CENTS = 100_000
QUANTITIES: tuple[tuple[int | None, str], ...] = (
    (None, ""),
    (0, "kg"),
    (12_340_000, "kg"),
    (12_340_000, "No."),
    (12_340_000, "doz"),
    (12_340_000, "liters"),
)


def numbers_by_text(law: Law) -> Iterator[tuple[str, str]]:
    """A number of each different text of column 1, general."""
    seen = set()
    for number in tariff_numbers(law.nomenclature, DAY):
        texts = law.nomenclature.rate_texts(number, DAY)
        if texts is not None and texts[0] not in seen:
            seen.add(texts[0])
            yield number, texts[0]


@pytest.mark.parametrize("part", range(4))
def test_columns_give_the_cents_and_the_words_of_the_long_way(law: Law, part: int) -> None:
    numbers = list(islice(numbers_by_text(law), part, None, 4))
    cases = [(number, quantity, unit) for number, _ in numbers for quantity, unit in QUANTITIES]
    goods = Goods(
        [number for number, _, _ in cases],
        [VALUE_CENTS] * len(cases),
        ["JP"] * len(cases),
        [quantity for _, quantity, _ in cases],
        [unit for _, _, unit in cases],
        [{}] * len(cases),
    )
    rated = Rater(law).rate(goods, DAY)
    rows = RowRater(law, {})
    wrong = []
    for place, (number, quantity, unit) in enumerate(cases):
        planned = rows.planned(number, "JP", {}, VALUE_CENTS, Day(DAY))
        amount = None if quantity is None else Fraction(quantity, E4)
        amounts = Amounts(Fraction(VALUE_CENTS, CENTS), amount, unit, planned.declared)
        settled = settle_branches(planned.plan, amounts)
        words = line_outcome(law, planned.plan, settled, planned.doubts)
        tops = [one.most_cents for one in settled]
        known = [cents for cents in tops if cents is not None]
        open_ended = planned.plan.open_ended or len(known) < len(tops)
        least = min(one.duty_cents for one in settled)
        expected = (words, least, None if open_ended else max(known))
        found = (rated.outcome[place], rated.duty_min_cents[place], rated.duty_max_cents[place])
        if found != expected:
            wrong.append((number, quantity, unit, found, expected))
    assert wrong == []
    assert len(numbers) > 150


@pytest.mark.parametrize("day", [date(2025, 3, 15), date(2025, 9, 20), DAY])
def test_stated_rate_of_a_line_makes_its_duty_at_every_value(law: Law, day: date) -> None:
    values = (7, 1_999, 333_333, 9_999_999)
    cases = [
        (number, value, quantity, unit)
        for number, _ in numbers_by_text(law)
        for value in values
        for quantity, unit in QUANTITIES
    ]
    numbers, cents, quantities, units = (list(column) for column in zip(*cases, strict=True))
    rated = Rater(law).rate(
        Goods(numbers, cents, ["JP"] * len(cases), quantities, units, [{}] * len(cases)), day
    )
    stated = [
        (case, rated.outcome[place].rate, rated.duty_cents[place])
        for place, case in enumerate(cases)
        if rated.outcome[place].rate is not None
    ]
    wrong = [
        (case, rate, duty)
        for case, rate, duty in stated
        if rate is None or duty is None or half_up(Fraction(rate) * case[1]) != duty
    ]
    assert wrong == []
    assert len(stated) > 500
    plain = [place for place, duty in enumerate(rated.duty_cents) if duty is not None]
    assert len(stated) < len(plain)  # duties by quantity have no rate of their own
