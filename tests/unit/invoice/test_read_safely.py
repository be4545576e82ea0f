"""A file that is not surely small is read in a process of its own, which can be ended and may die."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from duty_desktop.invoice import ReadingCancelled, WorkbookError, read_invoice, read_safely, safely
from duty_desktop.invoice.sources.modest import MODEST_BYTES, is_modest
from duty_desktop.lines.reading import Reading
from duty_desktop.terms.resources import resource_folder
from tests.hostile.packages import ROWS, invoice, packed, parts_of, rows_xml, sheet_xml

KANTO = resource_folder() / "samples" / "kanto-auto-parts-2026-1187.xlsx"


@pytest.fixture
def all_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """No file counts as modest."""
    monkeypatch.setattr(safely, "is_modest", lambda _: False)


@pytest.mark.usefixtures("all_apart")
def test_a_process_reads_what_is_read_here() -> None:
    told: list[float] = []

    def progress(fraction: float, _: str) -> bool:
        told.append(fraction)
        return True

    assert read_safely(KANTO, progress=progress) == read_invoice(KANTO)
    assert told == sorted(told)


@pytest.mark.usefixtures("all_apart")
def test_a_refusal_of_the_process_comes_with_its_finding(tmp_path: Path) -> None:
    fake = tmp_path / "fake.xlsx"
    fake.write_bytes(b"%PDF-1.7")
    with pytest.raises(WorkbookError) as caught:
        read_safely(fake)
    assert caught.value.finding.code == "not-a-workbook"


@pytest.mark.usefixtures("all_apart")
def test_a_cancelled_reading_ends_within_a_second() -> None:
    started = time.monotonic()
    with pytest.raises(ReadingCancelled):
        read_safely(KANTO, progress=lambda *_: False)
    assert time.monotonic() - started < 1


@pytest.mark.usefixtures("all_apart")
def test_a_process_that_dies_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safely, "child", _dies)
    with pytest.raises(WorkbookError) as caught:
        read_safely(KANTO)
    assert caught.value.finding.code == "reading-ended"


def _dies(*_: object) -> None:
    os._exit(9)


def test_a_mistake_of_the_program_is_told_like_a_file_that_cannot_be_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(*_: object, **__: object) -> Reading:
        raise ZeroDivisionError("a secret of the invoice")

    monkeypatch.setattr(safely, "read_invoice", fails)
    with pytest.raises(WorkbookError) as caught:
        read_safely(KANTO)
    assert caught.value.finding.code == "reading-failed"
    assert "secret" not in str(caught.value)


def far(reference: str) -> bytes:
    """The invoice with one more cell, its reference as written."""
    return packed(parts_of(sheet_xml(f"{rows_xml(ROWS)}<row><c {reference}><v>1</v></c></row>")))


@pytest.mark.parametrize(
    "content",
    [
        lambda: b"x" * (MODEST_BYTES + 1),
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        lambda: b"PK\3\4 cut off",
        lambda: packed({"content.xml": "", "mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
        lambda: packed({"xl/workbook.bin": b"", "xl/worksheets/sheet1.bin": b""}),
        lambda: far('r="XFD1048576"'),
        lambda: far("r='XFD1048576'"),
        lambda: far('r = "xfd1048576"'),
        lambda: far('\n\tr\n=\n"XFD1048576"'),
        lambda: packed({**invoice(), "xl/sharedStrings.xml": "<sst uniqueCount='4294967295'/>"}),
    ],
)
def test_what_may_ask_for_much_memory_is_not_read_here(content: Callable[[], bytes], tmp_path: Path) -> None:
    path = tmp_path / "invoice.xlsx"
    path.write_bytes(content())
    assert not is_modest(path)


def test_an_ordinary_invoice_is_read_here(tmp_path: Path) -> None:
    path = tmp_path / "invoice.csv"
    path.write_bytes(b"Description,Qty\r\n")
    assert is_modest(path)
    assert all(is_modest(sample) for sample in KANTO.parent.glob("*.xlsx"))
