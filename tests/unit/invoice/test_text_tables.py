"""Text tables in every encoding of the trade, with damaged bytes, and with millions of empty lines."""

from pathlib import Path

import pytest

from duty_desktop.invoice import WorkbookError, read_invoice
from duty_desktop.invoice.sources import delimited
from duty_desktop.lines.reading import Reading

HEAD = "品名,HSコード,原産国,数量,単価（円）,金額（円）\r\n"
GOODS = "自動車用ブレーキパッド一式,8708.30.5090,日本,10,120,1200\r\n"
WHOLE = HEAD + GOODS * 30 + "合計,,,,,36000\r\n"


def read(content: bytes, folder: Path) -> Reading:
    path = folder / "invoice.csv"
    path.write_bytes(content)
    return read_invoice(path)


def codes(reading: Reading) -> list[str]:
    return [one.code for one in (*reading.findings, *reading.documents[0].findings)]


ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "cp932",
    "euc_jp",
    "iso2022_jp",
)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_japanese_is_read_in_every_encoding(encoding: str, tmp_path: Path) -> None:
    reading = read(WHOLE.encode(encoding), tmp_path)
    assert set(reading.documents[0].lines.description) == {"自動車用ブレーキパッド一式"}
    assert codes(reading) == []


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "euc_jp", "iso2022_jp"])
def test_a_damaged_byte_does_not_turn_the_whole_text_into_other_letters(
    encoding: str, tmp_path: Path
) -> None:
    content = WHOLE.encode(encoding)
    place = content.index("ブレーキ".encode(encoding)[3:5], len(content) // 2)
    reading = read(content[:place] + b"\xff" + content[place + 1 :], tmp_path)
    texts = list(reading.documents[0].lines.description)
    assert sum(text == "自動車用ブレーキパッド一式" for text in texts) >= 29
    assert "letters-damaged" in codes(reading)


def test_western_letters_are_read(tmp_path: Path) -> None:
    rows = "Description,HTS No.,Origin,Qty,Unit Price (EUR),Amount (EUR)\r\n"
    rows += "Gehäuse für Motor,8503.00.9520,JP,10,5,50\r\n"
    assert read(rows.encode("cp1252"), tmp_path).documents[0].lines.description[0] == "Gehäuse für Motor"


@pytest.mark.parametrize("line", ["\r\n", ",,,,,\r\n", '"",  ,,,,\r\n'])
def test_empty_lines_are_no_content(line: str, tmp_path: Path) -> None:
    assert codes(read((WHOLE + line * 1_100_000).encode(), tmp_path)) == []


def test_empty_lines_within_a_table_count_as_rows(tmp_path: Path) -> None:
    reading = read((HEAD + "\r\n" * 3 + GOODS).encode(), tmp_path)
    assert reading.documents[0].lines.row[0] == 5


def test_a_row_wider_than_those_before_widens_the_table(tmp_path: Path) -> None:
    assert read((GOODS * 600 + "a,b,c,d,e,f,g\r\n").encode(), tmp_path).documents[0].lines.description[599]


def test_a_table_of_more_rows_than_a_sheet_may_have_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delimited, "MOST_ROWS", 31)
    with pytest.raises(WorkbookError, match="more than 31 rows"):
        read(WHOLE.encode(), tmp_path)
