"""Rows that are goods without any doubt, found a column at a time: no word of them needs reading."""

from itertools import repeat

from duty_desktop.invoice.arithmetic import agrees
from duty_desktop.invoice.table_body import TableBody


def plain_goods(body: TableBody) -> list[bool]:
    """For each row of the body, whether it is goods beyond doubt.

    Such a row has an amount, a quantity, a name and a tariff number, or a price and more than one
    piece; a freight row has none of the latter. All others are looked at one by one.
    """
    count = len(body)
    amounts = body.figures("amount")
    names = body.cells("description") or body.cells("item")
    if amounts is None or names is None:
        return [False] * count
    quantities = body.figures("quantity")
    prices = body.figures("unit_price")
    tariff = body.cells("hts") or body.cells("export_code")
    rows = zip(
        amounts,
        quantities if quantities is not None else repeat(2.0, count),
        names,
        tariff if tariff is not None else repeat("", count),
        prices if prices is not None else repeat(None, count),
        strict=True,
    )
    good = [bool(a and q and d and (h or (p and q != 1))) for a, q, d, h, p in rows]
    if tariff is not None:
        wordy = {cell for cell in set(tariff) if isinstance(cell, str) and not any(map(str.isdigit, cell))}
        wordy.discard("")
        if wordy:
            good = [ok and cell not in wordy for ok, cell in zip(good, tariff, strict=True)]
    return _without_oddities(body, good)


def _without_oddities(body: TableBody, good: list[bool]) -> list[bool]:
    """Take out negative amounts and, where prices are proven, rows that they do not explain."""
    amounts = body.figures("amount") or []
    if any(amount is not None and amount < 0 for amount in amounts):
        good = [ok and amount is not None and amount > 0 for ok, amount in zip(good, amounts, strict=True)]
    quantities, prices = body.figures("quantity"), body.figures("unit_price")
    if body.mapping.proven and quantities is not None and prices is not None:
        per = body.mapping.price_per
        rows = zip(good, quantities, prices, amounts, strict=True)
        good = [
            ok and (not p or not q or not a or abs(q * p / per - a) < 0.01 or agrees(q, p, a, per))
            for ok, q, p, a in rows
        ]
    return good
