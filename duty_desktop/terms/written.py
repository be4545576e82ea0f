"""Numbers and days as people write them into fields and tables; what could be read in two ways is refused."""

import re
import unicodedata
from datetime import date
from decimal import Decimal

_NUMBER = re.compile(r"[+-]?(\d{1,3}(,\d{3})+(\.\d*)?|\d+\.?\d*([eE][+-]?\d{1,3})?|\.\d+)")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?([ T]0?0:00(:00(\.0+)?)?Z?)?")
_NAMED = re.compile(r"(\d{1,2})[- ]([A-Za-z]{3,9})\.?[- ,]+(\d{4})")
_NAMED_FIRST = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})")
_YEAR_LAST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_SOLID = re.compile(r"\d{8}")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SIGNS = ("US$", "$", "USD")


def decimal_of(text: str) -> Decimal:
    """A number with a point for decimals and commas between thousands; a dollar or percent sign may stand by.

    Raises ValueError: also for "1.234,50", which would be another amount in another country's way.
    """
    body = unicodedata.normalize("NFKC", text).replace("\u2212", "-").strip()
    for sign in _SIGNS:
        body = body.removeprefix(sign)
    body = body.removesuffix("%").removesuffix("USD").strip()
    if not _NUMBER.fullmatch(body):
        raise ValueError(f"“{text}” is not a number")
    return Decimal(body.replace(",", ""))


def day_of(text: str) -> date:
    """A day, year first, or with the month's name, or month/day/year where no other reading is a day.

    Raises ValueError: also for 03/04/2026, which is two days.
    """
    body = " ".join(unicodedata.normalize("NFKC", text).split())
    if match := _YEAR_FIRST.fullmatch(body):
        return date(*map(int, match.group(1, 2, 3)))
    if match := _NAMED.fullmatch(body):
        return date(int(match[3]), _month(match[2]), int(match[1]))
    if match := _NAMED_FIRST.fullmatch(body):
        return date(int(match[3]), _month(match[1]), int(match[2]))
    if _SOLID.fullmatch(body):
        return date(int(body[:4]), int(body[4:6]), int(body[6:]))
    if match := _YEAR_LAST.fullmatch(body):
        first, second, year = map(int, match.groups())
        if first > len(_MONTHS) or (second <= len(_MONTHS) and first != second):
            raise ValueError(f"“{text}” could be read as two days")
        return date(year, first, second)
    raise ValueError(f"“{text}” is not a day")


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1
