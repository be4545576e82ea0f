"""What one pass knows of a good's facts; a declaration that cannot be understood is asked, never silence."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from duty_desktop.estimate.good import Good, QuestionOpenError
from duty_desktop.tariff.facts import Fact, FactKind
from duty_desktop.tariff.schedule import Schedule
from duty_desktop.tariff.schedule_check import conditions_of, nested

YES_NO = ("yes", "no")
NONE, SOME, ALL = "0", "some", "all"
OTHER = "other"
NOT_DECLARED = ""
_A_CENT = Decimal("0.01")


class Known:
    """The facts of a good as declared, or as answered where a declaration cannot be understood.

    Every question is followed for all answers, so what cannot be understood ranges over all it may mean.
    All methods raise `QuestionOpenError` where an answer is needed first.
    """

    def __init__(self, schedule: Schedule, good: Good, answers: Mapping[str, str]) -> None:
        self._schedule = schedule
        self._declared = good.declared
        self._answers = answers

    def given(self, name: str) -> bool:
        """Whether anything is declared for a fact; what cannot be understood may be a claim not made."""
        if name in self._declared.unread and self._schedule.facts[name].kind is FactKind.PROVISION:
            return self.word(name) is not None
        return name in self._declared.unread or self._declared.given(name)

    def word(self, name: str) -> str | None:
        """What is declared for a fact of words; None when nothing is."""
        if name not in self._declared.unread:
            return self._declared.words.get(name)
        return self._asked(name, name, meanings(self._schedule, self._schedule.facts[name])) or None

    def part(self, name: str) -> str | None:
        """How much of the value an amount is: `NONE`, `SOME`, `ALL`, or its own name where it is a figure.

        None when nothing is declared. Duty is between those of nothing, of next to nothing (of a metal, whose
        content may free the rest) and of the whole value.
        """
        if name in self._declared.unread:
            metal = any(content.fact == name for content in self._schedule.contents)
            return self._asked(name, name, (NONE, SOME, ALL) if metal else (NONE, ALL))
        return name if name in self._declared.numbers else None

    def reaches(self, name: str, threshold: Decimal) -> bool:
        """Whether a number that cannot be understood is at least a threshold."""
        if self._schedule.facts[name].kind is FactKind.MONEY:
            part = self.part(name)
            return part == ALL or threshold <= (_A_CENT if part == SOME else 0)
        return self._asked(name, f"{name}>={threshold}", YES_NO) == "yes"

    def before(self, name: str, day: date) -> bool | None:
        """Whether a declared day is before another; None when nothing is declared."""
        if name in self._declared.unread:
            return self._asked(name, f"{name}>={day}", YES_NO) == "no"
        declared = self._declared.days.get(name)
        return None if declared is None else declared < day

    def _asked(self, name: str, key: str, options: tuple[str, ...]) -> str:
        if key not in self._answers:
            raise QuestionOpenError(key, (name,), options)
        return self._answers[key]


def meanings(schedule: Schedule, fact: Fact) -> tuple[str, ...]:
    """All that a fact of words may say as far as the schedule tells it apart.

    Of values that stand together wherever one is named, the first stands for all; `OTHER` is one that is
    named nowhere.
    """
    if fact.kind is FactKind.YES_NO:
        return YES_NO
    if fact.kind is FactKind.CHOICE:
        return (*(value for value, _ in fact.choices), OTHER)
    places: dict[str, list[int]] = {}
    for place, values in enumerate(_named(schedule, fact.id)):
        for value in values:
            places.setdefault(value, []).append(place)
    distinct = {tuple(found): value for value, found in reversed(places.items())}
    apart = (*(value for value in places if value in distinct.values()), OTHER)
    return (*apart, NOT_DECLARED) if fact.kind is FactKind.PROVISION else apart


def _named(schedule: Schedule, fact: str) -> Iterator[tuple[str, ...]]:
    """The values of a fact that conditions name, condition by condition."""
    conditions = [one for measure in schedule.measures for one in conditions_of(measure)]
    defaults = (default.when for other in schedule.facts.values() for default in other.default_when)
    conditions.extend(one for when in defaults for one in nested(when))
    for condition in conditions:
        for name, values in (*condition.declared, *condition.facts):
            if name == fact:
                yield values
