"""Proofs by arithmetic: quantity times price is the amount, a column's last figure is its sum."""

from collections.abc import Mapping, Sequence
from itertools import product

Figures = Sequence[float | None]
ENOUGH_ROWS = 2
PRICE_UNITS = (1, 100, 1000)
LEAST_SHARE = 0.6
CLEARLY_MORE = 0.05


def agrees(quantity: float, price: float, amount: float, per: int = 1) -> bool:
    """Whether quantity times price, a price for `per` units, is the amount as printed.

    The slack covers a price printed with two decimals and an amount rounded to whole units.
    """
    exact = quantity * price / per
    slack = (
        max(0.011, abs(quantity) / per * 0.0051) if amount % 1 else max(0.51, abs(quantity) / per * 0.0051)
    )
    return abs(exact - amount) <= min(slack, max(0.011, abs(amount) * 0.02))


def share_agreeing(quantities: Figures, prices: Figures, amounts: Figures, per: int = 1) -> tuple[float, int]:
    """Share of the rows with all three figures where they agree, and the number of such rows."""
    rows = [
        (q, p, a)
        for q, p, a in zip(quantities, prices, amounts, strict=True)
        if q is not None and p is not None and a is not None and a != 0
    ]
    if not rows:
        return 0.0, 0
    return sum(1 for q, p, a in rows if agrees(q, p, a, per)) / len(rows), len(rows)


def best_triple(
    quantities: Mapping[int, Figures], prices: Mapping[int, Figures], amounts: Mapping[int, Figures]
) -> tuple[int, int, int, int, float] | None:
    """Columns of quantity, price and amount that agree best, the price's unit and the share; or None.

    Candidates come best first, so the first of equals wins.
    """
    best: tuple[float, tuple[int, int, int, int, float]] | None = None
    for (q, p, a), per in product(product(quantities, prices, amounts), PRICE_UNITS):
        if len({q, p, a}) < 3:
            continue
        share, rows = share_agreeing(quantities[q], prices[p], amounts[a], per)
        if share >= LEAST_SHARE and rows >= ENOUGH_ROWS and (best is None or share > best[0] + CLEARLY_MORE):
            best = share, (q, p, a, per, share)
            if share + CLEARLY_MORE >= 1:
                break  # no other can agree clearly more
    return best[1] if best else None


def parts_make(parts: Sequence[Figures], whole: Figures) -> bool:
    """Whether the columns of parts make the column of the whole in every row that has them all."""
    rows = [
        (sum(figure for figure in figures if figure is not None), total)
        for *figures, total in zip(*parts, whole, strict=True)
        if total is not None and figures[0] is not None
    ]
    return bool(rows) and all(abs(made - total) < 0.011 for made, total in rows)


def adds_up(figures: Figures) -> bool:
    """Whether some figure of a column is the sum of those before it: the mark of a column of amounts."""
    running, count = 0.0, 0
    for figure in figures:
        if figure is None:
            continue
        if (
            count >= ENOUGH_ROWS
            and abs(figure) > 0
            and abs(figure - running) < max(0.006, abs(running) * 1e-9)
        ):
            return True
        running += figure
        count += 1
    return False
