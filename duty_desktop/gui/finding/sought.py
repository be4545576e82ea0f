"""What the find panel asks for, and what a search brings it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from unicodedata import normalize

from duty_desktop.gui.finding.finder_shelf import finder_of, lookup_book
from duty_desktop.tariff.law import Law
from duty_desktop.terms.hts_number import digits
from duty_desktop.terms.text import Text

if TYPE_CHECKING:
    from duty_desktop.describe.candidates import Candidate
    from duty_desktop.describe.finder import Finder
    from duty_desktop.describe.given_numbers import Given
    from duty_desktop.describe.parts_book import Part
    from duty_desktop.estimate.worksheet import Worksheet

_LIMIT = 12
_SIGNS_OF_NUMBERS = frozenset("0123456789.- ")
_CHAPTER, _SHARED, _WHOLE = 2, 6, 8
_MOST_BELOW = 60


@dataclass(frozen=True, slots=True)
class Goods:
    """What a line says: its description, its number as printed, item number, supplier, origin."""

    description: str = ""
    printed: str = ""
    item: str = ""
    supplier: str = ""
    origin: str | None = None


def goods_of(worksheet: "Worksheet", line: int) -> Goods:
    """What a line says of its goods, edits applied; its number as it was read when it could not be used."""
    table = worksheet.table
    printed = table.hts[line] or ("" if worksheet.is_edited("hts", line) else table.hts_text[line])
    return Goods(
        table.description[line],
        printed,
        table.item[line],
        worksheet.document_of[line].seller or "",
        table.origin[line] or worksheet.shipment.origin,
    )


@dataclass(frozen=True, slots=True)
class Wish:
    """What to look for under a law: words or a number, the digits it begins with, the entry date.

    `goods` is the line that the search is for, None when there is none or the words are others by now.
    `typing`: the last word may be half typed.
    """

    law: Law
    words: str
    hint: str
    on: date
    goods: Goods | None = None
    origin: str | None = None
    typing: bool = False


@dataclass(frozen=True, slots=True)
class Sought:
    """Candidates, best first; `told` says what is known of the line's own number and of the item."""

    wish: Wish
    candidates: "tuple[Candidate, ...]"
    unknown: tuple[str, ...] = ()
    told: tuple[Text, ...] = ()


def is_number(words: str) -> bool:
    """Whether what was typed is the beginning of a number rather than words."""
    plain = normalize("NFKC", words)
    return any(map(str.isdigit, plain)) and set(plain) <= _SIGNS_OF_NUMBERS


def look_for(wish: Wish) -> Sought:
    """Search; what the line's own number and the parts book say comes first. Raises what `finder_of` does."""
    finder, words, hint = finder_of(wish.law), wish.words, wish.hint
    if is_number(words):
        return _by_number(finder, digits(normalize("NFKC", words)), wish)
    found = finder.find(words, wish.on, hint=hint, limit=_LIMIT, origin=wish.origin, typing=wish.typing)
    if wish.goods is None:
        return Sought(wish, found.candidates, found.unknown)
    given, part = _given(finder, wish.goods, wish.on), _part(wish.goods)
    told: list[Text] = []
    first: list[Candidate] = []
    if part is not None:
        used = Text(f"Parts book: {part.used.en}.", f"部品帳：{part.used.ja}。")
        first += [
            replace(one, reasons=(used, *one.reasons))
            for one in finder.rank([part.number], words, wish.on, origin=wish.origin)
        ]
        told.append(used)
    if given is not None:
        told.append(given.reason)
        first += [one for one in given.proposals if one.number.startswith(hint[:_SHARED])]
    return Sought(wish, _once((*first, *found.candidates)), found.unknown, tuple(told))


def _by_number(finder: "Finder", number: str, wish: Wish) -> Sought:
    """The numbers below some digits in the order of the tariff; of a number that is gone, its successors."""
    from duty_desktop.describe.given_numbers import look_at

    below = finder.law.nomenclature.continuations(number, wish.on) if len(number) >= _CHAPTER else ()
    if below or len(number) < _WHOLE:
        return Sought(wish, finder.rank(below, "", wish.on, limit=_MOST_BELOW, origin=wish.origin))
    given = look_at(finder, number, "", wish.on, wish.origin)
    return Sought(wish, given.proposals, told=(given.reason,))


def _given(finder: "Finder", goods: Goods, on: date) -> "Given | None":
    """What the number on the invoice is; None when there is none or nothing speaks against it."""
    from duty_desktop.describe.given_numbers import GivenStatus, look_at

    given = look_at(finder, goods.printed, goods.description, on, goods.origin)
    return None if given.status in (GivenStatus.MISSING, GivenStatus.RIGHT) else given


def _part(goods: Goods) -> "Part | None":
    """What was chosen for the item before."""
    with lookup_book() as book:
        return book.find(goods.supplier, goods.item, goods.description) if book is not None else None


def _once(candidates: "Sequence[Candidate]") -> "tuple[Candidate, ...]":
    by_number: Mapping[str, Candidate] = {one.number: one for one in reversed(candidates)}
    order = dict.fromkeys(one.number for one in candidates)
    return tuple(by_number[number] for number in order)
