"""The invoice written otherwise, by chance: what is read of it must be the same, or it is refused.

A damaged invoice may be read in part if that is told; one that only looks strange may not. The same seed
gives the same file.
"""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from random import Random

from tests.hostile.mutants import written_workbook
from tests.hostile.old_workbook import book, cells, compound
from tests.hostile.packages import GOODS, ROWS, SHEET, Parts, invoice

TEXTS = tuple(str(row[0]) for row in GOODS)
BOOK, RELATED, SHARED = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"
ENCODINGS = (
    *("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp932", "euc_jp", "iso2022_jp"),
    *("ascii", "cp1252", "gb18030"),
)
XML_ENCODINGS = ("UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "Shift_JIS", "ISO-2022-JP", "ASCII")


def rewritten(seed: int) -> tuple[str, bytes]:
    """The name and the bytes of an invoice written otherwise."""
    random = Random(seed)
    return random.choice((of_package, of_package, of_package, of_text, of_old))(random)


def of_package(random: Random) -> tuple[str, bytes]:
    """The XML of one part or of all in other words, in a zip of another kind."""
    parts: Parts = invoice()
    if random.random() < 0.3:
        with zipfile.ZipFile(BytesIO(written_workbook())) as package:
            parts = {name: package.read(name).decode() for name in package.namelist()}
    for _ in range(random.randint(1, 3)):
        name = random.choice((SHEET, SHEET, BOOK, RELATED, SHARED))
        if name in parts and isinstance(parts[name], str):
            parts[name] = random.choice(WORDINGS)(random, str(parts[name]))
    return random.choice(("invoice.xlsx", "invoice.xlsm", "invoice.xls")), zipped(random, parts)


def prefixed(_: Random, xml: str) -> str:
    """All elements with a prefix."""
    declared, _sign, rest = xml.rpartition("?>")
    rest = re.sub(r"<(/?)(\w)", r"<\1x:\2", rest)
    return f"{declared}{_sign}{rest.replace(' xmlns=', ' xmlns:x=')}"


def other_quotes(_: Random, xml: str) -> str:
    """Single quotes around all values."""
    return xml if "'" in xml else xml.replace('"', "'")


def spaced(random: Random, xml: str) -> str:
    """Blanks and ends of lines around the signs of attributes and between elements."""
    blank = random.choice((" ", "\n", "\t", "\r\n  "))
    xml = re.sub(r'(<[^?>]*?\w)="', rf'\1{blank}={blank}"', xml)
    return xml.replace("><", f">{blank}<") if random.random() < 0.5 else xml


def commented(random: Random, xml: str) -> str:
    """Remarks and instructions anywhere between or within elements."""
    places = [match.end() for match in re.finditer(r">", xml)]
    place = random.choice(places)
    remark = random.choice(("<!-- <row r='9'><c r='A9'><v>9</v></c></row> -->", "<?x y?>", "<!---->"))
    return xml[:place] + remark + xml[place:]


def in_numbers(random: Random, xml: str) -> str:
    """A letter or figure of a text written as its number, or in a section of letters."""
    places = list(re.finditer(r">([^<>&]+)<", xml))
    if not places:
        return xml
    match = random.choice(places)
    at = random.randrange(match.start(1), match.end(1))
    letter = xml[at]
    return (
        xml[:at]
        + random.choice((f"&#{ord(letter)};", f"&#x{ord(letter):x};", f"<![CDATA[{letter}]]>"))
        + xml[at + 1 :]
    )


def without_places(random: Random, xml: str) -> str:
    """Cells or rows that do not say where they are; only where none is left out."""
    if '<c r="B5"' not in xml:
        xml = re.sub(r'(<c r="A5".*?</c>)', r'\1<c r="B5"/><c r="C5"/><c r="D5"/>', xml)
    return re.sub(r'<c r="[A-Z]+[0-9]+"', "<c", xml)


def padded(random: Random, xml: str) -> str:
    """Blanks around the values of cells."""
    blank = random.choice((" ", "\n", "\t"))
    return re.sub(r"<v>([^<]*)</v>", rf"<v>{blank}\1{blank}</v>", xml)


def lying(random: Random, xml: str) -> str:
    """Another size than the sheet has, styles that are not there."""
    size = random.choice(("A1", "A1:B2", "A1:XFD1048576", "C3:D4"))
    xml = re.sub(r"<dimension [^>]*/>", "", xml)
    xml = xml.replace("<sheetData>", f'<dimension ref="{size}"/><sheetData>')
    return (
        xml.replace("<c r=", f'<c s="{random.choice((1, 99, 65_535))}" r=') if random.random() < 0.5 else xml
    )


def shuffled(random: Random, xml: str) -> str:
    """Rows in another order; they say where they stand."""
    rows = re.findall(r"<row .*?</row>", xml, re.DOTALL)
    if len(rows) < 2:
        return xml
    begin, end = xml.index(rows[0]), xml.index(rows[-1]) + len(rows[-1])
    random.shuffle(rows)
    return xml[:begin] + "".join(rows) + xml[end:]


def encoded(random: Random, xml: str) -> bytes:
    """In another encoding, said or not."""
    encoding = random.choice(XML_ENCODINGS)
    said = xml.replace('encoding="UTF-8"', f'encoding="{encoding}"') if random.random() < 0.8 else xml
    return said.encode(encoding, "xmlcharrefreplace")


WORDINGS: tuple[Callable[[Random, str], str | bytes], ...] = (
    *(
        prefixed,
        other_quotes,
        spaced,
        commented,
        in_numbers,
        without_places,
        padded,
        lying,
        shuffled,
        encoded,
    ),
)


class _Unseekable(BytesIO):
    """A file that is only written on: sizes and sums then stand behind each part."""

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise OSError


def zipped(random: Random, parts: Parts) -> bytes:
    """The parts stored or packed, with sizes behind them or in 64 bits, in any order, and more behind."""
    memory = _Unseekable() if random.random() < 0.3 else BytesIO()
    names = list(parts)
    if random.random() < 0.5:
        random.shuffle(names)
    with zipfile.ZipFile(memory, "w") as package:
        for name in names:
            method = random.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
            about = zipfile.ZipInfo(name)
            about.compress_type = method
            content = parts[name]
            with package.open(about, "w", force_zip64=random.random() < 0.3) as part:
                part.write(content.encode() if isinstance(content, str) else content)
        package.comment = random.choice((b"", b"a remark"))
    return memory.getvalue() + random.choice((b"", b"", b"\0" * 100))


def of_text(random: Random) -> tuple[str, bytes]:
    """A text table in an encoding, with a separator, quotes, ends of lines and empty lines."""
    mark, end = random.choice(",;\t|"), random.choice(("\n", "\r\n", "\r"))
    quote = random.random() < 0.5
    lines = [
        mark.join(f'"{value}"' if quote or mark in str(value) else str(value) for value in row)
        for row in ROWS
    ]
    text = end * random.choice((0, 0, 3)) + end.join(lines) + end * random.choice((0, 1, 5_000))
    name = random.choice(("invoice.csv", "invoice.tsv", "invoice.txt", "invoice.xls"))
    return name, text.encode(random.choice(ENCODINGS))


def of_old(random: Random) -> tuple[str, bytes]:
    """An old binary workbook with an empty sheet beside, and more behind its end."""
    sheets = {"Invoice": cells(ROWS), "Empty": cells([])}
    content = compound(book(sheets)) + random.choice((b"", b"\0" * 512))
    return random.choice(("invoice.xls", "invoice.xlsx")), content
