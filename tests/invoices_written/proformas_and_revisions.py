"""Goods stated twice: by a proforma, a customs copy, a priced packing list, a revision, an invoice in yen."""

from collections.abc import Sequence

from tests.invoices_written.model import Invoice, Line, Rows, Value, in_sheets, written

Good = tuple[str, str, int, float]
GOODS: Sequence[Good] = (
    ("Brake caliper assy", "8708305090", 40, 31.5),
    ("Wheel hub bearing", "8482105032", 120, 8.25),
    ("Door mirror LH", "7009100000", 12, 54.0),
)
MORE_BEARINGS: Sequence[Good] = (GOODS[0], ("Wheel hub bearing", "8482105032", 125, 8.25), GOODS[2])
HEADING: Sequence[Value] = ("Part No.", "Description", "HTS", "Qty", "Unit Price", "Amount", "Origin")


def said(
    title: str, number: str, goods: Sequence[Good] = GOODS, currency: str = "USD", rate: int = 1
) -> Rows:
    """An invoice of seven columns; amounts times `rate` in another currency."""
    rows: list[Sequence[Value]] = [
        [title],
        ["Invoice No.", number, None, "Date", "2026-11-05"],
        ["Terms", "FOB YOKOHAMA", None, "Currency", currency],
        HEADING,
    ]
    for place, (words, hts, quantity, price) in enumerate(goods):
        amount = quantity * price * rate
        rows.append([f"P-{place}", words, hts, quantity, price * rate, amount, "JAPAN"])
    total = sum(quantity * price * rate for _, _, quantity, price in goods)
    return [*rows, [None, "TOTAL", None, None, None, total]]


def read(number: str, sheet: str, goods: Sequence[Good] = GOODS, first: int = 5) -> Invoice:
    """What is to be read of it."""
    lines = [
        Line(first + place, words, hts, str(quantity), f"{quantity * price:g}", "JP", {"sheet": sheet})
        for place, (words, hts, quantity, price) in enumerate(goods)
    ]
    total = f"{sum(quantity * price for _, _, quantity, price in goods):g}"
    return Invoice(lines, total, more={"invoice_no": number})


for name, titles, offer, sale in (
    ("a proforma before its invoice", ("PROFORMA INVOICE", "COMMERCIAL INVOICE"), "PI", "CI"),
    ("a proforma in Japanese", ("プロフォーマインボイス", "請求書"), "Sheet1", "Sheet2"),
    ("a quotation before the invoice", ("御見積書", "INVOICE"), "見積", "送り状"),
    ("an order confirmation before the invoice", ("ORDER CONFIRMATION", "INVOICE"), "A", "B"),
):
    written(
        name,
        in_sheets(**{offer: said(titles[0], "PI-26-105"), sale: said(titles[1], "NK-2611")}),
        read("NK-2611", sale),
        file_asks=["proforma-not-counted"],
    )

written(
    "a proforma of more goods behind the invoice",
    in_sheets(Sold=said("COMMERCIAL INVOICE", "NK-2611"), Offered=said("PROFORMA", "PI-7", MORE_BEARINGS)),
    read("NK-2611", "Sold"),
    file_asks=["proforma-not-counted"],
)

written(
    "an invoice that names its proforma is no proforma",
    in_sheets(
        Oct=[["Proforma Invoice No.", "PI-1"], *said("INVOICE", "NK-2610")],
        Nov=[["Proforma Invoice No.", "PI-2"], *said("INVOICE", "NK-2611", MORE_BEARINGS)],
    ),
    read("NK-2610", "Oct", first=6),
    read("NK-2611", "Nov", MORE_BEARINGS, first=6),
)

written(
    "a customs copy under a number of its own",
    in_sheets(Invoice=said("COMMERCIAL INVOICE", "NK-2611"), 通関用=said("CUSTOMS INVOICE", "C-2611")),
    read("NK-2611", "Invoice"),
    file_asks=["table-repeats-another"],
)

written(
    "a packing list under its own number that states values",
    in_sheets(
        Invoice=said("COMMERCIAL INVOICE", "NK-2611"),
        PL=[
            ["PACKING LIST"],
            ["No.", "PL-2611"],
            ["C/No.", "Description", "Qty", "N.W. (kg)", "Value (USD)"],
            ["1", "Brake caliper assy", 40, 88, 1260],
            ["2", "Wheel hub bearing", 120, 60, 990],
            ["3", "Door mirror LH", 12, 9, 648],
            [None, "TOTAL", 172, 157, 2898],
        ],
    ),
    read("NK-2611", "Invoice"),
    file_asks=["table-repeats-another"],
)

written(
    "the invoice again in yen under another number",
    in_sheets(
        USD=said("COMMERCIAL INVOICE", "NK-2611"),
        円換算=said("COMMERCIAL INVOICE", "D-2611", GOODS, "JPY", 150),
    ),
    read("NK-2611", "USD"),
    file_asks=["table-restates-another"],
)

written(
    "a copy below the invoice on the same sheet",
    in_sheets(
        Invoice=[
            *said("COMMERCIAL INVOICE", "NK-2611"),
            [],
            *said("COMMERCIAL INVOICE - COPY", "NK-2611"),
        ]
    ),
    read("NK-2611", "Invoice"),
    file_asks=["table-repeats-another"],
)

for name, title, number in (
    ("a revision with another quantity", "REVISED COMMERCIAL INVOICE", "NK-2611 Rev.1"),
    ("a revision marked by a letter", "COMMERCIAL INVOICE", "NK-2611R"),
    ("a revision under the same number", "COMMERCIAL INVOICE Rev.2", "NK-2611"),
    ("a revision marked in Japanese", "請求書（訂正版）", "NK-2611"),
):
    written(
        name,
        in_sheets(
            First=said("COMMERCIAL INVOICE", "NK-2611"),
            Second=said(title, number, MORE_BEARINGS),
        ),
        read(number, "Second", MORE_BEARINGS),
        file_asks=["older-revision-not-read"],
    )

written(
    "the same goods and amounts under two numbers",
    in_sheets(Oct=said("COMMERCIAL INVOICE", "NK-2610"), Nov=said("COMMERCIAL INVOICE", "NK-2611")),
    read("NK-2610", "Oct"),
    read("NK-2611", "Nov"),
    file_asks=["same-goods-twice"],
)

written(
    "a letterhead again on every page",
    in_sheets(
        Invoice=[
            *said("COMMERCIAL INVOICE", "NK-2611")[:5],
            [None, "Carried forward", None, None, None, 1260],
            *said("COMMERCIAL INVOICE", "NK-2611")[:4],
            [None, "Brought forward", None, None, None, 1260],
            ["P-1", "Wheel hub bearing", "8482105032", 120, 8.25, 990, "JAPAN"],
            ["P-2", "Door mirror LH", "7009100000", 12, 54, 648, "JAPAN"],
            [None, "TOTAL", None, None, None, 2898],
        ]
    ),
    Invoice(
        [
            Line(5, "Brake caliper assy", "8708305090", "40", "1260"),
            Line(12, "Wheel hub bearing", "8482105032", "120", "990"),
            Line(13, "Door mirror LH", "7009100000", "12", "648"),
        ],
        "2898",
        more={"invoice_no": "NK-2611"},
    ),
)
