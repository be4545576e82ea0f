"""How well every number of the tariff fits a description that was taken apart.

Evidence for a number: the words it and the rows above it share with the description, the dictionary's numbers
for its terms, sizes within its limits, digits that are known. Against it: words that its rows demand and the
description does not have, exclusions, sizes outside its limits. "Other" demands nothing and so is left over
when no named sibling fits.
"""

from dataclasses import dataclass

import numpy as np

from duty_desktop.describe.index import Floats, Index
from duty_desktop.describe.limits import Size
from duty_desktop.describe.stems import stem
from duty_desktop.describe.understanding import Concept, Role, Understood
from duty_desktop.describe.words import NAMES


@dataclass(frozen=True, slots=True)
class Weights:
    """What each kind of evidence counts; found by trying on descriptions of our own."""

    words: float = 1.0
    numbers: float = 1.2
    next_number: float = 0.8  # each further number of a term against the one before it
    demand: float = 0.07  # a row below the heading whose words the description lacks
    residual: float = 0.35  # of that, for "Other"
    open_limit: float = 0.3  # of that, for a row that only sets limits
    within: float = 0.08
    outside: float = 0.22
    other_material: float = 0.2
    known_digits: float = 1.2
    unknown_rarity: float = 4.0
    common: float = 4.5  # rarity from which a term counts whole
    numbers_of: tuple[tuple[Role, float], ...] = (
        (Role.HEAD, 1.0),
        (Role.QUALITY, 0.3),
        (Role.MATERIAL, 0.15),
        (Role.PURPOSE, 0.25),
        (Role.ADDED, 0.2),
    )


_MATERIAL_WORDS = """
steel iron stainless aluminum copper brass bronze zinc nickel titanium tin lead magnesium plastics
plastic rubber wood wooden bamboo paper paperboard glass porcelain china ceramic ceramics stoneware
earthenware leather cotton silk wool nylon polyester synthetic linen gold silver platinum stone
"""
WEIGHTS = Weights()
MATERIAL_SAID = 0.5  # from this weight on a row is of the material it names
MATERIALS = frozenset(map(stem, _MATERIAL_WORDS.split()))


@dataclass(slots=True)
class Scores:
    """For every number: its score and what it is made of."""

    total: Floats
    words: Floats
    numbers: Floats
    sizes: Floats
    digits: Floats
    by_concept: list[Floats]


def score(understood: Understood, index: Index, known: str = "", weights: Weights = WEIGHTS) -> Scores:
    """Score every number; `known` are digits with which the right number is said to begin."""
    by_concept = [_fit(concept, index, weights) for concept in understood.concepts]
    importance = [
        concept.role.value * _importance(concept, index, weights) for concept in understood.concepts
    ]
    words = np.zeros(len(index), np.float32)
    for fit, weight in zip(by_concept, importance, strict=True):
        words += fit * np.float32(weight / sum(importance))
    numbers = _numbers(understood, index, weights)
    sizes = _sizes(understood.sizes, index, weights)
    demands = _demands(understood, index, weights)
    digits = np.zeros(len(index), np.float32)
    if known:
        _mark(digits, index, known, weights.known_digits)
    total = weights.words * words + weights.numbers * numbers + sizes + digits - demands
    return Scores(total.astype(np.float32), words, numbers, sizes, digits, by_concept)


def _fit(concept: Concept, index: Index, weights: Weights) -> Floats:
    """How well each number says the best fitting meaning of a term."""
    best = np.zeros(len(index), np.float32)
    for place, meaning in enumerate(concept.meanings):
        rarities = [index.rarity(word) or weights.unknown_rarity for word in meaning]
        fit = np.zeros(len(index), np.float32)
        for word, rarity in zip(meaning, rarities, strict=True):
            if index.rarity(word):
                fit += index.said(word) * np.float32(rarity / sum(rarities))
        if place == 0:
            best = fit
        else:
            np.maximum(best, fit, out=best)
    return best


def _importance(concept: Concept, index: Index, weights: Weights) -> float:
    rarity = max((_mean_rarity(meaning, index, weights) for meaning in concept.meanings), default=0.0)
    return min(1.0, rarity / weights.common) + 0.05


def _mean_rarity(meaning: tuple[str, ...], index: Index, weights: Weights) -> float:
    return max((index.rarity(word) or weights.unknown_rarity for word in meaning), default=0.0)


def _numbers(understood: Understood, index: Index, weights: Weights) -> Floats:
    """The dictionary's numbers for the terms: the goods' own count most."""
    of_role = dict(weights.numbers_of)
    summed = np.zeros(len(index), np.float32)
    for concept in understood.concepts:
        own = np.zeros(len(index), np.float32)
        value = of_role[concept.role] * concept.trust
        for number in concept.numbers:
            _mark(own, index, number, value)
            value *= weights.next_number
        summed += own
    return np.minimum(summed, np.float32(1.3))


def _mark(vector: Floats, index: Index, prefix: str, value: float) -> None:
    """Give the numbers below a prefix a value, and those beside it a part of it."""
    found = index.below(prefix)
    vector[found] = np.maximum(vector[found], np.float32(value))
    if len(prefix) > 4:  # a sibling of the line named is nearer than the rest of the tariff
        near = index.below(prefix[:6] if len(prefix) > 6 else prefix[:4])
        vector[near] = np.maximum(vector[near], np.float32(value * (0.8 if len(prefix) > 6 else 0.55)))


def _sizes(sizes: tuple[Size, ...], index: Index, weights: Weights) -> Floats:
    """Sizes within and outside the limits of the rows."""
    arrays = index.arrays
    nodes = np.zeros(len(arrays.parent), np.float32)
    for place, kind in enumerate(arrays.kinds.tolist()):
        measures, _, dimension = kind.decode().partition("/")
        fitting = [
            size
            for size in sizes
            if size.measures == measures
            and (not dimension or not size.dimension or size.dimension == dimension)
        ]
        if not fitting:
            continue
        chosen = np.flatnonzero(arrays.limit_kind == place)
        held = np.zeros(len(chosen), np.bool_)
        for size in fitting:
            held |= _held(index, chosen, size.amount)
        sure = 1.0 if any(size.dimension or not dimension for size in fitting) else 0.5
        value = np.where(held, weights.within * sure, -weights.outside * sure).astype(np.float32)
        np.add.at(nodes, arrays.limit_node[chosen], value)
    return index.down(nodes, np.add)[arrays.leaf_node]


def _held(index: Index, chosen: "np.typing.NDArray[np.intp]", amount: float) -> "np.typing.NDArray[np.bool_]":
    low, high = index.arrays.limit_low[chosen], index.arrays.limit_high[chosen]
    included = index.arrays.limit_included[chosen]
    above = (amount > low) | ((amount == low) & (included & 1 > 0))
    below = (amount < high) | ((amount == high) & (included & 2 > 0))
    held: np.typing.NDArray[np.bool_] = above & below
    return held


def _demands(understood: Understood, index: Index, weights: Weights) -> Floats:
    """What the rows below the heading ask for and the description does not say."""
    arrays = index.arrays
    said = np.zeros(len(arrays.phrase_node), np.float32)
    stems = {word for concept in understood.concepts for meaning in concept.meanings for word in meaning}
    for word in sorted(stems):
        phrases, weight = index.postings(word)
        said[phrases[weight > 0]] += np.float32(index.rarity(word))
    share = said / np.maximum(arrays.phrase_mass, np.float32(0.1))
    naming = np.flatnonzero(arrays.phrase_weight == np.float32(NAMES))
    lacking = np.full(len(arrays.parent), weights.open_limit, np.float32)
    lacking[arrays.phrase_node[naming]] = 1.0
    met = np.zeros(len(arrays.parent), np.float32)
    np.maximum.at(met, arrays.phrase_node[naming], share[naming])
    lacking *= 1.0 - np.minimum(met, np.float32(1.0))
    lacking[arrays.residual] = weights.residual
    lacking[arrays.depth == 0] *= np.float32(0.5)
    lacking *= np.float32(weights.demand)
    lacking += _other_materials(stems, index) * np.float32(weights.other_material)
    return index.down(lacking, np.add)[arrays.leaf_node]


def _other_materials(stems: set[str], index: Index) -> Floats:
    """1 for rows that name materials but none of those the description names."""
    other = np.zeros(len(index.arrays.parent), np.float32)
    named = MATERIALS & stems
    if not named:
        return other
    for fits, materials in ((1.0, MATERIALS - named), (0.0, named | {"metal"})):
        for material in sorted(materials):
            phrases, weight = index.postings(material)
            other[index.arrays.phrase_node[phrases[weight > MATERIAL_SAID]]] = fits
    return other
