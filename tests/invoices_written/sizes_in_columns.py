"""A column for each size, port or lot and no column for their sum."""

from collections.abc import Sequence

from tests.invoices_written.model import Invoice, Line, Value, asks, merge, saved, written

HEAD: Sequence[Sequence[Value]] = (
    ["Invoice No.", "GM-26-05", None, "Currency", "USD"],
    ["FOB Osaka", None, None, "Origin", "JP"],
    [],
)

written(
    "shoes by size",
    saved(
        [
            ["インボイス番号", "SH-88", None, "通貨", "USD"],
            ["FOB 神戸", None, None, "原産国", "日本"],
            [],
            ["品番", "品名", 24.0, 24.5, 25.0, 25.5, 26.0, "単価", "金額"],
            ["RS-1", "ランニングシューズ", 10, 12, 20, 20, 8, 32, 2240],
            ["RS-2", "ウォーキングシューズ", 5, 5, 10, 10, 5, 28, 980],
            ["RS-3", "サンダル", None, 6, 6, None, 4, 12.5, 200],
            ["合計", None, 15, 23, 36, 30, 17, None, 3420],
        ]
    ),
    Invoice(
        [
            Line(5, "ランニングシューズ", None, "70", "2240"),
            Line(6, "ウォーキングシューズ", None, "35", "980"),
            Line(7, "サンダル", None, "16", "200"),
        ],
        "3420",
    ),
)

written(
    "garments by size under a merged heading, and one style",
    saved(
        [
            *HEAD,
            ["Style No.", "Description", "SIZE", None, None, None, "U/Price", "Amount"],
            [None, None, "XS", "S", "M", "L"],
            ["K-1", "Kimono jacket", 4, 8, 8, 4, 55, 1320],
            [None, "TOTAL", None, None, None, None, None, 1320],
        ],
        merge("C4:F4"),
    ),
    Invoice([Line(6, "Kimono jacket", None, "24", "1320")], "1320"),
)

written(
    "two lots beside each other",
    saved(
        [
            *HEAD,
            ["Description", "HTS", "Qty (1st lot)", "Qty (2nd lot)", "Unit Price", "Amount"],
            ["Acrylic stand", "3926.40.0090", 100, 50, 3, 450],
            ["Key holder", "3926.90.9985", 200, 100, 1.5, 450],
            ["TOTAL", None, None, None, None, 900],
        ]
    ),
    Invoice(
        [
            Line(5, "Acrylic stand", "3926400090", "150", "450"),
            Line(6, "Key holder", "3926909985", "300", "450"),
        ],
        "900",
    ),
)

written(
    "columns of numbers that do not make the amounts",
    saved(
        [
            *HEAD,
            ["Style No.", "Description", "S", "M", "Qty", "U/Price", "Amount"],
            ["K-1", "Kimono jacket", 4, 8, 13, 55, 660],
            ["K-2", "Obi belt", 10, 10, 21, 9, 189],
            ["TOTAL", None, None, None, None, None, 849],
        ]
    ),
    Invoice(
        [
            Line(5, "Kimono jacket", None, "13", "660"),
            Line(6, "Obi belt", None, "21", "189"),
        ],
        "849",
        asks=asks("product-differs"),
    ),
)

written(
    "sizes beside amounts without prices",
    saved(
        [
            *HEAD,
            ["Pattern", "Description", "13inch", "14inch", "15inch", "Amount"],
            ["Y-1", "Radial tyre", 10, 10, 20, 1600],
            ["Y-2", "Studless tyre", 5, 5, 10, 1000],
            ["TOTAL", None, 15, 15, 30, 2600],
        ]
    ),
    Invoice(
        [
            Line(5, "Radial tyre", None, None, "1600"),
            Line(6, "Studless tyre", None, None, "1000"),
        ],
        "2600",
        asks=asks("quantity-by-size"),
    ),
)

written(
    "sizes in halves beside their sum, prices headed @",
    saved(
        [
            *HEAD,
            ["Style", "Description", 22.5, 23, 23.5, 24, "PRS", "@", "Amount"],
            ["A-1", "Sandal", 5, 10, 10, 5, 30, 12, 360],
            ["A-2", "Pumps", 4, 8, 8, 4, 24, 20, 480],
            ["TOTAL", None, 9, 18, 18, 9, 54, None, 840],
        ]
    ),
    Invoice([Line(5, "Sandal", None, "30", "360"), Line(6, "Pumps", None, "24", "480")], "840"),
)
