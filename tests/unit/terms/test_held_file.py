"""Of all programs that want a file, one holds it."""

import errno
import os
import sys
from pathlib import Path

import pytest

from duty_desktop.terms import held_file
from duty_desktop.terms.held_file import HeldFile


def test_one_holds_the_file_until_it_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "program.lock"
    first = HeldFile.take(path)
    assert first is not None
    assert HeldFile.take(path) is None
    first.release()
    assert HeldFile.take(path) is not None


@pytest.mark.skipif(sys.platform == "win32", reason="there a file that is open cannot be removed")
def test_a_file_removed_between_opening_and_locking_is_not_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "program.lock"
    first = HeldFile.take(path)
    assert first is not None
    lock = held_file._lock
    left = [first]

    def while_the_first_lets_go(handle: int) -> None:
        while left:
            left.pop().release()
        lock(handle)

    with monkeypatch.context() as patch:
        patch.setattr(held_file, "_lock", while_the_first_lets_go)
        second = HeldFile.take(path)
    assert second is not None
    assert HeldFile.take(path) is None, "a third would hold another file of the same name"


def test_a_disk_without_locks_lets_everybody_hold_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(held_file, "_lock", refuse)
    for _ in range(2):
        assert HeldFile.take(tmp_path / "program.lock") is not None
