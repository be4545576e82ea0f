"""All the money of a worksheet that adds up over its lines, under one name each."""

from collections.abc import Callable, Iterable, Sequence

from duty_desktop.estimate.result import Amounts, Question
from duty_desktop.estimate.worksheet import Worksheet

Sums = dict[tuple[str, ...], int]
OPEN = "open"  # how many upper bounds are not known
_NO_OWN_LINES = ("exchange-rate", "currency")  # questions about a shipment, not about the duty of lines


def sums_of(sheet: Worksheet) -> Sums:
    """Duty (least, greatest), value and lines in all, by class and heading; refunds; questions' money."""
    found: Sums = {}
    totals = sheet.totals
    _put(found, ("all",), totals.all)
    for category, amounts in totals.by_class.items():
        _put(found, ("class", category), amounts)
    for heading, amounts in totals.by_heading.items():
        _put(found, ("heading", heading), amounts)
    for refund in sheet.refunds():
        key = ("refund", refund.measure)
        found[*key, "lines"], found[*key, "in review"] = refund.lines, refund.review_lines
        _range(found, key, refund.least_cents, refund.most_cents)
    for question in sheet.questions():
        _ask(found, question)
    return {name: amount for name, amount in found.items() if amount}


def _put(found: Sums, key: tuple[str, ...], amounts: Amounts) -> None:
    found[*key, "lines"] = amounts.lines
    found[*key, "in review"] = amounts.review_lines
    found[*key, "unvalued"] = amounts.unvalued_lines
    found[*key, "value"] = amounts.entered_value_cents
    _range(found, key, amounts.duty_min_cents, amounts.duty_max_cents)


def _ask(found: Sums, question: Question) -> None:
    key = ("question", question.kind, question.id)
    found[*key, "lines"] = len(question.lines)
    found[*key, "stake"] = question.stake_cents
    if question.kind not in _NO_OWN_LINES:
        for answer in question.answers:
            _range(found, (*key, answer.value), answer.duty_min_cents, answer.duty_max_cents)


def _range(found: Sums, key: tuple[str, ...], least: int, most: int | None) -> None:
    found[*key, "least"] = least
    if most is None:
        found[*key, OPEN] = 1
    else:
        found[*key, "greatest"] = most


def added(parts: Iterable[Sums]) -> Sums:
    """The sums of several worksheets together: what is open in one is open in all."""
    every = list(parts)
    whole: Sums = {}
    for part in every:
        for name, amount in part.items():
            whole[name] = whole.get(name, 0) + amount
    for name in [name for name in whole if name[-1] == OPEN]:
        whole[name] = 1
        whole.pop((*name[:-1], "greatest"), None)
    return whole


def differences(one: Sums, other: Sums) -> dict[tuple[str, ...], int]:
    """By how much two worksheets' sums differ, name by name."""
    names = {**one, **other}
    return {
        name: abs(one.get(name, 0) - other.get(name, 0))
        for name in names
        if one.get(name, 0) != other.get(name, 0)
    }


def lines_asked(sheet: Worksheet, place: Callable[[int], int]) -> dict[tuple[str, str], Sequence[int]]:
    """The lines of each question, by their places elsewhere."""
    return {(one.kind, one.id): sorted(map(place, one.lines)) for one in sheet.questions()}
