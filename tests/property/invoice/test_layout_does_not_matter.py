"""However the same goods are laid out on a sheet, the reading is the same."""

from dataclasses import dataclass
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from duty_desktop.invoice.read import read_sheets
from duty_desktop.invoice.sheet import Cell, Sheet
from duty_desktop.lines.reading import Reading
from duty_desktop.terms.findings import Severity

FIELDS = ("item", "description", "hts", "origin", "quantity", "unit", "unit_price", "amount")
NAMES = {
    "item": ("Part No.", "Item Code", "品番", "部品番号", "型番"),
    "description": ("Description", "Description of Goods", "品名", "商品名", "Product Name"),
    "hts": ("HTS Code", "HS Code", "HSコード", "税番", "H.S."),
    "origin": ("Country of Origin", "Origin", "C/O", "原産国", "生産国"),
    "quantity": ("Qty", "Q'ty", "Quantity", "数量", "ＱＴＹ"),
    "unit": ("Unit", "UOM", "単位"),
    "unit_price": ("Unit Price (USD)", "U/Price", "Price", "単価（USD）", "単価"),
    "amount": ("Amount (USD)", "Total Amount", "Amount", "金額（USD）", "金額"),
}
GOODS_WORDS = (
    "六角ボルト",
    "Brake pad",
    "アルミ板 t2.0",
    "Ball bearing 6204",
    "Packing set",
    "Green tea",
    "総合工具",
)
COUNTRIES = {"JP": ("Japan", "日本", "JP", "JPN", "Made in Japan"), "TH": ("Thailand", "タイ", "TH")}
NUMBERS = ("7318152065", "8708305090", "7606123091", "8482105032", "0902101050")


@dataclass(frozen=True)
class Good:
    item: str
    description: str
    hts: str
    origin: str
    quantity: int
    unit: str
    price_cents: int

    @property
    def amount_cents(self) -> int:
        return self.quantity * self.price_cents


GOODS = st.builds(
    Good,
    item=st.integers(100, 9999).map(lambda number: f"AB-{number}"),
    description=st.sampled_from(GOODS_WORDS),
    hts=st.sampled_from(NUMBERS),
    origin=st.sampled_from(sorted(COUNTRIES)),
    quantity=st.integers(1, 5000),
    unit=st.sampled_from(("PCS", "個", "本", "kg", "SET")),
    price_cents=st.integers(1, 900_000),
)


@dataclass(frozen=True)
class Style:
    """How the goods are laid out."""

    order: tuple[str, ...]
    names: tuple[int, ...]
    above: int
    left: int
    gaps: tuple[bool, ...]
    blanks: tuple[bool, ...]
    dotted: bool
    as_text: bool
    total: bool
    spelling: int


STYLES = st.builds(
    Style,
    order=st.permutations(FIELDS).map(tuple),
    names=st.tuples(*[st.integers(0, 9)] * len(FIELDS)),
    above=st.integers(0, 58),
    left=st.integers(0, 9),
    gaps=st.tuples(*[st.booleans()] * len(FIELDS)),
    blanks=st.tuples(*[st.booleans()] * 6),
    dotted=st.booleans(),
    as_text=st.booleans(),
    total=st.booleans(),
    spelling=st.integers(0, 9),
)


def money(cents: int, style: Style) -> Cell:
    return f"{Decimal(cents) / 100:,.2f}" if style.as_text else cents / 100


def cells(good: Good, style: Style) -> dict[str, Cell]:
    hts = f"{good.hts[:4]}.{good.hts[4:6]}.{good.hts[6:]}" if style.dotted else good.hts
    spellings = COUNTRIES[good.origin]
    return {
        "item": good.item,
        "description": good.description,
        "hts": hts,
        "origin": spellings[style.spelling % len(spellings)],
        "quantity": f"{good.quantity:,}" if style.as_text else float(good.quantity),
        "unit": good.unit,
        "unit_price": money(good.price_cents, style),
        "amount": money(good.amount_cents, style),
    }


def laid_out(goods: list[Good], style: Style) -> Sheet:
    def row(values: dict[str, Cell]) -> list[Cell]:
        made: list[Cell] = [""] * style.left
        for name, gap in zip(style.order, style.gaps, strict=True):
            made += [values.get(name, ""), *([""] if gap else [])]
        return made

    heading: dict[str, Cell] = {
        name: NAMES[name][choice % len(NAMES[name])] for name, choice in zip(FIELDS, style.names, strict=True)
    }
    rows: list[list[Cell]] = [[] for _ in range(style.above)]
    if style.above > 3:
        rows[0], rows[2] = ["COMMERCIAL INVOICE"], ["Invoice No.:", "P-1", "Currency:", "USD"]
    rows.append(row(heading))
    for good, blank in zip(goods, style.blanks, strict=False):
        rows += [row(cells(good, style)), *([[]] if blank else [])]
    if style.total:
        total = money(sum(good.amount_cents for good in goods), style)
        label = next(name for name in style.order if name in ("item", "description"))
        rows.append(row({label: "TOTAL", "amount": total}))
    width = max(map(len, rows))
    return Sheet("Invoice", [line + [""] * (width - len(line)) for line in rows])


def read_goods(reading: Reading) -> list[tuple[object, ...]]:
    (document,) = reading.documents
    table = document.lines
    return list(
        zip(
            table.item, table.description, table.hts, table.origin, table.quantity_e4, table.unit,
            table.unit_price_e4, table.amount_e4, strict=True,
        )
    )  # fmt: skip


def expected(goods: list[Good]) -> list[tuple[object, ...]]:
    return [
        (
            good.item, good.description, good.hts, good.origin, good.quantity * 10_000, good.unit,
            good.price_cents * 100, good.amount_cents * 100,
        )
        for good in goods
    ]  # fmt: skip


def asked(reading: Reading) -> list[str]:
    (document,) = reading.documents
    ordinary = ("currency-unknown",)
    return [f.code for f in document.findings if f.severity is not Severity.NOTICE and f.code not in ordinary]


@settings(max_examples=150, deadline=None)
@given(st.lists(GOODS, min_size=2, max_size=6), STYLES)
def test_the_reading_is_the_same_in_every_layout(goods: list[Good], style: Style) -> None:
    reading = read_sheets([laid_out(goods, style)], "invoice.xlsx")
    assert read_goods(reading) == expected(goods)
    assert asked(reading) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(GOODS, min_size=1, max_size=6), STYLES, st.data())
def test_a_wrong_amount_is_never_silent(goods: list[Good], style: Style, data: st.DataObject) -> None:
    sheet = laid_out(goods, style)
    rows = [list(row) for row in sheet.rows]
    column = next(at for at, cell in enumerate(rows[style.above]) if cell in NAMES["amount"])
    lines = [at for at in range(style.above + 1, len(rows)) if rows[at][column] != ""][: len(goods)]
    changed = data.draw(st.sampled_from(lines))
    rows[changed][column] = money(7_777_777_00, style)
    reading = read_sheets([Sheet("Invoice", rows)], "invoice.xlsx")
    assert asked(reading) != []
