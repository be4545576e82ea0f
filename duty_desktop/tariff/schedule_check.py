"""Checks over a whole schedule: every name that a file uses exists."""

from collections.abc import Iterator
from pathlib import Path

from duty_desktop.tariff.measure import Condition, Measure, Rule
from duty_desktop.tariff.schedule import Schedule
from duty_desktop.tariff.schedule_error import ScheduleError


def refuse_dangling_names(schedule: Schedule, folder: Path) -> None:
    """Raise `ScheduleError` for a scope, fact, measure, source or authority that does not exist."""
    names = {measure.id for measure in schedule.measures}
    for measure in schedule.measures:
        path = folder / "measures" / measure.file
        if measure.authority not in schedule.authorities:
            raise ScheduleError(path, 1, "authority", f"“{measure.authority}” is not in reporting.toml")
        for rule in measure.rules:
            _check_rule(schedule, names, path, rule)
        for notice in measure.notices:
            _check_condition(schedule, names, path, 1, notice.when)
        for name, _ in measure.cannot_meet:
            if name not in names:
                raise ScheduleError(path, 1, "cannot_meet.measure", f"there is no measure “{name}”")
    for fact in schedule.facts.values():
        for default in fact.default_when:
            _check_condition(schedule, names, folder / "facts.toml", 1, default.when)
    _check_examples(schedule, folder)


def conditions_of(measure: Measure) -> Iterator[Condition]:
    """Every condition of a measure, nested ones included."""
    for rule in measure.rules:
        yield from nested(rule.when)


def nested(condition: Condition) -> Iterator[Condition]:
    """A condition and all conditions inside it."""
    yield condition
    for inner in condition.any_of:
        yield from nested(inner)
    if condition.unless is not None:
        yield from nested(condition.unless)


def facts_of(condition: Condition) -> Iterator[str]:
    """Every fact that a condition looks at, nested conditions included."""
    for one in nested(condition):
        for pairs in (one.declared, one.facts, one.at_least, one.below, one.share_at_least):
            yield from (name for name, _ in pairs)
        yield from one.undeclared
        yield from one.given
        yield from one.unsettled


def _check_rule(schedule: Schedule, measures: set[str], path: Path, rule: Rule) -> None:
    _check_condition(schedule, measures, path, rule.line, rule.when)
    for source in rule.sources:
        if source not in schedule.sources:
            raise ScheduleError(path, rule.line, "rule.source", f"“{source}” is not in sources.toml")
    if rule.split is not None and rule.split.fact not in schedule.facts:
        raise ScheduleError(path, rule.line, "rule.split.fact", f"there is no fact “{rule.split.fact}”")
    metals = {content.metal for content in schedule.contents}
    if rule.duty.on != "value" and rule.duty.on.removeprefix("content:") not in metals:
        raise ScheduleError(path, rule.line, "rule.duty.on", f"“{rule.duty.on}” is not in contents.toml")


def _check_condition(
    schedule: Schedule, measures: set[str], path: Path, line: int, condition: Condition
) -> None:
    for one in nested(condition):
        for scope in (*one.scope, *one.not_scope):
            if not schedule.scopes.known(scope):
                raise ScheduleError(path, line, "when.scope", f"there is no list “{scope}” in scopes/")
        for name in one.covered_by:
            if name not in measures:
                raise ScheduleError(path, line, "when.covered_by", f"there is no measure “{name}”")
    for fact in facts_of(condition):
        if fact not in schedule.facts:
            raise ScheduleError(path, line, "when", f"there is no fact “{fact}” in facts.toml")


def _check_examples(schedule: Schedule, folder: Path) -> None:
    for measure in schedule.measures:
        for example in measure.examples:
            for fact, _ in example.facts:
                if fact not in schedule.facts:
                    path = folder / "measures" / measure.file
                    raise ScheduleError(path, example.line, "example.facts", f"there is no fact “{fact}”")
