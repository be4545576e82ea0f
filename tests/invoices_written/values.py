"""Values in every dress: text for numbers, decimal commas, lost zeros, units beside figures, currencies."""

from openpyxl.worksheet.worksheet import Worksheet

from tests.invoices_written.model import Invoice, Line, asks, saved, written

HEADINGS = ["Part No.", "Description", "HTS No.", "Qty", "Unit Price", "Amount"]

written(
    "numbers as text with currency and units",
    saved(
        [
            HEADINGS,
            ["A", "Air filter", "8421.39.0115", "10 PCS", "US$12.50", "US$125.00"],
            ["B", "Fuel pump", "8413.30.9030", "1,200 PCS", "$1,234.50", "$1,481,400.00"],
            ["C", "Gasket", "8484.10.0000", "2 DZ", "$3", "$6.00"],
            [None, "Special discount", None, None, None, "($31.00)"],
            [None, "TOTAL", None, None, None, "US$1,481,500.00"],
        ]
    ),
    Invoice(
        [
            Line(2, "Air filter", "8421390115", "10", "125", None, {"unit": "PCS", "unit_price": "12.5"}),
            Line(3, "Fuel pump", "8413309030", "1200", "1481400", None),
            Line(4, "Gasket", "8484100000", "2", "6", None, {"unit": "DZ"}),
        ],
        "1481500",
        [("discount", "-31", 5)],
    ),
)

written(
    "decimal commas",
    saved(
        [
            ["Description", "HTS", "Qty", "Unit price EUR", "Amount EUR"],
            ["Turbocharger", "8414.80.0500", "1.250", "12,40", "15.500,00"],
            ["Valve", "8409.91.9990", "40", "3,25", "130,00"],
            ["Total", None, None, None, "15.630,00"],
        ]
    ),
    Invoice(
        [
            Line(2, "Turbocharger", "8414800500", "1250", "15500", None, {"unit_price": "12.4"}),
            Line(3, "Valve", "8409919990", "40", "130", None),
        ],
        "15630",
        currency="EUR",
    ),
)

written(
    "tariff numbers as numbers, a lost zero and .0",
    saved(
        [
            ["Description", "HTS", "Origin", "Qty", "Price USD", "Amount USD"],
            ["Passenger car", 8703230190.0, "JP", 1, 20000, 20000],
            ["Green tea", 902101050, "JP", 10, 30, 300],
            ["Bolts", "7318152065.0", "JP", 100, 0.5, 50],
            ["Pump parts", 8413.91, "JP", 2, 40, 80],
            ["Total", None, None, None, None, 20430],
        ]
    ),
    Invoice(
        [
            Line(2, "Passenger car", "8703230190", "1", "20000"),
            Line(3, "Green tea", "0902101050", "10", "300"),
            Line(4, "Bolts", "7318152065", "100", "50"),
            Line(5, "Pump parts", "841391", "2", "80"),
        ],
        "20430",
        asks=asks("hts-zero-restored"),
    ),
)


def _zeros(sheet: Worksheet) -> None:
    for row in range(2, 5):
        sheet.cell(row, 2).number_format = "0000000000"


written(
    "zeros kept by the number format",
    saved(
        [
            ["Description", "HTS", "Origin", "Qty", "Price USD", "Amount USD"],
            ["Roasted coffee", 901210020, "JP", 10, 30, 300],
            ["Green tea", 902101050, "JP", 10, 30, 300],
            ["Chopsticks", 4419120000, "JP", 10, 30, 300],
            ["Total", None, None, None, None, 900],
        ],
        _zeros,
    ),
    Invoice(
        [
            Line(2, "Roasted coffee", "0901210020", "10", "300"),
            Line(3, "Green tea", "0902101050", "10", "300"),
            Line(4, "Chopsticks", "4419120000", "10", "300"),
        ],
        "900",
    ),
)

written(
    "tariff numbers of 6, 8 and 10 digits, with spaces, and one that is none",
    saved(
        [
            ["Description", "HS CODE", "Qty", "Price USD", "Amount USD"],
            ["Ball bearing", "848210", 10, 3, 30],
            ["Gear box", "8483.40.50", 1, 300, 300],
            ["Shaft", "8483 10 5000", 2, 50, 100],
            ["Key", "see list", 5, 2, 10],
            ["Cover", "7326.90.86.88", 5, 2, 10],
            ["Plate", "12345678901234", 5, 2, 10],
            ["Total", None, None, None, 460],
        ]
    ),
    Invoice(
        [
            Line(2, "Ball bearing", "848210", "10", "30", None),
            Line(3, "Gear box", "84834050", "1", "300", None),
            Line(4, "Shaft", "8483105000", "2", "100", None),
            Line(5, "Key", None, "5", "10", None),
            Line(6, "Cover", "7326908688", "5", "10", None),
            Line(7, "Plate", None, "5", "10", None),
        ],
        "460",
        asks=asks("hts-not-a-number", "hts-too-many-digits"),
    ),
)

written(
    "tariff numbers under an unknown heading",
    saved(
        [
            ["Description", "Class X", "Qty", "Price USD", "Amount USD"],
            ["Ball bearing", "8482.10.5032", 10, 3, 30],
            ["Gear box", "8483.40.5010", 1, 300, 300],
            ["Total", None, None, None, 330],
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
    "Schedule B beside the US number",
    saved(
        [
            ["Description", "Schedule B No.", "US HTS No.", "Qty", "Price USD", "Amount USD"],
            ["Ball bearing", "8482.10.0000", "8482.10.5032", 10, 3, 30],
            ["Total", None, None, None, None, 30],
        ]
    ),
    Invoice([Line(2, "Ball bearing", "8482105032", "10", "30", None)], "30"),
)

written(
    "countries in many spellings",
    saved(
        [
            ["Description", "HTS", "C/O", "Qty", "Price USD", "Amount USD"],
            ["A1 bolt", "7318152065", "Made in Japan", 1, 10, 10],
            ["A2 bolt", "7318152065", "JPN", 1, 10, 10],
            ["A3 bolt", "7318152065", "Japan / 日本", 1, 10, 10],
            ["A4 bolt", "7318152065", "中国", 1, 10, 10],
            ["A5 bolt", "7318152065", "U.S.A.", 1, 10, 10],
            ["A6 bolt", "7318152065", "タイ製", 1, 10, 10],
            ["A7 bolt", "7318152065", "Atlantis", 1, 10, 10],
            ["A8 bolt", "7318152065", "JP (Japan)", 1, 10, 10],
            ["Total", None, None, None, None, 80],
        ]
    ),
    Invoice(
        [
            Line(row, f"A{row - 1} bolt", "7318152065", "1", "10", origin)
            for row, origin in enumerate(["JP", "JP", "JP", "CN", "US", "TH", None, "JP"], start=2)
        ],
        "80",
        asks=asks("origin-unknown"),
    ),
)


def _yen_format(sheet: Worksheet) -> None:
    for row in range(2, 4):
        sheet.cell(row, 4).number_format = "[$¥-411]#,##0"


written(
    "the currency only in the number format",
    saved(
        [
            ["Description", "HTS", "Qty", "Amount"],
            ["Ball bearing", "8482.10.5032", 10, 30000],
            ["Total", None, None, 30000],
        ],
        _yen_format,
    ),
    Invoice([Line(2, "Ball bearing", "8482105032", "10", "30000", None)], "30000", currency="JPY"),
)

written(
    "no currency anywhere",
    saved(
        [
            ["Description", "HTS", "Qty", "Amount"],
            ["Ball bearing", "8482.10.5032", 10, 30000],
            ["Total", None, None, 30000],
        ]
    ),
    Invoice(
        [Line(2, "Ball bearing", "8482105032", "10", "30000", None)],
        "30000",
        currency=None,
        asks=asks("currency-unknown"),
    ),
)

written(
    "amounts in dollars and in yen side by side",
    saved(
        [
            ["Description", "HTS", "Qty", "Unit Price (USD)", "Amount (USD)", "Amount (JPY)"],
            ["Ball bearing", "8482.10.5032", 10, 3, 30, 4650],
            ["Gear box", "8483.40.5010", 1, 300, 300, 46500],
            ["Total", None, None, None, 330, 51150],
        ]
    ),
    Invoice(
        [
            Line(2, "Ball bearing", "8482105032", "10", "30", None),
            Line(3, "Gear box", "8483405010", "1", "300", None),
        ],
        "330",
        asks=asks("column-rivals"),
    ),
)

written(
    "prices per hundred pieces",
    saved(
        [
            ["Description", "HTS", "Qty", "Price per 100 pcs USD", "Amount USD"],
            ["Screw M4", "7318.15.4000", 5000, 2.5, 125],
            ["Screw M5", "7318.15.4000", 8000, 3, 240],
            ["Screw M6", "7318.15.5030", 100, 7, 7],
            ["Total", None, None, None, 372],
        ]
    ),
    Invoice(
        [
            Line(2, "Screw M4", "7318154000", "5000", "125", None),
            Line(3, "Screw M5", "7318154000", "8000", "240", None),
            Line(4, "Screw M6", "7318155030", "100", "7", None),
        ],
        "372",
    ),
)

written(
    "no column of amounts",
    saved(
        [
            ["Description", "HTS", "Qty", "Unit Price (USD)"],
            ["Ball bearing", "8482.10.5032", 10, 3],
            ["Gear box", "8483.40.5010", 2, 299.99],
        ]
    ),
    Invoice(
        [
            Line(2, "Ball bearing", "8482105032", "10", "30", None),
            Line(3, "Gear box", "8483405010", "2", "599.98", None),
        ]
    ),
)

written(
    "words where numbers belong",
    saved(
        [
            ["Description", "HTS", "Qty", "Price USD", "Amount USD"],
            ["Ball bearing", "8482.10.5032", 10, 3, 30],
            ["Gear box", "8483.40.5010", "two", "ask", "later"],
            ["Shaft", "8483.10.5000", 4, 5, None],
            ["Total", None, None, None, 30],
        ]
    ),
    Invoice(
        [
            Line(2, "Ball bearing", "8482105032", "10", "30", None),
            Line(3, "Gear box", "8483405010", None, None, None),
            Line(4, "Shaft", "8483105000", "4", None, None),
        ],
        "30",
        asks=asks("text-for-number", "amount-missing"),
    ),
)

written(
    "formulas saved without their values",
    saved(
        [
            ["Description", "HTS", "Qty", "Price USD", "Amount USD"],
            ["Ball bearing", "8482.10.5032", 10, 3, "=C2*D2"],
            ["Gear box", "8483.40.5010", 1, 300, "=C3*D3"],
        ]
    ),
    Invoice(
        [
            Line(2, "Ball bearing", "8482105032", "10", None, None),
            Line(3, "Gear box", "8483405010", "1", None, None),
        ],
        asks=asks("formula-without-value"),
    ),
)

written(
    "a date that reads in two ways",
    saved(
        [
            ["Invoice No.", "Q-1", None, "Date:", "11/12/26"],
            [],
            ["Description", "HTS", "Qty", "Price USD", "Amount USD"],
            ["Ball bearing", "8482.10.5032", 10, 3, 30],
            ["Total", None, None, None, 30],
        ]
    ),
    Invoice(
        [Line(4, "Ball bearing", "8482105032", "10", "30", None)],
        "30",
        asks=asks("date-doubtful"),
        more={"invoice_no": "Q-1", "invoice_date": None},
    ),
)
