"""The totals of an estimate as a small table for the terminal."""

from collections.abc import Iterator

from duty_desktop.estimate.currency import DOLLAR
from duty_desktop.estimate.result import Amounts, Question
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.terms.money import dollars

_MOST_QUESTIONS = 12
_MOST_PLACES = 5
_ABOUT_CELLS = frozenset({"hts", "value", "origin", "quantity"})


def totals_table(worksheet: Worksheet) -> str:
    """All lines of the table."""
    return "\n".join(_lines(worksheet))


def _lines(worksheet: Worksheet) -> Iterator[str]:
    shipment, law, totals = worksheet.shipment, worksheet.law, worksheet.totals
    yield f"Entry date {shipment.entry_date}, law known to {law.schedule_as_of} (schedule {law.edition})"
    for rate in shipment.rates:
        day = f" of {rate.on}" if rate.on else ""
        units = f"1 {DOLLAR} = {rate.units_per_usd:f} {rate.currency}"
        yield f"1 {rate.currency} = {rate.usd_per_unit:f} {DOLLAR}, {units}{day} ({rate.source})"
    yield ""
    yield f"{'':14}{'lines':>9}{'entered value':>26}{'duty':>34}"
    for category, amounts in totals.by_class.items():
        yield _row(category.value, amounts)
    yield _row("all", totals.all)
    yield ""
    yield f"{'MPF':14}{_fee(totals.fees.mpf_cents, totals.all):>35}   {totals.fees.mpf_rule.en}"
    harbor = totals.fees.hmf_cents
    shown = _fee(totals.fees.hmf_if_ocean_cents if harbor is None else harbor, totals.all)
    shown += " if by ocean" if harbor is None else ""
    yield f"{'HMF':14}{shown:>35}   {totals.fees.hmf_rule.en}"
    yield f"{'duty and fees':14}{with_fees(worksheet):>35}"
    for refund in worksheet.refunds():
        yield ""
        yield f"Refundable of the {refund.title.en}: {range_text(refund.least_cents, refund.most_cents)}"
        yield f"  {refund.says.en} ({'; '.join(one.cite for one in refund.sources)})"
    yield from _open(worksheet)
    yield ""
    for notice in worksheet.notices():
        yield notice.text.en
    yield "Estimate, not legal advice. Not included, among others: antidumping and countervailing duties."


def _row(name: str, amounts: Amounts) -> str:
    value = range_text(amounts.entered_value_cents, amounts.value_max_cents)
    return f"{name:14}{amounts.lines:>9,}{value:>26}{duty_text(amounts):>34}"


def _fee(cents: int, amounts: Amounts) -> str:
    return range_text(cents, cents if amounts.value_max_cents is not None else None)


def duty_text(amounts: Amounts) -> str:
    """The duty of some lines, a range while some are in review."""
    if amounts.review_lines == 0:
        return _money(amounts.duty_min_cents)
    return range_text(amounts.duty_min_cents, amounts.duty_max_cents)


def range_text(least: int, greatest: int | None) -> str:
    """One amount of dollars, or the least and the greatest as far as they are known."""
    if greatest is None and least == 0:
        return "open"  # "0.00 or more" would look like a figure
    if greatest is None:
        return f"{_money(least)} or more"
    return f"{_money(least)} to {_money(greatest)}" if least != greatest else _money(least)


def with_fees(worksheet: Worksheet) -> str:
    """Duty and fees together."""
    fees, amounts = worksheet.totals.fees, worksheet.totals.all
    most_harbor = fees.hmf_if_ocean_cents if fees.hmf_cents is None else fees.hmf_cents
    least = amounts.duty_min_cents + fees.mpf_cents + (fees.hmf_cents or 0)
    top = amounts.duty_max_cents
    return range_text(least, None if top is None else top + fees.mpf_cents + most_harbor)


def _open(worksheet: Worksheet) -> Iterator[str]:
    questions = worksheet.questions(with_answers=False)  # nobody can answer here
    if not questions:
        return
    yield ""
    yield f"Open questions: {len(questions)}"
    for question in questions[:_MOST_QUESTIONS]:
        count = len(question.lines)
        lines = f"{count:,} line{'s' if count != 1 else ''}: " if count else ""
        stake = f" ({_money(question.stake_cents)} at stake)" if question.stake_cents else ""
        yield f"  {lines}{question.text.en}{stake}{_places(worksheet, question)}"
    if len(questions) > _MOST_QUESTIONS:
        yield f"  ... and {len(questions) - _MOST_QUESTIONS} more"


def _places(worksheet: Worksheet, question: Question) -> str:
    """Where the lines of a question stand, when it is about a cell and they are few."""
    if question.kind not in _ABOUT_CELLS or not 0 < len(question.lines) <= _MOST_PLACES:
        return ""
    table = worksheet.table
    places = (f"sheet “{table.sheet[line]}”, row {table.row[line]}" for line in question.lines)
    return f" ({'; '.join(places)})"


def _money(cents: int) -> str:
    return f"{dollars(cents):,}"
