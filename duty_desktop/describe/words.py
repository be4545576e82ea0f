"""Words of a text, and the texts of the tariff taken apart into what a row names and what it adds."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from duty_desktop.describe.stems import stem

_SAY_NOTHING = """
a an and any are as at be been being but by designed entered exported for from has have having
heading headings if in including into is it its kind kinds like made more nor not of on or other
otherwise over per principally said same shipment so solely specified subheading subheadings such
suitable than that the their them therefor therefore therein thereof these this those to together
under up use uses using when where whether which whose with within without described provided note
notes chapter additional statistical elsewhere foregoing either does do all each others certain
various namely i.e e.g etc thereto
"""
STOP_WORDS = frozenset(_SAY_NOTHING.split())
WORD = re.compile(r"[a-z]-[a-z]{2,}|[a-z][a-z0-9]*(?:'[a-z]+)?")  # "t-shirt" and "x-ray" are one word
_PAREN = re.compile(r"\(([^()]*)\)")
_LEFT_OUT = re.compile(
    r"\b(?:other than|excluding|except(?:ing)?(?: for)?|not including|but not|but excluding|without)\b"
    r"(?! exceeding| over)"
)
_NOT = re.compile(
    r"(?<!whether or )\bnot (?!exceeding|over|less|more|finer|under|elsewhere|specified|including|further)"
)
_CONDITION = re.compile(
    r"\b(?:of|for|with|having|containing|in|into|used|designed|suitable|to|by|from|on|not|whether|"
    r"which|incorporating|consisting|put up|valued|measuring|exceeding|over|under|capable|intended|entered|"
    r"including|fitted|equipped|operating|made|as|whose|that|based|obtained|presented)\b"
)
_BEGINS = re.compile(
    r"^(?:to be (?:installed|used) (?:in|on|with)|(?:designed |suitable )?for use (?:solely or principally )?"
    r"(?:in|on|with)|of a kind (?:designed|used) (?:in|on|for|with|to be)|of|for|with|having|containing|in|"
    r"used|designed|suitable|to|by|made|from)\s+"
)
_OTHER = re.compile(r"^other,? ")
_WHETHER = re.compile(r"\bwhether\b[^,;:]*")
_OTHER_NAME = re.compile(r"[a-z]+(?: [a-z]+)?")
_ALTERNATIVES = re.compile(r",|\bor\b|\band\b|/")
_HEADINGS = re.compile(r"\b(\d{4})(?:\.(\d\d))?(?:\.(\d\d))?\b(?: (?:to|through) (\d{4})\b)?")

_SMALL = frozenset(("for", "of", "the", "a", "an", "and", "in", "on", "with", "to", "by", "made", "use"))
_LETTER = re.compile(r"(?<![\w/])([b-z]) ([a-z]{3,})")  # "a" is an article

NAMES = 1.0  # what a row names
CONDITION = 0.6  # how it is made, what it is for
ASIDE = 0.45  # in brackets
LEFT_OUT = -0.6  # what it excludes


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a row that belong together, and how much they say of the goods."""

    stems: tuple[str, ...]
    weight: float


def normal(text: str) -> str:
    """A text in one form: full-width and half-width alike, lower case, plain dashes and quotes."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text).translate(_SIGNS)
    return " ".join(plain.lower().split())


_SIGNS = str.maketrans(
    {"−": "-", "‐": "-", "‑": "-", "–": "-", "—": "-", "’": "'", "“": '"', "”": '"', "×": "x"}
)


def stems_of(text: str) -> tuple[str, ...]:
    """The stems of the words of a normal text that say something."""
    return tuple(
        stem(word.partition("'")[0])
        for word in WORD.findall(text)
        if word not in STOP_WORDS and len(word) > 1
    )


@lru_cache(maxsize=4096)
def meant(text: str) -> tuple[str, ...]:
    """The stems of a term of the trade without what it excludes; none when hardly a word of it is left.

    A letter before a word makes one word with it: a "u bolt" is a "u-bolt", not any bolt.
    """
    said = _LETTER.sub(r"\1-\2", _divided(_PAREN.sub(" ", normal(text)))[0])
    stems = stems_of(said)
    words = [word for word in said.split() if word not in _SMALL]
    return () if len(stems) == 1 and len(words) > 1 else stems


def is_residual(description: str) -> bool:
    """Whether a row holds all that its siblings do not: "Other", "Other:", "Other (423)"."""
    bare = _PAREN.sub("", description).strip(" :").lower()
    return bare in ("other", "others", "all other", "other, not specified elsewhere")


def phrases(description: str) -> list[Phrase]:
    """A row's text as phrases: first what it names, then what it adds or excludes."""
    text = normal(description).rstrip(":")
    found: list[Phrase] = []
    for aside in _PAREN.findall(text):
        _add(found, aside, _weight_of_aside(aside))
    plain = _PAREN.sub(" ", text)
    for open_ in _WHETHER.findall(plain):
        _add(found, open_, ASIDE)
    for clause in _WHETHER.sub(" ", plain).split(";"):
        kept, excluded = _divided(clause.strip())
        _add_clause(found, kept)
        _add(found, excluded, LEFT_OUT)
    return sorted(found, key=lambda phrase: -phrase.weight)


def _weight_of_aside(aside: str) -> float:
    """Brackets exclude, add, or give the same thing another name: "brake rotors (discs)"."""
    if _LEFT_OUT.search(aside):
        return LEFT_OUT
    return NAMES if _OTHER_NAME.fullmatch(aside.strip()) else ASIDE


def _divided(clause: str) -> tuple[str, str]:
    """What a clause says and what it excludes."""
    places = [match for match in (_LEFT_OUT.search(clause), _NOT.search(clause)) if match]
    if not places:
        return clause, ""
    first = min(places, key=lambda match: match.start())
    excluded, also, rest = clause[first.end() :].partition(", not ")
    kept, more = _divided(also + rest) if also else ("", "")  # "not in coils, not further worked than"
    return clause[: first.start()] + kept, f"{excluded}, {more}"


def _add_clause(found: list[Phrase], clause: str) -> None:
    clause = _OTHER.sub("", clause).strip()
    lead = _BEGINS.match(clause)
    start = lead.end() if lead else 0
    condition = _CONDITION.search(clause, start) if " " in clause else None  # "Used" names what it says
    end = condition.start() if condition else len(clause)
    _add(found, clause[start:end], NAMES)
    _add(found, clause[end:], CONDITION)


def _add(found: list[Phrase], text: str, weight: float) -> None:
    for part in _ALTERNATIVES.split(text):
        stems = tuple(dict.fromkeys(stems_of(part)))
        if stems:
            found.append(Phrase(stems, weight))


def headings_named(description: str) -> tuple[str, ...]:
    """The headings and subheadings that a row refers to, digits; a span of headings at most ten."""
    if "heading" not in description:
        return ()
    named: list[str] = []
    for match in _HEADINGS.finditer(description):
        first, last = match[1], match[4]
        if last and int(first) < int(last) <= int(first) + 10:
            named += [str(number).zfill(4) for number in range(int(first), int(last) + 1)]
        else:
            named.append(first + (match[2] or "") + (match[3] or ""))
    return tuple(named)
