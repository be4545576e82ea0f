"""Two tables beside each other, products of packages, ruled lines, totals with and without carriage."""

from collections.abc import Sequence

from tests.invoices_written.model import Invoice, Line, Value, asks, saved, written

HEAD: Sequence[Sequence[Value]] = (
    ["Invoice No.", "PK-26-2", None, "Currency", "USD"],
    ["FOB Kobe", None, None, "Origin", "JP"],
    [],
)
TABLE: Sequence[Value] = ("Part No.", "Description", "Qty", "Unit Price", "Amount")

written(
    "two tables of goods beside each other",
    saved(
        [
            *HEAD,
            [*TABLE, None, *TABLE],
            ["E-1", "Brake caliper", 10, 12, 120, None, "F-1", "Oil filter", 100, 2, 200],
            ["E-2", "Brake rotor", 4, 30, 120, None, "F-2", "Air filter", 10, 3, 30],
            [None, "TOTAL", None, None, 240, None, None, "TOTAL", None, None, 230],
        ]
    ),
    Invoice(
        [
            Line(5, "Brake caliper", None, "10", "120"),
            Line(6, "Brake rotor", None, "4", "120"),
        ],
        "240",
        asks=asks("second-table-beside", "column-rivals"),
    ),
)

written(
    "cartons times pieces in each",
    saved(
        [
            *HEAD,
            ["Description", "CTNS", "PCS/CTN", "Unit Price", "Amount"],
            ["Rice cracker 100g", 20, 24, 1.2, 576],
            ["Wasabi peas", 10, 48, 0.9, 432],
            ["TOTAL", 30, None, None, 1008],
        ]
    ),
    Invoice(
        [
            Line(5, "Rice cracker 100g", None, "480", "576"),
            Line(6, "Wasabi peas", None, "480", "432"),
        ],
        "1008",
    ),
)

written(
    "a sum FOB, carriage, and a sum CIF between ruled lines",
    saved(
        [
            ["Invoice No.", "CI-1", None, None, "Currency", "USD"],
            [None, None, None, None, "Origin", "JP"],
            ["Description", "HTS", "Qty", "Unit Price", "Amount"],
            ["-----------", "------", "----", "----", "------"],
            ["Fishing reel", "9507.30.6000", 200, 45, 9000],
            ["Fishing rod", "9507.10.0040", 100, 60, 6000],
            ["===========", None, None, None, "======"],
            ["FOB Kobe", None, None, None, 15000],
            ["Freight", None, None, None, 800],
            ["Insurance", None, None, None, 50],
            ["CIF Los Angeles", None, None, None, 15850],
        ],
    ),
    Invoice(
        [
            Line(5, "Fishing reel", "9507306000", "200", "9000"),
            Line(6, "Fishing rod", "9507100040", "100", "6000"),
        ],
        "15850",
        charges=[("freight", "800", 9), ("insurance", "50", 10)],
    ),
)
