"""What each row of a table is: goods, charge, total, a word for its neighbours, or left out by name."""

from dataclasses import dataclass, field
from enum import Enum

from duty_desktop.invoice.row_words import RowWord
from duty_desktop.lines.reading import ChargeKind


class LeftOutReason(Enum):
    """Why a row is neither goods nor charge nor total."""

    SECTION = "a heading of the rows beneath it"
    NOTE = "text without figures"
    ZEROS = "holds only zeros"
    HALF_FILLED = "half filled: goods named, but no quantity, value or description"
    MEASURES = "a total of quantities or weights"
    FIGURES = "figures without a description"
    UNNAMED_AMOUNT = "an amount without a word that says what it is"
    AFTER_TOTAL = "an amount below the total that is no known charge"
    BELOW_TOTAL = "figures below the total, without an amount"
    NOTE_BELOW = "words and figures below the total, without an amount or a price"
    HIDDEN = "a hidden row"
    REPEATED_HEADING = "the heading again"
    CARRIED = "carried forward"
    NO_MONEY = "a charge whose figure stands where quantities or weights belong"
    UNVALUED = "a charge whose formula was saved without its value"
    PART_OF_SET = "a part of the set above, without a price of its own"


# Reasons that could hide goods or money: a person is asked.
DOUBTFUL = frozenset(
    (
        LeftOutReason.HALF_FILLED,
        LeftOutReason.FIGURES,
        LeftOutReason.UNNAMED_AMOUNT,
        LeftOutReason.AFTER_TOTAL,
        LeftOutReason.BELOW_TOTAL,
        LeftOutReason.UNVALUED,
        LeftOutReason.NO_MONEY,
    )
)


@dataclass(frozen=True, slots=True)
class ChargeRow:
    """A charge: index of its row, kind, its words and figure; `doubtful` when it may be goods."""

    index: int
    kind: ChargeKind
    label: str
    amount: float
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A total as printed; `grand` when it is no subtotal or sum carried forward."""

    index: int
    label: str
    amount: float
    grand: bool


@dataclass(slots=True)
class SortedRows:
    """The rows of a table by what they are; indexes count the sheet's used rows from 0.

    `unclear_names` is the first row of words that may name the line above or the line beneath.
    """

    lines: list[int] = field(default_factory=list)
    free: set[int] = field(default_factory=set)
    charges: list[ChargeRow] = field(default_factory=list)
    totals: list[TotalRow] = field(default_factory=list)
    left_out: list[tuple[int, LeftOutReason, str]] = field(default_factory=list)
    additions: dict[int, list[str]] = field(default_factory=dict)
    origins: list[tuple[int, str]] = field(default_factory=list)
    described_above: dict[int, list[str]] = field(default_factory=dict)
    tariff_notes: dict[int, str] = field(default_factory=dict)
    tariff_headings: list[tuple[int, str]] = field(default_factory=list)
    continued: list[int] = field(default_factory=list)
    unclear_names: int | None = None


@dataclass(slots=True)
class RowView:
    """One row looked at with care: its texts in order and the cells of the chosen columns.

    `money` is the last figure in no column of quantities, weights or numbers. `free`: words of goods
    without charge stand for a figure; `worded`: any words stand for one.
    """

    index: int
    texts: list[tuple[int, str]]
    figures: list[tuple[int, float]]
    item: str
    description: str
    tariff: str
    quantity: float | None
    price: float | None
    amount: float | None
    money: float | None
    free: bool
    worded: bool
    word: RowWord | None

    @property
    def names_goods(self) -> bool:
        """Something in the row says which goods."""
        return bool(self.item or self.description or self.tariff)

    @property
    def is_amount_alone(self) -> bool:
        """Words and an amount, without quantity, price, item or tariff number."""
        counted = self.quantity is not None or self.price is not None
        return bool(self.amount) and not (counted or self.tariff or (self.item and self.description))

    @property
    def label(self) -> str:
        """All its texts on one line."""
        return " ".join(" ".join(text.split()) for _, text in self.texts)[:200]
