"""A line's plan, asked beside the worksheet: its branches, and how fast its duty can grow."""

from collections.abc import Sequence
from fractions import Fraction
from functools import cache

from duty_desktop.estimate.column_1_claim import REFERRED_RATE, Rate
from duty_desktop.estimate.goods import Day
from duty_desktop.estimate.planning import PlanBranch
from duty_desktop.estimate.result import RatedLine
from duty_desktop.estimate.row_rating import PlannedRow, RowRater
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.tariff.column_1 import AdValorem, Unevaluable
from duty_desktop.terms.money import CENTS
from tests.property.money.tariff import conditions, law


@cache
def rows() -> RowRater:
    return RowRater(law(), {})


def planned(sheet: Worksheet, row: int) -> PlannedRow:
    """The plan of a line of a worksheet."""
    shipment, table = sheet.shipment, sheet.table
    day = Day(shipment.entry_date, shipment.transport, shipment.loaded_on)
    origin = table.origin[row] if table.origin[row] is not None else shipment.origin
    return rows().planned(table.hts[row], origin, table.facts[row], sheet.entered_value_cents[row], day)


def dearest_rate(sheet: Worksheet, row: int) -> Fraction:
    """The most that a dollar more of value adds to the duty of a line, in dollars."""
    found = planned(sheet, row)
    referred = found.declared.numbers.get(REFERRED_RATE, Fraction(0)) / 100
    return max((_rate(branch, referred) for branch in found.plan.branches), default=Fraction(0))


def _rate(branch: PlanBranch, referred: Fraction) -> Fraction:
    charges = (charge.rate for portion in branch.outcome.portions for charge in portion.charges)
    return sum(charges, Fraction(0)) + max(_ad_valorem(branch.claim.due, referred), Fraction(0))


def _ad_valorem(rate: Rate, referred: Fraction) -> Fraction:
    if isinstance(rate, Unevaluable):
        return referred
    return sum((term.rate for term in rate.terms if isinstance(term, AdValorem)), Fraction(0))


def is_in_excess(line: RatedLine) -> bool:
    """Whether a part is declared to be worth more than the whole: that cannot be, and bounds nothing."""
    return not {"content-over-value", "part-over-value"}.isdisjoint(reason.code for reason in line.reasons)


def is_across_a_bound(sheets: Sequence[Worksheet]) -> bool:
    """Whether shipments stand on both sides of a value that decides beside what their lines declare."""
    values = [sheet.together_cents for sheet in sheets if sheet.together_cents is not None]
    bounds = [one.value_at_most * CENTS for one in conditions() if one.value_at_most is not None]
    return any(len({value <= bound for value in values}) > 1 for bound in bounds)
