"""Figures and days as the window shows them; both languages group thousands alike."""

from datetime import date, datetime
from decimal import Decimal

from duty_desktop.gui.texts import JAPANESE, language, tr
from duty_desktop.terms.money import dollars, from_e4

NOT_KNOWN = "—"
_MOST_RATE_DIGITS = 4


def money(cents: int | None) -> str:
    """Cents as dollars: 1,234.50; a dash when not known."""
    return NOT_KNOWN if cents is None else f"{dollars(cents):,}"


def money_range(low: int, high: int | None) -> str:
    """An amount between bounds: "1.00 to 2.00", "1.00 or more"; one figure when both are the same.

    Where nothing is known it is "open": "0.00 or more" would look like a figure.
    """
    if high is None and low == 0:
        return tr("open")
    if high is None:
        return tr("{low} or more", low=money(low))
    return money(low) if low == high else tr("{low} to {high}", low=money(low), high=money(high))


def short_range(low: int, high: int | None) -> str:
    """An amount between bounds for narrow places: "1.00–2.00", "1.00 or more"."""
    if high is None or low == high:
        return money_range(low, high)
    return f"{money(low)}–{money(high)}"


def quantity(amount_e4: int | None) -> str:
    """A quantity or an invoice amount of ten-thousandths: 1,200 or 14.8; empty when not known."""
    return "" if amount_e4 is None else f"{from_e4(amount_e4):,f}"


def invoice_money(amount_e4: int | None, currency: str | None) -> str:
    """An amount of the invoice with two decimals (none for yen, more where the invoice has more)."""
    if amount_e4 is None:
        return ""
    value = from_e4(amount_e4)
    exponent = value.as_tuple().exponent
    if currency != "JPY" and isinstance(exponent, int) and exponent > -2:
        return f"{value:,.2f}"
    return f"{value:,f}"


def percent(fraction: Decimal | None) -> str:
    """A fraction of one as percent, without needless zeros: 12.5%; a dash when not known."""
    if fraction is None:
        return NOT_KNOWN
    rounded = round(fraction * 100, _MOST_RATE_DIGITS).normalize()
    return f"{rounded:f}%"


def day(value: date) -> str:
    """A day that cannot be misread: 2026-11-23, in Japanese 2026年11月23日."""
    return f"{value.year}年{value.month}月{value.day}日" if language() == JAPANESE else value.isoformat()


def moment(value: datetime) -> str:
    """A moment in local time: 2026-11-23 14:05."""
    local = value.astimezone()
    return f"{day(local.date())} {local:%H:%M}"
