"""Words between the goods: numbers and origins of a section, of the line above, dittos, order numbers."""

from tests.invoices_written.model import Invoice, Line, asks, saved, written

written(
    "sections by order number and origin",
    saved(
        [
            ["Invoice No.", "NS-26-1041", None, "Date", "2026-11-05"],
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
            ["YOUR ORDER NO. 4500012345 DATED SEP. 12, 2026"],
            ["MADE IN JAPAN"],
            [1, "SV-750", "AC servo motor 750W", "8501524000", 6, "SET", 398, 2388],
            [2, "BH-50", "Bearing housing", "8483308020", 1200, "PCS", 38, 45600],
            [3, "RM-33", "Rear-view mirror", "7009100000", 1, "PCS", 61.4, 61.4],
            [4, "CR-304", "Stainless cold rolled coil 1.5", "7219330025", 1250.5, "KG", 4.18, 5227.09],
            ["YOUR ORDER NO. 4500012399"],
            ["MADE IN CHINA"],
            [5, "GT-1", "Green tea leaves 100g", "0902101015", 4380, "KG", 34, 148920],
            [6, "RC-3", "Rectifier unit", "8504409510", 3, "SET", 245, 735],
            [7, "6204ZZ", "Ball bearing 6204ZZ", "8482105004", 5, "PCS", 3.25, 16.25],
            [8, "BV-15", "Ball valve 15A", "8481803010", 40, "PCS", 9.85, 394],
            ["TOTAL", None, None, None, None, None, None, 203341.74],
        ]
    ),
    Invoice(
        [
            Line(
                7,
                "AC servo motor 750W",
                "8501524000",
                "6",
                "2388",
                "JP",
                {"item": "SV-750", "unit": "SET", "unit_price": "398"},
            ),
            Line(8, "Bearing housing", "8483308020", "1200", "45600", "JP"),
            Line(9, "Rear-view mirror", "7009100000", "1", "61.4", "JP"),
            Line(10, "Stainless cold rolled coil 1.5", "7219330025", "1250.5", "5227.09", "JP"),
            Line(13, "Green tea leaves 100g", "0902101015", "4380", "148920", "CN"),
            Line(14, "Rectifier unit", "8504409510", "3", "735", "CN"),
            Line(15, "Ball bearing 6204ZZ", "8482105004", "5", "16.25", "CN"),
            Line(16, "Ball valve 15A", "8481803010", "40", "394", "CN"),
        ],
        "203341.74",
        more={"invoice_no": "NS-26-1041", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "a tariff number that heads its section",
    saved(
        [
            ["Invoice No.", "NS-26-1350", None, "Date", "2026-11-05"],
            ["FOB Yokohama", None, None, "Currency", "USD"],
            [],
            ["Part No.", "Description", "Quantity", "Unit", "Unit Price", "Amount"],
            ["HTS 8708.30.5040 - Brake parts"],
            ["PI-7", "Pump impeller", 60, "PCS", 71.9, 4314],
            ["CR-304", "Stainless cold rolled coil 1.5", 4380, "KG", 4.18, 18308.4],
            ["SV-750", "AC servo motor 750W", 6, "SET", 398, 2388],
            ["HTS 7318.15.2010 - Bolts"],
            ["GK-11", "Rubber gasket", 250, "PCS", 0.32, 80],
            ["BH-50", "Bearing housing", 240, "PCS", 38, 9120],
            ["PL-8", "Plastic clip", 12000, "PCS", 0.045, 540],
            ["TOTAL", None, None, None, None, 34750.4],
        ]
    ),
    Invoice(
        [
            Line(
                6,
                "Pump impeller",
                "8708305040",
                "60",
                "4314",
                None,
                {"item": "PI-7", "unit": "PCS", "unit_price": "71.9"},
            ),
            Line(7, "Stainless cold rolled coil 1.5", "8708305040", "4380", "18308.4", None),
            Line(8, "AC servo motor 750W", "8708305040", "6", "2388", None),
            Line(10, "Rubber gasket", "7318152010", "250", "80", None),
            Line(11, "Bearing housing", "7318152010", "240", "9120", None),
            Line(12, "Plastic clip", "7318152010", "12000", "540", None),
        ],
        "34750.4",
        asks=asks("filled-from-above"),
        more={"invoice_no": "NS-26-1350", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "tariff number and origin in one row above their section",
    saved(
        [
            ["Invoice No.", "NS-26-1405", None, "Date", "2026-11-05"],
            ["FOB Yokohama", None, None, "Currency", "USD"],
            [],
            ["Part No.", "Description", "Quantity", "Unit", "Unit Price", "Amount"],
            ["HS CODE 8708.30.5040  MADE IN JAPAN"],
            ["71101-K60", "Bumper assy, front", 1200, "PCS", 112, 134400],
            ["CR-304", "Stainless cold rolled coil 1.5", 1250.5, "KG", 4.18, 5227.09],
            ["GB-5", "Transmission gearbox", 6, "DAI", 1240, 7440],
            ["HS CODE 7318.15.2010  MADE IN CHINA"],
            ["AL-12", "Aluminum sheet A5052 1.2", 1200, "MAI", 52.1, 62520],
            ["SN-M8", "Hex nut M8", 2000, "PCS", 0.06, 120],
            ["MG-1", "Digital gauge", 2, "SET", 512.5, 1025],
            ["TOTAL", None, None, None, None, 210732.09],
        ]
    ),
    Invoice(
        [
            Line(
                6,
                "Bumper assy, front",
                "8708305040",
                "1200",
                "134400",
                "JP",
                {"item": "71101-K60", "unit": "PCS", "unit_price": "112"},
            ),
            Line(7, "Stainless cold rolled coil 1.5", "8708305040", "1250.5", "5227.09", "JP"),
            Line(8, "Transmission gearbox", "8708305040", "6", "7440", "JP"),
            Line(10, "Aluminum sheet A5052 1.2", "7318152010", "1200", "62520", "CN"),
            Line(11, "Hex nut M8", "7318152010", "2000", "120", "CN"),
            Line(12, "Digital gauge", "7318152010", "2", "1025", "CN"),
        ],
        "210732.09",
        asks=asks("filled-from-above"),
        more={"invoice_no": "NS-26-1405", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "tariff number and origin in a row beneath each line",
    saved(
        [
            ["Invoice No.", "NS-26-1404", None, "Date", "2026-11-05"],
            ["FOB Yokohama", None, None, "Currency", "USD"],
            [],
            ["No.", "Part No.", "Description", "Quantity", "Unit", "Unit Price", "Amount"],
            [1, "SB-M8-25", "Hex bolt M8x25", 100, "PCS", 0.18, 18],
            [None, None, "HTS: 7318.15.2010  Origin: Japan"],
            [2, "SV-750", "AC servo motor 750W", 2, "SET", 398, 796],
            [None, None, "HTS: 8501.52.4000  Origin: China"],
            [3, "45022-K41", "Brake pad set, front", 150, "SET", 14.8, 2220],
            [None, None, "HTS: 8708.30.5040  Origin: Thailand"],
            [4, "PN-4", "Punch die", 1, "SET", 860, 860],
            [None, None, "HTS: 8207.30.6032  Origin: Japan"],
            [5, "GT-1", "Green tea leaves 100g", 3260, "KG", 34, 110840],
            [None, None, "HTS: 0902.10.1015  Origin: China"],
            [6, "MG-1", "Digital gauge", 1, "SET", 512.5, 512.5],
            [None, None, "HTS: 9031.80.8085  Origin: Thailand"],
            ["TOTAL", None, None, None, None, None, 115246.5],
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
            Line(7, "AC servo motor 750W", "8501524000", "2", "796", "CN"),
            Line(9, "Brake pad set, front", "8708305040", "150", "2220", "TH"),
            Line(11, "Punch die", "8207306032", "1", "860", "JP"),
            Line(13, "Green tea leaves 100g", "0902101015", "3260", "110840", "CN"),
            Line(15, "Digital gauge", "9031808085", "1", "512.5", "TH"),
        ],
        "115246.5",
        more={"invoice_no": "NS-26-1404", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "the tariff number inside the description",
    saved(
        [
            ["Invoice No.", "NS-26-1152", None, "Date", "2026-11-05"],
            ["FOB Yokohama", None, None, "Currency", "USD"],
            [],
            ["No.", "Description", "Quantity", "Unit", "Unit Price", "Amount"],
            [1, "Tea cup, porcelain (HTS 6911.10.3710)", 2, "PCS", 6.2, 12.4],
            [2, "AC servo motor 750W (HTS 8501.52.4000)", 1, "SET", 398, 398],
            [3, "Plastic clip (HTS 3926.90.9925)", 100, "PCS", 0.045, 4.5],
            [4, "Hot rolled steel plate 6.0x1524 (HTS 7208.52.0000)", 1250.5, "KG", 1.52, 1900.76],
            [5, "Green tea leaves 100g (HTS 0902.10.1015)", 820.25, "KG", 34, 27888.5],
            [6, "Radial tires 205/55R16 (HTS 4011.10.1010)", 240, "PCS", 46.8, 11232],
            ["TOTAL", None, None, None, None, 41436.16],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "Tea cup, porcelain (HTS 6911.10.3710)",
                "6911103710",
                "2",
                "12.4",
                None,
                {"unit": "PCS", "unit_price": "6.2"},
            ),
            Line(6, "AC servo motor 750W (HTS 8501.52.4000)", "8501524000", "1", "398", None),
            Line(7, "Plastic clip (HTS 3926.90.9925)", "3926909925", "100", "4.5", None),
            Line(
                8,
                "Hot rolled steel plate 6.0x1524 (HTS 7208.52.0000)",
                "7208520000",
                "1250.5",
                "1900.76",
                None,
            ),
            Line(9, "Green tea leaves 100g (HTS 0902.10.1015)", "0902101015", "820.25", "27888.5", None),
            Line(10, "Radial tires 205/55R16 (HTS 4011.10.1010)", "4011101010", "240", "11232", None),
        ],
        "41436.16",
        more={"invoice_no": "NS-26-1152", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)
