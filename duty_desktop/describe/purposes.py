"""What goods are for, held against the rows: parts of machines, users, rows that name a purpose."""

import numpy as np

from duty_desktop.describe.index import Floats, Index
from duty_desktop.describe.understanding import Role, Understood
from duty_desktop.describe.users import users
from duty_desktop.describe.weights import Weights

_PARTS_ITSELF = ("部品", "parts")  # "seat parts" for cars are parts of seats


def other_users(understood: Understood, index: Index, weights: Weights) -> Floats:
    """What counts against rows below the heading for users that the description does not speak of."""
    said = {word for concept in understood.concepts for meaning in concept.meanings for word in meaning}
    numbers = {number[:4] for concept in understood.concepts for number in concept.numbers}
    nodes = np.zeros(len(index.arrays.parent), np.float32)
    meant = []
    for user in users():
        rows = index.named_by(user.name)
        rows = rows[index.arrays.depth[rows] > 0]
        if said & user.stems or numbers & user.headings:
            meant.append(rows)
        else:
            nodes[rows] = weights.other_user
    for rows in meant:
        nodes[rows] = -weights.its_user
    for_it = index.down(np.minimum(nodes, 0), np.minimum)
    against = index.down(np.maximum(nodes, 0), np.maximum)
    return np.where(for_it < 0, for_it, against)[index.arrays.leaf_node]


def beside_their_purpose(understood: Understood, index: Index, weights: Weights) -> Floats:
    """What counts against rows beside one that says what the goods are for: "Of motorcycles", "Other"."""
    arrays = index.arrays
    nodes = np.zeros(len(arrays.parent), np.float32)
    for concept in understood.concepts:
        if concept.role is not Role.PURPOSE:
            continue
        says = np.zeros(len(arrays.parent), np.bool_)
        for meaning in concept.meanings:
            found = [index.postings(word) for word in meaning]
            rows = [set(arrays.phrase_node[phrases[weight > 0]].tolist()) for phrases, weight in found]
            says[sorted(set.intersection(*rows))] = True
        parents = np.unique(arrays.parent[says])
        beside = np.isin(arrays.parent, parents[parents >= 0]) & ~says
        nodes[beside] = weights.beside_purpose
    return index.down(nodes, np.maximum)[arrays.leaf_node]


def parts_of_it(understood: Understood, index: Index, weights: Weights) -> Floats:
    """For parts of what the goods are said to be for, against parts of other machines and vehicles.

    Against the machine itself too, where the goods have numbers of their own or its parts are meant.
    """
    nodes = np.zeros(len(index.arrays.parent), np.float32)
    head = understood.head
    of_head = understood.of_parts and head is not None
    wanted = set[bytes]()
    if head is not None and of_head:
        if not head.printed.endswith(_PARTS_ITSELF):
            wanted = _headings_of_purpose(understood, index)
        wanted = wanted or _headings_of_head(understood, index)
    of_head = of_head and bool(wanted)
    is_part = of_head or (head is not None and bool(head.numbers) and head.numbers[0][:4] in index.of_parts)
    if not wanted:
        wanted = {
            number[:4].encode()
            for concept in understood.concepts
            if concept.role in (Role.PURPOSE, Role.QUALITY, Role.MATERIAL)
            for number in concept.numbers
            if number[:4] in index.with_parts
            or (is_part and concept.role is Role.PURPOSE and number[:4] in index.with_any_parts)
        }
    if wanted:
        nodes[index.arrays.part_node] = -weights.parts_of_another
        of_it = index.arrays.part_node[np.isin(index.arrays.part_heading, sorted(wanted))]
        nodes[of_it] = weights.parts_of_it if is_part else weights.parts_perhaps_of_it
        for_it = index.down(np.maximum(nodes, 0), np.maximum)
        against = index.down(np.minimum(nodes, 0), np.minimum)
        nodes = np.where(for_it > 0, for_it, against) + _parts_below(index, wanted, weights)
    vector: Floats = nodes[index.arrays.leaf_node]
    own = {number[:4].encode() for number in head.numbers} if head is not None and not of_head else set()
    for heading in own:  # an engine's piston stays one when it is a motorcycle's
        if all(heading[:2] != other[:2] for other in wanted):
            part = vector[index.below(heading.decode())]
            part[part < 0] = 0.0
    for heading in wanted - own if of_head or own else ():
        machine = vector[index.below(heading.decode())]
        machine[machine <= 0] = -(weights.machine_of_parts if of_head else weights.machine_itself)
    return vector


def _parts_below(index: Index, wanted: set[bytes], weights: Weights) -> Floats:
    """What counts against rows of parts that are for other goods: "For machines of heading 8464"."""
    arrays = index.arrays
    nodes = np.zeros(len(arrays.parent), np.float32)
    below = arrays.part_node[arrays.part_below]
    nodes[below] = -weights.parts_below
    nodes[below[np.isin(arrays.part_heading[arrays.part_below], sorted(wanted))]] = weights.parts_below
    return index.down(nodes, np.add)


def _headings_of_purpose(understood: Understood, index: Index) -> set[bytes]:
    """The headings that have rows of parts of what the goods are for: コンベヤ用 ローラ 部品."""
    return {
        number[:4].encode()
        for concept in understood.concepts
        if concept.role is Role.PURPOSE
        for number in concept.numbers[:1]
        if number[:4] in index.with_any_parts
    }


def _headings_of_head(understood: Understood, index: Index) -> set[bytes]:
    """The heading of the goods when it has rows of parts."""
    head = understood.head
    numbers = head.numbers[:1] if head is not None else ()
    return {number[:4].encode() for number in numbers if number[:4] in index.with_any_parts}
