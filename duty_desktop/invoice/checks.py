"""Proofs of a reading: lines and charges against the stated total, quantity times price against amount."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from itertools import repeat
from operator import mul, sub

from duty_desktop.invoice.finding_list import FindingList
from duty_desktop.lines.reading import CARRIAGE, Charge
from duty_desktop.lines.same_goods import sum_e4
from duty_desktop.lines.table import LineTable
from duty_desktop.terms.findings import Severity
from duty_desktop.terms.money import from_e4

CENT_E4 = 100
HALF_CENT_E4 = 50
FEW = 2


@dataclass(frozen=True, slots=True)
class Billed:
    """What the unit prices of the lines multiply: figures times `times` by `per`, by each line's unit."""

    figures_e4: Sequence[int | None]
    times: int = 1
    per: int = 1
    units_e4: Sequence[int | None] | None = None

    def at(self, places: Sequence[int]) -> "Billed":
        """The same of some of the lines."""
        units = None if self.units_e4 is None else [self.units_e4[place] for place in places]
        return replace(self, figures_e4=[self.figures_e4[place] for place in places], units_e4=units)


@dataclass(frozen=True, slots=True)
class StatedTotal:
    """A total as printed: figure in ten-thousandths, its words, the spreadsheet's row."""

    amount_e4: int
    label: str
    row: int


def slack_e4(lines: LineTable, whole_units: bool) -> int:
    """How far a sum may be from a printed total by rounding alone."""
    smallest = 10_000 if whole_units else CENT_E4
    fractions = sum(1 for amount in lines.amount_e4 if amount and amount % smallest)
    return CENT_E4 + fractions * smallest // 2


def make_total(lines: LineTable, charges: list[Charge], total_e4: int) -> bool:
    """Whether lines and charges make a printed total, as near as rounding alone may leave it."""
    lines_e4 = sum_e4(lines)
    if abs(lines_e4 - total_e4) <= CENT_E4:
        return True  # the least slack serves: nobody need count the fractions
    return explains(total_e4, lines_e4, charges, slack_e4(lines, total_e4 % 10_000 == 0))


def explains(total_e4: int, lines_e4: int, charges: list[Charge], slack: int) -> bool:
    """Whether the lines alone, with all or the first charges, or with all but carriage make the total.

    Carriage that the prices include is shown for information.
    """
    running = lines_e4
    charges = [charge for charge in charges if charge.currency is None]
    beside = sum(charge.amount_e4 for charge in charges if charge.kind not in CARRIAGE)
    if abs(running - total_e4) <= slack or abs(running + beside - total_e4) <= slack:
        return True
    for charge in charges:
        running += charge.amount_e4
        if abs(running - total_e4) <= slack:
            return True
    return False


def check_total(
    lines: LineTable, charges: list[Charge], total: StatedTotal | None, findings: FindingList
) -> bool:
    """Compare with the stated total; True when it is proven."""
    if total is None:
        findings.add(
            "no-stated-total",
            "The invoice states no total, so the sum of the lines could not be checked.",
            "Compare the number of lines and their sum with the invoice.",
            Severity.NOTICE,
        )
        return False
    if make_total(lines, charges, total.amount_e4):
        return True
    lines_e4 = sum_e4(lines)
    charges = [charge for charge in charges if charge.currency is None]
    with_charges = lines_e4 + sum(charge.amount_e4 for charge in charges)
    apart = from_e4(abs(total.amount_e4 - with_charges))
    extra = f" ({plain_number(from_e4(with_charges))} with the charges)" if charges else ""
    findings.add(
        "total-differs",
        f"The lines add up to {plain_number(from_e4(lines_e4))}{extra}, but the invoice states "
        f"{plain_number(from_e4(total.amount_e4))} (“{total.label}”): {plain_number(apart)} apart.",
        "Look for a line that is missing, read twice or changed, or ask the supplier.",
        row=total.row,
    )
    return False


def plain_number(value: Decimal) -> str:
    """A decimal with thousands marks."""
    return f"{value:,f}"


@dataclass(frozen=True, slots=True)
class WrongProduct:
    """A line whose price does not make its amount: what it makes, the amount, the spreadsheet's row."""

    exact_e4: int
    amount_e4: int
    row: int


def wrong_products(lines: LineTable, billed: Billed) -> list[WrongProduct]:
    """The lines where the billed quantity times unit price is not the amount, beyond the rounding of both."""
    quantities, prices, amounts = billed.figures_e4, lines.unit_price_e4, lines.amount_e4
    simple = billed.units_e4 is None and billed.times == 1
    if simple and not any(None in column for column in (quantities, prices, amounts)):
        apart = map(sub, map(mul, quantities, prices), map(mul, amounts, repeat(10_000 * billed.per)))
        if max(map(abs, apart), default=0) <= 1_000_000 * billed.per:
            return []
    found = []
    units = billed.units_e4 or repeat(10_000)
    for quantity, price, amount, row, unit in zip(
        quantities, prices, amounts, lines.row, units, strict=False
    ):
        if not (quantity and price and amount and unit):
            continue
        count = Fraction(quantity * billed.times, billed.per * unit)
        exact = count * price
        if abs(exact - amount) > _rounding_e4(count, price, amount):
            found.append(WrongProduct(int(exact), amount, row))
    return found


def report_products(wrong: Sequence[WrongProduct], count: int, letters: str, findings: FindingList) -> None:
    """Ask where quantity times unit price is not the amount; `count` lines there are."""
    if len(wrong) > FEW and len(wrong) * 2 > count:
        findings.add(
            "products-differ",
            f"In {len(wrong)} of {count} lines quantity × unit price is not the amount "
            "(a discount by line, or a price for several pieces?).",
            "Check which columns are quantity, unit price and amount.",
            row=wrong[0].row,
            column=letters,
        )
        return
    for one in wrong:
        findings.add(
            "product-differs",
            f"Quantity × unit price is {plain_number(from_e4(one.exact_e4))}, "
            f"but the amount is {plain_number(from_e4(one.amount_e4))}.",
            "Check quantity, unit price and amount.",
            row=one.row,
            column=letters,
        )


def check_signs(lines: LineTable, letters: str, findings: FindingList) -> None:
    """Ask about lines with negative amounts: a credit is no imported good."""
    if min(filter(None, lines.amount_e4), default=0) >= 0:
        return
    for amount, row in zip(lines.amount_e4, lines.row, strict=True):
        if amount is not None and amount < 0:
            findings.add(
                "line-negative",
                f"The amount of this line is negative: {plain_number(from_e4(amount))}.",
                "If it is a discount or a credit, enter it as a charge.",
                row=row,
                column=letters,
            )


def _rounding_e4(quantity: Fraction, price: int, amount: int) -> int:
    """Half a unit of the price's last printed place times the quantity, and of the amount's."""
    price_step = next((step for step in (10_000, 1_000, 100, 10) if price % step == 0), 1)
    if price_step >= 1_000:
        price_step = 0
    amount_step = 10_000 if amount % 10_000 == 0 else CENT_E4
    return int(abs(quantity) * price_step / 2) + amount_step // 2 + HALF_CENT_E4
