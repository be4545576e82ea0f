"""Tariff numbers named inside a text: "HS CODE: 8708.30.5090", 税番 8708.30."""

import re

from duty_desktop.invoice.profile import looks_like_tariff_number
from duty_desktop.invoice.text import plain

_MARK = re.compile(r"hts|h\.?s\.?|tariff|税番|関税", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:\bhts(?:us)?|\bh\.?s\.?|\btariff|税番|関税)(?:\s*(?:code|no|number|コード|番号))?[\s.:#(]{0,6}"
    r"(\d{4}[.\d\- ]{0,12}\d)",
    re.IGNORECASE,
)
_FIRST = re.compile(r"[\[【(<《]?\s*(\d{4}\.\d{2}(?:\.?\d{2}){0,2})\s*(?:[\])】>》:]|(?=\s)|$)")
_FEWEST = 8


def tariff_number_in(text: str) -> str | None:
    """The number that follows a word for it, None when there is none."""
    if not _MARK.search(text):
        return None
    match = _NUMBER.search(plain(text))
    return match.group(1) if match else None


def tariff_numbers_in(text: str) -> list[str]:
    """All numbers that follow words for them."""
    return _NUMBER.findall(plain(text)) if _MARK.search(text) else []


def tariff_number_first(text: str) -> str | None:
    """The number a row of words begins with: "[8708.30.5090] ORIGIN: JAPAN"; six digits in brackets only."""
    match = _FIRST.match(plain(text))
    if match is None or not looks_like_tariff_number(match.group(1)):
        return None
    bracketed = match.group(0)[0] in "[(<【《"
    return match.group(1) if bracketed or sum(map(str.isdigit, match.group(1))) >= _FEWEST else None
