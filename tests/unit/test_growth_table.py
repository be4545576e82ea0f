"""The benchmark's table of growth: powers of the number of lines, blanks where nothing was measured."""

import pytest

from tests.benchmarks.page import growth_table
from tests.benchmarks.sizes import Growth


def test_the_power_is_taken_from_ten_thousand_lines_on() -> None:
    linear = Growth("read", "s", {1_000: 0.5, 10_000: 1.0, 100_000: 10.0, 1_000_000: 100.0})
    square = Growth("sort", "s", {10_000: 1.0, 100_000: 100.0})
    assert linear.exponent == pytest.approx(1)
    assert square.exponent == pytest.approx(2)
    assert Growth("read", "s", {1_000: 0.5, 10_000: 1.0}).exponent is None
    assert Growth("memory", "MB", {10_000: 50.0, 100_000: 150.0}).exponent is None


def test_rows_stand_under_their_sizes() -> None:
    rows = [
        Growth("read", "s", {10_000: 1.0, 100_000: 10.0}),
        Growth("memory", "MB", {100_000: 1234.4}, "at most 1,500"),
    ]
    assert growth_table(rows).splitlines()[2:] == [
        "| read, s | 1.000 | 10.000 | 1.00 | at most 1.05 |",
        "| memory, MB |  | 1,234 |  | at most 1,500 |",
    ]
