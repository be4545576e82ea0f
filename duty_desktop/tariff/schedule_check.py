"""Checks over a whole schedule: every name that a file uses exists, every value can be declared."""

from collections.abc import Iterator
from pathlib import Path

from duty_desktop.tariff.facts import Fact
from duty_desktop.tariff.measure import Condition, Measure, Rule
from duty_desktop.tariff.schedule import Schedule
from duty_desktop.tariff.schedule_error import ScheduleError

_NEEDS_BESIDE_FACTS = frozenset({"hts", "origin"})


def refuse_dangling_names(schedule: Schedule, folder: Path) -> None:
    """Raise `ScheduleError` for a scope, fact, measure, source or authority that does not exist."""
    names = {measure.id for measure in schedule.measures}
    for measure in schedule.measures:
        path = folder / "measures" / measure.file
        if measure.authority not in schedule.authorities:
            raise ScheduleError(path, 1, "authority", f"“{measure.authority}” is not in reporting.toml")
        for scope, _ in measure.categories:
            _check_scope(schedule, path, 1, "category.scope", scope)
        for rule in measure.rules:
            _check_rule(schedule, names, path, rule)
        for notice in measure.notices:
            _check_condition(schedule, names, path, notice.line, notice.when)
            _check_sources(schedule, path, notice.line, "notice.source", notice.sources)
        for note in measure.cannot_meet:
            _check_measure(names, path, note.line, "cannot_meet.measure", note.measure)
    for fact in schedule.facts.values():
        for default in fact.default_when:
            _check_condition(schedule, names, folder / "facts.toml", 1, default.when)
    for small in schedule.small_shipments:
        path = folder / "small_shipments.toml"
        _check_sources(schedule, path, small.line, "small_shipment.source", small.sources)
    _check_contents(schedule, folder / "contents.toml")
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
    _check_sources(schedule, path, rule.line, "rule.source", rule.sources)
    if rule.split is not None:
        _check_fact(schedule, path, rule.line, "rule.split.fact", rule.split.fact)
    metals = {content.metal for content in schedule.contents}
    if rule.duty.on != "value" and rule.duty.on.removeprefix("content:") not in metals:
        raise ScheduleError(path, rule.line, "rule.duty.on", f"“{rule.duty.on}” is not in contents.toml")


def _check_sources(schedule: Schedule, path: Path, line: int, field: str, names: tuple[str, ...]) -> None:
    for source in names:
        if source not in schedule.sources:
            raise ScheduleError(path, line, field, f"“{source}” is not in sources.toml")


def _check_condition(
    schedule: Schedule, measures: set[str], path: Path, line: int, condition: Condition
) -> None:
    for one in nested(condition):
        for scope in (*one.scope, *one.not_scope):
            _check_scope(schedule, path, line, "when.scope", scope)
        for name in one.covered_by:
            _check_measure(measures, path, line, "when.covered_by", name)
        if one.value_at_most is not None and not one.declared:
            problem = "stands only beside declared: goods that declare nothing are rated together"
            raise ScheduleError(path, line, "when.value_at_most", problem)
    for fact in facts_of(condition):
        _check_fact(schedule, path, line, "when", fact)
    for one in nested(condition):
        for name, values in (*one.declared, *one.facts):
            for value in values:
                _check_value(schedule.facts[name], path, line, value)


def _check_scope(schedule: Schedule, path: Path, line: int, field: str, scope: str) -> None:
    if not schedule.scopes.known(scope):
        raise ScheduleError(path, line, field, f"there is no list “{scope}” in scopes/")


def _check_measure(measures: set[str], path: Path, line: int, field: str, name: str) -> None:
    if name not in measures:
        raise ScheduleError(path, line, field, f"there is no measure “{name}”")


def _check_fact(schedule: Schedule, path: Path, line: int, field: str, fact: str) -> None:
    if fact not in schedule.facts:
        raise ScheduleError(path, line, field, f"there is no fact “{fact}” in facts.toml")


def _check_value(fact: Fact, path: Path, line: int, value: str) -> None:
    """A value in another form than the declared one would never be equal to it."""
    try:
        normal = fact.normal(value)
    except ValueError as error:
        raise ScheduleError(path, line, f"when.{fact.id}", str(error)) from error
    if normal != value:
        raise ScheduleError(path, line, f"when.{fact.id}", f"write “{value}” as “{normal}”")


def _check_contents(schedule: Schedule, path: Path) -> None:
    for content in schedule.contents:
        for scope in content.scope:
            _check_scope(schedule, path, 1, "content.scope", scope)
        for fact in (content.fact, content.none_fact):
            _check_fact(schedule, path, 1, "content.fact", fact)


def _check_examples(schedule: Schedule, folder: Path) -> None:
    for measure in schedule.measures:
        path = folder / "measures" / measure.file
        for example in measure.examples:
            for name, value in example.facts:
                _check_fact(schedule, path, example.line, "example.facts", name)
                try:
                    schedule.facts[name].normal(value)
                except ValueError as error:
                    raise ScheduleError(path, example.line, f"example.{name}", str(error)) from error
            for need in example.needs:
                if need not in _NEEDS_BESIDE_FACTS:
                    _check_fact(schedule, path, example.line, "example.needs", need)
