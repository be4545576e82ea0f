"""Numbers written as text: full-width digits, currencies, units, both kinds of decimal mark, negatives."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from duty_desktop.invoice.sheet import Cell
from duty_desktop.invoice.text import key, plain
from duty_desktop.invoice.vocabulary import vocabulary
from duty_desktop.terms.money import E4

_NUMBER = re.compile(r"(\D*?)(\d[\d.,' ]*\d|\d|[.,]\d+)(\D*)")
LARGEST = 1e12
_SCALES = {"千": 1_000, "万": 10_000, "百万": 1_000_000, "億": 100_000_000}
_SIMPLE = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
_MINUS = "-▲△▼−"
# "1,234.-" says that no cents follow; it is not negative.
_CLOSING = frozenset((".-", ".--", ",-", ",--"))
_CLEAR_COMMA = re.compile(r"\d,\d{1,2}$|\d,\d{4,}$|\.\d{3},\d|^0,\d")
_CLEAR_POINT = re.compile(r"\d\.\d{1,2}$|\d\.\d{4,}$|,\d{3}\.\d|^0\.\d|,\d{3},\d{3}")


class DecimalMark(Enum):
    """Which mark separates decimals; decided per column, never per cell."""

    POINT = "."
    COMMA = ","


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number read from text with the currency (ISO code) and the unit written beside it."""

    value: float
    currency: str | None = None
    unit: str = ""


def to_e4(value: float) -> int:
    """Ten-thousandths of a number of a cell; exact for every number written with up to four decimals."""
    return round(value * E4)


def decimal_mark_of(texts: Iterable[str]) -> DecimalMark | None:
    """The mark that numbers of a column use; None when none of them shows it, or they disagree."""
    comma = point = False
    for text in texts:
        body = text.strip(" )-¥￥円$€")
        comma = comma or bool(_CLEAR_COMMA.search(body))
        point = point or bool(_CLEAR_POINT.search(body))
    if comma == point:
        return None
    return DecimalMark.COMMA if comma else DecimalMark.POINT


def _body_value(body: str, mark: DecimalMark) -> float | None:
    body = body.replace(" ", "").replace("'", "")
    comma, point = body.rfind(","), body.rfind(".")
    if comma >= 0 and point >= 0:
        thousands, decimal = (".", ",") if comma > point else (",", ".")
    elif comma >= 0:
        grouped = re.fullmatch(r"\d{1,3}(?:,\d{3})+", body) and not body.startswith("0")
        thousands, decimal = (",", ".") if grouped and mark is DecimalMark.POINT else (".", ",")
    else:
        grouped = re.fullmatch(r"\d{1,3}(?:\.\d{3})+", body) and not body.startswith("0")
        many = body.count(".") > 1
        thousands, decimal = (".", ",") if grouped and (many or mark is DecimalMark.COMMA) else (",", ".")
    cleaned = body.replace(thousands, "").replace(decimal, ".")
    try:
        return float(cleaned)
    except ValueError:
        return None


@lru_cache(maxsize=65_536)
def written_number(text: str, mark: DecimalMark = DecimalMark.POINT) -> WrittenNumber | None:
    """The number of a text such as "US$1,234.50", "(123)", "▲5,000円", "1,200本"; None if it is none.

    Anything beside the digits must be a sign, a currency, a unit or a scale: "M8x20" is no number.
    """
    body = plain(text).rstrip("*※")
    negative = body[:1] == "(" and body[-1:] == ")"
    if negative:
        body = body[1:-1].strip()
    match = _NUMBER.fullmatch(body)
    if match is None:
        return None
    before, digits, after = match.group(1).strip().removeprefix("@"), match.group(2), match.group(3).strip()
    if after in _CLOSING:
        after = ""
    signs = [piece for piece in (before[:1], before[-1:]) if piece and piece in _MINUS]
    before = before.strip(_MINUS + "+ ")
    ending = after.endswith("-")
    after = after.rstrip("-").strip()
    value = _body_value(digits, mark)
    beside = _beside(before, after)
    if value is None or beside is None:
        return None
    currency, unit, scale = beside
    # In Japan "¥1,200-" closes an amount; elsewhere a trailing minus makes it negative.
    negative = negative or bool(signs) or (ending and currency != "JPY")
    return WrittenNumber(-value * scale if negative else value * scale, currency, unit)


def _beside(before: str, after: str) -> tuple[str | None, str, float] | None:
    currency: str | None = None
    unit, scale = "", 1.0
    for piece in (before, after):
        if not piece or piece == "約":
            continue
        if piece[0] in "千万百億" and currency_of(piece.lstrip("千万百億") or "円"):
            scale = _SCALES.get(piece.rstrip("円ドル"), 1)
            currency = currency_of(piece.lstrip("千万百億")) or currency
        elif code := currency_of(piece.rstrip("也.-").strip(" .:")):
            currency = code
        elif piece == "%":
            unit, scale = "%", 0.01
        elif is_unit(piece):
            unit = piece
        else:
            return None
    return currency, unit, scale


def currency_of(text: str) -> str | None:
    """The ISO code of a currency's word or symbol."""
    return vocabulary().currencies.get(plain(text).lower())


def is_unit(text: str) -> bool:
    """Whether a text is a known unit of quantity."""
    units = vocabulary().units
    return plain(text).lower() in units or (bool(key(text)) and key(text) in units)


def number_of(cell: Cell, mark: DecimalMark = DecimalMark.POINT) -> float | None:
    """The number a cell holds, as number or as text; None for anything else.

    None too for figures beyond any invoice: part numbers and bar codes under a heading of money.
    """
    if isinstance(cell, bool):
        return None
    if isinstance(cell, (int, float)):
        return within_reason(float(cell))
    if isinstance(cell, str) and cell:
        if mark is DecimalMark.POINT and _SIMPLE.fullmatch(cell):
            return within_reason(float(cell.replace(",", "")))
        read = written_number(cell, mark)
        return within_reason(read.value) if read else None
    return None


def within_reason(figure: float) -> float | None:
    """The figure, None when no invoice can mean it."""
    return figure if -LARGEST <= figure <= LARGEST else None
