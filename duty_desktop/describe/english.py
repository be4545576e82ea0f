"""English descriptions taken apart, those of parts lists too ("BRG ASSY, FR WHEEL")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from duty_desktop.describe.dictionary import Abbreviation, Dictionary
from duty_desktop.describe.index import Index
from duty_desktop.describe.stems import stem
from duty_desktop.describe.understanding import WEAK, Concept, Role, strong
from duty_desktop.describe.words import STOP_WORDS

_TOKEN = re.compile(r"[a-z0-9µ][a-z0-9/&.'+-]*|[^a-z0-9\s]")
_PARTING = re.compile(r"[,;:()\n]| - ")
_WORD = re.compile(r"[a-z][a-z0-9]*(?:'[a-z]+)?")
_ROLES = {
    "for": Role.PURPOSE,
    "fits": Role.PURPOSE,
    "used": Role.PURPOSE,
    "on": Role.PURPOSE,
    "of": Role.MATERIAL,
    "in": Role.MATERIAL,
    "from": Role.MATERIAL,
    "with": Role.ADDED,
    "w": Role.ADDED,
    "without": Role.ADDED,
    "having": Role.ADDED,
    "incl": Role.ADDED,
    "including": Role.ADDED,
    "containing": Role.ADDED,
}
_LIKENESS = 86  # of 100: from here on an unknown word is taken for a slip of the keyboard


@dataclass(frozen=True, slots=True)
class _Word:
    printed: str
    stem: str
    role: Role | None  # None: before any preposition
    joined: bool = False  # by a hyphen: "rear" of "rear-view" says something


class English:
    """Takes English texts apart with the dictionary's terms and the tariff's vocabulary."""

    def __init__(self, dictionary: Dictionary, index: Index) -> None:
        self._dictionary = dictionary
        self._index = index
        self._slips: dict[str, str | None] = {}
        self._plain = {stem for phrase in dictionary.english for stem in phrase} | {
            stem for entry in dictionary.english.values() for way in entry.meanings for stem in way
        }

    def concepts(self, text: str) -> tuple[list[Concept], list[str]]:
        """The terms of a normal text, and its words that mean nothing here."""
        unknown: list[str] = []
        parts = [part for part in _PARTING.split(self._spelled_out(text)) if part.strip()]
        segments = [found for found in (list(self._words(part, unknown)) for part in parts) if found]
        if len(segments) > 1 and all(word.role is None for word in segments[0] + segments[1]):
            joined = self._inverted(segments[0], segments[1])
            if joined is not None:
                segments[:2] = [joined]
        concepts: list[Concept] = []
        has_head = False
        for segment in segments:
            found = self._terms(segment, later=has_head)
            has_head = has_head or any(concept.role is Role.HEAD for concept in found)
            concepts += found
        return concepts, unknown

    def _spelled_out(self, text: str) -> str:
        """The text with abbreviations replaced by what they stand for."""
        tokens = _TOKEN.findall(text)
        around = {stem(token.strip(".")) for token in tokens}
        shorts = self._dictionary.short
        for token in tokens:  # what one abbreviation stands for may be what another needs beside it
            for short in shorts.get(token.rstrip("."), ()):
                if not short.beside:
                    around.update(stem(word) for word in short.means[0].split())
        out = []
        for token in tokens:
            means = _meaning(shorts.get(token) or shorts.get(token.rstrip("."), ()), around)
            out.append(means or token)
        return " ".join(out)

    def _words(self, part: str, unknown: list[str]) -> Iterator[_Word]:
        role: Role | None = None
        for match in _WORD.finditer(part):
            printed = match[0]
            word = printed.partition("'")[0]
            if word in _ROLES and not (word == "on" and role is None):
                role = _ROLES[word]
            elif word not in STOP_WORDS and len(word) > 1:
                known = self._known(stem(word))
                if known is None:
                    unknown.append(printed)
                else:
                    hyphens = part[match.start() - 1 : match.start()] + part[match.end() : match.end() + 1]
                    yield _Word(printed, known, role, "-" in hyphens)

    def _known(self, word: str) -> str | None:
        """A stem that dictionary or tariff know, a slip of the keyboard righted; None for anything else."""
        if word in self._index.vocabulary or word in self._plain or word in WEAK:
            return word
        if word not in self._slips:
            self._slips[word] = self._righted(word)
        return self._slips[word]

    def _righted(self, word: str) -> str | None:
        if len(word) < 5 or not word.isalpha():
            return None
        from rapidfuzz import fuzz, process

        near = process.extractOne(word, self._index.long_words, scorer=fuzz.ratio, score_cutoff=_LIKENESS)
        return near[0] if near and near[0][0] == word[0] else None

    def _inverted(self, first: list[_Word], second: list[_Word]) -> list[_Word] | None:
        """A "gasket, cylinder head" is a cylinder head gasket when the dictionary has that term."""
        strong = [word for word in first if word.stem not in WEAK]
        joined = [word for word in second if word.stem not in WEAK] + strong
        for length in range(len(joined), len(strong), -1):
            if tuple(word.stem for word in joined[-length:]) in self._dictionary.english:
                return joined
        return None

    def _terms(self, words: list[_Word], *, later: bool) -> list[Concept]:
        """The terms of a segment, the dictionary's longest first, and their roles.

        Taken from the end, where the goods stand: a "steel ball valve" is a ball valve, not a steel ball.
        """
        concepts: list[Concept] = []
        end = len(words)
        while end > 0:
            length = self._longest(words, end)
            taken = words[end - max(length, 1) : end]
            end -= len(taken)
            role = taken[0].role or (Role.ADDED if later else Role.QUALITY)
            stems = tuple(word.stem for word in taken)
            entry = self._dictionary.english.get(stems)
            if entry is None and stems[0] in WEAK and not taken[0].joined:
                continue
            printed = " ".join(word.printed for word in taken)
            if entry is None:
                concepts.append(Concept(printed, role, (stems,)))
            else:
                meanings = strong((stems, *entry.meanings))
                concepts.append(Concept(printed, role, meanings, entry.numbers, entry.trust))
        concepts.reverse()
        if not later:
            self._choose_head(concepts)
        return concepts

    def _longest(self, words: list[_Word], end: int) -> int:
        """How many words before `end` are the dictionary's longest term there; 0 for none."""
        for length in range(min(self._dictionary.longest_english, end), 0, -1):
            taken = words[end - length : end]
            same_role = len({word.role for word in taken}) == 1
            if same_role and tuple(word.stem for word in taken) in self._dictionary.english:
                return length
        return 0

    def _choose_head(self, concepts: list[Concept]) -> None:
        """The last term before any preposition that can name goods: terms with numbers, then nouns."""
        names = [place for place, concept in enumerate(concepts) if concept.role is Role.QUALITY]
        able = [place for place in names if self._can_name(concepts[place])]
        if names:
            place = (able or names)[-1]
            concepts[place] = concepts[place].in_role(Role.HEAD)

    def _can_name(self, concept: Concept) -> bool:
        return bool(concept.numbers) or self._index.names_things(concept.meanings[0][-1])


def _meaning(shorts: tuple[Abbreviation, ...], around: set[str]) -> str:
    """What an abbreviation stands for beside these words; the choosier ones first."""
    for short in sorted(shorts, key=lambda one: not one.beside):
        if not short.beside or short.beside & around:
            return short.means[0]
    return ""
