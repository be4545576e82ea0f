"""Goods whose words name a charge or a total, and charges and totals in odd places."""

from tests.invoices_written.model import Invoice, Line, asks, saved, written

HEADING = ["Item", "Description", "HTS", "Qty", "Unit Price", "Amount (USD)"]

written(
    "goods named like totals and charges",
    saved(
        [
            HEADING,
            ["T-1", "Total station TS-100", "9015.30.8000", 1, 5000, 5000],
            ["F-1", "Freight container lock", "8301.40.6060", 10, 20, 200],
            ["P-1", "Packing machine", "8422.40.9181", 1, 8000, 8000],
            ["D-1", "Discount tag printer", "8443.32.1090", 2, 400, 800],
            ["I-1", "Insurance seal, plastic", "3926.90.9985", 100, 1, 100],
            [None, "Total", None, None, None, 14100],
        ]
    ),
    Invoice(
        [
            Line(2, "Total station TS-100", "9015308000", "1", "5000", None),
            Line(3, "Freight container lock", "8301406060", "10", "200", None),
            Line(4, "Packing machine", "8422409181", "1", "8000", None),
            Line(5, "Discount tag printer", "8443321090", "2", "800", None),
            Line(6, "Insurance seal, plastic", "3926909985", "100", "100", None),
        ],
        "14100",
    ),
)

written(
    "FOB, freight, insurance and CIF below each other",
    saved(
        [
            HEADING,
            ["A-1", "Ball bearing", "8482.10.5032", 100, 9, 900],
            ["A-2", "Gear box", "8483.40.5010", 1, 100, 100],
            [None, None, None, None, "TOTAL FOB YOKOHAMA", 1000],
            [None, None, None, None, "OCEAN FREIGHT", 80],
            [None, None, None, None, "INSURANCE", 10],
            [None, None, None, None, "TOTAL CIF LONG BEACH", 1090],
        ]
    ),
    Invoice(
        [
            Line(2, "Ball bearing", "8482105032", "100", "900", None),
            Line(3, "Gear box", "8483405010", "1", "100", None),
        ],
        "1090",
        [("freight", "80", 5), ("insurance", "10", 6)],
        more={"terms": "FOB"},
    ),
)

written(
    "a deposit already paid and the balance due",
    saved(
        [
            HEADING,
            ["A-1", "Lathe", "8458.11.0050", 1, 70000, 70000],
            ["A-2", "Chuck", "8466.20.8065", 2, 1500, 3000],
            [None, None, None, None, "Total", 73000],
            [None, None, None, None, "Less: deposit received", -21900],
            [None, None, None, None, "Balance due", 51100],
        ]
    ),
    Invoice(
        [
            Line(2, "Lathe", "8458110050", "1", "70000", None),
            Line(3, "Chuck", "8466208065", "2", "3000", None),
        ],
        "51100",
        [("deposit", "-21900", 5)],
    ),
)

written(
    "sums carried from page to page",
    saved(
        [
            ["品番", "品名", "HSコード", "数量", "単価", "金額(円)"],
            ["A-1", "茶碗", "6912.00.3900", 10, 500, 5000],
            ["A-2", "急須", "6912.00.4810", 2, 3000, 6000],
            [None, "次頁へ繰越", None, None, None, 11000],
            ["品番", "品名", "HSコード", "数量", "単価", "金額(円)"],
            [None, "前頁より繰越", None, None, None, 11000],
            ["A-3", "湯呑", "6912.00.4500", 5, 400, 2000],
            [None, "合計", None, None, None, 13000],
        ]
    ),
    Invoice(
        [
            Line(2, "茶碗", "6912003900", "10", "5000", None),
            Line(3, "急須", "6912004810", "2", "6000", None),
            Line(7, "湯呑", "6912004500", "5", "2000", None),
        ],
        "13000",
        currency="JPY",
    ),
)

written(
    "section subtotals in two words and a discount in brackets",
    saved(
        [
            ["Description", "HTS", "Qty", "Price", "Amount USD"],
            ["A. Bearings"],
            ["Ball bearing", "8482.10.5032", "100", "9.00", "900.00"],
            ["Sub-total A", None, None, None, "900.00"],
            ["B. Gears"],
            ["Gear box", "8483.40.5010", "2", "100.00", "200.00"],
            ["Sub-total B", None, None, None, "200.00"],
            ["Less 5% trade discount", None, None, None, "(55.00)"],
            ["GRAND TOTAL", None, None, None, "1,045.00"],
        ]
    ),
    Invoice(
        [
            Line(3, "Ball bearing", "8482105032", "100", "900", None),
            Line(6, "Gear box", "8483405010", "2", "200", None),
        ],
        "1045",
        [("discount", "-55", 8)],
    ),
)

written(
    "the total in words, bank details and an account number below",
    saved(
        [
            HEADING,
            ["A-1", "Ball bearing", "8482.10.5032", 100, 9, 900],
            [None, "TOTAL", None, None, None, 900],
            ["SAY US DOLLARS NINE HUNDRED ONLY"],
            ["Bank:", "Mizuho Bank, Yokohama Branch"],
            ["Account No.", None, None, None, None, 1234567],
            ["SWIFT", "MHCBJPJT"],
            ["E. & O. E."],
        ]
    ),
    Invoice(
        [Line(2, "Ball bearing", "8482105032", "100", "900", None)],
        "900",
        asks=asks("row-left-out-after-total"),
    ),
)

written(
    "a total that stands above the goods",
    saved(
        [
            ["Invoice No.", "TA-1"],
            ["Total amount", "USD 330.00"],
            [],
            ["Description", "HTS", "Qty", "Price", "Amount"],
            ["Ball bearing", "8482.10.5032", 10, 3, 30],
            ["Gear box", "8483.40.5010", 1, 300, 300],
        ]
    ),
    Invoice(
        [
            Line(5, "Ball bearing", "8482105032", "10", "30", None),
            Line(6, "Gear box", "8483405010", "1", "300", None),
        ],
        "330",
        more={"invoice_no": "TA-1"},
    ),
)

written(
    "a returned good with a negative quantity",
    saved(
        [
            HEADING,
            ["A-1", "Ball bearing", "8482.10.5032", 100, 9, 900],
            ["A-2", "Gear box, returned", "8483.40.5010", -1, 100, -100],
            [None, "TOTAL", None, None, None, 800],
        ]
    ),
    Invoice(
        [
            Line(2, "Ball bearing", "8482105032", "100", "900", None),
            Line(3, "Gear box, returned", "8483405010", "-1", "-100", None),
        ],
        "800",
        asks=asks("line-negative"),
    ),
)

written(
    "charges between the goods",
    saved(
        [
            HEADING,
            ["A-1", "Ball bearing", "8482.10.5032", 100, 9, 900],
            [None, "Mold amortization", None, 1, 250, 250],
            ["A-2", "Gear box", "8483.40.5010", 1, 100, 100],
            [None, "Export packing charge", None, 1, 50, 50],
            [None, "TOTAL", None, None, None, 1300],
        ]
    ),
    Invoice(
        [
            Line(2, "Ball bearing", "8482105032", "100", "900", None),
            Line(4, "Gear box", "8483405010", "1", "100", None),
        ],
        "1300",
        [("assist", "250", 3), ("packing", "50", 5)],
    ),
)

written(
    "free samples in three writings",
    saved(
        [
            HEADING,
            ["A-1", "Ball bearing", "8482.10.5032", 100, 9, 900],
            ["S-1", "Sample bearing", "8482.10.5032", 2, "FREE", "F.O.C."],
            ["S-2", "Sample gear", "8483.40.5010", 1, 0, 0],
            ["S-3", "カタログ（無償）", "4911.10.0080", 50, None, "無償"],
            [None, "TOTAL", None, None, None, 900],
        ]
    ),
    Invoice(
        [
            Line(2, "Ball bearing", "8482105032", "100", "900", None),
            Line(3, "Sample bearing", "8482105032", "2", "0", None),
            Line(4, "Sample gear", "8483405010", "1", "0", None),
            Line(5, "カタログ（無償）", "4911100080", "50", "0", None),
        ],
        "900",
    ),
)

written(
    "one packing machine",
    saved(
        [
            ["Invoice No.", "PM-1", None, "Currency", "USD"],
            [None, None, None, "Origin", "JP"],
            ["Description", "Qty", "Unit Price", "Amount"],
            ["Conveyor", 2, 4000, 8000],
            ["Packing machine", 1, 25000, 25000],
            ["TOTAL", None, None, 33000],
        ]
    ),
    Invoice(
        [Line(4, "Conveyor", None, "2", "8000")],
        "33000",
        charges=[("packing", "25000", 5)],
        asks=asks("charge-doubtful"),
    ),
)
