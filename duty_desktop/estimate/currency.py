"""Exchange rates as people write them, and amounts in dollars (19 CFR 159.31-159.36).

A rate is never guessed: it is typed or comes from a table of certified rates. Monthly averages
(resources/schedule/exchange_checks.csv) serve only to question a rate that looks wrong.
"""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from math import gcd
from pathlib import Path
from typing import TypeAlias

from duty_desktop.estimate.shipment import ExchangeRate, is_rate
from duty_desktop.estimate.spellings import currency_code, flat
from duty_desktop.tariff.law import Law
from duty_desktop.terms.findings import Finding, Severity
from duty_desktop.terms.money import E4

DOLLAR = "USD"
TOLERANCE = Decimal("0.20")
_CENTS = 100
_DIGITS_OF_AN_INVERSE = 12
_DEAREST_UNIT = 10  # dollars; no currency's unit is worth as much

_NUMBER = r"(?P<number>[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
_UNIT = r"(?P<{0}>(?!per\b|a\b)[^\d\s=/]+)"
_OF, _EACH, _PER, _BEFORE = (_UNIT.format(name) for name in ("of", "each", "per", "before"))
_ALONE = re.compile(rf"(?:{_OF} ?=? ?)?{_NUMBER}$")
_FOR_ONE = re.compile(rf"(?:{_OF} ?=? ?)?{_NUMBER} ?(?:{_EACH})? ?(?:per|/|a) ?1? ?{_PER}$")
_EQUAL = re.compile(rf"1? ?{_PER} ?1? ?= ?(?:{_BEFORE} ?)?{_NUMBER} ?(?:{_EACH})?$")
_DAY = re.compile(r"^(?P<rate>.*?)(?: ?@ ?| on )(?P<day>\d{4}-\d\d-\d\d)$")


class RateError(Exception):
    """A text is not an exchange rate; `finding` says what and how to write it."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


@dataclass(frozen=True, slots=True)
class MonthlyAverage:
    """The average rate of a month, in units of the currency for one dollar: for checks only."""

    currency: str
    month: date
    units_per_usd: Decimal


UsualRates: TypeAlias = Sequence[MonthlyAverage]


def parse_rate(text: str, usual: UsualRates, currency: str | None = None) -> ExchangeRate:
    """Read "JPY=0.006425", "155.6 yen per dollar", "1 USD = 155.6 JPY", or a number alone for `currency`.

    A number without words means dollars for one unit, unless the currency's usual rate (see `usual_rates`)
    shows that units for one dollar were meant. "@2026-11-20" after the rate tells its date. Raises RateError.
    """
    words = flat(text).lower().replace("us dollar", "dollar").replace("japanese yen", "yen")
    dated = _DAY.match(words)
    try:
        on = date.fromisoformat(dated["day"]) if dated else None
        code, number, inverse = _read(dated["rate"] if dated else words, usual, currency)
    except (ValueError, InvalidOperation) as error:
        raise _not_a_rate(text) from error
    if number <= 0 or code == DOLLAR or (currency and code != currency):
        raise _not_a_rate(text)
    usd_per_unit = _inverse(number) if inverse else number
    if not is_rate(usd_per_unit):
        raise _not_a_rate(text)
    return ExchangeRate(code, usd_per_unit, on, f"typed: {text.strip()}")


def rate_text(rate: ExchangeRate, usual: UsualRates) -> str:
    """The rate's number as `parse_rate` reads it for its currency.

    As dollars for one unit or as units for one dollar, whichever is shorter and says the same.
    """
    direct, turned = f"{rate.usd_per_unit.normalize():f}", f"{rate.units_per_usd:f}"
    if len(turned) < len(direct):
        read = parse_rate(turned, usual, rate.currency)
        return turned if read.usd_per_unit == rate.usd_per_unit else direct
    return direct


def _read(text: str, usual: UsualRates, currency: str | None) -> tuple[str, Decimal, bool]:
    """The currency, the number, and whether the number is units for one dollar."""
    if found := _FOR_ONE.match(text):
        number, per = _decimal(found["number"]), _code(found["per"])
        unit = found["each"] or found["of"]
        if per != DOLLAR:
            if unit and _code(unit) not in (DOLLAR, per):
                raise ValueError(text)
            return per, number, False
        return _known(_code(unit) if unit else currency, text), number, True
    if found := _ALONE.match(text):
        code = _known(_code(found["of"]) if found["of"] else currency, text)
        if code != DOLLAR:
            number = _decimal(found["number"])
            return code, number, _means_units_per_dollar(code, number, usual)
    if found := _EQUAL.match(text):
        unit = found["each"] or found["before"]
        per, number = _code(found["per"]), _decimal(found["number"])
        if per == DOLLAR:
            return _known(_code(unit) if unit else currency, text), number, True
        if unit and _code(unit) == DOLLAR:
            return per, number, False
    raise ValueError(text)


def _code(word: str) -> str:
    code = currency_code(word)
    if code is None:
        raise ValueError(word)
    return code


def _known(code: str | None, text: str) -> str:
    if code is None:
        raise ValueError(text)
    return code


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def _inverse(units_per_usd: Decimal) -> Decimal:
    exact = 1 / units_per_usd
    return exact.quantize(Decimal(1).scaleb(exact.adjusted() - _DIGITS_OF_AN_INVERSE + 1)).normalize()


def _means_units_per_dollar(currency: str, number: Decimal, usual: UsualRates) -> bool:
    """Whether the number lies nearer to the usual units for a dollar than to the dollars for a unit.

    Where nothing usual is known, only a number that no unit is worth means units for a dollar.
    """
    known = [average for average in usual if average.currency == currency]
    if not known:
        return number > _DEAREST_UNIT
    if number <= 0:
        return False
    units = known[-1].units_per_usd
    return max(number / units, units / number) < max(number * units, 1 / (number * units))


def _not_a_rate(text: str) -> RateError:
    return RateError(
        Finding(
            "exchange-rate-not-understood",
            f"“{text}” is not an exchange rate.",
            "Write dollars for one unit, as JPY=0.006425, or units for one dollar, as 155.6 yen per dollar.",
            Severity.ERROR,
            arguments=(("text", text),),
        )
    )


def usual_rates(law: Law) -> tuple[MonthlyAverage, ...]:
    """The averages that typed rates are compared with, oldest first."""
    return law.once(_averages_of)


def _averages_of(law: Law) -> tuple[MonthlyAverage, ...]:
    return read_averages(law.files.schedule / "exchange_checks.csv")


def read_averages(path: Path) -> tuple[MonthlyAverage, ...]:
    """The averages in a file, oldest first."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [
            MonthlyAverage(
                row["currency"], date.fromisoformat(row["month"] + "-01"), Decimal(row["units_per_usd"])
            )
            for row in csv.DictReader(file)
        ]
    return tuple(sorted(rows, key=lambda row: row.month))


def doubt_about(rate: ExchangeRate, entry_date: date, usual: UsualRates) -> Finding | None:
    """A question when the rate is more than 20% off the average of the month nearest to its date."""
    averages = [average for average in usual if average.currency == rate.currency]
    if not averages:
        return None
    day = rate.on or entry_date
    nearest = min(averages, key=lambda average: abs((average.month - day).days))
    off = rate.usd_per_unit * nearest.units_per_usd - 1
    if abs(off) <= TOLERANCE:
        return None
    shown = f"{rate.usd_per_unit:f}"
    return Finding(
        "exchange-rate-unusual",
        f"The rate {shown} dollars for one {rate.currency} is {abs(off):.0%} "
        f"{'above' if off > 0 else 'below'} the average of {nearest.month:%Y-%m} "
        f"({nearest.units_per_usd} {rate.currency} for a dollar).",
        "Check the rate and its date.",
        Severity.QUESTION,
        arguments=(("rate", shown), ("currency", rate.currency), ("month", f"{nearest.month:%Y-%m}")),
    )


def cents_of(amounts_e4: Sequence[int | None], rate: ExchangeRate) -> list[int | None]:
    """Amounts of the rate's currency as US cents, each half a cent up; None where there is no value.

    Zero and less is no value: a free sample has one all the same. Plain integers: 100,000 amounts
    take about 10 ms, and none can overflow.
    """
    numerator, denominator = rate.usd_per_unit.as_integer_ratio()
    doubled, half = 2 * numerator * _CENTS, denominator * E4
    common = gcd(doubled, half)  # small numbers multiply and divide faster
    doubled, half = doubled // common, half // common
    whole = 2 * half
    return [
        (doubled * amount + half) // whole or None if amount is not None and amount > 0 else None
        for amount in amounts_e4
    ]
