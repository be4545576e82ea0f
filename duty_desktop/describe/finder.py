"""Finding numbers of the tariff for descriptions, English or Japanese, on an entry date."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np

from duty_desktop.describe.bearings import WORDS, ball_bearing_sizes
from duty_desktop.describe.candidates import Brief, Candidate, Found
from duty_desktop.describe.confidence import confidence
from duty_desktop.describe.dictionary import Dictionary, read_dictionary
from duty_desktop.describe.duty_shares import duty_shares
from duty_desktop.describe.english import English
from duty_desktop.describe.grades import grade_of
from duty_desktop.describe.half_typed import HalfTyped, Reading, joined
from duty_desktop.describe.implied import implied
from duty_desktop.describe.index import Index
from duty_desktop.describe.index_store import load_index
from duty_desktop.describe.japanese import Japanese, has_japanese
from duty_desktop.describe.limits import cut_to_length, sizes_of
from duty_desktop.describe.materials import settled
from duty_desktop.describe.metals import in_its_form, materials_of, metal_of, workings
from duty_desktop.describe.reasons import reasons
from duty_desktop.describe.scoring import Scores, score
from duty_desktop.describe.sentences import short
from duty_desktop.describe.separating import separations
from duty_desktop.describe.stems import stem
from duty_desktop.describe.understanding import (
    WEAK,
    Concept,
    Role,
    Understood,
    is_material,
    of_metal,
    speaks_of_parts,
    with_head,
)
from duty_desktop.describe.words import normal, stems_of
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.renumbered import ended_in_words
from duty_desktop.terms.hts_number import digits
from duty_desktop.terms.resources import resource_folder

LIMIT = 10
_LONGEST = 1500  # signs of a description; what stands behind them are terms and conditions, not goods
_COUNTED = re.compile(r"\b\d+[ -]?cylinders?\b|(?<=[a-z] machine) parts\b")  # they name no goods
_SAME_LINE, _SAME_SUBHEADING = 0.12, 0.08  # what a further number of the same 8 or 6 digits must be better by
_LOOKED_AT = 120
_COIL = (stem("coil"),)
_WHOLE = 2.2  # the score of a number for which everything speaks


class Finder:
    """Finds numbers under one law; the words of each edition are loaded when first asked for.

    `cache` is the folder where they are kept (the user's own cache folder when not given).
    """

    def __init__(self, law: Law, *, cache: Path | None = None, dictionary: Dictionary | None = None) -> None:
        """Raises DictionaryError when the dictionary cannot be read."""
        self.law = law
        self._cache = cache
        self._dictionary = dictionary or read_dictionary(resource_folder() / "words")
        self._japanese = Japanese(self._dictionary)
        self._indexes: dict[date, tuple[Index, English]] = {}
        self._half_typed: dict[Index, HalfTyped] = {}

    def find(
        self,
        description: str,
        on: date,
        *,
        hint: str = "",
        limit: int = LIMIT,
        origin: str | None = None,
        typing: bool = False,
    ) -> Found:
        """The candidates for a description on an entry date, best first; any text is allowed.

        `hint`: a number of which at least the first six digits (or four) are held to be right. `typing`: the
        last word may be half typed. Raises TariffDataError when the tariff cannot be read.
        """
        index, _ = self._index(on)
        known = self.known_digits(hint, on)
        readings = self._readings(description, on, known) if typing else []
        if readings:
            return self._find_half_typed(description, on, readings, known, limit, origin)
        understood = self.understand(description, on)
        if not understood.concepts and not known:
            return Found(description, on, (), (), 0.0, 0.0, understood.unknown)
        scores = score(understood, index, known)
        order = _diverse(index, scores, limit)
        candidates = self._candidates(order, understood, scores, on, known, origin)
        sure = confidence(understood, index, scores, known)
        chains = {candidate.number: candidate.chain for candidate in candidates[:5]}
        return Found(description, on, candidates, separations(chains), *sure, understood.unknown)

    def _readings(self, description: str, on: date, known: str) -> list[Reading]:
        """The ways to read a half-typed description, that as it stands first; none of a whole one."""
        index, _ = self._index(on)
        half_typed = self._half_typed.get(index)
        if half_typed is None:
            half_typed = self._half_typed[index] = HalfTyped(self._dictionary, index, self._japanese)
        completions = half_typed.completions(description)
        if not completions or len(description) > _LONGEST:
            return []
        as_it_stands = half_typed.trust_as_it_stands(description)
        ways = [(self.understand(description, on), as_it_stands)]
        ways += [(self.understand(one.text, on), one.trust) for one in completions]
        return [Reading(way, score(way, index, known), trust) for way, trust in ways if way.concepts]

    def _find_half_typed(
        self,
        description: str,
        on: date,
        readings: Sequence[Reading],
        known: str,
        limit: int,
        origin: str | None,
    ) -> Found:
        """The candidates of all readings together, each with the reasons of the reading that found it."""
        index, _ = self._index(on)
        total, places = joined(readings)
        order = _diverse(index, replace(readings[0].scores, total=total), limit)
        found: dict[str, Candidate] = {}
        for place, one in enumerate(readings):
            own = {leaf: value for leaf, value in order.items() if places[leaf] == place}
            candidates = self._candidates(own, one.understood, one.scores, on, known, origin)
            found.update((candidate.number, candidate) for candidate in candidates)
        ranked = tuple(found[number] for number in (index.numbers[leaf] for leaf in order) if number in found)
        best = readings[int(places[int(np.argmax(total))])]
        ten, six = confidence(best.understood, index, best.scores, known)
        sure = round(best.trust * ten, 3), round(best.trust * six, 3)
        unknown = set(best.understood.unknown).intersection(*(one.understood.unknown for one in readings))
        asked = separations({candidate.number: candidate.chain for candidate in ranked[:5]})
        return Found(description, on, ranked, asked, *sure, tuple(sorted(unknown)))

    def find_briefly(
        self, description: str, on: date, *, hint: str = "", limit: int = LIMIT, origin: str | None = None
    ) -> list[Brief]:
        """The same candidates with number, score and class only: for many descriptions."""
        index, _ = self._index(on)
        known = self.known_digits(hint, on)
        understood = self.understand(description, on)
        if not understood.concepts and not known:
            return []
        scores = score(understood, index, known)
        order = _diverse(index, scores, limit)
        shares = duty_shares(self.law, [index.numbers[leaf] for leaf in order], on, origin)
        return [
            Brief(index.numbers[leaf], value, share.category)
            for (leaf, value), share in zip(order.items(), shares, strict=True)
        ]

    def rank(
        self,
        numbers: Sequence[str],
        description: str,
        on: date,
        *,
        limit: int = LIMIT,
        origin: str | None = None,
    ) -> tuple[Candidate, ...]:
        """Some numbers of the tariff as candidates: those that fit the description best first.

        Numbers that fit equally stay in their order; those that the edition does not have are left out.
        """
        index, _ = self._index(on)
        understood = self.understand(description, on)
        scores = score(understood, index)
        leaves = [leaf for leaf in map(index.leaf_of, numbers) if leaf is not None]
        leaves.sort(key=lambda leaf: -round(float(scores.total[leaf]), 3))
        order = {leaf: _as_share(float(scores.total[leaf])) for leaf in leaves[:limit]}
        return self._candidates(order, understood, scores, on, "", origin)

    def understand(self, description: str, on: date) -> Understood:
        """A description taken apart."""
        _, english = self._index(on)
        text = normal(description[:_LONGEST])
        beside: list[str] = []
        if not has_japanese(text):
            text = short(text)
            concepts, unknown = english.concepts(_COUNTED.sub(" ", text))
        else:
            concepts, unknown, latin = self._japanese.concepts(text)
            beside += self._japanese.parts_of(concepts)
            if latin:
                added, unknown_too = english.concepts(" , ".join(latin))
                concepts += [one.in_role(_beside(one)) if concepts else one for one in added]
                unknown += unknown_too
        if concepts and cut_to_length(text):
            concepts.append(Concept("", Role.ABSENT, (_COIL,)))
        terms, materials, materials_beside = settled(of_metal(with_head(concepts)), self._japanese.wider)
        said = stems_of(text)
        beside += [word for word in said if word in WEAK]
        bearing = ball_bearing_sizes(text, concepts)
        beside += WORDS if bearing else ()
        grade = grade_of(text)
        beside += grade.says
        metal = metal_of(text)
        words = {*said, *beside}.union(*(term.meanings[0] for term in terms if term.meanings))
        return Understood(
            text=description,
            concepts=in_its_form(terms, metal, words),
            sizes=(*sizes_of(normal(description[:_LONGEST])), *bearing, *grade.shares),
            unknown=tuple(word for word in unknown if not any(map(str.isdigit, word))),
            materials=materials or materials_of(metal),
            metal=metal,
            worked=workings(words),
            materials_beside=materials_beside,
            implied=implied(terms, said),
            of_parts=speaks_of_parts(text),
            beside=tuple(beside),
        )

    def scores(self, understood: Understood, on: date, known: str = "") -> tuple[Index, Scores]:
        """Every number's score for a description, for those who look at one number."""
        index, _ = self._index(on)
        return index, score(understood, index, known)

    def _index(self, on: date) -> tuple[Index, English]:
        day = self.law.nomenclature.edition(on).from_
        if day not in self._indexes:
            index = load_index(self.law.nomenclature, on, self._cache)
            self._indexes[day] = index, English(self._dictionary, index)
        return self._indexes[day]

    def known_digits(self, hint: str, on: date) -> str:
        """The longest beginning of a hint that the tariff has, of 4 digits or more; else nothing."""
        given = digits(hint)
        prefixes = (given[:length] for length in (10, 8, 6, 4) if length <= len(given))
        return next((one for one in prefixes if self.law.nomenclature.exists_prefix(one, on)), "")

    def _candidates(
        self,
        order: Mapping[int, float],
        understood: Understood,
        scores: Scores,
        on: date,
        known: str,
        origin: str | None,
    ) -> tuple[Candidate, ...]:
        index, _ = self._index(on)
        numbers = [index.numbers[leaf] for leaf in order]
        shares = duty_shares(self.law, numbers, on, origin)
        found = []
        for leaf, number, share in zip(order, numbers, shares, strict=True):
            line = self.law.nomenclature.line(number, on)
            if line is None:
                continue
            beside = self.law.nomenclature.continuations(number[:8], on)
            ended = self.law.nomenclature.renumbered(number, on)
            told = () if ended is None else (ended_in_words(number, ended.successors),)
            found.append(
                Candidate(
                    number=number,
                    chain=line.chain,
                    general=line.general,
                    score=order[leaf],
                    category=share.category,
                    duty_min_pct=share.low_pct,
                    duty_max_pct=share.high_pct,
                    reasons=(*told, *reasons(understood, index, scores, leaf, line.chain, known)),
                    breakouts=tuple(other for other in beside if other != number),
                )
            )
        return tuple(found)


def _beside(concept: Concept) -> Role:
    """The role of a term in Latin letters beside Japanese ones."""
    if concept.role is Role.ABSENT:
        return concept.role
    return Role.MATERIAL if is_material(concept) else Role.ADDED


def _as_share(score: float) -> float:
    """A score as a share of that of a number for which everything speaks."""
    return round(min(1.0, max(0.0, score / _WHOLE)), 4)


def _diverse(index: Index, scores: Scores, limit: int) -> dict[int, float]:
    """The best numbers with their scores from 0 to 1, best first.

    A further number of the same line loses by it: the candidates shall show what else may be meant.
    """
    count = min(len(index), max(_LOOKED_AT, limit))
    top = np.argpartition(-scores.total, count - 1)[:count]
    left = {int(leaf): float(scores.total[leaf]) for leaf in sorted(top.tolist())}
    left = {leaf: value for leaf, value in left.items() if value > 0}
    chosen: dict[int, float] = {}
    while left and len(chosen) < limit:
        best = max(left, key=lambda leaf: (left[leaf], -leaf))
        chosen[best] = _as_share(left.pop(best))
        number = index.numbers[best]
        for leaf in left:
            if index.numbers[leaf].startswith(number[:6]):
                left[leaf] -= _SAME_LINE if index.numbers[leaf].startswith(number[:8]) else _SAME_SUBHEADING
    return chosen
