"""From a measure file to a `Measure`; the closed vocabulary of docs/adding-a-measure.md."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from duty_desktop.tariff.measure import (
    ALWAYS,
    Condition,
    Duty,
    DutyKind,
    Example,
    Measure,
    Notice,
    Rule,
    Split,
)
from duty_desktop.tariff.toml_reading import Table, read_toml
from duty_desktop.terms.hts_number import digits

_HEADING_DIGITS = 8


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
        examples=tuple(_example(entry) for entry in table.tables("example")),
        cannot_meet=tuple(_cannot_meet(entry) for entry in table.tables("cannot_meet")),
        rated_first=table.flag("rated_first", False),
        file=path.name,
    )
    table.done()
    if not rules:
        raise table.error("rule", "a measure needs at least one [[rule]]")
    _refuse_repeated(table, "rule.id", (rule.id for rule in rules))
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
            (name, table.as_percent("share_at_least", values[0]))
            for name, values in table.pairs("share_at_least")
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
    from_ = table.day("from", first)
    to = table.day("to", last)
    if to < from_ or from_ < first or to > last:
        raise table.error("from", f"{from_} to {to} is not within the measure's own days")
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
        category=table.text("category", ""),
        says=table.both("says"),
        warning=table.both("warning"),
        note=table.text("note", ""),
        sources=table.texts("source"),
        line=table.line,
    )
    table.done()
    return rule


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
    split = Split(table.text("fact"), ends == "ends")
    table.done()
    return split


def _heading(table: Table, key: str) -> str:
    text = table.text(key, "")
    number = digits(text)
    if text and len(number) != _HEADING_DIGITS:
        raise table.error(key, f"“{text}” is not a heading like 9903.05.49")
    return number


def _category(table: Table) -> tuple[str, str]:
    entry = (table.text("scope"), table.text("is"))
    table.done()
    return entry


def _cannot_meet(table: Table) -> tuple[str, str]:
    entry = (table.text("measure"), table.text("because"))
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
    )
    table.done()
    return notice


def _example(table: Table) -> Example:
    bounds = table.texts("duty_range")
    value = table.amount("value")
    if value is None:
        raise table.error("value", "is missing")
    example = Example(
        says=table.text("says", ""),
        hts=digits(table.text("hts")),
        value=value,
        entry_date=table.day("entry_date", date.min),
        facts=tuple((name, values[0]) for name, values in table.pairs("facts")),
        column_1=table.text("column_1", ""),
        duty=table.amount("duty"),
        duty_range=None,
        headings=tuple(
            tuple(digits(choice) for choice in entry.split(" or ")) for entry in table.texts("headings")
        ),
        category=table.text("category", ""),
        needs=table.texts("needs"),
        line=table.line,
    )
    table.done()
    if (example.duty is None) == (not bounds):
        raise table.error("duty", "give either duty or duty_range")
    return example if not bounds else _with_range(table, example, bounds)


def _with_range(table: Table, example: Example, bounds: tuple[str, ...]) -> Example:
    if len(bounds) != 2:
        raise table.error("duty_range", "must be two amounts")
    return replace(example, duty_range=(Decimal(bounds[0]), Decimal(bounds[1])))


def _refuse_repeated(table: Table, field: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise table.error(field, f"“{name}” is used twice")
        seen.add(name)
