"""What calamine does not tell of an xlsx sheet, from its XML: real size, hidden rows, number formats.

calamine allocates the whole used rectangle: one stray cell far out aborts the process. So the XML
is looked through first (48 MB: 0.12 s).
"""

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BufferedIOBase

from duty_desktop.invoice.sheet import column_index

CHUNK = 2**20  # little enough to stay near the processor for all searches
OVERLAP = 4096
HEAD = 2**18
MOST_CELLS = 16_000_000
SPARSE_FROM, SPARSE_BYTES = 4_000_000, 4
LARGE = 4 * 2**20
DENSE = (8, 400)
_DIMENSION = re.compile(rb'<(?:\w+:)?dimension ref="(?:[A-Z]+[0-9]+:)?([A-Z]+)([0-9]+)"')
_ROW = re.compile(rb"""<(?:\w+:)?row\s[^>]*?\br\s*=\s*["']([0-9]+)["']""")
_HIDDEN_ROW = re.compile(
    rb"""<(?:\w+:)?row\s(?=[^>]*?\bhidden\s*=\s*["'](?:1|true)["'])[^>]*?\br\s*=\s*["']([0-9]+)["']"""
)
_ROW_END = re.compile(rb"</(?:\w+:)?row\s*>")
_VALUE = re.compile(rb"<(?:[\w:.-]+:)?(?:v|is)[\s>]")
# Beginning with literals: the search then runs at memory speed.
_COLUMN = re.compile(rb"col\s([^<>]*)>")
_OPENED = re.compile(rb"<(?:\w+:)?")
_SOME_LETTERS = re.compile(rb' r="[A-Z]{2}')
_TWO_LETTERS = re.compile(rb' r="([A-Z]{2})[0-9]')
_THREE_LETTERS = re.compile(rb' r="([A-Z]{3})[0-9]')
_BUILT_IN = {"9": "0%", "10": "0.00%"}
_CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*)>")
_ATTRIBUTE = re.compile(rb"""\b(\w+)\s*=\s*(["'])(.*?)\2""", re.DOTALL)
# What calamine takes for another value in silence: a number's first digits alone, and the first shared text
# where blanks stand around the number of one.
_IN_PIECES = re.compile(rb"<(?:\w+:)?v>\s*[-+.0-9Ee]*(?:<[!?]|&#)")
_PADDED = re.compile(rb"""t=["']s["'][^>]*>\s*<(?:\w+:)?v>\s""")
_UNVALUED = (b"</f></c>", b"</f><v></v>", b"</f><v/>", b"</f><v />")


@dataclass(slots=True)
class SheetScan:
    """Findings of one look through a sheet's XML; rows from 1, columns from 0."""

    last_row: int = 1
    last_column: int = 25
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    formulas_without_value: bool = False

    def is_too_sparse(self, size: int) -> bool:
        """Whether the rectangle is too large to allocate, or mostly empty; `size`: bytes of the XML."""
        cells = self.last_row * (self.last_column + 1)
        return cells > MOST_CELLS or (cells > SPARSE_FROM and size / cells < SPARSE_BYTES)


def chunks(package: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """The XML of a sheet in large pieces that overlap a little, so that no short pattern is cut."""
    tail = b""
    with package.open(part) as stream:
        while piece := stream.read(CHUNK):
            yield tail + piece
            tail = piece[-OVERLAP:]


def scan(package: zipfile.ZipFile, part: str, *, extent: bool = True) -> SheetScan:
    """Look through a sheet once, a few fast searches per chunk; its `extent` takes as long as all others.

    Raises ValueError for values that would be read wrongly.
    """
    found = SheetScan()
    first = True
    for chunk in chunks(package, part):
        if first:
            found.hidden_columns = _hidden_columns(chunk[:HEAD])
            first = False
        if extent:
            _widen(found, chunk)
        # One letter is found, or not, twenty times faster than a word: mostly there is none.
        if b"d" in chunk and b"hidden" in chunk:
            found.hidden_rows.update(map(int, _HIDDEN_ROW.findall(chunk)))
        if b"f" in chunk and b"</f>" in chunk and any(mark in chunk for mark in _UNVALUED):
            found.formulas_without_value = True
        if _is_misread(chunk):
            raise ValueError("a value is written in pieces")
    return found


def _is_misread(chunk: bytes) -> bool:
    # Without the mark that begins the XML itself.
    marked = (
        b"!" in chunk or (b"&" in chunk and b"&#" in chunk) or (b"?" in chunk and chunk.find(b"<?", 5) > 0)
    )
    if marked and _IN_PIECES.search(chunk):
        return True
    return b"\n" in chunk and _PADDED.search(chunk) is not None


def is_surely_dense(package: zipfile.ZipFile, part: str) -> bool:
    """Whether a large sheet's own dimension fits its size, so that it may be read before the scan ends.

    Many bytes for each cell of the rectangle it states: no room is left for a rectangle much larger.
    """
    size = package.getinfo(part).file_size
    if size < LARGE:
        return False
    with package.open(part) as stream:
        stated = _DIMENSION.search(stream.read(4096))
    if stated is None:
        return False
    cells = int(stated.group(2)) * (column_index(stated.group(1).decode("ascii")) + 1)
    return cells <= MOST_CELLS and DENSE[0] <= size / max(1, cells) <= DENSE[1]


def _widen(found: SheetScan, chunk: bytes) -> None:
    last = chunk.rfind(b"<row ")
    rows = _ROW.findall(chunk[last:]) if last >= 0 else _ROW.findall(chunk)
    found.last_row = max([found.last_row, *map(int, rows)])
    if not _SOME_LETTERS.search(chunk):
        return
    for pattern in (_THREE_LETTERS, _TWO_LETTERS):
        if pattern.search(chunk):
            letters = {name.decode("ascii") for name in set(pattern.findall(chunk))}
            found.last_column = max([found.last_column, *map(column_index, letters)])


def _attributes(tag: bytes) -> dict[bytes, bytes]:
    return {name: value for name, _, value in _ATTRIBUTE.findall(tag)}


def holds_values(package: zipfile.ZipFile, part: str) -> bool:
    """Whether a sheet's XML names a value, or is not that of a sheet at all."""
    is_sheet = False
    for chunk in chunks(package, part):
        is_sheet = is_sheet or b"sheetData" in chunk
        if _VALUE.search(chunk):
            return True
    return not is_sheet


def _hidden_columns(head: bytes) -> set[int]:
    hidden: set[int] = set()
    for match in _COLUMN.finditer(head):
        begin = match.start()
        if not _OPENED.fullmatch(head, max(0, head.rfind(b"<", 0, begin)), begin):
            continue
        attributes = _attributes(match.group(1))
        if attributes.get(b"hidden") in (b"1", b"true"):
            first, last = int(attributes.get(b"min", b"1")), int(attributes.get(b"max", b"1"))
            hidden.update(range(first - 1, min(last, 16_384)))
    return hidden


def sheet_parts(package: zipfile.ZipFile) -> dict[str, str]:
    """Part names of the worksheets by sheet name."""
    workbook = _part(package, "xl/workbook.xml")
    relations = {
        attributes.get("Id", ""): attributes.get("Target", "")
        for attributes in _elements(_part(package, "xl/_rels/workbook.xml.rels"), "Relationship")
    }
    stored = {name.lower(): name for name in package.namelist()}  # as calamine finds them, and Windows
    parts: dict[str, str] = {}
    for attributes in _elements(workbook, "sheet"):
        # In whatever prefix: the sheet's own number is called "sheetId".
        identity = next((value for name, value in attributes.items() if name.rpartition(":")[2] == "id"), "")
        target = relations.get(identity, "")
        part = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        if target and part.lower() in stored:
            parts[_unescaped(attributes.get("name", ""))] = stored[part.lower()]
    return parts


def _unescaped(text: str) -> str:
    if "&" not in text:
        return text
    from html import unescape  # its table of 2,000 names is seldom needed

    return unescape(text)


def _part(package: zipfile.ZipFile, name: str) -> str:
    try:
        return package.read(name).decode("utf-8", "replace")
    except KeyError:
        return ""


def _elements(xml: str, name: str) -> Iterator[dict[str, str]]:
    for match in re.finditer(rf"""<(?:\w+:)?{name}\s((?:[^>"']|"[^"]*"|'[^']*')*)>""", xml):
        attributes = re.findall(r"""([\w:]+)\s*=\s*(["'])(.*?)\2""", match.group(1), re.DOTALL)
        yield {name: value for name, _, value in attributes}


def style_formats(xml: str) -> list[str]:
    """The number format of each cell style, "" for the built-in ones without meaning here."""
    custom = _BUILT_IN | {
        item.get("numFmtId", ""): _unescaped(item.get("formatCode", "")) for item in _elements(xml, "numFmt")
    }
    block = re.search(r"<(?:\w+:)?cellXfs[^>]*>(.*?)</(?:\w+:)?cellXfs>", xml, re.DOTALL)
    styles = _elements(block.group(1), "xf") if block else iter(())
    return [custom.get(item.get("numFmtId", ""), "") for item in styles]


def cell_formats(
    sheet: BufferedIOBase, formats: Sequence[str], rows: Sequence[int]
) -> Mapping[tuple[int, int], str]:
    """Number formats of the cells of a few rows (from 1), by row and column (from 0).

    `formats` are those of the styles. Only the sheet's XML up to the last of these rows is looked at.
    """
    wanted = frozenset(rows)
    found: dict[tuple[int, int], str] = {}
    for number, body in _rows_until(sheet, max(wanted, default=0)):
        if number in wanted:
            for match in _CELL.finditer(body):
                attributes = _attributes(match.group(1))
                style = int(attributes.get(b"s", b"0"))
                letters = attributes.get(b"r", b"").decode("ascii", "replace").rstrip("0123456789")
                if letters and style < len(formats) and formats[style]:
                    found[number, column_index(letters)] = formats[style]
    return found


def _rows_until(sheet: BufferedIOBase, last: int) -> Iterator[tuple[int, bytes]]:
    rest = b""
    while piece := sheet.read(HEAD):
        *bodies, rest = _ROW_END.split(rest + piece)
        for body in bodies:
            match = _ROW.search(body)
            if match:
                number = int(match.group(1))
                if number > last:
                    return
                yield number, body[match.start() :]
