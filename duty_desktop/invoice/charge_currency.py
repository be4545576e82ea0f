"""The currency of a charge where its own row names one: freight in yen on an invoice in dollars."""

from collections.abc import Mapping, Sequence

from duty_desktop.invoice.cells.numbers import written_number
from duty_desktop.invoice.currency import currency_of_format
from duty_desktop.invoice.header_facts import currency_in
from duty_desktop.invoice.rows import ChargeRow, SortedRows
from duty_desktop.invoice.sheet import text_of
from duty_desktop.invoice.table_body import TableBody


def charge_currencies(body: TableBody, rows: SortedRows) -> Mapping[int, str]:
    """The currency by the row's index: beside the amount, in the row's words, or by the number's format."""
    charges = rows.charges
    if not charges:
        return {}
    found: dict[int, str] = {}
    formats = _formats(body, charges, rows.lines)
    for row in charges:
        code = _beside(body, row) or currency_in(row.label) or formats.get(row.index)
        if code:
            found[row.index] = code
    return found


def _beside(body: TableBody, row: ChargeRow) -> str | None:
    cells = body.cells("amount")
    cell = None if cells is None else cells[row.index - body.start]
    written = written_number(text_of(cell), body.mapping.mark) if isinstance(cell, str) else None
    return written.currency if written else None


def _formats(body: TableBody, charges: Sequence[ChargeRow], lines: Sequence[int]) -> Mapping[int, str]:
    """Currencies printed by formats other than that of the goods' amounts."""
    sheet, index = body.sheet, body.mapping.index("amount")
    if sheet.formats is None or index is None:
        return {}
    goods = sheet.row_number(lines[0]) if lines else None
    rows = {sheet.row_number(charge.index): charge.index for charge in charges}
    asked = [*rows] if goods is None else [goods, *rows]
    codes = {
        row: code
        for (row, column), text in sheet.formats(sorted(asked)).items()
        if column == sheet.first_column + index and (code := currency_of_format(text))
    }
    usual = None if goods is None else codes.get(goods)
    return {rows[row]: code for row, code in codes.items() if row in rows and code != usual}
