"""Totals beside quantities, charges that look like goods and goods that look like charges."""

from tests.invoices_written.model import Invoice, Line, asks, saved, written

written(
    "a total of pieces and of money in one row",
    saved(
        [
            ["Invoice No.", "NS-26-1083", None, "Date", "2026-11-05"],
            ["FOB Yokohama", None, None, "Currency", "USD"],
            [],
            [
                "No.",
                "Part No.",
                "Description",
                "HTS No.",
                "Quantity",
                "Unit",
                "Unit Price",
                "Amount",
                "Origin",
            ],
            [1, "BR-9", "Steel bracket", "7326908630", 1, "PCS", 2.95, 2.95, "Japan"],
            [2, "AL-12", "Aluminum sheet A5052 1.2", "7606123015", 3000, "MAI", 52.1, 156300, "Japan"],
            [3, "SB-M8-25", "Hex bolt M8x25", "7318152010", 600, "PCS", 0.18, 108, "Japan"],
            ["TOTAL", None, None, None, 3601, "PCS", None, 156410.95],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "Steel bracket",
                "7326908630",
                "1",
                "2.95",
                "JP",
                {"item": "BR-9", "unit": "PCS", "unit_price": "2.95"},
            ),
            Line(6, "Aluminum sheet A5052 1.2", "7606123015", "3000", "156300", "JP"),
            Line(7, "Hex bolt M8x25", "7318152010", "600", "108", "JP"),
        ],
        "156410.95",
        more={"invoice_no": "NS-26-1083", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "a total whose bracket names the tax",
    saved(
        [
            ["インボイス番号", "NS-26-1365", None, "発行日", "2026-11-05"],
            ["FOB Yokohama", None, None, "通貨", "JPY"],
            [],
            ["品番", "品名", "数量", "単位", "単価", "金額"],
            ["GK-11", "ゴムガスケット", 600, "個", 48, 28800],
            ["6204ZZ", "玉軸受 6204ZZ", 500, "個", 488, 244000],
            ["GB-5", "変速機", 6, "台", 186000, 1116000],
            [None, "運賃", None, None, None, 5000],
            ["合計(消費税込)", None, None, None, None, 1393800],
            ["上記の通りご請求申し上げます。"],
            ["登録番号 T1234567890123"],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "ゴムガスケット",
                None,
                "600",
                "28800",
                None,
                {"item": "GK-11", "unit": "個", "unit_price": "48"},
            ),
            Line(6, "玉軸受 6204ZZ", None, "500", "244000", None),
            Line(7, "変速機", None, "6", "1116000", None),
        ],
        "1393800",
        charges=[("freight", "5000", 8)],
        currency="JPY",
        more={"invoice_no": "NS-26-1365", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "a packing charge by the case",
    saved(
        [
            ["Invoice No.", "NS-26-1217", None, "Date", "2026-11-05"],
            ["FOB Yokohama", None, None, "Currency", "USD"],
            [],
            ["Part No.", "Description", "Quantity", "Unit", "Unit Price", "Amount"],
            ["6204ZZ", "Ball bearing 6204ZZ", 60, "PCS", 3.25, 195],
            ["RM-33", "Rear-view mirror", 5, "PCS", 61.4, 307],
            ["CR-304", "Stainless cold rolled coil 1.5", 820.25, "KG", 4.18, 3428.64],
            ["CS-20", "Coil spring for suspension", 3000, "PCS", 23.75, 71250],
            ["TP-6", "Tea cup, porcelain", 150, "PCS", 6.2, 930],
            ["SN-M8", "Hex nut M8", 25000, "PCS", 0.06, 1500],
            [None, "Export packing charge", 2, "CS", 45, 90],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "Ball bearing 6204ZZ",
                None,
                "60",
                "195",
                None,
                {"item": "6204ZZ", "unit": "PCS", "unit_price": "3.25"},
            ),
            Line(6, "Rear-view mirror", None, "5", "307", None),
            Line(7, "Stainless cold rolled coil 1.5", None, "820.25", "3428.64", None),
            Line(8, "Coil spring for suspension", None, "3000", "71250", None),
            Line(9, "Tea cup, porcelain", None, "150", "930", None),
            Line(10, "Hex nut M8", None, "25000", "1500", None),
        ],
        None,
        charges=[("packing", "90", 11)],
        asks=asks("charge-doubtful"),
        more={"invoice_no": "NS-26-1217", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "goods with the words of charges",
    saved(
        [
            ["Invoice No.", "NS-26-1410", None, "Date", "2026-11-05"],
            ["FOB Yokohama", None, None, "Currency", "USD"],
            [],
            ["Part No.", "Description", "Quantity", "Unit", "Unit Price", "Amount"],
            ["HR-6.0", "Packing", 820.25, "KG", 1.52, 1246.78],
            ["GK-11", "Insurance valve", 150000, "PCS", 0.32, 48000],
            ["6204ZZ", "Tool", 240, "PCS", 3.25, 780],
            ["45022-K41", "Mold", 12, "SET", 14.8, 177.6],
            ["TP-6", "Case", 12, "PCS", 6.2, 74.4],
            ["BH-50", "Pallet truck", 5, "PCS", 38, 190],
            ["TOTAL", None, None, None, None, 50468.78],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "Packing",
                None,
                "820.25",
                "1246.78",
                None,
                {"item": "HR-6.0", "unit": "KG", "unit_price": "1.52"},
            ),
            Line(6, "Insurance valve", None, "150000", "48000", None),
            Line(7, "Tool", None, "240", "780", None),
            Line(8, "Mold", None, "12", "177.6", None),
            Line(9, "Case", None, "12", "74.4", None),
            Line(10, "Pallet truck", None, "5", "190", None),
        ],
        "50468.78",
        more={"invoice_no": "NS-26-1410", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "an unknown charge below the goods",
    saved(
        [
            ["Invoice No.", "NS-26-1401", None, "Date", "2026-11-05"],
            ["FOB Yokohama", None, None, "Currency", "USD"],
            [],
            [
                "No.",
                "Part No.",
                "Description",
                "HTS No.",
                "Quantity",
                "Unit",
                "Unit Price",
                "Amount",
                "Origin",
            ],
            [1, "BR-9", "Steel bracket", "7326908630", 240, "PCS", 2.95, 708, "Japan"],
            [2, "SN-M8", "Hex nut M8", "7318160030", 3000, "PCS", 0.06, 180, "Japan"],
            [3, "PF-2", "Stainless flange 2in", "7307915050", 5, "PCS", 17.45, 87.25, "Japan"],
            [None, "Certificate of origin issuance", None, None, None, None, None, 45],
            ["TOTAL", None, None, None, None, None, None, 1020.25],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "Steel bracket",
                "7326908630",
                "240",
                "708",
                "JP",
                {"item": "BR-9", "unit": "PCS", "unit_price": "2.95"},
            ),
            Line(6, "Hex nut M8", "7318160030", "3000", "180", "JP"),
            Line(7, "Stainless flange 2in", "7307915050", "5", "87.25", "JP"),
            Line(8, "", None, None, "45", None),
        ],
        "1020.25",
        asks=asks("line-uncounted"),
        more={"invoice_no": "NS-26-1401", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "charges with numbers in brackets",
    saved(
        [
            ["Invoice No.", "NS-26-1330", None, "Date", "2026-11-05"],
            ["FOB Yokohama", None, None, "Currency", "USD"],
            [],
            [
                "No.",
                "Part No.",
                "Description",
                "HTS No.",
                "Quantity",
                "Unit",
                "Unit Price",
                "Amount",
                "Origin",
            ],
            [1, "MG-1", "Digital gauge", "9031808085", 3, "SET", 512.5, 1537.5, "Japan"],
            [2, "SB-M8-25", "Hex bolt M8x25", "7318152010", 150000, "PCS", 0.18, 27000, "Japan"],
            [3, "71101-K60", "Bumper assy, front", "8708103050", 1200, "PCS", 112, 134400, "Japan"],
            [None, "AIR FREIGHT CHARGE (AWB 131-4451 2206)", None, None, None, None, None, 880.5],
            [None, "INSURANCE PREMIUM 0.25%", None, None, None, None, None, 22.1],
            [None, "EXPORT PACKING / CRATING", None, None, None, None, None, 310],
            ["TOTAL", None, None, None, None, None, None, 164150.1],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "Digital gauge",
                "9031808085",
                "3",
                "1537.5",
                "JP",
                {"item": "MG-1", "unit": "SET", "unit_price": "512.5"},
            ),
            Line(6, "Hex bolt M8x25", "7318152010", "150000", "27000", "JP"),
            Line(7, "Bumper assy, front", "8708103050", "1200", "134400", "JP"),
        ],
        "164150.1",
        charges=[("freight", "880.5", 8), ("insurance", "22.1", 9), ("packing", "310", 10)],
        more={"invoice_no": "NS-26-1330", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "charges between a FOB and a CIF total",
    saved(
        [
            ["Invoice No.", "NS-26-1161", None, "Date", "2026-11-05"],
            ["CIF Yokohama", None, None, "Currency", "USD"],
            [],
            [
                "No.",
                "Part No.",
                "Description",
                "HTS No.",
                "Quantity",
                "Unit",
                "Unit Price",
                "Amount",
                "Origin",
            ],
            [1, "PN-4", "Punch die", "8207306032", 6, "SET", 860, 5160, "Japan"],
            [2, "RT-205", "Radial tires 205/55R16", "4011101010", 1, "PCS", 46.8, 46.8, "Japan"],
            [3, "BV-15", "Ball valve 15A", "8481803010", 240, "PCS", 9.85, 2364, "Japan"],
            ["FOB TOTAL", None, None, None, None, None, None, 7570.8],
            [None, None, None, None, None, None, "FREIGHT", 300],
            [None, None, None, None, None, None, "INSURANCE", 25],
            [None, None, None, None, None, None, "C.I.F. TOTAL", 7895.8],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "Punch die",
                "8207306032",
                "6",
                "5160",
                "JP",
                {"item": "PN-4", "unit": "SET", "unit_price": "860"},
            ),
            Line(6, "Radial tires 205/55R16", "4011101010", "1", "46.8", "JP"),
            Line(7, "Ball valve 15A", "8481803010", "240", "2364", "JP"),
        ],
        "7895.8",
        charges=[("freight", "300", 9), ("insurance", "25", 10)],
        more={"invoice_no": "NS-26-1161", "invoice_date": "2026-11-05", "terms": "CIF"},
    ),
)

written(
    "cases with weights between the goods",
    saved(
        [
            ["Invoice No.", "CS-1", None, "Currency", "USD"],
            [None, None, None, "Origin", "JP"],
            ["C/No.", "Description", "Qty", "N.W.", "Unit Price", "Amount"],
            [1, "Wooden case", None, 120],
            [None, "Valve body", 10, 100, 30, 300],
            [2, "Wooden case", None, 80],
            [None, "Handle", 30, 80, 2, 60],
            ["TOTAL", None, None, 200, None, 360],
        ]
    ),
    Invoice(
        [
            Line(5, "Valve body", None, "10", "300"),
            Line(7, "Handle", None, "30", "60"),
        ],
        "360",
        asks=asks("row-left-out-no-money"),
    ),
)

written(
    "sums by rate of consumption tax",
    saved(
        [
            ["請求書番号", "TX-8", None, "通貨", "JPY"],
            ["原産国", "日本"],
            [],
            ["品名", "数量", "単価", "税率", "金額"],
            ["緑茶※", 10, 1000, "8%", 10000],
            ["茶器", 5, 4000, "10%", 20000],
            ["8%対象", None, None, None, 10000],
            ["消費税(8%)", None, None, None, 800],
            ["10%対象", None, None, None, 20000],
            ["消費税(10%)", None, None, None, 2000],
            ["合計", None, None, None, 32800],
        ]
    ),
    Invoice(
        [Line(5, "緑茶※", None, "10", "10000"), Line(6, "茶器", None, "5", "20000")],
        "32800",
        charges=[("tax", "800", 8), ("tax", "2000", 10)],
        currency="JPY",
    ),
)

written(
    "goods named by the age they are for",
    saved(
        [
            ["請求書番号", "TY-1", None, "通貨", "JPY"],
            ["原産国", "日本"],
            ["品名", "税番", "金額"],
            ["積木セット", "9503.00.0073", 8000],
            ["対象年齢3歳以上 木製玩具", "", 5000],
            ["合計", None, 13000],
        ]
    ),
    Invoice(
        [
            Line(4, "積木セット", "9503000073", None, "8000"),
            Line(5, "対象年齢3歳以上 木製玩具", None, None, "5000"),
        ],
        "13000",
        asks=asks("line-uncounted"),
        currency="JPY",
    ),
)
