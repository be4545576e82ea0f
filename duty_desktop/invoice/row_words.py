"""What the words of a row say it is: a total, a charge, the end of the table, an origin for others."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from duty_desktop.invoice.cells.numbers import currency_of
from duty_desktop.invoice.sheet import Cell
from duty_desktop.invoice.text import key, plain, split_brackets
from duty_desktop.invoice.vocabulary import vocabulary
from duty_desktop.lines.reading import ChargeKind

TOTALS = frozenset(("total", "subtotal", "carried"))
CHARGES = frozenset(kind.value for kind in ChargeKind)


LONGEST_DITTO = 20


class Certainty(Enum):
    """How surely words name a kind of row: the whole text, its beginning, or only somewhere in it."""

    WHOLE = 3
    START = 2
    INSIDE = 1


@dataclass(frozen=True, slots=True)
class RowWord:
    """A kind of row (a total, a charge, "stop") and how surely the words say so."""

    kind: str
    certainty: Certainty

    @property
    def is_total(self) -> bool:
        """A total of any sort."""
        return self.kind in TOTALS

    @property
    def is_charge(self) -> bool:
        """A charge of any kind."""
        return self.kind in CHARGES


_BEFORE, _BEHIND = " *・-:：.,([", " *・-:：.,)]"
_CHARGED = re.compile(r"\s+(?:charges?|costs?|fees?|expenses?)$", re.IGNORECASE)
_CHARGE_NOUN = re.compile(
    r"\b(?:charges?|fees?|costs?|expenses?|surcharges?|premium)\W*$|(?:費|費用|料)\W*$", re.IGNORECASE
)
_FREE_BESIDE = re.compile(r"[()/,;:]+")
_PERCENT = re.compile(r"[@(]?\s*[-▲]?\d+(?:\.\d+)?\s*%\s*\)?")


@lru_cache(maxsize=65_536)
def row_word(text: str) -> RowWord | None:
    """The kind of row a text names, or None."""
    flat = plain(text).lstrip(_BEFORE).rstrip(_BEHIND)
    if not flat or len(flat) > 120:
        return None
    exact = vocabulary().rows.exact
    # Brackets go before the edges do: "合計(消費税込)" is a total, whatever its bracket names.
    outside = split_brackets(text)[0].lstrip(_BEFORE).rstrip(_BEHIND) or flat
    words = (_PERCENT.sub(" ", outside) if "%" in outside else outside).split()
    bare = " ".join(word for word in words if not currency_of(word.strip(".:,")))
    head, _, rest = bare.partition(":")
    # "Less: deposit received" is a deposit; "Total: 5 cases" is a total.
    lessened = rest if exact.get(key(head)) == "discount" else ""
    for candidate in (flat, outside, bare, lessened, head, _CHARGED.sub("", bare)):
        if kind := exact.get(key(candidate)):
            return RowWord(kind, Certainty.WHOLE)
    return _partial(bare)


def _partial(text: str) -> RowWord | None:
    known = vocabulary().rows
    found = known.contained(text)
    if found is None:
        return None
    kind, words = found
    share = len(key(words)) / max(1, len(key(text)))
    start = key(text).startswith(key(words))
    if share >= 0.7 or (start and kind in TOTALS):
        return RowWord(kind, Certainty.START)
    if kind in ("stop", "carried") and not start:
        return None
    # 特別運送費, "export packing fee": what a compound is stands at its end.
    sure = start or (kind in CHARGES and key(text).endswith(key(words)) and ends_as_charge(text))
    return RowWord(kind, Certainty.START if sure else Certainty.INSIDE)


def ends_as_charge(text: str) -> bool:
    """Whether words end in a noun that only charges have: 料, 費, fee."""
    return bool(_CHARGE_NOUN.search(plain(text)))


def is_ditto(text: str) -> bool:
    """A mark for "as above", whatever spaces stand around it."""
    bare = text.strip()
    return len(bare) <= LONGEST_DITTO and (bare in ditto_marks() or plain(bare).lower() in ditto_marks())


def holds_ditto(cells: Iterable[Cell]) -> bool:
    """Whether any of many cells is such a mark, with a few spaces around it at most."""
    return not ditto_marks_in_spaces().isdisjoint(cells)


@cache
def ditto_marks() -> frozenset[str]:
    """The marks in small and capital letters."""
    words = vocabulary().values["ditto"]
    return frozenset(form for word in words for form in (word, word.upper(), word.capitalize()))


@cache
def ditto_marks_in_spaces() -> frozenset[str]:
    """The marks as cells hold them, centred by spaces at times."""
    pads = ("", " ", "\u3000", "  ", "\u3000\u3000")
    return frozenset(f"{left}{mark}{right}" for mark in ditto_marks() for left in pads for right in pads)


def is_free(text: str) -> bool:
    """Words for goods without charge."""
    flat = plain(text).lower()
    free = vocabulary().values["free"]
    return flat in free or any(word in free for word in _FREE_BESIDE.split(flat) if word)


def is_nothing(text: str) -> bool:
    """A mark or word for "no value here"."""
    return plain(text).lower() in vocabulary().values["none"]
