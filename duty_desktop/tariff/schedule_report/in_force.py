"""The measures in force on a day, with their rules of that day."""

from dataclasses import dataclass
from datetime import date

from duty_desktop.tariff.measure import Measure, Rule
from duty_desktop.tariff.schedule import Schedule


@dataclass(frozen=True, slots=True)
class MeasureInForce:
    """A measure and those of its rules that are law on a day, in their order of decision."""

    measure: Measure
    rules: tuple[Rule, ...]


def in_force(schedule: Schedule, on: date) -> tuple[MeasureInForce, ...]:
    """The measures in their order of rating."""
    found = (
        MeasureInForce(measure, tuple(rule for rule in measure.rules if rule.in_force(on)))
        for measure in schedule.measures
    )
    return tuple(one for one in found if one.rules)


def first_days(schedule: Schedule) -> tuple[date, ...]:
    """The first days of the spans within which no rule and no list changes, from the first day covered on."""
    begins = schedule.coverage.first_day
    return (begins, *(day for day in schedule.boundaries() if day > begins))
