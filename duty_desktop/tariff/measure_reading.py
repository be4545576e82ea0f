"""From a measure file to a `Measure`; the closed vocabulary of docs/adding-a-measure.md."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from pathlib import Path

from duty_desktop.tariff.example_reading import read_examples
from duty_desktop.tariff.measure import (
    ALWAYS,
    CATEGORIES,
    CannotMeet,
    Condition,
    Duty,
    DutyKind,
    Measure,
    Notice,
    Rule,
    Split,
)
from duty_desktop.tariff.schedule_error import ScheduleError
from duty_desktop.tariff.toml_reading import Table, read_toml
from duty_desktop.terms.hts_number import digits

_HEADING_DIGITS = 8
_CHAPTERS_OF_HEADINGS = ("98", "99")


def read_measure(path: Path) -> Measure:
    """Read one measure file; raises `ScheduleError` naming file, line and field."""
    table = read_toml(path)
    identity = table.text("id")
    if identity != path.stem:
        raise table.error("id", f"“{identity}” must be the file's name, “{path.stem}”")
    first = table.day("from", date.min)
    last = table.day("to", date.max)
    rules = tuple(_rule(rule, identity, first, last) for rule in table.tables("rule"))
    measure = Measure(
        id=identity,
        title=table.both("title", required=True),
        authority=table.text("authority"),
        note=table.text("note", ""),
        origin=table.texts("origin"),
        first=first,
        last=last,
        rules=rules,
        categories=tuple((_category(entry)) for entry in table.tables("category")),
        notices=tuple(_notice(entry, first, last) for entry in table.tables("notice")),
        examples=tuple(found for entry in table.tables("example") for found in read_examples(entry)),
        cannot_meet=tuple(_cannot_meet(entry) for entry in table.tables("cannot_meet")),
        rated_first=table.flag("rated_first", False),
        file=path.name,
    )
    table.done()
    if not rules:
        raise table.error("rule", "a measure needs at least one [[rule]]")
    _refuse_repeated(path, rules)
    return measure


def read_condition(table: Table | None) -> Condition:
    """A `when` table as a condition; None is the condition that always holds."""
    if table is None:
        return ALWAYS
    unless = table.table("unless")
    condition = Condition(
        scope=table.texts("scope"),
        not_scope=table.texts("not_scope"),
        covered_by=table.texts("covered_by"),
        value_at_most=table.amount("value_at_most"),
        declared=table.pairs("declared"),
        undeclared=table.texts("undeclared"),
        given=table.texts("given"),
        loaded_before=table.day("loaded_before", date.max) if table.has("loaded_before") else None,
        share_at_least=tuple(
            (name, table.as_percent("share_at_least", share))
            for name, share in table.singles("share_at_least")
        ),
        any_of=tuple(read_condition(entry) for entry in table.tables("any")),
        unless=read_condition(unless) if unless is not None else None,
        at_least=table.amounts("at_least"),
        below=table.amounts("below"),
        facts=table.pairs("facts"),
        unsettled=table.texts("unsettled"),
    )
    table.done()
    return condition


def _rule(table: Table, measure: str, first: date, last: date) -> Rule:
    duty = _duty(table.table("duty"))
    split = _split(table.table("split"))
    had_to = table.has("to")
    from_ = table.day("from", first)
    to = table.day("to", last)
    if to < from_ or from_ < first or to > last:
        field = "from" if from_ < first or not had_to else "to"
        raise table.error(field, f"{_shown(from_)} to {_shown(to)} is not within the measure's own days")
    identity = table.text("id")
    ends = table.flag("ends", duty.kind is DutyKind.INSTEAD)
    rule = Rule(
        id=identity,
        measure=measure,
        heading=_heading(table, "heading"),
        first=from_,
        last=to,
        when=read_condition(table.table("when")),
        duty=duty,
        covers=table.flag("covers", duty.kind in (DutyKind.ADDED, DutyKind.TOTAL)),
        ends=ends,
        column_1_free=table.flag("column_1_free", duty.kind is DutyKind.INSTEAD),
        review=table.flag("review", False),
        split=split,
        category=_known_category(table, "category", table.text("category", "")),
        says=table.both("says"),
        warning=table.both("warning"),
        figure_without=table.flag("figure_without", False),
        note=table.text("note", ""),
        sources=table.texts("source"),
        line=table.line,
    )
    table.done()
    return rule


def _shown(day: date) -> str:
    return "always" if day in (date.min, date.max) else day.isoformat()


def _duty(table: Table | None) -> Duty:
    if table is None:
        return Duty()
    kind_text = table.text("kind")
    if kind_text not in set(DutyKind):
        raise table.error("kind", f"“{kind_text}” must be one of {', '.join(DutyKind)}")
    kind = DutyKind(kind_text)
    duty = Duty(
        kind=kind,
        rate=Fraction(0) if kind is DutyKind.NONE else table.percent("rate"),
        on=table.text("on", "value"),
        at_least_heading=_heading(table, "at_least_heading"),
        relieves_rest=table.flag("relieves_rest", False),
        rest_heading=_heading(table, "rest_heading"),
    )
    table.done()
    if duty.on != "value" and not duty.on.startswith("content:"):
        raise table.error("on", "must be “value” or “content:” and a metal")
    return duty


def _split(table: Table | None) -> Split | None:
    if table is None:
        return None
    ends = table.text("declared_part")
    if ends not in {"ends", "goes-on"}:
        raise table.error("declared_part", "must be “ends” or “goes-on”")
    split = Split(table.text("fact"), ends == "ends", table.flag("heading_on_both", False))
    table.done()
    return split


def _heading(table: Table, key: str) -> str:
    text = table.text(key, "")
    number = digits(text)
    if text and (len(number) != _HEADING_DIGITS or number[:2] not in _CHAPTERS_OF_HEADINGS):
        raise table.error(key, f"“{text}” is not a heading like 9903.05.49")
    return number


def _category(table: Table) -> tuple[str, str]:
    entry = (table.text("scope"), _known_category(table, "is", table.text("is")))
    table.done()
    return entry


def _known_category(table: Table, key: str, name: str) -> str:
    if name and name not in CATEGORIES:
        raise table.error(key, f"“{name}” must be one of {', '.join(CATEGORIES)}")
    return name


def _cannot_meet(table: Table) -> CannotMeet:
    entry = CannotMeet(table.text("measure"), table.both("because", required=True), table.line)
    table.done()
    return entry


def _notice(table: Table, first: date, last: date) -> Notice:
    notice = Notice(
        code=table.text("code"),
        when=read_condition(table.table("when")),
        first=table.day("from", first),
        last=table.day("to", last),
        text=table.both("says", required=True),
        doubt=table.flag("doubt", True),
        refundable=table.flag("refundable", False),
        sources=table.texts("source"),
        line=table.line,
    )
    table.done()
    return notice


def _refuse_repeated(path: Path, rules: Iterable[Rule]) -> None:
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise ScheduleError(path, rule.line, "rule.id", f"“{rule.id}” is used twice")
        seen.add(rule.id)
