"""One chapter's rows of several editions as one list in the order of the book.

A row that did not change between two editions stands once; each edition's rows, picked out by
their span, keep their own order, so that the chain of ancestors can be read off the indents.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from duty_desktop.tariff.chapter_file import TariffRow


@dataclass(slots=True)
class SpannedRow:
    """A row and the first and last edition (by index, included) that prints it."""

    row: TariffRow
    first: int
    last: int


def merged(editions: Sequence[Sequence[TariffRow]]) -> list[SpannedRow]:
    """The rows of all editions (oldest first) of one chapter, each with its span."""
    book: list[SpannedRow] = []
    for index, rows in enumerate(editions):
        book = _with_edition(book, rows, index)
    return book


def _with_edition(book: Sequence[SpannedRow], rows: Sequence[TariffRow], index: int) -> list[SpannedRow]:
    standing = [place for place, spanned in enumerate(book) if spanned.last == index - 1]
    before: dict[int, list[SpannedRow]] = {}
    matcher = SequenceMatcher(None, [book[place].row for place in standing], rows, autojunk=False)
    for kind, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            for place in standing[old_start:old_end]:
                book[place].last = index
        else:
            follower = standing[old_end] if old_end < len(standing) else len(book)
            before.setdefault(follower, []).extend(
                SpannedRow(row, index, index) for row in rows[new_start:new_end]
            )
    woven: list[SpannedRow] = []
    for place, spanned in enumerate(book):
        woven += before.get(place, [])
        woven.append(spanned)
    return woven + before.get(len(book), [])
