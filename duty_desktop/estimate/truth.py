"""Whether a rule's condition holds, with what is declared, assumed or answered; unknown facts are asked."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from duty_desktop.estimate.good import Good, QuestionOpenError
from duty_desktop.estimate.outcome import Assumed
from duty_desktop.tariff.facts import Fact, FactKind, Silence
from duty_desktop.tariff.measure import Condition
from duty_desktop.tariff.schedule import Schedule

YES_NO = ("yes", "no")
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
        declared = self._good.declared
        for name, values in condition.declared:
            if self._declared(name) not in values:
                return self._missed(condition, name)
        for name in condition.given:
            if not declared.given(name):
                return self._missed(condition, name)
        if any(declared.given(name) or name in self._answers for name in condition.undeclared):
            return False
        value_bound = ("value_at_most", "value", str(condition.value_at_most))
        if condition.value_at_most is not None and not self._good.tokens[value_bound]:
            return False
        if condition.loaded_before is not None:
            loaded = declared.days.get("loaded_on")
            on_a_vessel = declared.words.get("transport", "") in _ON_A_VESSEL
            if loaded is None or (loaded < condition.loaded_before and on_a_vessel):
                return loaded is not None
            self.near_miss = "transport" if loaded < condition.loaded_before else "loaded_on"
            return False
        return True

    def _numbers(self, condition: Condition) -> bool:
        for name, share in condition.share_at_least:
            if name not in self._good.declared.numbers:
                return False
            if not self._good.tokens[("share_at_least", name, str(share))]:
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
        key = f"{name}>={threshold}"
        if key in self._answers:
            return self._answers[key] == "yes"
        fact = self._schedule.facts[name]
        if fact.silence is Silence.ASK or name in self._good.declared.unread:
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

    def _declared(self, name: str) -> str | None:
        """What is declared for a fact; what could not be understood is asked where answers can be listed."""
        if name in self._good.declared.unread:
            if name in self._answers:
                return self._answers[name]
            options = _options(self._schedule.facts[name])
            if options:
                raise QuestionOpenError(name, (name,), options)
        return self._good.declared.words.get(name)

    def _value(self, fact: Fact) -> str:
        declared = self._good.declared.words.get(fact.id)
        if declared is not None:
            return declared
        if fact.id in self._answers:
            return self._answers[fact.id]
        if fact.id in self._good.declared.unread:
            raise QuestionOpenError(fact.id, (fact.id,), _options(fact))
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
        words = self._good.declared.words
        return all(words.get(name) in values for name, values in condition.declared)

    def _missed(self, condition: Condition, fact: str) -> bool:
        """Note the fact that kept a listed good out, unless the rule is about conflicting declarations."""
        conflict = condition.unsettled or condition.undeclared or len(condition.declared) > 1
        self.near_miss = fact if condition.scope and not conflict else ""
        return False


def _options(fact: Fact) -> tuple[str, ...]:
    return YES_NO if fact.kind is FactKind.YES_NO else tuple(value for value, _ in fact.choices)
