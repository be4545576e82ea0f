"""Names of files as they come: of characters of all kinds, too long; links; the file gone, or another one."""

import os
import sys
from pathlib import Path

import pytest

from duty_desktop.document import (
    About,
    DocumentError,
    Journal,
    SourceFile,
    open_document,
    recoverable,
    save_document,
)
from duty_desktop.document.file import document_bytes
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.gui.texts import finding_text
from tests.unit.document.conftest import SOURCE

NO_TEXT = "only Linux takes a name that is no text"
NAMES = [
    *("a\nb\tc", "\u202egnp", "🚗 請求書 №1", "-rf", " lead", "dot.", "%s{0}", "'\";$(x)`y`", "a" * 240),
    pytest.param("\udcff\udcfe", marks=pytest.mark.skipif(sys.platform != "linux", reason=NO_TEXT)),
]
only_posix = pytest.mark.skipif(os.name != "posix", reason="names that Windows does not take")


@only_posix
@pytest.mark.parametrize("name", NAMES)
def test_a_document_of_any_name_is_saved_opened_and_recovered(
    worksheet: Worksheet, tmp_path: Path, name: str
) -> None:
    path = tmp_path / f"{name}.duty"
    revision = save_document(path, worksheet, [SOURCE])
    assert open_document(path).revision == revision
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    journal = Journal(tmp_path / "kept", document_bytes(worksheet, [])[0], About(path, "x", unsaved=True))
    assert journal._lock is not None
    os.close(journal._lock.handle)
    (found,) = recoverable(tmp_path / "kept").recoveries
    assert found.about.document == path


@pytest.mark.skipif(sys.platform != "linux", reason=NO_TEXT)
def test_a_name_that_is_no_text_is_told_and_kept_as_one(worksheet: Worksheet, tmp_path: Path) -> None:
    path = tmp_path / "\udcff.csv"
    path.write_bytes(b"1")
    source = SourceFile.of(path)
    assert source == SourceFile("\ufffd.csv", b"1")
    save_document(tmp_path / "a.duty", worksheet, [source])
    assert open_document(tmp_path / "a.duty").sources == (source,)
    with pytest.raises(DocumentError) as caught:
        open_document(path)
    finding_text(caught.value.finding).encode()


@pytest.mark.skipif(sys.platform != "linux", reason="255 bytes are Linux's")
def test_a_name_that_is_too_long_is_told(worksheet: Worksheet, tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        save_document(tmp_path / f"{'語' * 85}.duty", worksheet, [])
    assert caught.value.finding.message.endswith("could not be saved: its name is too long.")
    assert caught.value.finding.remedy == "Give it another name."
    assert list(tmp_path.iterdir()) == []


@only_posix
def test_a_link_stays_one_and_its_document_is_saved_where_it_is(worksheet: Worksheet, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    real, link = tmp_path / "there" / "real.duty", tmp_path / "link.duty"
    first = save_document(real, worksheet, [SOURCE])
    link.symlink_to(real)
    second = save_document(link, worksheet, [SOURCE], replaces=first)
    assert link.is_symlink()
    assert open_document(real).revision == second


@only_posix
def test_links_in_a_circle_end_in_words_or_in_a_document(worksheet: Worksheet, tmp_path: Path) -> None:
    one, other = tmp_path / "one.duty", tmp_path / "other.duty"
    one.symlink_to(other)
    other.symlink_to(one)
    with pytest.raises(DocumentError):
        open_document(one)
    revision = save_document(one, worksheet, [SOURCE])
    assert open_document(one).revision == revision


def test_another_file_put_in_its_place_is_not_overwritten(worksheet: Worksheet, tmp_path: Path) -> None:
    path = tmp_path / "a.duty"
    revision = save_document(path, worksheet, [SOURCE])
    for other in (b"quite another file", b""):
        path.write_bytes(other)
        with pytest.raises(DocumentError) as caught:
            save_document(path, worksheet, [SOURCE], replaces=revision)
        assert caught.value.finding.code == "document-changed-elsewhere"
        assert path.read_bytes() == other
    path.unlink()
    path.mkdir()
    with pytest.raises(DocumentError):
        save_document(path, worksheet, [SOURCE], replaces=revision)
    assert [one.name for one in tmp_path.iterdir()] == ["a.duty"]


@pytest.mark.parametrize(
    ("windows", "why", "remedy"),
    [
        (32, "another program has it open", "Close it there."),
        (59, "the drive does not answer", "Check where it is."),
        (None, "you have no right to read it", "Check where it is."),
    ],
)
def test_a_document_that_cannot_be_read_says_why(
    worksheet: Worksheet,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    windows: int | None,
    why: str,
    remedy: str,
) -> None:
    path = tmp_path / "a.duty"
    revision = save_document(path, worksheet, [SOURCE])

    def refuse(_: Path) -> bytes:
        error = PermissionError(13, "as the system says it")
        error.winerror = windows  # type: ignore[attr-defined,unused-ignore]
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", refuse)
        with pytest.raises(DocumentError) as caught:
            open_document(path)
        assert caught.value.finding.message == f"“a.duty” could not be opened: {why}."
        assert caught.value.finding.remedy == remedy
        with pytest.raises(DocumentError):
            save_document(path, worksheet, [], replaces=revision)
    assert open_document(path).revision == revision
