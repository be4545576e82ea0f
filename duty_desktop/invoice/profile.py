"""What kind of values a column holds, judged from a bounded sample of its cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

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


def profile_of(sample: Sequence[Cell]) -> Profile:
    """Look at the first SAMPLE filled cells of a column's sample; labels of totals, free goods
    and marks for nothing do not count.
    """
    filled = list(islice((cell for cell in sample if not is_blank(cell)), SAMPLE))
    filled = [cell for cell in filled if not _is_label(cell)] or filled
    if not filled:
        return EMPTY
    texts = [plain(cell) if isinstance(cell, str) else "" for cell in filled]
    count = len(filled)

    def share(hits: int) -> float:
        return hits / count

    return Profile(
        filled=count,
        numbers=share(sum(1 for cell in filled if _is_number(cell))),
        countries=share(sum(1 for text in texts if text and country_of(text))),
        units=share(sum(1 for text in texts if text and is_unit(text))),
        currencies=share(sum(1 for text in texts if text and currency_of(text))),
        tariff=share(sum(1 for cell in filled if looks_like_tariff_number(cell))),
        length=sum(map(len, texts)) / count,
        blanks=len(sample) - len(filled),
        codes=share(sum(1 for cell in filled if looks_like_code(cell))),
    )


def _is_label(cell: Cell) -> bool:
    if not isinstance(cell, str):
        return False
    if is_nothing(cell) or is_free(cell):
        return True
    word = row_word(cell)
    return word is not None and word.certainty is not Certainty.INSIDE


def _is_number(cell: Cell) -> bool:
    if isinstance(cell, str):
        return written_number(cell) is not None or written_quantity(cell) is not None
    return isinstance(cell, (int, float)) and not isinstance(cell, bool)


def looks_like_code(cell: Cell) -> bool:
    """A number of an article: five digits or more, or digits and a dash; no grade of a metal."""
    text = text_of(cell)
    digits = sum(map(str.isdigit, text))
    if not digits or any(map(str.isspace, text)) or _GRADE.match(text):
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
