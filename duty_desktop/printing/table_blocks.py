"""Tables on paper: a heading that repeats, rows that are not torn, figures that align."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from duty_desktop.printing.blocks import Block
from duty_desktop.printing.fonts import Style
from duty_desktop.printing.pen import Align, Pen, width_of, wrap
from duty_desktop.report.colours import ACCENT, HAIR, TINT

_PADDING = 36.0
_ABOVE = 16.0
_MOST_LINES = 6
_WIDEST_WORD = 650.0


@dataclass(frozen=True, slots=True)
class PaperColumn:
    """A column: its heading, and how wide it is.

    `share` of the width that is left, beyond its words; 0: as wide as its cells, but not wider than `most`
    (0: no limit).
    """

    title: str
    share: int
    align: Align = Align.LEFT
    most: float = 0


Row = Sequence[str]


class TableShape:
    """Where the columns stand: figures as wide as they need, texts share what is left."""

    def __init__(self, columns: Sequence[PaperColumn], samples: Sequence[Row], width: float) -> None:
        self.columns = tuple(columns)
        needed = [self._needed(place, samples) for place in range(len(columns))]
        shares = sum(column.share for column in columns)
        spare = max(width - sum(needed), 0)
        self.widths = [
            own + (spare * column.share / shares if shares else 0)
            for own, column in zip(needed, columns, strict=True)
        ]
        self.lefts = [sum(self.widths[:place]) for place in range(len(columns))]

    def _needed(self, place: int, samples: Sequence[Row]) -> float:
        column = self.columns[place]
        title = max(width_of(word, Style.HEADING) for word in column.title.split(" "))
        measure = _widest_word if column.share else _widest
        cells = max((measure(row[place]) for row in samples), default=0)
        if column.most:
            cells = min(cells, column.most)
        return max(title, cells) + 2 * _PADDING

    def broken(self, row: Row, most: int = _MOST_LINES) -> list[list[str]]:
        """The cells of a row broken to their columns."""
        return [
            wrap(text, Style.CELL, width - 2 * _PADDING, most)
            for text, column, width in zip(row, self.columns, self.widths, strict=True)
        ]

    def paint_cells(self, pen: Pen, x: float, top: float, cells: list[list[str]], bold: bool) -> None:
        """Paint broken cells at a place."""
        for lines, column, left, width in zip(cells, self.columns, self.lefts, self.widths, strict=True):
            style = Style.CELL_STRONG if bold else Style.CELL
            inner = width - 2 * _PADDING
            pen.lines(x + left + _PADDING, top, lines, style, width=inner, align=column.align)


def _widest(cell: str) -> float:
    return max(width_of(line, Style.CELL_STRONG) for line in cell.split("\n"))


def _widest_word(cell: str) -> float:
    """What a text needs so that no word of its is torn; longer words than usual may be."""
    return min(max((width_of(word, Style.CELL_STRONG) for word in cell.split()), default=0), _WIDEST_WORD)


class TableHead(Block):
    """The headings of a table on a tinted band."""

    keep_with_next = True

    def __init__(self, shape: TableShape) -> None:
        self._shape = shape
        self._cells = [
            wrap(column.title, Style.HEADING, width - 2 * _PADDING)
            for column, width in zip(shape.columns, shape.widths, strict=True)
        ]
        self.height = max(map(len, self._cells)) * Style.HEADING.line_height + 2 * _ABOVE + 12

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The band, the headings over their cells, a rule under them."""
        shape = self._shape
        pen.fill(x, top, width, self.height - 12, TINT)
        for lines, column, left, wide in zip(
            self._cells, shape.columns, shape.lefts, shape.widths, strict=True
        ):
            y = top + self.height - 12 - _ABOVE - len(lines) * Style.HEADING.line_height
            inner = wide - 2 * _PADDING
            pen.lines(x + left + _PADDING, y, lines, Style.HEADING, width=inner, align=column.align)
        pen.rule(x, top + self.height - 12, width, ACCENT, 6)


class TableRow(Block):
    """Rows that belong together (one line of an entry has several), with a remark under them.

    Cells of the first row in `spanned` columns reach down over the other rows.
    """

    def __init__(
        self,
        shape: TableShape,
        head: Block,
        rows: Sequence[Row],
        *,
        strong: bool = False,
        spanned: frozenset[int] = frozenset(),
        remark: str = "",
        remark_column: int = 0,
        width: float = 0,
    ) -> None:
        self._shape = shape
        self.again = head
        self._strong = strong
        self._rows = [shape.broken(row) for row in rows]
        own = frozenset(range(len(shape.columns))) - spanned
        line = Style.CELL.line_height
        self._heights = [max(len(cells[place]) for place in own) * line for cells in self._rows]
        reach = max((len(self._rows[0][place]) for place in spanned), default=0) * line
        self._heights[-1] += max(reach - sum(self._heights), 0)
        self._indent = shape.lefts[remark_column] + _PADDING
        self._remark = wrap(remark, Style.CELL_QUIET, width - self._indent - _PADDING, 3) if remark else []
        self.height = sum(self._heights) + len(self._remark) * Style.CELL_QUIET.line_height + 2 * _ABOVE

    def paint(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The cells over a hair line; a row of totals under a rule."""
        y = top + _ABOVE
        for cells, height in zip(self._rows, self._heights, strict=True):
            self._shape.paint_cells(pen, x, y, cells, self._strong)
            y += height
        pen.lines(x + self._indent, y, self._remark, Style.CELL_QUIET)
        if self._strong:
            pen.rule(x, top, width, ACCENT, 6)
        else:
            pen.rule(x, top + self.height, width, HAIR, 3)


def table_blocks(
    shape: TableShape,
    rows: Iterator[Row],
    *,
    totals: Row | None = None,
    strong: Callable[[int], bool] | None = None,
) -> Iterator[Block]:
    """A whole table: heading, rows, totals; the last row stays with the totals."""
    head = TableHead(shape)
    yield head
    before: TableRow | None = None
    for number, row in enumerate(rows):
        if before is not None:
            yield before
        before = TableRow(shape, head, [row], strong=bool(strong and strong(number)))
    if before is not None:
        before.keep_with_next = totals is not None
        yield before
    if totals is not None:
        yield TableRow(shape, head, [totals], strong=True)
