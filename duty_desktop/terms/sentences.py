"""Sentences of the core in other languages: findings are made in English with their values filled in."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from re import Pattern

from duty_desktop.terms.resources import resource_folder

ENGLISH = "en"


def sentence_into(english: str, language: str) -> str:
    """A sentence in a language; one without a translation stays English: better than nothing."""
    if language == ENGLISH or not english:
        return english
    plain, patterns = _sentences(language)
    if english in plain:
        return plain[english]
    for pattern, words in patterns:
        found = pattern.fullmatch(english)
        if found:
            values = {name: sentence_into(value, language) for name, value in found.groupdict().items()}
            return words.format(**values)
    return english


def load_sentences(language: str) -> None:
    """Have the sentences of a language ready; otherwise the first that is told reads them."""
    _sentences(language)


def translations(language: str, name: str) -> dict[str, str]:
    """All texts of one file of translations by their English."""
    import tomllib

    with (resource_folder() / "translations" / language / name).open("rb") as file:
        content = tomllib.load(file)
    return {english: words for part in content.values() for english, words in part.items()}


@cache
def _sentences(language: str) -> tuple[Mapping[str, str], Sequence[tuple[Pattern[str], str]]]:
    """The sentences without values by their English; those with values as patterns, in their order."""
    known = translations(language, "findings.toml")
    plain = {english: words for english, words in known.items() if "{" not in english}
    return plain, [(_pattern(english), words) for english, words in known.items() if "{" in english]


def _pattern(english: str) -> Pattern[str]:
    parts = re.split(r"\{(\w+)\}", english)
    texts = [re.escape(part) if place % 2 == 0 else f"(?P<{part}>.*?)" for place, part in enumerate(parts)]
    return re.compile("".join(texts), re.DOTALL)
