"""Declared, assumed and answered values of facts as people read them, in both languages."""

import re
from decimal import Decimal
from fractions import Fraction

from duty_desktop.estimate.known import NOT_DECLARED, OTHER
from duty_desktop.tariff.facts import Fact, FactKind
from duty_desktop.terms.hts_number import dotted, dotted_heading
from duty_desktop.terms.text import Text

YES_NO = {"yes": Text("yes", "はい"), "no": Text("no", "いいえ")}
WHOLE_VALUE = "all of the value"
OTHER_ORIGIN = OTHER
_FIXED = {
    **YES_NO,
    WHOLE_VALUE: Text("all of the value", "価額の全額"),
    "all": Text("all of the value", "価額の全額"),
    "0": Text("none of the value", "価額に含まない"),
    "some": Text("a little of the value", "価額のごく一部"),
}
_BESIDE = {
    (FactKind.COUNTRY, OTHER): Text("another country", "他の国"),
    (FactKind.PROVISION, OTHER): Text("another provision", "他の規定"),
    (FactKind.PROVISION, NOT_DECLARED): Text("no claim", "申告なし"),
    (FactKind.CHOICE, OTHER): Text("none of these", "いずれでもない"),
}
_OR_MORE, _BELOW = " or more", "below "
_PROVISION_DIGITS = 8


def value_in_words(fact: Fact | None, value: str) -> Text:
    """A value of a fact; comparisons as `compared` writes them; what is unknown stays as it is."""
    number = value.removesuffix(_OR_MORE).removeprefix(_BELOW)
    if number != value:
        return _comparison_in_words(fact, number, reached=not value.startswith(_BELOW))
    if fact is None:
        return _FIXED.get(value, Text(value))
    if (fact.kind, value) in _BESIDE:
        return _BESIDE[fact.kind, value]
    for name, label in fact.choices:
        if name == value:
            return label
    if fact.kind is FactKind.PROVISION and len(value) == _PROVISION_DIGITS:
        return Text(dotted_heading(value))
    if re.fullmatch(r"\d+(\.\d+)?", value) and fact.kind is not FactKind.YES_NO:
        return Text(_with_unit(fact, value))
    return _FIXED.get(value, Text(value))


def compared(threshold: str, *, reached: bool) -> str:
    """The answer to whether a number is at least a threshold, in the form that is kept."""
    return f"{threshold}{_OR_MORE}" if reached else f"{_BELOW}{threshold}"


def answer_in_words(fact: Fact | None, key: str, value: str) -> Text:
    """An answer of a branch: to a fact, to a comparison (`fact>=threshold`), or a number of the tariff."""
    name, is_comparison, threshold = key.partition(">=")
    if is_comparison and value in YES_NO:
        return value_in_words(fact, compared(threshold, reached=value == "yes"))
    if name == "hts":
        return Text(dotted(value))
    if name == "origin" and value == OTHER_ORIGIN:
        return _BESIDE[FactKind.COUNTRY, OTHER]
    return value_in_words(fact, value)


def number_in_words(fact: Fact, number: Fraction) -> str:
    """A declared number with its unit: 14.9%, 2,500.00 dollars as $2,500."""
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return _with_unit(fact, f"{exact:f}")


def _comparison_in_words(fact: Fact | None, threshold: str, *, reached: bool) -> Text:
    if fact is not None and fact.kind is FactKind.DATE:
        if reached:
            return Text(f"{threshold} or later", f"{threshold}以降")
        return Text(f"before {threshold}", f"{threshold}より前")
    amount = _with_unit(fact, threshold)
    return Text(f"{amount} or more", f"{amount}以上") if reached else Text(f"below {amount}", f"{amount}未満")


def _with_unit(fact: Fact | None, number: str) -> str:
    if fact is not None and fact.kind is FactKind.PERCENT:
        return f"{number.removesuffix('%')}%"
    if fact is not None and fact.kind is FactKind.MONEY:
        return f"${Decimal(number):,}"
    return number
