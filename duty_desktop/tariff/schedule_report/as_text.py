"""Reports on the schedule as lines of plain English, for the command line."""

from collections.abc import Iterator, Sequence

from duty_desktop.tariff.measure import Rule
from duty_desktop.tariff.schedule_report.appearances import Appearance
from duty_desktop.tariff.schedule_report.changes import Changes, Move
from duty_desktop.tariff.schedule_report.in_force import MeasureInForce
from duty_desktop.tariff.schedule_report.words import days_in_words, duty_in_words, numbers_in_words
from duty_desktop.terms.hts_number import dotted, dotted_heading

NUMBERS_SHOWN = 8


def measures_as_text(found: Sequence[MeasureInForce]) -> Iterator[str]:
    """Measures with their rules, one line each."""
    for one in found:
        measure = one.measure
        days = days_in_words(measure.first, measure.last)
        yield f"{measure.id}: {measure.title.en} ({measure.note or measure.authority}), {days}"
        for rule in one.rules:
            yield f"  {rule_as_text(rule)}"
        yield ""


def rule_as_text(rule: Rule) -> str:
    """A rule's heading, duty and words."""
    heading = dotted_heading(rule.heading) if rule.heading else "-"
    if rule.duty.at_least_heading:
        heading += f" ({dotted_heading(rule.duty.at_least_heading)} where column 1 reaches it)"
    return f"{heading}  {duty_in_words(rule.duty).en}  {rule.says.en}"


def changes_as_text(changes: Changes, most: int | None = NUMBERS_SHOWN) -> Iterator[str]:
    """What begins and ends, how the lists change, which numbers move; `most` numbers of each (None: all)."""
    yield f"From {changes.earlier} to {changes.later}:"
    yield from _rules("Rules that begin", changes.starting)
    yield from _rules("Rules that end", changes.ending)
    if changes.notices:
        yield ""
        yield f"Notices that begin: {len(changes.notices)}"
        yield from (f"  {notice.text.en}" for notice in changes.notices)
    yield from _lists(changes, most)
    if changes.moves:
        moved = sum(len(one.numbers) for one in changes.moves)
        yield ""
        yield f"Numbers that another measure names: {moved:,}"
        for one in changes.moves:
            yield from _move(one, most)


def appearances_as_text(number: str, found: Sequence[Appearance]) -> Iterator[str]:
    """Where a number stands in the lists."""
    if not found:
        yield f"{dotted(number)} stands in no list: only the measures on goods of every number concern it."
        return
    yield f"{dotted(number)} stands in these lists:"
    for one in found:
        row = one.row
        name = f"{row.scope}/{row.part}" if row.part else row.scope
        what = "takes out" if row.excluded else "longer number" if one.below else "as"
        days = days_in_words(row.first, row.last)
        yield f"  {name}: {what} {dotted(row.number)}, {days} ({row.where})"
        for rule in one.rules:
            span = days_in_words(rule.first, rule.last)
            yield f"      {rule.measure}, {span}: {rule_as_text(rule)}"


def _rules(title: str, rules: Sequence[Rule]) -> Iterator[str]:
    yield ""
    yield f"{title}: {len(rules)}"
    for rule in rules:
        yield f"  {rule.measure}: {rule_as_text(rule)}"


def _lists(changes: Changes, most: int | None) -> Iterator[str]:
    yield ""
    yield f"Lists that change: {len(changes.lists)}"
    for one in changes.lists:
        yield (
            f"  {one.list}/{one.part}".rstrip("/")
            + f": {len(one.added):,} added, {len(one.removed):,} removed"
        )
        for sign, numbers in (("+", one.added), ("-", one.removed)):
            if numbers:
                yield f"    {sign} {numbers_in_words(numbers, most)}"


def _move(move: Move, most: int | None) -> Iterator[str]:
    before = ", ".join(move.before) or "no list"
    after = ", ".join(move.after) or "no list"
    yield f"  {before} > {after}: {len(move.numbers):,}"
    yield f"    {numbers_in_words(move.numbers, most)}"
