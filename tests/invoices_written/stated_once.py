"""What is stated once for many lines: a number for all goods or a section, the price of a set, a formula."""

from collections.abc import Sequence

from tests.invoices_written.model import Invoice, Line, Value, asks, in_sheets, saved, written

HEAD: Sequence[Sequence[Value]] = (
    ["Invoice No.", "HO-26-1", None, "Currency", "USD"],
    ["FOB Kobe", None, None, "Origin", "JP"],
    [],
)
BEARINGS: Sequence[Sequence[Value]] = (
    [],
    ["Description", "Qty", "Unit Price", "Amount"],
    ["Bearing 6204", 100, 2, 200],
    ["Bearing 6205", 100, 3, 300],
    ["TOTAL", None, None, 500],
)

written(
    "a tariff number in the letterhead for all goods",
    saved([["Invoice No.", "HO-26-1", None, "Currency", "USD"], ["HS Code", 8482105044.0], *BEARINGS]),
    Invoice(
        [
            Line(5, "Bearing 6204", "8482105044", "100", "200", None),
            Line(6, "Bearing 6205", "8482105044", "100", "300", None),
        ],
        "500",
        asks=asks("number-for-all"),
    ),
)

written(
    "a tariff number below the table for all goods",
    saved([*HEAD[:2], *BEARINGS, ["税番：8482.10.5044"]]),
    Invoice(
        [
            Line(5, "Bearing 6204", "8482105044", "100", "200"),
            Line(6, "Bearing 6205", "8482105044", "100", "300"),
        ],
        "500",
        asks=asks("number-for-all"),
    ),
)

written(
    "two tariff numbers in the letterhead",
    saved(
        [
            *HEAD[:2],
            ["HS codes of the goods: HS 8482.10.5044, HS 8482.10.5048"],
            ["HTS", "8482.20.0020"],
            *BEARINGS,
        ]
    ),
    Invoice(
        [
            Line(7, "Bearing 6204", None, "100", "200"),
            Line(8, "Bearing 6205", None, "100", "300"),
        ],
        "500",
    ),
)

written(
    "a number in brackets above its section",
    saved(
        [
            *HEAD[:1],
            ["FOB Kobe"],
            ["Part No.", "Description", "Qty", "Unit Price", "Amount"],
            ["[8708.30.5090] ORIGIN: JAPAN"],
            ["E-1", "Brake caliper", 10, 12, 120],
            ["E-2", "Brake rotor", 4, 30, 120],
            ["7318.15.2095 Bolts of Taiwan"],
            ["B-1", "Wheel bolt", 200, 0.45, 90],
            ["TOTAL", None, None, None, 330],
        ]
    ),
    Invoice(
        [
            Line(5, "Brake caliper", "8708305090", "10", "120", "JP"),
            Line(6, "Brake rotor", "8708305090", "4", "120", "JP"),
            Line(8, "Wheel bolt", "7318152095", "200", "90", "JP"),
        ],
        "330",
        asks=asks("filled-from-above"),
    ),
)

written(
    "parts of a set without prices",
    saved(
        [
            *HEAD,
            ["Item No.", "Description", "Qty", "Unit Price", "Amount"],
            ["TS-5", "Tea set", 50, 24, 1200],
            [None, "- Tea pot", 50],
            [None, "- Tea cup", 250],
            ["KN-3", "Knife set", 20, 60, 1200],
            ["KN-3-1", "Santoku", 20],
            ["KN-3-2", "Petty knife", 20],
            ["WS-1", "Whetstone", 30],
            [None, "TOTAL", None, None, 2400],
        ]
    ),
    Invoice(
        [
            Line(5, "Tea set", None, "50", "1200"),
            Line(8, "Knife set", None, "20", "1200"),
            Line(11, "Whetstone", None, "30", None),
        ],
        "2400",
        asks=asks("amount-missing"),
    ),
)

written(
    "amounts that are formulas without values, beside a sheet with amounts",
    in_sheets(
        P1=[
            *HEAD,
            ["Description", "HTS", "Qty", "Unit Price", "Amount"],
            ["Brake caliper", "8708.30.5090", 10, 12, "=C5*D5"],
            ["Oil filter", "8421.23.0000", 100, 2.5, "=C6*D6"],
            ["TOTAL", None, None, None, "=SUM(E5:E6)"],
        ],
        P2=[
            ["Invoice No.", "HO-26-2", None, "Currency", "USD"],
            [None, None, None, "Origin", "JP"],
            ["Description", "HTS", "Qty", "Unit Price", "Amount"],
            ["Wheel bolt", "7318.15.2095", 200, 0.45, 90],
        ],
    ),
    Invoice(
        [
            Line(5, "Brake caliper", "8708305090", "10", None),
            Line(6, "Oil filter", "8421230000", "100", None),
        ],
        asks=asks("formula-without-value"),
    ),
    Invoice([Line(4, "Wheel bolt", "7318152095", "200", "90")], more={"invoice_no": "HO-26-2"}),
)

written(
    "a charge that is a formula without a value",
    saved(
        [
            *HEAD,
            ["Description", "HTS", "Qty", "Unit Price", "Amount"],
            ["Brake caliper", "8708.30.5090", 10, 12, 120],
            ["Oil filter", "8421.23.0000", 100, 2.5, 250],
            ["FREIGHT", None, None, None, "=0.1*SUM(E5:E6)"],
            ["TOTAL", None, None, None, "=SUM(E5:E7)"],
        ]
    ),
    Invoice(
        [
            Line(5, "Brake caliper", "8708305090", "10", "120"),
            Line(6, "Oil filter", "8421230000", "100", "250"),
        ],
        asks=asks("row-left-out-unvalued"),
    ),
)

written(
    "an option included in the price above",
    saved(
        [
            *HEAD,
            ["Item", "Description", "Qty", "Unit Price", "Amount"],
            [1, "Machining center MC-40", 1, 120000, 120000],
            [None, "Option: chip conveyor", 1, 8000, 8000],
            [None, "Option: tool magazine 40", 1, "included", "included"],
            ["TOTAL", None, None, None, 128000],
        ]
    ),
    Invoice(
        [
            Line(5, "Machining center MC-40", None, "1", "120000"),
            Line(6, "Option: chip conveyor", None, "1", "8000"),
            Line(7, "Option: tool magazine 40", None, "1", "0"),
        ],
        "128000",
    ),
)
