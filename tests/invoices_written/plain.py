"""Ordinary English invoices: headings far down, in two rows, sparse, repeated on each page."""

from tests.invoices_written.model import Invoice, Line, Rows, asks, below, merge, saved, written

HEADINGS = [
    "No.",
    "Part No.",
    "Description of Goods",
    "HTS Code",
    "Q'ty",
    "Unit",
    "Unit Price (USD)",
    "Amount (USD)",
]
LETTERHEAD: Rows = [
    ["COMMERCIAL INVOICE"],
    ["Seller:", "Toyo Brake Co., Ltd.", None, None, None, "Invoice No.:", "TB-2026-0917"],
    ["Buyer:", "Pacific Parts Inc.", None, None, None, "Invoice Date:", "Sep. 17, 2026"],
    ["Country of Origin:", "Japan", None, None, None, "Terms:", "FOB Nagoya"],
    [],
]
GOODS: Rows = [
    [1, "45022-S7A", "Front brake pad set", "8708.30.5090", 200, "SET", 12.5, 2500],
    [2, "51220-TA0", "Ball joint, lower", "8708.80.6590", 100, "PCS", 8.25, 825],
    [3, "9004A-1", "Bolt, hex M10", "7318.15.2065", 5000, "PCS", 0.085, 425],
]


def goods_from(row: int) -> list[Line]:
    """The expected lines of GOODS when the first stands in `row`."""
    return [
        Line(
            row, "Front brake pad set", "8708305090", "200", "2500", more={"unit": "SET", "item": "45022-S7A"}
        ),
        Line(row + 1, "Ball joint, lower", "8708806590", "100", "825", more={"unit_price": "8.25"}),
        Line(row + 2, "Bolt, hex M10", "7318152065", "5000", "425", more={"unit_price": "0.085"}),
    ]


TOTAL: Rows = [[None, None, "TOTAL", None, None, None, None, 3750]]

written(
    "charges and discount below the goods",
    saved(
        [
            *LETTERHEAD,
            HEADINGS,
            *GOODS,
            [None, None, "Sub Total", None, None, None, None, 3750],
            [None, None, "Ocean Freight", None, None, None, None, 300],
            [None, None, "Marine Insurance", None, None, None, None, 12.5],
            [None, None, "Less: 2% discount", None, None, None, None, -75],
            [None, None, "TOTAL CIF LONG BEACH", None, None, None, "USD", 3987.5],
            [],
            ["We hereby certify that this invoice is true and correct."],
            ["Authorized signature"],
        ]
    ),
    Invoice(
        goods_from(7),
        "3987.5",
        [("freight", "300", 11), ("insurance", "12.5", 12), ("discount", "-75", 13)],
        more={"invoice_no": "TB-2026-0917", "invoice_date": "2026-09-17", "terms": "FOB"},
    ),
)

written(
    "heading in row 58",
    saved(below(57, [HEADINGS, *GOODS, *TOTAL, ["MADE IN JAPAN"]])),
    Invoice(goods_from(59), "3750"),
)

written(
    "units in a row below the headings",
    saved(
        [
            *LETTERHEAD,
            ["No.", "Part No.", "Description", "HS Code", "Quantity", "Unit", "Unit Price", "Amount"],
            [None, None, None, None, "(PCS)", None, "(USD)", "(USD)"],
            *GOODS,
            *TOTAL,
        ]
    ),
    Invoice(goods_from(8), "3750"),
)


def _two_rows() -> Rows:
    return [
        *LETTERHEAD,
        [
            "Item",
            "Description of Goods",
            "HTS No.",
            "Quantity",
            None,
            "Value (US$)",
            None,
            "Weight (kg)",
            None,
        ],
        [None, None, None, "CTN", "PCS", "Unit", "Total", "Net", "Gross"],
        ["A-1", "Steel bracket", "7326.90.8688", 4, 400, 2.5, 1000, 120, 130],
        ["A-2", "Aluminum plate", "7606.12.3091", 2, 50, 30, 1500, 200, 210],
        ["TOTAL", None, None, 6, 450, None, 2500, 320, 340],
    ]


written(
    "headings in two rows, merged",
    saved(_two_rows(), merge("D6:E6", "F6:G6", "H6:I6")),
    Invoice(
        [
            Line(8, "Steel bracket", "7326908688", "400", "1000", more={"unit_price": "2.5", "item": "A-1"}),
            Line(9, "Aluminum plate", "7606123091", "50", "1500", more={"unit_price": "30"}),
        ],
        "2500",
    ),
)

written(
    "heading repeated on each page, sums carried forward",
    saved(
        [
            *LETTERHEAD,
            HEADINGS,
            *GOODS[:2],
            [None, None, "Carried forward", None, None, None, None, 3325],
            ["COMMERCIAL INVOICE", None, None, None, None, "Invoice No.:", "TB-2026-0917"],
            ["Page 2"],
            HEADINGS,
            [None, None, "Brought forward", None, None, None, None, 3325],
            *GOODS[2:],
            *TOTAL,
        ]
    ),
    Invoice([*goods_from(7)[:2], Line(14, "Bolt, hex M10", "7318152065", "5000", "425")], "3750"),
)

written(
    "blank rows and columns inside the table",
    saved(
        [
            *LETTERHEAD,
            ["Description", None, "HTS", None, "Qty", None, "Price USD", None, "Amount USD"],
            [],
            ["Ball bearing", None, "8482.10.5032", None, 10, None, 4.5, None, 45],
            [],
            [],
            ["Roller chain", None, "7315.11.0045", None, 3, None, 20, None, 60],
            [],
            [None, None, None, None, None, None, "Total", None, 105],
        ]
    ),
    Invoice(
        [
            Line(8, "Ball bearing", "8482105032", "10", "45"),
            Line(11, "Roller chain", "7315110045", "3", "60"),
        ],
        "105",
    ),
)


def _far(columns: dict[int, str | float]) -> list[str | float | None]:
    return [columns.get(index) for index in range(1, max(columns) + 1)]


written(
    "columns out to BU",
    saved(
        below(
            3,
            [
                _far(
                    {
                        5: "Country of Origin",
                        7: "Product Description",
                        12: "HTS Code",
                        70: "Qty",
                        72: "Price USD",
                        73: "Total USD",
                    }
                ),
                _far({5: "JP", 7: "Bicycle chain", 12: "7315.11.0005", 70: 10, 72: 3.5, 73: 35}),
                _far({5: "TH", 7: "Bicycle pedal", 12: "8714.96.1000", 70: 4, 72: 5, 73: 20}),
                _far({72: "TOTAL", 73: 55}),
            ],
        )
    ),
    Invoice(
        [
            Line(5, "Bicycle chain", "7315110005", "10", "35"),
            Line(6, "Bicycle pedal", "8714961000", "4", "20", "TH"),
        ],
        "55",
    ),
)

written(
    "columns in unusual order with a long sentence above",
    saved(
        [
            [
                "The exporter of the products covered by this document declares that, except where otherwise "
                "clearly indicated, the description, quantity and value of these products are correct."
            ],
            [],
            ["Amount US$", "Qty", "Country of Origin", "Description", "Price", "Commodity Code"],
            [450, 30, "Japan", "Ceramic knife", 15, "6911.10.8090"],
            [90, 9, "Japan", "Whetstone", 10, "6804.30.0000"],
            [540, None, None, "Grand total"],
        ]
    ),
    Invoice(
        [
            Line(4, "Ceramic knife", "6911108090", "30", "450"),
            Line(5, "Whetstone", "6804300000", "9", "90"),
        ],
        "540",
    ),
)

written(
    "two tables on one sheet, one total",
    saved(
        [
            *LETTERHEAD,
            ["VEHICLES"],
            ["Model", "Description", "HTS", "Units", "Unit price USD", "Total USD"],
            ["X1", "Passenger car, 1998 cc", "8703.23.0190", 2, 20000, 40000],
            [],
            ["SPARE PARTS"],
            ["Part No.", "Description", "HTS", "Origin", "Qty", "Unit price USD", "Amount USD"],
            ["P-9", "Oil filter", "8421.23.0000", "JP", 100, 3, 300],
            [],
            ["TOTAL INVOICE VALUE", None, None, None, None, None, 40300],
        ]
    ),
    Invoice(
        [
            Line(8, "Passenger car, 1998 cc", "8703230190", "2", "40000"),
            Line(12, "Oil filter", "8421230000", "100", "300"),
        ],
        "40300",
    ),
)

written(
    "the stated total is wrong",
    saved([*LETTERHEAD, HEADINGS, *GOODS, [None, None, "Total", None, None, None, None, 3705]]),
    Invoice(goods_from(7), "3705", asks=asks("total-differs")),
)

written(
    "one amount does not fit its price",
    saved(
        [
            *LETTERHEAD,
            HEADINGS,
            *GOODS,
            [4, "77-A", "Wheel hub", "8708.99.8180", 10, "PCS", 20, 2000],
            [None, None, "Total", None, None, None, None, 5750],
        ]
    ),
    Invoice(
        [*goods_from(7), Line(10, "Wheel hub", "8708998180", "10", "2000")],
        "5750",
        asks=asks("product-differs"),
    ),
)
