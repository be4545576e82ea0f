"""Several columns that could be meant: gross and net, list and net, two currencies, ordered and shipped."""

from tests.invoices_written.model import Invoice, Line, asks, saved, written

written(
    "gross amount, discount and net amount",
    saved(
        [
            ["Invoice No.", "NS-26-1157", None, "Date", "2026-11-05"],
            ["FOB Yokohama", None, None, "Currency", "USD"],
            [],
            [
                "Part No.",
                "Description",
                "Quantity",
                "Unit",
                "Unit Price",
                "Gross Amount",
                "Discount",
                "Net Amount",
            ],
            ["MG-1", "Digital gauge", 3, "SET", 512.5, 1537.5, -153.75, 1383.75],
            ["BR-9", "Steel bracket", 60, "PCS", 2.95, 177, -17.7, 159.3],
            ["RM-33", "Rear-view mirror", 12, "PCS", 61.4, 736.8, -73.68, 663.12],
            ["TOTAL", None, None, None, None, None, None, 2206.17],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "Digital gauge",
                None,
                "3",
                "1383.75",
                None,
                {"item": "MG-1", "unit": "SET", "unit_price": "512.5"},
            ),
            Line(6, "Steel bracket", None, "60", "159.3", None),
            Line(7, "Rear-view mirror", None, "12", "663.12", None),
        ],
        "2206.17",
        asks=asks("column-rivals", "products-differ"),
        more={"invoice_no": "NS-26-1157", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "a list price, its discount in percent and the net price",
    saved(
        [
            ["Invoice No.", "NS-26-1050", None, "Date", "2026-11-05"],
            ["FOB Yokohama", None, None, "Currency", "USD"],
            [],
            ["Part No.", "Description", "Quantity", "Unit", "List Price", "Disc.%", "Net Price", "Amount"],
            ["BR-9", "Steel bracket", 60, "PCS", 3.69, 20, 2.95, 177],
            ["CS-20", "Coil spring for suspension", 2, "PCS", 29.69, 20, 23.75, 47.5],
            ["PI-7", "Pump impeller", 500, "PCS", 89.88, 20, 71.9, 35950],
            ["TOTAL", None, None, None, None, None, None, 36174.5],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "Steel bracket",
                None,
                "60",
                "177",
                None,
                {"item": "BR-9", "unit": "PCS", "unit_price": "2.95"},
            ),
            Line(6, "Coil spring for suspension", None, "2", "47.5", None),
            Line(7, "Pump impeller", None, "500", "35950", None),
        ],
        "36174.5",
        more={"invoice_no": "NS-26-1050", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "amounts without and with tax",
    saved(
        [
            ["インボイス番号", "NS-26-1054", None, "発行日", "2026-11-05"],
            ["FOB Yokohama", None, None, "通貨", "JPY"],
            [],
            ["品番", "品名", "数量", "単位", "単価", "税抜金額", "消費税", "税込金額"],
            ["HR-6.0", "熱延鋼板 6.0×1524", 4380, "kg", 228, 998640, 99864, 1098504],
            ["AL-12", "アルミ板 A5052 1.2", 240, "枚", 7815, 1875600, 187560, 2063160],
            ["BV-15", "ボールバルブ 15A", 60, "個", 1478, 88680, 8868, 97548],
            ["合計", None, None, None, None, 2962920],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "熱延鋼板 6.0×1524",
                None,
                "4380",
                "998640",
                None,
                {"item": "HR-6.0", "unit": "kg", "unit_price": "228"},
            ),
            Line(6, "アルミ板 A5052 1.2", None, "240", "1875600", None),
            Line(7, "ボールバルブ 15A", None, "60", "88680", None),
        ],
        "2962920",
        currency="JPY",
        more={"invoice_no": "NS-26-1054", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "ordered, shipped and back-ordered quantities",
    saved(
        [
            ["Invoice No.", "NS-26-1158", None, "Date", "2026-11-05"],
            ["FOB Yokohama", None, None, "Currency", "USD"],
            [],
            [
                "Part No.",
                "Description",
                "Qty Ordered",
                "Qty Shipped",
                "Back Order",
                "Unit",
                "Unit Price",
                "Amount",
            ],
            ["GK-11", "Rubber gasket", 3010, 3000, 10, "PCS", 0.32, 960],
            ["RM-33", "Rear-view mirror", 3010, 3000, 10, "PCS", 61.4, 184200],
            ["SN-M8", "Hex nut M8", 12010, 12000, 10, "PCS", 0.06, 720],
            ["TOTAL", None, None, None, None, None, None, 185880],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "Rubber gasket",
                None,
                "3000",
                "960",
                None,
                {"item": "GK-11", "unit": "PCS", "unit_price": "0.32"},
            ),
            Line(6, "Rear-view mirror", None, "3000", "184200", None),
            Line(7, "Hex nut M8", None, "12000", "720", None),
        ],
        "185880",
        more={"invoice_no": "NS-26-1158", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "gross and net quantities",
    saved(
        [
            ["Invoice No.", "NS-26-1444", None, "Date", "2026-11-05"],
            ["FOB Yokohama", None, None, "Currency", "USD"],
            [],
            ["Part No.", "Description", "Gross Qty", "Scrap", "Net Qty", "Unit Price", "Amount"],
            ["6204ZZ", "Ball bearing 6204ZZ", 43, 3, 40, 3.25, 130],
            ["GT-1", "Green tea leaves 100g", 3263, 3, 3260, 34, 110840],
            ["45022-K41", "Brake pad set, front", 503, 3, 500, 14.8, 7400],
            ["TOTAL", None, None, None, None, None, 118370],
        ]
    ),
    Invoice(
        [
            Line(5, "Ball bearing 6204ZZ", None, "40", "130", None, {"item": "6204ZZ", "unit_price": "3.25"}),
            Line(6, "Green tea leaves 100g", None, "3260", "110840", None),
            Line(7, "Brake pad set, front", None, "500", "7400", None),
        ],
        "118370",
        more={"invoice_no": "NS-26-1444", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "the number of Japan and the number of the United States",
    saved(
        [
            ["Invoice No.", "NS-26-1009", None, "Date", "2026-11-05"],
            ["FOB Yokohama", None, None, "Currency", "USD"],
            [],
            [
                "No.",
                "Part No.",
                "Description",
                "JP HS CODE",
                "US HTS",
                "Quantity",
                "Unit",
                "Unit Price",
                "Amount",
                "Origin",
            ],
            [
                1,
                "AL-12",
                "Aluminum sheet A5052 1.2",
                "760612090",
                "7606123015",
                3000,
                "MAI",
                52.1,
                156300,
                "Japan",
            ],
            [2, "MG-1", "Digital gauge", "903180000", "9031808085", 3, "SET", 512.5, 1537.5, "Japan"],
            [3, "PI-7", "Pump impeller", "841391090", "8413919060", 500, "PCS", 71.9, 35950, "Japan"],
            ["TOTAL", None, None, None, None, None, None, None, 193787.5],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "Aluminum sheet A5052 1.2",
                "7606123015",
                "3000",
                "156300",
                "JP",
                {"item": "AL-12", "unit": "MAI", "unit_price": "52.1"},
            ),
            Line(6, "Digital gauge", "9031808085", "3", "1537.5", "JP"),
            Line(7, "Pump impeller", "8413919060", "500", "35950", "JP"),
        ],
        "193787.5",
        more={"invoice_no": "NS-26-1009", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)
