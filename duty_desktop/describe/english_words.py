"""The words of an English description: abbreviations spelled out, slips righted, compounds parted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from duty_desktop.describe.dictionary import Abbreviation, Dictionary
from duty_desktop.describe.index import Index
from duty_desktop.describe.stems import stem
from duty_desktop.describe.understanding import WEAK, Role
from duty_desktop.describe.words import STOP_WORDS, WORD

_TOKEN = re.compile(r"[a-z0-9µ][a-z0-9/&.'+-]*|[^a-z0-9\s]")
_ROLES = {
    "for": Role.PURPOSE,
    "fits": Role.PURPOSE,
    "of": Role.MATERIAL,
    "in": Role.ADDED,
    "that": Role.ADDED,
    "which": Role.ADDED,
    "by": Role.ADDED,
    "using": Role.ADDED,
    "from": Role.MATERIAL,
    "with": Role.ADDED,
    "w": Role.ADDED,
    "having": Role.ADDED,
    "incl": Role.ADDED,
    "including": Role.ADDED,
    "containing": Role.ADDED,
    "without": Role.ABSENT,
    "not": Role.ABSENT,
    "non": Role.ABSENT,
    "excluding": Role.ABSENT,
}
_GO_ON = ("in", "of", "with")  # "not in coils"
_USED_FOR = re.compile(r"\b(?:used|designed|intended|suitable) (?:for|in|on|with|to)\b")
_BEFORE_GOODS = ("led", "lcd")  # an "LED lamp" is no diode
_DENYING = ("un", "non")
_LIKENESS = 86  # of 100: from here on an unknown word is taken for a slip of the keyboard
_SHORTEST_SLIP = 5
_SHORTEST_PART = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word with the role that the preposition before it gives; None before any.

    `joined` words stand at a hyphen: the "rear" of "rear-view" says something, that of "rear brake" does not.
    """

    printed: str
    stem: str
    role: Role | None
    joined: bool = False


class EnglishWords:
    """Reads words with the dictionary's abbreviations and the vocabulary of dictionary and tariff."""

    def __init__(self, dictionary: Dictionary, index: Index) -> None:
        self._short = dictionary.short
        self._index = index
        self._known: dict[str, tuple[str, ...]] = {}
        self._plain = {stem for phrase in dictionary.english for stem in phrase} | {
            stem for entry in dictionary.english.values() for way in entry.meanings for stem in way
        }

    def spelled_out(self, text: str) -> str:
        """A normal text with abbreviations replaced by what they stand for."""
        tokens = _TOKEN.findall(_USED_FOR.sub("for", text))
        around = {stem(token.strip(".")) for token in tokens}
        for token in tokens:  # what one abbreviation stands for may be what another needs beside it
            for short in self._of(token):
                if not short.beside:
                    around.update(stem(word) for word in short.means[0].split())
        last = len(tokens) - 1
        return " ".join(
            token
            if token in _BEFORE_GOODS and place < last
            else self._meaning(self._of(token), around) or token
            for place, token in enumerate(tokens)
        )

    def words(self, part: str, unknown: list[str]) -> Iterator[Word]:
        """The words of a part that say something; those that mean nothing are added to `unknown`."""
        role: Role | None = None
        letter, before, said = "", "", False
        for match in WORD.finditer(part):
            word = match[0].partition("'")[0]
            beside = part[match.start() - 1 : match.start()] + part[match.end() : match.end() + 1]
            if (word in _ROLES or word == "on") and "-" not in beside:
                if not (before == "not" and word == "for"):
                    role = _role_after(word, role, said=said)
                before = word
            elif len(word) == 1:
                letter = "" if word in STOP_WORDS else word
            elif word not in STOP_WORDS:
                read = self._read(match[0], letter, role, joined="-" in beside)
                if not read:
                    unknown.append(match[0])
                said = said or any(one.stem not in WEAK for one in read)
                letter, before = "", word
                yield from read

    def _read(self, printed: str, letter: str, role: Role | None, *, joined: bool) -> list[Word]:
        """The words that one word stands for, none when it means nothing; `letter` is one before it."""
        word = printed.partition("'")[0]
        lettered = f"{letter}-{stem(word)}"
        if letter and self.is_known(lettered):  # "u bolt"
            return [Word(f"{letter} {printed}", lettered, role, joined)]
        known = self.known(stem(word))
        if known:
            return [Word(printed, one, role, joined or len(known) > 1) for one in known]
        denied = self._denied(word)
        return [Word(printed, denied, Role.ABSENT)] if denied else []

    def known(self, word: str) -> tuple[str, ...]:
        """The stems that are meant: the word's own, a slip righted, a compound parted; none for others."""
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._looked_up(word)
        return found

    def _denied(self, word: str) -> str:
        """The stem of "flavored" in "unflavored"; nothing for other words."""
        for prefix in _DENYING:
            rest = stem(word.removeprefix(prefix))
            if word.startswith(prefix) and len(rest) >= _SHORTEST_PART and self.is_known(rest):
                return rest
        return ""

    def is_known(self, word: str) -> bool:
        """Whether dictionary or tariff use a stem."""
        return word in self._index.vocabulary or word in self._plain

    def _looked_up(self, word: str) -> tuple[str, ...]:
        if self.is_known(word) or word in WEAK:
            return (word,)
        if not word.isalpha():
            return ()
        for place in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            parts = stem(word[:place]), stem(word[place:])
            if all(part in self._index.vocabulary for part in parts):
                return parts
        if self._denied(word):
            return ()
        righted = self._righted(word)
        return () if righted is None else (righted,)

    def _righted(self, word: str) -> str | None:
        if len(word) < _SHORTEST_SLIP:
            return None
        from rapidfuzz import fuzz, process

        near = process.extractOne(word, self._index.long_words, scorer=fuzz.ratio, score_cutoff=_LIKENESS)
        return near[0] if near and near[0][0] == word[0] else None

    def _meaning(self, shorts: tuple[Abbreviation, ...], around: set[str]) -> str:
        """What an abbreviation stands for beside these words: the first meaning whose words are known.

        Choosier abbreviations come first.
        """
        for short in sorted(shorts, key=lambda one: not one.beside):
            if not short.beside or short.beside & around:
                known = (one for one in short.means if all(map(self.known, map(stem, one.split()))))
                return next(known, short.means[0])
        return ""

    def _of(self, token: str) -> tuple[Abbreviation, ...]:
        found = self._short.get(token) or self._short.get(token.rstrip("."))
        if not found and "-" in token:  # "spcc-sd", "a5052p-h34"
            first = token.partition("-")[0]
            found = None if self.is_known(stem(first)) else self._short.get(first)
        return found or ()


def _role_after(word: str, role: Role | None, *, said: bool) -> Role | None:
    """The role of what follows a preposition, after the role before; `said`: goods were named before it."""
    if word == "on":
        return role and Role.PURPOSE
    if role is Role.ABSENT and word in _GO_ON:
        return role
    return _ROLES[word] if said or word != "of" else role  # "a set of screwdriver bits" is of bits
