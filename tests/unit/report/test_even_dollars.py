"""Even dollars by 19 CFR 159.3(a)."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from duty_desktop.report.even_dollars import in_even_dollars
from duty_desktop.terms.money import even_dollars

ALIKE = [Fraction(1, 10)] * 10


def test_less_than_fifty_cents_is_dropped_and_fifty_cents_is_a_dollar() -> None:
    assert in_even_dollars([10_49, 10_50, 10_01], ALIKE[:3]) == [10, 11, 10]


def test_lower_fraction_is_dropped_where_the_total_would_grow() -> None:
    # 10.60 + 10.70 + 10.20 = 31.50, which is 32: one of the two upper fractions may be taken up
    assert in_even_dollars([10_50, 10_70, 10_20], ALIKE[:3]) == [10, 11, 10]


def test_larger_fraction_is_taken_up_where_the_total_would_shrink() -> None:
    # 10.40 + 10.30 + 10.45 = 31.15, which is 31: one of the fractions below a half is taken up
    assert in_even_dollars([10_40, 10_30, 10_45], ALIKE[:3]) == [10, 10, 11]


def test_of_equal_fractions_the_one_at_the_lower_rate_gives_way() -> None:
    high, low = Fraction(1, 2), Fraction(1, 40)
    assert in_even_dollars([5_50, 5_50, 0], [high, low, low]) == [6, 5, 0]
    assert in_even_dollars([5_40, 5_40, 5_40], [high, low, high]) == [5, 6, 5]


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=40))
def test_together_they_are_the_rounded_total_and_none_moves_a_dollar_or_more(values: list[int]) -> None:
    rounded = in_even_dollars(values, [Fraction(place % 3) for place in range(len(values))])
    assert sum(rounded) == even_dollars(sum(values))
    assert all(abs(100 * dollars - cents) < 100 for dollars, cents in zip(rounded, values, strict=True))
