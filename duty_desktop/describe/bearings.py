"""Deep groove ball bearings named by their designation: 6203ZZ is a single row bearing of 40 mm outside.

`resources/words/sizes/ball-bearings.csv` holds the boundary dimensions of ISO 15 by basic designation.
"""

import csv
import re
from functools import lru_cache

from duty_desktop.describe.limits import Size
from duty_desktop.describe.understanding import Concept
from duty_desktop.terms.resources import resource_folder

_DESIGNATION = re.compile(r"(?<![\d.])(6[02389]\d{1,2})(?=$|[^\d.]|[a-z-])")
_BEARING = "bearing"
WORDS = ("single", "row", "radial")


def ball_bearing_sizes(text: str, concepts: list[Concept]) -> list[Size]:
    """The outside diameter of a bearing that a normal text designates, when it speaks of bearings."""
    if not any(_BEARING in meaning for concept in concepts for meaning in concept.meanings):
        return []
    for match in _DESIGNATION.finditer(text):
        outside = _outside_diameters().get(match[1])
        if outside is not None:
            return [Size("length", "diameter", outside, match[1])]
    return []


@lru_cache(maxsize=1)
def _outside_diameters() -> dict[str, float]:
    path = resource_folder() / "words" / "sizes" / "ball-bearings.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["designation"]: float(row["outside_mm"]) for row in csv.DictReader(file)}
