"""Figures as the report prints them: money, percent, quantities, days, ranges, line numbers."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from duty_desktop.report import phrases
from duty_desktop.report.table import SCALE, Cell, Kind

_MOST_RANGES = 8
_HUNDREDTH = Decimal("0.01")


def money(cents: int) -> str:
    """Cents as dollars: 1,234.50."""
    return f"{Decimal(cents) / 100:,.2f}"


def percent(ppm: int) -> str:
    """Millionths of one as a percentage, at most two decimals: 2.5%.

    A line's duty is in whole cents, so that its rate is 50.0004% where the law says 50%.
    """
    return f"{plain((Decimal(ppm) / 10_000).quantize(_HUNDREDTH, ROUND_HALF_UP))}%"


def plain(number: Decimal) -> str:
    """A number with thousands separated and without needless zeros."""
    if number == number.to_integral_value():
        return f"{number.to_integral_value():,}"
    return f"{number.normalize():,f}"


def day(value: date, language: str) -> str:
    """A day that nobody can misread: 2026-11-23, in Japanese 2026年11月23日."""
    return f"{value.year}年{value.month}月{value.day}日" if language == "ja" else value.isoformat()


def money_range(low_cents: int, high_cents: int | None, language: str) -> str:
    """One amount, or "x to y"; "x or more" when no upper bound is known, "open" when nothing is."""
    if high_cents is None and low_cents == 0:
        return phrases.OPEN.into(language)
    if high_cents is None:
        return phrases.OR_MORE.into(language).format(low=money(low_cents))
    if low_cents == high_cents:
        return money(low_cents)
    return phrases.FROM_TO.into(language).format(low=money(low_cents), high=money(high_cents))


def line_numbers(rows: Sequence[int]) -> str:
    """Rows (from 0) as line numbers (from 1), neighbours joined: "1-3, 7"; many are cut with their count."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][1] + 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    shown = [f"{first + 1}" if first == last else f"{first + 1}-{last + 1}" for first, last in runs]
    return ", ".join(shown[:_MOST_RANGES]) + (" …" if len(shown) > _MOST_RANGES else "")


def shown(cell: Cell, kind: Kind, language: str) -> str:
    """A cell as paper shows it; an empty cell is empty."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return day(cell, language)
    if isinstance(cell, str):
        return cell
    match kind:
        case Kind.MONEY:
            return money(cell)
        case Kind.RATE:
            return percent(cell)
        case Kind.AMOUNT if cell % SCALE[kind]:
            number = Decimal(cell) / SCALE[kind]
            return f"{number:,.2f}" if cell % (SCALE[kind] // 100) == 0 else plain(number)
        case _:
            return plain(Decimal(cell) / SCALE.get(kind, 1))


def exact(cell: Cell, kind: Kind) -> str:
    """A cell as machines read it: ISO days, decimal strings without thousands, "" when empty."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, str):
        return cell
    if kind is Kind.MONEY:
        return f"{Decimal(cell) / 100:.2f}"
    if kind is Kind.RATE:
        return f"{Decimal(cell) / 10_000:f}"
    number = Decimal(cell) / SCALE.get(kind, 1)
    return (
        f"{number.to_integral_value()}" if number == number.to_integral_value() else f"{number.normalize():f}"
    )
