"""What a document calls itself: an invoice, a proforma, a copy, a packing list; and which revision."""

import re
from collections.abc import Iterable

from duty_desktop.invoice.text import key, phrase, plain
from duty_desktop.invoice.vocabulary import vocabulary
from duty_desktop.lines.reading import Document, DocumentKind
from duty_desktop.lines.same_goods import share_of_goods

LONGEST_TITLE = 60
_HALF = 0.5
_KINDS = (
    ("proforma", DocumentKind.PROFORMA),
    ("copy", DocumentKind.COPY),
    ("packing_list", DocumentKind.PACKING_LIST),
)
_REFERENCE = re.compile(r"\d|[:：]|\bno\b|\bref|番号|number", re.IGNORECASE)
_REVISED = (
    r"rev(?:ision|ised|d)?\.?|amend(?:ed|ment)?|corrected|r(?=[0-9])|"
    r"訂正版?|改訂版?|改定版?|修正版?|差替え?|改"
)
_NUMBER_REVISED = re.compile(
    rf"(?P<base>.*?[0-9])[\s/_.\-]*[(\[]?\s*(?:(?:{_REVISED})[\s.\-]*(?P<rank>[0-9]{{0,2}})|r)\s*[)\]]?",
    re.IGNORECASE,
)
_TITLE_REVISED = re.compile(
    r"(?:\brev(?:ision|ised)?\b\.?|\bamended\b|\bcorrected\b|^r(?=[0-9]{1,2}$)|訂正|改訂|改定|修正版|差替)"
    r"[\s.]*(?P<rank>[0-9]{0,2})",
    re.IGNORECASE,
)


def kind_of(titles: Iterable[str]) -> DocumentKind:
    """The kind by the sheet's name and the texts above the table.

    "Proforma Invoice No. PI-7" beneath the title "Invoice" is a reference, no title.
    """
    short = [text for text in titles if len(text) <= LONGEST_TITLE]
    known = vocabulary().values
    if any(_holds(text, known["commercial"]) for text in short):
        own = [text for text in short if _holds(text, known["commercial"])]
        return (
            DocumentKind.COPY if any(_holds(text, known["copy"]) for text in [*own, *short[:1]]) else _INVOICE
        )
    plainly = any(key(text) in _keys("invoice") for text in short)
    for name, kind in _KINDS:
        if any(
            _holds(text, known[name]) and not (plainly and _REFERENCE.search(plain(text))) for text in short
        ):
            return kind
    return _INVOICE


_INVOICE = DocumentKind.INVOICE


def _keys(name: str) -> frozenset[str]:
    return frozenset(key(word) for word in vocabulary().values[name])


def _holds(text: str, words: Iterable[str]) -> bool:
    """Whether a text holds one of the words; words of one or two letters only as the whole text."""
    letters, flat = key(text), phrase(text)
    for word in words:
        known = key(word)
        if letters == known or (
            len(known) > 2 and (phrase(word) in flat if word.isascii() else known in letters)
        ):
            return True
    return False


def revision_of(number: str | None, titles: Iterable[str]) -> int:
    """0 for a first issue; the number of the revision, 1 where it has none."""
    ranks = [
        _rank(match)
        for text in titles
        if len(text) <= LONGEST_TITLE and (match := _TITLE_REVISED.search(plain(text)))
    ]
    if number and (match := _NUMBER_REVISED.fullmatch(plain(number))):
        ranks.append(_rank(match))
    return max(ranks, default=0)


def _rank(match: re.Match[str]) -> int:
    return int(match.group("rank") or 1)


def _base_number(number: str) -> str:
    """An invoice's number without the mark of its revision, made comparable."""
    match = _NUMBER_REVISED.fullmatch(plain(number))
    return key(match.group("base") if match else number)


def issues_of_one_invoice(one: Document, two: Document) -> bool:
    """Whether two are an invoice and its revision: one number but for the mark, most goods the same."""
    if one.revision == two.revision or not one.invoice_no or not two.invoice_no:
        return False
    same_number = _base_number(one.invoice_no) == _base_number(two.invoice_no)
    return same_number and share_of_goods(one.lines, two.lines) >= _HALF
