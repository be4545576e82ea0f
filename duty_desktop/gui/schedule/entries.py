"""What the list beside the page offers: entries with a name, a line about them and their page."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class View(StrEnum):
    """The views of the schedule, in the order of their tabs."""

    IN_FORCE = "in-force"
    NEXT = "next"
    BETWEEN = "between"
    SOURCES = "sources"
    COVERAGE = "coverage"


@dataclass(frozen=True, slots=True)
class Entry:
    """`html` writes the page, given the lists whose numbers are shown; `text` is the page as rich text, to
    be searched.
    """

    key: str
    title: str
    about: str
    html: Callable[[frozenset[str]], str]
    text: str = ""


def with_every_word(entries: Sequence[Entry], sought: str) -> list[Entry]:
    """Entries that hold every word in their title, the line about them or their page."""
    words = sought.casefold().split()
    return [entry for entry in entries if not words or all(word in _plain(entry) for word in words)]


def _plain(entry: Entry) -> str:
    return f"{entry.title}\n{entry.about}\n{re.sub('<[^>]*>', ' ', entry.text)}".casefold()
