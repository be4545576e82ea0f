"""The last word of a description that is being typed: which words of dictionary and tariff it may become.

A description with a half-typed end is read in several ways: as it stands, and with the most telling words
that begin as its end does. Each way is looked for like any description, and counts a little less than whole
words do.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import pairwise
from math import log2

import numpy as np

from duty_desktop.describe.dictionary import Dictionary, written
from duty_desktop.describe.index import Floats, Index
from duty_desktop.describe.japanese import Japanese, has_japanese
from duty_desktop.describe.scoring import Scores
from duty_desktop.describe.stems import stem
from duty_desktop.describe.understanding import WEAK, Understood
from duty_desktop.describe.words import STOP_WORDS, WORD, normal

_MOST = 8  # completions looked for
_LEAST_LETTERS, _LEAST_KANA = 2, 2  # of a beginning; one kanji is enough
_LAST_WORD = re.compile(r"[a-z][a-z/']*$")
_WORD_BEFORE = re.compile(r"([a-z]+)[\s-]+$")
_LAST_CHUNK = re.compile(r"[^\s、。,，/()\[\]【】「」『』:;]+$")
_KANA = re.compile(r"[ぁ-んァ-ヶー]+")
_JOINING = ("for", "with", "from", "without", "having", "including", "containing", "using", "which")
_ENDINGS = ("ing", "ies", "ed", "es")
_LAST = "\U0010ffff"

_AS_IT_STANDS = 0.8  # how much a reading without the half-typed word counts,
_WORD_JOINS = 1.0  # and when that word is probably a preposition
_FITS_BEFORE = 0.1  # more for a completion that makes a term with what stands before it
_LIKELIEST, _LEAST_LIKELY = 0.85, 0.65
_NAMES_GOODS = 2.0  # of a Japanese term's weight
_OF_SHORT = 0.5  # of the weight of the word that it stands for


@dataclass(frozen=True, slots=True)
class Completion:
    """A whole description that a half-typed one may become, and how far to trust it, from 0 to 1."""

    text: str
    trust: float


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a description, with the scores of all numbers for it."""

    understood: Understood
    scores: Scores
    trust: float


def joined(readings: Sequence[Reading]) -> tuple[Floats, "np.typing.NDArray[np.intp]"]:
    """For every number the best score of all readings, and the place of the reading that gives it."""
    totals = np.stack([one.scores.total * np.float32(one.trust) for one in readings])
    return totals.max(axis=0), totals.argmax(axis=0)


class HalfTyped:
    """Knows all words of dictionary and tariff by their beginnings."""

    def __init__(self, dictionary: Dictionary, index: Index, japanese: Japanese) -> None:
        self._dictionary, self._index, self._japanese = dictionary, index, japanese
        self._printed = _printed(dictionary, index)
        self._words = _weights(dictionary, index, self._printed)
        self._sorted = sorted(self._words)
        self._sorted_japanese = sorted(dictionary.japanese)
        names = (*dictionary.english, *index.names)
        self._pairs = {pair for name in names for pair in pairwise(name)}

    def completions(self, description: str) -> tuple[Completion, ...]:
        """What a description may become, the likeliest first; nothing when its last word is whole.

        A word is whole when something stands behind it, or when it names something by itself.
        """
        text = normal(description)
        chunk = _LAST_CHUNK.search(text)
        if chunk is None or description[-1].isspace():
            return ()
        if has_japanese(chunk[0]):
            return self._japanese_ones(text[: chunk.start()], written(chunk[0]))
        word = _LAST_WORD.search(text)
        return () if word is None else self._english_ones(text[: word.start()], word[0])

    def trust_as_it_stands(self, description: str) -> float:
        """How far to trust a half-typed description without its last word."""
        word = _LAST_WORD.search(normal(description))
        joins = word is not None and any(one.startswith(word[0]) for one in _JOINING)
        return _WORD_JOINS if joins else _AS_IT_STANDS

    def _english_ones(self, before: str, word: str) -> tuple[Completion, ...]:
        if len(word) < _LEAST_LETTERS or self._is_whole(word):
            return ()
        follows = _WORD_BEFORE.search(before)
        last = stem(follows[1]) if follows else ""
        begun = {
            one: self._words[one]
            for one in (*_beginning(self._sorted, word), *self._inflected(word))
            if one != word
        }
        fits = {one for one in begun if (last, stem(one)) in self._pairs}
        best = nlargest(_MOST, begun, key=lambda one: (one in fits, begun[one], one))
        most = max(begun.values(), default=1.0)
        return tuple(
            Completion(before + one, _trust(begun[one] / most) + (_FITS_BEFORE if one in fits else 0.0))
            for one in best
        )

    def _is_whole(self, word: str) -> bool:
        """Whether a word names something, or is one of those that tell nothing of goods."""
        one = stem(word)
        entry = self._dictionary.english.get((one,))
        if (entry is not None and entry.numbers) or word in self._dictionary.short:
            return True
        if self._words.get(word + "e", 0.0) > self._words.get(word, 0.0):
            return False  # the tariff has it as the stem of a longer word: "brak" of "braking"
        return self._index.names_things(one) or word in WEAK or word in STOP_WORDS

    def _inflected(self, word: str) -> Iterator[str]:
        """Known words whose plural or -ing is half typed: "batterie", "heatin"."""
        for ending in _ENDINGS:
            for typed in range(1, len(ending)):
                whole = stem(word + ending[typed:])
                known = self._printed.get(whole)
                if word.endswith(ending[:typed]) and known in self._words:
                    yield known

    def _japanese_ones(self, before: str, chunk: str) -> tuple[Completion, ...]:
        """First with the longest end of the chunk that begins terms, then with shorter ones.

        None is shorter than what is not understood of it.
        """
        begun = self._begun(chunk)
        weights: dict[str, float] = {}
        for start in range(len(chunk) - begun + 1 if begun else 0):
            beginning = chunk[start:]
            if len(beginning) < _LEAST_KANA and _KANA.fullmatch(beginning):
                continue
            terms = [one for one in _beginning(self._sorted_japanese, beginning) if one != beginning]
            ranked = nlargest(_MOST - len(weights), self._different(terms).items(), key=lambda one: one[1])
            most = max((weight for _, weight in ranked), default=1.0)
            weights.update((before + chunk[:start] + term, weight / most) for term, weight in ranked)
            if len(weights) >= _MOST:
                break
        return tuple(Completion(text, _trust(weight)) for text, weight in weights.items())

    def _begun(self, chunk: str) -> int:
        """How many of a chunk's last signs are no term, or one of a single sign that names no goods."""
        concepts, unknown, _ = self._japanese.concepts(chunk)
        if unknown and chunk.endswith(unknown[-1]):
            return len(unknown[-1])
        last = concepts[-1].printed if concepts else ""
        if not last or not chunk.endswith(last):
            return 0
        entry = self._dictionary.japanese.get(last)
        return 0 if entry is not None and (entry.numbers or len(last) > 1) else len(last)

    def _different(self, terms: Iterable[str]) -> dict[str, float]:
        """Terms with their weights: of several writings of one thing the one that more terms go on from."""
        best: dict[tuple[str, ...], tuple[float, str]] = {}
        for term in terms:
            if term + "ー" in self._dictionary.japanese:
                continue  # モータ is kept beside モーター
            entry = self._dictionary.japanese[term]
            going_on = len(_beginning(self._sorted_japanese, term))
            weight = log2(1 + going_on) + (_NAMES_GOODS if entry.numbers else 0.0)
            thing = entry.numbers[:1] or entry.words
            best[thing] = max(best.get(thing, (0.0, "")), (weight, term))
        return {term: weight for weight, term in best.values()}


def _trust(share: float) -> float:
    """The trust in a completion that has a share of the weight of the weightiest."""
    return _LEAST_LIKELY + (_LIKELIEST - _LEAST_LIKELY) * share


def _beginning(words: Sequence[str], beginning: str) -> Sequence[str]:
    """Of sorted words those that begin so."""
    return words[bisect_left(words, beginning) : bisect_left(words, beginning + _LAST)]


def _printed(dictionary: Dictionary, index: Index) -> dict[str, str]:
    """Every stem of tariff and dictionary with a word that has it: the shortest that people write."""
    printed: dict[str, str] = {}
    for entry in dictionary.english.values():
        for word in WORD.findall(entry.term.lower()):
            known = printed.setdefault(stem(word), word)
            if len(word) < len(known):
                printed[stem(word)] = word
    for one in index.vocabulary:
        if one not in printed and len(one) > 1:
            printed.update({stem(way): way for way in (one + "e", one) if stem(way) == one})
    return printed


def _weights(dictionary: Dictionary, index: Index, printed: Mapping[str, str]) -> dict[str, float]:
    """Every word that can be looked for, with its weight: how much in tariff and dictionary goes by it."""
    terms = Counter(one for term in dictionary.english for one in set(term))
    rows = dict(zip(index.vocabulary, np.diff(index.arrays.starts).tolist(), strict=True))
    words = {
        word: log2(1 + rows.get(one, 0)) + log2(1 + terms[one])
        for one, word in printed.items()
        if one in rows or one in terms
    }
    for short, meanings in dictionary.short.items():
        meant = printed.get(stem(meanings[0].means[0].split()[-1]), "")
        if short not in words and meant in words and not meanings[0].beside:
            words[short] = _OF_SHORT * words[meant]
    return words
