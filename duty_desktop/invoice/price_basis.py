"""What a unit price is for, by the words of its heading: US$/MT, @/100 pcs, 単価(円/千個), Price per case."""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from duty_desktop.invoice.cells.numbers import currency_of
from duty_desktop.invoice.cells.quantities import PACKAGES
from duty_desktop.invoice.text import key, plain, split_brackets
from duty_desktop.invoice.vocabulary import vocabulary

KILOGRAMS = {"KG": Fraction(1), "G": Fraction(1, 1000), "T": Fraction(1000), "LB": Fraction(45359237, 10**8)}
_COUNTS = {"百": 100, "千": 1_000, "万": 10_000, "hundred": 100, "thousand": 1_000}
_COUNT = r"(?P<count>1?0{2,4}|1,000|10,000|[百千万]|hundred|thousand)?"
_UNIT = r"(?P<unit>cwt|[^\W\d_]+\.?)?"
_PER = re.compile(rf"(?:\bper\b|/|@)\s*(?:1\s*(?=[a-z]))?{_COUNT}\s*{_UNIT}", re.IGNORECASE)
_PER_BEHIND = re.compile(
    rf"(?<!\d)(?P<count>1?0{{2,4}}|1|[百千万])?\s*{_UNIT}\s*(?:当り|当たり|当|あたり|につき)", re.IGNORECASE
)
_PRICE = re.compile(r"\bprice\b|単価", re.IGNORECASE)
_HUNDREDWEIGHT = 100


@dataclass(frozen=True, slots=True)
class Stated:
    """`count` units of `unit` (a code of the list of units, "" pieces), as `printed`."""

    count: int
    unit: str
    printed: str

    @property
    def is_weight(self) -> bool:
        """Whether the price is by weight."""
        return self.unit in KILOGRAMS

    @property
    def is_package(self) -> bool:
        """Whether the price is for a package."""
        return self.unit in PACKAGES


@lru_cache(maxsize=4096)
def basis_stated(heading: str) -> Stated | None:
    """What the words of a price's heading say it is for; None when they do not say."""
    flat = plain(heading)
    for pattern in (_PER_BEHIND, _PER):
        for match in pattern.finditer(flat):
            if found := _stated(match.group("count") or "", match.group("unit") or "", match.group(0)):
                return found
    for piece in split_brackets(flat)[1]:
        if unit := _unit(piece):
            return Stated(1, unit, piece)
    return None


def _stated(count: str, unit: str, printed: str) -> Stated | None:
    number = _COUNTS.get(count.lower()) or int(count.replace(",", "") or 1)
    bare = printed.strip(" /@()").removeprefix("per").removeprefix("Per").removeprefix("PER").strip()
    if unit.lower() == "cwt":
        return Stated(_HUNDREDWEIGHT, "LB", bare)
    code = _unit(unit)
    if code in ("MIL", "C"):
        return Stated(1_000 if code == "MIL" else 100, "", bare)
    if code or (number > 1 and not unit):
        return Stated(number, "" if code == "PCS" else code, bare)
    return None


def _unit(text: str) -> str:
    if not text or currency_of(text) is not None:
        return ""
    units = vocabulary().units
    return units.get(text.lower().strip()) or units.get(key(text)) or ""


def heads_prices(heading: str) -> bool:
    """Whether a heading names a price by what it is for: "@/100 pcs", "US$/MT", "Price per KG USD"."""
    first, slash, _ = plain(heading).partition("/")
    sign = first.strip(" (")
    signed = bool(slash) and (sign == "@" or currency_of(sign) is not None)
    return (signed or bool(_PRICE.search(heading))) and basis_stated(heading) is not None


def weight_ratio(measured: str, stated: Stated) -> Fraction:
    """How many units of the price one unit of the measured weight is."""
    return KILOGRAMS[measured] / KILOGRAMS[stated.unit] / stated.count
