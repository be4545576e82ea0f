"""What goods are of: materials that a description says, and rows of the tariff that are of another.

A material that is said ("アルミ角パイプ", "aluminum pipe") stands over the one that a dictionary term implies
(角パイプ: square tubes of steel).
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from duty_desktop.describe.stems import stem
from duty_desktop.describe.understanding import MATERIALS, Concept, Role

STAINLESS = "stainless"
_ADJECTIVES = frozenset(
    map(stem, ("alloy", "cast", "forged", "metal", "sheet", "plate", "carbon", "nonalloy"))
)
_KINDS_OF = {
    "stainless": ("steel", "iron"),
    "steel": ("iron",),
    "iron": ("steel",),
    "stoneware": ("ceramics", "ceramic"),
    "earthenware": ("ceramics", "ceramic"),
    "porcelain": ("ceramics", "ceramic", "china"),
    "china": ("ceramics", "ceramic", "porcelain"),
    "ceramics": ("ceramic", "porcelain", "stoneware"),
    "brass": ("copper",),
    "bronze": ("copper",),
    "bamboo": ("wood",),
    "nylon": ("synthetic", "plastics"),
    "polyester": ("synthetic", "plastics"),
    "plastics": ("plastic",),
    "paperboard": ("paper",),
}
_WIDER = {stem(one): frozenset(map(stem, wider)) for one, wider in _KINDS_OF.items()}


def settled(
    concepts: Sequence[Concept], wider: Callable[[Concept], Concept]
) -> tuple[tuple[Concept, ...], frozenset[str], frozenset[str]]:
    """Terms without implied materials that others contradict; materials of the goods, and those beside.

    `wider` gives the wider term of one that is contradicted: パイプ for 角パイプ, which is of steel.
    """
    said = {
        word
        for concept in concepts
        if concept.role in (Role.QUALITY, Role.MATERIAL, Role.HEAD)
        for word in _said_alone(concept)
    }
    if said:
        said = _with_wider(said)
        concepts = [_without_others(concept, said, wider) for concept in concepts]
        of_goods = said
    else:
        of_goods = _with_wider(
            {
                word
                for concept in concepts
                if concept.role in (Role.HEAD, Role.QUALITY, Role.MATERIAL)
                for word in _implied(concept)
            }
        )
    beside = {word for one in concepts if one.role is Role.ADDED for word in _implied(one)}
    return tuple(concepts), frozenset(of_goods), frozenset(_with_wider(beside))


def _said_alone(concept: Concept) -> set[str]:
    """The materials of a term that says nothing else, by the first of its meanings that is one."""
    for meaning in concept.meanings:
        materials = set(meaning) & MATERIALS
        if materials and set(meaning) <= MATERIALS | _ADJECTIVES:
            return materials
    return set()


def _implied(concept: Concept) -> set[str]:
    """The materials without which a term has no meaning."""
    if not concept.meanings or not all(set(meaning) & MATERIALS for meaning in concept.meanings):
        return set()
    return {word for meaning in concept.meanings for word in meaning if word in MATERIALS}


def _without_others(concept: Concept, said: set[str], wider: Callable[[Concept], Concept]) -> Concept:
    if concept.role is Role.ADDED or all(
        said & set(meaning) or not MATERIALS & set(meaning) for meaning in concept.meanings
    ):
        return concept
    concept = wider(concept)
    kept = tuple(
        tuple(word for word in meaning if word not in MATERIALS or word in said)
        for meaning in concept.meanings
    )
    return replace(concept, meanings=tuple(dict.fromkeys(meaning for meaning in kept if meaning)))


def _with_wider(materials: set[str]) -> set[str]:
    return materials.union(*(_WIDER.get(one, ()) for one in materials))
