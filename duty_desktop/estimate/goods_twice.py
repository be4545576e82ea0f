"""Goods that two files of one shipment both state: a proforma beside its invoice, a copy, a revision."""

from collections.abc import Iterable, Sequence

from duty_desktop.lines.reading import Document, DocumentKind, Reading
from duty_desktop.lines.same_goods import NEARLY_ALL, same_goods, share_of_goods, sum_e4
from duty_desktop.terms.findings import Finding, Place, Severity

MOST_COMPARED = 20
FIRST_LINES = 200
_REMEDY = "Both are counted. If it is one shipment, leave one of the two files out."


def goods_stated_twice(readings: Sequence[Reading]) -> list[Finding]:
    """A question for each document that states the goods of an earlier file again.

    Within one file the reading itself compares its tables.
    """
    found: list[Finding] = []
    by_sum: dict[int, list[tuple[Reading, Document]]] = {}
    special: list[tuple[Reading, Document]] = []
    for reading in readings if len(readings) > 1 else ():
        own = [document for document in reading.documents if len(document.lines)]
        for document in own:
            likely = [*by_sum.get(sum_e4(document.lines), ()), *special]
            if document.kind is not DocumentKind.INVOICE or document.revision:
                likely += [one for alike in by_sum.values() for one in alike]
            found += _first_doubt(reading, document, _nearest(document, likely))
        for document in own:
            by_sum.setdefault(sum_e4(document.lines), []).append((reading, document))
            if document.kind is not DocumentKind.INVOICE or document.revision:
                special.append((reading, document))
    return found


def _nearest(document: Document, likely: list[tuple[Reading, Document]]) -> list[tuple[Reading, Document]]:
    """The documents to compare with, a bounded number: those naming most of its goods."""
    if len(likely) <= MOST_COMPARED:
        return likely
    names = _names(document)
    revised = [one for one in likely if _is_revision(document, one[1])]
    nearest = sorted(likely, key=lambda one: len(names & _names(one[1])), reverse=True)
    return [*revised, *nearest][:MOST_COMPARED]


def _names(document: Document) -> frozenset[str]:
    """What the first lines call their goods."""
    return frozenset((*document.lines.item[:FIRST_LINES], *document.lines.description[:FIRST_LINES])) - {""}


def _first_doubt(
    reading: Reading, document: Document, likely: Iterable[tuple[Reading, Document]]
) -> list[Finding]:
    for other, earlier in likely:
        if found := _doubt(reading.file_name, document, other.file_name, earlier):
            return [found]
    return []


def _doubt(name: str, document: Document, other: str, earlier: Document) -> Finding | None:
    place = Place(document.sheet)
    number, second = document.invoice_no or "-", earlier.invoice_no or "-"
    if _is_offer(earlier, document):
        return _doubt(other, earlier, name, document)
    if _is_offer(document, earlier):
        return Finding(
            "proforma-in-two-files",
            f"“{name}” (number {number}) is a proforma or an offer of the goods of “{other}”.",
            _REMEDY,
            Severity.QUESTION,
            place,
        )
    if same_goods(document.lines, earlier.lines):
        return Finding(
            "same-goods-in-two-files",
            f"“{name}” (invoice {number}) and “{other}” (invoice {second}) state the same goods and amounts.",
            _REMEDY,
            Severity.QUESTION,
            place,
        )
    if _is_revision(document, earlier):
        return Finding(
            "revision-in-two-files",
            f"“{name}” (invoice {number}) and “{other}” (invoice {second}) are two issues of one invoice.",
            _REMEDY,
            Severity.QUESTION,
            place,
        )
    return None


def _is_offer(document: Document, invoice: Document) -> bool:
    kinds = document.kind, invoice.kind
    return kinds == (DocumentKind.PROFORMA, DocumentKind.INVOICE) and _most_goods_shared(document, invoice)


def _is_revision(document: Document, earlier: Document) -> bool:
    from duty_desktop.invoice.document_kinds import issues_of_one_invoice  # most estimates are of one file

    return issues_of_one_invoice(document, earlier)


def _most_goods_shared(one: Document, two: Document) -> bool:
    return share_of_goods(one.lines, two.lines) >= NEARLY_ALL
