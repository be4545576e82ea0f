"""The result of a check of the schedule as lines of plain English."""

from collections.abc import Iterator

from duty_desktop.tariff.schedule import Schedule
from duty_desktop.tariff.schedule_error import ScheduleError
from duty_desktop.tariff.schedule_report.gaps import Gap, GapKind
from duty_desktop.tariff.schedule_report.reports import Reports
from duty_desktop.tariff.schedule_report.words import days_in_words, numbers_in_words
from duty_desktop.terms.text import Text

_NUMBERS_SHOWN = 4
_GAPS = {
    GapKind.LIST_WITHOUT_RULE: "list {} has numbers, and no rule looks at it",
    GapKind.RULE_WITHOUT_NUMBERS: "rule {} asks for lists that are empty",
    GapKind.MEASURE_WITHOUT_RULE: "measure {} has no rule",
    GapKind.NUMBER_INTERRUPTED: "{} left the list and came back",
    GapKind.NO_COUNTRY_WIDE_DUTY: "no measure on goods of every number{}",
}


def size_as_text(schedule: Schedule) -> str:
    """How much a schedule holds."""
    rules = sum(len(measure.rules) for measure in schedule.measures)
    examples = sum(len(measure.examples) for measure in schedule.measures)
    lists, rows = len(schedule.scopes.names), len(schedule.scopes.rows)
    return (
        f"{len(schedule.measures)} measures with {rules} rules, {lists} lists of {rows:,} rows, "
        f"{len(schedule.facts)} facts, {len(schedule.sources)} sources, {examples} worked examples"
    )


def errors_as_text(errors: tuple[ScheduleError, ...]) -> Iterator[str]:
    """Each error with its file, line and field."""
    for error in errors:
        yield f"  {error.path.parent.name}/{error}"


def reports_as_text(reports: Reports) -> Iterator[str]:
    """Overlaps, numbers in no edition and gaps, each with its reason."""
    yield _title("Overlaps within a list", [reason for _, reason in reports.overlaps])
    for overlap, reason in reports.overlaps:
        shown = numbers_in_words(overlap.numbers, _NUMBERS_SHOWN)
        what = f"{overlap.list}: {' and '.join(overlap.parts)} from {overlap.first} both name {shown}"
        yield f"  {what}: {_reason(reason)}"
    yield _title(
        "Listed numbers that an edition of their days does not print", [r for _, r in reports.dead_numbers]
    )
    for (name, reason), numbers in _dead_by_reason(reports).items():
        shown = numbers_in_words(numbers, None if reason is None else _NUMBERS_SHOWN)
        yield f"  {name}: {shown}: {_reason(reason)}"
    yield _title("Gaps", [reason for _, reason in reports.gaps])
    for gap, reason in reports.gaps:
        yield f"  {_gap(gap)}: {_reason(reason)}"
    for stale in reports.stale:
        yield f"  explained.toml explains what is not there any more, remove it: {stale}"


def _title(name: str, reasons: list[Text | None]) -> str:
    explained = sum(reason is not None for reason in reasons)
    return f"{name}: {len(reasons)}" + (f", {explained} explained" if reasons else "")


def _dead_by_reason(reports: Reports) -> dict[tuple[str, Text | None], list[str]]:
    found: dict[tuple[str, Text | None], list[str]] = {}
    for dead, reason in reports.dead_numbers:
        found.setdefault((dead.list, reason), []).append(dead.number)
    return found


def _gap(gap: Gap) -> str:
    return f"{_GAPS[gap.kind].format(gap.subject)}, {days_in_words(gap.first, gap.last)}"


def _reason(reason: Text | None) -> str:
    return "NOT EXPLAINED" if reason is None else reason.en
