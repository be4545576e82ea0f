"""The goods lines of one document as columns: 100,000 lines are a dozen lists, not 100,000 objects."""

from dataclasses import dataclass, field, fields
from decimal import Decimal

from duty_desktop.terms.money import from_e4


@dataclass(slots=True)
class LineTable:
    """Goods lines in the order of the source; every column has the same length.

    `sheet` and `row` (the spreadsheet's own row number, from 1) say where a line stood.
    `quantity_e4`, `unit_price_e4` and `amount_e4` are ten-thousandths, None where nothing was read;
    amounts are in the currency of `currency` (ISO code, or None: the document's currency).
    `unit_price_per` says what a unit price is for, as printed, where it is not one unit of the quantity.
    `hts` is digits only (4 to 10) or None, `hts_text` what was printed. `origin` is an ISO
    two-letter code or None. `weight_kg_e4` is the net weight of the line.
    `facts` holds declared facts (ids of resources/schedule/facts.toml), often shared empty dicts.
    """

    sheet: list[str] = field(default_factory=list)
    row: list[int] = field(default_factory=list)
    item: list[str] = field(default_factory=list)
    description: list[str] = field(default_factory=list)
    hts: list[str | None] = field(default_factory=list)
    hts_text: list[str] = field(default_factory=list)
    quantity_e4: list[int | None] = field(default_factory=list)
    unit: list[str] = field(default_factory=list)
    unit_price_e4: list[int | None] = field(default_factory=list)
    unit_price_per: list[str] = field(default_factory=list)
    amount_e4: list[int | None] = field(default_factory=list)
    currency: list[str | None] = field(default_factory=list)
    origin: list[str | None] = field(default_factory=list)
    weight_kg_e4: list[int | None] = field(default_factory=list)
    facts: list[dict[str, str]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.row)

    def line(self, index: int) -> "Line":
        """One line as a plain value, for showing and for tests."""
        return Line(**{column.name: getattr(self, column.name)[index] for column in fields(self)})

    def extend(self, other: "LineTable") -> None:
        """Put the lines of `other` after these."""
        for column in fields(self):
            getattr(self, column.name).extend(getattr(other, column.name))


@dataclass(frozen=True, slots=True)
class Line:
    """One goods line as read; see `LineTable` for the units."""

    sheet: str
    row: int
    item: str
    description: str
    hts: str | None
    hts_text: str
    quantity_e4: int | None
    unit: str
    unit_price_e4: int | None
    unit_price_per: str
    amount_e4: int | None
    currency: str | None
    origin: str | None
    weight_kg_e4: int | None
    facts: dict[str, str]

    @property
    def amount(self) -> Decimal | None:
        """The line's amount in its currency."""
        return None if self.amount_e4 is None else from_e4(self.amount_e4)

    @property
    def quantity(self) -> Decimal | None:
        """The line's quantity in its unit."""
        return None if self.quantity_e4 is None else from_e4(self.quantity_e4)
