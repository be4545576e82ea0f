"""A bounded look at the body of a table: profiles, figures and decimal marks of its columns."""

import re
from collections.abc import Sequence

from duty_desktop.invoice.cells.numbers import DecimalMark, decimal_mark_of, within_reason
from duty_desktop.invoice.cells.quantities import quantity_of
from duty_desktop.invoice.column_fit import RULED_OUT, fit
from duty_desktop.invoice.heading_words import NO_HEADING, Heading
from duty_desktop.invoice.profile import Profile, profile_of
from duty_desktop.invoice.sheet import Cell, Sheet

PROOF_ROWS = 400
SPREAD_ROWS = 500
NEIGHBOURS = (1, 2, -1)
_THOUSANDS_OR_NOT = re.compile(r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,])")


class ColumnSample:
    """The first rows of a body, for figures, and rows spread over it, for profiles."""

    def __init__(self, sheet: Sheet, rows: Sequence[int]) -> None:
        spread, first = rows[:: max(1, len(rows) // SPREAD_ROWS)], rows[:PROOF_ROWS]
        columns = [sheet.column(index) for index in range(sheet.width)]
        self._first = [[column[row] for row in first] for column in columns]
        self.profiles = [profile_of([column[row] for row in spread]) for column in columns]
        self.marks: dict[int, DecimalMark] = {}
        self.mark: DecimalMark | None = None
        self._find_marks()
        self._figures: dict[tuple[int, DecimalMark], list[float | None]] = {}

    def _find_marks(self) -> None:
        votes = {DecimalMark.POINT: 0, DecimalMark.COMMA: 0}
        for column, profile in enumerate(self.profiles):
            if profile.numbers <= 0.5 or profile.tariff >= 0.3:
                continue
            texts = [c for c in self.cells(column) if isinstance(c, str) and c and not c.isspace()]
            if mark := decimal_mark_of(texts):
                self.marks[column] = mark
                votes[mark] += 1
        if any(votes.values()):
            comma = votes[DecimalMark.COMMA] > votes[DecimalMark.POINT]
            self.mark = DecimalMark.COMMA if comma else DecimalMark.POINT

    def cells(self, column: int) -> list[Cell]:
        """The first body cells of a column, enough to prove a mapping."""
        return self._first[column]

    def reads_two_ways(self, column: int) -> bool:
        """Whether a column holds texts like 1.250, which are 1250 where points part thousands."""
        texts = (cell for cell in self.cells(column) if isinstance(cell, str))
        return column not in self.marks and any(_THOUSANDS_OR_NOT.search(text) for text in texts)

    def figures(self, column: int, default: DecimalMark) -> list[float | None]:
        """The first body figures of a column; `default` where its texts show no mark."""
        mark = self.marks.get(column, self.mark or default)
        if (column, mark) not in self._figures:
            self._figures[column, mark] = [
                within_reason(cell) if type(cell) is float else quantity_of(cell, mark)
                for cell in self.cells(column)
            ]
        return self._figures[column, mark]

    def counts_lines(self, column: int) -> bool:
        """Whether a column only numbers the lines: 1, 2, 3 or 10, 20, 30."""
        figures = [f for f in self.figures(column, DecimalMark.POINT) if f is not None]
        steps = (1, 10) if figures[:1] == [10] else (1,)
        return len(figures) > 1 and any(
            figures == [figures[0] + step * place for place in range(len(figures))] for step in steps
        )

    def profile(self, column: int) -> Profile:
        """What values a column holds."""
        return self.profiles[column]

    def placed(self, headings: Sequence[Heading]) -> list[Heading]:
        """The headings over the columns they mean.

        A heading merged over a currency sign and its figures, or standing one column beside its values,
        is moved to the column without a heading that suits it.
        """
        placed = list(headings)
        for column, heading in enumerate(headings):
            best = heading.best
            if best is None or placed[column] is not heading:
                continue
            if self.profiles[column].filled and fit(best.field, self.profiles[column]) > RULED_OUT:
                continue
            for step in NEIGHBOURS:
                at = column + step
                if not 0 <= at < len(placed) or placed[at].text:
                    continue
                profile = self.profiles[at]
                if profile.filled and fit(best.field, profile) >= 0:
                    placed[at], placed[column] = heading, NO_HEADING
                    break
        return placed
