"""Several invoices and a sheet that states all of them again; words and figures that misled beside them."""

from tests.invoices_written.model import Invoice, Line, Rows, asks, in_sheets, saved, written
from tests.invoices_written.proformas_and_revisions import GOODS, Good, read, said

MORE: tuple[Good, ...] = (("Oil filter", "8421230000", 50, 4.5), ("Spark plug", "8511100000", 300, 3.25))


def unnumbered(title: str, goods: tuple[Good, ...]) -> Rows:
    """A sheet with goods but neither number nor date."""
    return [[title], *[row for row in said(title, "-", goods) if len(row) > 5 and row[1] != "TOTAL"]]


BOTH = (*GOODS, *MORE)

written(
    "a consolidated sheet behind its invoices",
    in_sheets(
        A=said("INVOICE", "NK-1"),
        B=said("INVOICE", "NK-2", MORE),
        All=[["CONSOLIDATED"], ["Currency", "USD"], *unnumbered("ALL", BOTH)],
    ),
    read("NK-1", "A"),
    read("NK-2", "B", MORE),
    file_asks=["table-sums-up-others"],
)

written(
    "a consolidated sheet in front, under its own number",
    in_sheets(
        All=said("CONSOLIDATED INVOICE", "CI-9", BOTH),
        A=said("INVOICE", "NK-1"),
        B=said("INVOICE", "NK-2", MORE),
    ),
    read("NK-1", "A"),
    read("NK-2", "B", MORE),
    file_asks=["table-sums-up-others"],
)

written(
    "an invoice before the sheets of its orders",
    in_sheets(
        Invoice=said("INVOICE", "NK-3", BOTH),
        Order1=unnumbered("ORDER 1", tuple(GOODS)),
        Order2=unnumbered("ORDER 2", MORE),
    ),
    read("NK-3", "Invoice", BOTH),
    file_asks=["table-sums-up-others"],
)

written(
    "three invoices of which one has goods of both others and one more",
    in_sheets(
        A=said("INVOICE", "NK-1"),
        B=said("INVOICE", "NK-2", MORE),
        C=said("INVOICE", "NK-3", (*BOTH, ("Wiper blade", "8512404000", 10, 6.5))),
    ),
    read("NK-1", "A"),
    read("NK-2", "B", MORE),
    read("NK-3", "C", (*BOTH, ("Wiper blade", "8512404000", 10, 6.5))),
)

FEW: Rows = (
    ["Item No.", "Description", "HTS", "Qty", "Unit Price", "Amount"],
    ["A-1", "Caliper front", "8708305090", 10, 5, 50],
    ["A-2", "Caliper rear", "8708305090", 10, 6, 60],
    [None, "TOTAL", None, None, None, 110],
)


def few(currency: str, row: int, scale: int = 1, asked: frozenset[str] = frozenset()) -> Invoice:
    """The reading of the few goods from `row` on."""
    return Invoice(
        [
            Line(row, "Caliper front", "8708305090", "10", str(50 * scale), more={"item": "A-1"}),
            Line(row + 1, "Caliper rear", "8708305090", "10", str(60 * scale), more={"item": "A-2"}),
        ],
        str(110 * scale),
        asks=asked,
        currency=currency,
    )


LABELS: tuple[Rows, ...] = (
    (["Origin", "Japan"], ["Currency", "USD"]),
    (["Currency", "USD"], ["Origin", "Japan"]),
    (["原産国", "日本"], ["通貨", None, "USD"]),
    (["Invoice No.", "X-1"], ["Price in", "USD", "Origin", "JAPAN"]),
)
for number, labels in enumerate(LABELS, 1):
    written(f"labels right above the heading {number}", saved([*labels, *FEW]), few("USD", 4))

written(
    "amounts in thousands by words of few letters",
    saved([["Currency", "JPY"], ["Origin", "Japan"], ["(in JPY thousands)"], *FEW]),
    few("JPY", 5, 1000, asks("scale-stated")),
)

written(
    "amounts that end in a point and a dash",
    saved(
        [
            ["Origin", "Japan"],
            FEW[0],
            ["A-1", "Caliper front", "8708305090", 10, "JPY 5,000.-", "JPY 50,000.-"],
            ["A-2", "Caliper rear", "8708305090", 10, "JPY 6,000.-", "JPY 60,000.-"],
            [None, "TOTAL", None, None, None, "JPY 110,000.-"],
        ]
    ),
    few("JPY", 3, 1000),
)
