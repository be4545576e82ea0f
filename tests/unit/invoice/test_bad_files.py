"""Every file that cannot be read gets one sentence that names it and says what to do."""

import os
import struct
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from duty_desktop.invoice import ReadingCancelled, WorkbookError, read_invoice, read_safely
from duty_desktop.invoice.sources import package
from tests.hostile.old_workbook import OLE, begin, compound, record
from tests.invoices_written.model import saved
from tests.invoices_written.plain import GOODS, HEADINGS, TOTAL


def refusal(path: Path) -> str:
    with pytest.raises(WorkbookError) as caught:
        read_invoice(path)
    finding = caught.value.finding
    assert path.name in finding.message or "sheet" in finding.message
    assert finding.remedy.endswith(".")
    return finding.code


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.xlsx", b"", "file-empty"),
        ("picture.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "not-a-workbook"),
        ("invoice.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "not-a-workbook"),
        ("page.xls", b"<html><table><tr><td>Invoice</td></tr></table></html>", "not-a-workbook-web-page"),
        ("cut-secret.xlsx", OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "workbook-damaged"),
        ("letter.doc", OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le"), "not-a-workbook"),
        ("cut.xlsx", b"PK\x03\x04" + b"\0" * 400, "workbook-damaged"),
        ("cut.xls", OLE + b"\0" * 600 + "Workbook".encode("utf-16-le"), "workbook-damaged"),
        ("noise.csv", bytes(range(256)) * 40, "not-a-workbook"),
        ("blank.csv", b"\r\n\r\n", "workbook-empty"),
        ("words.csv", b"Dear Sirs,\r\nplease find our invoice attached.\r\n", "no-table-found"),
        (
            "two_cars.csv",
            b"Car Name,HIACE,CARRY\r\nFrame No.,TRH200-1,DA63T-1\r\nFOB,8000,3000\r\n",
            "form-not-read",
        ),
    ],
)
def test_a_file_that_is_no_readable_workbook_is_refused(
    name: str, content: bytes, code: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    assert refusal(tmp_path / name) == code


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nowhere.xlsx") == "file-missing"
    assert refusal(tmp_path) == "file-is-folder"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_a_pipe_into_which_nobody_writes_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "never.csv"
    os.mkfifo(pipe)
    assert refusal(pipe) == "file-is-device"
    with pytest.raises(WorkbookError) as caught:
        read_safely(pipe)
    assert caught.value.finding.code == "file-is-device"


def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "photos.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "photos")
    assert refusal(path) == "not-a-workbook"


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (package.RATIO_MATTERS_FROM + 1))
    assert refusal(path) == "workbook-inflates"


def test_a_file_over_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_FILE_BYTES", 2**20)
    path = tmp_path / "large.csv"
    path.write_bytes(b"a,b\n" * 2**19)
    assert refusal(path) == "file-too-large"


def test_a_workbook_without_values_is_refused(tmp_path: Path) -> None:
    Workbook().save(tmp_path / "new.xlsx")
    assert refusal(tmp_path / "new.xlsx") == "workbook-empty"


def test_a_workbook_without_a_table_is_refused(tmp_path: Path) -> None:
    saved([["Dear Sirs,"], ["Thank you for your order.", 12]])(tmp_path / "letter.xlsx")
    assert refusal(tmp_path / "letter.xlsx") == "no-table-found"


def test_an_encrypted_open_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
        archive.writestr("content.xml", b"\0\1\2")
    assert refusal(path) == "opendocument-encrypted"


def test_an_old_workbook_with_cells_far_apart_is_refused_before_allocation(tmp_path: Path) -> None:
    path = tmp_path / "far.xls"
    far = struct.pack("<HHHd", 65_535, 65_535, 0, 1.0)
    path.write_bytes(compound(begin(0x0010) + record(0x0203, far)))
    assert refusal(path) == "sheet-too-wide"


def _record(kind: int, body: bytes) -> bytes:
    return bytes([kind, len(body)]) + body


def test_a_binary_workbook_with_cells_far_apart_is_refused_before_allocation(tmp_path: Path) -> None:
    path = tmp_path / "far.xlsb"
    sheet = _record(0, struct.pack("<I", 1_048_575) + bytes(12)) + _record(
        5, struct.pack("<I", 16_383) + bytes(12)
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.bin", b"")
        archive.writestr("xl/worksheets/sheet1.bin", sheet)
    assert refusal(path) == "sheet-too-wide"


def test_a_workbook_with_a_foreign_suffix_is_read_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "invoice.xls"
    saved([HEADINGS, *GOODS, *TOTAL])(path)
    assert len(read_invoice(path).documents[0].lines) == 3


def test_the_caller_can_stop_the_reading(tmp_path: Path) -> None:
    path = tmp_path / "invoice.xlsx"
    saved([HEADINGS, *GOODS, *TOTAL])(path)
    told: list[float] = []

    def stop_at_the_sheet(fraction: float, _what: str) -> bool:
        told.append(fraction)
        return fraction == 0

    with pytest.raises(ReadingCancelled):
        read_invoice(path, progress=stop_at_the_sheet)
    assert told[0] == 0
    assert len(told) == 2
