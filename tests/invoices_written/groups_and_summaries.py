"""Totals of groups, deposits, freight added to a total, and summaries of the same goods below."""

from tests.invoices_written.model import Invoice, Line, saved, written

written(
    "charges under a heading of their own",
    saved(
        [
            ["Invoice No.", "NS-26-1224", None, "Date", "2026-11-05"],
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
            [1, "SB-M8-25", "Hex bolt M8x25", "7318152010", 100, "PCS", 0.18, 18, "Japan"],
            [2, "RT-205", "Radial tires 205/55R16", "4011101010", 150, "PCS", 46.8, 7020, "Japan"],
            [3, "AL-12", "Aluminum sheet A5052 1.2", "7606123015", 3000, "MAI", 52.1, 156300, "Japan"],
            ["MERCHANDISE TOTAL", None, None, None, None, None, None, 163338],
            ["OTHER CHARGES"],
            [None, "Trucking to port", None, None, None, None, None, 150],
            [None, "Insurance (0.3%)", None, None, None, None, None, 33.3],
            ["GRAND TOTAL", None, None, None, None, None, None, 163521.3],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "Hex bolt M8x25",
                "7318152010",
                "100",
                "18",
                "JP",
                {"item": "SB-M8-25", "unit": "PCS", "unit_price": "0.18"},
            ),
            Line(6, "Radial tires 205/55R16", "4011101010", "150", "7020", "JP"),
            Line(7, "Aluminum sheet A5052 1.2", "7606123015", "3000", "156300", "JP"),
        ],
        "163521.3",
        charges=[("freight", "150", 10), ("insurance", "33.3", 11)],
        more={"invoice_no": "NS-26-1224", "invoice_date": "2026-11-05", "terms": "CIF"},
    ),
)

written(
    "a deposit between the total and the balance",
    saved(
        [
            ["Invoice No.", "NS-26-1227", None, "Date", "2026-11-05"],
            ["FOB Yokohama", None, None, "Currency", "USD"],
            [],
            ["Part No.", "Description", "Quantity", "Unit", "Unit Price", "Amount"],
            ["SV-750", "AC servo motor 750W", 6, "SET", 398, 2388],
            ["GK-11", "Rubber gasket", 50, "PCS", 0.32, 16],
            ["PI-7", "Pump impeller", 2, "PCS", 71.9, 143.8],
            ["TOTAL", None, None, None, None, 2547.8],
            [None, "Less advance payment (T/T 2026/10/01)", None, None, None, -500],
            ["BALANCE DUE", None, None, None, None, 2047.8],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "AC servo motor 750W",
                None,
                "6",
                "2388",
                None,
                {"item": "SV-750", "unit": "SET", "unit_price": "398"},
            ),
            Line(6, "Rubber gasket", None, "50", "16", None),
            Line(7, "Pump impeller", None, "2", "143.8", None),
        ],
        "2047.8",
        charges=[("deposit", "-500", 9)],
        more={"invoice_no": "NS-26-1227", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "freight and insurance added to a FOB total",
    saved(
        [
            ["Invoice No.", "NS-26-1449", None, "Date", "2026-11-05"],
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
            [1, "RT-205", "Radial tires 205/55R16", "4011101010", 3000, "PCS", 46.8, 140400, "Japan"],
            [2, "GT-1", "Green tea leaves 100g", "0902101015", 4380, "KG", 34, 148920, "Japan"],
            [3, "TP-6", "Tea cup, porcelain", "6911103710", 240, "PCS", 6.2, 1488, "Japan"],
            ["TOTAL FOB", None, None, None, None, None, None, 290808],
            [None, "Add: Freight", None, None, None, None, None, 100],
            [None, "Add: Insurance", None, None, None, None, None, 10],
            ["TOTAL CIF", None, None, None, None, None, None, 290918],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "Radial tires 205/55R16",
                "4011101010",
                "3000",
                "140400",
                "JP",
                {"item": "RT-205", "unit": "PCS", "unit_price": "46.8"},
            ),
            Line(6, "Green tea leaves 100g", "0902101015", "4380", "148920", "JP"),
            Line(7, "Tea cup, porcelain", "6911103710", "240", "1488", "JP"),
        ],
        "290918",
        charges=[("freight", "100", 9), ("insurance", "10", 10)],
        more={"invoice_no": "NS-26-1449", "invoice_date": "2026-11-05", "terms": "CIF"},
    ),
)

written(
    "a total for each group and a grand total",
    saved(
        [
            ["Invoice No.", "NS-26-1408", None, "Date", "2026-11-05"],
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
            [1, "GT-1", "Green tea leaves 100g", "0902101015", 1250.5, "KG", 34, 42517, "Japan"],
            [2, "GB-5", "Transmission gearbox", "8708401110", 3, "DAI", 1240, 3720, "Japan"],
            [3, "AL-12", "Aluminum sheet A5052 1.2", "7606123015", 2, "MAI", 52.1, 104.2, "Japan"],
            ["TOTAL", None, None, None, None, None, None, 46341.2],
            [4, "CS-20", "Coil spring for suspension", "7320201000", 500, "PCS", 23.75, 11875, "Japan"],
            [5, "BV-15", "Ball valve 15A", "8481803010", 240, "PCS", 9.85, 2364, "Japan"],
            [6, "RM-33", "Rear-view mirror", "7009100000", 500, "PCS", 61.4, 30700, "Japan"],
            ["TOTAL", None, None, None, None, None, None, 44939],
            ["GRAND TOTAL", None, None, None, None, None, None, 91280.2],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "Green tea leaves 100g",
                "0902101015",
                "1250.5",
                "42517",
                "JP",
                {"item": "GT-1", "unit": "KG", "unit_price": "34"},
            ),
            Line(6, "Transmission gearbox", "8708401110", "3", "3720", "JP"),
            Line(7, "Aluminum sheet A5052 1.2", "7606123015", "2", "104.2", "JP"),
            Line(9, "Coil spring for suspension", "7320201000", "500", "11875", "JP"),
            Line(10, "Ball valve 15A", "8481803010", "240", "2364", "JP"),
            Line(11, "Rear-view mirror", "7009100000", "500", "30700", "JP"),
        ],
        "91280.2",
        more={"invoice_no": "NS-26-1408", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "a summary by tariff number below the total",
    saved(
        [
            ["Invoice No.", "NS-26-1406", None, "Date", "2026-11-05"],
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
            [1, "PF-2", "Stainless flange 2in", "7307915050", 2, "PCS", 17.45, 34.9, "Japan"],
            [2, "GT-1", "Green tea leaves 100g", "0902101015", 1250.5, "KG", 34, 42517, "Japan"],
            [3, "SV-750", "AC servo motor 750W", "8501524000", 2, "SET", 398, 796, "Japan"],
            ["TOTAL", None, None, None, None, None, None, 43347.9],
            [],
            ["SUMMARY BY HTS"],
            ["HTS No.", "Description", "Quantity", "Amount"],
            ["7307915050", "Stainless flange 2in", 2, 34.9],
            ["0902101015", "Green tea leaves 100g", 1250.5, 42517],
            ["8501524000", "AC servo motor 750W", 2, 796],
            ["TOTAL", None, None, 43347.9],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "Stainless flange 2in",
                "7307915050",
                "2",
                "34.9",
                "JP",
                {"item": "PF-2", "unit": "PCS", "unit_price": "17.45"},
            ),
            Line(6, "Green tea leaves 100g", "0902101015", "1250.5", "42517", "JP"),
            Line(7, "AC servo motor 750W", "8501524000", "2", "796", "JP"),
        ],
        "43347.9",
        more={"invoice_no": "NS-26-1406", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
    file_asks=["table-repeats-another"],
)

written(
    "a summary of numbers and values only",
    saved(
        [
            ["Invoice No.", "NS-26-1407", None, "Date", "2026-11-05"],
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
            [1, "GK-11", "Rubber gasket", "4016935010", 60000, "PCS", 0.32, 19200, "Japan"],
            [2, "SN-M8", "Hex nut M8", "7318160030", 12000, "PCS", 0.06, 720, "Japan"],
            [3, "6204ZZ", "Ball bearing 6204ZZ", "8482105004", 3000, "PCS", 3.25, 9750, "Japan"],
            ["TOTAL", None, None, None, None, None, None, 29670],
            [],
            ["HTS SUMMARY"],
            ["HTS No.", "Value (USD)"],
            ["4016935010", 19200],
            ["7318160030", 720],
            ["8482105004", 9750],
            ["TOTAL", 29670],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "Rubber gasket",
                "4016935010",
                "60000",
                "19200",
                "JP",
                {"item": "GK-11", "unit": "PCS", "unit_price": "0.32"},
            ),
            Line(6, "Hex nut M8", "7318160030", "12000", "720", "JP"),
            Line(7, "Ball bearing 6204ZZ", "8482105004", "3000", "9750", "JP"),
        ],
        "29670",
        more={"invoice_no": "NS-26-1407", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
    file_asks=["table-repeats-another"],
)
