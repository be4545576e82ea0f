"""The cells of a goods table as values; what cannot be understood becomes a problem of its row."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import TypeVar

from duty_desktop.estimate.edits import EditError
from duty_desktop.estimate.field_texts import normal_text
from duty_desktop.estimate.rating import Goods
from duty_desktop.estimate.single import QUANTITY, UNIT, quantity_of
from duty_desktop.terms.money import cents_half_up
from duty_desktop.terms.written import day_of, decimal_of

_Value = TypeVar("_Value")
_NO_DAY = "The entry date is missing: enter it like 2026-11-23."


@dataclass(slots=True)
class GoodsRows:
    """Rows ready to rate: the goods, their entry dates (None: not usable), problems by row."""

    goods: Goods = field(default_factory=Goods)
    days: list[date | None] = field(default_factory=list)
    problems: dict[int, list[str]] = field(default_factory=dict)


def goods_rows(columns: Mapping[str, Sequence[str]], size: int, default_day: date | None) -> GoodsRows:
    """Turn columns of texts into goods; `default_day` serves rows that name no entry date."""
    rows = GoodsRows()
    blank = [""] * size

    def parsed(name: str, parse: Callable[[str], _Value | None]) -> list[_Value | None]:
        return _parsed(columns.get(name, blank), parse, rows.problems)

    rows.days = [day or default_day for day in parsed("entry_date", _day)]
    for row, (day, text) in enumerate(zip(rows.days, columns.get("entry_date", blank), strict=True)):
        if day is None and not text:
            rows.problems.setdefault(row, []).append(_NO_DAY)
        elif text and row in rows.problems:
            rows.days[row] = None
    rows.goods.value_cents = parsed("value_usd", _cents)
    rows.goods.hts = parsed("hts", _number)
    rows.goods.origin = parsed("origin", _origin)
    rows.goods.quantity_e4 = parsed(QUANTITY, _quantity)
    rows.goods.unit = list(columns.get(UNIT, blank))
    rows.goods.facts = _facts(columns, size)
    return rows


def _parsed(
    texts: Sequence[str], parse: Callable[[str], _Value | None], problems: dict[int, list[str]]
) -> list[_Value | None]:
    """Each text parsed once however often it stands there; None for blanks and for problems."""
    known: dict[str, _Value | None] = {"": None}
    wrong: dict[str, str] = {}
    values = []
    for row, text in enumerate(texts):
        if text not in known:
            try:
                known[text] = parse(text)
            except ValueError as error:
                known[text], wrong[text] = None, str(error)
        if text in wrong:
            problems.setdefault(row, []).append(wrong[text])
        values.append(known[text])
    return values


def _facts(columns: Mapping[str, Sequence[str]], size: int) -> list[Mapping[str, str]]:
    """The declared facts of each row; rows that declare the same share one mapping."""
    names = [
        name for name in columns if name not in ("entry_date", "hts", "value_usd", "origin", QUANTITY, UNIT)
    ]
    if not names:
        nothing: Mapping[str, str] = {}
        return [nothing] * size
    known: dict[tuple[str, ...], Mapping[str, str]] = {}
    facts = []
    for cells in zip(*(columns[name] for name in names), strict=True):
        declared = known.get(cells)
        if declared is None:
            declared = known[cells] = {name: cell for name, cell in zip(names, cells, strict=True) if cell}
        facts.append(declared)
    return facts


def _day(text: str) -> date:
    try:
        return day_of(text)
    except ValueError as error:
        raise ValueError(f"“{text}” is not an entry date: enter it like 2026-11-23.") from error


def _cents(text: str) -> int | None:
    try:
        dollars = decimal_of(text)
    except ValueError as error:
        raise ValueError(f"“{text}” is not a value in dollars: enter it like 10000.00.") from error
    if dollars < 0:
        raise ValueError(f"The value “{text}” must be zero or more.")
    return cents_half_up(Fraction(dollars)) or None


def _number(text: str) -> str:
    return _normal("hts", text)


def _origin(text: str) -> str:
    return _normal("origin", text)


def _normal(name: str, text: str) -> str:
    try:
        return normal_text(name, text, {})
    except EditError as error:
        raise ValueError(str(error.finding)) from error


def _quantity(text: str) -> int:
    quantity = quantity_of(text)
    if quantity is None:
        raise ValueError(f"“{text}” is not a quantity: enter a number of zero or more.")
    return quantity
