"""Prices for a ton, a thousand pieces or a case: read with what they are for, and proven by the amounts."""

from collections.abc import Sequence

from tests.invoices_written.model import Invoice, Line, Value, asks, saved, written

ROWS = (
    # pieces, kilograms, cases of twenty-five
    ("Hex bolt M8x25", "7318152065", 12500, 250.0),
    ("Spring washer M8", "7318210030", 40000, 36.0),
)
HEAD: Sequence[Sequence[Value]] = (
    ["Invoice No.", "NS-26-31", None, "Date", "2026-11-05"],
    ["FOB Kobe", None, None, "Currency", "USD"],
    [],
)
BASE: Sequence[Value] = ("Part No.", "Description", "HTS", "Qty (pcs)")


def weighed(
    name: str, headings: Sequence[str], prices: tuple[float, float], divisor: float, per: str | None
) -> None:
    """An invoice whose prices, divided by `divisor`, are for a kilogram."""
    rows: list[Sequence[Value]] = [*HEAD, [*BASE, *headings]]
    lines: list[Line] = []
    total = 0.0
    for (words, hts, pieces, weight), price in zip(ROWS, prices, strict=True):
        amount = round(weight * price / divisor, 2)
        total += amount
        measured = weight / 1000 if "MT)" in headings[0] else weight
        rows.append([f"B-{len(lines)}", words, hts, pieces, measured, price, amount])
        more = {"unit_price": f"{price:g}", "unit_price_per": per, "item": f"B-{len(lines)}"}
        lines.append(Line(len(rows), words, hts, str(pieces), f"{amount:g}", None, more))
    rows.append([None, "TOTAL", None, None, None, None, total])
    written(name, saved(rows), Invoice(lines, f"{total:g}"))


weighed("a price for a kilogram", ("Net Weight (KG)", "Price per KG", "Amount"), (4.94, 3.55), 1, "KG")
weighed("a price for a ton beside kilograms", ("N.W. (kg)", "US$/MT", "Amount"), (4900, 3500), 1000, "MT")
weighed("a price for a ton beside tons", ("Weight (MT)", "Price USD/MT", "Amount"), (4900, 3500), 1000, "MT")
weighed("a price for a kilogram in Japanese", ("重量(kg)", "単価(USD/kg)", "金額"), (4.5, 3.5), 1, "kg")
weighed(
    "a price by weight whose heading does not say so",
    ("Actual Weight KGS", "Unit Price", "Amount"),
    (4.94, 3.55),
    1,
    "KG",
)
weighed("a price for a hundredweight", ("Net Weight (LBS)", "USD/CWT", "Amount"), (490.0, 350.0), 100, "CWT")


def counted(
    name: str, heading: Sequence[Value], prices: Sequence[Sequence[Value]], pers: Sequence[str | None]
) -> None:
    """An invoice with prices for many pieces; a second cell is for how many."""
    rows: list[Sequence[Value]] = [*HEAD, [*BASE, *heading, "Amount"]]
    lines: list[Line] = []
    total = 0.0
    for (words, hts, pieces, _), price, per in zip(ROWS, prices, pers, strict=True):
        each = price[1] if len(price) > 1 else 100 if "100 " in str(heading[0]) else 1000
        assert isinstance(each, int)
        assert isinstance(price[0], (int, float))
        amount = pieces * price[0] / each
        total += amount
        rows.append([f"B-{len(lines)}", words, hts, pieces, *price, amount])
        more = {"unit_price": f"{price[0]:g}", "unit_price_per": per}
        lines.append(Line(len(rows), words, hts, str(pieces), f"{amount:g}", None, more))
    rows.append([None, "TOTAL", None, None, *[None] * len(prices[0]), total])
    written(name, saved(rows), Invoice(lines, f"{total:g}"))


counted("a price for a hundred at a sign", ["@/100 pcs"], [[2.5], [0.5]], ["100 pcs", "100 pcs"])
counted("a price for a thousand in Japanese", ["単価(USD/千個)"], [[25], [5]], ["千個", "千個"])
counted(
    "how many each price is for in its own column",
    ["Net Price", "Per"],
    [[2.5, 100], [5, 1000]],
    ["100", "1000"],
)

written(
    "a price for a case beside pieces",
    saved(
        [
            ["請求書番号", "T-26-9", None, "通貨", "JPY"],
            [],
            ["商品名", "入数", "ケース数", "総数量", "単価(ケース)", "金額", "賞味期限"],
            ["抹茶チョコレート", 24, 10, 240, 4800, 48000, "2027.3.31"],
            ["ようかん", 12, 5, 60, 3600, 18000, "2027.4.30"],
            ["合計", None, None, None, None, 66000],
        ]
    ),
    Invoice(
        [
            Line(
                4,
                "抹茶チョコレート",
                None,
                "240",
                "48000",
                None,
                {"unit_price": "4800", "unit_price_per": "ケース"},
            ),
            Line(
                5, "ようかん", None, "60", "18000", None, {"unit_price": "3600", "unit_price_per": "ケース"}
            ),
        ],
        "66000",
        currency="JPY",
    ),
)

written(
    "prices for a thousand without amounts",
    saved(
        [
            *HEAD,
            [*BASE, "Price (USD/1000 pcs)"],
            ["B-1", "Hex bolt M8x25", "7318152065", 12500, 25],
            ["B-2", "Spring washer M8", "7318210030", 40000, 5],
        ]
    ),
    Invoice(
        [
            Line(5, "Hex bolt M8x25", "7318152065", "12500", "312.5", None, {"unit_price_per": "1000 pcs"}),
            Line(6, "Spring washer M8", "7318210030", "40000", "200", None, {"unit_price_per": "1000 pcs"}),
        ],
        asks=asks("price-basis-unproven"),
    ),
)
