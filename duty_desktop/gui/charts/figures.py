"""What the charts show, in cents: a bar a class or heading; the lines behind it as a filter."""

from collections.abc import Callable
from dataclasses import dataclass

from duty_desktop.estimate.result import Amounts, Totals
from duty_desktop.gui.formats import money, money_range
from duty_desktop.gui.models.line_order import LineFilter
from duty_desktop.gui.texts import marked, tr
from duty_desktop.gui.words import class_name
from duty_desktop.terms.hts_number import dotted_heading

MOST_BARS = 12


@dataclass(frozen=True, slots=True)
class ChartBar:
    """`parts` are lengths in cents, one for each series of the chart; `figure` says them in words."""

    name: str
    figure: str
    parts: tuple[int, ...]
    lines: LineFilter


@dataclass(frozen=True, slots=True)
class ChartKind:
    """A chart: its title, its series, its bars; `stacked`: the parts of a bar follow each other."""

    key: str
    title: str
    series: tuple[str, ...]
    bars: Callable[[Totals], list[ChartBar]]
    stacked: bool


def _duty_bar(name: str, amounts: Amounts, lines: LineFilter) -> ChartBar:
    low, most = amounts.duty_min_cents, amounts.duty_max_cents
    return ChartBar(name, money_range(low, most), (low, 0 if most is None else most - low), lines)


def _by_class(totals: Totals) -> list[ChartBar]:
    return [
        _duty_bar(class_name(category), amounts, LineFilter(category=category))
        for category, amounts in totals.by_class.items()
    ]


def _by_heading(totals: Totals) -> list[ChartBar]:
    dearest = sorted(totals.by_heading.items(), key=lambda item: -item[1].duty_min_cents)
    return [
        _duty_bar(dotted_heading(heading), amounts, LineFilter(heading=heading))
        for heading, amounts in dearest[:MOST_BARS]
    ]


def _value_and_duty(totals: Totals) -> list[ChartBar]:
    bars = []
    for category, amounts in totals.by_class.items():
        value, duty = amounts.entered_value_cents, amounts.duty_max_cents or amounts.duty_min_cents
        words = money_range(amounts.duty_min_cents, amounts.duty_max_cents)
        figure = tr("{duty} on {value}", duty=words, value=money(value))
        bars.append(ChartBar(class_name(category), figure, (value, duty), LineFilter(category=category)))
    return bars


KINDS = (
    ChartKind(
        "class", marked("Duty by class"), (marked("Duty"), marked("Still open")), _by_class, stacked=True
    ),
    ChartKind(
        "heading",
        marked("Duty of the lines of each heading"),
        (marked("Duty"), marked("Still open")),
        _by_heading,
        stacked=True,
    ),
    ChartKind(
        "value",
        marked("Value and duty"),
        (marked("Entered value"), marked("Duty, at most")),
        _value_and_duty,
        stacked=False,
    ),
)
