"""Facts that invoices declare in columns: metal values, metal shares, countries of melting and casting."""

from duty_desktop.invoice.cells.countries import country_of
from duty_desktop.invoice.finding_list import FindingList
from duty_desktop.invoice.picked_rows import PickedRows
from duty_desktop.invoice.rows import SortedRows
from duty_desktop.invoice.sheet import Cell, is_blank, text_of
from duty_desktop.invoice.table_body import TableBody
from duty_desktop.lines.reading import Document

VALUES = ("steel_content_value_usd", "aluminum_content_value_usd", "copper_content_value_usd")
SHARES = ("metal_weight_pct", "us_metal_pct")
COUNTRIES = ("melt_pour_country", "smelt_country", "cast_country")
DOLLAR = "USD"
HUNDRED = 100


def add_metal_facts(document: Document, body: TableBody, rows: SortedRows, findings: FindingList) -> None:
    """Put the declared facts of the lines into the table, by the ids of the list of facts."""
    picked = PickedRows(body, rows.lines)
    for name in (*VALUES, *SHARES, *COUNTRIES):
        if not body.mapping.has(name):
            continue
        if name in COUNTRIES:
            texts = [country_of(text_of(cell)) for cell in picked.cells(name) or []]
        elif name in VALUES and not _is_in_dollars(document, body, name):
            _ask_for_dollars(body, name, findings)
            continue
        else:
            texts = _numbers(picked, body, name)
        _put(document, name, texts)


def _is_in_dollars(document: Document, body: TableBody, name: str) -> bool:
    return (body.mapping.columns[name].heading.currency or document.currency) == DOLLAR


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
    cells = picked.cells(name) or []
    if name in SHARES:
        factor = _percent_factor(cells, figures)
        figures = [None if figure is None else round(figure * factor, 6) for figure in figures]
    return [None if figure is None else text_of(float(figure)) for figure in figures]


def _percent_factor(cells: list[Cell], figures: list[float | None]) -> int:
    """Texts such as 15% were read as 0.15; cells with a percent format hold 0.15 too."""
    known = [figure for figure in figures if figure is not None]
    signs = any(isinstance(cell, str) and "%" in cell for cell in cells if not is_blank(cell))
    return HUNDRED if signs or (known and max(known) <= 1) else 1


def _put(document: Document, name: str, texts: list[str | None]) -> None:
    facts = document.lines.facts
    for position, text in enumerate(texts):
        if text is not None:
            facts[position] = {**facts[position], name: text}
