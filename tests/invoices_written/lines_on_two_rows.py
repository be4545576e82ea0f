"""Lines whose words stand on two rows: a name above its number, or the fields of a second heading row."""

from collections.abc import Sequence

from tests.invoices_written.model import Invoice, Line, Value, asks, saved, written

HEAD: Sequence[Sequence[Value]] = (
    ["Invoice No.", "TN-26-01", None, "Currency", "USD"],
    ["FOB Nagoya", None, None, "Origin", "JP"],
    [],
)

written(
    "a name above its number",
    saved(
        [
            *HEAD,
            ["Description", "Q'ty", "U/Price", "Amount"],
            ["FRONT BRAKE PAD SET"],
            ["45022-SNA-A00", 20, 14.5, 290],
            ["OIL FILTER ELEMENT"],
            ["(SPIN-ON TYPE)"],
            ["15400-PLM-A01", 100, 2.1, 210],
            ["TIMING CHAIN KIT"],
            ["14401-RNA-A01", 5, 61, 305],
            ["TOTAL", None, None, 805],
        ]
    ),
    Invoice(
        [
            Line(6, "FRONT BRAKE PAD SET", None, "20", "290", more={"item": "45022-SNA-A00"}),
            Line(9, "OIL FILTER ELEMENT (SPIN-ON TYPE)", None, "100", "210", more={"item": "15400-PLM-A01"}),
            Line(11, "TIMING CHAIN KIT", None, "5", "305", more={"item": "14401-RNA-A01"}),
        ],
        "805",
    ),
)

written(
    "a name beneath its number, under words that head a section",
    saved(
        [
            *HEAD,
            ["Description", "Q'ty", "U/Price", "Amount"],
            ["BRAKE PARTS"],
            ["45022-SNA-A00", 20, 14.5, 290],
            ["FRONT BRAKE PAD SET"],
            ["45251-SNA-A10", 10, 21, 210],
            ["FRONT BRAKE DISC"],
            ["TOTAL", None, None, 500],
        ]
    ),
    Invoice(
        [
            Line(6, "45022-SNA-A00 FRONT BRAKE PAD SET", None, "20", "290"),
            Line(8, "45251-SNA-A10 FRONT BRAKE DISC", None, "10", "210"),
        ],
        "500",
        asks=asks("names-unclear"),
    ),
)

written(
    "a heading of two rows over lines of two rows",
    saved(
        [
            *HEAD,
            ["No.", "Part No.", "HTS No.", "Q'ty", "Unit Price", "Amount"],
            [None, "Description", None, "N.W.(kg)", "Origin"],
            [1, "45022-SNA", "8708.30.5090", 20, 14.5, 290],
            [None, "BRAKE PAD", None, 18.5, "Japan"],
            [2, "15400-PLM", "8421.23.0000", 100, 2.1, 210],
            [None, "OIL FILTER", None, 22, "Thailand"],
            [None, "TOTAL", None, None, None, 500],
        ]
    ),
    Invoice(
        [
            Line(6, "BRAKE PAD", "8708305090", "20", "290", "JP", {"item": "45022-SNA"}),
            Line(8, "OIL FILTER", "8421230000", "100", "210", "TH", {"item": "15400-PLM"}),
        ],
        "500",
    ),
)

written(
    "a heading of two rows, and one line without its second row",
    saved(
        [
            *HEAD,
            ["No.", "Part No.", "HTS No.", "Q'ty", "Unit Price", "Amount"],
            [None, "Description", None, "N.W.(kg)", "Origin"],
            [1, "45022-SNA", "8708.30.5090", 20, 14.5, 290],
            [None, "BRAKE PAD", None, 18.5, "Japan"],
            [2, "15400-PLM", "8421.23.0000", 100, 2.1, 210],
            [None, "TOTAL", None, None, None, 500],
        ]
    ),
    Invoice(
        [
            Line(6, "", "8708305090", "20", "290", "JP", {"item": "45022-SNA"}),
            Line(8, "", "8421230000", "100", "210", "JP", {"item": "15400-PLM"}),
        ],
        "500",
        asks=asks("row-left-out-half-filled"),
    ),
)

written(
    "a group's name above sizes, not more of the line before",
    saved(
        [
            *HEAD,
            ["Description", "Size", "Qty", "Unit Price", "Amount"],
            ["Hex bolt SUS304"],
            [None, "M6x20", 1000, 0.05, 50],
            [None, "M8x25", 1000, 0.09, 90],
            ["Hex nut SUS304"],
            [None, "M6", 2000, 0.02, 40],
            ["TOTAL", None, None, None, 180],
        ]
    ),
    Invoice(
        [
            Line(6, "Hex bolt SUS304", None, "1000", "50"),
            Line(7, "", None, "1000", "90"),
            Line(9, "Hex nut SUS304", None, "2000", "40"),
        ],
        "180",
        asks=asks("line-undescribed"),
    ),
)

written(
    "words above sums without a word",
    saved(
        [
            *HEAD,
            ["Description", "Qty", "Unit", "Unit Price", "Amount"],
            ["Screwdriver", 100, "PCS", 2, 200],
            ["Pliers", 20, "PCS", 4, 80],
            ["Thank you for your order"],
            [None, 120, "PCS", None, 280],
        ]
    ),
    Invoice(
        [
            Line(5, "Screwdriver", None, "100", "200"),
            Line(6, "Pliers", None, "20", "80"),
        ],
        "280",
    ),
)

written(
    "names above, with a note, a subtotal and the word of a total",
    saved(
        [
            *HEAD,
            ["Description", "Q'ty", "U/Price", "Amount"],
            ["TOTAL STATION"],
            ["TS-5500", 20, 14.5, 290],
            ["OIL FILTER ELEMENT"],
            ["15400-PLM-A01", 100, 2.1, 210],
            ["Sub total", None, None, 500],
            ["INSURANCE BOX TOOL"],
            ["14401-RNA-A01", 5, 61, 305],
            ["TOTAL", None, None, 805],
        ]
    ),
    Invoice(
        [
            Line(6, "TOTAL STATION", None, "20", "290", more={"item": "TS-5500"}),
            Line(8, "OIL FILTER ELEMENT", None, "100", "210", more={"item": "15400-PLM-A01"}),
            Line(11, "INSURANCE BOX TOOL", None, "5", "305", more={"item": "14401-RNA-A01"}),
        ],
        "805",
    ),
)

written(
    "a second heading row of words alone",
    saved(
        [
            *HEAD,
            ["No.", "Part No.", "HTS No.", "Q'ty", "Unit Price", "Amount"],
            [None, "Description of Goods", None, "Origin"],
            [1, "45022-SNA", "8708.30.5090", 20, 14.5, 290],
            [None, "BRAKE PAD", None, "China"],
            [2, "15400-PLM", "8421.23.0000", 100, 2.1, 210],
            [None, "OIL FILTER", None, "Japan"],
            [None, "TOTAL", None, None, None, 500],
        ]
    ),
    Invoice(
        [
            Line(6, "BRAKE PAD", "8708305090", "20", "290", "CN", {"item": "45022-SNA"}),
            Line(8, "OIL FILTER", "8421230000", "100", "210", "JP", {"item": "15400-PLM"}),
        ],
        "500",
    ),
)

written(
    "a line without its second row before a line without an amount",
    saved(
        [
            *HEAD,
            ["No.", "Part No.", "HTS No.", "Q'ty", "Unit Price", "Amount"],
            [None, "Description", None, "N.W.(kg)"],
            [1, "45022-SNA", "8708.30.5090", 20, 14.5, 290],
            [None, "BRAKE PAD", None, 18.5],
            [2, "15400-PLM", "8421.23.0000", 100, 2.1, 210],
            [3, "94001-080", "7318.16.0060", 50, 1],
            [None, "TOTAL", None, None, None, 500],
        ]
    ),
    Invoice(
        [
            Line(6, "BRAKE PAD", "8708305090", "20", "290", more={"item": "45022-SNA"}),
            Line(8, "", "8421230000", "100", "210", more={"item": "15400-PLM"}),
            Line(9, "", "7318160060", "50", None, more={"item": "94001-080"}),
        ],
        "500",
        asks=asks("amount-missing"),
    ),
)
