"""Texts as people enter them into the fields of a line, brought into their one form."""

import re
from collections.abc import Mapping
from dataclasses import replace

from duty_desktop.estimate.edits import FACT_PREFIX, EditError
from duty_desktop.estimate.proposals import proposal_of
from duty_desktop.estimate.result import Category
from duty_desktop.estimate.spellings import country_code, flat
from duty_desktop.tariff.facts import Fact
from duty_desktop.terms.hts_number import LENGTHS, digits
from duty_desktop.terms.money import e4, from_e4
from duty_desktop.terms.text import whole_characters
from duty_desktop.terms.written import decimal_of

NUMBER_FIELDS = {"quantity": "quantity_e4", "unit_price": "unit_price_e4", "amount": "amount_e4"}
TEXT_FIELDS = frozenset({"item", "description", "unit", "note"})
LINE_FIELDS = ("hts", "origin", *sorted(TEXT_FIELDS), *NUMBER_FIELDS, "category")
_CLASSES = tuple(category for category in Category if category is not Category.UNCLASSIFIED)
_MOST_E4 = 10**18
_DECIMALS = 4


def normal_text(field: str, text: str | None, facts: Mapping[str, Fact]) -> str:
    """The text in the form that the field keeps, "" when it clears the field; raises EditError."""
    text = None if text is None else whole_characters(text)
    if field.startswith(FACT_PREFIX):
        return _fact(field, (text or "").strip(), facts)
    if field not in LINE_FIELDS:
        raise EditError.of(field, text or "", f"The fields of a line are {', '.join(LINE_FIELDS)}.")
    if text is None or not text.strip():
        return ""
    if field in TEXT_FIELDS:
        return text.strip() if field != "note" else text
    match field:
        case "hts":
            proposal = proposal_of(text)
            if proposal is not None:
                return replace(proposal, number=_hts(proposal.number)).text
            return _hts(text)
        case "origin":
            return _origin(text)
        case "category":
            return _category(text)
        case _:
            return f"{from_e4(_amount_e4(field, text)):f}"


def _hts(text: str) -> str:
    number = digits(flat(text))
    if len(number) not in LENGTHS or re.search(r"[^\d.\-\s]", flat(text)):
        raise EditError.of("hts", text, "Enter an HTS number of 10 digits, like 8708.30.5090 (or 4, 6, 8).")
    return number


def _origin(text: str) -> str:
    code = country_code(text)
    if code is None:
        raise EditError.of("origin", text, "Enter a country: two letters like JP, or its name.")
    return code


def _category(text: str) -> str:
    word = flat(text).lower()
    if word not in set(_CLASSES):
        raise EditError.of("category", text, f"Enter one of {', '.join(_CLASSES)}.")
    return word


def _amount_e4(field: str, text: str) -> int:
    try:
        value = decimal_of(text)
        if abs(value) * 10**_DECIMALS >= _MOST_E4:
            raise EditError.of(field, text, "This is too large.")
        amount_e4 = e4(value)
    except ValueError as error:
        raise EditError.of(field, text, "Enter a number like 1234.50.") from error
    if amount_e4 != value * 10**_DECIMALS:
        raise EditError.of(field, text, "Enter at most four decimals.")
    if value < 0 and field != "amount":
        raise EditError.of(field, text, "Enter a number of zero or more.")
    return amount_e4


def _fact(field: str, text: str, facts: Mapping[str, Fact]) -> str:
    fact = facts.get(field.removeprefix(FACT_PREFIX))
    if fact is None:
        raise EditError.of(field, text, "There is no such fact.")
    if not text:
        return ""
    try:
        return fact.normal(text)
    except ValueError as error:
        raise EditError.of(field, text, f"{error}.") from error
