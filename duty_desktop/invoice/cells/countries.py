"""Countries of cells, in English and Japanese, as names, codes and phrases."""

import re
from functools import cache, lru_cache

from duty_desktop.invoice.text import key, plain, split_brackets
from duty_desktop.invoice.vocabulary import vocabulary

_MADE_IN = re.compile(
    r"^(?:all\s+)?(?:goods\s+|items\s+|products\s+)?(?:are\s+)?"
    r"(?:made|products?|produce|manufactured|produced|origin|country of origin|原産[国地]|生産国|製造国)"
    r"\s*(?:in|of)?\s*[:=]?\s*",
    re.IGNORECASE,
)
_MADE_SUFFIX = re.compile(r"(?:原産品?|製品?|産品?|origin|made)$", re.IGNORECASE)
_SEPARATORS = re.compile(r"\s*[/,;:=|・\n]\s*|\s+-\s+")
_PHRASE = re.compile(
    r"(?:made in|products? of|manufactured in|produced in|country of origin|origin|原産[国地]|生産国|製造国)"
    r"(?: of (?:all |the )?(?:goods|items|products|merchandise))?"
    r"\s*[:=]?\s*(?:全品|全商品|全て|すべて|all\s)?\s*(?:the\s+)?([A-Za-z.' ]{2,40}|[^\W\dA-Za-z_]{2,12})",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|never|none|neither|nor|other than|except|excluding|without"
    r"|no (?:goods|items|products|parts|components|materials?))\b[^.;。]*$",
    re.IGNORECASE,
)
_MONEY = frozenset("$¥€£")
LONGEST_CODE = 3
_OF_ORIGIN = re.compile(r"\b([A-Za-z]{4,20}) origin\b", re.IGNORECASE)


@lru_cache(maxsize=8192)
def country_of(text: str) -> str | None:
    """The ISO code of the country a cell names; None when it names none, or two."""
    flat = plain(text)
    if not flat:
        return None
    if found := _known(flat):
        return found
    codes = {code for piece in _pieces(flat) if (code := _known(piece) or _of_words(piece))}
    return codes.pop() if len(codes) == 1 else None


def country_named(text: str) -> str | None:
    """The country that words of any kind name; a code alone is none there: "Co." and "in" are words too."""
    code = country_of(text)
    named = {_known(piece) or _of_words(piece) for piece in _pieces(plain(text)) if _is_long(piece)}
    return code if code in named else None


def _pieces(flat: str) -> list[str]:
    outside, inside = split_brackets(flat)
    return [piece for part in (outside, *inside) for piece in _SEPARATORS.split(part) if piece]


def _is_long(word: str) -> bool:
    """Whether a word is longer than any code of a country, or Japanese."""
    return len(word) > LONGEST_CODE or not word.isascii()


def _known(text: str) -> str | None:
    if not _MONEY.isdisjoint(text):
        return None
    countries = vocabulary().countries
    return countries.get(text.lower()) or countries.get(key(text))


def _of_words(text: str) -> str | None:
    stripped = _MADE_SUFFIX.sub("", _MADE_IN.sub("", text, count=1)).strip(" .:")
    if stripped and stripped != text and (found := _known(stripped)):
        return found
    words = text.split()
    if len(words) != 2:
        return None
    known = {bare: code for word in words if len(bare := word.strip(".,()")) > 1 and (code := _known(bare))}
    codes = set(known.values())
    return codes.pop() if len(codes) == 1 and any(map(_is_long, known)) else None


@cache
def _made_in_japanese() -> re.Pattern[str]:
    """日本製, 中国産: a country's Japanese name of two letters or more before a word for made."""
    names = [re.escape(name) for name in vocabulary().countries if len(name) > 1 and not name.isascii()]
    return re.compile(rf"({'|'.join(sorted(names, key=len, reverse=True))})(?:製|産|原産)(?!品目)")


@lru_cache(maxsize=8192)
def country_in_phrase(text: str) -> str | None:
    """The country of a phrase such as "MADE IN JAPAN" or 日本製 inside any text."""
    flat = plain(text)
    for match in _PHRASE.finditer(flat):
        if _NOT.search(flat[: match.start()]):
            continue
        words = match.group(1).split()
        for count in range(len(words), 0, -1):
            if found := _known(" ".join(words[:count]).rstrip(".")):
                return found
    for pattern in (_OF_ORIGIN, _made_in_japanese()):
        for match in pattern.finditer(flat):
            if (found := _known(match.group(1))) and not _NOT.search(flat[: match.start()]):
                return found
    return None
