"""A binary workbook as Excel writes it, record by record ([MS-XLSB] 2.1.4, 2.2.1, 2.4)."""

import struct
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.invoices_written.model import Invoice, Line, Rows, Value, written

_BUNDLE_SHEET, _BUNDLE_START, _BUNDLE_END, _BOOK_START, _BOOK_END = 156, 143, 144, 131, 132
_SHEET_START, _SHEET_END, _DIMENSION, _DATA_START, _DATA_END = 129, 130, 148, 145, 146
_ROW, _WHOLE, _REAL, _SHARED_TEXT, _FORMULA = 0, 2, 5, 7, 9
_TEXTS_START, _TEXT, _TEXTS_END = 159, 19, 160
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.bin" ContentType="application/vnd.ms-excel.worksheet"/>'
    '<Override PartName="/xl/sharedStrings.bin" ContentType="application/vnd.ms-excel.sharedStrings"/>'
    "</Types>"
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _relations(**targets: str) -> str:
    entries = "".join(
        f'<Relationship Id="{identity}" Type="{_OFFICE}/{target.rpartition("|")[2]}" '
        f'Target="{target.rpartition("|")[0]}"/>'
        for identity, target in targets.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{space}">{entries}</Relationships>'


def _record(kind: int, content: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, rest = b"", len(content)
    while rest >= 128:
        size, rest = size + bytes([rest & 0x7F | 0x80]), rest >> 7
    return head + size + bytes([rest]) + content


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _cell(column: int, value: Value, texts: list[str]) -> bytes:
    place = struct.pack("<II", column, 0)
    if isinstance(value, str) and value.startswith("="):
        number = struct.pack("<d", float(value[1:]))
        return _record(_FORMULA, place + number + struct.pack("<HII", 0, 0, 0))
    if isinstance(value, str):
        if value not in texts:
            texts.append(value)
        return _record(_SHARED_TEXT, place + struct.pack("<I", texts.index(value)))
    if isinstance(value, int):
        return _record(_WHOLE, place + struct.pack("<i", value << 2 | 2))
    return _record(_REAL, place + struct.pack("<d", value))


def _rows(rows: Rows, texts: list[str]) -> Iterator[bytes]:
    for number, row in enumerate(rows):
        yield _record(_ROW, struct.pack("<IIHHBI", number, 0, 300, 0, 0, 0))
        yield from (_cell(column, value, texts) for column, value in enumerate(row) if value is not None)


def binary_workbook(rows: Rows) -> Callable[[Path], None]:
    """The writer of an .xlsb with one sheet; a text "=12.5" is a formula with that value."""

    def write(path: Path) -> None:
        texts: list[str] = []
        data = b"".join(_rows(rows, texts))
        size = struct.pack("<IIII", 0, len(rows) - 1, 0, max(map(len, rows)) - 1)
        sheet = (
            _record(_SHEET_START)
            + _record(_DIMENSION, size)
            + _record(_DATA_START)
            + data
            + _record(_DATA_END)
            + _record(_SHEET_END)
        )
        named = struct.pack("<II", 0, 1) + _wide("rId1") + _wide("請求書")
        book = (
            _record(_BOOK_START)
            + _record(_BUNDLE_START)
            + _record(_BUNDLE_SHEET, named)
            + _record(_BUNDLE_END)
            + _record(_BOOK_END)
        )
        shared = _record(_TEXTS_START, struct.pack("<II", len(texts), len(texts)))
        shared += b"".join(_record(_TEXT, b"\0" + _wide(text)) for text in texts) + _record(_TEXTS_END)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("[Content_Types].xml", _TYPES)
            package.writestr("_rels/.rels", _relations(rId1="xl/workbook.bin|officeDocument"))
            package.writestr("xl/workbook.bin", book)
            package.writestr(
                "xl/_rels/workbook.bin.rels",
                _relations(rId1="worksheets/sheet1.bin|worksheet", rId2="sharedStrings.bin|sharedStrings"),
            )
            package.writestr("xl/worksheets/sheet1.bin", sheet)
            package.writestr("xl/sharedStrings.bin", shared)

    return write


written(
    "a binary workbook",
    binary_workbook(
        [
            ["請求書番号", "B-77"],
            [],
            ["品名", "HSコード", "原産国", "数量", "単価（円）", "金額（円）"],
            ["六角ボルト①", "7318.15.2065", "日本", 1000, 12.5, "=12500"],
            ["㈱髙橋 座金", "7318.22.0000", "日本", 500, 3, "=1500"],
            ["合計", None, None, None, None, "=14000"],
        ]
    ),
    Invoice(
        [
            Line(
                4,
                "六角ボルト①",
                "7318152065",
                "1000",
                "12500",
                more={"unit_price": "12.5", "sheet": "請求書"},
            ),
            Line(5, "㈱髙橋 座金", "7318220000", "500", "1500"),
        ],
        "14000",
        currency="JPY",
        more={"invoice_no": "B-77"},
    ),
    file_name="invoice.xlsb",
)
