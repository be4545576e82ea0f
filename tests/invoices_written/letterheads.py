"""Numbers, dates and terms as letterheads write them, and the classic form of a trading house."""

from tests.invoices_written.model import Invoice, Line, saved, written

written(
    "marks, goods and at-prices of a trading house",
    saved(
        [
            ["ITO TRADING CO., LTD."],
            ["INVOICE"],
            ["No. & Date of Invoice", None, None, "ITC-881  Nov. 5, 2026"],
            ["For account and risk of Messrs.", None, None, "Great Lakes Parts Inc."],
            ["Shipped per", "NYK ORION V.088E", None, "From Kobe to Los Angeles"],
            [],
            ["Marks & Nos.", "Description of Goods", "Quantity", "Unit Price", "Amount"],
            [None, None, None, "CIF Los Angeles"],
            ["GLP", "STEEL FASTENERS", None, "per pc", "US$"],
            ["LOS ANGELES", "AS PER ORDER NO. 7781"],
            ["C/NO.1-40", "MADE IN JAPAN"],
            ["MADE IN JAPAN", "Bearing housing", "40 PCS", "@US$38.00", "US$1,520.00"],
            [None, "AC servo motor 750W", "2 SET", "@US$398.00", "US$796.00"],
            [None, "Radial tires 205/55R16", "5 PCS", "@US$46.80", "US$234.00"],
            [None, "Rear-view mirror", "150 PCS", "@US$61.40", "US$9,210.00"],
            [None, "TOTAL:", None, None, "US$11,760.00"],
        ]
    ),
    Invoice(
        [
            Line(12, "Bearing housing", None, "40", "1520", "JP", {"unit": "PCS", "unit_price": "38"}),
            Line(13, "AC servo motor 750W", None, "2", "796", "JP"),
            Line(14, "Radial tires 205/55R16", None, "5", "234", "JP"),
            Line(15, "Rear-view mirror", None, "150", "9210", "JP"),
        ],
        "11760",
        more={"invoice_no": "ITC-881", "invoice_date": "2026-11-05", "terms": "CIF"},
    ),
)

written(
    "number and date in one cell",
    saved(
        [
            ["KYOTO CERAMIC CO."],
            ["COMMERCIAL INVOICE"],
            ["Invoice No.: KC-2026-77 / Date: 2026-11-05"],
            ["Incoterms 2020: DAP Chicago, USA"],
            ["Currency: USD"],
            [],
            ["Part No.", "Description", "Quantity", "Unit", "Unit Price", "Amount"],
            ["MG-1", "Digital gauge", 6, "SET", 512.5, 3075],
            ["RC-3", "Rectifier unit", 2, "SET", 245, 490],
            ["PI-7", "Pump impeller", 150, "PCS", 71.9, 10785],
            ["TOTAL", None, None, None, None, 14350],
        ]
    ),
    Invoice(
        [
            Line(
                8,
                "Digital gauge",
                None,
                "6",
                "3075",
                None,
                {"item": "MG-1", "unit": "SET", "unit_price": "512.5"},
            ),
            Line(9, "Rectifier unit", None, "2", "490", None),
            Line(10, "Pump impeller", None, "150", "10785", None),
        ],
        "14350",
        more={"invoice_no": "KC-2026-77", "invoice_date": "2026-11-05", "terms": "DAP"},
    ),
)

written(
    "facts below their labels",
    saved(
        [
            ["KYOTO CERAMIC CO."],
            ["COMMERCIAL INVOICE"],
            ["Invoice No.", "Invoice Date", "Terms", "Currency"],
            ["KC-81", "2026-11-05", "FOB Kobe", "USD"],
            [],
            ["Part No.", "Description", "Quantity", "Unit", "Unit Price", "Amount"],
            ["CR-304", "Stainless cold rolled coil 1.5", 1250.5, "KG", 4.18, 5227.09],
            ["SN-M8", "Hex nut M8", 250, "PCS", 0.06, 15],
            ["MG-1", "Digital gauge", 6, "SET", 512.5, 3075],
            ["TOTAL", None, None, None, None, 8317.09],
        ]
    ),
    Invoice(
        [
            Line(
                7,
                "Stainless cold rolled coil 1.5",
                None,
                "1250.5",
                "5227.09",
                None,
                {"item": "CR-304", "unit": "KG", "unit_price": "4.18"},
            ),
            Line(8, "Hex nut M8", None, "250", "15", None),
            Line(9, "Digital gauge", None, "6", "3075", None),
        ],
        "8317.09",
        more={"invoice_no": "KC-81", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "numbers of an order and a letter of credit beside the invoice number",
    saved(
        [
            ["KYOTO CERAMIC CO."],
            ["PO No.", "4500-1", None, "Invoice #", "KC-83"],
            ["L/C No.", "LC-9"],
            ["B/L date", "2026-11-20"],
            ["Invoice date", "2026-11-05"],
            ["FOB Osaka / USD"],
            [],
            ["Part No.", "Description", "Quantity", "Unit", "Unit Price", "Amount"],
            ["TP-6", "Tea cup, porcelain", 1, "PCS", 6.2, 6.2],
            ["RM-33", "Rear-view mirror", 2, "PCS", 61.4, 122.8],
            ["RT-205", "Radial tires 205/55R16", 2, "PCS", 46.8, 93.6],
            ["TOTAL", None, None, None, None, 222.6],
        ]
    ),
    Invoice(
        [
            Line(
                9,
                "Tea cup, porcelain",
                None,
                "1",
                "6.2",
                None,
                {"item": "TP-6", "unit": "PCS", "unit_price": "6.2"},
            ),
            Line(10, "Rear-view mirror", None, "2", "122.8", None),
            Line(11, "Radial tires 205/55R16", None, "2", "93.6", None),
        ],
        "222.6",
        more={"invoice_no": "KC-83", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "payment terms beside trade terms",
    saved(
        [
            ["KYOTO CERAMIC CO."],
            ["COMMERCIAL INVOICE"],
            ["Invoice No.", "KC-82"],
            ["Date", "Nov 5, 2026"],
            ["Payment Terms", "T/T 30 days"],
            ["Trade Terms", "FCA Kansai Airport"],
            ["Currency", "US Dollars"],
            [],
            ["Part No.", "Description", "Quantity", "Unit", "Unit Price", "Amount"],
            ["CR-304", "Stainless cold rolled coil 1.5", 4380, "KG", 4.18, 18308.4],
            ["PI-7", "Pump impeller", 500, "PCS", 71.9, 35950],
            ["GB-5", "Transmission gearbox", 6, "DAI", 1240, 7440],
            ["TOTAL", None, None, None, None, 61698.4],
        ]
    ),
    Invoice(
        [
            Line(
                10,
                "Stainless cold rolled coil 1.5",
                None,
                "4380",
                "18308.4",
                None,
                {"item": "CR-304", "unit": "KG", "unit_price": "4.18"},
            ),
            Line(11, "Pump impeller", None, "500", "35950", None),
            Line(12, "Transmission gearbox", None, "6", "7440", None),
        ],
        "61698.4",
        more={"invoice_no": "KC-82", "invoice_date": "2026-11-05", "terms": "FCA"},
    ),
)

written(
    "tariff numbers with the country in brackets",
    saved(
        [
            ["Invoice No.", "NS-26-1417", None, "Date", "2026-11-05"],
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
            [1, "MG-1", "Digital gauge", "9031.80.8085 (US)", 1, "SET", 512.5, 512.5, "Japan"],
            [2, "KN-21", "Kitchen knife 210mm", "8211.91.3000 (US)", 60, "PCS", 28.6, 1716, "Japan"],
            [3, "SB-M8-25", "Hex bolt M8x25", "7318.15.2010 (US)", 50, "PCS", 0.18, 9, "Japan"],
            ["TOTAL", None, None, None, None, None, None, 2237.5],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "Digital gauge",
                "9031808085",
                "1",
                "512.5",
                "JP",
                {"item": "MG-1", "unit": "SET", "unit_price": "512.5"},
            ),
            Line(6, "Kitchen knife 210mm", "8211913000", "60", "1716", "JP"),
            Line(7, "Hex bolt M8x25", "7318152010", "50", "9", "JP"),
        ],
        "2237.5",
        more={"invoice_no": "NS-26-1417", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)

written(
    "an amount with the mark of a footnote",
    saved(
        [
            ["Invoice No.", "NS-26-1418", None, "Date", "2026-11-05"],
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
            [1, "BH-50", "Bearing housing", "8483308020", 3000, "PCS", 38, "114,000.00", "Japan"],
            [2, "PI-7", "Pump impeller", "8413919060", 500, "PCS", 71.9, "35,950.00", "Japan"],
            [3, "SN-M8", "Hex nut M8", "7318160030", 600, "PCS", 0.06, "36.00*", "Japan"],
            ["TOTAL", None, None, None, None, None, None, 149986],
        ]
    ),
    Invoice(
        [
            Line(
                5,
                "Bearing housing",
                "8483308020",
                "3000",
                "114000",
                "JP",
                {"item": "BH-50", "unit": "PCS", "unit_price": "38"},
            ),
            Line(6, "Pump impeller", "8413919060", "500", "35950", "JP"),
            Line(7, "Hex nut M8", "7318160030", "600", "36", "JP"),
        ],
        "149986",
        more={"invoice_no": "NS-26-1418", "invoice_date": "2026-11-05", "terms": "FOB"},
    ),
)
