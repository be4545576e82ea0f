"""Dividing an amount over lines exactly."""

import pytest

from duty_desktop.estimate.spread import spread


def test_parts_follow_the_weights() -> None:
    assert spread(100, [1, 3]) == [25, 75]


def test_rest_goes_to_the_largest_remainders_first_line_first() -> None:
    assert spread(100, [1, 1, 1]) == [34, 33, 33]
    assert spread(10, [3, 3, 4]) == [3, 3, 4]
    assert spread(7, [10, 15, 1]) == [3, 4, 0]


def test_deduction_is_spread_like_an_addition() -> None:
    assert spread(-100, [1, 1, 1]) == [-34, -33, -33]


def test_line_without_weight_gets_nothing() -> None:
    assert spread(5, [0, 3, 0, 3]) == [0, 3, 0, 2]


def test_nothing_to_spread_over_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing to spread over"):
        spread(5, [0, 0])
