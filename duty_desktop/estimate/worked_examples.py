"""The worked examples that measure files carry, rated by the same functions as everything else."""

from collections.abc import Iterator
from decimal import Decimal

from duty_desktop.estimate.rated_lines import RatedLines
from duty_desktop.estimate.rating import Goods, Rater
from duty_desktop.estimate.result import RatedLine, Status
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.measure import Example, Measure
from duty_desktop.terms.hts_number import dotted_heading
from duty_desktop.terms.money import CENTS, dollars, e4


def rate_example(law: Law, example: Example) -> RatedLine:
    """The outcome of an example for goods of the first origin that the schedule covers."""
    facts = dict(example.facts)
    quantity, unit = facts.pop("quantity", ""), facts.pop("unit", "")
    goods = Goods(
        hts=[example.hts],
        value_cents=[int(example.value * CENTS)],
        origin=[law.schedule.coverage.origins[0]],
        quantity_e4=[e4(Decimal(quantity)) if quantity else None],
        unit=[unit],
        facts=[facts],
    )
    own_rate = {example.hts: example.column_1} if example.column_1 else None
    rated: RatedLines = Rater(law, own_rate).rate(goods, example.entry_date)
    return rated.line(0)


def failures(law: Law, example: Example) -> Iterator[str]:
    """What of an example does not come out as written; nothing when all of it does."""
    line = rate_example(law, example)
    if example.duty is not None and line.duty_cents != _cents(example.duty):
        yield f"duty is {_shown(line)}, the example says {example.duty}"
    if example.duty_range is not None:
        low, high = example.duty_range
        expected = (_cents(low), None if high is None else _cents(high))
        if line.status is not Status.REVIEW or (line.duty_min_cents, line.duty_max_cents) != expected:
            yield f"duty is {_shown(line)}, the example says a range of {low} to {high or 'open'}"
    for choices in example.headings:
        if not any(heading in line.headings for heading in choices):
            wanted = " or ".join(dotted_heading(heading) for heading in choices)
            found = ", ".join(dotted_heading(heading) for heading in line.headings)
            yield f"heading {wanted} is not among {found or 'none'}"
    if example.category and line.category != example.category:
        yield f"class is {line.category}, the example says {example.category}"
    missing = [need for need in example.needs if need not in line.needs]
    if missing:
        yield f"{', '.join(missing)} should be asked, {', '.join(line.needs) or 'nothing'} is"


def failing_examples(law: Law) -> Iterator[tuple[Measure, Example, str]]:
    """Every failure of every example of the schedule."""
    for measure in law.schedule.measures:
        for example in measure.examples:
            for failure in failures(law, example):
                yield measure, example, failure


def _cents(amount: Decimal) -> int:
    return int(amount * CENTS)


def _shown(line: RatedLine) -> str:
    if line.duty_cents is not None:
        return str(dollars(line.duty_cents))
    high = "open" if line.duty_max_cents is None else str(dollars(line.duty_max_cents))
    return f"{dollars(line.duty_min_cents or 0)} to {high}"
