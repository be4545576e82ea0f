"""The worked examples of a measure file; one good may be followed over several days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from duty_desktop.tariff.measure import Example
from duty_desktop.tariff.toml_reading import Table
from duty_desktop.terms.hts_number import digits


@dataclass(frozen=True, slots=True)
class _Expected:
    """What must come out on a day."""

    entry_date: date
    duty: Decimal | None
    duty_range: tuple[Decimal, Decimal | None] | None
    headings: tuple[tuple[str, ...], ...]
    category: str
    needs: tuple[str, ...]
    line: int


def read_examples(table: Table) -> tuple[Example, ...]:
    """The examples of one [[example]]: one of its own `entry_date`, or one for each of its `days`."""
    days = table.tables("days")
    says, hts, value = table.text("says", ""), digits(table.text("hts")), table.amount("value")
    if value is None:
        raise table.error("value", "is missing")
    if days and table.has("entry_date"):
        raise table.error("entry_date", "stands in each of the days when there are any")
    facts = table.singles("facts")
    column_1 = table.text("column_1", "")
    expected = list(_of_days(days)) if days else [_expected(table, "entry_date")]
    table.done()
    return tuple(
        Example(
            says=says,
            hts=hts,
            value=value,
            entry_date=one.entry_date,
            facts=facts,
            column_1=column_1,
            duty=one.duty,
            duty_range=one.duty_range,
            headings=one.headings,
            category=one.category,
            needs=one.needs,
            line=one.line,
        )
        for one in expected
    )


def _of_days(days: list[Table]) -> Iterator[_Expected]:
    previous = date.min
    for day in days:
        expected = _expected(day, "on")
        day.done()
        if expected.entry_date <= previous:
            raise day.error("on", f"{expected.entry_date} does not come after {previous}")
        previous = expected.entry_date
        yield expected


def _expected(table: Table, key: str) -> _Expected:
    if not table.has(key):
        raise table.error(key, "is missing")
    expected = _Expected(
        entry_date=table.day(key, date.min),
        duty=table.amount("duty"),
        duty_range=_range(table),
        headings=tuple(
            tuple(digits(choice) for choice in entry.split(" or ")) for entry in table.texts("headings")
        ),
        category=table.text("category", ""),
        needs=table.texts("needs"),
        line=table.line,
    )
    if (expected.duty is None) == (expected.duty_range is None):
        raise table.error("duty", "give one of duty, duty_range and duty_at_least")
    return expected


def _range(table: Table) -> tuple[Decimal, Decimal | None] | None:
    least = table.amount("duty_at_least")
    if least is None:
        return table.range("duty_range")
    if table.has("duty_range"):
        raise table.error("duty_range", "has an upper bound: leave out duty_at_least")
    return least, None
