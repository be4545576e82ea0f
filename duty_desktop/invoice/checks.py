"""Proofs of a reading: lines and charges against the stated total, quantity times price against amount."""

from dataclasses import dataclass
from decimal import Decimal
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


def check_products(lines: LineTable, price_per: int, letters: str, findings: FindingList) -> None:
    """Ask where quantity times unit price is not the amount, beyond the rounding of the price."""
    wrong = _wrong_products(lines, price_per)
    if len(wrong) > FEW and len(wrong) * 2 > len(lines):
        findings.add(
            "products-differ",
            f"In {len(wrong)} of {len(lines)} lines quantity × unit price is not the amount "
            "(a discount by line, or a price for several pieces?).",
            "Check which columns are quantity, unit price and amount.",
            row=wrong[0][2],
            column=letters,
        )
        return
    for exact, amount, row in wrong:
        findings.add(
            "product-differs",
            f"Quantity × unit price is {plain_number(from_e4(exact))}, "
            f"but the amount is {plain_number(from_e4(amount))}.",
            "Check quantity, unit price and amount.",
            row=row,
            column=letters,
        )


def _wrong_products(lines: LineTable, price_per: int) -> list[tuple[int, int, int]]:
    """Product, amount and row of the lines where they differ by more than rounding."""
    near, scale = 1_000_000 * price_per, 10_000 * price_per
    quantities, prices, amounts = lines.quantity_e4, lines.unit_price_e4, lines.amount_e4
    if not any(None in column for column in (quantities, prices, amounts)):
        apart = map(sub, map(mul, quantities, prices), map(mul, amounts, repeat(scale)))
        if max(map(abs, apart), default=0) <= near:
            return []
    rows = zip(quantities, prices, amounts, lines.row, strict=True)
    suspects = [(q, p, a, row) for q, p, a, row in rows if q and p and a and abs(q * p - a * scale) > near]
    return [
        (quantity * price // (10_000 * price_per), amount, row)
        for quantity, price, amount, row in suspects
        if abs(quantity * price // (10_000 * price_per) - amount)
        > _rounding_e4(quantity, price, amount, price_per)
    ]


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


def _rounding_e4(quantity: int, price: int, amount: int, per: int) -> int:
    """Half a unit of the price's last printed place times the quantity, and of the amount's."""
    price_step = next((step for step in (10_000, 1_000, 100, 10) if price % step == 0), 1)
    if price_step >= 1_000:
        price_step = 0
    amount_step = 10_000 if amount % 10_000 == 0 else CENT_E4
    return (abs(quantity) * price_step // 2) // (10_000 * per) + amount_step // 2 + HALF_CENT_E4
