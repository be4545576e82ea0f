"""What each invoice line bears of sums that are known for more than one: fees, and the duty as filed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from duty_desktop.estimate.result import Fees
from duty_desktop.estimate.spread import spread
from duty_desktop.report.sections import EntryLine


@dataclass(frozen=True, slots=True)
class FiledShares:
    """The share of each line in cents, in the order of the lines; `duties` None while its line is open."""

    duties: list[int | None]
    fees: list[int]


def fee_shares(fees: Fees, values_cents: Sequence[int | None], free_cents: Mapping[int, int]) -> list[int]:
    """Each line's share of MPF and HMF by value; they add up to the fees of the entry.

    `free_cents` of the value, by row, bear no MPF. While the transport is not declared the harbor
    maintenance fee is left out.
    """
    weights = _weights(values_cents)
    if not any(weights):
        return [0] * len(weights)
    bearing = [weight - free_cents.get(row, 0) for row, weight in enumerate(weights)]
    processing = spread(fees.mpf_cents, bearing) if any(bearing) else [0] * len(weights)
    harbor = spread(fees.hmf_cents or 0, weights)
    return [one + other for one, other in zip(processing, harbor, strict=True)]


def filed_shares(
    entry_lines: Sequence[EntryLine], duties_cents: Sequence[int], values_cents: Sequence[int | None]
) -> FiledShares:
    """What is filed, shared out to the invoice lines: duty by their exact duties, fees by their values."""
    shares = FiledShares([None] * len(values_cents), [0] * len(values_cents))
    together: dict[int, list[EntryLine]] = {}
    for line in entry_lines:  # parts of one value that are entered apart stand for the same invoice lines
        together.setdefault(line.lines[0], []).append(line)
    for parts in together.values():
        rows = parts[0].lines
        by_value = _weights([values_cents[row] for row in rows])
        by_value = by_value if any(by_value) else [1] * len(rows)
        fees = spread(sum((part.mpf_cents or 0) + (part.hmf_cents or 0) for part in parts), by_value)
        known = [part.duty_cents for part in parts if part.duty_cents is not None]
        duties: Sequence[int | None] = [None] * len(rows)
        if len(known) == len(parts):
            by_duty = _weights([duties_cents[row] for row in rows])
            duties = spread(sum(known), by_duty if any(by_duty) else by_value)
        for row, duty, fee in zip(rows, duties, fees, strict=True):
            shares.duties[row], shares.fees[row] = duty, fee
    return shares


def _weights(cents: Sequence[int | None]) -> list[int]:
    return [max(amount or 0, 0) for amount in cents]
