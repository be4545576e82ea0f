"""Columns that invite a wrong choice: several quantities, prices, amounts and numbers beside each other."""

from openpyxl.worksheet.worksheet import Worksheet

from tests.invoices_written.model import Invoice, Line, asks, saved, written

written(
    "list price, discount and net price",
    saved(
        [
            ["Description", "HTS No.", "List Price", "Disc. %", "Net Price", "Qty", "Amount (USD)"],
            ["Bearing unit", "8482.10.5032", 10, 20, 8, 50, 400],
            ["Gear box", "8483.40.5010", 400, 25, 300, 2, 600],
            ["TOTAL", None, None, None, None, None, 1000],
        ]
    ),
    Invoice(
        [
            Line(2, "Bearing unit", "8482105032", "50", "400", None, {"unit_price": "8"}),
            Line(3, "Gear box", "8483405010", "2", "600", None, {"unit_price": "300"}),
        ],
        "1000",
    ),
)

written(
    "ordered, shipped and back-ordered",
    saved(
        [
            ["Part No.", "Description", "HTS", "Ordered", "Shipped", "B/O", "Unit Price", "Ext. Amount US$"],
            ["A-1", "Wiper blade", "8512.90.6000", 100, 80, 20, 2.5, 200],
            ["A-2", "Horn", "8512.30.0040", 50, 50, 0, 4, 200],
            ["Total", None, None, None, None, None, None, 400],
        ]
    ),
    Invoice(
        [
            Line(2, "Wiper blade", "8512906000", "80", "200", None),
            Line(3, "Horn", "8512300040", "50", "200", None),
        ],
        "400",
    ),
)

written(
    "amounts with, without and of consumption tax",
    saved(
        [
            ["請求書番号", "Z-1"],
            ["品名", "HSコード", "原産国", "数量", "単価(円)", "税抜金額(円)", "消費税(円)", "税込金額(円)"],
            ["茶碗", "6912.00.3900", "日本", 100, 500, 50000, 5000, 55000],
            ["急須", "6912.00.4810", "日本", 10, 3000, 30000, 3000, 33000],
            ["合計", None, None, None, None, 80000, 8000, 88000],
        ]
    ),
    Invoice(
        [
            Line(3, "茶碗", "6912003900", "100", "50000", more={"unit_price": "500"}),
            Line(4, "急須", "6912004810", "10", "30000"),
        ],
        "80000",
        currency="JPY",
    ),
)

written(
    "a running sum beside the amounts",
    saved(
        [
            ["品名", "HSコード", "数量", "単価", "金額（円）", "累計金額（円）"],
            ["茶碗", "6912.00.3900", 10, 500, 5000, 5000],
            ["急須", "6912.00.4810", 2, 3000, 6000, 11000],
            ["湯呑", "6912.00.4500", 5, 400, 2000, 13000],
            ["合計", None, None, None, 13000, None],
        ]
    ),
    Invoice(
        [
            Line(2, "茶碗", "6912003900", "10", "5000", None),
            Line(3, "急須", "6912004810", "2", "6000", None),
            Line(4, "湯呑", "6912004500", "5", "2000", None),
        ],
        "13000",
        currency="JPY",
    ),
)

written(
    "part numbers that look like tariff numbers",
    saved(
        [
            ["Part No.", "Description", "HTSUS", "Qty", "Unit Price", "Amount USD"],
            [8708301234, "Brake pad", 8708305090, 10, 20, 200],
            [8483401111, "Gear", 8483405010, 5, 30, 150],
            ["TOTAL", None, None, None, None, 350],
        ]
    ),
    Invoice(
        [
            Line(2, "Brake pad", "8708305090", "10", "200", None, {"item": "8708301234"}),
            Line(3, "Gear", "8483405010", "5", "150", None, {"item": "8483401111"}),
        ],
        "350",
    ),
)

written(
    "cartons and pieces",
    saved(
        [
            ["C/NO.", "Description", "H.S. Code", "Qty (CTN)", "Qty (PCS)", "U/Price (USD)", "Amount (USD)"],
            ["1-5", "Ceramic bowl", "6912.00.3900", 5, 120, 2, 240],
            ["6-7", "Ceramic cup", "6912.00.4500", 2, 96, 1.5, 144],
            ["TOTAL", None, None, 7, 216, None, 384],
        ]
    ),
    Invoice(
        [
            Line(2, "Ceramic bowl", "6912003900", "120", "240", None, {"unit": "PCS"}),
            Line(3, "Ceramic cup", "6912004500", "96", "144", None),
        ],
        "384",
    ),
)

written(
    "prices for a hundred pieces",
    saved(
        [
            ["品名", "HSコード", "数量（本）", "単価（円/100本）", "金額（円）"],
            ["六角ボルト", "7318.15.2065", 5000, 1200, 60000],
            ["小ねじ", "7318.15.8066", 20000, 300, 60000],
            ["合計", None, None, None, 120000],
        ]
    ),
    Invoice(
        [
            Line(2, "六角ボルト", "7318152065", "5000", "60000", None),
            Line(3, "小ねじ", "7318158066", "20000", "60000", None),
        ],
        "120000",
        currency="JPY",
    ),
)

written(
    "amounts in thousands of yen beside prices in yen",
    saved(
        [
            ["品名", "HSコード", "数量", "単価（円）", "金額（千円）"],
            ["旋盤", "8458.11.0050", 2, 3500000, 7000],
            ["治具", "8466.20.8065", 4, 250000, 1000],
            ["合計", None, None, None, 8000],
        ]
    ),
    Invoice(
        [
            Line(2, "旋盤", "8458110050", "2", "7000000", None),
            Line(3, "治具", "8466208065", "4", "1000000", None),
        ],
        "8000000",
        currency="JPY",
    ),
)

written(
    "a dollar and a yen amount, each with its total",
    saved(
        [
            ["Invoice No.", "DY-1", None, "Currency", "USD"],
            ["Description", "HTS", "Qty", "Unit price", "Amount (USD)", "Amount (JPY)"],
            ["Ball bearing", "8482.10.5032", 10, 3, 30, 4650],
            ["Gear box", "8483.40.5010", 1, 300, 300, 46500],
            ["Total", None, None, None, 330, 51150],
        ]
    ),
    Invoice(
        [
            Line(3, "Ball bearing", "8482105032", "10", "30", None),
            Line(4, "Gear box", "8483405010", "1", "300", None),
        ],
        "330",
        asks=asks("column-rivals"),
    ),
)


def _hide_cost(sheet: Worksheet) -> None:
    sheet.column_dimensions["D"].hidden = True


written(
    "a hidden column with the seller's cost",
    saved(
        [
            ["品名", "HSコード", "数量", "原価", "単価", "金額 USD"],
            ["茶碗", "6912.00.3900", 10, 2, 5, 50],
            ["急須", "6912.00.4810", 2, 12, 30, 60],
            ["合計", None, None, 44, None, 110],
        ],
        _hide_cost,
    ),
    Invoice(
        [
            Line(2, "茶碗", "6912003900", "10", "50", None, {"unit_price": "5"}),
            Line(3, "急須", "6912004810", "2", "60", None, {"unit_price": "30"}),
        ],
        "110",
    ),
)

written(
    "gross, tare and net weight around the amount",
    saved(
        [
            ["Item", "Description", "HTS", "G.W. kg", "N.W. kg", "Qty", "U/P", "Amount US$", "M3"],
            ["S-1", "Steel bracket", "7326.90.8688", 120, 110, 100, 1.1, 110, 0.5],
            ["S-2", "Steel plate", "7208.52.0000", 210, 200, 20, 10, 200, 0.2],
            ["TOTAL", None, None, 330, 310, 120, None, 310, 0.7],
        ]
    ),
    Invoice(
        [
            Line(2, "Steel bracket", "7326908688", "100", "110", None),
            Line(3, "Steel plate", "7208520000", "20", "200", None),
        ],
        "310",
    ),
)

written(
    "two heading rows with halves of the words",
    saved(
        [
            ["Goods", "Tariff", "Country of", "Shipped", "Unit", "Total"],
            ["Description", "Number", "Origin", "Quantity", "Price US$", "Value US$"],
            ["Torque wrench", "8204.11.0030", "Japan", 10, 45, 450],
            ["Socket set", "8204.20.0000", "Taiwan", 5, 60, 300],
            [None, None, None, None, "TOTAL", 750],
        ]
    ),
    Invoice(
        [
            Line(3, "Torque wrench", "8204110030", "10", "450"),
            Line(4, "Socket set", "8204200000", "5", "300", "TW"),
        ],
        "750",
    ),
)

written(
    "a column of totals by tariff number to the right of the goods",
    saved(
        [
            ["Description", "HTS", "Qty", "Price", "Amount USD", None, "HTS summary", "USD"],
            ["Bolt M8", "7318.15.2065", 100, 0.5, 50, None, "7318152065", 130],
            ["Bolt M10", "7318.15.2065", 100, 0.8, 80, None, "7318160085", 40],
            ["Nut M8", "7318.16.0085", 200, 0.2, 40, None, None, None],
            ["Total", None, None, None, 170, None, "Total", 170],
        ]
    ),
    Invoice(
        [
            Line(2, "Bolt M8", "7318152065", "100", "50", None),
            Line(3, "Bolt M10", "7318152065", "100", "80", None),
            Line(4, "Nut M8", "7318160085", "200", "40", None),
        ],
        "170",
    ),
)

written(
    "an amount column whose lines and price do not fit",
    saved(
        [
            ["Description", "HTS", "Qty", "Unit price USD", "Amount USD"],
            ["Ball bearing", "8482.10.5032", 10, 3, 30],
            ["Gear box", "8483.40.5010", 2, 300, 500],
            ["Total", None, None, None, 530],
        ]
    ),
    Invoice(
        [
            Line(2, "Ball bearing", "8482105032", "10", "30", None),
            Line(3, "Gear box", "8483405010", "2", "500", None),
        ],
        "530",
        asks=asks("product-differs"),
    ),
)

written(
    "amounts headed by the terms and the currency alone, figures as texts",
    saved(
        [
            ["Description", "HTS", "Quant", "Price/pcs (EUR)", "C AND F EUR"],
            ["Hex bolt", "7318.15.2065", "1,000", "0.25", "250.00"],
            ["Gear box", "8483.40.5010", "2", "300.00", "600.00"],
            ["Volume Discount", None, None, None, "-50.00"],
            ["TOTAL CFR", None, None, None, "800.00"],
        ]
    ),
    Invoice(
        [
            Line(2, "Hex bolt", "7318152065", "1000", "250", None),
            Line(3, "Gear box", "8483405010", "2", "600", None),
        ],
        "800",
        [("discount", "-50", 4)],
        currency="EUR",
    ),
)

written(
    "charges as texts in a column without a heading",
    saved(
        [
            ["Description", "HTS", "Qty", "Unit price US$", None],
            ["Hex bolt", "7318.15.2065", "1,000", "0.25", "250.00"],
            ["Gear box", "8483.40.5010", "2", "300.00", "600.00"],
            ["Ocean freight", None, None, None, "50.00"],
            ["TOTAL", None, None, None, "900.00"],
        ]
    ),
    Invoice(
        [
            Line(2, "Hex bolt", "7318152065", "1000", "250", None),
            Line(3, "Gear box", "8483405010", "2", "600", None),
        ],
        "900",
        [("freight", "50", 4)],
    ),
)

written(
    "headings broken over two rows without merging, blank above single words",
    saved(
        [
            ["Invoice No.", "SPL-1"],
            [None, None, "Hts", None, "Unit", "Ext"],
            ["#", "Description", "Code", "Qnty", "Cost", "Price (JPY)"],
            [1, "Ceramic bowl", "6912.00.3900", 100, 1250, 125000],
            [2, "Cotton towel", "6302.60.0020", 5, 1250, 6250],
            [None, "TOTAL", None, None, None, 131250],
        ]
    ),
    Invoice(
        [
            Line(4, "Ceramic bowl", "6912003900", "100", "125000", None, {"unit_price": "1250"}),
            Line(5, "Cotton towel", "6302600020", "5", "6250", None),
        ],
        "131250",
        currency="JPY",
        more={"invoice_no": "SPL-1"},
    ),
)

written(
    "broken headings repeated on the next page",
    saved(
        [
            ["Part", "Hs", None, None, "Amount"],
            ["Description", "Number", "Pieces", "Up", "(JPY)"],
            ["Brake pad set", "8708.30.5090", 5, 1250, 6250],
            ["Part", "Hs", None, None, "Amount"],
            ["Description", "Number", "Pieces", "Up", "(JPY)"],
            ["Ceramic bowl", "6912.00.3900", 2, 1250, 2500],
            ["G TOTAL", None, None, None, 8750],
        ]
    ),
    Invoice(
        [
            Line(3, "Brake pad set", "8708305090", "5", "6250", None),
            Line(6, "Ceramic bowl", "6912003900", "2", "2500", None),
        ],
        "8750",
        currency="JPY",
    ),
)

written(
    "two prices under one group heading",
    saved(
        [
            ["Description", "HTS", "Qty", "Unit Price", None, "Amount"],
            [None, None, None, "FOB", "CIF", "CIF USD"],
            ["Ball bearing", "8482.10.5032", 10, 3, 4, 40],
            ["Gear box", "8483.40.5010", 2, 300, 330, 660],
            ["Total", None, None, None, None, 700],
        ]
    ),
    Invoice(
        [
            Line(3, "Ball bearing", "8482105032", "10", "40", None, {"unit_price": "4"}),
            Line(4, "Gear box", "8483405010", "2", "660", None),
        ],
        "700",
        currency=None,
        asks=asks("currency-unknown"),
    ),
)

written(
    "tariff numbers under the word code alone",
    saved(
        [
            ["Description", "Code", "Qty", "Amount (USD)"],
            ["Ball bearing", "8482.10.5032", 10, 30],
            ["Gear box", "8483.40.5010", 1, 300],
            ["Total", None, None, 330],
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
