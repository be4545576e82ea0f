"""Goods to be rated, as columns, and the day they are rated on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from duty_desktop.estimate.shipment import Transport


@dataclass(slots=True)
class Goods:
    """Goods to rate, as columns of equal length.

    `hts` digits or None; `value_cents` the entered value in US cents; `quantity_e4` ten-thousandths of
    `unit`; `facts` declared facts by id, as typed.
    """

    hts: list[str | None] = field(default_factory=list)
    value_cents: list[int | None] = field(default_factory=list)
    origin: list[str | None] = field(default_factory=list)
    quantity_e4: list[int | None] = field(default_factory=list)
    unit: list[str] = field(default_factory=list)
    facts: list[Mapping[str, str]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.hts)

    def some(self, rows: Sequence[int]) -> "Goods":
        """The goods of some rows, in that order."""
        return Goods(
            [self.hts[row] for row in rows],
            [self.value_cents[row] for row in rows],
            [self.origin[row] for row in rows],
            [self.quantity_e4[row] for row in rows],
            [self.unit[row] for row in rows],
            [self.facts[row] for row in rows],
        )


@dataclass(frozen=True, slots=True)
class Day:
    """The entry date and what the shipment declares for all its lines.

    `together_cents` is the value of all its goods, where a rule looks at it beside what some of them declare;
    None: a good stands for itself.
    """

    entry_date: date
    transport: Transport | None = None
    loaded_on: date | None = None
    together_cents: int | None = None
