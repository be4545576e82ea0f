"""Figures as plain texts for tables and programs: decimal dollars, percent, dotted headings."""

from collections.abc import Iterable
from decimal import Decimal

from duty_desktop.estimate.result import Reason
from duty_desktop.terms.hts_number import dotted_heading

_HUNDRED = 100


def dollars_text(cents: int | None) -> str | None:
    """Cents as dollars with two decimals and no thousands marks; None stays None."""
    if cents is None:
        return None
    whole, rest = divmod(abs(cents), _HUNDRED)
    return f"{'-' if cents < 0 else ''}{whole}.{rest:02d}"


def percent_text(rate: Decimal | None) -> str | None:
    """A fraction of one as percent without needless zeros: 0.125 is "12.5"."""
    if rate is None:
        return None
    text = f"{rate * _HUNDRED:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def heading_texts(headings: Iterable[str]) -> list[str]:
    """Chapter 98 and 99 headings with their dots."""
    return [dotted_heading(heading) for heading in headings]


def reason_texts(reasons: Iterable[Reason]) -> list[str]:
    """The reasons in English, each once, what blocks first."""
    ordered = sorted(reasons, key=lambda reason: not reason.blocks)
    return list(dict.fromkeys(reason.text.en for reason in ordered))
