"""The words of the tariff as arrays: which row says what, and which numbers stand below a row.

Rows ("nodes") are in the order of the book. What a row says holds for all below it, so a number is
found by its own words and by those of every row above it.
"""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float32]
Integers: TypeAlias = npt.NDArray[np.int32]
_VECTORS_KEPT = 400
_NOUN = 0.4
_NAMED = 0.5  # from this weight on a row is of what it names


@dataclass(slots=True)
class IndexArrays:
    """The index as it is stored.

    Of a node: its parent (-1: none), depth, whether it is residual, whether it sets limits, whether it
    names others than the rows before it ("Other threaded articles").
    Of a leaf: its node and number (as bytes).
    Of a phrase: its node, weight and mass (the rarity of its words that no row above it says).
    Of a stem: its rarity and how often it ends a name.
    Of a posting (by stem, `starts`): its phrase, weight, and whether the word is new under the rows above.
    Of a limit: its node, kind and bounds.
    Of a row of parts: its node, a heading whose goods they are parts of, the heading it stands in itself, and
    whether those are two and whether it stands below a row of parts. `names` are the names of two and more
    words that rows give to things.
    """

    parent: Integers
    depth: Integers
    residual: npt.NDArray[np.bool_]
    limited: npt.NDArray[np.bool_]
    other: npt.NDArray[np.bool_]
    leaf_node: Integers
    leaf_number: npt.NDArray[np.bytes_]
    phrase_node: Integers
    phrase_weight: Floats
    phrase_mass: Floats
    stems: npt.NDArray[np.bytes_]
    rarity: Floats
    noun: Floats
    starts: Integers
    posting_phrase: Integers
    posting_weight: Floats
    posting_new: npt.NDArray[np.bool_]
    limit_node: Integers
    limit_kind: Integers
    limit_low: npt.NDArray[np.float64]
    limit_high: npt.NDArray[np.float64]
    limit_included: Integers
    part_node: Integers
    part_heading: npt.NDArray[np.bytes_]
    part_place: npt.NDArray[np.bytes_]
    part_elsewhere: npt.NDArray[np.bool_]
    part_below: npt.NDArray[np.bool_]
    names: npt.NDArray[np.bytes_]
    kinds: npt.NDArray[np.bytes_]


class Index:
    """An edition's words ready for searching."""

    def __init__(self, arrays: IndexArrays) -> None:
        self.arrays = arrays
        self._places = {stem.decode(): place for place, stem in enumerate(arrays.stems.tolist())}
        self._vectors: dict[str, Floats] = {}
        self.numbers: list[str] = [number.decode() for number in arrays.leaf_number.tolist()]
        self.names = {tuple(name.decode().split()) for name in arrays.names.tolist()}
        of_all = ~arrays.part_below
        elsewhere = arrays.part_elsewhere & of_all
        self.with_parts = {heading.decode() for heading in arrays.part_heading[elsewhere].tolist()}
        self.with_any_parts = {heading.decode() for heading in arrays.part_heading[of_all].tolist()}
        self.of_parts = {heading.decode() for heading in arrays.part_place[elsewhere].tolist()}
        self._levels = [
            np.flatnonzero(arrays.depth == level) for level in range(1, int(arrays.depth.max(initial=0)) + 1)
        ]
        self._parents = [arrays.parent[level] for level in self._levels]

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def vocabulary(self) -> Mapping[str, int]:
        """The stems that the tariff uses, with their places."""
        return self._places

    @cached_property
    def long_words(self) -> list[str]:
        """The stems long enough to be told from a slip of the keyboard."""
        return [stem for stem in self._places if len(stem) >= 5]

    def rarity(self, stem: str) -> float:
        """How much a stem tells apart: the fewer headings say it the more; 0 for an unknown one."""
        place = self._places.get(stem)
        return 0.0 if place is None else float(self.arrays.rarity[place])

    def names_things(self, stem: str) -> bool:
        """Whether a stem mostly ends the names of things in the tariff, as nouns do."""
        place = self._places.get(stem)
        return place is not None and float(self.arrays.noun[place]) >= _NOUN

    def postings(self, stem: str) -> tuple[Integers, Floats]:
        """The phrases in which a stem stands, and its weight in them."""
        place = self._places.get(stem)
        if place is None:
            return _NO_PHRASES, _NO_WEIGHTS
        found = slice(int(self.arrays.starts[place]), int(self.arrays.starts[place + 1]))
        return self.arrays.posting_phrase[found], self.arrays.posting_weight[found]

    def named_by(self, stem: str) -> Integers:
        """The rows that are of the material, or for the user, that a stem names."""
        phrases, weight = self.postings(stem)
        nodes: Integers = self.arrays.phrase_node[phrases[weight > _NAMED]]
        return nodes

    def above(self, nodes: Integers) -> Integers:
        """The rows above some rows, without their headings."""
        found = [np.zeros(0, np.int32)]
        while len(nodes):
            nodes = np.unique(self.arrays.parent[nodes])
            nodes = nodes[nodes >= 0]
            nodes = nodes[self.arrays.depth[nodes] > 0]
            found.append(nodes)
        return np.concatenate(found)

    def new_in(self, stem: str) -> Integers:
        """The phrases in which a stem is new under the rows above."""
        place = self._places.get(stem)
        if place is None:
            return _NO_PHRASES
        found = slice(int(self.arrays.starts[place]), int(self.arrays.starts[place + 1]))
        return self.arrays.posting_phrase[found][self.arrays.posting_new[found]]

    def said(self, stem: str) -> Floats:
        """For every number how strongly it or a row above it says a stem: from -1 (excluded) to 1."""
        vector = self._vectors.get(stem)
        if vector is None:
            if len(self._vectors) >= _VECTORS_KEPT:
                self._vectors.clear()
            vector = self._vectors[stem] = self._said(stem)
        return vector

    def _said(self, stem: str) -> Floats:
        phrases, weights = self.postings(stem)
        nodes = self.arrays.phrase_node[phrases]
        for_it = np.zeros(len(self.arrays.parent), np.float32)
        np.maximum.at(for_it, nodes, np.maximum(weights, 0))
        against = np.zeros(len(self.arrays.parent), np.float32)
        excluded = weights < 0
        if excluded.any():
            np.minimum.at(against, nodes[excluded], weights[excluded])
            against[for_it > 0] = 0  # "tractors, other than tractors of heading 8709"
            against = self.down(against, np.minimum)
        vector: Floats = (self.down(for_it, np.maximum) + against)[self.arrays.leaf_node]
        return vector

    def down(self, values: Floats, joined: Callable[[Floats, Floats], Floats]) -> Floats:
        """Values of nodes handed down to all nodes below, joined with those by a function of two."""
        for level, parents in zip(self._levels, self._parents, strict=True):
            values[level] = joined(values[level], values[parents])
        return values

    def below(self, prefix: str) -> slice:
        """The leaves whose number begins with some digits."""
        low = np.searchsorted(self.arrays.leaf_number, prefix.encode())
        high = np.searchsorted(self.arrays.leaf_number, prefix.encode() + b":")
        return slice(int(low), int(high))

    def leaf_of(self, number: str) -> int | None:
        """The place of a number among the leaves, None when it is none of them."""
        place = bisect_left(self.numbers, number)
        return place if place < len(self.numbers) and self.numbers[place] == number else None


_NO_PHRASES = np.zeros(0, np.int32)
_NO_WEIGHTS = np.zeros(0, np.float32)


def as_mapping(arrays: IndexArrays) -> dict[str, npt.NDArray[Any]]:
    """The arrays by name, for writing."""
    return {column.name: getattr(arrays, column.name) for column in fields(IndexArrays)}


def names() -> Sequence[str]:
    """The names of the arrays."""
    return [column.name for column in fields(IndexArrays)]
