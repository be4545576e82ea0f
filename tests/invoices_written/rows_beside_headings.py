"""Rows right below a heading that are none of it, and cells that hold two things."""

from collections.abc import Sequence

from tests.invoices_written.model import Invoice, Line, Value, asks, saved, written

HEAD: Sequence[Sequence[Value]] = (
    ["Invoice No.", "NS-26-32", None, "Currency", "USD"],
    ["FOB Kobe", None, None, "Origin", "JP"],
    [],
)

written(
    "a section with its number right below the heading",
    saved(
        [
            *HEAD,
            ["Part No.", "Description", "Qty", "Unit Price", "Amount"],
            [None, "Brake caliper assy / HTS 8708305090"],
            ["A-1", "Caliper front", 10, 5, 50],
            ["A-2", "Caliper rear", 10, 6, 60],
            [None, "Hex bolt / HTS 7318152065"],
            ["B-1", "Bolt M8", 100, 1, 100],
            [None, "TOTAL", None, None, 210],
        ]
    ),
    Invoice(
        [
            Line(6, "Caliper front", "8708305090", "10", "50"),
            Line(7, "Caliper rear", "8708305090", "10", "60"),
            Line(9, "Bolt M8", "7318152065", "100", "100"),
        ],
        "210",
        asks=asks("filled-from-above"),
    ),
)

written(
    "pieces beside packages",
    saved(
        [
            *HEAD,
            ["Part No.", "Description", "HTS", "Qty", "Unit Price", "Amount"],
            ["A10045", "Caliper front", "8708305090", "2 CTNS / 12 PCS", 5, 60],
            ["A10046", "Bolt M8", "7318152065", "1 CTN / 100 PCS", 1, 100],
            [None, "TOTAL", None, None, None, 160],
        ]
    ),
    Invoice(
        [
            Line(5, "Caliper front", "8708305090", "12", "60", more={"item": "A10045"}),
            Line(6, "Bolt M8", "7318152065", "100", "100", more={"item": "A10046"}),
        ],
        "160",
    ),
)
