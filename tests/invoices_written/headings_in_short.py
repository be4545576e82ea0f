"""Headings in short forms, of accounting programs, of used vehicles, in two languages."""

from tests.invoices_written.model import Invoice, Line, saved, written

written(
    "headings in short forms",
    saved(
        [
            ["Invoice No.", "NS-26-1170", None, "Date", "2026-11-05"],
            ["FOB Yokohama", None, None, "Currency", "USD"],
            [],
            ["#", "P/N", "Desc.", "HTSUS", "QTY.", "UoM", "U/Price", "Ext. Price", "C/O"],
            [1, "GT-1", "Green tea leaves 100g", "0902101015", 820.25, "KG", 34, 27888.5, "Japan"],
            [2, "PI-7", "Pump impeller", "8413919060", 40, "PCS", 71.9, 2876, "Japan"],
            [3, "RC-3", "Rectifier unit", "8504409510", 1, "SET", 245, 245, "Japan"],
            ["TOTAL", None, None, None, None, None, None, 31009.5],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "Green tea leaves 100g",
                "0902101015",
                "820.25",
                "27888.5",
                "JP",
                {"item": "GT-1", "unit": "KG", "unit_price": "34"},
            ),
            Line(6, "Pump impeller", "8413919060", "40", "2876", "JP"),
            Line(7, "Rectifier unit", "8504409510", "1", "245", "JP"),
        ],
        "31009.5",
        more={"invoice_no": "NS-26-1170", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "vehicles by make, model and VIN",
    saved(
        [
            ["Invoice No.", "NS-26-1335", None, "Date", "2026-11-05"],
            ["FOB Yokohama", None, None, "Currency", "USD"],
            [],
            ["Make", "Model", "Year", "VIN", "Mileage (km)", "FOB Price (USD)"],
            ["Toyota", "Corolla", 2015, "NZE161-300110", 45000, 9000],
            ["Toyota", "Corolla", 2016, "NZE161-300111", 46000, 9500],
            ["Toyota", "Corolla", 2017, "NZE161-300112", 47000, 10000],
            ["TOTAL", None, None, None, None, 28500],
        ]
    ),
    Invoice(
        [
            Line(5, "Corolla", None, None, "9000", None, {"item": "NZE161-300110"}),
            Line(6, "Corolla", None, None, "9500", None),
            Line(7, "Corolla", None, None, "10000", None),
        ],
        "28500",
        more={"invoice_no": "NS-26-1335", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "vehicles with a unit price only",
    saved(
        [
            ["Invoice No.", "NS-26-1427", None, "Date", "2026-11-05"],
            ["FOB Yokohama", None, None, "Currency", "USD"],
            [],
            ["No.", "Model", "VIN No.", "HS", "Unit Price (USD)"],
            [1, "Corolla Fielder", "NZE161-300110", "8703230190", 9000],
            [2, "Corolla Fielder", "NZE161-300111", "8703230190", 9500],
            [3, "Corolla Fielder", "NZE161-300112", "8703230190", 10000],
            ["TOTAL", None, None, None, 28500],
        ]
    ),
    Invoice(
        [
            Line(5, "Corolla Fielder", "8703230190", None, "9000", None, {"item": "NZE161-300110"}),
            Line(6, "Corolla Fielder", "8703230190", None, "9500", None),
            Line(7, "Corolla Fielder", "8703230190", None, "10000", None),
        ],
        "28500",
        more={"invoice_no": "NS-26-1427", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "the country of export beside the country of manufacture",
    saved(
        [
            ["Invoice No.", "NS-26-1373", None, "Date", "2026-11-05"],
            ["FOB Yokohama", None, None, "Currency", "USD"],
            [],
            [
                "Part No.",
                "Description",
                "Quantity",
                "Unit",
                "Unit Price",
                "Amount",
                "Country of Export",
                "Country of Manufacture",
            ],
            ["71101-K60", "Bumper assy, front", 2, "PCS", 112, 224, "Japan", "Thailand"],
            ["SN-M8", "Hex nut M8", 600, "PCS", 0.06, 36, "Japan", "Thailand"],
            ["GK-11", "Rubber gasket", 600, "PCS", 0.32, 192, "Japan", "Thailand"],
            ["TOTAL", None, None, None, None, 452],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "Bumper assy, front",
                None,
                "2",
                "224",
                "TH",
                {"item": "71101-K60", "unit": "PCS", "unit_price": "112"},
            ),
            Line(6, "Hex nut M8", None, "600", "36", "TH"),
            Line(7, "Rubber gasket", None, "600", "192", "TH"),
        ],
        "452",
        more={"invoice_no": "NS-26-1373", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "headings in two languages, one below the other",
    saved(
        [
            ["インボイス番号", "NS-26-1439", None, "発行日", "2026-11-05"],
            ["FOB Yokohama", None, None, "通貨", "JPY"],
            [],
            ["No.", "Part No.", "Description", "Quantity", "Unit", "Unit Price", "Amount", "Origin"],
            ["項番", "品番", "品名", "数量", "単位", "単価", "金額", "原産国"],
            [1, "SV-750", "ACサーボモータ 750W", 3, "セット", 59700, 179100, "日本"],
            [2, "BH-50", "軸受箱", 1200, "個", 5700, 6840000, "日本"],
            [3, "6204ZZ", "玉軸受 6204ZZ", 150, "個", 488, 73200, "日本"],
            ["合計 TOTAL", None, None, None, None, None, 7092300],
        ]
    ),
    Invoice(
        [
            Line(
                6,
                "ACサーボモータ 750W",
                None,
                "3",
                "179100",
                "JP",
                {"item": "SV-750", "unit": "セット", "unit_price": "59700"},
            ),
            Line(7, "軸受箱", None, "1200", "6840000", "JP"),
            Line(8, "玉軸受 6204ZZ", None, "150", "73200", "JP"),
        ],
        "7092300",
        currency="JPY",
        more={"invoice_no": "NS-26-1439", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)
