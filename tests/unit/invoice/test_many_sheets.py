"""A workbook of many sheets takes time by their number, not by its square."""

import zipfile
from pathlib import Path

import pytest

from duty_desktop.invoice import read_invoice
from tests.hostile.packages import (
    HEAD,
    MAIN,
    RELATIONS,
    ROWS,
    packed,
    parts_of,
    relations,
    rows_xml,
    sheet_xml,
)

SHEETS = 20


def workbook() -> bytes:
    parts = parts_of("")
    numbers = range(1, SHEETS + 1)
    listed = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers)
    parts["xl/workbook.xml"] = (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{listed}</sheets></workbook>'
    )
    sheets = ((f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in numbers)
    parts["xl/_rels/workbook.xml.rels"] = relations(*sheets, ("rId99", "styles", "styles.xml"))
    parts["xl/styles.xml"] = f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="10"/></cellXfs></styleSheet>'
    for n in numbers:
        parts[f"xl/worksheets/sheet{n}.xml"] = sheet_xml(rows_xml(ROWS))
    return packed(parts)


def test_the_table_of_a_package_is_not_read_for_each_sheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "invoices.xlsx"
    path.write_bytes(workbook())
    opened: list[zipfile.ZipFile] = []
    open_package = zipfile.ZipFile.__init__

    def counted(package: zipfile.ZipFile, file: Path) -> None:
        opened.append(package)
        open_package(package, file)

    monkeypatch.setattr(zipfile.ZipFile, "__init__", counted)
    assert read_invoice(path).documents
    assert len(opened) < SHEETS
