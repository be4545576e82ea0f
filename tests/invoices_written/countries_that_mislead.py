"""Countries that are no origin: destinations, markets, the country of melt."""

from tests.invoices_written.model import Invoice, Line, asks, saved, written

written(
    "a column of destinations",
    saved(
        [
            ["Invoice No.", "NS-26-1629", None, "Date", "2026-11-05"],
            ["FOB Yokohama", None, None, "Currency", "USD"],
            [],
            ["Part No.", "Description", "Quantity", "Unit", "Unit Price", "Amount", "Destination"],
            ["71101-K60", "Bumper assy, front", 40, "PCS", 112, 4480, "USA"],
            ["BH-50", "Bearing housing", 1, "PCS", 38, 38, "USA"],
            ["BR-9", "Steel bracket", 500, "PCS", 2.95, 1475, "USA"],
            ["TOTAL", None, None, None, None, 5993],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "Bumper assy, front",
                None,
                "40",
                "4480",
                None,
                {"item": "71101-K60", "unit": "PCS", "unit_price": "112"},
            ),
            Line(6, "Bearing housing", None, "1", "38", None),
            Line(7, "Steel bracket", None, "500", "1475", None),
        ],
        "5993",
        more={"invoice_no": "NS-26-1629", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "a column of destinations in Japanese",
    saved(
        [
            ["インボイス番号", "NS-26-1706", None, "発行日", "2026-11-05"],
            ["FOB Yokohama", None, None, "通貨", "JPY"],
            [],
            ["品番", "品名", "仕向国", "数量", "単位", "単価", "金額"],
            ["MG-1", "デジタルゲージ", "米国", 6, "セット", 76875, 461250],
            ["CS-20", "懸架用コイルばね", "米国", 2, "個", 3562, 7124],
            ["GK-11", "ゴムガスケット", "米国", 60000, "個", 48, 2880000],
            ["合計", None, None, None, None, None, 3348374],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "デジタルゲージ",
                None,
                "6",
                "461250",
                None,
                {"item": "MG-1", "unit": "セット", "unit_price": "76875"},
            ),
            Line(6, "懸架用コイルばね", None, "2", "7124", None),
            Line(7, "ゴムガスケット", None, "60000", "2880000", None),
        ],
        "3348374",
        currency="JPY",
        more={"invoice_no": "NS-26-1706", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "a market beside an origin stated for all",
    saved(
        [
            ["Invoice No.", "NS-26-1705", None, "Date", "2026-11-05"],
            ["FOB Yokohama", None, None, "Currency", "USD"],
            ["Country of origin: Japan"],
            [],
            ["Part No.", "Description", "Market", "Quantity", "Unit", "Unit Price", "Amount"],
            ["TP-6", "Tea cup, porcelain", "USA", 240, "PCS", 6.2, 1488],
            ["CS-20", "Coil spring for suspension", "USA", 40, "PCS", 23.75, 950],
            ["45022-K41", "Brake pad set, front", "USA", 12, "SET", 14.8, 177.6],
            ["TOTAL", None, None, None, None, None, 2615.6],
        ]
    ),
    Invoice(
        [
            Line(
                6,
                "Tea cup, porcelain",
                None,
                "240",
                "1488",
                "JP",
                {"item": "TP-6", "unit": "PCS", "unit_price": "6.2"},
            ),
            Line(7, "Coil spring for suspension", None, "40", "950", "JP"),
            Line(8, "Brake pad set, front", None, "12", "177.6", "JP"),
        ],
        "2615.6",
        more={"invoice_no": "NS-26-1705", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "countries under a heading in short",
    saved(
        [
            ["Invoice No.", "NS-26-1707", None, "Date", "2026-11-05"],
            ["FOB Yokohama", None, None, "Currency", "USD"],
            [],
            ["Part No.", "Description", "Prod. Ctry", "Quantity", "Unit", "Unit Price", "Amount"],
            ["45022-K41", "Brake pad set, front", "JAPAN", 240, "SET", 14.8, 3552],
            ["MG-1", "Digital gauge", "JAPAN", 1, "SET", 512.5, 512.5],
            ["PL-8", "Plastic clip", "JAPAN", 25000, "PCS", 0.045, 1125],
            ["TOTAL", None, None, None, None, None, 5189.5],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "Brake pad set, front",
                None,
                "240",
                "3552",
                "JP",
                {"item": "45022-K41", "unit": "SET", "unit_price": "14.8"},
            ),
            Line(6, "Digital gauge", None, "1", "512.5", "JP"),
            Line(7, "Plastic clip", None, "25000", "1125", "JP"),
        ],
        "5189.5",
        more={"invoice_no": "NS-26-1707", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "the country of melt beside the origin",
    saved(
        [
            ["Invoice No.", "NS-26-1628", None, "Date", "2026-11-05"],
            ["FOB Yokohama", None, None, "Currency", "USD"],
            [],
            [
                "Part No.",
                "Description",
                "HTS No.",
                "Quantity",
                "Unit",
                "Unit Price",
                "Amount",
                "Country of Melt",
                "Origin",
            ],
            ["SV-750", "AC servo motor 750W", "8501524000", 2, "SET", 398, 796, "China", "Japan"],
            ["SB-M8-25", "Hex bolt M8x25", "7318152010", 25000, "PCS", 0.18, 4500, "China", "Japan"],
            ["BV-15", "Ball valve 15A", "8481803010", 3000, "PCS", 9.85, 29550, "China", "Japan"],
            ["TOTAL", None, None, None, None, None, 34846],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "AC servo motor 750W",
                "8501524000",
                "2",
                "796",
                "JP",
                {"item": "SV-750", "unit": "SET", "unit_price": "398"},
            ),
            Line(6, "Hex bolt M8x25", "7318152010", "25000", "4500", "JP"),
            Line(7, "Ball valve 15A", "8481803010", "3000", "29550", "JP"),
        ],
        "34846",
        more={"invoice_no": "NS-26-1628", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "words between the goods that hold the code of a country",
    saved(
        [
            ["Invoice No.", "MH-1", None, "Currency", "USD"],
            ["FOB Kobe", None, None, "Origin", "Japan"],
            ["Description", "HTS", "Qty", "Price", "Amount"],
            ["SUPPLIER: ABC CO., LTD."],
            ["Pump", "8413.70.2004", 2, 400, 800],
            ["IN STOCK"],
            ["Valve", "8481.80.3010", 4, 50, 200],
            ["TOTAL", None, None, None, 1000],
        ]
    ),
    Invoice(
        [
            Line(5, "Pump", "8413702004", "2", "800", "JP"),
            Line(7, "Valve", "8481803010", "4", "200", "JP"),
        ],
        "1000",
    ),
)

written(
    "a footnote that gives one line another origin",
    saved(
        [
            ["Invoice No.", "FN-1", None, "Currency", "USD"],
            ["FOB Kobe", None, None, "Origin", "Japan"],
            ["No.", "Description", "HTS", "Qty", "Price", "Amount"],
            [1, "Pump", "8413.70.2004", 2, 400, 800],
            [2, "Valve", "8481.80.3010", 4, 50, 200],
            [None, "TOTAL", None, None, None, 1000],
            ["Item No.2 is made in China."],
            ["No goods are of Russian origin, and not made in Iran."],
        ]
    ),
    Invoice(
        [
            Line(4, "Pump", "8413702004", "2", "800", "JP"),
            Line(5, "Valve", "8481803010", "4", "200", "JP"),
        ],
        "1000",
        asks=asks("origin-also-named"),
    ),
)
