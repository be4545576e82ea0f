"""Who uses a good: what is for aircraft, ships, railways or vehicles has numbers of its own in many headings.

`resources/words/users.csv` holds for each user the words that speak of it and its own headings.
"""

import csv
from dataclasses import dataclass
from functools import lru_cache

from duty_desktop.describe.stems import stem
from duty_desktop.terms.resources import resource_folder


@dataclass(frozen=True, slots=True)
class User:
    """A user, the stems of words that speak of it, and the four-digit headings of the user itself."""

    name: str
    stems: frozenset[str]
    headings: frozenset[str]


@lru_cache(maxsize=1)
def users() -> tuple[User, ...]:
    """All users, read once."""
    with (resource_folder() / "words" / "users.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            User(
                row["user"],
                frozenset(map(stem, row["words"].split("|"))),
                frozenset(row["headings"].split("|")),
            )
            for row in csv.DictReader(file)
        )
