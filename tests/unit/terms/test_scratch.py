"""Temporary files go when they are done with, and those of a killed program at the next start."""

import errno
import os
import signal
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from duty_desktop.terms.scratch import remove_abandoned, scratch_folder, unfinished
from duty_desktop.terms.whole_file import write_whole

PROGRAM = """
import sys, tempfile, time
from pathlib import Path
from duty_desktop.terms.scratch import scratch_folder, unfinished
tempfile.tempdir = sys.argv[1]
with scratch_folder() as folder, unfinished(Path(sys.argv[2])) as draft:
    (folder / "prices.txt").write_text("secret")
    draft.write_text("secret")
    print("ready", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


def files_in(place: Path) -> list[str]:
    return sorted(one.name for one in place.rglob("*") if one.is_file())


def test_a_temporary_file_is_its_owner_s_alone_and_goes_at_the_end(temporary: Path, tmp_path: Path) -> None:
    with scratch_folder() as folder:
        (folder / "prices.txt").write_text("1")
        if os.name == "posix":
            assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700
        remove_abandoned()
        assert (folder / "prices.txt").exists(), "in use"
    assert list(temporary.iterdir()) == []
    target = tmp_path / ("long name " * 20)
    with unfinished(target) as draft:
        draft.write_text("1")
    assert files_in(tmp_path) == []


def test_a_temporary_file_goes_also_after_an_error(temporary: Path, tmp_path: Path) -> None:
    def fails() -> None:
        raise PermissionError("no")

    with pytest.raises(PermissionError):
        write_whole(tmp_path / "a", b"1", fails)
    assert files_in(tmp_path) == []
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_what_a_killed_program_left_goes_at_the_next_start(temporary: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.xlsx"
    command = [sys.executable, "-c", PROGRAM, str(temporary), str(target)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        remove_abandoned()
        assert "prices.txt" in files_in(temporary), "its program still runs"
        process.send_signal(signal.SIGKILL)
    assert len(files_in(tmp_path)) > 1
    remove_abandoned()
    assert files_in(tmp_path) == []
    assert list(temporary.iterdir()) == []


def test_only_unfinished_files_are_removed_whatever_a_folder_names(temporary: Path, tmp_path: Path) -> None:
    precious, other = tmp_path / "a.duty", tmp_path / "tax.xlsx"
    for path in (precious, other):
        path.write_text("1")
    for number, path in enumerate((precious, other)):
        folder = temporary / f"duty-desktop-{number}"
        folder.mkdir()
        (folder / "held").touch()
        (folder / "elsewhere").write_text(str(path))
    (temporary / "duty-desktop-notes").write_text("not a folder")
    remove_abandoned()
    assert precious.exists()
    assert other.exists()
    assert files_in(temporary) == ["duty-desktop-notes"]


def test_a_full_disk_of_temporary_files_does_not_hinder_saving_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    write_whole(tmp_path / "a", b"1")
    assert files_in(tmp_path) == ["a"]


def test_an_unfinished_file_on_a_drive_that_is_gone_goes_when_the_drive_is_back(
    temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EHOSTDOWN, os.strerror(errno.EHOSTDOWN))

    with monkeypatch.context() as gone, unfinished(drive / "a.xlsx") as draft:
        draft.write_text("secret")
        gone.setattr(Path, "unlink", refuse)
    assert draft.exists()
    drive.rename(tmp_path / "away")
    remove_abandoned()
    (tmp_path / "away").rename(drive)
    remove_abandoned()
    assert list(drive.iterdir()) == []
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes a name that is no text")
def test_an_unfinished_file_is_found_again_whatever_its_folder_is_called(
    temporary: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "\udcff\n"
    folder.mkdir()
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(temporary), os.fsencode(folder / "a.xlsx")],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGKILL)
    assert len(list(folder.iterdir())) == 1
    remove_abandoned()
    assert list(folder.iterdir()) == []
