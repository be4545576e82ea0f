"""Measures that look applicable and are not, each with one line why."""

from collections.abc import Iterator
from datetime import date

from duty_desktop.estimate.outcome import Outcome
from duty_desktop.estimate.result import SourceRef, Step, StepKind
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.measure import DutyKind, Measure, Rule
from duty_desktop.tariff.schedule_check import conditions_of, nested
from duty_desktop.terms.hts_number import dotted_heading
from duty_desktop.terms.text import Text


def not_applied(law: Law, outcome: Outcome, scopes: frozenset[str], on: date) -> Iterator[Step]:
    """Steps for listed goods that a measure passed over: taken by another, freed by a rule, or undeclared."""
    decided = {rule for portion in outcome.portions for rule in portion.rules}
    seen: set[tuple[str, str]] = set()
    for measure in law.schedule.measures:
        if not _lists(measure, scopes):
            continue
        for rule in measure.rules:
            if rule in decided and rule.duty.kind is DutyKind.NONE:
                yield from _passed_over(law, measure, rule, scopes, on)
    for considered in outcome.considered:
        key = (considered.rule.heading, considered.because)
        if key not in seen and considered.rule not in decided and considered.rule.heading:
            seen.add(key)
            yield _undeclared(law, considered.rule, considered.because)


def _lists(measure: Measure, scopes: frozenset[str]) -> bool:
    return any(not scopes.isdisjoint(condition.scope) for condition in conditions_of(measure))


def _passed_over(law: Law, measure: Measure, rule: Rule, scopes: frozenset[str], on: date) -> Iterator[Step]:
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
    yield Step(
        StepKind.NOT_APPLIED,
        Text(f"{shown} does not apply. {rule.says.en}", f"{shown}は適用されません。{rule.says.into('ja')}"),
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


def _undeclared(law: Law, rule: Rule, fact: str) -> Step:
    shown = dotted_heading(rule.heading)
    question = law.facts[fact].question
    return Step(
        StepKind.NOT_APPLIED,
        Text(
            f"{shown} does not apply as things are declared. {question.en}",
            f"{shown}は現在の申告では適用されません。{question.into('ja')}",
        ),
        measure=rule.measure,
        heading=rule.heading,
        sources=sources(law, rule),
    )


def sources(law: Law, rule: Rule) -> tuple[SourceRef, ...]:
    """The legal sources of a rule."""
    found = (law.schedule.sources[name] for name in rule.sources)
    return tuple(SourceRef(source.cite, source.title, source.published) for source in found)
