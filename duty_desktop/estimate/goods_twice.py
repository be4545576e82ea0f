"""Goods that two files of one shipment both state: a proforma beside its invoice, a copy, a revision."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain

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
    by_sum: dict[int, list[_Stated]] = {}
    special: list[_Stated] = []
    for reading in readings if len(readings) > 1 else ():
        own = [_Stated(reading.file_name, document) for document in reading.documents if len(document.lines)]
        for one in own:
            further = chain.from_iterable(by_sum.values()) if one.is_special else special
            likely = by_sum.get(one.sum_e4, []) + [other for other in further if other.sum_e4 != one.sum_e4]
            found += _first_doubt(one, _nearest(one, likely))
        for one in own:
            by_sum.setdefault(one.sum_e4, []).append(one)
            if one.is_special:
                special.append(one)
    return found


class _Stated:
    """A document of a file, with what tells whether others may state its goods, looked up once."""

    def __init__(self, file_name: str, document: Document) -> None:
        self.file_name = file_name
        self.document = document
        self.sum_e4 = sum_e4(document.lines)
        self.is_special = document.kind is not DocumentKind.INVOICE or bool(document.revision)

    @cached_property
    def names(self) -> frozenset[str]:
        """What the first lines call their goods."""
        lines = self.document.lines
        return frozenset((*lines.item[:FIRST_LINES], *lines.description[:FIRST_LINES])) - {""}


def _nearest(one: _Stated, likely: list[_Stated]) -> list[_Stated]:
    """The documents to compare with, a bounded number: other issues, then those naming most of its goods."""
    if len(likely) <= MOST_COMPARED:
        return likely

    def nearness(earlier: _Stated) -> tuple[bool, int]:
        return _is_revision(one.document, earlier.document), len(one.names & earlier.names)

    return sorted(likely, key=nearness, reverse=True)[:MOST_COMPARED]


def _first_doubt(one: _Stated, likely: Iterable[_Stated]) -> list[Finding]:
    for earlier in likely:
        if found := _doubt(one.file_name, one.document, earlier.file_name, earlier.document):
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
