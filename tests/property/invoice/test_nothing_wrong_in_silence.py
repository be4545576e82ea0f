"""Invoices in the words of the whole dictionary: what is read is right, or a question is asked."""

import tomllib
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from duty_desktop.invoice.read import read_sheets
from duty_desktop.invoice.sheet import Cell, Sheet
from duty_desktop.lines.reading import Reading
from duty_desktop.terms.findings import Severity
from duty_desktop.terms.resources import resource_folder

GOODS = (
    ("Ball bearing", "8482.10.5032"),
    ("六角ボルト M8×25", "7318.15.2065"),
    ("Brake pad set", "8708.30.5090"),
    ("茶碗 染付", "6912.00.3900"),
    ("Green tea", "0902.10.1050"),
)
COLUMNS = ("line_no", "item", "description", "hts", "origin", "quantity", "unit", "unit_price", "amount")
NEEDED = frozenset(("description", "hts", "quantity", "amount"))
CHARGES = ("freight", "insurance", "packing", "discount", "deposit", "assist")
NEGATIVE = frozenset(("discount", "deposit"))
MARKS = {
    "number": "{:}",
    "point": "{:,.2f}",
    "signed": "US${:,.2f}",
    "bare": "{:.2f}",
}
Good = tuple[str, str, Decimal, Decimal]


@cache
def words_of(language: str) -> dict[str, dict[str, list[str]]]:
    path = resource_folder() / "headings" / f"{language}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@dataclass
class Made:
    """A sheet and what stands on it."""

    rows: list[list[Cell]] = field(default_factory=list)
    goods: list[Good] = field(default_factory=list)
    charges: list[tuple[str, Decimal]] = field(default_factory=list)


class Maker:
    """Makes one invoice by chance."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.words = words_of(chance.choice(("en", "ja")))
        self.columns = [name for name in COLUMNS if name in NEEDED or chance.random() < 0.7]
        self.marks = MARKS[chance.choice(sorted(MARKS))]
        self.made = Made()

    def make(self) -> Made:
        chance, made = self.chance, self.made
        letterhead: list[list[Cell]] = [["Hayama Co., Ltd."], ["INVOICE"], ["Invoice No.", "H-77"], []]
        made.rows += letterhead[: chance.randint(0, len(letterhead))]
        made.rows += self._headings()
        total = 0.0
        for number in range(chance.randint(2, 8)):
            if chance.random() < 0.1:
                made.rows.append([chance.choice(("A. BEARINGS", "【部品】", "*** SPARE PARTS ***"))])
            total += self._good(number)
        for kind in CHARGES:
            if chance.random() < 0.15:
                amount = -50.0 if kind in NEGATIVE else 50.0
                self._labelled(chance.choice(self.words["rows"][kind]), amount)
                made.charges.append((kind, Decimal(int(amount))))
                total += amount
        self._labelled("TOTAL", total)
        return made

    def _headings(self) -> list[list[Cell]]:
        names = [self.chance.choice(self.words["columns"][name]).title() for name in self.columns]
        names[self.columns.index("amount")] += " (USD)"
        if self.chance.random() < 0.7:
            return [[*names]]
        broken = [name.split(" ", 1) if " " in name else ["", name] for name in names]
        return [[upper for upper, _ in broken], [lower for _, lower in broken]]

    def _good(self, number: int) -> float:
        words, tariff = self.chance.choice(GOODS)
        quantity = self.chance.choice((1, 2, 10, 100, 1000))
        price = self.chance.choice((0.25, 1.5, 12.5, 300.0))
        amount = quantity * price
        cells: dict[str, Cell] = {
            "line_no": float(number + 1),
            "item": f"P-{number:03d}",
            "description": f"{words} {number}",
            "hts": self.chance.choice((tariff, tariff.replace(".", ""))),
            "origin": self.chance.choice(("Japan", "日本", "JP")),
            "quantity": float(quantity),
            "unit": self.chance.choice(("PCS", "個")),
            "unit_price": self._figure(price),
            "amount": self._figure(amount),
        }
        self.made.rows.append([cells[name] for name in self.columns])
        self.made.goods.append(
            (f"{words} {number}", tariff.replace(".", ""), Decimal(quantity), Decimal(str(amount)))
        )
        return amount

    def _labelled(self, words: str, amount: float) -> None:
        row: list[Cell] = [""] * len(self.columns)
        row[self.columns.index("description")] = words
        row[self.columns.index("amount")] = self._figure(amount)
        self.made.rows.append(row)

    def _figure(self, value: float) -> Cell:
        return value if self.marks == MARKS["number"] else self.marks.format(value)


def read(made: Made) -> Reading:
    width = max(map(len, made.rows))
    return read_sheets([Sheet("Invoice", [row + [""] * (width - len(row)) for row in made.rows])], "a.xlsx")


@settings(max_examples=300, deadline=None, derandomize=True)
@given(seed=st.integers(0, 10**9))
def test_an_invoice_in_any_words_is_read_right_or_asked_about(seed: int) -> None:
    made = Maker(Random(seed)).make()
    reading = read(made)
    lines = [one.lines.line(at) for one in reading.documents for at in range(len(one.lines))]
    found = [(line.description, line.hts, line.quantity, line.amount) for line in lines]
    charges = sorted(
        (charge.kind.value, Decimal(charge.amount_e4) / 10_000)
        for one in reading.documents
        for charge in one.charges
    )
    if found != made.goods or charges != sorted(made.charges):
        told = [*reading.findings, *(finding for one in reading.documents for finding in one.findings)]
        assert any(finding.severity is not Severity.NOTICE for finding in told), (found, charges)
