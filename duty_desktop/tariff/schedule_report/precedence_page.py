"""The page `docs/precedence.md`, made from the schedule; run this module with its path to renew it."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from duty_desktop.tariff.law import Law
from duty_desktop.tariff.measure import Measure
from duty_desktop.tariff.schedule import Schedule
from duty_desktop.tariff.schedule_report.pairs import Pair, meeting_pairs
from duty_desktop.tariff.schedule_report.precedence import Precedence, precedence
from duty_desktop.terms.hts_number import dotted_heading

_HEAD = """\
# Which measure takes goods out of which other

Made from `resources/schedule/`; a test fails when it is stale. Do not edit it, renew it with
`python -m duty_desktop.tariff.schedule_report.precedence_page docs/precedence.md`.

Measures decide in the order below: a measure stands after all those that take goods out of it.
"""
_TAKEN = """\
## Goods taken by an earlier measure

“Takes” are the headings under which the earlier measure takes the goods, “reports” what the later measure
reports then. “Numbers” counts the ten-digit numbers that both can reach: 0 means that the rule follows the
text of the law and no listed number needs it.
"""
_BOTH = """\
## Measures that meet and both stay

Both reach some number on some day, and neither names the other as taking it: the duties add up, or the facts
of the good decide which one it is. An example in one of the two measure files shows the outcome.
"""
_NEVER = """\
## Measures that never meet though they reach the same numbers
"""


def precedence_page(law: Law) -> str:
    """The whole page."""
    schedule = law.schedule
    found = precedence(schedule)
    pairs = {pair.names: pair for pair in meeting_pairs(schedule, law.nomenclature)}
    return "\n".join(
        [
            _HEAD,
            *_order(schedule),
            "",
            _TAKEN,
            *_taken(schedule, found, pairs),
            _BOTH,
            *_both(schedule, found, pairs),
            "",
            _NEVER,
            *_never(schedule),
            "",
        ]
    )


def _order(schedule: Schedule) -> Iterator[str]:
    for place, measure in enumerate(schedule.measures, start=1):
        yield f"{place}. `{measure.id}`: {measure.title.en} ({_days(measure.first, measure.last)})"


def _taken(
    schedule: Schedule, found: tuple[Precedence, ...], pairs: dict[frozenset[str], Pair]
) -> Iterator[str]:
    for measure in schedule.measures:
        rows = [one for one in found if one.loser == measure.id]
        if not rows:
            continue
        yield f"### Out of `{measure.id}`"
        yield ""
        yield "| taken by | days | takes | reports | numbers | source |"
        yield "|---|---|---|---|---|---|"
        for one in rows:
            yield _row(schedule, one, pairs.get(frozenset((one.winner, one.loser))))
        yield ""


def _row(schedule: Schedule, one: Precedence, pair: Pair | None) -> str:
    takes = ", ".join(dotted_heading(heading) for heading in one.headings) or "-"
    reports = dotted_heading(one.rule.heading) if one.rule.heading else "-"
    numbers = "0" if pair is None else "all" if pair.everywhere else f"{len(pair.numbers):,}"
    sources = "; ".join(schedule.sources[name].cite for name in one.rule.sources)
    days = _days(one.first, one.last)
    return f"| `{one.winner}` | {days} | {takes} | {reports} | {numbers} | {sources} |"


def _both(
    schedule: Schedule, found: tuple[Precedence, ...], pairs: dict[frozenset[str], Pair]
) -> Iterator[str]:
    taken = {frozenset((one.winner, one.loser)) for one in found}
    never = {
        frozenset((measure.id, note.measure)) for measure in schedule.measures for note in measure.cannot_meet
    }
    yield "| measures | from | numbers |"
    yield "|---|---|---|"
    for names, pair in pairs.items():
        if names not in taken and names not in never:
            numbers = "all" if pair.everywhere else f"{len(pair.numbers):,}"
            yield f"| `{pair.one}`, `{pair.other}` | {pair.first} | {numbers} |"


def _never(schedule: Schedule) -> Iterator[str]:
    yield "| measures | because |"
    yield "|---|---|"
    for measure in sorted(schedule.measures, key=_name):
        for note in measure.cannot_meet:
            yield f"| `{measure.id}`, `{note.measure}` | {note.because.en} |"


def _name(measure: Measure) -> str:
    return measure.id


def _days(first: date, last: date) -> str:
    begins = "the beginning" if first == date.min else str(first)
    return f"{begins} on" if last == date.max else f"{begins} to {last}"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(precedence_page(Law.load()), encoding="utf-8", newline="\n")
