"""Sums of a shipment: by class, by Chapter 99 heading, and its fees. Each sum is of what the lines show."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from duty_desktop.estimate.fees import FeeRule, FeeSchedule
from duty_desktop.estimate.rated_lines import LineOutcome, RatedLines
from duty_desktop.estimate.result import Amounts, Category, Status, Totals
from duty_desktop.estimate.shipment import Shipment
from duty_desktop.terms.money import cents_half_up
from duty_desktop.terms.written import decimal_of

NOTHING = Amounts(0, 0, 0, 0, 0, 0)


def totals_of(
    rated: RatedLines,
    overrides: Mapping[int, Category],
    shipment: Shipment,
    fees: FeeSchedule,
    declared: Sequence[Mapping[str, str]],
) -> Totals:
    """Total all lines; `overrides` are the classes that a person gave to lines, `declared` their facts.

    A heading's amounts are those of the lines that report it: a line with two headings counts in both.
    """
    by_class: dict[Category, list[Amounts]] = {}
    by_heading: dict[str, list[Amounts]] = {}
    alike = _alike(rated.outcome)
    for outcome, rows in alike:
        amounts = _sum(rated, outcome, rows)
        for heading in outcome.headings:
            by_heading.setdefault(heading, []).append(amounts)
        for category, own in _by_class(outcome.category, rows, overrides).items():
            by_class.setdefault(category, []).append(
                amounts if len(own) == len(rows) else _sum(rated, outcome, own)
            )
    classes = {category: added(by_class[category]) for category in Category if category in by_class}
    headings = {heading: added(by_heading[heading]) for heading in sorted(by_heading)}
    whole = added(classes.values())
    value = whole.entered_value_cents
    free = _fee_free(fees.processing(value, shipment), rated, alike, declared)
    return Totals(whole, classes, headings, fees.fees(value, shipment, sum(free.values())))


def fee_free_cents(rule: FeeRule, rated: RatedLines, declared: Sequence[Mapping[str, str]]) -> dict[int, int]:
    """The value of lines that bears no processing fee, by row; a line in review bears it."""
    return _fee_free(rule, rated, _alike(rated.outcome), declared)


def _fee_free(
    rule: FeeRule,
    rated: RatedLines,
    alike: Iterable[tuple[LineOutcome, list[int]]],
    declared: Sequence[Mapping[str, str]],
) -> dict[int, int]:
    return {
        row: rule.free_cents(
            outcome.headings, rated.value_cents[row] or 0, _cents(declared[row].get(rule.beyond))
        )
        for outcome, rows in alike
        if outcome.status is Status.RATED and rule.frees(outcome.headings)
        for row in rows
    }


def _cents(dollars: str | None) -> int:
    """A declared amount in cents; the line is rated, so it was understood."""
    return cents_half_up(Fraction(decimal_of(dollars))) if dollars else 0


def added(amounts: Iterable[Amounts]) -> Amounts:
    """The sum of sums; without an upper bound when one of them has none."""
    lines = value = least = greatest = review = unvalued = 0
    open_ended = False
    for one in amounts:
        lines += one.lines
        value += one.entered_value_cents
        least += one.duty_min_cents
        greatest += one.duty_max_cents or 0
        review += one.review_lines
        unvalued += one.unvalued_lines
        open_ended = open_ended or one.duty_max_cents is None
    return Amounts(lines, value, least, None if open_ended else greatest, review, unvalued)


def _alike(outcomes: Sequence[LineOutcome]) -> list[tuple[LineOutcome, list[int]]]:
    """Rows of the same state, class and headings, with an outcome that has them.

    Outcomes are told apart by identity first and enums by theirs: hashing them for each of 100,000
    rows would take longer than all the sums.
    """
    rows_of: defaultdict[int, list[int]] = defaultdict(list)
    for row, key in enumerate(map(id, outcomes)):
        rows_of[key].append(row)
    groups: dict[tuple[int, int, tuple[str, ...]], tuple[LineOutcome, list[int]]] = {}
    for rows in rows_of.values():
        outcome = outcomes[rows[0]]
        likeness = id(outcome.status), id(outcome.category), outcome.headings
        groups.setdefault(likeness, (outcome, []))[1].extend(rows)
    return list(groups.values())


def _by_class(
    category: Category, rows: list[int], overrides: Mapping[int, Category]
) -> dict[Category, list[int]]:
    if not overrides:
        return {category: rows}
    classes: dict[Category, list[int]] = {}
    for row in rows:
        classes.setdefault(overrides.get(row, category), []).append(row)
    return classes


def _sum(rated: RatedLines, outcome: LineOutcome, rows: Sequence[int]) -> Amounts:
    values = list(map(rated.value_cents.__getitem__, rows))
    value, unvalued = sum(filter(None, values)), values.count(None)
    least = sum(map(rated.duty_min_cents.__getitem__, rows))
    if outcome.status is Status.RATED:
        return Amounts(len(rows), value, least, least, 0, unvalued)
    tops = list(map(rated.duty_max_cents.__getitem__, rows))
    known = [top for top in tops if top is not None]
    greatest = sum(known) if len(known) == len(tops) else None
    return Amounts(len(rows), value, least, greatest, len(rows), unvalued)
