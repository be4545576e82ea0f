"""What a description leaves unsaid because it goes without saying: that goods are new.

Such words count nothing for a heading; they only let a row ask for them.
"""

from collections.abc import Sequence

from duty_desktop.describe.understanding import Concept

_USED = frozenset(("used", "secondhand", "rebuilt", "remanufactur"))


def implied(concepts: Sequence[Concept], said: Sequence[str]) -> tuple[str, ...]:
    """The stems that are implied; `said` are the stems of the whole description."""
    words = set(said).union(*(meaning for concept in concepts for meaning in concept.meanings))
    return () if words & _USED else ("new",)
