"""A row taken apart for a careful look."""

import re

from duty_desktop.invoice.cells.numbers import DecimalMark, currency_of, is_unit, number_of
from duty_desktop.invoice.row_words import Certainty, RowWord, is_ditto, is_free, is_nothing, row_word
from duty_desktop.invoice.rows import RowView
from duty_desktop.invoice.sheet import Cell, is_blank, text_of
from duty_desktop.invoice.table_body import TableBody

NO_MONEY = frozenset(
    ("quantity", "packages", "per_package", "net_weight", "gross_weight", "unit_weight", "volume",
     "line_no", "order_no", "marks", "date")
)  # fmt: skip
LEAST_DIGITS, LONGEST_FIGURE = 4, 24
_PER = re.compile(r"^\s*(?:[@/(]|per\b|each\b)\s*|[)\s]+$", re.IGNORECASE)
_PAGE = re.compile(r"\b(?:page|p\.|sheet)\s*\d|(?:頁|ページ)|^\s*\d+\s*/\s*\d+\s*$", re.IGNORECASE)


def view_row(body: TableBody, index: int) -> RowView:
    """The texts, figures and fields of the row at `index` of the sheet."""
    offset = index - body.start
    texts, figures = _cells(body, index)

    def figure(name: str) -> float | None:
        values = body.figures(name)
        return values[offset] if values is not None else None

    figure_columns = {body.mapping.index(name) for name in ("quantity", "unit_price", "amount")}
    tariff_columns = {body.mapping.index("hts"), body.mapping.index("export_code")}
    words = [text for column, text in texts if column not in tariff_columns]
    money = [text for column, text in texts if column in figure_columns]
    tariff, price = _tariff(body, offset), figure("unit_price")
    others = {column.index for name, column in body.mapping.columns.items() if name in NO_MONEY}
    sums = [number for column, number in figures if column not in others]
    return RowView(
        index=index,
        texts=texts,
        figures=figures,
        item=_named(body, "item", offset),
        description=_named(body, "description", offset),
        tariff=tariff,
        quantity=figure("quantity"),
        price=price,
        amount=figure("amount"),
        money=sums[-1] if sums else None,
        free=any(is_free(text) for text in money),
        worded=any(_stands_for_figure(text, body.mapping.mark) for text in money),
        # A tariff number and a price leave no doubt: only goods have both.
        word=None if tariff and price is not None else strongest_word(words),
    )


def _stands_for_figure(text: str, mark: DecimalMark) -> bool:
    """Words where a figure belongs; a currency, a unit or a page there are no words for one."""
    if number_of(text, mark) is not None or _PAGE.search(text):
        return False
    bare = _PER.sub("", text).strip()
    return not (currency_of(bare) or is_unit(bare))


def _cells(body: TableBody, index: int) -> tuple[list[tuple[int, str]], list[tuple[int, float]]]:
    """The texts and the figures of a row, each with its column."""
    texts: list[tuple[int, str]] = []
    figures: list[tuple[int, float]] = []
    for column, cell in enumerate(body.sheet.rows[index]):
        if isinstance(cell, str):
            if cell and not cell.isspace():
                texts.append((column, cell.strip()))
                typed = number_of(cell, body.mapping.mark) if len(cell) <= LONGEST_FIGURE else None
                if typed is not None:
                    figures.append((column, typed))
        elif (number := number_of(cell)) is not None:
            figures.append((column, number))
    return texts, figures


def _tariff(body: TableBody, offset: int) -> str:
    """The tariff number's text; fewer than four digits are some other figure."""
    text = _named(body, "hts", offset) or _named(body, "export_code", offset)
    return text if sum(map(str.isdigit, text)) >= LEAST_DIGITS else ""


def _named(body: TableBody, name: str, offset: int) -> str:
    cells = body.cells(name)
    if cells is None:
        return ""
    cell: Cell = cells[offset]
    if is_blank(cell) or cell == 0 or (isinstance(cell, str) and is_nothing(cell) and not is_ditto(cell)):
        return ""
    return text_of(cell)


def strongest_word(texts: list[str]) -> RowWord | None:
    """The surest word of several texts; a total before a charge of the same certainty."""
    best: RowWord | None = None
    for text in texts:
        word = row_word(text)
        if word and (best is None or _strength(word) > _strength(best)):
            best = word
    return best


def _strength(word: RowWord) -> tuple[int, bool]:
    whole = word.certainty if word.kind != "stop" else Certainty.INSIDE
    return whole.value, word.is_total
