"""How well the values of a column suit a field."""

from duty_desktop.invoice.heading_words import Heading
from duty_desktop.invoice.profile import Profile
from duty_desktop.invoice.text import key

NUMERIC = frozenset(
    (
        "quantity",
        "unit_price",
        "amount",
        "net_weight",
        "gross_weight",
        "per_package",
        "unit_weight",
        "freight_column",
        "insurance_column",
        "price_unit",
    )
)
TEXTUAL = frozenset(("description", "unit", "currency", "origin"))
RULED_OUT = -100
EITHER_NAME_OR_NUMBER = frozenset(("item", "items", "product", "products", "article", "commodity"))


def fit(name: str, profile: Profile) -> float:
    """Points for a column's values as a field; RULED_OUT when they cannot be it."""
    if not profile.filled:
        return -25
    if name in NUMERIC:
        return RULED_OUT if profile.numbers < 0.4 else 0
    match name:
        case "origin":
            return 5 if profile.countries > 0.5 else (RULED_OUT if profile.numbers > 0.5 else -30)
        case "unit":
            return RULED_OUT if profile.numbers > 0.5 else (5 if profile.units > 0.5 else -20)
        case "hts":
            return 5 if profile.tariff > 0.3 else 0
        case "description":
            return -60 if profile.numbers > 0.7 else min(4.0, profile.length / 10)
    return RULED_OUT if name in TEXTUAL and profile.numbers > 0.7 else 0


def preference(name: str, heading: Heading) -> float:
    """A heading that says it is the United States' number goes before any other tariff number.

    "Item" may mean the goods or their number: beside a description it is the number, however long.
    """
    if name == "description" and key(heading.text) in EITHER_NAME_OR_NUMBER:
        return -6
    if name != "hts":
        return 0
    words = heading.text.lower()
    return 6 if any(mark in words for mark in ("hts", "us ", "u.s", "usa", "米国")) else 0


def share(name: str, profile: Profile) -> float:
    """The share of values that are what the field wants, for columns without a telling heading."""
    return {
        "hts": profile.tariff,
        "origin": profile.countries,
        "unit": profile.units,
        "currency": profile.currencies,
    }[name]
