"""A column for each size, port or lot and none for their sum, which the amounts prove to be the quantity."""

import re
from collections.abc import Callable, Iterator, Sequence
from math import prod

from duty_desktop.invoice import arithmetic
from duty_desktop.invoice.columns import FOR_ONE, Column, Mapping
from duty_desktop.invoice.heading_words import Heading
from duty_desktop.invoice.profile import Profile
from duty_desktop.invoice.sheet import column_letters

FEWEST, MOST = 2, 40
MOSTLY = 0.4
# What a heading over sizes or lots may have been taken for.
NO_OTHER = frozenset(("quantity", "volume", "specification", "packages", "order_no"))
_SIZE = re.compile(r".*\d.*|x*s|m|l+|x+l|f|free", re.IGNORECASE)


class SizeColumns:
    """The columns of a table that may hold the parts of a quantity, with their first figures."""

    def __init__(
        self,
        headings: Sequence[Heading],
        profiles: Sequence[Profile],
        figures: Callable[[int], arithmetic.Figures],
        first_column: int,
    ) -> None:
        self.headings, self.profiles, self.figures = headings, profiles, figures
        self.first_column = first_column

    def take(self, mapping: Mapping) -> None:
        """Take their sum for the quantity where it makes every amount and nothing else is proven."""
        price, amount = mapping.index("unit_price"), mapping.index("amount")
        if mapping.proven:
            return
        if price is None or amount is None:
            self._note_unproven(mapping)
            return
        prices, amounts = self.figures(price), self.figures(amount)
        enough = arithmetic.ENOUGH_ROWS if mapping.has("quantity") else 1
        for run in self._runs(mapping):
            sums = summed([self.figures(column) for column in run])
            share, rows = arithmetic.share_agreeing(sums, prices, amounts)
            if share < 1 or rows < enough:
                continue
            letters = [column_letters(self.first_column + column) for column in (run[0], run[-1])]
            evidence = f"the sum of the columns {letters[0]} to {letters[1]} × price = amount in every row"
            for name in [name for name, column in mapping.columns.items() if column.index in run]:
                del mapping.columns[name]
            first = self.headings[run[0]]
            mapping.columns["quantity"] = Column(run[0], "quantity", first, evidence, summed=tuple(run))
            mapping.proven, mapping.basis = share, FOR_ONE
            return
        if not self._take_packages(mapping, prices, amounts):
            self._note_unproven(mapping)

    def _take_packages(
        self, mapping: Mapping, prices: arithmetic.Figures, amounts: arithmetic.Figures
    ) -> bool:
        """Take packages times their contents for the quantity, where that makes every amount."""
        packages, contents = mapping.columns.get("packages"), mapping.columns.get("per_package")
        if packages is None or contents is None:
            return False
        parts = packages.index, contents.index
        made = multiplied([self.figures(column) for column in parts])
        share, rows = arithmetic.share_agreeing(made, prices, amounts)
        if share < 1 or rows < arithmetic.ENOUGH_ROWS:
            return False
        names = f"{packages.heading.text} × {contents.heading.text}"
        evidence = f"{names} × price = amount in every row"
        mapping.columns["quantity"] = Column(
            contents.index, "quantity", contents.heading, evidence, multiplied=parts
        )
        mapping.proven, mapping.basis = share, FOR_ONE
        return True

    def _note_unproven(self, mapping: Mapping) -> None:
        """Keep neighbours under sizes as what the quantity may be the sum of, where nothing else is it."""
        if not mapping.has("quantity"):
            runs = (run for run in self._runs(mapping) if all(_is_size(self.headings[at].text) for at in run))
            mapping.unproven_sizes = tuple(next(runs, ()))

    def _runs(self, mapping: Mapping) -> Iterator[range]:
        """Neighbouring columns of numbers that are nothing else, the most columns first."""
        taken = {column.index for name, column in mapping.columns.items() if name not in NO_OTHER}
        free = [
            at
            for at, profile in enumerate(self.profiles)
            if at not in taken and profile.filled and profile.numbers > MOSTLY and profile.tariff < MOSTLY
        ]
        for length in range(min(len(free), MOST), FEWEST - 1, -1):
            for place in range(len(free) - length + 1):
                if free[place + length - 1] - free[place] == length - 1:
                    yield range(free[place], free[place] + length)


def multiplied(columns: Sequence[arithmetic.Figures]) -> list[float | None]:
    """For each row the product of its figures, None where one is missing."""
    rows = zip(*columns, strict=True)
    return [None if None in row else prod(figure for figure in row if figure is not None) for row in rows]


def _is_size(heading: str) -> bool:
    return _SIZE.fullmatch(heading) is not None


def summed(columns: Sequence[arithmetic.Figures]) -> list[float | None]:
    """For each row the sum of its figures, None where it has none."""
    rows = ([figure for figure in row if figure is not None] for row in zip(*columns, strict=True))
    return [sum(row) if row else None for row in rows]
