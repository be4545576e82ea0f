"""What one column heading means: the fields it may name, with the words that say so."""

import re
from dataclasses import dataclass
from functools import lru_cache

from duty_desktop.invoice.cells.numbers import currency_of, is_unit
from duty_desktop.invoice.price_basis import heads_prices
from duty_desktop.invoice.scales import scale_in
from duty_desktop.invoice.text import key, plain, split_brackets
from duty_desktop.invoice.vocabulary import vocabulary

LONGEST_HEADING = 80
EACH = "@"
TERMS = frozenset(
    ("EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DAT", "DDU", "DDP", "C&F", "CNF")
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")
SCRIPTS = re.compile(r"(?<=[\x21-\x7e])\s*(?=[^\x00-\x7f])|(?<=[^\x00-\x7f])\s*(?=[\x21-\x7e])")
_FILLER = frozenset(("in", "of", "the", "for", "our", "your", "per", "a", "and", "stated", "at"))


@dataclass(frozen=True, slots=True)
class Guess:
    """A field a heading may name; `score` 100 for the dictionary's own words, less for parts of them.

    `second`: the words' second meaning.
    """

    field: str
    score: int
    words: str
    second: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading understood: guesses best first, and what stands beside the words."""

    text: str
    guesses: tuple[Guess, ...] = ()
    currency: str | None = None
    unit: str = ""
    scale: int = 1
    terms: str | None = None

    @property
    def best(self) -> Guess | None:
        """The best guess."""
        return self.guesses[0] if self.guesses else None

    def score(self, field: str) -> int:
        """How strongly the words name `field`; 0 when they do not."""
        return max((guess.score for guess in self.guesses if guess.field == field), default=0)


NO_HEADING = Heading("")


@lru_cache(maxsize=16_384)
def read_heading(text: str) -> Heading:
    """Understand a heading; a text too long for one has no guesses."""
    flat = plain(text)
    if not flat or len(flat) > LONGEST_HEADING:
        return Heading(flat)
    if flat == EACH:
        return Heading(flat, (Guess("unit_price", 96, flat),))
    outside, inside = split_brackets(flat)
    if not key(outside):
        outside, inside = " ".join(inside), ()
    words = [_CAMEL.sub(" ", outside), *inside]
    currency, scale = _currency_and_scale(words)
    guesses: dict[str, Guess] = {}
    for guess in _with_second_meaning(_guesses(text, outside, inside)):
        if guess.score > (guesses[guess.field].score if guess.field in guesses else 0):
            guesses[guess.field] = guess
    ordered = tuple(sorted(guesses.values(), key=lambda guess: -guess.score))
    unit = next((piece for piece in inside if is_unit(piece)), "")
    return Heading(flat, ordered, currency, unit, scale, _terms(" ".join(words)))


def _guesses(text: str, outside: str, inside: tuple[str, ...]) -> list[Guess]:
    columns = vocabulary().columns
    found = []
    if field := columns.exact.get(key(plain(text))):
        return [Guess(field, 100, plain(text))]
    if field := columns.exact.get(key(outside)):
        found.append(Guess(field, 99, outside))
    lines = [line for line in re.split(r"[\n\r]+", text) if line.strip()]
    parts = [split_brackets(line)[0] for line in lines] if len(lines) > 1 else []
    parts += [part for part in re.split(r"\s*[/|・:]\s*|\s+-\s+", outside) if len(key(part)) > 1]
    parts += SCRIPTS.split(outside)
    found += [Guess(field, 95, part) for part in parts if (field := columns.exact.get(key(part)))]
    bare = _without_hints(_CAMEL.sub(" ", outside))
    if field := columns.exact.get(key(bare)):
        found.append(Guess(field, 92, bare))
    without_currency = _without_hints(_CAMEL.sub(" ", outside), keeps_terms=True)
    if field := columns.exact.get(key(without_currency)):
        found.append(Guess(field, 92, without_currency))
    if heads_prices(outside):
        found.append(Guess("unit_price", 96, outside))
    found += [Guess(field, 85, piece) for piece in inside if (field := columns.exact.get(key(piece)))]
    if not found and (contained := columns.contained(bare)):
        field, words = contained
        share = len(key(words)) / max(1, len(key(bare)))
        if share >= 0.25:
            found.append(Guess(field, 50 + int(35 * share), words))
    return found


def _with_second_meaning(guesses: list[Guess]) -> list[Guess]:
    also = vocabulary().also
    second = [
        Guess(field, guess.score - 30, guess.words, second=True)
        for guess in guesses
        if (field := also.get(key(guess.words))) and field != guess.field
    ]
    return guesses + second


def _without_hints(text: str, *, keeps_terms: bool = False) -> str:
    kept = []
    for word in text.split():
        bare = word.strip(".,:;")
        is_term = bare.upper() in TERMS
        if (is_term and not keeps_terms) or bare.lower() in _FILLER or currency_of(bare):
            continue
        kept.append(word)
    return " ".join(kept)


def _currency_and_scale(words: list[str]) -> tuple[str | None, int]:
    currency: str | None = None
    scale = 1
    for piece in words:
        scale = scale_in(piece) or scale
        if scale > 1 and ("円" in piece or "ドル" in piece):
            return ("JPY" if "円" in piece else "USD"), scale
        for word in [piece, *re.split(r"[\s/.,:;]+", piece), *SCRIPTS.split(piece)]:
            currency = currency or _currency_word(word)
    return currency, scale


def _currency_word(word: str) -> str | None:
    return None if word.lower() in ("en", "rm", "rp", "no", "sit") else currency_of(word)


def _terms(text: str) -> str | None:
    words = re.findall(r"[A-Z&]+", text.upper())
    found = next((word for word in words if word in TERMS), None)
    return {"C&F": "CFR", "CNF": "CFR"}.get(found, found) if found else None


@lru_cache(maxsize=1024)
def misspelt(text: str) -> Guess | None:
    """The field of a misspelt heading ("Desciption"): only for columns nothing else explains."""
    from rapidfuzz import fuzz, process

    wanted = key(split_brackets(text)[0])
    if len(wanted) < 5:
        return None
    known = vocabulary().columns.exact
    match = process.extractOne(wanted, known.keys(), scorer=fuzz.ratio, score_cutoff=85)
    return Guess(known[match[0]], 60, match[0]) if match else None
