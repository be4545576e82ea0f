"""Layouts that are rarer but real: headings beside their values, charges in columns, flat ERP files."""

from tests.invoices_written.model import Invoice, Line, asks, merge, saved, written

written(
    "headings merged over a currency sign and its figures",
    saved(
        [
            ["Description", "HTS", "Qty", "Unit Price", None, "Amount", None],
            ["Ball bearing", "8482.10.5032", 10, "US$", 3, "US$", 30],
            ["Gear box", "8483.40.5010", 1, "US$", 300, "US$", 300],
            ["Total", None, None, None, None, "US$", 330],
        ],
        merge("D1:E1", "F1:G1"),
    ),
    Invoice(
        [
            Line(2, "Ball bearing", "8482105032", "10", "30", None, {"unit_price": "3"}),
            Line(3, "Gear box", "8483405010", "1", "300", None, {"unit_price": "300"}),
        ],
        "330",
    ),
)

written(
    "a heading one column beside its values",
    saved(
        [
            ["No.", "Description", None, "HTS", "Qty", "Price USD", "Amount USD"],
            [1, None, "Ball bearing", "8482.10.5032", 10, 3, 30],
            [2, None, "Gear box", "8483.40.5010", 1, 300, 300],
            ["Total", None, None, None, None, None, 330],
        ]
    ),
    Invoice(
        [
            Line(2, "Ball bearing", "8482105032", "10", "30", None),
            Line(3, "Gear box", "8483405010", "1", "300", None),
        ],
        "330",
    ),
)

written(
    "used cars with freight and insurance in columns",
    saved(
        [
            ["Invoice No.: UC-55"],
            [
                "Make / Model",
                "Chassis No.",
                "Year",
                "HTS",
                "FOB (USD)",
                "Freight (USD)",
                "Insurance (USD)",
                "CIF (USD)",
            ],
            ["SUBARU FORESTER", "SJ5-012345", 2001, "8703.23.0190", 4000, 900, 20, 4920],
            ["TOYOTA CROWN", "JZS155-0044", 1999, "8703.23.0190", 6000, 950, 30, 6980],
            ["TOTAL", None, None, None, 10000, 1850, 50, 11900],
        ]
    ),
    Invoice(
        [
            Line(3, "SUBARU FORESTER", "8703230190", None, "4000", None, {"item": "SJ5-012345"}),
            Line(4, "TOYOTA CROWN", "8703230190", None, "6000", None),
        ],
        "10000",
        [("freight", "1850", 2), ("insurance", "50", 2)],
        more={"invoice_no": "UC-55"},
    ),
)

written(
    "a flat file with the invoice number on each row",
    saved(
        [
            [
                "Invoice No",
                "Invoice Date",
                "Currency",
                "Incoterms",
                "Part No",
                "Description",
                "HTS",
                "Qty",
                "Price",
                "Amount",
            ],
            ["F-1", "2026-09-01", "JPY", "FOB", "A", "Bolt", "7318152065", 10, 100, 1000],
            ["F-1", "2026-09-01", "JPY", "FOB", "B", "Nut", "7318160085", 10, 50, 500],
            ["F-2", "2026-09-03", "USD", "CIF", "C", "Gear", "8483905010", 2, 30, 60],
        ]
    ),
    Invoice(
        [Line(2, "Bolt", "7318152065", "10", "1000", None), Line(3, "Nut", "7318160085", "10", "500", None)],
        currency="JPY",
        more={"invoice_no": "F-1", "invoice_date": "2026-09-01", "terms": "FOB"},
    ),
    Invoice(
        [Line(4, "Gear", "8483905010", "2", "60", None)],
        more={"invoice_no": "F-2", "invoice_date": "2026-09-03", "terms": "CIF"},
    ),
)

written(
    "the description in a row above the figures",
    saved(
        [
            ["Marks", "Description of goods", "Quantity", "Unit price US$", "Amount US$"],
            ["C/NO.1-3", "Machining center MX-520"],
            [None, None, 1, 95000, 95000],
            ["C/NO.4", "Tool changer TC-9"],
            [None, None, 2, 4000, 8000],
            [None, "TOTAL", None, None, 103000],
        ]
    ),
    Invoice(
        [
            Line(3, "Machining center MX-520", None, "1", "95000", None),
            Line(5, "Tool changer TC-9", None, "2", "8000", None),
        ],
        "103000",
    ),
)

written(
    "consumption tax between the sum and the total",
    saved(
        [
            ["品名", "HSコード", "数量", "単価(円)", "金額(円)"],
            ["茶碗", "6911.10.8090", 10, 1000, 10000],
            ["急須", "6911.10.8090", 2, 5000, 10000],
            ["小計", None, None, None, 20000],
            ["消費税（10%）", None, None, None, 2000],
            ["税込合計金額", None, None, None, 22000],
        ]
    ),
    Invoice(
        [
            Line(2, "茶碗", "6911108090", "10", "10000", None),
            Line(3, "急須", "6911108090", "2", "10000", None),
        ],
        "22000",
        [("tax", "2000", 5)],
        currency="JPY",
    ),
)

written(
    "a discount by line",
    saved(
        [
            ["Description", "HTS", "Qty", "Unit price USD", "Disc %", "Amount USD"],
            ["Ball bearing", "8482.10.5032", 10, 30, 0.4, 180],
            ["Gear box", "8483.40.5010", 1, 300, 0.4, 180],
            ["Shaft", "8483.10.5000", 4, 25, 0.4, 60],
            ["Total", None, None, None, None, 420],
        ]
    ),
    Invoice(
        [
            Line(2, "Ball bearing", "8482105032", "10", "180", None),
            Line(3, "Gear box", "8483405010", "1", "180", None),
            Line(4, "Shaft", "8483105000", "4", "60", None),
        ],
        "420",
        asks=asks("products-differ"),
    ),
)

written(
    "points that part thousands, shown only by arithmetic",
    saved(
        [
            ["Description", "HTS", "Qty", "Unit price JPY", "Amount JPY"],
            ["茶碗", "6911.10.8090", "12", "1.500", "18.000"],
            ["急須", "6911.10.8090", "1.000", "2.500", "2.500.000"],
            ["Total", None, None, None, "2.518.000"],
        ]
    ),
    Invoice(
        [
            Line(2, "茶碗", "6911108090", "12", "18000", None),
            Line(3, "急須", "6911108090", "1000", "2500000", None),
        ],
        "2518000",
        currency="JPY",
    ),
)

written(
    "figures that read two ways",
    saved(
        [
            ["Description", "HTS", "Qty", "Unit price EUR", "Amount EUR"],
            ["Tea bowl", "6911.10.8090", 2, "1.500", "3.000"],
            ["Tea pot", "6911.10.8090", 2, "2.500", "5.000"],
        ]
    ),
    Invoice(
        [Line(2, "Tea bowl", "6911108090", "2", "3", None), Line(3, "Tea pot", "6911108090", "2", "5", None)],
        currency="EUR",
        asks=asks("decimal-mark-doubtful"),
    ),
)

written(
    "one money column under a word for price or amount",
    saved(
        [
            ["品名", "HSコード", "数量", "価格（円）"],
            ["茶碗", "6911.10.8090", 10, 10000],
            ["急須", "6911.10.8090", 2, 9000],
            ["合計", None, 12, 19000],
        ]
    ),
    Invoice(
        [
            Line(2, "茶碗", "6911108090", "10", "10000", None),
            Line(3, "急須", "6911108090", "2", "9000", None),
        ],
        "19000",
        currency="JPY",
    ),
)
