"""Dates of cells: real dates, serial numbers, texts in English, ISO, Japanese eras."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from duty_desktop.invoice.sheet import Cell
from duty_desktop.invoice.text import plain

_ERAS = {"令和": 2018, "r": 2018, "平成": 1988, "h": 1988, "昭和": 1925, "s": 1925}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ERA = re.compile(
    r"(令和|平成|昭和|[rhs])\.?\s*(元|\d{1,2})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?"
)
_YEAR_FIRST = re.compile(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?")
_SOLID = re.compile(r"(20\d{2})(\d{2})(\d{2})")
_DAY_NAME = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s./,-]*([a-z]{3,9})\.?[\s./,-]*(\d{4}|\d{2})")
_NAME_DAY = re.compile(r"([a-z]{3,9})\.?[\s./-]*(\d{1,2})(?:st|nd|rd|th)?[\s,./-]+(\d{4}|\d{2})")
_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})")
_SERIAL_START = date(1899, 12, 30)
_SERIALS = (36_526, 73_050)


@dataclass(frozen=True, slots=True)
class DoubtfulDate:
    """A date that reads in more than one way, such as 11/12/26."""

    text: str
    readings: tuple[date, ...]


def date_of(cell: Cell) -> date | DoubtfulDate | None:
    """The date of a cell; DoubtfulDate when day and month could be exchanged; None when it is no date."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, float) and cell.is_integer() and _SERIALS[0] < cell < _SERIALS[1]:
        return _SERIAL_START + timedelta(days=int(cell))
    return date_of_text(cell) if isinstance(cell, str) else None


@lru_cache(maxsize=4096)
def date_of_text(text: str) -> date | DoubtfulDate | None:
    """The date a text begins with."""
    body = plain(text).lower().strip(" .:")
    if match := _ERA.match(body):
        era, year, month, day = match.groups()
        return _valid(_ERAS[era] + (1 if year == "元" else int(year)), int(month), int(day))
    if match := _YEAR_FIRST.match(body):
        return _valid(*map(int, match.groups()))
    if match := _SOLID.fullmatch(body):
        return _valid(*map(int, match.groups()))
    if match := _DAY_NAME.match(body):
        return _named(match.group(2), match.group(1), match.group(3))
    if match := _NAME_DAY.match(body):
        return _named(match.group(1), match.group(2), match.group(3))
    if match := _NUMBERS.match(body):
        return _numeric(match)
    return None


def _numeric(match: re.Match[str]) -> date | DoubtfulDate | None:
    first, mark, second, year_text = match.groups()
    year = _year(year_text)
    readings = [_valid(year, int(first), int(second)), _valid(year, int(second), int(first))]
    if len(year_text) == 2:
        readings.append(_valid(2000 + int(first), int(second), int(year_text)))
    possible = tuple(dict.fromkeys(reading for reading in readings if reading))
    if mark == "." and len(year_text) == 4:
        return readings[1]
    if len(possible) == 1:
        return possible[0]
    return DoubtfulDate(match.group(0), possible) if possible else None


def _named(month: str, day: str, year: str) -> date | None:
    name = month[:3]
    return _valid(_year(year), _MONTHS.index(name) + 1, int(day)) if name in _MONTHS else None


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
