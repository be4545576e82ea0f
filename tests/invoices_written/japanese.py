"""Invoices of Japanese trading houses: Japanese headings, yen, eras, half-width and full-width forms."""

from openpyxl.worksheet.worksheet import Worksheet

from tests.invoices_written.model import Invoice, Line, Rows, asks, merge, saved, written

GOODS: Rows = [
    [1, "HB-0820", "六角ボルト M8×20", "7318.15.2065", "日本", 10000, "本", 12, 120000],
    [2, "AP-5052", "アルミ板 A5052 t2.0", "7606.12.3091", "日本製", 500, "枚", 1500, 750000],
    [3, "KP-01", "減速機用歯車", "8483.90.5090", "JAPAN", 40, "個", 6125, 245000],
]
LINES = [
    Line(9, "六角ボルト M8×20", "7318152065", "10000", "120000", more={"unit": "本", "unit_price": "12"}),
    Line(10, "アルミ板 A5052 t2.0", "7606123091", "500", "750000", more={"unit": "枚"}),
    Line(11, "減速機用歯車", "8483905090", "40", "245000", more={"item": "KP-01"}),
]
TOP: Rows = [
    ["請　求　書"],
    ["Pacific Trading Inc. 御中", None, None, None, None, None, "請求書番号", "ITO-2026-118"],
    [None, None, None, None, None, None, "発行日", "令和８年９月１７日"],
    [None, None, None, None, None, None, "伊藤商事株式会社"],
    ["ご請求金額", "￥1,155,000-"],
    ["価格条件", "FOB 神戸"],
    [],
]
HEADINGS = ["項番", "品番", "品名", "ＨＳコード", "原産国", "数量", "単位", "単価", "金額"]
MORE: dict[str, object] = {"invoice_no": "ITO-2026-118", "invoice_date": "2026-09-17", "terms": "FOB"}


def _yen(sheet: Worksheet) -> None:
    for row in sheet.iter_rows(min_row=9, min_col=8, max_col=9):
        for cell in row:
            cell.number_format = '"¥"#,##0'


written(
    "Japanese invoice with packing and freight inside Japan",
    saved(
        [
            *TOP,
            HEADINGS,
            *GOODS,
            [None, None, "小計", None, None, None, None, None, 1115000],
            [None, None, "梱包費", None, None, None, None, None, 30000],
            [None, None, "国内運賃", None, None, None, None, None, 10000],
            [None, None, "合計", None, None, None, None, None, 1155000],
            [],
            ["振込先 三井住友銀行 神戸支店"],
        ],
        _yen,
    ),
    Invoice(
        LINES, "1155000", [("packing", "30000", 13), ("freight", "10000", 14)], currency="JPY", more=MORE
    ),
)

written(
    "headings in both languages in one cell",
    saved(
        [
            *TOP,
            [
                "No.\n項番",
                "品番\nPart No.",
                "品名\nDescription",
                "HSコード\nHS Code",
                "原産国\nOrigin",
                "数量\nQ'ty",
                "単位\nUnit",
                "単価\nUnit Price\n(JPY)",
                "金額\nAmount\n(JPY)",
            ],
            *GOODS,
            ["合計 TOTAL", None, None, None, None, None, None, None, 1115000],
        ]
    ),
    Invoice(LINES, "1115000", currency="JPY", more=MORE),
)

written(
    "half-width katakana and spaced headings",
    saved(
        [
            *TOP,
            ["No", "品　番", "品　　名", "HSｺｰﾄﾞ", "原 産 国", "数　量", "単 位", "単　価(円)", "金　額(円)"],
            *GOODS,
            [None, None, "合　　計", None, None, None, None, None, 1115000],
        ]
    ),
    Invoice(LINES, "1115000", currency="JPY", more=MORE),
)

written(
    "amounts in thousands of yen",
    saved(
        [
            ["インボイス番号：KS-77"],
            [],
            ["品名", "税番", "数量", "単位", "金額（千円）"],
            ["熱延鋼板", "7208.38.0015", 20, "t", 1840],
            ["冷延コイル", "7209.17.0030", 12.5, "t", 1375.5],
            ["合計", None, None, None, 3215.5],
        ]
    ),
    Invoice(
        [
            Line(4, "熱延鋼板", "7208380015", "20", "1840000", None),
            Line(5, "冷延コイル", "7209170030", "12.5", "1375500", None),
        ],
        "3215500",
        currency="JPY",
        more={"invoice_no": "KS-77"},
    ),
)

written(
    "numbers of Japan's export statistics",
    saved(
        [
            ["品名", "統計品目番号", "数量", "単価(円)", "金額(円)"],
            ["ブレーキパッド", "8708.30-000", 100, 1200, 120000],
            ["ハブ", "8708.99-900", 50, 800, 40000],
            ["合計", None, None, None, 160000],
        ]
    ),
    Invoice(
        [
            Line(2, "ブレーキパッド", None, "100", "120000", None),
            Line(3, "ハブ", None, "50", "40000", None),
        ],
        "160000",
        currency="JPY",
        asks=asks("hts-other-country"),
    ),
)

written(
    "a nine-digit number under a plain HS heading",
    saved(
        [
            ["品名", "HSコード", "数量", "単価(円)", "金額(円)"],
            ["ブレーキパッド", 870830000, 100, 1200, 120000],
            ["軸受", "8482.10.5032", 50, 800, 40000],
            ["合計", None, None, None, 160000],
        ]
    ),
    Invoice(
        [
            Line(2, "ブレーキパッド", None, "100", "120000", None),
            Line(3, "軸受", "8482105032", "50", "40000", None),
        ],
        "160000",
        currency="JPY",
        asks=asks("hts-nine-digits"),
    ),
)

written(
    "full-width figures, yen signs, negative with a triangle",
    saved(
        [
            ["品名", "HSコード", "数量", "単価", "金額"],
            ["刺身包丁", "８２１１．９２．９０３０", "１２０本", "￥３，５００", "￥４２０，０００"],
            ["砥石", "6804.30.0000", "２００個", "￥１，１００", "￥２２０，０００"],
            ["お値引き", None, None, None, "▲￥２０，０００"],
            ["合計", None, None, None, "￥６２０，０００－"],
        ]
    ),
    Invoice(
        [
            Line(2, "刺身包丁", "8211929030", "120", "420000", None, {"unit": "本", "unit_price": "3500"}),
            Line(3, "砥石", "6804300000", "200", "220000", None, {"unit": "個"}),
        ],
        "620000",
        [("discount", "-20000", 4)],
        currency="JPY",
    ),
)

written(
    "samples without charge among the goods",
    saved(
        [
            *TOP[:4],
            HEADINGS,
            *GOODS[:1],
            [2, "SMP-1", "六角ボルト見本", "7318.15.2065", "日本", 20, "本", "無償", "無償"],
            [3, "SMP-2", "アルミ板見本", "7606.12.3091", "日本", 1, "枚", 0, 0],
            [None, None, "合計", None, None, None, None, None, "¥120,000"],
        ]
    ),
    Invoice(
        [
            Line(6, "六角ボルト M8×20", "7318152065", "10000", "120000"),
            Line(7, "六角ボルト見本", "7318152065", "20", "0"),
            Line(8, "アルミ板見本", "7606123091", "1", "0"),
        ],
        "120000",
        currency="JPY",
    ),
)

written(
    "ditto marks and merged cells",
    saved(
        [
            ["品名", "材質", "HSコード", "原産国", "数量", "単価(円)", "金額(円)"],
            ["継手 15A", "SUS304", "7307.29.0090", "日本", 100, 300, 30000],
            ["継手 20A", "〃", "〃", "〃", 80, 400, 32000],
            ["継手 25A", "同上", "同上", "同上", 60, 500, 30000],
            ["フランジ", "SUS316", "7307.21.5000", "台湾", 10, 2000, 20000],
            ["フランジ 大", None, None, None, 5, 3000, 15000],
            ["合計", None, None, None, None, None, 127000],
        ],
        merge("C5:C6", "D5:D6"),
    ),
    Invoice(
        [
            Line(2, "継手 15A", "7307290090", "100", "30000"),
            Line(3, "継手 20A", "7307290090", "80", "32000"),
            Line(4, "継手 25A", "7307290090", "60", "30000"),
            Line(5, "フランジ", "7307215000", "10", "20000", "TW"),
            Line(6, "フランジ 大", "7307215000", "5", "15000", "TW"),
        ],
        "127000",
        currency="JPY",
    ),
)

written(
    "sections in brackets between the goods, an origin stated below",
    saved(
        [
            *TOP[:4],
            HEADINGS,
            ["【鋼製品】"],
            [1, "A", "ボルト", "7318.15.2065", None, 10, "本", 100, 1000],
            [],
            ["【アルミ製品】"],
            [2, "B", "アルミ板", "7606.12.3091", None, 2, "枚", 500, 1000],
            ["総合計", None, None, None, None, None, None, None, 2000],
            ["備考"],
            ["1. 原産地：全品 日本。"],
            ["2. 消費税は輸出免税です。通貨 日本円"],
        ]
    ),
    Invoice(
        [Line(7, "ボルト", "7318152065", "10", "1000"), Line(10, "アルミ板", "7606123091", "2", "1000")],
        "2000",
        currency="JPY",
        more={"invoice_no": "ITO-2026-118"},
    ),
)
