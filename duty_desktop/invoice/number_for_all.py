"""A tariff number stated once, above or below the table, for all goods."""

from collections.abc import Iterator

from duty_desktop.invoice.cells.tariff_numbers import tariff_number
from duty_desktop.invoice.finding_list import FindingList
from duty_desktop.invoice.header_facts import HeaderFacts, label_of
from duty_desktop.invoice.sheet import Cell, Sheet, is_blank
from duty_desktop.invoice.tariff_column import read_tariff_column
from duty_desktop.invoice.tariff_words import tariff_numbers_in
from duty_desktop.lines.table import LineTable


def give_number_to_all(lines: LineTable, facts: HeaderFacts, sheet: Sheet, findings: FindingList) -> None:
    """Give all lines the one number that the texts around them state, if none has its own, and ask."""
    if any(lines.hts_text):
        return
    stated = {digits: (cell, row, column) for digits, cell, row, column in _stated(facts, sheet)}
    if len(stated) != 1:
        return
    ((cell, row, column),) = stated.values()
    number, letters = sheet.row_number(row), sheet.letters(column)
    read = read_tariff_column([cell], [number], "", letters, findings)
    lines.hts = read.digits * len(lines)
    lines.hts_text = read.texts * len(lines)
    findings.add(
        "number-for-all",
        f"The tariff number {read.texts[0]} is stated once for all goods; it was taken for all lines.",
        "Check these lines.",
        row=number,
        column=letters,
    )


def _stated(facts: HeaderFacts, sheet: Sheet) -> Iterator[tuple[str, Cell, int, int]]:
    """The numbers that texts and the cells beside labels state: digits, as printed, row and column."""
    for row, column, text in facts.texts:
        cells: list[Cell] = [*tariff_numbers_in(text)]
        if label_of(text) == "hts":
            cells += [cell for cell in sheet.rows[row][column + 1 :] if not is_blank(cell)][:1]
        for cell in cells:
            if digits := tariff_number(cell).digits:
                yield digits, cell, row, column
