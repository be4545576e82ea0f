"""Flat files of accounting systems: each row repeats its invoice's number, date and terms."""

from bisect import bisect_right
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
    parts = [_part(draft, picked, numbers, positions) for positions in groups.values()]
    _share_out(draft, parts, numbers)
    return parts


def _filled_down(texts: list[str]) -> list[str]:
    above = ""
    filled = []
    for text in texts:
        above = text or above
        filled.append(above)
    return filled


def _part(draft: Draft, picked: PickedRows, numbers: Sequence[str], positions: list[int]) -> Draft:
    whole = draft.document
    lines = LineTable(
        **{c.name: [getattr(whole.lines, c.name)[at] for at in positions] for c in fields(LineTable)}
    )
    document = replace(
        whole,
        lines=lines,
        charges=[],
        left_out=[],
        uses=[],
        columns=list(whole.columns),
        layouts=list(whole.layouts),
        stated_total_e4=None,
    )
    _fill_facts(document, picked, numbers, positions)
    billed = draft.billed.at(positions)
    findings = FindingList(draft.findings.sheet)
    return replace(draft, document=document, findings=findings, total=None, billed=billed)


def _share_out(draft: Draft, parts: list[Draft], numbers: Sequence[str]) -> None:
    """Give charges, left-out rows and findings to the invoice of the line they stand at or follow."""
    rows = draft.document.lines.row
    part_of = {part.document.invoice_no: part for part in parts}

    def part_at(row: int | None) -> Draft:
        at = max(0, bisect_right(rows, row) - 1) if row is not None else 0
        return part_of[numbers[at] or draft.document.invoice_no]

    for charge in draft.document.charges:
        part_at(charge.row).document.charges.append(charge)
    for left in draft.document.left_out:
        part_at(left.row).document.left_out.append(left)
    for use in draft.document.uses:
        part_at(use.row).document.uses.append(use)
    for finding in draft.findings.finish():
        part_at(finding.place.row).findings.findings.append(finding)


def _fill_facts(document: Document, picked: PickedRows, numbers: Sequence[str], positions: list[int]) -> None:
    document.invoice_no = numbers[positions[0]] or document.invoice_no
    day = _first(picked.cells("invoice_date"), positions)
    read = date_of(day) if day is not None else None
    if isinstance(read, date):
        document.invoice_date = read
    terms = _first(picked.cells("terms"), positions)
    if terms is not None:
        document.terms = terms_in(text_of(terms)) or document.terms
    codes = [code for code in document.lines.currency if code]
    if codes:
        document.currency = max(set(codes), key=codes.count)


def _first(cells: list[Cell] | None, positions: list[int]) -> Cell | None:
    if cells is None:
        return None
    return next((cells[at] for at in positions if not is_blank(cells[at])), None)
