"""Facts that invoices declare in columns: metal values, metal shares, countries of melting and casting."""

from collections.abc import Sequence

from duty_desktop.invoice.cells.countries import country_of
from duty_desktop.invoice.finding_list import FindingList
from duty_desktop.invoice.picked_rows import PickedRows
from duty_desktop.invoice.row_words import is_nothing
from duty_desktop.invoice.rows import SortedRows
from duty_desktop.invoice.sheet import Cell, text_of
from duty_desktop.invoice.table_body import Figure, TableBody
from duty_desktop.lines.reading import Document

VALUES = ("steel_content_value_usd", "aluminum_content_value_usd", "copper_content_value_usd")
SHARES = ("metal_weight_pct", "us_metal_pct")
COUNTRIES = ("melt_pour_country", "smelt_country", "cast_country")
DOLLAR, UNKNOWN_CURRENCY = "USD", "(currency?)"
HUNDRED = 100
FORMAT_ROWS = 20


def add_metal_facts(document: Document, body: TableBody, rows: SortedRows, findings: FindingList) -> None:
    """Put the declared facts of the lines into the table, by the ids of the list of facts."""
    picked = PickedRows(body, rows.lines)
    for name in (*VALUES, *SHARES, *COUNTRIES):
        if not body.mapping.has(name):
            continue
        cells = picked.cells(name) or []
        currency = _foreign(document, body, name) if name in VALUES else ""
        if currency:
            _ask_for_dollars(body, name, findings)
            texts: list[str | None] = [None] * len(cells)
        elif name in COUNTRIES:
            texts = [country_of(text_of(cell)) for cell in cells]
        else:
            texts = _numbers(picked, body, name)
        told = zip(cells, texts, strict=True)
        _put(document, name, [_as_it_stands(cell, currency) if text is None else text for cell, text in told])


def _as_it_stands(cell: Cell, currency: str) -> str | None:
    """A cell that cannot be taken, for the fact to ask about; None where it says nothing."""
    text = text_of(cell)
    return None if not text or is_nothing(text) else f"{text} {currency}".strip()


def _foreign(document: Document, body: TableBody, name: str) -> str:
    """The currency of a column of values that are not known to be dollars; "" where they are."""
    currency = body.mapping.columns[name].heading.currency or document.currency
    return "" if currency == DOLLAR else currency or UNKNOWN_CURRENCY


def _ask_for_dollars(body: TableBody, name: str, findings: FindingList) -> None:
    column = body.mapping.columns[name]
    findings.add(
        "content-value-currency",
        f"The column “{column.heading.text}” is not in dollars, so it was not taken as declared.",
        "Enter the content values in dollars.",
        row=body.sheet.row_number(body.start),
        column=body.sheet.letters(column.index),
    )


def _numbers(picked: PickedRows, body: TableBody, name: str) -> list[str | None]:
    figures = picked.figures(name) or []
    if name in SHARES:
        return _shares(picked, body, name, figures)
    return [None if figure is None else text_of(float(figure)) for figure in figures]


def _shares(picked: PickedRows, body: TableBody, name: str, figures: Sequence[Figure]) -> list[str | None]:
    """Shares in percent. A bare number up to 1 is percent beside greater ones, a fraction where formatted so.

    Where nothing tells which, it stays as it is, and the fact asks.
    """
    signed = [isinstance(cell, str) and "%" in cell for cell in picked.cells(name) or []]
    bare = [figure for figure, sign in zip(figures, signed, strict=True) if figure is not None and not sign]
    fractions = bool(bare) and _in_percent_format(picked, body, name)
    percents = not fractions and bool(bare) and max(bare) > 1
    return [
        None
        if figure is None
        else _share(figure, is_fraction=sign or fractions, is_told=sign or fractions or percents)
        for figure, sign in zip(figures, signed, strict=True)
    ]


def _share(figure: float, *, is_fraction: bool, is_told: bool) -> str:
    """A share as a fact takes it; texts such as 15% were read as 0.15."""
    number = float(round(figure * HUNDRED, 6) if is_fraction else figure)
    return f"{text_of(number)}%" if is_told and 0 < number <= 1 else text_of(number)


def _in_percent_format(picked: PickedRows, body: TableBody, name: str) -> bool:
    """Whether the first cells of the column stand in a percent format, which shows 0.15 as 15%."""
    sheet, index = body.sheet, body.mapping.index(name)
    if sheet.formats is None or index is None:
        return False
    rows = [sheet.row_number(row) for row in picked.indexes[:FORMAT_ROWS]]
    column = sheet.first_column + index
    own = [text for (_, at), text in sheet.formats(rows).items() if at == column]
    return bool(own) and all("%" in text for text in own)


def _put(document: Document, name: str, texts: list[str | None]) -> None:
    facts = document.lines.facts
    for position, text in enumerate(texts):
        if text is not None:
            facts[position] = {**facts[position], name: text}
