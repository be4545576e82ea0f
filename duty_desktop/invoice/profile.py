"""What kind of values a column holds, judged from a bounded sample of its cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from duty_desktop.invoice.cells.countries import country_of
from duty_desktop.invoice.cells.numbers import currency_of, is_unit, written_number
from duty_desktop.invoice.cells.quantities import written_quantity
from duty_desktop.invoice.cells.tariff_numbers import tariff_number
from duty_desktop.invoice.row_words import Certainty, is_free, is_nothing, row_word
from duty_desktop.invoice.sheet import Cell, is_blank, text_of
from duty_desktop.invoice.text import plain

SAMPLE = 120
CODE_DIGITS = 5
_GRADE = re.compile(
    r"SUS|SS\d|SP[CH]|S\d\dC|SCM|SNCM|SK[DHS]|FCD?\d|A\d{4}(?!\d)|ADC|AC\d|C\d{4}(?!\d)|ST[KPB]"
    r"|SG|SE|AL|TI|AISI|ASTM|JIS",
    re.IGNORECASE,
)
# A day, no tariff number: the tariff's headings end at 2009 in that chapter and have two digits at each dot.
_DAY = re.compile(
    r"20[1-9]\d\.(?:0?[1-9]|1[0-2])\.(?:0?[1-9]|[12]\d|3[01])|\d{4}\.(?:\d\.\d{1,2}|\d{1,2}\.\d)"
)


@dataclass(frozen=True, slots=True)
class Profile:
    """Shares (0 to 1) of the filled cells of a sample; `filled` is their number, `length` the mean length."""

    filled: int
    numbers: float
    countries: float
    units: float
    currencies: float
    tariff: float
    length: float
    blanks: int = 0
    codes: float = 0


EMPTY = Profile(0, 0, 0, 0, 0, 0, 0)


class _Looks(NamedTuple):
    """How many cells look so, 0 or 1 of a single one; `length` is that of their texts together."""

    label: int
    number: int
    country: int
    unit: int
    currency: int
    tariff: int
    code: int
    length: int


_SMALL = 10 ** (CODE_DIGITS - 1)  # no whole number below is a code
_PLAIN, _TARIFF = 1e-4, 1e8  # between them a float has no exponent and is no tariff number


def profile_of(sample: Sequence[Cell]) -> Profile:
    """Look at the first SAMPLE filled cells of a column's sample; labels of totals, free goods
    and marks for nothing do not count.
    """
    filled = list(islice((cell for cell in sample if not is_blank(cell)), SAMPLE))
    looks = [_looks_of_text(cell) if isinstance(cell, str) else _looks_of_value(cell) for cell in filled]
    looks = [one for one in looks if not one.label] or looks
    if not looks:
        return EMPTY
    count, found = len(looks), _Looks(*map(sum, zip(*looks, strict=True)))
    return Profile(
        filled=count,
        numbers=found.number / count,
        countries=found.country / count,
        units=found.unit / count,
        currencies=found.currency / count,
        tariff=found.tariff / count,
        length=found.length / count,
        blanks=len(sample) - count,
        codes=found.code / count,
    )


@lru_cache(maxsize=16_384)
def _looks_of_text(cell: str) -> _Looks:
    """Kept: units, origins and articles come again, in other columns and files too."""
    text = plain(cell)
    return _Looks(
        label=_is_label(cell),
        number=written_number(cell) is not None or written_quantity(cell) is not None,
        country=bool(text and country_of(text)),
        unit=bool(text and is_unit(text)),
        currency=bool(text and currency_of(text)),
        tariff=looks_like_tariff_number(cell),
        code=looks_like_code(cell),
        length=len(text),
    )


def _looks_of_value(cell: Cell) -> _Looks:
    if type(cell) is float and _PLAIN <= cell < _TARIFF:
        if cell < _SMALL and cell.is_integer():
            return _NUMBER
        text = text_of(cell)
        return _LONG_NUMBER if len(text) - ("." in text) >= CODE_DIGITS else _NUMBER
    number = isinstance(cell, (int, float)) and not isinstance(cell, bool)
    tariff, code = looks_like_tariff_number(cell), looks_like_code(cell)
    return _Looks(0, number, country=0, unit=0, currency=0, tariff=tariff, code=code, length=0)


_NUMBER = _Looks(label=0, number=1, country=0, unit=0, currency=0, tariff=0, code=0, length=0)
_LONG_NUMBER = _NUMBER._replace(code=1)


def _is_label(text: str) -> bool:
    if is_nothing(text) or is_free(text):
        return True
    word = row_word(text)
    return word is not None and word.certainty is not Certainty.INSIDE


def looks_like_code(cell: Cell) -> bool:
    """A number of an article: five digits or more, or digits and a dash; no grade of a metal."""
    text = text_of(cell)
    if len(text.split(maxsplit=1)) != 1:
        return False
    digits = sum(map(str.isdigit, text))
    if not digits or _GRADE.match(text):
        return False
    return digits >= CODE_DIGITS or "-" in text


def looks_like_tariff_number(cell: Cell) -> bool:
    """Ten digits of chapters 1 to 97, or fewer with the dots of a tariff."""
    if isinstance(cell, str):
        text = plain(cell)
        if _DAY.fullmatch(text):
            return False
        dotted = text.count(".") >= 1 and text[:4].isdigit() and text[4:5] == "."
        if not dotted and len(text.replace(" ", "")) != 10:
            return False
    elif not isinstance(cell, float) or not 1e8 <= cell < 1e10 or not cell.is_integer():
        return False
    digits = tariff_number(cell).digits
    return digits is not None and "01" <= digits[:2] <= "97" and digits[:2] != "77" and digits[2:4] != "00"
