"""Hidden rows: left out unless the goods are there, or the stated total counts them."""

from itertools import compress

from duty_desktop.invoice.finding_list import FindingList
from duty_desktop.invoice.row_sorting import RowSorter
from duty_desktop.invoice.rows import SortedRows
from duty_desktop.invoice.table_body import TableBody
from duty_desktop.terms.findings import Severity


def hidden_rows_to_skip(body: TableBody, repeats: frozenset[int], findings: FindingList) -> frozenset[int]:
    """The hidden rows of a table that are not to be read; says what was done with goods among them."""
    sheet = body.sheet
    first = sheet.first_row
    hidden = frozenset(
        number - first for number in sheet.hidden_rows if body.start <= number - first < body.stop
    )
    if not hidden:
        return frozenset()
    everything = RowSorter(body, repeats).sort()
    goods = [index for index in everything.lines if index in hidden]
    if not goods:
        return hidden
    visible = RowSorter(body, repeats | hidden).sort()
    if not visible.lines or (_adds_up(body, everything) and not _adds_up(body, visible)):
        why = "that the stated total counts" if visible.lines else "and no other row does"
        findings.add(
            "hidden-rows-read",
            f"{len(goods)} hidden rows hold goods {why}; they were read.",
            "Unhide the rows in the workbook to see them.",
            Severity.NOTICE,
            row=first + goods[0],
        )
        return frozenset()
    _tell_left_out(goods, first, _adds_up(body, visible), findings)
    return hidden


def _tell_left_out(goods: list[int], first: int, proven: bool, findings: FindingList) -> None:
    findings.add(
        "hidden-rows-left-out",
        f"{len(goods)} hidden rows hold goods; they were left out"
        + (", as in the stated total." if proven else "."),
        "If they belong to the invoice, unhide them and read it again.",
        Severity.NOTICE if proven else Severity.QUESTION,
        row=first + goods[0],
    )


def _adds_up(body: TableBody, rows: SortedRows) -> bool:
    totals = [total.amount for total in rows.totals if total.grand] or [t.amount for t in rows.totals]
    amounts = body.figures("amount")
    if not totals or amounts is None:
        return False
    chosen = bytearray(len(body))
    for index in rows.lines:
        chosen[index - body.start] = 1
    running = sum(amount for amount in compress(amounts, chosen) if amount is not None)
    charges = sum(charge.amount for charge in rows.charges)
    return any(abs(total - totals[-1]) < 0.01 for total in (running, running + charges))
