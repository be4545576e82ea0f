"""Workbooks with a password: opened with it, refused with a reason without."""

from io import BytesIO, StringIO
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook

from duty_desktop.cli import main
from duty_desktop.invoice import WorkbookError, read_invoice


def protected(path: Path, password: str) -> Path:
    """An invoice saved with a password, as Excel does."""
    book = Workbook()
    for row in (["Description", "HTS", "Qty", "Amount USD"], ["Ball bearing", "8482.10.5032", 10, 30]):
        book.worksheets[0].append(row)
    plain = BytesIO()
    book.save(plain)
    with path.open("wb") as file:
        OOXMLFile(BytesIO(plain.getvalue())).encrypt(password, file)
    return path


@pytest.fixture(scope="module")
def secret(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return protected(tmp_path_factory.mktemp("secret") / "請求書.xlsx", "ひみつ 1")


def refusal(path: Path, password: str | None) -> str:
    with pytest.raises(WorkbookError) as caught:
        read_invoice(path, password=password)
    assert path.name in caught.value.finding.message
    return caught.value.finding.code


def test_the_password_opens_the_workbook_and_nothing_stays_behind(
    secret: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    reading = read_invoice(secret, password="ひみつ 1")
    assert reading.file_name == "請求書.xlsx"
    assert reading.documents[0].lines.amount_e4 == [300_000]
    assert list(tmp_path.iterdir()) == []


def test_without_or_with_a_wrong_password_the_reason_is_told(secret: Path) -> None:
    assert refusal(secret, None) == "workbook-encrypted"
    assert refusal(secret, "himitsu") == "password-wrong"


def test_a_workbook_that_excel_opens_unasked_is_opened_unasked(tmp_path: Path) -> None:
    reading = read_invoice(protected(tmp_path / "final.xlsx", "VelvetSweatshop"))
    assert len(reading.documents[0].lines) == 1


def test_the_commands_take_the_password(secret: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(secret), "--password", "ひみつ 1"]) == 0
    assert "8482.10.5032" in capsys.readouterr().out
    assert main(["read", str(secret)]) == 2
    assert "protected by a password" in capsys.readouterr().err


def test_at_a_terminal_the_password_is_asked_for(
    secret: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda prompt: "ひみつ 1" if "請求書" in prompt else "")
    assert main(["read", str(secret)]) == 0
    assert "8482.10.5032" in capsys.readouterr().out


def test_the_commands_take_the_password_from_a_file_which_no_list_of_processes_shows(
    secret: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "word").write_bytes("\ufeffひみつ 1\r\nmore".encode())
    assert main(["read", str(secret), "--password-file", str(tmp_path / "word")]) == 0
    monkeypatch.setattr("sys.stdin", StringIO("ひみつ 1\n"))
    assert main(["read", str(secret), "--password-file", "-"]) == 0
    assert capsys.readouterr().out.count("8482.10.5032") == 2


def test_a_file_of_a_password_that_cannot_be_read_is_told(
    secret: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\xfd")
    for name, why in (("gone", "is not there"), ("bytes", "is no text in UTF-8")):
        with pytest.raises(SystemExit):
            main(["read", str(secret), "--password-file", str(tmp_path / name)])
        assert why in capsys.readouterr().err
