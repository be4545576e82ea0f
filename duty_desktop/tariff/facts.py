"""Declared facts: what may be asked of the importer, in which form, and what silence means."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from duty_desktop.tariff.measure import Condition
from duty_desktop.terms.countries import country_code
from duty_desktop.terms.hts_number import digits
from duty_desktop.terms.text import Text
from duty_desktop.terms.written import day_of, decimal_of

_PROVISION_DIGITS = 8
_STATISTICAL_DIGITS = 10


class FactKind(StrEnum):
    """The form of an answer. Money is US dollars, percent a number like 12.5, a date ISO,
    a provision the digits of a chapter 98 number.
    """

    YES_NO = "yes-no"
    CHOICE = "choice"
    MONEY = "money"
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    COUNTRY = "country"
    PROVISION = "provision"
    TEXT = "text"


class Silence(StrEnum):
    """What an undeclared fact means: ask for it, assume a value and say so, or a claim not made."""

    ASK = "ask"
    ASSUME = "assume"
    NOT_CLAIMED = "not-claimed"


@dataclass(frozen=True, slots=True)
class DefaultWhen:
    """A default that holds only under a condition on scope or other declared facts."""

    when: Condition
    value: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of the list. `assumed` is the value that silence stands for; `basis` is why.

    `also` holds other spellings of its choices, or of answers beside the countries, in lower case.
    """

    id: str
    kind: FactKind
    question: Text
    help: Text
    where: Text
    choices: tuple[tuple[str, Text], ...]
    silence: Silence
    assumed: str
    basis: Text
    default_when: tuple[DefaultWhen, ...]
    maximum: Decimal | None
    also: Mapping[str, tuple[str, ...]]

    def normal(self, text: str) -> str:
        """The declared value in its one form; raises `ValueError` with what to enter instead."""
        return _NORMALISERS[self.kind](self, text.strip())


@dataclass(frozen=True, slots=True)
class GroupAnswer:
    """An answer to the question of a group, and the value that it declares for each of its facts."""

    value: str
    label: Text
    sets: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FactGroup:
    """One question for facts that a line needs together; every answer sets all of `facts`."""

    id: str
    question: Text
    help: Text
    where: Text
    facts: tuple[str, ...]
    answers: tuple[GroupAnswer, ...]

    def sets(self, value: str) -> Mapping[str, str]:
        """What an answer declares, fact by fact; raises KeyError when the group has no such answer."""
        return {answer.value: answer.sets for answer in self.answers}[value]


_YES = frozenset({"yes", "y", "true", "1", "はい", "有", "該当"})
_NO = frozenset({"no", "n", "false", "0", "いいえ", "無", "非該当"})


def _yes_no(fact: Fact, text: str) -> str:
    lowered = unicodedata.normalize("NFKC", text).casefold()
    if lowered in _YES:
        return "yes"
    if lowered in _NO:
        return "no"
    raise ValueError(f"“{text}” is not an answer to {fact.id}: enter yes or no")


def _choice(fact: Fact, text: str) -> str:
    names = [value for value, _ in fact.choices]
    word = unicodedata.normalize("NFKC", text).casefold()
    for name, label in fact.choices:
        if word in (name.casefold(), label.en.casefold(), label.ja, *fact.also.get(name, ())):
            return name
    raise ValueError(f"“{text}” is not an answer to {fact.id}: enter one of {', '.join(names)}")


def _number(fact: Fact, text: str) -> str:
    try:
        value = decimal_of(text)
    except ValueError as error:
        raise ValueError(f"“{text}” is not a number for {fact.id}") from error
    if value < 0:
        raise ValueError(f"{fact.id} must be a number of zero or more, not “{text}”")
    if fact.maximum is not None and value > fact.maximum:
        raise ValueError(f"{fact.id} can be {fact.maximum} at most, not “{text}”")
    return format(value.normalize(), "f") if value else "0"


def _percent(fact: Fact, text: str) -> str:
    """A number of percent. Up to 1 it keeps its sign: spreadsheets hold 50% as 0.5, so that alone is two."""
    value = _number(fact, text)
    signed = unicodedata.normalize("NFKC", text).endswith("%")
    if not 0 < Decimal(value) <= 1:
        return value
    if not signed:
        other = format((Decimal(value) * 100).normalize(), "f")
        raise ValueError(
            f"“{text}” for {fact.id} may be {value}% or {other}%: enter it with the percent sign"
        )
    return f"{value}%"


def _date(fact: Fact, text: str) -> str:
    try:
        return day_of(text).isoformat()
    except ValueError as error:
        raise ValueError(f"“{text}” is not a day for {fact.id}: enter it like 2026-11-23") from error


def _country(fact: Fact, text: str) -> str:
    word = unicodedata.normalize("NFKC", text).casefold()
    for code, spellings in fact.also.items():
        if word == code.casefold() or word in spellings:
            return code
    known = country_code(text)
    if known is None:
        raise ValueError(f"“{text}” is not a country code for {fact.id}: enter two letters like JP")
    return known


def _provision(fact: Fact, text: str) -> str:
    number = digits(text)
    if len(number) == _STATISTICAL_DIGITS:
        number = number[:_PROVISION_DIGITS]
    if len(number) != _PROVISION_DIGITS:
        raise ValueError(f"“{text}” is not a provision for {fact.id}: enter it like 9802.00.50")
    return number


def _text(_: Fact, text: str) -> str:
    return text


_NORMALISERS = {
    FactKind.YES_NO: _yes_no,
    FactKind.CHOICE: _choice,
    FactKind.MONEY: _number,
    FactKind.NUMBER: _number,
    FactKind.PERCENT: _percent,
    FactKind.DATE: _date,
    FactKind.COUNTRY: _country,
    FactKind.PROVISION: _provision,
    FactKind.TEXT: _text,
}
