"""Rows of the tariff that are of another kind of a metal, or worked otherwise, than a description says."""

from collections.abc import Iterator

import numpy as np

from duty_desktop.describe.index import Floats, Index, Integers
from duty_desktop.describe.understanding import Understood
from duty_desktop.describe.weights import Weights

_ALLOY, _NONALLOY = "alloy", "nonalloy"
_ALLOY_STEELS = ("alloy steel", "tool steel", "high-speed steel")


def other_kinds(metal: str, index: Index) -> Iterator[Integers]:
    """Rows of nonalloy steel for goods of alloy steel, of alloys for those of the pure metal, and back."""
    phrases, weight = index.postings(_ALLOY)
    nodes = index.arrays.phrase_node[phrases]
    named, excluded = nodes[weight > 0], nodes[weight < 0]
    if metal in _ALLOY_STEELS:
        yield np.setdiff1d(index.named_by(_NONALLOY), index.named_by(_ALLOY))
    elif metal == "nonalloy steel":
        yield np.setdiff1d(index.named_by(_ALLOY), index.named_by(_NONALLOY))
    elif metal == "unalloyed aluminum":
        yield np.setdiff1d(named, excluded)
    elif metal == "aluminum alloy":
        yield np.setdiff1d(excluded, named)


def worked_otherwise(understood: Understood, index: Index, weights: Weights) -> Floats:
    """What counts against rows of metal worked cold where the description says hot, and back."""
    nodes = np.zeros(len(index.arrays.parent), np.float32)
    if len(understood.worked) == 1 and understood.metal:
        (own,) = understood.worked
        other = "cold" if own == "hot" else "hot"
        rows = [index.arrays.phrase_node[index.postings(word)[0]] for word in (other, own)]
        nodes[np.setdiff1d(rows[0], rows[1])] = weights.worked_otherwise
    return index.down(nodes, np.maximum)[index.arrays.leaf_node]
