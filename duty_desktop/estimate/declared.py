"""The declared facts of a line, sorted into what decides (words) and what is measured (numbers)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from duty_desktop.tariff.facts import Fact, FactKind

_WORDS = frozenset({FactKind.YES_NO, FactKind.CHOICE, FactKind.COUNTRY, FactKind.PROVISION, FactKind.TEXT})


@dataclass(frozen=True, slots=True)
class Declared:
    """Facts by id: `words` compare by text, `numbers` are exact, `days` are dates.

    `unread` were declared and could not be understood: silence is not what was meant, so no default of
    the law stands for them.
    """

    words: Mapping[str, str]
    numbers: Mapping[str, Fraction]
    days: Mapping[str, date]
    unread: frozenset[str] = frozenset()

    def given(self, fact: str) -> bool:
        """Whether anything was declared for the fact."""
        return fact in self.words or fact in self.numbers or fact in self.days


NOTHING = Declared({}, {}, {})


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A declaration that cannot be understood: the fact's id, what to enter instead, what was declared."""

    fact: str
    message: str
    declared: str


def sort_facts(
    facts: Mapping[str, Fact], declared: Mapping[str, str]
) -> tuple[Declared, tuple[Unreadable, ...]]:
    """Normal values of `declared`, and what of it cannot be understood.

    An unknown fact id or an unreadable value is left undeclared: never guessed.
    """
    words: dict[str, str] = {}
    numbers: dict[str, Fraction] = {}
    days: dict[str, date] = {}
    problems: list[Unreadable] = []
    for name, text in declared.items():
        fact = facts.get(name)
        if not text or not text.strip():
            continue
        if fact is None:
            problems.append(Unreadable(name, f"There is no fact called {name}", text))
            continue
        try:
            value = fact.normal(text)
        except ValueError as error:
            problems.append(Unreadable(name, str(error), text))
            continue
        if fact.kind in _WORDS:
            words[name] = value
        elif fact.kind is FactKind.DATE:
            days[name] = date.fromisoformat(value)
        else:
            numbers[name] = Fraction(Decimal(value.removesuffix("%")))
    unread = frozenset(problem.fact for problem in problems)
    return Declared(words, numbers, days, unread), tuple(problems)
