"""Whether two documents state the same goods: the same lines again, or nearly the same with other figures."""

from collections import Counter
from itertools import repeat

from duty_desktop.lines.table import LineTable

NEARLY_ALL = 0.8


def sum_e4(lines: LineTable) -> int:
    """The sum of the amounts of all lines."""
    return sum(filter(None, lines.amount_e4))


def same_figures(one: LineTable, two: LineTable) -> bool:
    """The same amounts with the same quantities, in whatever order; quantities count where both have them."""
    if len(one) != len(two) or sum_e4(one) != sum_e4(two) or sum_e4(one) == 0:
        return False
    counted = all(any(quantity is not None for quantity in lines.quantity_e4) for lines in (one, two))
    pairs = [
        Counter(zip(lines.quantity_e4 if counted else repeat(None), lines.amount_e4, strict=False))
        for lines in (one, two)
    ]
    return pairs[0] == pairs[1]


def share_of_goods(one: LineTable, two: LineTable) -> float:
    """How many of the shorter table's lines (0 to 1) name goods of the other, by item number or words."""
    fewest = min(len(one), len(two))
    if not fewest:
        return 0.0
    shared = [
        sum((Counter(filter(None, first)) & Counter(filter(None, second))).values())
        for first, second in ((one.item, two.item), (one.description, two.description))
    ]
    return max(shared) / fewest


def same_goods(one: LineTable, two: LineTable) -> bool:
    """The same figures for goods of nearly all the same names."""
    return same_figures(one, two) and share_of_goods(one, two) >= NEARLY_ALL
