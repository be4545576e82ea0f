"""The columns of a table in use: which fills which field, and why."""

from dataclasses import dataclass, field

from duty_desktop.invoice.cells.numbers import DecimalMark
from duty_desktop.invoice.heading_words import Heading


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the source that fills a field, and why.

    `beneath`: in the row below the line's own; `summed`, `multiplied`: its figures are the sums or products
    of these columns.
    """

    index: int
    field: str
    heading: Heading
    evidence: str
    beneath: bool = False
    summed: tuple[int, ...] = ()
    multiplied: tuple[int, ...] = ()

    @property
    def own(self) -> bool:
        """Whether a person can point the column out: the line's own row holds the whole value in it."""
        return not (self.beneath or self.summed or self.multiplied)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A column that may fill a field, and why; `needs_proof`: only where arithmetic shows it."""

    column: int
    field: str
    score: float
    evidence: str
    needs_proof: bool = False


@dataclass(frozen=True, slots=True)
class PriceBasis:
    """What a unit price multiplies: the figures of `field` times `times`, by `per`; "" or as `printed`.

    A price for a ton beside weights in kilograms is net_weight, 1, 1000, "MT".
    """

    field: str = "quantity"
    times: int = 1
    per: int = 1
    printed: str = ""


FOR_ONE = PriceBasis()


@dataclass(slots=True)
class Mapping:
    """The columns in use by field.

    `basis` is what a unit price stands for; `proven` the share of rows in which that many times the price
    is the amount; `rivals` are further columns that could fill a field. `marks` are the
    decimal marks of columns whose texts show one, `mark` that of the others; `mark_doubtful` when
    neither words nor arithmetic could tell it. `unread` are columns whose headings say clearly what they
    are, but whose values do not. `unproven_sizes` may be the parts of a quantity that has no column.
    """

    columns: dict[str, Column] = field(default_factory=dict)
    basis: PriceBasis = FOR_ONE
    proven: float = 0.0
    rivals: dict[str, list[Column]] = field(default_factory=dict)
    mark: DecimalMark = DecimalMark.POINT
    marks: dict[int, DecimalMark] = field(default_factory=dict)
    mark_doubtful: bool = False
    unread: list[Column] = field(default_factory=list)
    unproven_sizes: tuple[int, ...] = ()

    def index(self, name: str) -> int | None:
        """The column of a field, from 0 within the used range."""
        column = self.columns.get(name)
        return column.index if column else None

    def has(self, name: str) -> bool:
        """Whether a field has a column."""
        return name in self.columns

    @property
    def has_second_rows(self) -> bool:
        """Whether each line goes on in the row below its own."""
        return any(column.beneath for column in self.columns.values())

    def mark_of(self, index: int) -> DecimalMark:
        """The decimal mark of a column."""
        return self.marks.get(index, self.mark)
