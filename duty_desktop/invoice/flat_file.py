"""Flat files of accounting systems: each row repeats its invoice's number, date and terms."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date

from duty_desktop.invoice.cells.dates import date_of
from duty_desktop.invoice.drafts import Draft
from duty_desktop.invoice.finding_list import FindingList
from duty_desktop.invoice.header_facts import terms_in
from duty_desktop.invoice.picked_rows import PickedRows
from duty_desktop.invoice.sheet import Cell, is_blank, text_of
from duty_desktop.lines.reading import Document
from duty_desktop.lines.table import LineTable


def one_draft_an_invoice(draft: Draft, picked: PickedRows) -> list[Draft]:
    """The draft itself, its facts filled from such columns; or one draft for each invoice number."""
    cells = picked.cells("invoice_no")
    if cells is None:
        return [draft]
    numbers = _filled_down([text_of(cell) for cell in cells])
    groups: dict[str, list[int]] = {}
    for position, number in enumerate(numbers):
        groups.setdefault(number, []).append(position)
    if len(groups) == 1:
        _fill_facts(draft.document, picked, numbers, [0])
        return [draft]
    return [_part(draft, picked, numbers, positions) for positions in groups.values()]


def _filled_down(texts: list[str]) -> list[str]:
    above = ""
    filled = []
    for text in texts:
        above = text or above
        filled.append(above)
    return filled


def _part(draft: Draft, picked: PickedRows, numbers: Sequence[str], positions: list[int]) -> Draft:
    whole = draft.document
    rows = {whole.lines.row[position] for position in positions}
    first = whole.lines.row[0] in rows
    lines = LineTable(
        **{c.name: [getattr(whole.lines, c.name)[at] for at in positions] for c in fields(LineTable)}
    )
    document = replace(
        whole,
        lines=lines,
        charges=[c for c in whole.charges if _line_row_above(whole.lines.row, c.row) in rows],
        left_out=[left for left in whole.left_out if _line_row_above(whole.lines.row, left.row) in rows],
        columns=list(whole.columns),
        layouts=list(whole.layouts),
        stated_total_e4=None,
    )
    _fill_facts(document, picked, numbers, positions)
    findings = FindingList(draft.findings.sheet)
    findings.findings = [
        finding
        for finding in draft.findings.finish()
        if finding.place.row in rows or (finding.place.row not in whole.lines.row and first)
    ]
    return replace(draft, document=document, findings=findings, total=None)


def _line_row_above(rows: Sequence[int], row: int) -> int:
    """The line a charge or a left-out row follows."""
    return max((line for line in rows if line <= row), default=rows[0])


def _fill_facts(document: Document, picked: PickedRows, numbers: Sequence[str], positions: list[int]) -> None:
    document.invoice_no = numbers[positions[0]] or document.invoice_no
    day = _first(picked.cells("invoice_date"), positions)
    read = date_of(day) if day is not None else None
    if isinstance(read, date):
        document.invoice_date = read
    terms = _first(picked.cells("terms"), positions)
    if terms is not None:
        document.terms = terms_in(text_of(terms)) or document.terms
    codes = [code for at in range(len(document.lines)) if (code := document.lines.currency[at])]
    if codes:
        document.currency = max(set(codes), key=codes.count)


def _first(cells: list[Cell] | None, positions: list[int]) -> Cell | None:
    if cells is None:
        return None
    return next((cells[at] for at in positions if not is_blank(cells[at])), None)
