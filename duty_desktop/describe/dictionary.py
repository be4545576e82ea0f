"""The trade's words: Japanese and English terms with the tariff's own words and numbers beside them.

`resources/words/japanese/*.csv` (`japanese,english,hs`), `resources/words/english/goods.csv`
(`english,means,hs`) and `resources/words/english/abbreviations.csv` (`short,means,beside`); several writings,
words or numbers in one cell are parted by `|`. See docs/finding-numbers.md.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from pathlib import Path

from duty_desktop.describe.words import meant, normal, stems_of
from duty_desktop.terms.hts_number import digits

JAPANESE_COLUMNS = ("japanese", "english", "hs")
GOODS_COLUMNS = ("english", "means", "hs")
ABBREVIATION_COLUMNS = ("short", "means", "beside")
_BETWEEN = "|"
_BORROWED, _BORROWED_BY_ONE_WORD = 0.9, 0.6
_TELL_NOTHING = frozenset(("part", "accessory", "component", "set", "kit", "other", "good", "article"))


class DictionaryError(Exception):
    """A file of the dictionary is malformed; the text names the file, the line and what is wrong."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a term of the trade means: `meanings` as stems, `numbers` the beginnings of numbers, best first.

    `trust` is less than one where an English word has its numbers only by way of a Japanese term.
    """

    term: str
    words: tuple[str, ...]
    meanings: tuple[tuple[str, ...], ...]
    numbers: tuple[str, ...]
    trust: float = 1.0


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form, the words it stands for, and words (stems) one of which must stand beside it."""

    short: str
    means: tuple[str, ...]
    beside: frozenset[str]


@dataclass(slots=True)
class Dictionary:
    """All terms: Japanese by their writing, English by their stems, abbreviations by their short form."""

    japanese: dict[str, Entry] = field(default_factory=dict)
    english: dict[tuple[str, ...], Entry] = field(default_factory=dict)
    short: dict[str, tuple[Abbreviation, ...]] = field(default_factory=dict)
    longest_japanese: int = 0
    longest_english: int = 0


def read_dictionary(folder: Path) -> Dictionary:
    """Read `resources/words`. Raises DictionaryError; a language that has no file has no terms."""
    found = Dictionary()
    for entry in _english_entries(folder / "english" / "goods.csv"):
        _add_english(found, meant(entry.term), entry)
    own = frozenset(found.english)
    for path in sorted((folder / "japanese").glob("*.csv")):
        for writings, entry in _japanese_entries(path):
            _add_japanese(found, writings, entry)
            _add_their_english(found, entry, own)
    for short in _abbreviations(folder / "english" / "abbreviations.csv"):
        found.short[short.short] = (*found.short.get(short.short, ()), short)
    found.longest_japanese = max(map(len, found.japanese), default=0)
    found.longest_english = max(map(len, found.english), default=0)
    return found


def _english_entries(path: Path) -> Iterator[Entry]:
    for row in _rows(path, GOODS_COLUMNS):
        means = _parts(row["means"])
        for writing in _parts(row["english"]):  # kinds of one thing, not always synonyms
            yield Entry(writing, (writing,), _stems((writing, *means)), _numbers(row["hs"]))


def _japanese_entries(path: Path) -> Iterator[tuple[tuple[str, ...], Entry]]:
    for row in _rows(path, JAPANESE_COLUMNS):
        words, writings = _parts(row["english"]), _parts(row["japanese"])
        yield writings, Entry(writings[0], words, _stems(words), _numbers(row["hs"]))


def _add_japanese(found: Dictionary, writings: Sequence[str], entry: Entry) -> None:
    """Several entries of one writing are one: the first's numbers come first."""
    keys = [written(writing) for writing in writings]
    for key in dict.fromkeys((*keys, *map(_without_last_long, keys))):
        known = found.japanese.get(key)
        found.japanese[key] = entry if known is None else _joined(known, entry)


def _add_their_english(found: Dictionary, entry: Entry, own: Set[tuple[str, ...]]) -> None:
    """What a Japanese term means serves English descriptions too, where English goods do not say it."""
    if not entry.numbers:
        return
    for word in entry.words:
        stems = meant(word)
        if stems not in own and not _TELL_NOTHING.issuperset(stems):
            meanings = (stems, *entry.meanings) if len(stems) > 1 else (stems,)
            trust = _BORROWED if len(stems) > 1 else _BORROWED_BY_ONE_WORD
            _add_english(found, stems, Entry(word, (word,), meanings, entry.numbers, trust))


def _add_english(found: Dictionary, stems: tuple[str, ...], entry: Entry) -> None:
    if stems:
        known = found.english.get(stems)
        found.english[stems] = entry if known is None else _joined(known, entry)


def _joined(one: Entry, other: Entry) -> Entry:
    """Two entries as one: their numbers in turn, so that the best of each stay in front."""
    numbers: list[str] = []
    for place in range(max(len(one.numbers), len(other.numbers))):
        numbers += [*one.numbers[place : place + 1], *other.numbers[place : place + 1]]
    return Entry(
        one.term,
        tuple(dict.fromkeys((*one.words, *other.words))),
        tuple(dict.fromkeys((*one.meanings, *other.meanings))),
        tuple(dict.fromkeys(numbers)),
        one.trust,
    )


def written(term: str) -> str:
    """A Japanese term as it is looked up: no spaces or middle dots, small differences of writing levelled."""
    return normal(term).replace(" ", "").replace("・", "").translate(_KANA)


_KANA = str.maketrans({"ヴ": "ブ", "ヂ": "ジ", "ヅ": "ズ", "〜": "ー", "ｰ": "ー"})


def _without_last_long(term: str) -> str:
    """モーター and モータ are one word."""
    return term[:-1] if len(term) > 3 and term.endswith("ー") else term


def _abbreviations(path: Path) -> Iterator[Abbreviation]:
    for row in _rows(path, ABBREVIATION_COLUMNS):
        beside = frozenset(stem for part in _parts(row["beside"]) for stem in stems_of(normal(part)))
        for short in _parts(row["short"]):
            yield Abbreviation(normal(short), tuple(map(normal, _parts(row["means"]))), beside)


def _rows(path: Path, columns: Sequence[str]) -> Iterator[Mapping[str, str]]:
    if not path.exists():
        return
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            if tuple(reader.fieldnames or ()) != tuple(columns):
                raise DictionaryError(f"{path}: the heading line must be {','.join(columns)}")
            for row in reader:
                if None in row or None in row.values() or not row[columns[0]]:
                    raise DictionaryError(f"{path}, line {reader.line_num}: needs {len(columns)} cells")
                yield row
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DictionaryError(f"{path} cannot be read: {error}") from error


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in (part.strip() for part in cell.split(_BETWEEN)) if part)


def _stems(words: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(filter(None, map(meant, words))))


def _numbers(cell: str) -> tuple[str, ...]:
    return tuple(digits(part) for part in _parts(cell))
