"""Two tables of a workbook compared: whether both state the same goods, and which of them counts."""

from collections import Counter
from dataclasses import dataclass
from enum import Enum, auto

from duty_desktop.invoice.document_kinds import issues_of_one_invoice
from duty_desktop.invoice.drafts import Draft
from duty_desktop.lines.reading import DocumentKind
from duty_desktop.lines.same_goods import NEARLY_ALL, same_figures, same_goods, share_of_goods, sum_e4

SEVERAL = 2
ALIKE_RATIO = 0.005


class Again(Enum):
    """How a table states the goods of another again."""

    COPIED = auto()
    LESSER = auto()
    REVISED = auto()
    RESTATED = auto()
    RENUMBERED = auto()


@dataclass(frozen=True, slots=True)
class Said:
    """Goods said twice: how, and whether the second table is the one that counts."""

    how: Again
    second_counts: bool = False


def may_be_said_again(first: Draft, second: Draft) -> bool:
    """Whether two tables of different sums are worth comparing."""
    one, two = first.document, second.document
    differing = one.kind is not two.kind or one.revision != two.revision or one.currency != two.currency
    return differing or one.invoice_no == two.invoice_no


def said_again(first: Draft, second: Draft) -> Said | None:
    """How the second table states the goods of the first again, None when it does not."""
    if is_copy(first, second):
        return Said(Again.COPIED, completeness(second) > completeness(first))
    if found := _revised(first, second):
        return found
    if is_revision(first, second):
        return Said(Again.RESTATED)
    return _lesser(first, second) or _renumbered(first, second)


def _lesser(first: Draft, second: Draft) -> Said | None:
    """A proforma, a copy or a packing list beside its invoice."""
    one, two = first.document, second.document
    kinds = {one.kind, two.kind}
    if len(kinds) < SEVERAL or DocumentKind.INVOICE not in kinds or _goes_on(first, second):
        return None
    offered = DocumentKind.PROFORMA in kinds and share_of_goods(one.lines, two.lines) >= NEARLY_ALL
    if offered or same_figures(one.lines, two.lines):
        return Said(Again.LESSER, two.kind is DocumentKind.INVOICE)
    return None


def _renumbered(first: Draft, second: Draft) -> Said | None:
    """The same goods under two numbers; in a list of many invoices that is nothing strange."""
    one, two = first.document, second.document
    if not one.invoice_no or not two.invoice_no or one.invoice_no == two.invoice_no:
        return None
    if first.table is second.table:
        return None
    if same_goods(one.lines, two.lines):
        return Said(Again.RENUMBERED)
    return Said(Again.RESTATED) if _in_another_currency(first, second) else None


def completeness(draft: Draft) -> tuple[bool, int, int, int]:
    """How much a draft tells: an invoice first, then more lines, then tariff numbers, then prices."""
    lines = draft.document.lines
    numbers = sum(1 for text in lines.hts_text if text)
    priced = sum(1 for price in lines.unit_price_e4 if price is not None)
    return draft.document.kind is DocumentKind.INVOICE, len(lines), numbers, priced


def is_copy(first: Draft, second: Draft) -> bool:
    """Whether two tables of one number state the same amounts, or one is a summary with the same sum."""
    numbers = {first.document.invoice_no, second.document.invoice_no} - {None}
    one, two = first.document.lines, second.document.lines
    if len(numbers) > 1 or sum_e4(one) != sum_e4(two) or sum_e4(one) == 0:
        return False
    if len(one) == len(two):
        return same_figures(one, two)
    return min(len(one), len(two)) > 1 or first.is_proven == second.is_proven


def is_revision(first: Draft, second: Draft) -> bool:
    """Whether two sheets are one invoice twice: its number, goods and quantities, each with its own total."""
    one, two = first.document, second.document
    if first.table.sheet is second.table.sheet or first.chosen or second.chosen:
        return False
    if one.invoice_no is None or one.invoice_no != two.invoice_no:
        return False
    if not (first.is_proven and second.is_proven):
        return False
    return one.lines.description == two.lines.description and one.lines.quantity_e4 == two.lines.quantity_e4


def _revised(first: Draft, second: Draft) -> Said | None:
    """An invoice and its revision."""
    one, two = first.document, second.document
    if not issues_of_one_invoice(one, two):
        return None
    return Said(Again.REVISED, two.revision > one.revision)


def _goes_on(first: Draft, second: Draft) -> bool:
    """Tables of one invoice go on in one another."""
    one, two = first.document, second.document
    same_number = one.invoice_no is not None and one.invoice_no == two.invoice_no
    unnumbered = not (one.invoice_no and two.invoice_no)
    return (same_number or unnumbered) and first.table.sheet is second.table.sheet


def _in_another_currency(first: Draft, second: Draft) -> bool:
    """The same goods and quantities, every amount times the same rate of exchange."""
    one, two = first.document, second.document
    if one.currency == two.currency or len(one.lines) < SEVERAL:
        return False
    pairs = [
        Counter(zip(lines.description, lines.quantity_e4, strict=True)) for lines in (one.lines, two.lines)
    ]
    if pairs[0] != pairs[1] or not sum_e4(one.lines):
        return False
    rate = sum_e4(two.lines) / sum_e4(one.lines)
    amounts = zip(
        sorted(map(_filled, one.lines.amount_e4)), sorted(map(_filled, two.lines.amount_e4)), strict=True
    )
    return all(
        abs(other - amount * rate) <= max(10_000, abs(other) * ALIKE_RATIO) for amount, other in amounts
    )


def _filled(amount: int | None) -> int:
    return amount or 0
