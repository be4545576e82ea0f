"""Rows that are not goods, or look as if they were not: charges, totals, sections, notes, copies of goods."""

from collections.abc import Callable
from pathlib import Path

from openpyxl.worksheet.worksheet import Worksheet

from tests.invoices_written.model import Invoice, Line, asks, merge, saved, written

HEADINGS = ["Part No.", "Description", "HTS No.", "Origin", "Qty", "Unit Price USD", "Amount USD"]

written(
    "goods named like charges",
    saved(
        [
            HEADINGS,
            ["PK-1", "PACKING", "8484.10.0000", "JP", 100, 2, 200],
            ["TS-5", "TOTAL STATION", "9015.80.8040", "JP", 1, 9000, 9000],
            ["FR-2", "Freight car wheel", "8607.19.1200", "JP", 4, 500, 2000],
            ["IN-3", "Insurance tag, plastic", None, "JP", 50, 1, 50],
            [None, "PACKING", None, None, None, None, 30],
            [None, "TOTAL", None, None, None, None, 11280],
        ]
    ),
    Invoice(
        [
            Line(2, "PACKING", "8484100000", "100", "200"),
            Line(3, "TOTAL STATION", "9015808040", "1", "9000"),
            Line(4, "Freight car wheel", "8607191200", "4", "2000"),
            Line(5, "Insurance tag, plastic", None, "50", "50"),
        ],
        "11280",
        [("packing", "30", 6)],
    ),
)

written(
    "charges with quantity and price like goods",
    saved(
        [
            HEADINGS,
            ["A-1", "Oil seal", "4016.93.1020", "JP", 100, 2, 200],
            ["A-2", "O-ring", "4016.93.1010", "JP", 300, 0.5, 150],
            [None, "Inland freight", None, None, 1, 80, 80],
            ["FRT", "Air freight charge", None, None, 1, 120, 120],
            ["INS", "Insurance premium", None, None, 1, 5, 5],
            [None, "Documentation fee", None, None, 1, 10, 10],
            [None, "Tooling charge (mold for A-1)", None, None, 1, 1000, 1000],
            [None, "Grand Total", None, None, None, None, 1565],
        ]
    ),
    Invoice(
        [Line(2, "Oil seal", "4016931020", "100", "200"), Line(3, "O-ring", "4016931010", "300", "150")],
        "1565",
        [
            ("freight", "80", 4),
            ("freight", "120", 5),
            ("insurance", "5", 6),
            ("handling", "10", 7),
            ("assist", "1000", 8),
        ],
    ),
)

written(
    "subtotals of groups and a total without a word",
    saved(
        [
            HEADINGS,
            ["ENGINE PARTS"],
            ["A-1", "Piston", "8409.91.5085", "JP", 10, 20, 200],
            ["A-2", "Piston ring", "8409.91.5085", "JP", 10, 5, 50],
            [None, "Subtotal engine parts", None, None, None, None, 250],
            ["BRAKE PARTS"],
            ["B-1", "Brake disc", "8708.30.5030", "JP", 4, 30, 120],
            [None, "Subtotal brake parts", None, None, None, None, 120],
            [],
            [None, None, None, None, None, None, 370],
        ]
    ),
    Invoice(
        [
            Line(3, "Piston", "8409915085", "10", "200"),
            Line(4, "Piston ring", "8409915085", "10", "50"),
            Line(7, "Brake disc", "8708305030", "4", "120"),
        ],
        "370",
    ),
)

written(
    "an amount without any word that fits nothing",
    saved(
        [
            HEADINGS,
            ["A-1", "Piston", "8409.91.5085", "JP", 10, 20, 200],
            [None, None, None, None, None, None, 77],
            [None, "Total", None, None, None, None, 277],
        ]
    ),
    Invoice(
        [Line(2, "Piston", "8409915085", "10", "200")],
        "277",
        asks=asks("row-left-out-unnamed-amount", "total-differs"),
    ),
)

written(
    "origins in rows that govern the goods beneath",
    saved(
        [
            ["Part No.", "Description", "HTS No.", "Qty", "Unit Price USD", "Amount USD"],
            ["MADE IN JAPAN"],
            ["A-1", "Camera lens", "9002.11.9000", 2, 100, 200],
            ["A-2", "Lens cap", "3926.90.9985", 5, 1, 5],
            ["MADE IN THAILAND"],
            ["A-3", "Camera body", "8525.89.5050", 1, 300, 300],
            [None, "TOTAL", None, None, None, 505],
        ]
    ),
    Invoice(
        [
            Line(3, "Camera lens", "9002119000", "2", "200"),
            Line(4, "Lens cap", "3926909985", "5", "5"),
            Line(6, "Camera body", "8525895050", "1", "300", "TH"),
        ],
        "505",
    ),
)

written(
    "origin, tariff number and more words beneath each line",
    saved(
        [
            ["Item", "Description of Goods", "Qty", "Unit Price (USD)", "Amount (USD)"],
            ["1-A", "Machining center", 1, 95000, 95000],
            [None, "Model MX-520, 5 axes"],
            [None, "HS CODE: 8457.10.0025"],
            [None, "COUNTRY OF ORIGIN: JAPAN"],
            ["1-B", "Tool changer", 2, 4000, 8000],
            [None, "HS CODE: 8466.93.9885"],
            [None, "COUNTRY OF ORIGIN: TAIWAN"],
            ["TOTAL", None, None, None, 103000],
        ]
    ),
    Invoice(
        [
            Line(2, "Machining center Model MX-520, 5 axes", "8457100025", "1", "95000"),
            Line(6, "Tool changer", "8466939885", "2", "8000", "TW"),
        ],
        "103000",
    ),
)

written(
    "order numbers above the goods",
    saved(
        [
            HEADINGS,
            [None, "Order No. 4500012345"],
            ["A-1", "Pneumatic cylinder", "8412.31.0080", "JP", 10, 20, 200],
            [None, "Order No. 4500012399"],
            ["A-2", "Solenoid valve", "8481.20.0040", "JP", 10, 5, 50],
            [None, "Total", None, None, None, None, 250],
        ]
    ),
    Invoice(
        [
            Line(3, "Pneumatic cylinder", "8412310080", "10", "200"),
            Line(5, "Solenoid valve", "8481200040", "10", "50"),
        ],
        "250",
    ),
)

written(
    "groups whose number and origin are given once",
    saved(
        [
            ["Order", "HTS No.", "Origin", "Description", "Qty", "Unit Price USD", "Amount USD"],
            ["PO-1", "7318.15.2065", "Japan", "Bolt M8", 10, 2, 20],
            [None, None, None, "Bolt M10", 10, 3, 30],
            [None, None, None, "Bolt M12", 10, 4, 40],
            ["PO-2", "7318.16.0085", "Taiwan", "Nut M8", 10, 1, 10],
            [None, None, None, "Nut M10", 10, 2, 20],
            ["Total", None, None, None, None, None, 120],
        ]
    ),
    Invoice(
        [
            Line(2, "Bolt M8", "7318152065", "10", "20"),
            Line(3, "Bolt M10", "7318152065", "10", "30"),
            Line(4, "Bolt M12", "7318152065", "10", "40"),
            Line(5, "Nut M8", "7318160085", "10", "10", "TW"),
            Line(6, "Nut M10", "7318160085", "10", "20", "TW"),
        ],
        "120",
        asks=asks("filled-from-above"),
    ),
)

written(
    "numbers partly missing are not filled from above",
    saved(
        [
            HEADINGS,
            ["A-1", "Pneumatic cylinder", "8412.31.0080", "JP", 10, 20, 200],
            ["A-2", "Solenoid valve", None, "JP", 10, 5, 50],
            ["A-3", "Fitting", None, None, 10, 5, 50],
            [None, "Total", None, None, None, None, 300],
        ]
    ),
    Invoice(
        [
            Line(2, "Pneumatic cylinder", "8412310080", "10", "200"),
            Line(3, "Solenoid valve", None, "10", "50"),
            Line(4, "Fitting", None, "10", "50", None),
        ],
        "300",
    ),
)

written(
    "half-filled copies of lines and rows of zeros",
    saved(
        [
            HEADINGS,
            ["A-1", "Pneumatic cylinder", "8412.31.0080", "JP", 10, 20, 200],
            ["A-1", None, None, "JP"],
            ["A-2", "Solenoid valve", "8481.20.0040", "JP", 10, 5, 50],
            [0, None, None, None, 0, 0, 0],
            [None, "#N/A", None, None, 0, 0, 0],
            [None, "Total", None, None, None, None, 250],
        ]
    ),
    Invoice(
        [
            Line(2, "Pneumatic cylinder", "8412310080", "10", "200"),
            Line(4, "Solenoid valve", "8481200040", "10", "50"),
        ],
        "250",
        asks=asks("row-left-out-half-filled"),
    ),
)

written(
    "totals of quantities and weights below the goods",
    saved(
        [
            HEADINGS,
            ["A-1", "Pneumatic cylinder", "8412.31.0080", "JP", 10, 20, 200],
            ["A-2", "Solenoid valve", "8481.20.0040", "JP", 10, 5, 50],
            ["Total quantity of items:", None, 20],
            ["Total net weight (kg):", None, 35.5],
            ["Total value in USD:", None, 250],
            ["Total cartons:", None, 3],
        ]
    ),
    Invoice(
        [
            Line(2, "Pneumatic cylinder", "8412310080", "10", "200"),
            Line(3, "Solenoid valve", "8481200040", "10", "50"),
        ],
        "250",
    ),
)

written(
    "payments and bank details below the total",
    saved(
        [
            HEADINGS,
            ["A-1", "Pneumatic cylinder", "8412.31.0080", "JP", 10, 20, 200],
            [None, "TOTAL", None, None, None, None, 200],
            [],
            ["Bank: First Bank, Osaka", None, None, None, None, None, 1234567],
            ["Payment: T/T within 30 days"],
        ]
    ),
    Invoice(
        [Line(2, "Pneumatic cylinder", "8412310080", "10", "200")],
        "200",
        asks=asks("row-left-out-after-total"),
    ),
)


def _hidden(total: float, *rows: int) -> Callable[[Path], None]:
    def change(sheet: Worksheet) -> None:
        for row in rows:
            sheet.row_dimensions[row].hidden = True

    return saved(
        [
            HEADINGS,
            ["A-1", "Pneumatic cylinder", "8412.31.0080", "JP", 10, 20, 200],
            ["A-2", "Solenoid valve", "8481.20.0040", "JP", 10, 5, 50],
            ["A-3", "Fitting", "7307.29.0090", "JP", 10, 1, 10],
            [None, "Total", None, None, None, None, total],
        ],
        change,
    )


ALL = [
    Line(2, "Pneumatic cylinder", "8412310080", "10", "200"),
    Line(3, "Solenoid valve", "8481200040", "10", "50"),
    Line(4, "Fitting", "7307290090", "10", "10"),
]
written("hidden rows that the total does not count", _hidden(210, 3), Invoice([ALL[0], ALL[2]], "210"))
written("hidden rows that the total counts", _hidden(260, 3), Invoice(ALL, "260"))
written(
    "hidden rows and a total that fits neither way",
    _hidden(999, 3),
    Invoice([ALL[0], ALL[2]], "999", asks=asks("hidden-rows-left-out", "total-differs")),
)


def _hide_columns(sheet: Worksheet) -> None:
    sheet.column_dimensions["C"].hidden = True
    sheet.column_dimensions["G"].hidden = True


written(
    "the tariff numbers in a hidden column, another amount hidden too",
    saved(
        [
            ["Part No.", "Description", "HTS No.", "Origin", "Qty", "Amount USD", "Amount USD"],
            ["A-1", "Pneumatic cylinder", "8412.31.0080", "JP", 10, 200, 150],
            ["A-2", "Solenoid valve", "8481.20.0040", "JP", 10, 50, 40],
            ["Total", None, None, None, None, 250, 190],
        ],
        _hide_columns,
    ),
    Invoice(
        [
            Line(2, "Pneumatic cylinder", "8412310080", "10", "200"),
            Line(3, "Solenoid valve", "8481200040", "10", "50"),
        ],
        "250",
    ),
)

written(
    "one amount merged over two lines",
    saved(
        [
            HEADINGS,
            ["A-1", "Tea cup", "6911.10.8090", "JP", 10, None, 200],
            ["A-2", "Saucer", "6911.10.8090", "JP", 10, None, None],
            ["A-3", "Tea pot", "6911.10.8090", "JP", 2, 25, 50],
            [None, "Total", None, None, None, None, 250],
        ],
        merge("G2:G3"),
    ),
    Invoice(
        [
            Line(2, "Tea cup", "6911108090", "10", "200"),
            Line(3, "Saucer", "6911108090", "10", None),
            Line(4, "Tea pot", "6911108090", "2", "50"),
        ],
        "250",
        asks=asks("amount-merged"),
    ),
)

written(
    "a credit among the goods",
    saved(
        [
            HEADINGS,
            ["A-1", "Tea cup", "6911.10.8090", "JP", 10, 20, 200],
            ["A-1", "Tea cup, returned", "6911.10.8090", "JP", -1, 20, -20],
            [None, "Total", None, None, None, None, 180],
        ]
    ),
    Invoice(
        [
            Line(2, "Tea cup", "6911108090", "10", "200"),
            Line(3, "Tea cup, returned", "6911108090", "-1", "-20"),
        ],
        "180",
        asks=asks("line-negative"),
    ),
)

written(
    "declared metals and countries of melting",
    saved(
        [
            [
                "Description",
                "HTS",
                "Origin",
                "Qty",
                "Amount USD",
                "Steel content value (USD)",
                "Metal content %",
                "Country of Melt and Pour",
                "Primary country of smelt",
                "Country of last cast",
            ],
            ["Bracket", "7326.90.8688", "JP", 10, 100, 60, "80%", "Japan", None, None],
            ["Housing", "7616.99.5190", "JP", 10, 200, None, "15.5%", None, "AU", "日本"],
            ["Total", None, None, None, 300],
        ]
    ),
    Invoice(
        [Line(2, "Bracket", "7326908688", "10", "100"), Line(3, "Housing", "7616995190", "10", "200")], "300"
    ),
)
