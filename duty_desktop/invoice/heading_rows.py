"""Finding the heading row of a table: anywhere, one to three rows deep, repeated on each page."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from duty_desktop.invoice.cells.countries import country_of
from duty_desktop.invoice.cells.numbers import currency_of, is_unit, written_number
from duty_desktop.invoice.heading_words import Heading, read_heading
from duty_desktop.invoice.sheet import Cell, Sheet, is_blank
from duty_desktop.invoice.text import split_brackets

GOODS_FIELDS = frozenset(("item", "description", "hts", "export_code"))
FIGURE_FIELDS = frozenset(("quantity", "unit_price", "amount", "net_weight", "packages", "gross_weight"))
FACT_FIELDS = frozenset(("invoice_no", "invoice_date", "terms", "currency", "date", "order_no"))
SURE = 60
DEEPEST = 3
MONEY = frozenset(("unit_price", "amount"))
LEAST_NAMED = 3  # beside sizes


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """A table's heading: index of its first row, how many rows, and the heading of each column.

    `reaches`: a text of an upper row is also meant for the columns to its right that have none there.
    """

    top: int
    depth: int
    headings: tuple[Heading, ...]
    reaches: bool = True

    @property
    def body(self) -> int:
        """Index of the first row below."""
        return self.top + self.depth

    @property
    def words(self) -> tuple[str, ...]:
        """The texts of all columns, to recognise the same heading again."""
        return tuple(heading.text for heading in self.headings)

    @property
    def score(self) -> int:
        """The sum of the best scores of the distinct fields."""
        best: dict[str, int] = {}
        for heading in self.headings:
            if heading.best and heading.best.score >= SURE:
                best[heading.best.field] = max(best.get(heading.best.field, 0), heading.best.score)
        return sum(best.values())

    @property
    def fields(self) -> frozenset[str]:
        """The distinct fields the columns name."""
        return frozenset(
            heading.best.field for heading in self.headings if heading.best and heading.best.score >= SURE
        )

    @property
    def is_table(self) -> bool:
        """Whether this can head a table of goods: something names goods, something counts them."""
        possible = {g.field for heading in self.headings for g in heading.guesses if g.score >= SURE}
        return bool(possible & GOODS_FIELDS) and bool(self.fields & FIGURE_FIELDS)


def heading_at(sheet: Sheet, top: int) -> HeadingRow | None:
    """The heading that begins in row `top`, or None; deeper headings only if they tell more."""
    if not _could_head(sheet.rows[top]):
        return None
    best: HeadingRow | None = None
    for depth in range(1, DEEPEST + 1):
        if top + depth > len(sheet.rows) or (depth > 1 and not _could_continue(sheet.rows[top + depth - 1])):
            break
        if depth > 1 and _states_values(sheet.rows[top + depth - 2]):
            break
        for reaches in (True, False) if depth > 1 else (True,):
            texts = _texts(sheet, top, depth, reaches=reaches)
            found = HeadingRow(top, depth, tuple(map(read_heading, texts)), reaches)
            if found.is_table and (best is None or len(found.fields) > len(best.fields)):
                best = found
    return _with_units_row(sheet, best) if best else None


def heading_of(sheet: Sheet, top: int, depth: int) -> HeadingRow:
    """The heading a person pointed out, whatever its words."""
    return HeadingRow(top, depth, tuple(map(read_heading, _texts(sheet, top, depth))))


def _with_units_row(sheet: Sheet, found: HeadingRow) -> HeadingRow:
    """Take in a row of units or currencies just below the heading: (USD) (KGS)."""
    below = found.body
    if below >= len(sheet.rows):
        return found
    cells = [cell for cell in sheet.rows[below] if not is_blank(cell)]
    if not cells or not all(isinstance(cell, str) and _is_hint(cell) for cell in cells):
        return found
    depth = found.depth + 1
    texts = _texts(sheet, found.top, depth, hints=True, reaches=found.reaches)
    deeper = HeadingRow(found.top, depth, tuple(map(read_heading, texts)), found.reaches)
    return deeper if deeper.is_table else found


def _is_hint(text: str) -> bool:
    outside, inside = split_brackets(text)
    pieces = [outside, *inside]
    return any(pieces) and all(
        not part.strip() or currency_of(part) is not None or is_unit(part) or "円" in part
        for piece in pieces
        for part in piece.split("/")
    )


def _could_head(row: Sequence[Cell]) -> bool:
    texts = [cell for cell in row if isinstance(cell, str) and cell and not cell.isspace()]
    numbers = sum(1 for cell in row if not isinstance(cell, str))
    if len(texts) < 2 or (numbers > 1 and not _heads_sizes(row)):
        return False
    known = sum(1 for text in texts if read_heading(text).guesses)
    return known >= 1


def _heads_sizes(row: Sequence[Cell]) -> bool:
    """Whether the numbers of a row may be sizes: ever larger, beside words for money and other fields."""
    numbers = [cell for cell in row if isinstance(cell, float)]
    named = {
        best.field
        for cell in row
        if isinstance(cell, str) and (best := read_heading(cell).best) and best.score >= SURE
    }
    return (
        len(named) >= LEAST_NAMED
        and bool(named & MONEY)
        and all(low < high for low, high in pairwise(numbers))
    )


def _could_continue(row: Sequence[Cell]) -> bool:
    texts = [cell for cell in row if not is_blank(cell)]
    return bool(texts) and all(
        isinstance(cell, str) and len(cell) <= 40 and written_number(cell) is None for cell in texts
    )


def _states_values(row: Sequence[Cell]) -> bool:
    """Whether a row holds values beside its words, as a row of labels does: "Invoice No. | A-1"."""
    texts = [cell for cell in row if isinstance(cell, str) and not is_blank(cell)]
    if any(any(map(str.isdigit, text)) and not read_heading(text).guesses for text in texts):
        return True
    return any(_is_label_of(label, value) for label, value in pairwise(texts))


def _is_label_of(label: str, value: str) -> bool:
    """Whether two neighbours are a label and its value: "Currency | USD", "Origin | Japan"."""
    best = read_heading(label).best
    if best is None or best.score < SURE:
        return False
    if best.field == "currency":
        return currency_of(value) is not None
    # "No" beside "Country" is a number of something, not Norway.
    return best.field == "origin" and country_of(value) is not None and not read_heading(value).guesses


def _texts(sheet: Sheet, top: int, depth: int, *, hints: bool = False, reaches: bool = True) -> list[str]:
    """The heading texts of each column, upper rows first; a merged or left text `reaches` right."""
    texts = [""] * sheet.width
    for level in range(top, top + depth):
        row = sheet.rows[level]
        last = level == top + depth - 1
        parent = ""
        for column, cell in enumerate(row):
            own = "" if is_blank(cell) else str(cell).strip()
            if own and hints and last:
                own = f"({split_brackets(own)[0] or ' '.join(split_brackets(own)[1])})"
            if not last:
                below = any(
                    not is_blank(sheet.rows[deeper][column]) for deeper in range(level + 1, top + depth)
                )
                parent = own or (parent if below and reaches else "")
                own = own or parent
            if own:
                texts[column] = f"{texts[column]}\n{own}" if texts[column] else own
    return texts


def next_heading(sheet: Sheet, start: int, stop: int) -> HeadingRow | None:
    """The first heading row from `start` on; the row below is preferred when it tells more."""
    return next((found for top in range(start, stop) if (found := best_heading(sheet, top))), None)


def _tells_more(lower: HeadingRow, found: HeadingRow) -> bool:
    """Whether the rows below tell more alone than with the rows above, whose words then only disturb.

    "HTS" above "Code" does not disturb: without it the field would be lost.
    """
    lost = found.fields - lower.fields
    if len(lower.fields) > len(found.fields):
        return lower.score > found.score
    if lower.top < found.body and lost:
        return lost <= FACT_FIELDS
    return lower.score > found.score


def best_heading(sheet: Sheet, top: int) -> HeadingRow | None:
    """The heading that begins in row `top`, or just below it where the rows there tell more alone.

    A title above a heading is not a part of it, nor is a row of labels ("Currency | USD").
    """
    found = heading_at(sheet, top)
    if found is None:
        return None
    for later in range(top + 1, min(top + DEEPEST, len(sheet.rows))):
        lower = heading_at(sheet, later)
        if lower and _tells_more(lower, found):
            found = lower
    return found
