"""The columns of the lines table: what each shows, how it sorts, which field it edits."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from duty_desktop.estimate.proposals import MARK, is_not_confirmed
from duty_desktop.estimate.rated_lines import LineOutcome, duty_rate
from duty_desktop.estimate.result import Category, Status
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.gui.formats import NOT_KNOWN, invoice_money, money, percent, quantity, short_range
from duty_desktop.gui.texts import marked, tr
from duty_desktop.gui.words import class_name, state_name
from duty_desktop.terms.hts_number import dotted, dotted_heading

Sortable: TypeAlias = int | str | None
_MILLION = 1_000_000
_CLASS_ORDER = {category: place for place, category in enumerate(Category)}


@dataclass(frozen=True, slots=True)
class LineColumn:
    """A column. `heading` and `tip` are translated when shown; `width` is its most, in figures.

    `sort` gives a key, None for what stands last. `field` is what editing changes ("" nothing).
    `number`: right-aligned; `raw` gives the plain number for copying and sums, else None. `code`: a short
    word, which stands in the middle, apart from the figures beside it.
    """

    key: str
    heading: str
    tip: str
    width: int
    show: Callable[[Worksheet, int], str]
    sort: Callable[[Worksheet, int], Sortable]
    field: str = ""
    number: bool = False
    code: bool = False
    raw: Callable[[Worksheet, int], Decimal | None] | None = None
    hidden: bool = False


def heading_text(column: LineColumn) -> str:
    """A column's heading in one line, in the language shown."""
    return tr(column.heading).replace("\n", " ")


def _text(value: str | None) -> Sortable:
    return value.casefold() if value else None


def _cents(value: int | None) -> Decimal | None:
    return None if value is None else Decimal(value).scaleb(-2)


def _e4(value: int | None) -> Decimal | None:
    return None if value is None else Decimal(value).scaleb(-4).normalize()


def _state(worksheet: Worksheet, row: int) -> str:
    outcome = worksheet.rated.outcome[row]
    return tr("Proposed") if is_not_confirmed(outcome) else state_name(outcome.status)


def _state_order(worksheet: Worksheet, row: int) -> Sortable:
    return int(worksheet.rated.outcome[row].status is Status.RATED)


def _class(worksheet: Worksheet, row: int) -> str:
    return class_name(worksheet.category(row))


def _class_order(worksheet: Worksheet, row: int) -> Sortable:
    return _CLASS_ORDER[worksheet.category(row)]


def _hts(worksheet: Worksheet, row: int) -> str:
    number = worksheet.table.hts[row]
    if not number:
        return ""
    return dotted(number) + MARK if row in worksheet.proposals else dotted(number)


def _quantity(worksheet: Worksheet, row: int) -> str:
    table = worksheet.table
    return f"{quantity(table.quantity_e4[row])} {table.unit[row]}".strip()


def currency_of(worksheet: Worksheet, row: int) -> str | None:
    """The currency of a line's amounts: its own, else its document's; None when not known."""
    document = worksheet.document_of[row]
    place = next(index for index, one in enumerate(worksheet.documents) if one is document)
    return worksheet.table.currency[row] or worksheet.terms[place].currency


def _amount(worksheet: Worksheet, row: int) -> str:
    currency = currency_of(worksheet, row)
    amount = invoice_money(worksheet.table.amount_e4[row], currency)
    return f"{amount} {currency}" if amount and currency else amount


def _rate(worksheet: Worksheet, row: int) -> str:
    """One rate, or the rates of the cheapest and the dearest outcome."""
    rated = worksheet.rated
    value, least, most = rated.value_cents[row], rated.duty_min_cents[row], rated.duty_max_cents[row]
    if not value or most is None:
        return NOT_KNOWN
    outcome = rated.outcome[row]
    low, high = (percent(_short_rate(outcome, duty, value)) for duty in (least, most))
    return low if low == high else f"{low.removesuffix('%')}–{high}"


def _short_rate(outcome: LineOutcome, duty: int, value: int) -> Decimal | None:
    rate = duty_rate(outcome, duty, value)
    return None if rate is None else round(rate, 4)


def _rate_order(worksheet: Worksheet, row: int) -> Sortable:
    rated = worksheet.rated
    rate = duty_rate(rated.outcome[row], rated.duty_max_cents[row], rated.value_cents[row])
    return None if rate is None else int(rate * _MILLION)


def _duty(worksheet: Worksheet, row: int) -> str:
    rated = worksheet.rated
    if rated.duty_cents[row] is not None:
        return money(rated.duty_cents[row])
    if rated.value_cents[row] is None:
        return NOT_KNOWN
    return short_range(rated.duty_min_cents[row], rated.duty_max_cents[row])


def _duty_order(worksheet: Worksheet, row: int) -> Sortable:
    rated = worksheet.rated
    if rated.value_cents[row] is None:
        return None
    most = rated.duty_max_cents[row]
    return rated.duty_min_cents[row] if most is None else most


def _headings(worksheet: Worksheet, row: int) -> str:
    return ", ".join(map(dotted_heading, worksheet.rated.outcome[row].headings))


def _facts(worksheet: Worksheet, row: int) -> str:
    declared = worksheet.table.facts[row].items()
    return ", ".join(f"{name.replace('_', ' ')}: {value}" for name, value in declared)


def _place(worksheet: Worksheet, row: int) -> str:
    table = worksheet.table
    return tr("{sheet}, row {row}", sheet=table.sheet[row], row=table.row[row])


COLUMNS = (
    LineColumn(
        "state", marked("State"), marked("Rated, or in review: a person must answer something"), 13,
        _state, _state_order,
    ),
    LineColumn(
        "class", marked("Class"), marked("What the law makes of the line; you may override it"), 14,
        _class, _class_order, field="category",
    ),
    LineColumn(
        "hts", marked("HTS number"),
        marked("Number of the US tariff, ten digits; with “?” it is proposed, not confirmed"), 16,
        _hts, lambda sheet, row: _text(sheet.table.hts[row]), field="hts",
    ),
    LineColumn(
        "item", marked("Item no."), marked("The supplier's number of the article"), 20,
        lambda sheet, row: sheet.table.item[row], lambda sheet, row: _text(sheet.table.item[row]),
        field="item", hidden=True,
    ),
    LineColumn(
        "description", marked("Description"), marked("Description of the goods on the invoice"), 17,
        lambda sheet, row: sheet.table.description[row],
        lambda sheet, row: _text(sheet.table.description[row]), field="description",
    ),
    LineColumn(
        "value", marked("Value\nUSD"),
        marked("Customs value in US dollars; editing it changes the amount on the invoice"), 16,
        lambda sheet, row: money(sheet.rated.value_cents[row]),
        lambda sheet, row: sheet.rated.value_cents[row], field="amount", number=True,
        raw=lambda sheet, row: _cents(sheet.rated.value_cents[row]),
    ),
    LineColumn(
        "rate", marked("Duty rate"), marked("Duty over value"), 13, _rate, _rate_order, number=True,
    ),
    LineColumn(
        "duty", marked("Duty\nUSD"), marked("Duty in US dollars; a range while something is open"), 25,
        _duty, _duty_order, number=True, raw=lambda sheet, row: _cents(sheet.rated.duty_cents[row]),
    ),
    LineColumn(
        "quantity", marked("Quantity"), marked("Quantity and unit on the invoice"), 13,
        _quantity, lambda sheet, row: sheet.table.quantity_e4[row], field="quantity", number=True,
        raw=lambda sheet, row: _e4(sheet.table.quantity_e4[row]),
    ),
    LineColumn(
        "amount", marked("Amount"), marked("Amount of the line in the invoice's currency"), 20,
        _amount, lambda sheet, row: sheet.table.amount_e4[row], field="amount", number=True,
        raw=lambda sheet, row: _e4(sheet.table.amount_e4[row]), hidden=True,
    ),
    LineColumn(
        "origin", marked("Origin"), marked("Country of origin, two letters"), 7,
        lambda sheet, row: sheet.table.origin[row] or "",
        lambda sheet, row: _text(sheet.table.origin[row]), field="origin", code=True,
    ),
    LineColumn(
        "headings", marked("Headings"), marked("Chapter 99 headings to report, in reporting order"), 24,
        _headings, lambda sheet, row: _text(_headings(sheet, row)),
    ),
    LineColumn(
        "facts", marked("Declared"), marked("Facts declared for the line"), 24,
        _facts, lambda sheet, row: _text(_facts(sheet, row)), hidden=True,
    ),
    LineColumn(
        "note", marked("Note"), marked("Your own note"), 20,
        lambda sheet, row: sheet.note(row), lambda sheet, row: _text(sheet.note(row)),
        field="note", hidden=True,
    ),
    LineColumn(
        "place", marked("Read from"), marked("Sheet and row of the invoice"), 18,
        _place, lambda sheet, row: row, hidden=True,
    ),
)  # fmt: skip
PLACES = {column.key: place for place, column in enumerate(COLUMNS)}
