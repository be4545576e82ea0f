"""Text tables in the encodings and separators of the trade, and an OpenDocument sheet."""

import zipfile
from collections.abc import Callable
from html import escape
from pathlib import Path

from tests.invoices_written.model import Invoice, Line, Rows, written

ENGLISH = [
    ["Invoice No.", "CSV-1"],
    ["Description", "HTS No.", "Origin", "Qty", "Unit", "Unit Price (USD)", "Amount (USD)"],
    ["Bolt, hex", "7318.15.2065", "JP", "1000", "PCS", "0.12", "120.00"],
    ["Washer", "0902101050", "JP", "500", "PCS", "1,000.50", "500,250.00"],
    ["TOTAL", "", "", "", "", "", "500,370.00"],
]
JAPANESE = [
    ["請求書番号", "CSV-2"],
    ["品名", "HSコード", "原産国", "数量", "単位", "単価（円）", "金額（円）"],
    ["六角ボルト①", "7318.15.2065", "日本", "1000", "本", "12", "12000"],
    ["㈱髙橋 座金", "7318.22.0000", "日本", "500", "個", "3", "1500"],
    ["合計", "", "", "", "", "", "13500"],
]


def _text(rows: list[list[str]], separator: str, encoding: str) -> Callable[[Path], None]:
    def quoted(cell: str) -> str:
        return f'"{cell}"' if separator in cell else cell

    return text_writer("\r\n".join(separator.join(map(quoted, row)) for row in rows) + "\r\n", encoding)


def text_writer(text: str, encoding: str) -> Callable[[Path], None]:
    """The writer of a text file."""
    return lambda path: (path.write_bytes(text.encode(encoding)), None)[1]


ENGLISH_READ = Invoice(
    [
        Line(3, "Bolt, hex", "7318152065", "1000", "120", more={"unit": "PCS", "unit_price": "0.12"}),
        Line(4, "Washer", "0902101050", "500", "500250", more={"unit_price": "1000.5"}),
    ],
    "500370",
    more={"invoice_no": "CSV-1"},
)
JAPANESE_READ = Invoice(
    [
        Line(3, "六角ボルト①", "7318152065", "1000", "12000", more={"unit": "本"}),
        Line(4, "㈱髙橋 座金", "7318220000", "500", "1500", more={"unit": "個"}),
    ],
    "13500",
    currency="JPY",
    more={"invoice_no": "CSV-2"},
)

for name, separator, encoding, file_name in (
    ("UTF-8 with its mark, commas", ",", "utf-8-sig", "a.csv"),
    ("UTF-8 without a mark, semicolons", ";", "utf-8", "a.csv"),
    ("UTF-16 with tabs", "\t", "utf-16", "a.tsv"),
):
    written(f"English text in {name}", _text(ENGLISH, separator, encoding), ENGLISH_READ, file_name=file_name)

for name, separator, encoding, file_name in (
    ("UTF-8 with its mark, commas", ",", "utf-8-sig", "b.csv"),
    ("CP932, commas", ",", "cp932", "b.csv"),
    ("UTF-16 without a mark, tabs", "\t", "utf-16-le", "b.tsv"),
):
    written(
        f"Japanese text in {name}", _text(JAPANESE, separator, encoding), JAPANESE_READ, file_name=file_name
    )

EUC = [[cell.replace("①", "").replace("㈱髙橋", "高橋") for cell in row] for row in JAPANESE]
written(
    "Japanese text in EUC-JP, semicolons",
    _text(EUC, ";", "euc-jp"),
    Invoice(
        [
            Line(3, "六角ボルト", "7318152065", "1000", "12000"),
            Line(4, "高橋 座金", "7318220000", "500", "1500"),
        ],
        "13500",
        currency="JPY",
    ),
    file_name="c.csv",
)

_TABLE = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
    '<office:body><office:spreadsheet><table:table table:name="Invoice">{rows}</table:table>'
    "</office:spreadsheet></office:body></office:document-content>"
)
MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" '
    'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
)


def _ods_cell(value: str | float | None) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, str):
        kind = 'office:value-type="string"'
        return f"<table:table-cell {kind}><text:p>{escape(value)}</text:p></table:table-cell>"
    kind = f'office:value-type="float" office:value="{value}"'
    return f"<table:table-cell {kind}><text:p>{value}</text:p></table:table-cell>"


def _ods(rows: Rows) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        body = "".join(
            f"<table:table-row>{''.join(map(_ods_cell, row)) or '<table:table-cell/>'}</table:table-row>"
            for row in rows
        )
        with zipfile.ZipFile(path, "w") as package:
            package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            package.writestr("content.xml", _TABLE.format(rows=body))
            package.writestr("META-INF/manifest.xml", MANIFEST)

    return write


written(
    "an OpenDocument sheet",
    _ods(
        [
            ["Invoice No.", "ODS-1"],
            [],
            ["Description", "HTS No.", "Origin", "Qty", "Unit Price (USD)", "Amount (USD)"],
            ["Bolt, hex", "7318.15.2065", "JP", 1000, 0.12, 120],
            ["TOTAL", None, None, None, None, 120],
        ]
    ),
    Invoice([Line(4, "Bolt, hex", "7318152065", "1000", "120")], "120", more={"invoice_no": "ODS-1"}),
    file_name="invoice.ods",
)
