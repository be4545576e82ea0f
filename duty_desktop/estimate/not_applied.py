"""Measures that look applicable and are not, each with one line why."""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from duty_desktop.estimate.arithmetic import rate_in_words
from duty_desktop.estimate.declared import Declared
from duty_desktop.estimate.fact_values import answer_in_words, number_in_words, value_in_words
from duty_desktop.estimate.outcome import Considered, Outcome
from duty_desktop.estimate.result import SourceRef, Step, StepKind
from duty_desktop.estimate.truth import OUTSIDE
from duty_desktop.tariff.facts import Fact, FactKind
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.measure import DutyKind, Measure, Rule
from duty_desktop.tariff.schedule_check import conditions_of, nested
from duty_desktop.terms.hts_number import dotted_heading
from duty_desktop.terms.text import NO_TEXT, Text

_CHAPTERS = "chapters/"


def not_applied(
    law: Law, outcome: Outcome, scopes: frozenset[str], on: date, declared: Declared
) -> Iterator[Step]:
    """Steps for listed goods that a measure passed over: taken by another, freed by a rule, or undeclared."""
    decided = {rule for portion in outcome.portions for rule in portion.rules}
    seen: set[tuple[str, str]] = set()
    for measure in law.schedule.measures:
        if not _lists(measure, scopes):
            continue
        for rule in measure.rules:
            if rule in decided and rule.duty.kind is DutyKind.NONE:
                yield from _passed_over(law, measure, rule, scopes, on, declared)
    for considered in outcome.considered:
        key = (considered.rule.heading, considered.because)
        if key not in seen and considered.rule not in decided and considered.rule.heading:
            seen.add(key)
            yield _undeclared(law, considered, outcome, declared)


def _lists(measure: Measure, scopes: frozenset[str]) -> bool:
    return any(not scopes.isdisjoint(condition.scope) for condition in conditions_of(measure))


def _passed_over(
    law: Law, measure: Measure, rule: Rule, scopes: frozenset[str], on: date, declared: Declared
) -> Iterator[Step]:
    """The duty of the measure that would have come next, and the rule that came before it."""
    following = [
        later
        for later in measure.rules[measure.rules.index(rule) + 1 :]
        if later.heading and later.in_force(on) and _would_charge(later, scopes)
    ]
    if not following:
        return
    later = next((one for one in following if not one.when.facts), following[0])
    shown = dotted_heading(later.heading)
    measured = [
        number_in_words(law.facts[name], declared.numbers[name])
        for name, _ in (*rule.when.below, *rule.when.at_least)
        if name in declared.numbers
    ]
    because = Text(
        f" Declared: {', '.join(measured)}." if measured else "",
        f"申告：{'、'.join(measured)}。" if measured else "",
    )
    yield Step(
        StepKind.NOT_APPLIED,
        Text(
            f"{shown} does not apply. {rule.says.en}{because.en}",
            f"{shown}は適用されません。{rule.says.into('ja')}{because.into('ja')}",
        ),
        measure=measure.id,
        heading=later.heading,
        sources=sources(law, rule),
    )


def _would_charge(rule: Rule, scopes: frozenset[str]) -> bool:
    """Whether a rule puts a duty on goods of these lists without a special claim."""
    when = rule.when
    named = any(not scopes.isdisjoint(one.scope) for one in nested(when))
    claims = when.declared or when.given or when.unsettled or when.any_of
    return rule.duty.kind is not DutyKind.NONE and named and not claims


def _undeclared(law: Law, considered: Considered, outcome: Outcome, declared: Declared) -> Step:
    rule = considered.rule
    shown = dotted_heading(rule.heading)
    because = _because(law, considered, outcome, declared)
    return Step(
        StepKind.NOT_APPLIED,
        Text(f"{shown} does not apply. {because.en}", f"{shown}は適用されません。{because.into('ja')}"),
        measure=rule.measure,
        heading=rule.heading,
        sources=sources(law, rule),
    )


def _because(law: Law, considered: Considered, outcome: Outcome, declared: Declared) -> Text:
    """The list that takes the good out, or the fact with what is known of it and what is needed."""
    if considered.because.startswith(OUTSIDE):
        name = considered.because.removeprefix(OUTSIDE)
        chapter = name.removeprefix(_CHAPTERS)
        if chapter == name:
            return Text(
                f"Goods of the list {name} are outside this rule.", f"リスト{name}の物品は対象外です。"
            )
        return Text(
            f"Goods of chapter {chapter} are outside this rule.", f"第{chapter}類の物品は対象外です。"
        )
    fact = law.facts[considered.because]
    known, needed = _known(fact, outcome, declared), _needed(considered.rule, fact, declared)
    return Text(
        f"{fact.question.en} {known.en}{needed.en}.", f"{fact.question.into('ja')} {known.ja}{needed.ja}。"
    )


def _known(fact: Fact, outcome: Outcome, declared: Declared) -> Text:
    """What is known of a fact: the declared or the assumed value, or that nobody declared it."""
    if fact.id in declared.numbers:
        number = number_in_words(fact, declared.numbers[fact.id])
        return Text(f"Declared: {number}", f"申告：{number}")
    if fact.id in declared.words:
        value = value_in_words(fact, declared.words[fact.id])
        return Text(f"Declared: {value.en}", f"申告：{value.into('ja')}")
    if fact.id in declared.days:
        return Text(f"Declared: {declared.days[fact.id]}", f"申告：{declared.days[fact.id]}")
    if fact.id in declared.unread:
        return Text("What is declared cannot be understood", "申告は読み取れません")
    for assumed in outcome.assumed:
        if assumed.fact == fact.id:
            value = answer_in_words(fact, assumed.key, assumed.value)
            return Text(f"Assumed: {value.en}", f"仮定：{value.into('ja')}")
    return Text("Not declared", "申告なし")


def _needed(rule: Rule, fact: Fact, declared: Declared) -> Text:
    """The bound of a rule that a declared figure or day does not keep."""
    if not declared.given(fact.id):
        return NO_TEXT
    for condition in nested(rule.when):
        for name, threshold in condition.at_least:
            if name == fact.id:
                bound = number_in_words(fact, Fraction(threshold))
                return Text(f" (needed: {bound} or more)", f"（{bound}以上が必要）")
        for name, threshold in condition.below:
            if name == fact.id:
                bound = number_in_words(fact, Fraction(threshold))
                return Text(f" (needed: below {bound})", f"（{bound}未満が必要）")
        for name, share in condition.share_at_least:
            if name == fact.id:
                bound = rate_in_words(share)
                return Text(f" (needed: {bound} of the value or more)", f"（価額の{bound}以上が必要）")
        if condition.loaded_before is not None and fact.kind is FactKind.DATE:
            before = condition.loaded_before
            return Text(f" (needed: before {before})", f"（{before}より前が必要）")
    return NO_TEXT


def sources(law: Law, rule: Rule) -> tuple[SourceRef, ...]:
    """The legal sources of a rule."""
    return cited(law, rule.sources)


def cited(law: Law, names: Iterable[str]) -> tuple[SourceRef, ...]:
    """Legal sources by their names in the schedule."""
    found = (law.schedule.sources[name] for name in names)
    return tuple(SourceRef(source.cite, source.title, source.published) for source in found)
