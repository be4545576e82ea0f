"""Figures as people type them: marks of both kinds, words and signs around them, blanks of every sort."""

from tests.invoices_written.formats import text_writer
from tests.invoices_written.model import Invoice, Line, asks, saved, written

HEADING = ["Description", "HTS", "Qty", "Unit Price", "Amount (USD)"]

written(
    "decimal commas in every figure",
    saved(
        [
            ["Description", "HTS", "Qty", "Unit Price (EUR)", "Amount (EUR)"],
            ["Ball bearing", "8482.10.5032", "1.000", "9,05", "9.050,00"],
            ["Gear box", "8483.40.5010", "2", "1.234,56", "2.469,12"],
            ["Total", None, None, None, "11.519,12"],
        ]
    ),
    Invoice(
        [
            Line(2, "Ball bearing", "8482105032", "1000", "9050", None, {"unit_price": "9.05"}),
            Line(3, "Gear box", "8483405010", "2", "2469.12", None),
        ],
        "11519.12",
        currency="EUR",
    ),
)

written(
    "thousands apart by spaces and thin spaces",
    saved(
        [
            HEADING,
            ["Ball bearing", "8482.10.5032", "1\u00a0000", "9.05", "9\u202f050.00"],
            ["Gear box", "8483.40.5010", "2", "1 234.56", "2 469.12"],
            ["Total", None, None, None, "11 519.12"],
        ]
    ),
    Invoice(
        [
            Line(2, "Ball bearing", "8482105032", "1000", "9050", None),
            Line(3, "Gear box", "8483405010", "2", "2469.12", None),
        ],
        "11519.12",
    ),
)

written(
    "full-width figures with 円 and 個",
    saved(
        [
            ["品名", "HSコード", "数量", "単価", "金額"],
            ["茶碗", "６９１２．００．３９００", "１００個", "５００円", "５０，０００円"],
            ["急須", "６９１２．００．４８１０", "１０個", "３，０００円", "３０，０００円"],
            ["合計", None, None, None, "￥８０，０００－"],
        ]
    ),
    Invoice(
        [
            Line(2, "茶碗", "6912003900", "100", "50000", None, {"unit": "個", "unit_price": "500"}),
            Line(3, "急須", "6912004810", "10", "30000", None),
        ],
        "80000",
        currency="JPY",
    ),
)

written(
    "prices and amounts with signs and marks in front",
    saved(
        [
            ["Description", "HTS", "Q'ty", "Price", "Amount"],
            ["Ball bearing", "8482.10.5032", "100 PCS", "@US$9.05", "US$905.00"],
            ["Gear box", "8483.40.5010", "2 SETS", "@US$1,234.56", "US$2,469.12"],
            ["TOTAL", None, None, None, "US$3,374.12"],
        ]
    ),
    Invoice(
        [
            Line(2, "Ball bearing", "8482105032", "100", "905", None, {"unit": "PCS", "unit_price": "9.05"}),
            Line(3, "Gear box", "8483405010", "2", "2469.12", None, {"unit": "SETS"}),
        ],
        "3374.12",
    ),
)

written(
    "tariff numbers in six writings",
    saved(
        [
            ["Description", "HTSUS No.", "Origin", "Qty", "Amount USD"],
            ["Brake pad", 8708305090, "JP", 1, 10],
            ["Green tea", 902101050, "JP", 1, 10],
            ["Bolt", "7318-15-2065", "JP", 1, 10],
            ["Nut", "7318 16 0085", "JP", 1, 10],
            ["Bowl", "６９１２．００．３９００", "JP", 1, 10],
            ["Cup", "HTS 6912.00.4500", "JP", 1, 10],
            ["Total", None, None, None, 60],
        ]
    ),
    Invoice(
        [
            Line(2, "Brake pad", "8708305090", "1", "10"),
            Line(3, "Green tea", "0902101050", "1", "10"),
            Line(4, "Bolt", "7318152065", "1", "10"),
            Line(5, "Nut", "7318160085", "1", "10"),
            Line(6, "Bowl", "6912003900", "1", "10"),
            Line(7, "Cup", "6912004500", "1", "10"),
        ],
        "60",
        asks=asks("hts-zero-restored"),
    ),
)

written(
    "an amount that says it is to follow",
    saved(
        [
            HEADING,
            ["Ball bearing", "8482.10.5032", 10, 3, 30],
            ["Gear box", "8483.40.5010", 1, "TBA", "to follow"],
            ["Total", None, None, None, 30],
        ]
    ),
    Invoice(
        [
            Line(2, "Ball bearing", "8482105032", "10", "30", None),
            Line(3, "Gear box", "8483405010", "1", None, None),
        ],
        "30",
        asks=asks("text-for-number"),
    ),
)

written(
    "quantities in dozens and metres as texts",
    saved(
        [
            ["Description", "HTS", "Quantity", "Unit Price", "Amount USD"],
            ["Socks", "6115.95.6000", "10 DOZ", "12.00/DOZ", "120.00"],
            ["Cloth", "5208.52.3020", "1,500.5 m", "2.00/m", "3,001.00"],
            ["Total", None, None, None, "3,121.00"],
        ]
    ),
    Invoice(
        [
            Line(2, "Socks", "6115956000", "10", "120", None, {"unit": "DOZ"}),
            Line(3, "Cloth", "5208523020", "1500.5", "3001", None, {"unit": "m"}),
        ],
        "3121",
    ),
)

written(
    "yen with stray decimals from a division",
    saved(
        [
            ["品名", "HSコード", "数量", "単価", "金額（円）"],
            ["茶碗", "6912.00.3900", 3, 333.3333333333, 1000],
            ["急須", "6912.00.4810", 7, 142.8571428571, 1000],
            ["合計", None, None, None, 2000],
        ]
    ),
    Invoice(
        [
            Line(2, "茶碗", "6912003900", "3", "1000", None),
            Line(3, "急須", "6912004810", "7", "1000", None),
        ],
        "2000",
        currency="JPY",
    ),
)

written(
    "CP932 text with line breaks in cells and quoted thousands",
    text_writer(
        '請求書番号,"K-88"\r\n'
        "品名,HSコード,原産国,数量,単価,金額(円)\r\n"
        '"六角ボルト\r\n（ユニクロ）",7318.15.2065,日本,"1,000",12,"12,000"\r\n'
        '"㈱髙橋製 座金",7318.22.0000,日本,500,3,"1,500"\r\n'
        '合計,,,,,"13,500"\r\n',
        "cp932",
    ),
    Invoice(
        [
            Line(3, "六角ボルト （ユニクロ）", "7318152065", "1000", "12000"),
            Line(4, "㈱髙橋製 座金", "7318220000", "500", "1500"),
        ],
        "13500",
        currency="JPY",
        more={"invoice_no": "K-88"},
    ),
    file_name="k.csv",
)

written(
    "decimal commas between semicolons",
    text_writer(
        "Description;HTS;Qty;Price EUR;Amount EUR\n"
        "Ball bearing;8482.10.5032;10;3,50;35,00\n"
        "Gear box;8483.40.5010;1;300,25;300,25\n"
        "Total;;;;335,25\n",
        "utf-8",
    ),
    Invoice(
        [
            Line(2, "Ball bearing", "8482105032", "10", "35", None),
            Line(3, "Gear box", "8483405010", "1", "300.25", None),
        ],
        "335.25",
        currency="EUR",
    ),
    file_name="s.csv",
)

written(
    "tabs, with thousands marks in every row",
    text_writer(
        "Description\tHTS\tQty\tPrice USD\tAmount USD\n"
        "Bearing\t8482.10.5032\t1,000\t1.25\t1,250.00\n"
        "Gear\t8483.40.5010\t2,000\t1.00\t2,000.00\n",
        "utf-16",
    ),
    Invoice(
        [
            Line(2, "Bearing", "8482105032", "1000", "1250", None),
            Line(3, "Gear", "8483405010", "2000", "2000", None),
        ],
    ),
    file_name="t.txt",
)

written(
    "negative figures in three writings",
    saved(
        [
            HEADING,
            ["Ball bearing", "8482.10.5032", 100, 9, 900],
            ["Discount", None, None, None, "▲50"],
            ["Special discount", None, None, None, "△25.00"],
            ["Volume rebate", None, None, None, "25.00-"],
            ["Total", None, None, None, 800],
        ]
    ),
    Invoice(
        [Line(2, "Ball bearing", "8482105032", "100", "900", None)],
        "800",
        [("discount", "-50", 3), ("discount", "-25", 4), ("discount", "-25", 5)],
        asks=asks("charge-doubtful"),
    ),
)

for words, factor in (
    ("Amount (thousand JPY)", 1_000),
    ("Amount (JPY '000)", 1_000),
    ("金額（百万円）", 1_000_000),
    ("金額（万円）", 10_000),
):
    written(
        f"amounts headed {words}",
        saved(
            [
                ["Description", "HTS", "Qty", words],
                ["Lathe", "8458.11.0050", 2, 7],
                ["Press", "8462.22.0050", 1, 12],
                ["Freight", None, None, 1],
                ["Total", None, None, 20],
            ]
        ),
        Invoice(
            [
                Line(2, "Lathe", "8458110050", "2", str(7 * factor), None),
                Line(3, "Press", "8462220050", "1", str(12 * factor), None),
            ],
            str(20 * factor),
            [("freight", str(factor), 4)],
            currency="JPY",
        ),
    )

written(
    "thousands of yen stated above the table for all amounts",
    saved(
        [
            ["請求書番号", "SC-1", None, "（単位：千円）"],
            ["品名", "HSコード", "数量", "単価", "金額"],
            ["旋盤", "8458.11.0050", 2, 3500, 7000],
            ["合計", None, None, None, 7000],
        ]
    ),
    Invoice(
        [Line(3, "旋盤", "8458110050", "2", "7000000", None, {"unit_price": "3500000"})],
        "7000000",
        currency="JPY",
        asks=asks("scale-stated"),
    ),
)

written(
    "a price for a thousand pieces is no amount in thousands",
    saved(
        [
            ["Description", "HTS", "Qty", "Price (USD/1000 pcs)", "Amount (USD)"],
            ["Rivet", "7318.23.0000", 50000, 4.5, 225],
            ["Washer", "7318.22.0000", 20000, 3, 60],
            ["Total", None, None, None, 285],
        ]
    ),
    Invoice(
        [
            Line(2, "Rivet", "7318230000", "50000", "225", None),
            Line(3, "Washer", "7318220000", "20000", "60", None),
        ],
        "285",
    ),
)
