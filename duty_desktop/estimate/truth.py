"""Whether a rule's condition holds, with what is declared, assumed or answered; unknown facts are asked."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from duty_desktop.estimate.good import Good, QuestionOpenError
from duty_desktop.estimate.known import NONE, YES_NO, Known
from duty_desktop.estimate.outcome import Assumed
from duty_desktop.tariff.facts import Fact, FactKind, Silence
from duty_desktop.tariff.measure import Condition
from duty_desktop.tariff.schedule import Schedule

_ON_A_VESSEL = frozenset({"", "ocean"})

OUTSIDE = "outside "


class Truth:
    """Evaluates conditions on one portion of a good.

    `near_miss` names, after a condition failed, the fact that alone kept it from holding on a listed good;
    or the list (`OUTSIDE` before its name) that takes the good out of a rule whose bound its figures keep.
    """

    def __init__(
        self,
        schedule: Schedule,
        good: Good,
        answers: Mapping[str, str],
        assumed: dict[str, Assumed],
        covered: frozenset[str],
    ) -> None:
        self._schedule = schedule
        self._good = good
        self._answers = answers
        self._assumed = assumed
        self._covered = covered
        self._known = Known(schedule, good, answers)
        self.near_miss = ""

    def holds(self, condition: Condition, rule: str) -> bool:
        """Whether all parts hold; raises `QuestionOpenError` when a fact must be asked first."""
        self.near_miss = ""
        if not self._listed(condition):
            self.near_miss = self._taken_out(condition)
            return False
        if condition.any_of and not self._any(condition, rule):
            return False
        if condition.unless is not None and self.holds(condition.unless, rule):
            self.near_miss = ""
            return False
        self.near_miss = ""
        return self._declarations(condition) and self._numbers(condition) and self._facts(condition, rule)

    def _any(self, condition: Condition, rule: str) -> bool:
        """Whether one of the parts holds; a declared number that alone kept one from it is a near miss."""
        missed = ""
        for inner in condition.any_of:
            if self.holds(inner, rule):
                return True
            compared = (name for name, _ in (*inner.at_least, *inner.below))
            measured = next((name for name in compared if name in self._good.declared.numbers), "")
            missed = missed or (measured if condition.scope else "")
        self.near_miss = missed
        return False

    def _listed(self, condition: Condition) -> bool:
        scopes = self._good.scopes
        if condition.scope and scopes.isdisjoint(condition.scope):
            return False
        if condition.not_scope and not scopes.isdisjoint(condition.not_scope):
            return False
        return not condition.covered_by or not self._covered.isdisjoint(condition.covered_by)

    def _taken_out(self, condition: Condition) -> str:
        """The list that alone takes a listed good out of a rule whose bound its declared figures keep."""
        scopes, numbers = self._good.scopes, self._good.declared.numbers
        outside = [name for name in condition.not_scope if name in scopes]
        bounds = (*condition.at_least, *condition.below)
        if not outside or not bounds or scopes.isdisjoint(condition.scope):
            return ""
        kept = all(name in numbers for name, _ in bounds) and self._numbers(condition)
        return f"{OUTSIDE}{outside[0]}" if kept else ""

    def _declarations(self, condition: Condition) -> bool:
        known = self._known
        for name, values in condition.declared:
            if known.word(name) not in values:
                return self._missed(condition, name)
        for name in condition.given:
            if not known.given(name):
                return self._missed(condition, name)
        if any(self._said(name) for name in condition.undeclared):
            return False
        value_bound = ("value_at_most", "value", str(condition.value_at_most))
        if condition.value_at_most is not None and not self._good.tokens[value_bound]:
            return False
        return condition.loaded_before is None or self._loaded_before(condition.loaded_before)

    def _said(self, name: str) -> bool:
        """Whether a fact is declared, or answered in place of a declaration."""
        if name in self._good.declared.unread:
            return self._known.given(name)
        return name in self._answers or self._known.given(name)

    def _loaded_before(self, day: date) -> bool:
        before = self._known.before("loaded_on", day)
        if not before:
            self.near_miss = "" if before is None else "loaded_on"
            return False
        if (self._known.word("transport") or "") in _ON_A_VESSEL:
            return True
        self.near_miss = "transport"
        return False

    def _numbers(self, condition: Condition) -> bool:
        for name, share in condition.share_at_least:
            part = self._known.part(name)
            if part is None:
                return False
            if part == NONE or (part == name and not self._good.tokens["share_at_least", name, str(share)]):
                self.near_miss = name
                return False
        for name, threshold in condition.at_least:
            if not self._at_least(name, threshold):
                return self._missed(condition, name)
        for name, threshold in condition.below:
            if self._at_least(name, threshold):
                return self._missed(condition, name)
        return True

    def _at_least(self, name: str, threshold: Decimal) -> bool:
        if name in self._good.declared.numbers:
            return self._good.tokens[("at_least", name, str(threshold))]
        if name in self._good.declared.unread:
            return self._known.reaches(name, threshold)
        key = f"{name}>={threshold}"
        if key in self._answers:
            return self._answers[key] == "yes"
        fact = self._schedule.facts[name]
        if fact.silence is Silence.ASK:
            raise QuestionOpenError(key, (name,), YES_NO)
        holds = Fraction(Decimal(fact.assumed or "0")) >= Fraction(threshold)
        if fact.silence is Silence.ASSUME:
            self._assumed[key] = Assumed(key, name, "yes" if holds else "no")
        return holds

    def _facts(self, condition: Condition, rule: str) -> bool:
        for name, values in condition.facts:
            if self._value(self._schedule.facts[name]) not in values:
                return self._missed(condition, name)
        if not condition.unsettled:
            return True
        key = f"unsettled:{rule}"
        if key not in self._answers:
            raise QuestionOpenError(key, condition.unsettled, YES_NO)
        return self._answers[key] == "yes"

    def _value(self, fact: Fact) -> str:
        declared = self._known.word(fact.id)
        if declared is not None:
            return declared
        if fact.id in self._answers:
            return self._answers[fact.id]
        for default in fact.default_when:
            if self._default_holds(default.when):
                self._assumed[fact.id] = Assumed(fact.id, fact.id, default.value)
                return default.value
        if fact.silence is Silence.ASK:
            raise QuestionOpenError(fact.id, (fact.id,), _options(fact))
        if fact.silence is Silence.ASSUME:
            self._assumed[fact.id] = Assumed(fact.id, fact.id, fact.assumed)
        return fact.assumed or "no"

    def _default_holds(self, condition: Condition) -> bool:
        if not self._listed(condition):
            return False
        return all(self._known.word(name) in values for name, values in condition.declared)

    def _missed(self, condition: Condition, fact: str) -> bool:
        """Note the fact that kept a listed good out, unless the rule is about conflicting declarations."""
        conflict = condition.unsettled or condition.undeclared or len(condition.declared) > 1
        self.near_miss = fact if condition.scope and not conflict else ""
        return False


def _options(fact: Fact) -> tuple[str, ...]:
    return YES_NO if fact.kind is FactKind.YES_NO else tuple(value for value, _ in fact.choices)
