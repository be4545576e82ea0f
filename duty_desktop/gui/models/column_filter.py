"""What one column must hold for a line to be shown: words, some of its values, a figure in bounds."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from unicodedata import normalize

from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.gui.models.columns import COLUMNS, PLACES, heading_text
from duty_desktop.gui.texts import tr

MOST_VALUES = 200


@dataclass(frozen=True, slots=True)
class ColumnFilter:
    """A filter of the column `key`. Empty parts let everything through; bounds are inclusive.

    `values` are texts as the column shows them. A line without a figure passes no bound.
    """

    key: str
    words: str = ""
    values: frozenset[str] = frozenset()
    least: Decimal | None = None
    most: Decimal | None = None

    @property
    def is_empty(self) -> bool:
        """Whether every line is let through."""
        return self == ColumnFilter(self.key)


def passing(worksheet: Worksheet, lines: Iterable[int], chosen: ColumnFilter) -> list[int]:
    """The lines that pass, in the order given."""
    column = COLUMNS[PLACES[chosen.key]]
    kept = list(lines)
    if chosen.values:
        kept = [line for line in kept if column.show(worksheet, line) in chosen.values]
    for word in chosen.words.casefold().split():
        kept = [line for line in kept if word in column.show(worksheet, line).casefold()]
    if column.raw is not None and (chosen.least is not None or chosen.most is not None):
        figures = ((line, column.raw(worksheet, line)) for line in kept)
        least, most = chosen.least, chosen.most
        kept = [
            line
            for line, figure in figures
            if figure is not None and (least is None or figure >= least) and (most is None or figure <= most)
        ]
    return kept


def values_of(worksheet: Worksheet, key: str, lines: Iterable[int]) -> list[tuple[str, int]]:
    """The different texts of a column among some lines with their counts, the most frequent first."""
    show = COLUMNS[PLACES[key]].show
    return Counter(show(worksheet, line) for line in lines).most_common(MOST_VALUES)


def filter_text(chosen: ColumnFilter) -> str:
    """A column's filter in words: "Origin: JP, CN", "Duty USD: 100 to 500"."""
    parts = [", ".join(sorted(value or tr("(empty)") for value in chosen.values)), chosen.words]
    least, most = chosen.least, chosen.most
    if least is not None and most is not None:
        parts.append(tr("{low} to {high}", low=f"{least:,f}", high=f"{most:,f}"))
    elif least is not None:
        parts.append(tr("from {low}", low=f"{least:,f}"))
    elif most is not None:
        parts.append(tr("up to {high}", high=f"{most:,f}"))
    heading = heading_text(COLUMNS[PLACES[chosen.key]])
    return tr("{heading}: {value}", heading=heading, value=", ".join(filter(None, parts)))


def figure_of(text: str) -> Decimal | None:
    """A bound as typed, full-width figures too; None when it is empty or no number."""
    try:
        return Decimal(normalize("NFKC", text).replace(",", "").strip() or "x")
    except InvalidOperation:
        return None
