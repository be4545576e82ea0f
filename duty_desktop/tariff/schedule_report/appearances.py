"""Where a number appears in the lists, and which rules look at those lists."""

from dataclasses import dataclass

from duty_desktop.tariff.measure import Rule
from duty_desktop.tariff.schedule import Schedule
from duty_desktop.tariff.schedule_report.reach import lists_of
from duty_desktop.tariff.scopes import ScopeRow


@dataclass(frozen=True, slots=True)
class Appearance:
    """A row of a list that covers a number (or, `below`, a longer one), and the rules that name the list."""

    row: ScopeRow
    rules: tuple[Rule, ...]
    below: bool


def appearances(schedule: Schedule, number: str) -> tuple[Appearance, ...]:
    """Every row that covers `number` (digits), then the rows of longer numbers that begin with it."""
    covering = schedule.scopes.rows_for(number)
    longer = [
        row for row in schedule.scopes.rows if len(row.number) > len(number) and row.number.startswith(number)
    ]
    return tuple(
        [Appearance(row, _rules(schedule, row), below=False) for row in covering]
        + [Appearance(row, _rules(schedule, row), below=True) for row in longer]
    )


def _rules(schedule: Schedule, row: ScopeRow) -> tuple[Rule, ...]:
    names = {row.scope, f"{row.scope}/{row.part}"}
    return tuple(
        rule
        for measure in schedule.measures
        for rule in measure.rules
        if rule.heading
        and rule.first <= row.last
        and row.first <= rule.last
        and not names.isdisjoint(lists_of(rule) or ())
    )
