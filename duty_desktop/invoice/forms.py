"""One line of goods stated as a form: labels in one column and their values beside them, as for a single car.

The labels and values are laid out anew as a table of one line, with the charges and the total beneath it, and
read like any other; then every place is put back to where the value stands.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from duty_desktop.invoice.cells.numbers import currency_of, number_of
from duty_desktop.invoice.drafts import Draft, DraftBuilder
from duty_desktop.invoice.heading_words import read_heading
from duty_desktop.invoice.row_words import Certainty, row_word
from duty_desktop.invoice.sheet import Cell, Sheet, column_index, is_blank, text_of
from duty_desktop.invoice.tables import tables_of
from duty_desktop.invoice.text import plain
from duty_desktop.lines.reading import Use
from duty_desktop.terms.findings import Finding, Severity
from duty_desktop.terms.money import E4

SURE = 90
LONGEST_LABEL = 60
CENT = 0.01
MOST_ROWS = 200
GOODS = ("item", "description", "hts", "quantity", "unit", "unit_price", "amount", "origin", "net_weight")
NAMES = frozenset(("item", "description"))
COUNTED = frozenset(("item", "hts", "quantity", "unit_price"))
TOLD_ONCE = frozenset(("hts", "quantity", "unit_price"))


@dataclass(frozen=True, slots=True)
class Stated:
    """A label, its value, and where the value stands (indexes of the used rows and columns).

    `further`: another value stands beside it, which is no label.
    """

    label: str
    value: Cell
    row: int
    column: int
    further: bool = False


@dataclass(slots=True)
class Form:
    """What a sheet states: the goods' fields, charges and totals; `unclear`: one of them in two ways."""

    goods: dict[str, Stated] = field(default_factory=dict)
    charges: list[Stated] = field(default_factory=list)
    amounts: list[Stated] = field(default_factory=list)
    totals: list[Stated] = field(default_factory=list)
    unclear: bool = False

    def take_amount(self) -> None:
        """Which sum the goods cost, others being totals: what the figures prove, else the least amount."""
        stated = [*self.amounts, *self.totals]
        proven = next((one for one in stated if self._proves(one, stated)), None)
        if proven is None and "unit_price" in self.goods and not self.amounts:
            return
        own = proven or min(self.amounts or self.totals, key=_figure, default=None)
        if own is None:
            return
        self.goods["amount"] = own
        self.totals = [one for one in stated if _figure(one) != _figure(own)]
        self.unclear = self.unclear or (not self.amounts and not self.totals and bool(self.charges))

    def _proves(self, one: Stated, stated: Sequence[Stated]) -> bool:
        """Whether a sum is quantity times unit price, or makes another one with the charges."""
        if _figure(one) == self._product():
            return True
        charged = _figure(one) + sum(map(_figure, self.charges))
        return bool(self.charges) and any(abs(_figure(other) - charged) < CENT for other in stated)

    def _product(self) -> float | None:
        """Quantity times unit price."""
        quantity, price = self.goods.get("quantity"), self.goods.get("unit_price")
        return _figure(quantity) * _figure(price) if quantity and price else None

    @property
    def states_goods(self) -> bool:
        """Whether it names goods and says what they cost."""
        priced = "amount" in self.goods or "unit_price" in self.goods
        return priced and bool(NAMES & self.goods.keys()) and bool(COUNTED & self.goods.keys())


def form_of(sheet: Sheet) -> Form | None:
    """The goods that labels of a sheet state, None when it states none so."""
    form, seen = Form(), dict[str, Cell]()
    for stated in _stated(sheet):
        word, best = row_word(stated.label), read_heading(stated.label).best
        name = best.field if best and best.score >= SURE else ""
        whole = word is not None and word.certainty is Certainty.WHOLE and number_of(stated.value) is not None
        if whole and word and word.is_charge:
            form.charges.append(stated)
        elif whole and word and word.is_total:
            form.totals.append(stated)
        elif name == "amount":
            form.amounts.append(stated)
        elif name in GOODS:
            held = form.goods.setdefault(name, stated)
            form.unclear = form.unclear or (name in TOLD_ONCE and held.value != stated.value)
        again = seen.setdefault(stated.label, stated.value) != stated.value
        form.unclear = form.unclear or (name in GOODS and (stated.further or again))
    form.take_amount()
    return form if form.states_goods else None


def read_form(sheet: Sheet, form: Form) -> Draft | None:
    """The draft of a form's one line, asked about unless its figures prove it; None when unclear."""
    if form.unclear:
        return None
    laid_out = _LaidOut(sheet, form)
    tables = tables_of(laid_out.sheet)
    draft = DraftBuilder(tables[0]).build() if len(tables) == 1 else None
    if draft is None or len(draft.document.lines) != 1:
        return None
    laid_out.put_back(draft)
    draft.findings.add(
        "form-read",
        "The goods were read from labels with values beside them, as one line.",
        "Check its values.",
        Severity.NOTICE if draft.is_proven or _multiplies(draft) else Severity.QUESTION,
        row=draft.document.lines.row[0],
    )
    return draft


def _multiplies(draft: Draft) -> bool:
    """Whether quantity times unit price is the amount."""
    lines = draft.document.lines
    quantity, price, amount = lines.quantity_e4[0], lines.unit_price_e4[0], lines.amount_e4[0]
    return quantity is not None and price is not None and amount == quantity * price / E4


def _stated(sheet: Sheet) -> Iterator[Stated]:
    """Labels with the value to their right, or behind a colon."""
    for row, cells in enumerate(sheet.rows[:MOST_ROWS]):
        filled = [(column, cell) for column, cell in enumerate(cells) if not is_blank(cell)]
        for place, (column, cell) in enumerate(filled):
            if not isinstance(cell, str) or len(cell) > LONGEST_LABEL:
                continue
            label, colon, behind = plain(cell).partition(":")
            if colon and behind.strip():
                yield Stated(label.strip(), behind.strip(), row, column)
            elif place + 1 < len(filled) and not _is_label(filled[place + 1][1]):
                at, value = filled[place + 1]
                rest = [other for _, other in filled[place + 2 :]]
                if rest and isinstance(value, str) and currency_of(value):
                    value = f"{value} {text_of(rest.pop(0))}"  # a currency in a cell of its own
                yield Stated(label.strip(), value, row, at, bool(rest) and not _is_label(rest[0]))


def _is_label(cell: Cell) -> bool:
    best = read_heading(cell.strip(" :：")).best if isinstance(cell, str) else None
    return best is not None and best.score >= SURE


def _figure(stated: Stated) -> float:
    return number_of(stated.value) or 0.0


class _LaidOut:
    """A form as a table beneath the sheet's own rows: labels, values, then charges and totals."""

    def __init__(self, sheet: Sheet, form: Form) -> None:
        self.own, goods = sheet, dict(form.goods)
        if "amount" not in goods and "quantity" not in goods:
            goods["amount"] = replace(goods.pop("unit_price"), label="Amount")
        self.columns = list(goods.values())
        names = list(goods)
        money = names.index("amount" if "amount" in goods else "unit_price")
        self.rows = [self.columns[money], self.columns[money], *form.charges, *form.totals]
        name = next(place for place, one in enumerate(names) if one in NAMES)
        labels: dict[int, Cell] = dict(enumerate(one.label for one in self.columns))
        values: dict[int, Cell] = dict(enumerate(one.value for one in self.columns))
        beneath: list[dict[int, Cell]] = [{name: one.label, money: one.value} for one in form.charges]
        beneath += [{name: f"Total {one.label}", money: one.value} for one in form.totals]
        width = max(sheet.width, len(names))
        rows: list[Sequence[Cell]] = [[*row, *[""] * (width - sheet.width)] for row in sheet.rows]
        table: list[dict[int, Cell]] = [{}, labels, values, *beneath]
        rows += [[row.get(at, "") for at in range(width)] for row in table]
        self.sheet = replace(
            sheet, rows=rows, columns=(), formats=None, merges=(), hidden_columns=frozenset()
        )

    def put_back(self, draft: Draft) -> None:
        """Give every place of the table laid out the place of the form's own cell."""
        document = draft.document
        document.lines.row = [self._row(row) for row in document.lines.row]
        document.charges = [replace(one, row=self._row(one.row)) for one in document.charges]
        document.left_out = [replace(one, row=self._row(one.row)) for one in document.left_out]
        document.uses = [
            replace(one, row=self._row(one.row)) for one in document.uses if one.use is not Use.HEADING
        ]
        document.columns = [replace(one, column=self._letters(one.column)) for one in document.columns]
        document.layouts = []  # no heading row to point out
        if draft.total:
            draft.total = replace(draft.total, row=self._row(draft.total.row))
        draft.findings.findings[:] = map(self._finding, draft.findings.findings)

    def _finding(self, found: Finding) -> Finding:
        row, column = found.place.row, found.place.column
        if row is None or row < self.own.first_row + len(self.own.rows):
            return found
        letters = column and self._letters(column)
        return replace(found, place=replace(found.place, row=self._row(row), column=letters))

    def _row(self, number: int) -> int:
        """The spreadsheet's row of what stands in a row of the table; rows of the sheet's own stay."""
        place = number - self.own.first_row - len(self.own.rows) - 1
        return number if place < 0 else self.own.row_number(self.rows[place].row)

    def _letters(self, letters: str) -> str:
        """The column of the value that stands in a column of the table."""
        at = column_index(letters) - self.own.first_column
        return self.own.letters(self.columns[at].column) if 0 <= at < len(self.columns) else letters
