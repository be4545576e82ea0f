"""The program's own folders are entered by their owner only, whatever the system would allow."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from duty_desktop.terms.private_folder import private_folder

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows keeps the user's folders apart by itself")


@pytest.fixture(params=[0o000, 0o022])
def mask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.usefixtures("mask")
def test_what_is_missing_is_made_for_the_owner_alone(tmp_path: Path) -> None:
    folder = private_folder(tmp_path / "share" / "Duty Desktop" / "running")
    assert [rights(one) for one in (folder, folder.parent, folder.parent.parent)] == [0o700] * 3


@pytest.mark.usefixtures("mask")
def test_a_folder_that_was_open_is_closed_and_the_one_above_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "home" / "Duty Desktop"
    folder.mkdir(parents=True)
    above = rights(folder.parent)
    private_folder(folder)
    assert (rights(folder), rights(folder.parent)) == (0o700, above)


def test_a_folder_that_its_owner_closed_to_writing_stays_so(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    private_folder(tmp_path)
    assert rights(tmp_path) == 0o500
    tmp_path.chmod(0o700)


def test_a_file_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OSError, match="file"):
        private_folder(tmp_path / "file" / "inner")
