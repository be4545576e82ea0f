"""What a description leaves unsaid because it goes without saying: that goods are new, sheets rectangular.

Such words count nothing for a heading; they only let a row ask for them.
"""

from collections.abc import Sequence

from duty_desktop.describe.stems import stem
from duty_desktop.describe.understanding import Concept

_USED = frozenset(("used", "secondhand", "rebuilt", "remanufactur"))
_FLAT = frozenset(map(stem, ("sheet", "plate", "coil", "strip")))
_ROUND = frozenset(map(stem, ("circle", "disc", "disk", "round")))
_RECTANGLE = frozenset(map(stem, ("rectangular", "square")))


def implied(concepts: Sequence[Concept], said: Sequence[str]) -> tuple[str, ...]:
    """The stems that are implied; `said` are the stems of the whole description."""
    words = set(said).union(*(meaning for concept in concepts for meaning in concept.meanings))
    new = () if words & _USED else ("new",)
    return (*new, *_RECTANGLE) if words & _FLAT and not words & _ROUND else new
