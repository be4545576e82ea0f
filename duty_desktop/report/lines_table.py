"""The goods lines as a table: columns that share the worksheet's own lists, whatever their number."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from duty_desktop.estimate.class_names import CLASSES
from duty_desktop.estimate.proposals import MARK
from duty_desktop.estimate.rated_lines import LineOutcome, RatedLines
from duty_desktop.estimate.result import Status
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.report import phrases
from duty_desktop.report.ratios import MILLION, in_millionths, per_unit
from duty_desktop.report.table import Cell, Column, Kind, Table
from duty_desktop.terms.hts_number import dotted
from duty_desktop.terms.text import Text

_Value = TypeVar("_Value")


def lines_table(worksheet: Worksheet, language: str) -> Table:
    """Every goods line with its value, duty, headings and state; sums are exact to the cent."""
    table, rated, size = worksheet.table, worksheet.rated, len(worksheet)
    classes = [worksheet.category(row) for row in range(size)]
    class_words = {category: text.into(language) for category, text in CLASSES.items()}
    by_law = [
        "" if own is outcome.category else class_words[outcome.category]
        for own, outcome in zip(classes, rated.outcome, strict=True)
    ]
    origin = [own or worksheet.shipment.origin or "" for own in table.origin]
    invoices = {id(document): document.invoice_no or document.sheet for document in worksheet.documents}
    words = _OutcomeWords(language)
    numbers = _cached(dotted)
    parts: list[tuple[Column, Sequence[Cell]]] = [
        (_column("line", phrases.LINE, Kind.COUNT, 6, language), range(1, size + 1)),
        (_column("item", phrases.ITEM_NUMBER, Kind.CODE, 16, language), table.item),
        (_column("description", phrases.DESCRIPTION, Kind.TEXT, 44, language), table.description),
        (
            _column("hts", phrases.HTS_NUMBER, Kind.CODE, 14, language),
            [
                (numbers(number) if number else "") + (MARK if row in worksheet.proposals else "")
                for row, number in enumerate(table.hts)
            ],
        ),
        (_column("origin", phrases.ORIGIN, Kind.CODE, 7, language), origin),
        (_column("class", phrases.CLASS, Kind.TEXT, 12, language), [class_words[own] for own in classes]),
        (_column("quantity", phrases.QUANTITY, Kind.QUANTITY, 10, language), table.quantity_e4),
        (_column("unit", phrases.UNIT, Kind.TEXT, 7, language), table.unit),
        (_column("value", phrases.VALUE_USD, Kind.MONEY, 15, language, total=True), rated.value_cents),
        (
            _column("rate", phrases.RATE, Kind.RATE, 8, language),
            _rates(rated),
        ),
        *_duties(worksheet, language),
        (
            _column("headings", phrases.HEADINGS, Kind.CODE, 46, language),
            [words.headings(outcome) for outcome in rated.outcome],
        ),
        (
            _column("state", phrases.STATE, Kind.TEXT, 9, language),
            [words.state(outcome) for outcome in rated.outcome],
        ),
        (
            _column("reasons", phrases.REASONS, Kind.TEXT, 60, language),
            [words.reasons(outcome) for outcome in rated.outcome],
        ),
        (_column("unit_price", phrases.UNIT_PRICE, Kind.AMOUNT, 13, language), table.unit_price_e4),
        *_price_units(table.unit_price_per, language),
        (_column("amount", phrases.AMOUNT, Kind.AMOUNT, 15, language), table.amount_e4),
        (_column("currency", phrases.CURRENCY, Kind.CODE, 9, language), line_currencies(worksheet)),
        (
            _column("duty_per_unit", phrases.DUTY_PER_UNIT, Kind.AMOUNT, 13, language),
            per_unit(rated.duty_cents, table.quantity_e4),
        ),
        (
            _column("invoice", phrases.INVOICE, Kind.CODE, 16, language),
            [invoices[id(document)] for document in worksheet.document_of],
        ),
        (_column("sheet", phrases.SHEET, Kind.TEXT, 12, language), table.sheet),
        (_column("row", phrases.ROW, Kind.COUNT, 7, language), table.row),
    ]
    optional: list[tuple[Column, list[str]]] = [
        (_column("class_by_law", phrases.CLASS_BY_LAW, Kind.TEXT, 12, language), by_law),
        (
            _column("note", phrases.NOTE, Kind.TEXT, 30, language),
            [worksheet.note(row) for row in range(size)],
        ),
    ]
    parts += [(column, cells) for column, cells in optional if any(cells)]
    columns, data = tuple(column for column, _ in parts), tuple(cells for _, cells in parts)
    return Table("lines", phrases.LINES.into(language), columns, data)


def _price_units(units: list[str], language: str) -> list[tuple[Column, Sequence[Cell]]]:
    """What the unit prices are for, where any is not for one unit of the quantity."""
    return [(_column("price_per", phrases.PRICE_PER, Kind.TEXT, 9, language), units)] if any(units) else []


def _rates(rated: RatedLines) -> list[int | None]:
    """Each line's rate in millionths: the law's percentage where it is one, else duty over value."""
    known = {id(outcome): outcome.rate for outcome in rated.outcome}
    millionths = {key: None if rate is None else int(rate * MILLION) for key, rate in known.items()}
    exact = map(millionths.__getitem__, map(id, rated.outcome))
    shares = in_millionths(rated.duty_cents, rated.value_cents)
    return [
        share if share is None or rate is None else rate for rate, share in zip(exact, shares, strict=True)
    ]


def _duties(worksheet: Worksheet, language: str) -> list[tuple[Column, Sequence[Cell]]]:
    """The duty; beside open lines also its bounds, and only these have sums then."""
    rated, amounts = worksheet.rated, worksheet.totals.all
    settled = amounts.review_lines == 0
    duty = _column("duty", phrases.DUTY_USD, Kind.MONEY, 14, language, total=settled)
    if settled:
        return [(duty, rated.duty_cents)]
    bounded = amounts.duty_max_cents is not None
    low = _column("duty_from", phrases.DUTY_FROM, Kind.MONEY, 14, language, total=True)
    high = _column("duty_to", phrases.DUTY_TO, Kind.MONEY, 14, language, total=bounded)
    return [(duty, rated.duty_cents), (low, rated.duty_min_cents), (high, rated.duty_max_cents)]


class _OutcomeWords:
    """The words of outcomes, made once for all lines that share one."""

    def __init__(self, language: str) -> None:
        states = {Status.RATED: phrases.RATED.into(language), Status.REVIEW: phrases.REVIEW.into(language)}
        self.state = _once_each(lambda outcome: states[outcome.status])
        self.headings = _once_each(lambda outcome: "; ".join(map(dotted, outcome.headings)))
        self.reasons = _once_each(lambda outcome: _reasons(outcome, language))


def _reasons(outcome: LineOutcome, language: str) -> str:
    """What blocks comes first; standing notices of every line are left to the summary."""
    ordered = sorted(outcome.reasons, key=lambda reason: not reason.blocks)
    texts = [reason.text.into(language) for reason in ordered if reason.code != "law-not-known"]
    return " ".join(dict.fromkeys(texts))


def _once_each(make: Callable[[LineOutcome], str]) -> Callable[[LineOutcome], str]:
    known: dict[int, str] = {}

    def words(outcome: LineOutcome) -> str:
        text = known.get(id(outcome))
        if text is None:
            text = known[id(outcome)] = make(outcome)
        return text

    return words


def _cached(make: Callable[[str], str]) -> Callable[[str], str]:
    known: dict[str, str] = {}

    def value(text: str) -> str:
        if text not in known:
            known[text] = make(text)
        return known[text]

    return value


def _column(key: str, title: Text, kind: Kind, width: int, language: str, *, total: bool = False) -> Column:
    return Column(key, title.into(language), kind, width, total)


def line_currencies(worksheet: Worksheet) -> list[str]:
    """The currency of each line's amount: its own, else its invoice's; "" when neither is known."""
    own = worksheet.table.currency
    sizes = [len(document.lines) for document in worksheet.documents]
    default = [
        terms.currency or "" for terms, size in zip(worksheet.terms, sizes, strict=True) for _ in range(size)
    ]
    return [first or second for first, second in zip(own, default, strict=True)]
