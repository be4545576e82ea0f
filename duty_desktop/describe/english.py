"""English descriptions taken apart, those of parts lists too ("BRG ASSY, FR WHEEL")."""

import re
from dataclasses import replace
from itertools import pairwise, zip_longest

from duty_desktop.describe.dictionary import Dictionary
from duty_desktop.describe.english_words import EnglishWords, Word
from duty_desktop.describe.index import Index
from duty_desktop.describe.stems import stem
from duty_desktop.describe.understanding import (
    FORMS,
    MATERIALS,
    METALS,
    WEAK,
    Concept,
    Role,
    as_fuel,
    is_material,
    strong,
)

_SURELY = 2
_KIND = "type"
_COATED = frozenset((stem(word),) for word in ("plated", "coated", "clad", "plating", "coating"))
_ATTRIBUTES = frozenset(
    map(
        stem,
        (
            "gasoline",
            "petrol",
            "diesel",
            "led",
            "lcd",
            "module",
            "cartridge",
            "element",
            "halogen",
            "hybrid",
            "terry",
            "casting",
            "forging",
            "stamping",
        ),
    )
)
_COMPONENTS = frozenset(
    map(stem, ("motor", "pump", "valve", "piston", "bearing", "battery", "belt", "filter", "gasket"))
)
_LEFT_AT_THE_END = MATERIALS | _ATTRIBUTES
_PARTING = re.compile(r"[,;:()\n]| - ")


class English:
    """Takes English texts apart with the dictionary's terms and the tariff's vocabulary."""

    def __init__(self, dictionary: Dictionary, index: Index) -> None:
        self._dictionary = dictionary
        self._index = index
        self._words = EnglishWords(dictionary, index)
        self._longest_term = max(dictionary.longest_english, max(map(len, index.names), default=1))

    def concepts(self, text: str) -> tuple[list[Concept], list[str]]:
        """The terms of a normal text, and its words that mean nothing here."""
        unknown: list[str] = []
        parts = [part for part in _PARTING.split(self._words.spelled_out(text)) if part.strip()]
        segments = [found for found in (list(self._words.words(part, unknown)) for part in parts) if found]
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

    def _inverted(self, first: list[Word], second: list[Word]) -> list[Word] | None:
        """A "gasket, cylinder head" is a cylinder head gasket when the dictionary has that term."""
        goods = [word for word in first if word.stem not in WEAK]
        if not goods:
            return None
        spans = [(start, end) for start in range(len(second)) for end in range(start + 1, len(second) + 1)]
        for start, end in sorted(spans, key=lambda span: span[0] - span[1]):
            joined = second[start:end] + goods
            if tuple(word.stem for word in joined) in self._dictionary.english:
                return second[:start] + second[end:] + joined
        return None

    def _terms(self, words: list[Word], *, later: bool) -> list[Concept]:
        """The terms of a segment and their roles."""
        concepts: list[Concept] = []
        divided = self._divided(words)
        for taken, behind in zip_longest(divided, divided[1:]):
            concept = self._concept(taken, Role.ADDED if later else Role.QUALITY)
            if concept is not None:
                if concepts and concept.role is Role.QUALITY and behind and behind[0].stem == _KIND:
                    concept = concept.in_role(Role.ADDED)  # "ignition coil, pencil type"
                concepts.append(concept)
        self._write_as_one(words, concepts)
        for place, (coat, done) in enumerate(pairwise(concepts)):
            if done.meanings[0] in _COATED and is_material(coat) and coat.role is Role.QUALITY:
                concepts[place] = coat.in_role(Role.ADDED)  # "nickel plated steel" is of steel
        if not later:
            self._choose_head(concepts)
        return concepts

    def _concept(self, taken: list[Word], otherwise: Role) -> Concept | None:
        stems = tuple(word.stem for word in taken)
        role = taken[0].role or otherwise
        printed = " ".join(dict.fromkeys(word.printed for word in taken))
        fuel = as_fuel(stems)
        entry = self._dictionary.english.get(stems)
        if fuel:
            numbers = entry.numbers if entry is not None and len(stems) > 1 else ()
            return Concept(printed, role, fuel, numbers)
        if entry is not None:
            meanings = strong((stems, *entry.meanings))
            done = len(taken) == 1 and printed.endswith("ed") and not entry.term.endswith("ed")
            numbers = () if done else entry.numbers  # what is painted is no paint
            return Concept(printed, role, meanings, numbers, trust=entry.trust)
        if len(taken) == 1 and stems[0] in WEAK and not taken[0].joined:
            return None
        return Concept(printed, role, (stems,))

    def _write_as_one(self, words: list[Word], concepts: list[Concept]) -> None:
        """Two words that the tariff writes as one ("hand saw": handsaws) are one term."""
        for one, other in pairwise(words):
            compound = one.stem + other.stem
            if compound not in self._index.vocabulary or one.role is not other.role:
                continue
            for place, concept in enumerate(concepts):
                if (
                    concept.meanings[0] == (other.stem,)
                    and place
                    and concepts[place - 1].meanings[0] == (one.stem,)
                ):
                    printed = f"{one.printed} {other.printed}"
                    meanings = ((compound,), (one.stem, other.stem), *concept.meanings[1:])
                    concepts[place - 1 : place + 1] = [replace(concept, printed=printed, meanings=meanings)]
                    break
                if concept.meanings[0][-1:] == (other.stem,) and one.stem in concept.meanings[0]:
                    concepts[place] = replace(concept, meanings=(*concept.meanings, (compound,)))

    def _divided(self, words: list[Word]) -> list[list[Word]]:
        """Words in terms of the dictionary or the tariff, so that the longest terms cover the most.

        Of equals the division with the later long term, where the goods stand, unless a material or the like
        stands at the end: "coil spring | steel", but "steel | ball valve".
        """
        size = len(words)
        best: list[tuple[float, int]] = [(0.0, size)] * (size + 1)
        for start in range(size - 1, -1, -1):
            ways = []
            for length in range(1, min(self._longest_term, size - start) + 1):
                taken = words[start : start + length]
                worth = self._worth(taken)
                if worth is not None:
                    end = start + length
                    ends = end == size or words[end].role is not taken[0].role
                    last = ends and length == 1 and taken[0].stem in _LEFT_AT_THE_END
                    ways.append((worth + (0.5 if last else 0.0) + best[start + length][0], start + length))
            best[start] = max(ways, key=lambda way: (way[0], -way[1]))
        divided = []
        start = 0
        while start < size:
            end = best[start][1]
            divided.append(words[start:end])
            start = end
        return divided

    def _worth(self, taken: list[Word]) -> float | None:
        """How much a term of several words is worth; None when it is none."""
        if len(taken) == 1:
            return 1.0
        if len({word.role for word in taken}) > 1:
            return None
        stems = tuple(word.stem for word in taken)
        if set(stems) <= MATERIALS:
            return len(taken) ** 2 + 0.1  # "stainless steel" stays together
        if stems in self._dictionary.english:
            return float(len(taken) ** 2)
        return len(taken) ** 2 - 0.6 if stems in self._index.names else None

    def _choose_head(self, concepts: list[Concept]) -> None:
        """The term before any preposition that can best name goods; of equals the last.

        A machine or vehicle behind another good is what that is for: "brake pad motorcycle".
        """
        names = [place for place, concept in enumerate(concepts) if concept.role is Role.QUALITY]
        if not names:
            return
        last = names[-1]
        place = max(names, key=lambda place: (self._can_name(concepts[place], place == last), place))
        others = [other for other in names[:-1] if self._can_name(concepts[other], False) == _SURELY]
        if place == last and others and self._has_parts(concepts[last]):
            concepts[last] = concepts[last].in_role(Role.PURPOSE)
            place = others[-1]
        if place != last and self._is_component(concepts[last]) and self._is_machine(concepts[place]):
            place = last  # a "sewing machine motor" is a motor
        metals = [other for other in names[:-1] if self._is_metal(concepts[other])]
        if metals and concepts[place].meanings[0][0] in FORMS:
            place = metals[-1]  # a "cold rolled steel coil" is no coil
        concepts[place] = concepts[place].in_role(Role.HEAD)

    def _is_metal(self, concept: Concept) -> bool:
        return " " in concept.printed and bool(concept.numbers) and concept.numbers[0][:2] in METALS

    def _has_parts(self, concept: Concept) -> bool:
        return bool(concept.numbers) and concept.numbers[0][:4] in self._index.with_parts

    def _is_component(self, concept: Concept) -> bool:
        return bool(concept.numbers) and concept.meanings[0][-1] in _COMPONENTS

    def _is_machine(self, concept: Concept) -> bool:
        return bool(concept.numbers) and concept.numbers[0][:4] in self._index.with_any_parts

    def _can_name(self, concept: Concept, is_last: bool) -> int:
        """How well a term can be the goods: best the last, or one of several words, that has numbers."""
        last = concept.meanings[0][-1]
        named = bool(concept.numbers) and " " in concept.printed  # an "airbag module"
        if last in MATERIALS and concept.trust == 1 and self._is_metal(concept):
            return 1  # "angle steel"
        if last in MATERIALS or (last in _ATTRIBUTES and not named) or concept.printed.endswith("ed"):
            return 0
        if concept.numbers and (" " in concept.printed or (is_last and concept.trust == 1)):
            return _SURELY
        return 1 if concept.numbers or self._index.names_things(last) else 0
