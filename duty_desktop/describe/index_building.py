"""Building the index of one edition from the rows of the tariff; the same rows give the same arrays."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log
from typing import Any

import numpy as np
import numpy.typing as npt

from duty_desktop.describe.index import IndexArrays
from duty_desktop.describe.limits import Limit, limits_of
from duty_desktop.describe.words import (
    CONDITION,
    NAMES,
    Phrase,
    headings_named,
    is_residual,
    normal,
    phrases,
)
from duty_desktop.tariff.chapter_file import TariffRow

_REFERRED = 0.4  # what a heading names that a row refers to
_MOST_REFERRED = 8
_LONGEST_NAME = 4
_ADJECTIVES = frozenset(("wood", "paper", "glass", "rubber", "stone", "lead", "tin", "silk", "leather"))
_ASKED_ANEW = frozenset(
    ("part", "accessory", "used")
)  # "Parts" under "Chain and parts thereof" are not chain
_BEFORE_A_NAME = 0.9  # the "blanket" of blanket sleepers
_AS_ADJECTIVE = 0.5  # not more than a row must say to be of a material


@dataclass(slots=True)
class _Book:
    """The rows read so far."""

    parent: list[int] = field(default_factory=list)
    depth: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    heading: list[str] = field(default_factory=list)
    named: dict[str, str] = field(default_factory=dict)


def build_index(rows: Iterable[TariffRow]) -> IndexArrays:
    """The index of the rows of one edition, given in the order of the book."""
    book = _read(rows)
    node_phrases = [_phrases(book, node) for node in range(len(book.texts))]
    limits = [(node, limit) for node, text in enumerate(book.texts) for limit in limits_of(normal(text))]
    words = _word_arrays(book, node_phrases)
    leaves = _leaves(book)
    parts = _parts(book)
    kinds = sorted({_kind(limit) for _, limit in limits})
    limited = np.zeros(len(book.texts), np.bool_)
    limited[[node for node, _ in limits]] = True
    return IndexArrays(
        parent=np.array(book.parent, np.int32),
        depth=np.array(book.depth, np.int32),
        residual=np.array([is_residual(text) for text in book.texts], np.bool_),
        limited=limited,
        other=np.array([_is_other(text) for text in book.texts], np.bool_),
        leaf_node=np.array(leaves, np.int32),
        leaf_number=np.array([book.numbers[node].encode() for node in leaves], "S10"),
        limit_node=np.array([node for node, _ in limits], np.int32),
        limit_kind=np.array([kinds.index(_kind(limit)) for _, limit in limits], np.int32),
        limit_low=np.array([limit.low for _, limit in limits], np.float64),
        limit_high=np.array([limit.high for _, limit in limits], np.float64),
        limit_included=np.array(
            [limit.low_included + 2 * limit.high_included for _, limit in limits], np.int32
        ),
        part_node=np.array([node for node, _, _ in parts], np.int32),
        part_heading=np.array([heading.encode() for _, heading, _ in parts], "S4"),
        part_place=np.array([book.heading[node].encode() for node, _, _ in parts], "S4"),
        part_elsewhere=np.array([book.heading[node] != heading for node, heading, _ in parts], np.bool_),
        part_below=np.array([below for _, _, below in parts], np.bool_),
        kinds=np.array([kind.encode() for kind in kinds], "S40"),
        **words,
    )


def _is_other(text: str) -> bool:
    return text[:6].lower() == "other " and not is_residual(text)


def _kind(limit: Limit) -> str:
    return f"{limit.measures}/{limit.dimension}"


def _read(rows: Iterable[TariffRow]) -> _Book:
    """Rows with their parents, found by the indents; a heading's row gives the heading of all below."""
    book = _Book()
    standing: list[tuple[int, int]] = []
    heading = ""
    for row in rows:
        indent = int(row.indent)
        while standing and standing[-1][0] >= indent:
            standing.pop()
        node = len(book.texts)
        if row.number and not standing:
            heading = row.number[:4]
        book.parent.append(standing[-1][1] if standing else -1)
        book.depth.append(len(standing))
        book.texts.append(row.description)
        book.numbers.append(row.number)
        book.heading.append(row.number[:4] or heading)
        if row.number:
            book.named.setdefault(row.number, row.description)
        standing.append((indent, node))
    return book


def _leaves(book: _Book) -> list[int]:
    """The nodes of ten-digit numbers, and of 8-digit ones that have none below."""
    parted = {number[:8] for number in book.numbers if len(number) == 10}
    return [
        node
        for node, number in enumerate(book.numbers)
        if len(number) == 10 or (len(number) == 8 and number not in parted)
    ]


def _phrases(book: _Book, node: int) -> list[Phrase]:
    """The phrases of a row, and more weakly those of the headings it refers to."""
    text = book.texts[node]
    own = phrases(text)
    for number in headings_named(text)[:_MOST_REFERRED]:
        referred = book.named.get(number)
        if referred is not None and number[:4] != book.heading[node]:
            own += [Phrase(phrase.stems, _REFERRED) for phrase in phrases(referred) if phrase.weight == NAMES]
    return own


def _word_arrays(book: _Book, node_phrases: list[list[Phrase]]) -> dict[str, npt.NDArray[Any]]:
    headings: dict[str, set[str]] = {}
    for node, own in enumerate(node_phrases):
        for phrase in own:
            for stem in phrase.stems:
                headings.setdefault(stem, set()).add(book.heading[node])
    count = len(set(book.heading))
    rarity = {stem: log(1 + count / len(found)) for stem, found in headings.items()}
    stems = sorted(rarity)
    postings: dict[str, list[tuple[int, float, bool]]] = {stem: [] for stem in stems}
    above: list[frozenset[str]] = []
    nodes: list[int] = []
    weights: list[float] = []
    masses: list[float] = []
    for node, own in enumerate(node_phrases):
        parent = book.parent[node]
        known = above[parent] if parent >= 0 else frozenset()
        for phrase in own:
            for stem in phrase.stems:
                is_new = stem not in known and phrase.weight > 0
                weight = phrase.weight if _is_said(stem, phrase) else _AS_ADJECTIVE
                if weight == NAMES and stem != phrase.stems[-1]:
                    weight = _BEFORE_A_NAME
                postings[stem].append((len(nodes), weight, is_new))
            nodes.append(node)
            weights.append(phrase.weight)
            masses.append(sum(rarity[stem] for stem in phrase.stems if stem not in known))
        said = known.union(*(phrase.stems for phrase in own if phrase.weight >= CONDITION))
        above.append(said - _ASKED_ANEW)
    flat = [posting for stem in stems for posting in postings[stem]]
    longest = max(map(len, stems), default=1)
    names = sorted(
        {
            " ".join(phrase.stems)
            for own in node_phrases
            for phrase in own
            if phrase.weight == NAMES and 2 <= len(phrase.stems) <= _LONGEST_NAME
        }
    )
    return {
        "phrase_node": np.array(nodes, np.int32),
        "phrase_weight": np.array(weights, np.float32),
        "phrase_mass": np.array(masses, np.float32),
        "stems": np.array([stem.encode() for stem in stems], f"S{longest}"),
        "rarity": np.array([rarity[stem] for stem in stems], np.float32),
        "noun": np.array(_nouns(stems, node_phrases), np.float32),
        "names": np.array([name.encode() for name in names]),
        "starts": np.cumsum([0, *(len(postings[stem]) for stem in stems)], dtype=np.int32),
        "posting_phrase": np.array([place for place, _, _ in flat], np.int32),
        "posting_weight": np.array([weight for _, weight, _ in flat], np.float32),
        "posting_new": np.array([is_new for _, _, is_new in flat], np.bool_),
    }


def _is_said(stem: str, phrase: Phrase) -> bool:
    """Whether a word says its thing: wood screws are not of wood, glass furnaces not of glass."""
    return phrase.weight != NAMES or stem not in _ADJECTIVES or stem == phrase.stems[-1]


def _parts(book: _Book) -> list[tuple[int, str, bool]]:
    """Rows of parts with each heading whose goods they are parts of: named in the row, else their own.

    Below a row of parts too (True), where a row names headings: "For machines of heading 8464".
    """
    found: list[tuple[int, str, bool]] = []
    of_parts: set[int] = set()
    for node, text in enumerate(book.texts):
        is_parts = re.match(r"(?:other )?parts\b", text, re.IGNORECASE) is not None
        below = book.parent[node] in of_parts
        if is_parts or below:
            of_parts.add(node)
            named = dict.fromkeys(number[:4] for number in headings_named(text))
            above = node
            while is_parts and not named and book.parent[above] >= 0:
                above = book.parent[above]
                if re.match(r"(?:other )?parts\b", book.texts[above], re.IGNORECASE):
                    named = dict.fromkeys(number[:4] for number in headings_named(book.texts[above]))
            found += [
                (node, heading, not is_parts)
                for heading in named or ((book.heading[node],) if is_parts else ())
            ]
    return found


def _nouns(stems: list[str], node_phrases: list[list[Phrase]]) -> list[float]:
    """For each stem how often it is the last word of a name among the names it stands in."""
    last, all_ = Counter[str](), Counter[str]()
    for own in node_phrases:
        for phrase in own:
            if phrase.weight == NAMES:
                last[phrase.stems[-1]] += 1
                all_.update(phrase.stems)
    return [last[stem] / all_[stem] if all_[stem] else 0.0 for stem in stems]
