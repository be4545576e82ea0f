"""The printed forms of couriers, trading houses and mills."""

from tests.invoices_written.model import Invoice, Line, asks, saved, written

written(
    "a courier's form with labels in the column of unit values",
    saved(
        [
            ["COMMERCIAL INVOICE"],
            ["DATE OF EXPORTATION", "2026-09-30", "EXPORT REFERENCES", "PO-7"],
            ["No. of Pkgs", "Type of Packaging", "Full Description of Goods", "HS Code",
             "Country of MFG", "Qty", "Unit of Measure", "Weight", "Unit Value", "Total Value"],
            [1, "CTN", "Linear encoder, glass scale", "9031.80.8085", "JAPAN", 4, "EA", 3.2, 250, 1000],
            [1, "CTN", "Cable assembly", "8544.42.9090", "JAPAN", 4, "EA", 1.1, 12.5, 50],
            [2, None, None, None, None, None, None, 4.3, "Subtotal", 1050],
            [None, None, None, None, None, None, None, None, "Freight", 80],
            [None, None, None, None, None, None, None, None, "Insurance", 5],
            [None, None, None, None, None, None, None, None, "Total Invoice Value", 1135],
            [None, None, None, None, None, None, None, None, "Currency Code", "USD"],
        ]
    ),
    Invoice(
        [
            Line(4, "Linear encoder, glass scale", "9031808085", "4", "1000", more={"unit_price": "250"}),
            Line(5, "Cable assembly", "8544429090", "4", "50", more={"unit_price": "12.5", "unit": "EA"}),
        ],
        "1135",
        [("freight", "80", 7), ("insurance", "5", 8)],
    ),
)  # fmt: skip

written(
    "another courier's form, totals of packages and weight below the amounts",
    saved(
        [
            [
                "Units",
                "U/M",
                "Description of Goods/Part No.",
                "Harm. Code",
                "C/O",
                "Unit Value",
                "Total Value USD",
            ],
            [10, "PCS", "Fishing reel 3000", "9507.30.4000", "JP", 55, 550],
            [20, "PCS", "Fishing rod", "9507.10.0040", "JP", 80, 1600],
            [None, None, None, None, None, "Invoice Line Total:", 2150],
            [None, None, None, None, None, "Discount/Rebate:", 150],
            [None, None, None, None, None, "Invoice Sub-total:", 2000],
            [None, None, None, None, None, "Freight:", 120],
            [None, None, None, None, None, "Total Invoice Amount:", 2120],
            [None, None, None, None, None, "Total Number of Packages:", 3],
            [None, None, None, None, None, "Total Weight:", 44],
        ]
    ),
    Invoice(
        [
            Line(2, "Fishing reel 3000", "9507304000", "10", "550", more={"unit_price": "55"}),
            Line(3, "Fishing rod", "9507100040", "20", "1600"),
        ],
        "2120",
        [("discount", "-150", 5), ("freight", "120", 7)],
    ),
)

written(
    "a trading house's form with marks, prices behind @ and terms below the headings",
    saved(
        [
            ["INVOICE"],
            ["Messrs.", "ABC Inc."],
            ["No.", "KT-881", None, "Date", "October 3, 2026"],
            ["per", "OCEAN STAR", None, "from", "Kobe", "to", "Oakland"],
            ["MARKS & NOS.", "DESCRIPTION OF GOODS", "QUANTITY", "UNIT PRICE", "AMOUNT"],
            [None, None, None, "FOB KOBE"],
            ["ABC", "BRAKE PAD D1060", "100 PCS", "@US$12.50", "US$1,250.00"],
            ["OAKLAND", "BRAKE SHOE D4060", "50 PCS", "@US$8.00", "US$400.00"],
            ["C/NO.1-5"],
            ["MADE IN JAPAN"],
            [None, "TOTAL:", "150 PCS", None, "US$1,650.00"],
            [None, "SAY US DOLLARS ONE THOUSAND SIX HUNDRED FIFTY ONLY."],
        ]
    ),
    Invoice(
        [
            Line(7, "BRAKE PAD D1060", None, "100", "1250", more={"unit_price": "12.5", "unit": "PCS"}),
            Line(8, "BRAKE SHOE D4060", None, "50", "400"),
        ],
        "1650",
        more={"invoice_no": "KT-881", "invoice_date": "2026-10-03", "terms": "FOB"},
    ),
)

written(
    "a mill's form priced by weight",
    saved(
        [
            ["Size", "Grade", "HTS", "Origin", "Melt & Pour", "Coil No.", "Net weight (MT)",
             "Unit price (USD/MT)", "Amount (USD)"],
            ["1.0x1219xC", "SUS304", "7219.33.0038", "JAPAN", "JAPAN", "A1", 10.5, 3000, 31500],
            ["1.2x1219xC", "SUS304", "7219.33.0038", "JAPAN", "JAPAN", "A2", 9.5, 3000, 28500],
            ["TOTAL", None, None, None, None, None, 20, None, 60000],
        ]
    ),
    Invoice(
        [
            Line(2, "SUS304", "7219330038", "10.5", "31500", more={"unit": "MT", "unit_price": "3000"}),
            Line(3, "SUS304", "7219330038", "9.5", "28500"),
        ],
        "60000",
    ),
)  # fmt: skip

written(
    "a monthly bill with dates before each line",
    saved(
        [
            ["請求書No. 2026-77", None, None, "発行日 2026年9月30日"],
            ["株式会社ABC", None, None, "取引先: XYZ Corp."],
            [None, "摘要", "数量", "単位", "単価", "金額(円)", "税区分"],
            ["2026/9/1", "アルミ鋳物部品 A-100", 100, "個", 850, 85000, "輸出免税"],
            ["2026/9/3", "アルミ鋳物部品 A-200", 50, "個", 1200, 60000, "輸出免税"],
            [None, None, None, None, "合計", 145000],
        ]
    ),
    Invoice(
        [
            Line(4, "アルミ鋳物部品 A-100", None, "100", "85000", None, {"unit": "個"}),
            Line(5, "アルミ鋳物部品 A-200", None, "50", "60000", None),
        ],
        "145000",
        currency="JPY",
        more={"invoice_no": "2026-77", "invoice_date": "2026-09-30"},
    ),
)

written(
    "tariff number and origin inside the description",
    saved(
        [
            ["Description", "Qty", "Price US$", "Amount US$"],
            ["Brake pad (HS CODE 8708.30.5090) Made in Japan", 10, 5, 50],
            ["Oil filter / HTS: 8421.23.0000 / Made in Thailand", 10, 5, 50],
            ["TOTAL", None, None, 100],
        ]
    ),
    Invoice(
        [
            Line(2, "Brake pad (HS CODE 8708.30.5090) Made in Japan", "8708305090", "10", "50"),
            Line(3, "Oil filter / HTS: 8421.23.0000 / Made in Thailand", "8421230000", "10", "50", "TH"),
        ],
        "100",
    ),
)

written(
    "a total below the total that nothing explains",
    saved(
        [
            ["Description", "HTS", "Qty", "Price US$", "Amount US$"],
            ["Tea cup", "6911.10.8090", 10, 5, 50],
            ["TOTAL FOB YOKOHAMA", None, None, None, 50],
            ["TOTAL CIF OAKLAND", None, None, None, 62],
        ]
    ),
    Invoice([Line(2, "Tea cup", "6911108090", "10", "50", None)], "50", asks=asks("further-total")),
)

written(
    "marks for nothing and goods of no commercial value",
    saved(
        [
            ["Item", "Description", "HTS", "Qty", "Unit price (JPY)", "Amount (JPY)"],
            ["A", "Lens", "9002.11.9000", 10, 50, 500],
            ["B", "Manual", "4901.99.0093", 10, "-", "-"],
            ["C", "Warranty card", "-", 10, "N/A", "N.C.V."],
            [None, "Total", None, None, None, 500],
        ]
    ),
    Invoice(
        [
            Line(2, "Lens", "9002119000", "10", "500", None, {"unit_price": "50"}),
            Line(3, "Manual", "4901990093", "10", None, None),
            Line(4, "Warranty card", None, "10", "0", None),
        ],
        "500",
        currency="JPY",
        asks=asks("amount-missing"),
    ),
)
