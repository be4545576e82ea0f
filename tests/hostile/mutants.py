"""Invoices damaged by chance: at the level of the zip, the XML, the cells and, in text tables, the bytes.

The same seed gives the same file.
"""

import zipfile
import zlib
from collections.abc import Callable, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.hostile.packages import (
    HEADINGS,
    ROWS,
    SHEET,
    Parts,
    invoice,
    packed,
    parts_of,
    rows_xml,
    sheet_xml,
)
from tests.invoices_written.model import saved
from tests.invoices_written.plain import GOODS, LETTERHEAD, TOTAL
from tests.invoices_written.plain import HEADINGS as WRITTEN_HEADINGS

NASTY_TEXTS = (
    *("", " ", "\t", "\n", "'", '"', "<b>", "&amp;", "]]>", "=1+1", "@SUM(1)", "-", "+", "\x00", "\x07"),
    *("\x1b[2J", "\u202e", "\ufeff", "\u200b", "\u3000", "\ufffe", "NaN", "inf", "1e999", "-1e999", "0x10"),
    *("1_000", "１２３", "٣", "½", "1,2,3", "1.2.3", "1,234.56", "1.234,56", "--", "▲", "(5)", "5%", "〃"),
    *("TOTAL", "合計", "Japan", "8708305090", "8708.30", "870830509012345", "1899-12-31", "9999-12-31"),
    *("令和8年13月99日", "x" * 300, "語" * 99),
)
NASTY_NUMBERS = (
    *(0.0, -0.0, 1e308, -1e308, 5e-324, 1e16, 1e15 + 0.3, 2958465.0, 2958466.0, -1.0, 0.1, 8708305090.0),
)
NASTY_PIECES = (
    *(b"", b"\0", b"\xff", b"\xed\xa0\x80", b"<", b">", b"&", b"&#0;", b"&#xD800;", b"&lol;", b"<![CDATA["),
    *(b"<!--", b"<!DOCTYPE a [<!ENTITY lol 'x'>]>", b"<c r='XFD1048576'><v>1</v></c>", b'<row r="1048576">'),
    *(b't="s"', b't="b"', b't="e"', b's="99999"', b'r="A0"', b'r="AAAA1"', b'r="A99999999999"', b"<f>A1</f>"),
    *(b'hidden="1"', b"</row>", b"</sheetData>", b"\xef\xbb\xbf", b"\xff\xfe", b'"', b",", b"\r", b"\n"),
    *(b"\t" * 50, b";" * 50),
)
STRANGE_NAMES = ("../x", "/etc/x", "xl/worksheets/sheet1.bin", "XL/WORKBOOK.XML")
MADE_AT = "docProps/core.xml"
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp932", "euc_jp")


def mutant(seed: int) -> tuple[str, bytes]:
    """The name and the bytes of a damaged invoice."""
    random = Random(seed)
    kind = random.choice((of_zip, of_xml, of_xml, of_cells, of_cells, of_text, of_text, of_bytes))
    return kind(random)


@cache
def written_workbook() -> bytes:
    """An invoice as a program writes it: shared texts, styles, a dimension."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "invoice.xlsx"
        saved([*LETTERHEAD, WRITTEN_HEADINGS, *GOODS, *TOTAL])(path)
        with zipfile.ZipFile(path) as package:
            return packed({name: package.read(name) for name in package.namelist() if name != MADE_AT})


def base_parts(random: Random) -> Parts:
    """The parts of an invoice."""
    if random.random() < 0.5:
        return invoice()
    with zipfile.ZipFile(BytesIO(written_workbook())) as package:
        return {name: package.read(name) for name in package.namelist()}


def of_zip(random: Random) -> tuple[str, bytes]:
    """Parts dropped, renamed, doubled, exchanged; sizes and sums that lie."""
    parts = base_parts(random)
    names = list(parts)
    for _ in range(random.randint(1, 3)):
        name = random.choice(names)
        match random.randrange(5):
            case 0:
                parts.pop(name, None)
            case 1:
                parts[random.choice(("../x", "/etc/x", "xl/worksheets/sheet1.bin", name.upper()))] = (
                    parts.get(name, "")
                )
            case 2:
                other = random.choice(names)
                parts[name], parts[other] = parts.get(other, ""), parts.get(name, "")
            case 3:
                parts[name] = b"" if random.random() < 0.5 else b"\0" * random.choice((1, 10**6))
            case _:
                parts[f"{name}/" if random.random() < 0.3 else name] = parts.get(name, "")
    content = bytearray(packed(parts, random.choice(METHODS)))
    if random.random() < 0.6:
        directory = content.find(b"PK\x01\x02")
        for _ in range(random.randint(1, 4)):
            content[random.randrange(max(0, directory), len(content))] = random.choice((0, 1, 127, 255))
    return "invoice.xlsx", bytes(content)


def of_xml(random: Random) -> tuple[str, bytes]:
    """Pieces of a part's XML cut, doubled, moved, replaced."""
    parts = base_parts(random)
    name = random.choice((SHEET, SHEET, *parts))
    content = parts[name]
    data = content.encode() if isinstance(content, str) else content
    for _ in range(random.randint(1, 4)):
        data = spoiled(random, data)
    parts[name] = data
    return "invoice.xlsx", packed(parts)


def spoiled(random: Random, data: bytes) -> bytes:
    """Bytes with one piece changed, mostly at the limits of tags."""
    marks = [place for place, byte in enumerate(data) if byte in b'<>"=,\n'] or [0]
    first = random.choice(marks) if random.random() < 0.8 else random.randrange(len(data) + 1)
    last = min(len(data), first + random.choice((0, 0, 1, 5, 30, 200)))
    match random.randrange(5):
        case 0:
            return data[:first]
        case 1:
            return data[:first] + data[last:]
        case 2:
            return data[:last] + data[first:last] * random.choice((1, 3, 300)) + data[last:]
        case 3:
            place = random.choice(marks)
            return data[:place] + data[first:last] + data[place:]
        case _:
            return data[:first] + random.choice(NASTY_PIECES) + data[last:]


def of_cells(random: Random) -> tuple[str, bytes]:
    """A table with cells of any content anywhere."""
    rows: list[list[str | float]] = [list(row) for row in ROWS]
    for _ in range(random.randint(1, 6)):
        row = random.choice(rows)
        if random.random() < 0.2:
            row.extend(nasty(random) for _ in range(random.randint(1, 20)))
        row[random.randrange(len(row))] = nasty(random)
    if random.random() < 0.3:
        rows.insert(random.randrange(len(rows)), [nasty(random) for _ in range(random.randint(1, 9))])
    if random.random() < 0.2:
        rows = rows * random.choice((2, 40))
    if random.random() < 0.2:
        random.shuffle(rows)
    first = random.choice((1, 1, 1, 7, 1_048_570))
    readable: Sequence[Sequence[str | float]] = [[clean(value) for value in row] for row in rows]
    return "invoice.xlsx", packed(parts_of(sheet_xml(rows_xml(readable, first))))


def nasty(random: Random) -> str | float:
    """A text or number that is hard to read."""
    return random.choice((*NASTY_TEXTS, *NASTY_NUMBERS))


def clean(value: str | float) -> str | float:
    """A value without the characters that XML cannot write at all."""
    if not isinstance(value, str):
        return value
    return "".join(letter for letter in value if letter >= " " or letter in "\t\n")


def of_text(random: Random) -> tuple[str, bytes]:
    """A text table in some encoding with some separator, its bytes changed."""
    mark = random.choice(",;\t|")
    rows = [list(map(str, row)) for row in ROWS]
    for _ in range(random.randint(0, 3)):
        row = random.choice(rows)
        row[random.randrange(len(row))] = str(nasty(random))
    quoted = [
        [f'"{value}"' if mark in value or random.random() < 0.3 else value for value in row] for row in rows
    ]
    text = random.choice(("\n", "\r\n", "\r")).join(mark.join(row) for row in quoted)
    data = text.encode(random.choice(ENCODINGS), "replace")
    for _ in range(random.randint(0, 5)):
        data = spoiled(random, data)
    return random.choice(("invoice.csv", "invoice.tsv", "invoice.txt")), data


def of_bytes(random: Random) -> tuple[str, bytes]:
    """A package or a text with bytes changed without regard to what they are."""
    change: Callable[[bytes], bytes] = random.choice(
        (lambda data: data, zlib.compress, lambda data: data[::-1])
    )
    data = bytearray(random.choice((written_workbook(), packed(invoice()), rows_xml([HEADINGS]).encode())))
    for _ in range(random.randint(1, 20)):
        data[random.randrange(len(data))] = random.randrange(256)
    cut = random.randrange(len(data)) if random.random() < 0.3 else len(data)
    return random.choice(("invoice.xlsx", "invoice.xls", "invoice.csv")), change(bytes(data[:cut]))
