"""What a description leaves unsaid because it goes without saying in the trade.

Such words count nothing for a heading; they only let a row ask for them: "New", "Of iron or steel",
"For vehicles of heading 8703".
"""

from collections.abc import Sequence

from duty_desktop.describe.materials import STAINLESS
from duty_desktop.describe.understanding import Concept, Role

VEHICLE_PARTS = "vehicle-parts"  # the dictionary's file of terms that are parts of vehicles
_USED = frozenset(("used", "secondhand", "rebuilt", "remanufactur"))
_ALLOYS = frozenset(("alloy", STAINLESS, "tool", "silicon"))
_VEHICLE = ("motor", "vehicl", "car", "automotiv")


def implied(concepts: Sequence[Concept], materials: frozenset[str], said: Sequence[str]) -> tuple[str, ...]:
    """The stems that are implied; `said` are the stems of the whole description."""
    words = set(said).union(*(meaning for concept in concepts for meaning in concept.meanings))
    found: list[str] = []
    if not words & _USED:
        found.append("new")
    if not materials:
        found += ["iron", "steel"]  # of which goods of metal mostly are
    if (not materials or "steel" in materials) and not words & _ALLOYS:
        found.append("nonalloy")
    head = next((concept for concept in concepts if concept.role is Role.HEAD), None)
    if head is not None and head.domain == VEHICLE_PARTS:
        found += _VEHICLE
    return tuple(found)
