"""The column of tariff numbers: each different cell read once, doubts collected."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from duty_desktop.invoice.cells.tariff_numbers import Doubt, TariffCell, tariff_number
from duty_desktop.invoice.finding_list import FindingList
from duty_desktop.invoice.sheet import Cell
from duty_desktop.terms.hts_number import dotted

SHORT_WHEN_NUMBER = 1e9
_MESSAGES = {
    Doubt.ZERO_RESTORED: (
        "The tariff number {text} has a digit too few; the zero lost in front was put back: {digits}.",
        "Check the number.",
    ),
    Doubt.NINE_DIGITS: (
        "{text} has nine digits, as Japan's export statistics number; only its first six, {six}, are shared.",
        "Enter the ten digits of the US tariff.",
    ),
    Doubt.NOT_A_NUMBER: ("“{text}” is no tariff number.", "Enter the ten digits of the US tariff."),
    Doubt.TOO_MANY: (
        "The tariff number {text} has more than ten digits.",
        "Enter the ten digits of the US tariff.",
    ),
    Doubt.LENGTH: (
        "The tariff number {text} has an odd number of digits or too few.",
        "Enter the ten digits of the US tariff.",
    ),
}


@dataclass(frozen=True, slots=True)
class TariffColumn:
    """Digits (or None) and printed text of each line."""

    digits: list[str | None]
    texts: list[str]


def read_tariff_column(
    cells: Sequence[Cell], rows: Sequence[int], number_format: str, letters: str, findings: FindingList
) -> TariffColumn:
    """Read the tariff numbers of the lines; `rows` are the spreadsheet's row numbers."""
    known = {cell: tariff_number(cell, number_format) for cell in set(cells)}
    if _is_column_of_nine(cells, known):
        known = {cell: _as_nine(read) for cell, read in known.items()}
    if any(read.doubt for read in known.values()):
        for cell, row in zip(cells, rows, strict=True):
            read = known[cell]
            if read.doubt:
                _report(read, read.doubt, row, letters, findings)
    digits = {cell: read.digits for cell, read in known.items()}
    texts = {cell: read.text for cell, read in known.items()}
    return TariffColumn(list(map(digits.__getitem__, cells)), list(map(texts.__getitem__, cells)))


def read_export_column(
    cells: Sequence[Cell], rows: Sequence[int], heading: str, letters: str, findings: FindingList
) -> TariffColumn:
    """Numbers of another country's list: kept as text, never taken as numbers of the US tariff."""
    texts = {cell: tariff_number(cell).text for cell in set(cells)}
    if any(texts.values()):
        first = next(row for cell, row in zip(cells, rows, strict=True) if texts[cell])
        findings.add(
            "hts-other-country",
            f"The column “{heading}” holds another list's numbers; they share only the first six digits "
            "with the US tariff.",
            "Enter the ten digits of the US tariff for each line, or choose another column.",
            row=first,
            column=letters,
        )
    return TariffColumn([None] * len(cells), [texts[cell] for cell in cells])


def _is_column_of_nine(cells: Sequence[Cell], known: dict[Cell, TariffCell]) -> bool:
    """Most numbers have nine digits and none is zero-led: not lost zeros but Japan's own numbers."""
    if not any(read.doubt for read in known.values()):
        return False
    doubts = Counter(known[cell].doubt for cell in cells if known[cell].text)
    lost = sum(1 for cell in cells if known[cell].doubt is Doubt.ZERO_RESTORED and len(known[cell].text) == 9)
    return doubts[Doubt.NINE_DIGITS] > 0 and doubts[Doubt.NINE_DIGITS] >= lost


def _as_nine(read: TariffCell) -> TariffCell:
    if read.doubt is Doubt.ZERO_RESTORED and len(read.text) == 9:
        return TariffCell(None, read.text, Doubt.NINE_DIGITS)
    return read


def _report(read: TariffCell, doubt: Doubt, row: int, letters: str, findings: FindingList) -> None:
    message, remedy = _MESSAGES[doubt]
    plain_digits = "".join(filter(str.isdigit, read.text))
    values = {"text": read.text, "digits": dotted(read.digits or ""), "six": dotted(plain_digits[:6])}
    findings.add(doubt.value, message.format(**values), remedy, row=row, column=letters, text=read.text)
