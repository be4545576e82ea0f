"""Files made to hurt: each with what has to become of it."""

import zipfile
from functools import partial

from tests.hostile import text_horrors
from tests.hostile.horror import HORRORS, WHOLE, Horror, horror
from tests.hostile.packages import (
    GOODS,
    HEADINGS,
    MAIN,
    ROWS,
    SHEET,
    TOTAL,
    cell,
    invoice,
    packed,
    parts_of,
    relations,
    rows_xml,
    sheet_xml,
    with_sheet,
)

__all__ = ["HORRORS", "LAUGHS"]
_ = text_horrors  # which are horrors too
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 50}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


def with_text(raw: str) -> bytes:
    """The invoice with raw XML as the text of its first description."""
    data = rows_xml(ROWS).replace(f"{GOODS[0][0]}</t>", f"{raw}</t>")
    return with_sheet(data)


def with_value(raw: str, style: str = "") -> bytes:
    """The invoice with a raw value in an otherwise empty column."""
    data = rows_xml(ROWS).replace("</row>", f'<c r="H2"{style}><v>{raw}</v></c></row>', 2)
    return with_sheet(data.replace('<c r="H2"', '<c r="H1"', 1))


def dated(serial: str) -> bytes:
    """The invoice with a serial number in date format, in its head and in a column of dates."""
    parts = parts_of(
        sheet_xml(
            f'<row r="1">{cell(1, 0, "Invoice Date:")}<c r="B1" s="1"><v>{serial}</v></c></row>'
            + rows_xml(ROWS, 2).replace("</row>", f'<c r="H3" s="1"><v>{serial}</v></c></row>', 2)
        )
    )
    parts["xl/styles.xml"] = (
        f'<styleSheet xmlns="{MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
        "</styleSheet>"
    )
    parts["xl/_rels/workbook.xml.rels"] = relations(
        ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml")
    )
    return packed(parts)


@horror("zip bomb", refused="workbook-inflates")
def zip_bomb() -> bytes:
    return packed({**invoice(), "xl/media/image1.png": b"\0" * (51 * 2**20)})


@horror("zip bomb that hides its size", refused="workbook-damaged")
def hidden_zip_bomb() -> bytes:
    filler = f"<!--{' ' * (60 * 2**20)}-->"
    whole = packed({**invoice(), SHEET: sheet_xml(rows_xml(ROWS), before=filler)})
    size = len(sheet_xml(rows_xml(ROWS), before=filler).encode()).to_bytes(4, "little")
    return whole.replace(size, (900).to_bytes(4, "little"))


@horror("zip with a hundred thousand parts", refused="workbook-inflates")
def many_parts() -> bytes:
    return packed(
        {**invoice(), **{f"xl/media/{number}": b"" for number in range(10_001)}}, zipfile.ZIP_STORED
    )


@horror("billion laughs in the sheet", refused="workbook-damaged")
def laughing_sheet() -> bytes:
    sheet = (
        sheet_xml(rows_xml(ROWS)).replace("<worksheet", f"{LAUGHS}<worksheet").replace("Ball joint", "&i;")
    )
    return packed(parts_of(sheet))


@horror("billion laughs in the workbook part")
def laughing_workbook() -> bytes:
    parts = invoice()
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace("<workbook", f"{LAUGHS}<workbook")
    return packed(parts)


@horror(
    "billion laughs in a sheet with a far cell, which the standard parser reads", refused="workbook-damaged"
)
def laughing_far_sheet() -> bytes:
    far = f'<row r="1048576">{cell(1_048_576, 16_383, 1.0)}</row>'
    sheet = sheet_xml(rows_xml(ROWS) + far).replace("<worksheet", f"{LAUGHS}<worksheet")
    return packed(parts_of(sheet.replace("Ball joint", "&i;")))


@horror("a sheet with a far cell that names a file of the computer", refused="workbook-damaged")
def curious_far_sheet() -> bytes:
    entity = '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/hostname">]>'
    far = f'<row r="1048576">{cell(1_048_576, 16_383, 1.0)}</row>'
    sheet = sheet_xml(rows_xml(ROWS) + far).replace("<worksheet", f"{entity}<worksheet")
    return packed(parts_of(sheet.replace("Ball joint", "&i;")))


@horror("names in the zip that climb out of its folder")
def climbing_names() -> bytes:
    names = ("../../climbed.txt", "/tmp/climbed.txt", "C:\\climbed.txt", "xl/../../climbed.txt", "xl/\x01")
    return packed({**invoice(), **dict.fromkeys(names, b"climbed")})


@horror("a sheet that lies outside the package", refused="workbook-damaged")
def sheet_outside() -> bytes:
    parts = invoice()
    parts["xl/_rels/workbook.xml.rels"] = relations(("rId1", "worksheet", "file:///etc/passwd"), outside=True)
    return packed(parts)


@horror("16,384 columns of headings and values", refused="", reads=WHOLE)
def all_columns() -> bytes:
    rows = [[*row, *[f"note {number % 50}" for number in range(len(row), 16_384)]] for row in ROWS]
    return with_sheet(rows_xml(rows))


@horror("1,048,576 empty formatted rows", plain=True)
def formatted_rows() -> bytes:
    empty = "".join(
        f'<row r="{number}" s="1" customFormat="1"/>' for number in range(len(ROWS) + 1, 1_048_577)
    )
    return with_sheet(rows_xml(ROWS) + empty)


@horror("1,048,576 rows of an empty formatted cell, the last one at the end of the row", plain=True)
def formatted_cells() -> bytes:
    closed = "".join(f'<row r="{row}"><c r="C{row}" s="1"/></row>' for row in range(len(ROWS) + 1, 1_000_000))
    opened = "".join(f'<row r="{row}"><c s="1" r="C{row}"></c></row>' for row in range(1_000_000, 1_048_576))
    last = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    return with_sheet(rows_xml(ROWS) + closed + opened + last)


@horror("a workbook followed by two million empty rows", plain=True)
def empty_rows() -> bytes:
    return with_sheet(rows_xml(ROWS) + "".join(f'<row r="{number}"/>' for number in range(6, 2_000_006)))


@horror("a value in the last cell of the sheet", asks="far-cells-not-read")
def last_cell() -> bytes:
    return with_sheet(f'{rows_xml(ROWS)}<row r="1048576">{cell(1_048_576, 16_383, 1.0)}</row>')


def _lying(last: str) -> bytes:
    return with_sheet(rows_xml(ROWS) + last, before='<dimension ref="A1:F5"/>')


@horror("last cell written with other quotes", asks="far-cells-not-read")
def last_cell_quotes() -> bytes:
    return _lying("<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>")


@horror("last cell written in small letters", refused="reading-ended")
def last_cell_small() -> bytes:
    return _lying('<row r="9"><c r="xfd1048576"><v>1</v></c></row>')


@horror("last cell written over several lines", refused="reading-ended")
def last_cell_lines() -> bytes:
    return _lying('<row\n r="9"><c\n\tr\n=\n"XFD1048576"><v>1</v></c></row>')


@horror("last cell in the middle of a large sheet that looks dense", refused="reading-ended")
def last_cell_dense() -> bytes:
    good = ("Bolt", "7318.15.2065", 2, 5, 10, "Japan")
    rows = rows_xml([HEADINGS, *[good] * 12_000])
    far = "<row r='6000'><c r='XFD1048576'><v>1</v></c></row>"
    half = rows.index('<row r="6000">')
    return with_sheet(f"{rows[:half]}{far}{rows[half:]}", before='<dimension ref="A1:F12001"/>')


@horror("one long shared text in a hundred thousand cells", refused="reading-ended")
def long_shared_text() -> bytes:
    parts = parts_of(
        sheet_xml(
            rows_xml(ROWS)
            + "".join(f'<row r="{n}"><c r="B{n}" t="s"><v>0</v></c></row>' for n in range(7, 100_007))
        )
    )
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}"><si><t>{"x" * 4_000_000}</t></si></sst>'
    parts["xl/_rels/workbook.xml.rels"] = relations(
        ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml")
    )
    return packed(parts)


@horror("a table of shared texts that says it has four thousand million", refused="reading-ended")
def many_shared_texts() -> bytes:
    parts = invoice()
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}" count="4294967295" uniqueCount="4294967295"/>'
    parts["xl/_rels/workbook.xml.rels"] = relations(
        ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml")
    )
    return packed(parts)


@horror("a dimension of the whole sheet")
def whole_dimension() -> bytes:
    return with_sheet(rows_xml(ROWS), before='<dimension ref="A1:XFD1048576"/>')


@horror("merged cells over the whole sheet, a hundred thousand times")
def merged_everything() -> bytes:
    merges = '<mergeCell ref="A9:XFD1048576"/>' * 100_000
    return with_sheet(rows_xml(ROWS), after=f"<mergeCells>{merges}</mergeCells>")


@horror("elements a hundred thousand deep")
def deep_elements() -> bytes:
    return with_sheet(rows_xml(ROWS), after=f"{'<ext>' * 100_000}{'</ext>' * 100_000}")


@horror("a sheet name of 300 characters")
def long_sheet_name() -> bytes:
    return packed(parts_of(sheet_xml(rows_xml(ROWS)), name="請求書 '\"<&>[]:*?/\\" * 20))


@horror("cells of 32,767 characters")
def long_cells() -> bytes:
    long = [(*row[:5], row[5], "x" * 32_767, "語 " * 16_383) for row in GOODS]
    return with_sheet(rows_xml([(*HEADINGS, "Remarks", "備考"), *long, TOTAL]))


@horror("a description of 32,767 characters in each of 20 lines", reads=20)
def long_descriptions() -> bytes:
    good = ("7318.15.2065", 2, 5, 10, "Japan")
    return with_sheet(rows_xml([HEADINGS, *[(f"{number} {'ab ' * 10_920}", *good) for number in range(20)]]))


for what, raw in {
    "control characters": "a&#1;b&#8;_x0000_&#27;[31m\x07",
    "marks that turn the direction of writing": "\u202egnp.exe\u202c\u200f\u2066\u061c",
}.items():
    HORRORS[what] = Horror("invoice.xlsx", partial(with_text, raw))

for what, raw in {"a lone surrogate": "a&#xD800;b", "a character beyond Unicode": "a&#x110000;b"}.items():
    HORRORS[what] = Horror("invoice.xlsx", partial(with_text, raw), refused="workbook-damaged")

for what in ("NaN", "INF", "-INF", "1e999", "-1e308", "1e-400", "0x1F", "١٢٣", "--5", "9" * 400):
    HORRORS[f"the number {what[:20]}"] = Horror("invoice.xlsx", partial(with_value, what))

for what in ("0", "-1", "-700000", "1", "60", "2958465", "2958466", "1e10", "NaN"):
    HORRORS[f"the day {what}"] = Horror("invoice.xlsx", partial(dated, what))


for what in ("1899-12-31", "9999-12-31T23:59:59", "10000-01-01", "0000-00-00", "2026-02-30"):
    HORRORS[f"the written day {what}"] = Horror("invoice.xlsx", partial(with_value, what, ' t="d"'))


@horror("formulas in a circle")
def circle() -> bytes:
    circular = '<c r="H2"><f>H3</f></c></row>', '<c r="H3"><f>H2</f></c></row>'
    data = rows_xml(ROWS).split("</row>")
    return with_sheet(
        "</row>".join([data[0], data[1] + circular[0][:-6], data[2] + circular[1][:-6], *data[3:]])
    )


@horror("formulas that start programs and fetch pages")
def formulas() -> bytes:
    payloads = ("cmd|'/c calc'!A1", 'WEBSERVICE("http://127.0.0.1:9/")', 'HYPERLINK("http://127.0.0.1:9/")')
    cells = "".join(
        f'<c r="{c}2" t="str"><f>{f}</f><v>x</v></c>' for c, f in zip("HIJ", payloads, strict=True)
    )
    return with_sheet(rows_xml(ROWS).replace("Japan</t></is></c>", f"Japan</t></is></c>{cells}", 1))


@horror("links to other workbooks")
def external_links() -> bytes:
    linked = '<c r="H2"><f>[1]Sheet1!A1</f><v>5</v></c>'
    parts = parts_of(
        sheet_xml(rows_xml(ROWS).replace("Japan</t></is></c>", f"Japan</t></is></c>{linked}", 1))
    )
    parts["xl/externalLinks/externalLink1.xml"] = (
        f'<externalLink xmlns="{MAIN}"><externalBook r:id="rId1"/></externalLink>'
    )
    parts["xl/externalLinks/_rels/externalLink1.xml.rels"] = relations(
        ("rId1", "externalLinkPath", "//127.0.0.1/share/rates.xlsx"), outside=True
    )
    return packed(parts)


@horror("embedded objects and pictures from elsewhere")
def embedded() -> bytes:
    drawn = '<oleObjects><oleObject progId="Package" shapeId="1" r:id="rId9"/></oleObjects>'
    return packed(
        {
            **parts_of(sheet_xml(rows_xml(ROWS), after=drawn)),
            "xl/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"MZ" * 4_000,
            "xl/worksheets/_rels/sheet1.xml.rels": relations(
                ("rId9", "oleObject", "http://127.0.0.1:9/x.bin"), outside=True
            ),
        }
    )


@horror("parts that say they are encrypted", refused="workbook-encrypted")
def encrypted_parts() -> bytes:
    content = bytearray(packed(invoice()))
    for mark, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = content.find(mark)
        while place >= 0:
            content[place + flags] |= 1
            place = content.find(mark, place + 4)
    return bytes(content)


@horror("macros", name="invoice.xlsm")
def macros() -> bytes:
    return packed(
        {**invoice(), "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"Auto_Open" * 900}
    )


@horror("an .xls file with a program's name", name="invoice.xlsx.exe")
def other_name() -> bytes:
    return packed(invoice())


@horror("an open document whose cells repeat over the whole sheet", name="invoice.ods", refused="*", reads=0)
def repeating() -> bytes:
    table = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        '<table:table table:name="S"><table:table-row table:number-rows-repeated="1048576">'
        '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>'
        "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": table,
            "META-INF/manifest.xml": manifest,
        }
    )
