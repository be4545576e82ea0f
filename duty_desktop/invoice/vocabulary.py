"""The words of invoices, read once from resources/headings: a new supplier's word needs no code."""

import csv
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from duty_desktop.invoice.text import key, phrase, plain
from duty_desktop.terms.resources import resource_folder

LANGUAGES = ("en", "ja")


Phrases = dict[str, tuple[tuple[str, str], ...]]
JAPANESE_HEAD = 2


@dataclass(frozen=True, slots=True)
class WordList:
    """Words of one purpose: `exact` by key; phrases by their first word, longest first.

    Japanese phrases, written without spaces, are found by their first two letters.
    """

    exact: dict[str, str]
    english: Phrases
    japanese: Phrases

    def contained(self, text: str) -> tuple[str, str] | None:
        """Meaning and words of the longest known phrase inside `text`, or None."""
        words = phrase(text)
        found = _longest(self.english, words.split(), words)
        if text.isascii():
            return found
        letters = key(text)
        heads = (letters[at : at + JAPANESE_HEAD] for at in range(len(letters) - 1))
        return found or _longest(self.japanese, heads, letters)


def _longest(phrases: Phrases, heads: Iterable[str], text: str) -> tuple[str, str] | None:
    best: tuple[str, str] | None = None
    for head in heads:
        for known, meaning in phrases.get(head, ()):
            if known in text and (best is None or len(known.strip()) > len(best[1])):
                best = meaning, known.strip()
                break
    return best


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words: column headings (`also`: second meanings), labels of header facts, other rows, values."""

    columns: WordList
    also: dict[str, str]
    labels: WordList
    rows: WordList
    transport: WordList
    values: dict[str, frozenset[str]]
    countries: dict[str, str]
    units: dict[str, str]
    currencies: dict[str, str]
    decimals: dict[str, int]


def _word_list(tables: list[dict[str, list[str]]], alone: frozenset[str] = frozenset()) -> WordList:
    pairs = [(word, meaning) for table in tables for meaning, words in table.items() for word in words]
    exact: dict[str, str] = {}
    for word, meaning in pairs:
        exact.setdefault(key(word), meaning)
    exact.pop("", None)
    inside = [(word, meaning) for word, meaning in pairs if key(word) not in alone]
    english = {(phrase(word), meaning) for word, meaning in inside if word.isascii()}
    japanese = {(key(word), meaning) for word, meaning in inside if not word.isascii()}
    return WordList(
        exact,
        _by_head(sorted(english, key=_by_length), lambda known: known.split()[0]),
        _by_head(sorted(japanese, key=_by_length), lambda known: known[:JAPANESE_HEAD]),
    )


def _by_head(pairs: list[tuple[str, str]], head_of: Callable[[str], str]) -> Phrases:
    heads: dict[str, list[tuple[str, str]]] = {}
    for known, meaning in pairs:
        if known.strip() and len(known) >= JAPANESE_HEAD:
            heads.setdefault(head_of(known), []).append((known, meaning))
    return {head: tuple(found) for head, found in heads.items()}


def _by_length(pair: tuple[str, str]) -> tuple[int, str]:
    return -len(pair[0]), pair[0]


def _spellings(path: Path, first: int) -> dict[str, str]:
    """The code of every word from column `first` on; a code that has no words is no word of invoices."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    known: dict[str, str] = {}
    for row in rows:
        if not any(row[first:]):
            continue
        for word in [row[0], *chain.from_iterable(cell.split(";") for cell in row[first:])]:
            if word:
                known.setdefault(plain(word).lower(), row[0])
    return known


def _decimals(path: Path) -> dict[str, int]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["code"]: int(row["decimals"]) for row in csv.DictReader(file)}


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of both languages."""
    folder = resource_folder() / "headings"
    books = [tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8")) for name in LANGUAGES]
    alone = frozenset(key(word) for book in books for word in book["alone"]["words"])
    values: dict[str, set[str]] = {}
    for book in books:
        for meaning, words in book["values"].items():
            values.setdefault(meaning, set()).update([*words, *(plain(word).lower() for word in words)])
    countries = _spellings(folder / "countries.csv", 1)
    return Vocabulary(
        columns=_word_list([book["columns"] for book in books], alone),
        also=_word_list([book["also"] for book in books]).exact,
        labels=_word_list([book["labels"] for book in books]),
        rows=_word_list([book["rows"] for book in books]),
        transport=_word_list([book["transport"] for book in books]),
        values={meaning: frozenset(words) for meaning, words in values.items()},
        countries=countries | {key(word): code for word, code in countries.items()},
        units=_spellings(folder / "units.csv", 1),
        currencies=_spellings(folder / "currencies.csv", 2),
        decimals=_decimals(folder / "currencies.csv"),
    )
