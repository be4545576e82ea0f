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
from duty_desktop.describe.materials import STAINLESS
from duty_desktop.describe.metal_rows import other_kinds, worked_otherwise
from duty_desktop.describe.purposes import beside_their_purpose, other_users, parts_of_it
from duty_desktop.describe.stems import stem
from duty_desktop.describe.understanding import MACHINES, MATERIALS, Concept, Role, Understood
from duty_desktop.describe.weights import WEIGHTS, Weights
from duty_desktop.describe.words import CONDITION, NAMES

_COATS = frozenset(
    ("zinc", "tin", "lead", "nickel", "paper")
)  # what steel is coated with: only headings are of them
_SPARK, _COMPRESSION = "spark", "compression"
_DIESEL = frozenset(("diesel", _COMPRESSION))
_GASOLINE = frozenset((stem("gasoline"), _SPARK))


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
    conflict = _other_materials(understood, index, weights)
    parts = parts_of_it(understood, index, weights)
    ignition = _other_ignition(understood, index, weights)
    against = _demands(understood, index, weights) + conflict + ignition - parts
    against += worked_otherwise(understood, index, weights)
    against += other_users(understood, index, weights)
    against += beside_their_purpose(understood, index, weights)
    for concept, fit in zip(understood.concepts, by_concept, strict=True):
        if concept.role is Role.ABSENT:
            against += fit * np.float32(weights.absent)
    importance = [
        concept.role.value * _importance(concept, index, weights) for concept in understood.concepts
    ]
    words = np.zeros(len(index), np.float32)
    for fit, weight in zip(by_concept, importance, strict=True):
        if weight:
            words += fit * np.float32(weight / sum(importance))
    numbers = _numbers(understood, index, weights)
    denied = (conflict > weights.stainless_unsaid) | (parts < 0) | (ignition > 0)
    numbers[denied] *= np.float32(weights.numbers_of_other_material)
    sizes = _sizes(understood.sizes, index, weights)
    digits = np.zeros(len(index), np.float32)
    if known:
        digits[index.below(known[:4])] = weights.known_heading
        digits[index.below(known)] = weights.known_digits
    said = words
    if len(understood.concepts) > 1:
        said = words + np.maximum(words - np.float32(weights.nearly_all), 0) * np.float32(weights.all_said)
    total = weights.words * said + weights.numbers * numbers + sizes + digits - against
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
    head = understood.head
    if head is not None and not head.numbers:  # a "cover" is told by what stands before it
        machine = any(set(meaning) <= MACHINES for meaning in head.meanings)
        of_role[Role.QUALITY] = weights.numbers_of_machine if machine else weights.numbers_without_head
    summed = np.zeros(len(index), np.float32)
    for concept in understood.concepts:
        own = np.zeros(len(index), np.float32)
        value = of_role[concept.role] * concept.trust
        if concept.role is Role.QUALITY and head is not None and _narrows(concept, head):
            value = weights.numbers_narrower * concept.trust
        elif concept.role is Role.QUALITY and head is not None and _is_kind_of(concept, head):
            value = weights.numbers_of_kind * concept.trust
        for place, number in enumerate(concept.numbers):
            _mark(own, index, number, value)
            value *= weights.next_number if place else weights.second_number
        summed += own
    return np.minimum(summed, np.float32(1.3))


def _narrows(concept: Concept, head: Concept) -> bool:
    """Whether a quality's numbers are of the chapter of the goods' own and go further."""
    return any(
        number[:2] == other[:2] and len(number) > len(other)
        for number in concept.numbers[:1]
        for other in head.numbers[:1]
    )


def _is_kind_of(concept: Concept, head: Concept) -> bool:
    """Whether a quality stands in the heading of the goods."""
    return any(number[:4] == other[:4] for number in concept.numbers[:1] for other in head.numbers[:1])


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
    stems.update(understood.beside)
    for word in sorted(stems):
        said[index.new_in(word)] += np.float32(index.rarity(word))
    for word in sorted(set(understood.implied) - stems):
        said[index.new_in(word)] += np.float32(index.rarity(word) * weights.implied)
    names = arrays.phrase_weight == np.float32(NAMES)
    naming = np.flatnonzero(names & (arrays.phrase_mass > np.float32(0.1)))
    nodes, share = arrays.phrase_node[naming], said[naming] / arrays.phrase_mass[naming]
    lacking = np.where(arrays.limited, np.float32(weights.open_limit), np.float32(0.0))
    lacking[nodes] = 1.0
    again = arrays.phrase_node[names & (arrays.phrase_mass <= np.float32(0.1))]
    lacking[again] = 0.0  # it names what the row above it names: "Handsaws, and parts thereof"
    met = np.zeros(len(arrays.parent), np.float32)
    np.maximum.at(met, nodes, np.minimum(share, np.float32(1.0)))
    lacking -= met * np.float32(1.0 + weights.demand_met)
    conditions = np.flatnonzero(
        (arrays.phrase_weight == np.float32(CONDITION)) & (arrays.phrase_mass > np.float32(0.1))
    )
    nodes, share = arrays.phrase_node[conditions], said[conditions] / arrays.phrase_mass[conditions]
    open_ = np.zeros(len(arrays.parent), np.float32)
    open_[nodes] = 1.0
    met = np.zeros(len(arrays.parent), np.float32)
    np.maximum.at(met, nodes, np.minimum(share, np.float32(1.0)))
    open_ -= met
    open_[arrays.limited | (arrays.depth == 0)] = 0.0
    lacking += open_ * np.float32(weights.condition)
    lacking[arrays.other] *= np.float32(weights.other_row)
    lacking[arrays.residual] = weights.residual
    lacking[arrays.depth == 0] *= np.float32(weights.demand_of_heading)
    lacking *= np.float32(weights.demand)
    return index.down(lacking, np.add)[arrays.leaf_node]


def _other_materials(understood: Understood, index: Index, weights: Weights) -> Floats:
    """What counts against numbers whose rows name materials, but none of those that the goods are of."""
    nodes = np.zeros(len(index.arrays.parent), np.float32)
    of_goods, beside = understood.materials, understood.materials_beside
    if of_goods or beside:
        value = weights.other_material if of_goods else weights.other_material_beside
        for material in sorted(MATERIALS - of_goods - beside):
            rows = index.named_by(material)
            nodes[rows[index.arrays.depth[rows] == 0] if material in _COATS else rows] = value
        for material in sorted(of_goods | beside | {"metal"}):
            nodes[index.named_by(material)] = 0.0
        if STAINLESS in of_goods:
            for other in ("nonalloy", "alloy"):
                nodes[index.named_by(other)] = value
            nodes[index.named_by(STAINLESS)] = 0.0
        elif "steel" in of_goods or "iron" in of_goods:
            nodes[index.named_by(STAINLESS)] = weights.stainless_unsaid
        for material in sorted(of_goods):  # "Of alloy steel" may have "Of stainless steel" below it
            above = index.above(index.named_by(material))
            nodes[above] = np.minimum(nodes[above], np.float32(weights.material_below))
        for rows in other_kinds(understood.metal, index):
            nodes[rows] = np.maximum(nodes[rows], np.float32(weights.other_kind_of_metal))
    return index.down(nodes, np.maximum)[index.arrays.leaf_node]


def _other_ignition(understood: Understood, index: Index, weights: Weights) -> Floats:
    """What counts against rows of engines that ignite otherwise than the description says."""
    nodes = np.zeros(len(index.arrays.parent), np.float32)
    said = {word for concept in understood.concepts for meaning in concept.meanings for word in meaning}
    diesel = bool(said & _DIESEL)
    spark = bool(said & _GASOLINE) and not (diesel and "hybrid" in said)
    if diesel is not spark:
        own, other = (_SPARK, _COMPRESSION) if spark else (_COMPRESSION, _SPARK)
        nodes[index.named_by(other)] = weights.other_ignition
        nodes[index.named_by(own)] = 0.0
    return index.down(nodes, np.maximum)[index.arrays.leaf_node]
