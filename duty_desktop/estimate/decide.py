"""The order of decision: all measures of a day over one good, with the facts as they are known."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from duty_desktop.estimate.good import Good, QuestionOpenError
from duty_desktop.estimate.known import ALL, NONE, SOME, Known
from duty_desktop.estimate.outcome import VALUE, Assumed, Charge, Considered, Outcome, Portion
from duty_desktop.estimate.result import Category
from duty_desktop.estimate.truth import Truth
from duty_desktop.tariff.measure import ALWAYS, DutyKind, Measure, Rule, Split
from duty_desktop.tariff.schedule import MetalContent, Schedule


@dataclass(slots=True)
class Decision:
    """One pass over the measures with a set of answers to open questions."""

    schedule: Schedule
    good: Good
    answers: Mapping[str, str]
    assumed: dict[str, Assumed] = field(default_factory=dict)
    considered: list[Considered] = field(default_factory=list)

    def outcome(self, measures: Sequence[tuple[Measure, tuple[Rule, ...]]]) -> Outcome:
        """Apply the measures in order; raises `QuestionOpenError`."""
        portions: list[Portion] = [Portion()]
        charged: set[str] = set()
        named: set[str] = set()
        for measure, rules in measures:
            after: list[Portion] = []
            for portion in portions:
                if portion.ended:
                    after.append(portion)
                    continue
                pieces, hit = self._measure(rules, portion)
                after.extend(pieces)
                if hit is not None:
                    (charged if hit.covers else named).add(self._category(measure, hit))
            portions = after
        category = next((name for group in (charged, named) for name in Category if name in group), "")
        return Outcome(tuple(portions), category, tuple(self.assumed.values()), tuple(self.considered))

    def _measure(self, rules: Sequence[Rule], portion: Portion) -> tuple[list[Portion], Rule | None]:
        finished: list[Portion] = []
        truth = Truth(self.schedule, self.good, self.answers, self.assumed, portion.covered)
        for rule in rules:
            if not self._holds(truth, rule, portion):
                continue
            if rule.split is not None:
                ended, rest = self._divide(rule, rule.split, portion)
                finished.extend(ended)
                if rest is None:
                    return finished, None
                portion = rest
                continue
            pieces = self._apply(rule, portion)
            if pieces is None:
                continue
            taken = rule if rule.covers or rule.category else None
            return finished + pieces, taken
        return [*finished, portion], None

    def _holds(self, truth: Truth, rule: Rule, portion: Portion) -> bool:
        if rule.when is ALWAYS:
            return True
        holds = truth.holds(rule.when, f"{rule.measure}/{rule.id}")
        if not holds and truth.near_miss and (rule.heading or rule.duty.kind is not DutyKind.NONE):
            self.considered.append(Considered(rule, truth.near_miss))
        return holds

    def _apply(self, rule: Rule, portion: Portion) -> list[Portion] | None:
        """The portion after the rule; None when the metal content it is on is zero."""
        if rule.duty.on == "value":
            return [_charged(rule, portion)]
        content = self._content(rule.duty.on.removeprefix("content:"))
        if portion.label in self._metals:
            return None
        if portion.amount == ((content.fact, 1),):
            return [_charged(rule, portion, label=content.metal)]
        state = self._content_state(content, rule)
        others = self._others_declared(portion, content)
        if state != NONE and self._claimed(portion) and (others or state != ALL):
            state, others = self._state_of_claimed(content, rule), []
        if state == NONE:
            return None
        if state == ALL:
            whole = replace(portion, amount=(*portion.amount, *((fact, -1) for fact in others)))
            rest = replace(portion, amount=tuple((fact, 1) for fact in others))
            charged = _charged(rule, whole, label=content.metal)
            return [charged, rest] if others else [charged]
        return self._by_content(rule, portion, content, state)

    def _by_content(self, rule: Rule, portion: Portion, content: MetalContent, state: str) -> list[Portion]:
        """The metal content, unless it is next to nothing, and the rest of the value."""
        metal: list[Portion] = []
        rest = portion
        if state != SOME:
            measured = replace(portion, amount=((content.fact, 1),))
            metal, rest = [_charged(rule, measured, label=content.metal)], portion.less(content.fact)
            if self._nothing_left(portion, content):
                return metal
        if rule.duty.relieves_rest:
            rest = replace(rest, covered=rest.covered | {rule.measure})
        if rule.duty.rest_heading:
            rest = replace(rest, headings=(*rest.headings, (rule.duty.rest_heading, rule.measure)))
        return [*metal, replace(rest, label="rest")]

    @property
    def _metals(self) -> frozenset[str]:
        return frozenset(content.metal for content in self.schedule.contents)

    def _content(self, metal: str) -> MetalContent:
        return next(content for content in self.schedule.contents if content.metal == metal)

    def _listed(self) -> list[MetalContent]:
        return [one for one in self.schedule.contents if not self.good.scopes.isdisjoint(one.scope)]

    def _others_declared(self, portion: Portion, content: MetalContent) -> list[str]:
        """Declared contents of other listed metals that are still part of the portion."""
        split_off = {name for name, sign in portion.amount if sign < 0}
        others = [one.fact for one in self._listed() if one is not content and one.fact not in split_off]
        return [fact for fact in others if self.good.declared.numbers.get(fact)]

    def _claimed(self, portion: Portion) -> bool:
        """Whether a chapter 98 claim divided the value: another declared amount measures the portion."""
        contents = {one.fact for one in self.schedule.contents}
        return any(name not in contents and name != VALUE for name, _ in portion.amount)

    def _state_of_claimed(self, content: MetalContent, rule: Rule) -> str:
        """How much of a claimed part is the metal: nothing declares it, unless the whole line is."""
        if self.good.full_content and self.good.declared.numbers.get(content.fact):
            others = [one for one in self._listed() if one is not content]
            if not any(self.good.declared.numbers.get(one.fact) for one in others):
                return ALL
        if content.fact not in self.answers:
            raise _how_much(content, rule)
        return self.answers[content.fact]

    def _content_state(self, content: MetalContent, rule: Rule) -> str:
        """`NONE`, `SOME`, `ALL` or the declared amount; asks when the good is on the lists of two metals."""
        part = self._known.part(content.fact)
        if part is not None:
            return NONE if self.good.declared.numbers.get(part) == 0 else part
        if content.fact in self.answers:
            return self.answers[content.fact]
        if self._known.word(content.none_fact) == "yes":
            return NONE
        on_other_lists = any(one is not content for one in self._listed())
        if on_other_lists and not self.good.full_content:
            raise _how_much(content, rule)
        if self.good.full_content:
            return NONE
        self.assumed[content.fact] = Assumed(content.fact, content.fact, ALL, content.metal)
        return ALL

    def _nothing_left(self, portion: Portion, content: MetalContent) -> bool:
        """Whether the declared contents, this one included, have used up the whole value."""
        split_off = {name for name, sign in portion.amount if sign < 0} | {content.fact}
        numbers = self.good.declared.numbers
        return self.good.full_content and all(
            one.fact in split_off for one in self._listed() if numbers.get(one.fact)
        )

    def _divide(
        self, rule: Rule, split: Split, portion: Portion
    ) -> tuple[tuple[Portion, ...], Portion | None]:
        """The part that ends with this rule, and the part that later rules go on with, if there are such."""
        part = self._known.part(split.fact)
        if part in (ALL, NONE):
            all_ends = (part == ALL) is split.declared_part_ends
            whole = replace(portion, amount=(*portion.amount, (split.fact, 0)))  # measured by it, in words
            ends, goes_on = (whole, None) if all_ends else (None, whole)
        else:
            declared = replace(portion, amount=((split.fact, 1),), label=split.fact)
            remainder = portion.less(split.fact)
            ends, goes_on = (declared, remainder) if split.declared_part_ends else (remainder, declared)
        if goes_on is not None and split.heading_on_both:
            goes_on = replace(goes_on, headings=(*goes_on.headings, (rule.heading, rule.measure)))
        return () if ends is None else (_charged(rule, ends),), goes_on

    @property
    def _known(self) -> Known:
        return Known(self.schedule, self.good, self.answers)

    def _category(self, measure: Measure, rule: Rule) -> str:
        if rule.category:
            return rule.category
        return next((name for scope, name in measure.categories if scope in self.good.scopes), "")


def _how_much(content: MetalContent, rule: Rule) -> QuestionOpenError:
    """The question for a content. A little of it may be less than none: it can free the rest of the value."""
    options = (NONE, SOME, ALL) if rule.duty.relieves_rest else (NONE, ALL)
    return QuestionOpenError(content.fact, (content.fact,), options)


def _charged(rule: Rule, portion: Portion, label: str = "") -> Portion:
    charges = portion.charges
    if rule.duty.kind is not DutyKind.NONE:
        charges = (*charges, Charge(rule, rule.duty.kind, rule.duty.rate))
    headings = portion.headings
    if rule.heading:
        headings = (*headings, (rule.heading, rule.measure))
    return replace(
        portion,
        charges=charges,
        headings=headings,
        rules=(*portion.rules, rule),
        covered=portion.covered | {rule.measure} if rule.covers else portion.covered,
        ended=rule.ends,
        column_1_free=portion.column_1_free or rule.column_1_free,
        label=label or portion.label,
    )


def pass_over(
    schedule: Schedule, good: Good, measures: Sequence[tuple[Measure, tuple[Rule, ...]]]
) -> Callable[[Mapping[str, str]], Outcome]:
    """The decision of a good as a function of the answers to open questions."""

    def decide(answers: Mapping[str, str]) -> Outcome:
        return Decision(schedule, good, answers).outcome(measures)

    return decide
