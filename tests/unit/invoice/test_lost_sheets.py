"""A sheet that cannot be read beside a good one is never left out in silence, and none is misread."""

import re
import struct
import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pytest

from duty_desktop.invoice import WorkbookError, read_invoice
from duty_desktop.lines.reading import Reading
from tests.hostile.old_workbook import book, cells, compound
from tests.hostile.packages import (
    HEAD,
    HEADINGS,
    MAIN,
    RELATIONS,
    ROWS,
    Parts,
    packed,
    parts_of,
    relations,
    rows_xml,
    sheet_xml,
)
from tests.invoices_written.formats import MANIFEST

MORE = (
    HEADINGS,
    ("Water pump", "8413.30.9090", 100, 10, 1000, "Japan"),
    ("Radiator", "8708.91.5000", 10, 8, 80, "Japan"),
    ("TOTAL", "", "", "", 1080, ""),
)
SECOND = "xl/worksheets/sheet2.xml"
BOOK, RELATED = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"


def two_sheets(sheet: str | bytes = "") -> Parts:
    parts = parts_of(sheet_xml(rows_xml(ROWS)))
    listed = "".join(
        f'<sheet name="{name}" sheetId="{at}" r:id="rId{at}"/>' for at, name in ((1, "Good"), (2, "Other"))
    )
    parts[BOOK] = f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{listed}</sheets></workbook>'
    parts[RELATED] = relations(
        ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "worksheet", "worksheets/sheet2.xml")
    )
    parts[SECOND] = sheet or sheet_xml(rows_xml(MORE))
    return parts


def other(change: Callable[[str], str | bytes], part: str = SECOND) -> bytes:
    """Two sheets with a change to a part, mostly to the second sheet."""
    parts = two_sheets()
    parts[part] = change(str(parts[part]))
    return packed(parts)


def read(content: bytes, folder: Path, name: str = "invoice.xlsx") -> Reading:
    path = folder / name
    path.write_bytes(content)
    return read_invoice(path)


def in_utf_16(xml: str) -> bytes:
    return xml.replace("UTF-8", "UTF-16").encode("utf-16")


def in_iso_2022(xml: str) -> bytes:
    return xml.replace("UTF-8", "ISO-2022-JP").replace("Radiator", "ラジエーター").encode("iso-2022-jp")


LOST = {
    "in UTF-16": other(in_utf_16),
    "in UTF-16 without a mark": other(lambda xml: in_utf_16(xml)[2:]),
    "in UTF-32": other(lambda xml: xml.encode("utf-32")),
    "in ISO-2022-JP": other(in_iso_2022),
    "without a place for rows": other(lambda xml: xml.replace("sheetData", "data")),
    "with two prefixes": other(
        lambda xml: xml.replace("<", "<x:x:").replace("<x:x:/", "</x:x:").replace("<x:x:?", "<?")
    ),
    "said to be a chart": other(
        lambda xml: xml.replace(
            'worksheet" Target="worksheets/sheet2', 'chartsheet" Target="worksheets/sheet2'
        ),
        RELATED,
    ),
    "cut off": other(lambda xml: xml[: xml.index('<row r="3"')]),
    "of a number in pieces": other(lambda xml: xml.replace("<v>1000<", "<v>10<!-- -->00<")),
    "of a number with an instruction": other(lambda xml: xml.replace("<v>1000<", "<v>10<?x y?>00<")),
    "of a number with a letter's number": other(lambda xml: xml.replace("<v>1000<", "<v>10&#48;0<")),
    "of blanks around a shared text's number": other(
        lambda xml: xml.replace('<c r="E3">', '<c r="E3" t="s">').replace("<v>80<", "<v>\n80\n<")
    ),
}


@pytest.mark.parametrize("how", LOST)
def test_a_sheet_that_would_vanish_or_be_misread_is_named(how: str, tmp_path: Path) -> None:
    with pytest.raises(WorkbookError) as caught:
        read(LOST[how], tmp_path)
    assert "“Other”" in caught.value.finding.message
    assert caught.value.finding.remedy.endswith(".")


def twice(name: str) -> bytes:
    memory = BytesIO(packed(two_sheets()))
    with zipfile.ZipFile(memory, "a") as package:
        package.writestr(name, sheet_xml(""))
    return memory.getvalue()


DAMAGED = {
    "shared texts in UTF-16": packed({**two_sheets(), "xl/sharedStrings.xml": in_utf_16(f"{HEAD}<sst/>")}),
    "two sheets of one name": other(lambda xml: xml.replace("Other", "Good"), BOOK),
    "two parts of one name": twice("xl/Worksheets/Sheet2.XML"),
}


@pytest.mark.parametrize("how", DAMAGED)
def test_a_workbook_that_says_two_things_is_refused(how: str, tmp_path: Path) -> None:
    with pytest.raises(WorkbookError, match=r"invoice\.xlsx"):
        read(DAMAGED[how], tmp_path)


def hidden(xml: str) -> str:
    return xml.replace('<row r="3"', '<row r="3" hidden="1"')


def prefixed(xml: str) -> str:
    """As the Open XML SDK writes it."""
    declared, _, rest = xml.partition("?>")
    return f"{declared}?>" + re.sub(r"<(/?)(\w)", r"<\1x:\2", rest).replace("xmlns=", "xmlns:x=")


OTHERWISE = {
    "with prefixes": other(lambda xml: prefixed(hidden(xml))),
    "with single quotes": other(lambda xml: hidden(xml).replace('"', "'")),
    "with blanks around the signs": other(
        lambda xml: xml.replace('<row r="3"', '<row\nr = "3" hidden = "true"')
    ),
    "under a name with a sign": packed(
        {
            **two_sheets(hidden(sheet_xml(rows_xml(MORE)))),
            BOOK: str(two_sheets()[BOOK])
            .replace('"Other"', "'A>B'")
            .replace("r:id", "q:id")
            .replace(":r=", ":q="),
        }
    ),
    "in a part with other capital letters": packed(
        {
            **two_sheets(hidden(sheet_xml(rows_xml(MORE)))),
            RELATED: str(two_sheets()[RELATED]).replace("worksheets/sheet2", "Worksheets/Sheet2"),
        }
    ),
}


@pytest.mark.parametrize("how", OTHERWISE)
def test_what_is_hidden_is_seen_however_the_xml_is_written(how: str, tmp_path: Path) -> None:
    reading = read(OTHERWISE[how], tmp_path)
    assert [len(document.lines) for document in reading.documents] == [3, 2]
    assert [finding.code for finding in reading.documents[1].findings] == ["hidden-rows-read"]


def styled(write: Callable[[str], str]) -> bytes:
    """The unit price in a format that names yen, in a sheet written somehow."""
    rows = (
        rows_xml(ROWS)
        .replace("(USD)", "")
        .replace('<c r="E', '<c s="1" r="E')
        .replace('<c r="D', '<c s="1" r="D')
    )
    parts = parts_of(write(sheet_xml(rows)))
    parts["xl/styles.xml"] = (
        f'<styleSheet xmlns="{MAIN}"><numFmts>'
        '<numFmt numFmtId="170" formatCode="&quot;¥&quot;#,##0"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>'
    )
    parts[RELATED] = relations(
        ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml")
    )
    return packed(parts)


@pytest.mark.parametrize("write", [str, prefixed, lambda xml: xml.replace('"', "'")])
def test_number_formats_are_seen_however_the_xml_is_written(
    write: Callable[[str], str], tmp_path: Path
) -> None:
    assert read(styled(write), tmp_path).documents[0].currency == "JPY"


def old(change: Callable[[bytes], bytes] = bytes) -> bytes:
    return compound(change(book({"Good": cells(ROWS), "Other": cells(MORE)})))


def place_of_other(stream: bytes) -> int:
    return stream.index(b"Other") - 8


def elsewhere(place: int) -> Callable[[bytes], bytes]:
    def change(stream: bytes) -> bytes:
        at = place_of_other(stream)
        return stream[:at] + struct.pack("<I", place) + stream[at + 4 :]

    return change


def as_chart(stream: bytes) -> bytes:
    at = place_of_other(stream) + 5
    return stream[:at] + b"\x02" + stream[at + 1 :]


def test_an_old_workbook_of_two_sheets_is_read(tmp_path: Path) -> None:
    assert [len(one.lines) for one in read(old(), tmp_path, "invoice.xls").documents] == [3, 2]


@pytest.mark.parametrize("change", [elsewhere(0), elsewhere(200), elsewhere(10**6), as_chart])
def test_an_old_workbook_whose_sheet_is_not_where_it_is_said_to_be_is_refused(
    change: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    with pytest.raises(WorkbookError, match=r"invoice\.xls”? is damaged"):
        read(old(change), tmp_path, "invoice.xls")


def table(name: str, rows: Sequence[Sequence[str | float]]) -> str:
    def written(value: str | float) -> str:
        return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'

    body = "".join(f"<table:table-row>{''.join(map(written, row))}</table:table-row>" for row in rows)
    return f'<table:table table:name="{name}">{body}</table:table>'


def open_document(change: Callable[[str], str | bytes] = str, manifest: str | bytes = MANIFEST) -> bytes:
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f"{HEAD}<office:document-content{spaces}><office:body><office:spreadsheet>"
        f"{table('Good', ROWS)}{table('Other', MORE)}"
        "<table:dde-links><table:dde-link><table:table><table:table-row/></table:table></table:dde-link>"
        "</table:dde-links></office:spreadsheet></office:body></office:document-content>"
    )
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": change(content),
            "META-INF/manifest.xml": manifest,
        }
    )


def test_an_open_document_of_two_sheets_is_read(tmp_path: Path) -> None:
    assert [len(one.lines) for one in read(open_document(), tmp_path, "invoice.ods").documents] == [3, 2]


LOST_TABLES = {
    "cut off between two sheets": open_document(
        lambda xml: xml[: xml.index('<table:table table:name="Other"')]
    ),
    "a sheet that does not end": open_document(lambda xml: xml.replace("</table:table>", "", 1)),
    "a sheet without a name": open_document(lambda xml: xml.replace(' table:name="Other"', "")),
    "two sheets of one name": open_document(lambda xml: xml.replace('"Other"', "'Good'")),
    "in UTF-16": open_document(in_utf_16),
}


@pytest.mark.parametrize("how", LOST_TABLES)
def test_an_open_document_of_which_a_sheet_would_be_lost_is_refused(how: str, tmp_path: Path) -> None:
    with pytest.raises(WorkbookError, match=r"damaged|UTF-16"):
        read(LOST_TABLES[how], tmp_path, "invoice.ods")


def spoiled_manifest(encrypted: bool) -> bytes:
    content = bytearray(open_document(manifest=MANIFEST * 9))
    entry = content.rindex(b"PK\x01\x02")
    place = int.from_bytes(content[entry + 42 : entry + 46], "little")
    if encrypted:
        content[entry + 8] |= 1
        content[place + 6] |= 1
    else:
        begins = place + 30 + len("META-INF/manifest.xml")
        content[begins : begins + 20] = b"\xff" * 20
    return bytes(content)


@pytest.mark.parametrize(
    ("encrypted", "code"), [(True, "opendocument-encrypted"), (False, "workbook-damaged")]
)
def test_an_open_document_with_a_manifest_that_cannot_be_unpacked_is_refused(
    encrypted: bool, code: str, tmp_path: Path
) -> None:
    with pytest.raises(WorkbookError) as caught:
        read(spoiled_manifest(encrypted), tmp_path, "invoice.ods")
    assert caught.value.finding.code == code
