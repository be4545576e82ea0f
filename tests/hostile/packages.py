"""Workbooks as bytes, part by part, so that a test can write what no spreadsheet program would."""

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from duty_desktop.invoice.sheet import column_letters

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KINDS = f"{RELATIONS}/"
SHEET = "xl/worksheets/sheet1.xml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
Parts = dict[str, str | bytes]

HEADINGS = ("Description", "HTS Code", "Qty", "Unit Price (USD)", "Amount (USD)", "Country of Origin")
GOODS: Sequence[Sequence[str | float]] = (
    ("Front brake pad set", "8708.30.5090", 200, 12.5, 2500, "Japan"),
    ("Ball joint, lower", "8708.80.6590", 100, 8.25, 825, "Japan"),
    ("Bolt, hex M10", "7318.15.2065", 5000, 0.085, 425, "Japan"),
)
TOTAL = ("TOTAL", "", "", "", 3750, "")
ROWS: Sequence[Sequence[str | float]] = (HEADINGS, *GOODS, TOTAL)


def cell(row: int, column: int, value: str | float) -> str:
    """A cell; a text stands in it, not among the shared ones."""
    place = f"{column_letters(column)}{row}"
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f'<c r="{place}"><v>{value!r}</v></c>'


def rows_xml(rows: Sequence[Sequence[str | float]], first: int = 1) -> str:
    """Rows of cells; empty texts are no cells."""
    written = []
    for number, row in enumerate(rows, first):
        cells = "".join(cell(number, column, value) for column, value in enumerate(row) if value != "")
        written.append(f'<row r="{number}">{cells}</row>')
    return "".join(written)


def sheet_xml(data: str, before: str = "", after: str = "") -> str:
    """A worksheet of rows, with what stands before and after them."""
    return (
        f'{HEAD}<worksheet xmlns="{MAIN}" xmlns:r="{RELATIONS}">{before}'
        f"<sheetData>{data}</sheetData>{after}</worksheet>"
    )


def parts_of(sheet: str | bytes, name: str = "Invoice") -> Parts:
    """The parts of a workbook with one sheet."""
    return {
        "[Content_Types].xml": (
            f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/'
            'vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Override PartName="/xl/workbook.xml" ContentType="application/'
            'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
            '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/'
            'vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
        ),
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
            f'<sheet name="{escape(name, {chr(34): "&quot;"})}" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": relations(("rId1", "worksheet", "worksheets/sheet1.xml")),
        SHEET: sheet,
    }


def relations(*listed: tuple[str, str, str], outside: bool = False) -> str:
    """A part of relations: identity, kind, target."""
    mode = ' TargetMode="External"' if outside else ""
    inner = "".join(
        f'<Relationship Id="{identity}" Type="{KINDS}{kind}" Target="{target}"{mode}/>'
        for identity, kind, target in listed
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{HEAD}<Relationships xmlns="{package}">{inner}</Relationships>'


def packed(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The parts as a zip package."""
    memory = BytesIO()
    with zipfile.ZipFile(memory, "w") as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content, method)  # of 1980: the same bytes every day
    return memory.getvalue()


def invoice() -> Parts:
    """A whole invoice of three lines."""
    return parts_of(sheet_xml(rows_xml(ROWS)))


def with_sheet(data: str, before: str = "", after: str = "") -> bytes:
    """A workbook of one sheet with the rows given."""
    return packed(parts_of(sheet_xml(data, before, after)))
