"""Rows that are goods without any doubt, found a column at a time: no word of them needs reading."""

from collections.abc import Iterable, Sequence
from itertools import repeat
from operator import mul, sub
from typing import cast

from duty_desktop.invoice.arithmetic import agrees
from duty_desktop.invoice.row_words import row_word
from duty_desktop.invoice.sheet import BLOCK, Cell
from duty_desktop.invoice.table_body import Figure, TableBody

_NEAR = 0.01
LAST_ROWS = 60


def plain_goods(body: TableBody) -> bytearray:
    """For each row of the body, 1 when it is goods beyond doubt, else 0.

    Such a row has an amount, a quantity, a name and a tariff number, or a price and more than one
    piece; a freight row has none of the latter. All others are looked at one by one.
    """
    count = len(body)
    amounts = body.figures("amount")
    names = body.cells("description") or body.cells("item")
    good = bytearray(count)
    if amounts is None or names is None:
        return good
    quantities, prices = body.figures("quantity"), body.figures("unit_price")
    tariff = body.cells("hts") or body.cells("export_code")
    for start in range(0, count, BLOCK):
        piece = slice(start, min(start + BLOCK, count))
        good[piece] = _filled(
            amounts[piece],
            quantities and quantities[piece],
            names[piece],
            tariff and tariff[piece],
            prices and prices[piece],
        )
    if tariff is not None:
        wordy = {cell for cell in set(tariff) if isinstance(cell, str) and not any(map(str.isdigit, cell))}
        wordy.discard("")
        if wordy:
            good = bytearray(ok and cell not in wordy for ok, cell in zip(good, tariff, strict=True))
    _leave_out_oddities(body, good)
    _leave_out_charges(names, good)
    return good


def _filled(
    amounts: Sequence[Figure],
    quantities: Sequence[Figure] | None,
    names: Sequence[Cell],
    tariff: Sequence[Cell] | None,
    prices: Sequence[Figure] | None,
) -> Iterable[bool]:
    """For each row of a block, whether it holds what only goods have."""
    if quantities and tariff and all(map(all, (amounts, quantities, names, tariff))):
        return repeat(True, len(amounts))
    rows = zip(
        amounts,
        quantities or repeat(2.0, len(amounts)),
        names,
        tariff or repeat("", len(amounts)),
        prices or repeat(None, len(amounts)),
        strict=True,
    )
    return [bool(a and q and d and (h or (p and q != 1))) for a, q, d, h, p in rows]


def _leave_out_charges(names: Sequence[Cell], good: bytearray) -> None:
    """Charges stand last: the last rows are read by their words, though they have quantity and price."""
    for place in range(max(0, len(good) - LAST_ROWS), len(good)):
        name = names[place]
        if good[place] and isinstance(name, str) and (word := row_word(name)) and word.is_charge:
            good[place] = 0


def _leave_out_oddities(body: TableBody, good: bytearray) -> None:
    """Take out negative amounts and, where prices are proven, rows that they do not explain."""
    amounts = body.figures("amount") or []
    if min(filter(None, amounts), default=0) < 0:
        good[:] = bytearray(
            bool(ok and amount is not None and amount > 0) for ok, amount in zip(good, amounts, strict=True)
        )
    billed, prices = body.billed(), body.figures("unit_price")
    if body.mapping.proven and billed is not None and prices is not None:
        for start in range(0, len(good), BLOCK):
            piece = slice(start, min(start + BLOCK, len(good)))
            good[piece] = _explained(good[piece], billed[piece], prices[piece], amounts[piece])


def _explained(
    good: bytearray,
    quantities: Sequence[Figure],
    prices: Sequence[Figure],
    amounts: Sequence[Figure],
) -> Iterable[bool]:
    """For each row of a block, whether it is goods and its amount no other than its price says."""
    if all(good) and all(map(all, (quantities, prices, amounts))):
        filled = (cast("Sequence[float]", figures) for figures in (quantities, prices, amounts))
        quantity, price, amount = filled
        if max(map(abs, map(sub, map(mul, quantity, price), amount))) < _NEAR:
            return repeat(True, len(good))
    return [
        bool(ok and (not p or not q or not a or abs(q * p - a) < _NEAR or agrees(q, p, a)))
        for ok, q, p, a in zip(good, quantities, prices, amounts, strict=True)
    ]
