"""The columns of a table in use: which fills which field, and why."""

from dataclasses import dataclass, field

from duty_desktop.invoice.cells.numbers import DecimalMark
from duty_desktop.invoice.heading_words import Heading


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the source that fills a field, and why."""

    index: int
    field: str
    heading: Heading
    evidence: str


@dataclass(slots=True)
class Mapping:
    """The columns in use by field.

    `price_per` is the number of units a price stands for; `proven` the share of rows in which quantity
    times price is the amount; `rivals` are further columns that could fill a field. `marks` are the
    decimal marks of columns whose texts show one, `mark` that of the others; `mark_doubtful` when
    neither words nor arithmetic could tell it.
    """

    columns: dict[str, Column] = field(default_factory=dict)
    price_per: int = 1
    proven: float = 0.0
    rivals: dict[str, list[Column]] = field(default_factory=dict)
    mark: DecimalMark = DecimalMark.POINT
    marks: dict[int, DecimalMark] = field(default_factory=dict)
    mark_doubtful: bool = False

    def index(self, name: str) -> int | None:
        """The column of a field, from 0 within the used range."""
        column = self.columns.get(name)
        return column.index if column else None

    def has(self, name: str) -> bool:
        """Whether a field has a column."""
        return name in self.columns

    def mark_of(self, index: int) -> DecimalMark:
        """The decimal mark of a column."""
        return self.marks.get(index, self.mark)
