"""Landed cost: what duty and fees add to each line, exact for costing, beside the filing basis."""

from collections.abc import Sequence
from typing import TypeAlias

from duty_desktop.estimate.currency import cents_of
from duty_desktop.estimate.fees import fee_schedule
from duty_desktop.estimate.totals import fee_free_cents
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.report import phrases
from duty_desktop.report.figures import money
from duty_desktop.report.landed_shares import fee_shares, filed_shares
from duty_desktop.report.lines_table import line_currencies
from duty_desktop.report.ratios import in_millionths, per_unit
from duty_desktop.report.sections import EntryLine
from duty_desktop.report.table import Cell, Column, Kind, Table
from duty_desktop.terms.text import Text

Amounts: TypeAlias = Sequence[int | None]
_Part: TypeAlias = tuple[Column, Sequence[Cell]]


def landed_table(worksheet: Worksheet, entry_lines: Sequence[EntryLine], language: str) -> Table:
    """Every goods line with its duty, its share of the fees, both per unit and against its price.

    An open line has bounds instead of a landed duty, and nothing that follows from it.
    """
    table, rated = worksheet.table, worksheet.rated
    rule = fee_schedule(worksheet.law).processing(
        worksheet.totals.all.entered_value_cents, worksheet.shipment
    )
    free = fee_free_cents(rule, rated, table.facts)
    fees = fee_shares(worksheet.totals.fees, rated.value_cents, free)
    landed = _added(rated.duty_cents, fees)
    filed = filed_shares(entry_lines, rated.duty_min_cents, rated.value_cents)
    landed_filed = _added(filed.duties, filed.fees)
    difference = _added(landed_filed, [None if one is None else -one for one in landed])
    prices = _prices(worksheet)
    settled = worksheet.totals.all.review_lines == 0
    words = _Columns(language)
    units = table.quantity_e4
    parts: list[_Part] = [
        (words("line", phrases.LINE, Kind.COUNT, 6), range(1, len(table) + 1)),
        (words("item", phrases.ITEM_NUMBER, Kind.CODE, 16), table.item),
        (words("description", phrases.DESCRIPTION, Kind.TEXT, 44), table.description),
        (words("quantity", phrases.QUANTITY, Kind.QUANTITY, 10), units),
        (words("unit", phrases.UNIT, Kind.TEXT, 7), table.unit),
        (words("price", phrases.PRICE_USD, Kind.MONEY, 15, total=None not in prices), prices),
        (words("duty", phrases.DUTY_USD, Kind.MONEY, 14, total=settled), rated.duty_cents),
        (words("fees", phrases.FEES, Kind.MONEY, 12, total=True), fees),
        (words("landed", phrases.LANDED, Kind.MONEY, 14, total=settled), landed),
        *([] if settled else _bounds(worksheet, fees, words)),
        (words("of_price", phrases.OF_PRICE, Kind.RATE, 9), in_millionths(landed, prices)),
        (words("duty_per_unit", phrases.DUTY_PER_UNIT, Kind.AMOUNT, 13), per_unit(rated.duty_cents, units)),
        (words("landed_per_unit", phrases.LANDED_PER_UNIT, Kind.AMOUNT, 13), per_unit(landed, units)),
        (words("landed_filed", phrases.LANDED_FILED, Kind.MONEY, 14, total=settled), landed_filed),
        (words("difference", phrases.DIFFERENCE, Kind.MONEY, 12, total=True), difference),
    ]
    columns, data = tuple(column for column, _ in parts), tuple(cells for _, cells in parts)
    note = _note(worksheet, sum(one or 0 for one in difference), language)
    title = phrases.LANDED_COST.into(language)
    return Table("landed", title, columns, data, note)


class _Columns:
    """Makes columns titled in one language."""

    def __init__(self, language: str) -> None:
        self._language = language

    def __call__(self, key: str, title: Text, kind: Kind, width: int, *, total: bool = False) -> Column:
        return Column(key, title.into(self._language), kind, width, total)


def _bounds(worksheet: Worksheet, fees: Sequence[int], words: _Columns) -> list[_Part]:
    rated, bounded = worksheet.rated, worksheet.totals.all.duty_max_cents is not None
    low, high = _added(rated.duty_min_cents, fees), _added(rated.duty_max_cents, fees)
    return [
        (words("landed_from", phrases.LANDED_FROM, Kind.MONEY, 14, total=True), low),
        (words("landed_to", phrases.LANDED_TO, Kind.MONEY, 14, total=bounded), high),
    ]


def _prices(worksheet: Worksheet) -> list[int | None]:
    """The invoice's own price of each line in cents, before charges; None without an exchange rate."""
    prices: list[int | None] = [None] * len(worksheet)
    places: dict[str, list[int]] = {}
    for row, currency in enumerate(line_currencies(worksheet)):
        places.setdefault(currency, []).append(row)
    for currency, rows in places.items():
        rate = worksheet.shipment.rate_for(currency)
        if rate is not None:
            cents = cents_of([worksheet.table.amount_e4[row] for row in rows], rate)
            for row, price in zip(rows, cents, strict=True):
                prices[row] = price
    return prices


def _added(amounts: Amounts, others: Amounts) -> list[int | None]:
    return [
        None if one is None or other is None else one + other
        for one, other in zip(amounts, others, strict=True)
    ]


def _note(worksheet: Worksheet, difference_cents: int, language: str) -> str:
    note = phrases.LANDED_NOTE.into(language).format(difference=money(difference_cents))
    if worksheet.totals.fees.hmf_cents is not None:
        return note
    return f"{note} {phrases.LANDED_WITHOUT_HMF.into(language)}"
