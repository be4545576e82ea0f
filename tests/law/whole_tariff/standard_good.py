"""The standard good: 10,000 dollars, of Japan, all metal, for no vehicle, with no claim of any kind."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from duty_desktop.estimate.goods import Day
from duty_desktop.estimate.outcome import VALUE, Portion
from duty_desktop.estimate.planning import Plan, PlanBranch
from duty_desktop.estimate.row_rating import RowRater
from duty_desktop.tariff.law import Law
from duty_desktop.tariff.measure import DutyKind, Rule
from duty_desktop.tariff.schedule_report.listing import tariff_numbers
from duty_desktop.tariff.scopes import ScopeRow, members
from duty_desktop.terms.hts_number import dotted_heading

VALUE_CENTS = 1_000_000
FACTS = {"metal_weight_pct": "100", "passenger_vehicle_part": "no", "mhdv_part": "no"}
NOTHING = "column 1 alone"
REVIEW = "and more, by documents"
_SIGNS = {DutyKind.ADDED: "+", DutyKind.TOTAL: "=", DutyKind.INSTEAD: "instead "}
_EIGHT = 8


@dataclass(frozen=True)
class Regime:
    """The first and last day of a span of unchanged law; an open end is shown by a day a year later."""

    first: date
    last: date


def regimes(law: Law) -> Iterator[Regime]:
    """All spans from the first day that the schedule covers."""
    firsts = [law.first_day, *(day for day in law.regime_days() if day > law.first_day)]
    for first, following in zip(firsts, [*firsts[1:], None], strict=True):
        last = first + timedelta(days=365) if following is None else following - timedelta(days=1)
        yield Regime(first, last)


class StandardGoods:
    """The outcome of the standard good for every number, in words; what lists treat alike is rated once."""

    def __init__(self, law: Law) -> None:
        self._law = law
        self._rows_of: dict[str, tuple[ScopeRow, ...]] = {}

    def outcomes(self, on: date) -> dict[str, str]:
        """The outcome of each number of the tariff on a day, in the order of the book."""
        rater = RowRater(self._law, {})
        said: dict[tuple[frozenset[str], str], str] = {}
        found = {}
        for number in tariff_numbers(self._law.nomenclature, on):
            rows = self._rows_of.get(number)
            if rows is None:
                rows = self._rows_of[number] = self._law.schedule.scopes.rows_for(number)
            ended = self._law.nomenclature.renumbered(number, on) is not None  # rated as its successors
            alone = number if ended or len(number) == _EIGHT else ""  # lists may name longer numbers under it
            key = (members(rows, on), alone)
            if key not in said:
                said[key] = in_words(rater.planned(number, "JP", FACTS, VALUE_CENTS, Day(on)).plan)
            found[number] = said[key]
        return found


def in_words(plan: Plan) -> str:
    """Every possible outcome with its class, and what is asked: "auto-parts 9903.94.06; ... [parts]"."""
    outcomes = dict.fromkeys(_branch(branch) for branch in plan.branches)
    asked = f" ({', '.join(plan.needs)}?)" if plan.needs else ""
    return " | ".join(outcomes) + asked


def _branch(branch: PlanBranch) -> str:
    portions = [_portion(portion) for portion in branch.outcome.portions]
    category = f" [{branch.outcome.category}]" if branch.outcome.category else ""
    return " / ".join(portions) + category


def _portion(portion: Portion) -> str:
    """The headings and duties of a portion, the same in any order of measures."""
    said = [words for rule in portion.rules if (words := _rule(rule))]
    of = "" if portion.amount == ((VALUE, 1),) else _amount(portion)
    return of + ("; ".join(said) or NOTHING)


def _rule(rule: Rule) -> str:
    if not (rule.heading or rule.covers or rule.review) and rule.duty.kind is DutyKind.NONE:
        return ""
    words = [rule.measure]
    if rule.heading:
        words.append(dotted_heading(rule.heading))
    if rule.duty.kind is not DutyKind.NONE:
        words.append(_SIGNS[rule.duty.kind] + _rate(rule.duty.rate))
    if rule.review:
        words.append(REVIEW)
    return " ".join(words)


def _rate(rate: Fraction) -> str:
    return f"{float(rate * 100):g}%"


def _amount(portion: Portion) -> str:
    return "".join(f"{'+' if sign > 0 else '-'}{name}" for name, sign in portion.amount) + ": "
