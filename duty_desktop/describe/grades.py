"""Metals named by their grade: SUS304 holds nickel and no molybdenum, S45C 0.45 percent of carbon.

`resources/words/sizes/grades.csv` holds the nominal composition of the grades of JIS G 4303, G 4304 and
G 4051 (percent by weight) and what the grades of JIS H 4000 are in the tariff's words.
"""

import csv
import re
from dataclasses import dataclass
from functools import lru_cache

from duty_desktop.describe.limits import Size, share_of
from duty_desktop.describe.words import stems_of
from duty_desktop.terms.resources import resource_folder

_GRADE = re.compile(r"(?<![a-z0-9])[a-z]{0,4}\s?-?\d{1,4}[a-z]?\d?(?:-[a-z]{1,2}\d?|ph)?(?![a-z0-9])")
_ELEMENTS = ("carbon", "chromium", "nickel", "molybdenum")


@dataclass(frozen=True, slots=True)
class Grade:
    """What a grade's name says: shares of elements, and words (stems) that a row may ask for."""

    shares: tuple[Size, ...]
    says: tuple[str, ...]


_NONE = Grade((), ())


def grade_of(text: str) -> Grade:
    """The first grade that a normal text names; one that says nothing when there is none."""
    known = _grades()
    for match in _GRADE.finditer(text):
        grade = known.get(match[0].replace(" ", "")) or known.get(match[0].partition("-")[0])
        if grade is not None:
            return grade
    return _NONE


@lru_cache(maxsize=1)
def _grades() -> dict[str, Grade]:
    path = resource_folder() / "words" / "sizes" / "grades.csv"
    found: dict[str, Grade] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for name in row["grade"].split("|"):
                shares = tuple(
                    Size(share_of(element), "", float(row[element]), name)
                    for element in _ELEMENTS
                    if row[element]
                )
                found[name] = Grade(shares, stems_of(row["says"]))
    return found
