"""A report that a disk refuses: told in words, the old file as it was, nothing left behind."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from duty_desktop.printing.pdf import write_pdf
from duty_desktop.report.entry_csv_json import write_entry_csv, write_entry_json
from duty_desktop.report.exporting import ExportError
from duty_desktop.report.sections import ReportContent
from duty_desktop.report.workbook import write_workbook
from tests.unit.report.made import made_content

Write = Callable[[ReportContent, Path], object]
FORMS: dict[str, Write] = {
    "r.xlsx": write_workbook,
    "r.csv": write_entry_csv,
    "r.json": write_entry_json,
    "r.pdf": write_pdf,
}
SIZES = [*((name, 100) for name in FORMS), ("r.xlsx", 12_000), ("r.pdf", 4_096), ("r.pdf", 16_384)]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a limit of POSIX systems")


@contextmanager
def disk_that_ends_after(size: int) -> Iterator[None]:
    """No file may grow beyond `size` bytes: a write goes in part of the way, as on a full disk."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize(
    ("name", "size"),
    [*((name, 100) for name in FORMS), ("r.xlsx", 12_000), ("r.pdf", 4_096), ("r.pdf", 16_384)],
)
def test_full_disk_leaves_the_old_report_and_nothing_else(name: str, size: int, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"the report of yesterday")
    with disk_that_ends_after(size), pytest.raises(ExportError) as caught:
        FORMS[name](made_content(), path)
    assert name in caught.value.finding.message
    assert caught.value.finding.remedy
    assert path.read_bytes() == b"the report of yesterday"
    assert [one.name for one in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", FORMS)
def test_folder_that_is_gone_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        FORMS[name](made_content(), tmp_path / "gone" / name)
    assert name in caught.value.finding.message


@pytest.mark.parametrize("name", FORMS)
def test_report_open_in_excel_stays_and_nothing_is_left(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / name
    path.write_bytes(b"open in Excel")

    def refuse(*_: object) -> None:
        error = PermissionError(13, "sharing violation")
        error.winerror = 32  # type: ignore[attr-defined,unused-ignore]
        raise error

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ExportError) as caught:
        FORMS[name](made_content(), path)
    assert "another program has it open" in caught.value.finding.message
    assert "Close it" in caught.value.finding.remedy
    assert path.read_bytes() == b"open in Excel"
    assert [one.name for one in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", FORMS)
def test_a_report_written_through_a_link_is_there_and_the_link_stays(name: str, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    real, link = tmp_path / "there" / name, tmp_path / name
    real.write_bytes(b"the report of yesterday")
    link.symlink_to(real)
    FORMS[name](made_content(), link)
    assert link.is_symlink()
    assert real.read_bytes() != b"the report of yesterday"
