"""Dittos, sums carried forward, notes below the total, origins without a heading of their own."""

from tests.invoices_written.model import Invoice, Line, saved, written

written(
    "ditto by one word, which is no country",
    saved(
        [
            ["Invoice No.", "NS-26-1345", None, "Date", "2026-11-05"],
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
            [1, "TP-6", "Brake pad set, front", "6911103710", 2, "PCS", 6.2, 12.4, "Japan"],
            [2, "6204ZZ", '"', "8482105004", 12, "PCS", 3.25, 39, "do."],
            [3, "45022-K41", '"', "8708305040", 60, "SET", 14.8, 888, "do."],
            ["TOTAL", None, None, None, None, None, None, 939.4],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "Brake pad set, front",
                "6911103710",
                "2",
                "12.4",
                "JP",
                {"item": "TP-6", "unit": "PCS", "unit_price": "6.2"},
            ),
            Line(6, "Brake pad set, front", "8482105004", "12", "39", "JP"),
            Line(7, "Brake pad set, front", "8708305040", "60", "888", "JP"),
        ],
        "939.4",
        more={"invoice_no": "NS-26-1345", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "a sum carried forward over the page",
    saved(
        [
            ["Invoice No.", "NS-26-1204", None, "Date", "2026-11-05"],
            ["FOB Yokohama", None, None, "Currency", "USD"],
            [],
            ["Part No.", "Description", "Quantity", "Unit", "Unit Price", "Amount"],
            ["SV-750", "AC servo motor 750W", 2, "SET", 398, 796],
            ["SB-M8-25", "Hex bolt M8x25", 3000, "PCS", 0.18, 540],
            ["RC-3", "Rectifier unit", 1, "SET", 245, 245],
            ["RT-205", "Radial tires 205/55R16", 240, "PCS", 46.8, 11232],
            [None, "Carried forward", None, None, None, 12813],
            [],
            ["NIPPON SEIKO", None, "Page 2"],
            ["Part No.", "Description", "Quantity", "Unit", "Unit Price", "Amount"],
            [None, "Brought forward", None, None, None, 12813],
            ["HR-6.0", "Hot rolled steel plate 6.0x1524", 3260, "KG", 1.52, 4955.2],
            ["PF-2", "Stainless flange 2in", 3000, "PCS", 17.45, 52350],
            ["BR-9", "Steel bracket", 500, "PCS", 2.95, 1475],
            ["BH-50", "Bearing housing", 60, "PCS", 38, 2280],
            ["TOTAL", None, None, None, None, 73873.2],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "AC servo motor 750W",
                None,
                "2",
                "796",
                None,
                {"item": "SV-750", "unit": "SET", "unit_price": "398"},
            ),
            Line(6, "Hex bolt M8x25", None, "3000", "540", None),
            Line(7, "Rectifier unit", None, "1", "245", None),
            Line(8, "Radial tires 205/55R16", None, "240", "11232", None),
            Line(14, "Hot rolled steel plate 6.0x1524", None, "3260", "4955.2", None),
            Line(15, "Stainless flange 2in", None, "3000", "52350", None),
            Line(16, "Steel bracket", None, "500", "1475", None),
            Line(17, "Bearing housing", None, "60", "2280", None),
        ],
        "73873.2",
        more={"invoice_no": "NS-26-1204", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "numbered notes with figures below the total",
    saved(
        [
            ["Invoice No.", "NS-26-1082", None, "Date", "2026-11-05"],
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
            [
                1,
                "HR-6.0",
                "Hot rolled steel plate 6.0x1524",
                "7208520000",
                820.25,
                "KG",
                1.52,
                1246.78,
                "Japan",
            ],
            [2, "TP-6", "Tea cup, porcelain", "6911103710", 5, "PCS", 6.2, 31, "Japan"],
            [3, "BR-9", "Steel bracket", "7326908630", 1, "PCS", 2.95, 2.95, "Japan"],
            ["TOTAL", None, None, None, None, None, None, 1280.73],
            [],
            ["Notes:"],
            [1, None, "Payment by T/T within 30 days to account 1234567"],
            [2, None, "Estimated weight", None, 1240.5, "KG"],
            [3, None, "Price valid until", None, 2026],
            ["Bank", None, "Mizuho Bank", None, 145000],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "Hot rolled steel plate 6.0x1524",
                "7208520000",
                "820.25",
                "1246.78",
                "JP",
                {"item": "HR-6.0", "unit": "KG", "unit_price": "1.52"},
            ),
            Line(6, "Tea cup, porcelain", "6911103710", "5", "31", "JP"),
            Line(7, "Steel bracket", "7326908630", "1", "2.95", "JP"),
        ],
        "1280.73",
        more={"invoice_no": "NS-26-1082", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "origins under no heading",
    saved(
        [
            ["Invoice No.", "NS-26-1190", None, "Date", "2026-11-05"],
            ["FOB Yokohama", None, None, "Currency", "USD"],
            [],
            ["Part No.", "Description", None, "Quantity", "Unit", "Unit Price", "Amount"],
            ["SB-M8-25", "Hex bolt M8x25", "JAPAN", 12000, "PCS", 0.18, 2160],
            ["CR-304", "Stainless cold rolled coil 1.5", "JAPAN", 1250.5, "KG", 4.18, 5227.09],
            ["BH-50", "Bearing housing", "JAPAN", 5, "PCS", 38, 190],
            ["TOTAL", None, None, None, None, None, 7577.09],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "Hex bolt M8x25",
                None,
                "12000",
                "2160",
                "JP",
                {"item": "SB-M8-25", "unit": "PCS", "unit_price": "0.18"},
            ),
            Line(6, "Stainless cold rolled coil 1.5", None, "1250.5", "5227.09", "JP"),
            Line(7, "Bearing housing", None, "5", "190", "JP"),
        ],
        "7577.09",
        more={"invoice_no": "NS-26-1190", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "origins in the remarks",
    saved(
        [
            ["Invoice No.", "NS-26-1448", None, "Date", "2026-11-05"],
            ["FOB Yokohama", None, None, "Currency", "USD"],
            [],
            ["Part No.", "Description", "Quantity", "Unit", "Unit Price", "Amount", "Remarks"],
            ["CS-20", "Coil spring for suspension", 1200, "PCS", 23.75, 28500, "Made in Japan"],
            ["RM-33", "Rear-view mirror", 500, "PCS", 61.4, 30700, "Made in Japan"],
            ["SN-M8", "Hex nut M8", 3000, "PCS", 0.06, 180, "Made in China"],
            ["TOTAL", None, None, None, None, 59380],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "Coil spring for suspension",
                None,
                "1200",
                "28500",
                "JP",
                {"item": "CS-20", "unit": "PCS", "unit_price": "23.75"},
            ),
            Line(6, "Rear-view mirror", None, "500", "30700", "JP"),
            Line(7, "Hex nut M8", None, "3000", "180", "CN"),
        ],
        "59380",
        more={"invoice_no": "NS-26-1448", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "origins in eight Japanese forms",
    saved(
        [
            ["インボイス番号", "NS-26-1070", None, "発行日", "2026-11-05"],
            ["FOB Yokohama", None, None, "通貨", "JPY"],
            [],
            ["項番", "品番", "品名", "HSコード", "数量", "単位", "単価", "金額", "原産国"],
            [1, "SN-M8", "六角ナット M8", "7318160030", 250, "個", 9, 2250, "日本製"],
            [2, "6204ZZ", "玉軸受 6204ZZ", "8482105004", 3000, "個", 488, 1464000, "中国製"],
            [3, "GB-5", "変速機", "8708401110", 2, "台", 186000, 372000, "タイ国"],
            [4, "AL-12", "アルミ板 A5052 1.2", "7606123015", 3000, "枚", 7815, 23445000, "ベトナム"],
            [5, "KN-21", "牛刀 210mm", "8211913000", 150, "個", 4290, 643500, "アメリカ"],
            [6, "HR-6.0", "熱延鋼板 6.0×1524", "7208520000", 4380, "kg", 228, 998640, "独国"],
            [7, "BH-50", "軸受箱", "8483308020", 150, "個", 5700, 855000, "韓国"],
            [8, "GT-1", "緑茶 100g", "0902101015", 1250.5, "kg", 5100, 6377550, "台湾産"],
            ["TOTAL", None, None, None, None, None, None, 34157940],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "六角ナット M8",
                "7318160030",
                "250",
                "2250",
                "JP",
                {"item": "SN-M8", "unit": "個", "unit_price": "9"},
            ),
            Line(6, "玉軸受 6204ZZ", "8482105004", "3000", "1464000", "CN"),
            Line(7, "変速機", "8708401110", "2", "372000", "TH"),
            Line(8, "アルミ板 A5052 1.2", "7606123015", "3000", "23445000", "VN"),
            Line(9, "牛刀 210mm", "8211913000", "150", "643500", "US"),
            Line(10, "熱延鋼板 6.0×1524", "7208520000", "4380", "998640", "DE"),
            Line(11, "軸受箱", "8483308020", "150", "855000", "KR"),
            Line(12, "緑茶 100g", "0902101015", "1250.5", "6377550", "TW"),
        ],
        "34157940",
        currency="JPY",
        more={"invoice_no": "NS-26-1070", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)
