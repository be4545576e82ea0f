"""Reports on the schedule as plain values for JSON: texts in English, numbers as digits, days ISO."""

from datetime import date
from typing import TypeAlias

from duty_desktop.tariff.measure import Rule
from duty_desktop.tariff.schedule import Schedule
from duty_desktop.tariff.schedule_report.appearances import Appearance
from duty_desktop.tariff.schedule_report.changes import Changes
from duty_desktop.tariff.schedule_report.in_force import MeasureInForce
from duty_desktop.tariff.schedule_report.reports import Reports
from duty_desktop.tariff.schedule_report.words import duty_in_words
from duty_desktop.tariff.scopes import ScopeRow

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | bool | None"


def measure_as_json(schedule: Schedule, one: MeasureInForce) -> dict[str, Json]:
    """A measure with its rules of a day."""
    measure = one.measure
    return {
        "id": measure.id,
        "title": measure.title.en,
        "authority": measure.authority,
        "note": measure.note,
        "from": _open(measure.first),
        "to": _open(measure.last),
        "rules": [rule_as_json(schedule, rule) for rule in one.rules],
    }


def rule_as_json(schedule: Schedule, rule: Rule) -> dict[str, Json]:
    """A rule with its heading, days, duty, words and sources."""
    return {
        "measure": rule.measure,
        "id": rule.id,
        "heading": rule.heading,
        "from": _open(rule.first),
        "to": _open(rule.last),
        "duty": duty_in_words(rule.duty).en,
        "says": rule.says.en,
        "sources": [schedule.sources[name].cite for name in rule.sources],
    }


def changes_as_json(schedule: Schedule, changes: Changes) -> dict[str, Json]:
    """The difference between two days."""
    return {
        "from": changes.earlier.isoformat(),
        "to": changes.later.isoformat(),
        "rules_starting": [rule_as_json(schedule, rule) for rule in changes.starting],
        "rules_ending": [rule_as_json(schedule, rule) for rule in changes.ending],
        "notices": [notice.text.en for notice in changes.notices],
        "lists": [
            {"list": one.list, "part": one.part, "added": [*one.added], "removed": [*one.removed]}
            for one in changes.lists
        ],
        "numbers_moved": [
            {"before": [*one.before], "after": [*one.after], "numbers": [*one.numbers]}
            for one in changes.moves
        ],
    }


def appearance_as_json(schedule: Schedule, one: Appearance) -> dict[str, Json]:
    """A row that covers a number, and the rules that look at its list."""
    return {
        **_row(one.row),
        "below": one.below,
        "rules": [rule_as_json(schedule, rule) for rule in one.rules],
    }


def reports_as_json(reports: Reports) -> dict[str, Json]:
    """Overlaps, numbers in no edition, gaps, and reasons that explain nothing."""
    return {
        "overlaps": [
            {
                "list": one.list,
                "parts": [*one.parts],
                "numbers": [*one.numbers],
                "from": one.first.isoformat(),
                "because": None if because is None else because.en,
            }
            for one, because in reports.overlaps
        ],
        "dead_numbers": [
            {
                "list": one.list,
                "number": one.number,
                "editions": [*one.editions],
                "because": None if because is None else because.en,
            }
            for one, because in reports.dead_numbers
        ],
        "gaps": [
            {
                "kind": one.kind.value,
                "subject": one.subject,
                "from": one.first.isoformat(),
                "to": _open(one.last),
                "because": None if because is None else because.en,
            }
            for one, because in reports.gaps
        ],
        "stale_explanations": [*reports.stale],
    }


def _row(row: ScopeRow) -> dict[str, Json]:
    return {
        "list": row.scope,
        "part": row.part,
        "number": row.number,
        "excluded": row.excluded,
        "from": _open(row.first),
        "to": _open(row.last),
        "where": row.where,
    }


def _open(day: date) -> str | None:
    return None if day in (date.min, date.max) else day.isoformat()
