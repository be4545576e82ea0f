"""What is kept of one day serves another only where the law says the same: every span of days, both ways."""

from datetime import date

import pytest

from duty_desktop.estimate.goods import Goods
from duty_desktop.estimate.rating import Rater
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.schedule_report.listing import tariff_numbers

DAY = date(2026, 11, 23)
ORIGINS = ("JP", "XX", None)


@pytest.fixture(scope="module")
def goods(law: Law) -> Goods:
    """Numbers of every list and of all chapters, some with eight digits, of three origins."""
    numbers = list(tariff_numbers(law.nomenclature, DAY))
    by_lists = {law.schedule.scopes.rows_for(number): number for number in reversed(numbers)}
    chosen = [*list(by_lists.values())[::24], *numbers[::800]]
    hts: list[str | None] = [number[: (10, 10, 8, 10)[place % 4]] for place, number in enumerate(chosen)]
    size = len(hts)
    origin = [ORIGINS[place % 7 % 3] for place in range(size)]
    return Goods(hts, [123_456] * size, origin, [50_000] * size, ["kg"] * size, [{} for _ in hts])


def test_a_day_is_rated_as_if_no_other_had_been_rated_before(law: Law, goods: Goods) -> None:
    days = [day for day in law.regime_days() if law.first_day <= day]
    forth, back = Rater(law), Rater(law)
    kept = {day: forth.rate(goods, day) for day in days}
    returned = {day: back.rate(goods, day) for day in reversed(days)}
    for day in days:
        assert kept[day] == returned[day] == Rater(law).rate(goods, day), day
