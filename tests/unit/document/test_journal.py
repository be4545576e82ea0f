"""The autosave journal: whatever happens, what was entered comes back."""

import errno
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from duty_desktop.document import About, DocumentError, Journal, LeftBehind, document_bytes, recoverable
from duty_desktop.document.migrations import VERSION
from duty_desktop.estimate.edits import LineEdit
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.tariff.law import Law
from duty_desktop.terms import held_file
from tests.unit.document.conftest import SOURCE

UNSAVED = About(None, "請求書")
EDITS = tuple(LineEdit("note", (0,), (f"note {number}",)) for number in range(5))


class Crash:
    """A journal whose program ended without a word: its lock is free, its files are there."""

    def __init__(self, folder: Path, worksheet: Worksheet, about: About = UNSAVED) -> None:
        self.folder = folder
        self.journal = Journal(folder, document_bytes(worksheet, [SOURCE])[0], about)

    def happen(self) -> None:
        lock = self.journal._lock
        assert lock is not None
        os.close(lock.handle)


def test_edits_since_the_last_whole_state_come_back(worksheet: Worksheet, law: Law, tmp_path: Path) -> None:
    crash = Crash(tmp_path, worksheet)
    expected = Worksheet(law, worksheet.readings, worksheet.shipment, worksheet.edits())
    for edit in (*EDITS, LineEdit("hts", (3,), ("7318152065",))):
        crash.journal.append(edit)
        expected.apply(edit)
    crash.happen()
    (found,) = recoverable(tmp_path).recoveries
    assert found.about == UNSAVED
    again = Worksheet(law, found.saved.readings, found.saved.shipment, found.all_edits)
    assert again.totals == expected.totals
    assert again.edits() == expected.edits()
    found.discard()
    assert recoverable(tmp_path).recoveries == ()
    assert list(tmp_path.iterdir()) == []


def test_a_number_that_was_proposed_comes_back_as_a_proposal(
    worksheet: Worksheet, law: Law, tmp_path: Path
) -> None:
    crash = Crash(tmp_path, worksheet)
    crash.journal.append(LineEdit("hts", (3,), ("7318152065?description 83",)))
    crash.happen()
    (found,) = recoverable(tmp_path).recoveries
    again = Worksheet(law, found.saved.readings, found.saved.shipment, found.all_edits)
    assert [(line, one.text) for line, one in again.proposals.items()] == [(3, "7318152065?description 83")]


def test_running_session_is_left_alone(worksheet: Worksheet, tmp_path: Path) -> None:
    journal = Journal(tmp_path, document_bytes(worksheet, [])[0], UNSAVED)
    assert recoverable(tmp_path).recoveries == ()
    journal.append(EDITS[0])
    journal.close()
    assert list(tmp_path.iterdir()) == []


def test_new_whole_state_takes_the_place_of_the_edits_before_it(worksheet: Worksheet, tmp_path: Path) -> None:
    crash = Crash(tmp_path, worksheet)
    crash.journal.append(EDITS[0])
    worksheet.apply(EDITS[0])
    path = tmp_path / "a.duty"
    crash.journal.rebase(document_bytes(worksheet, [SOURCE])[0], About(path, "a"))
    crash.journal.append(EDITS[1])
    crash.happen()
    (found,) = recoverable(tmp_path).recoveries
    assert found.about.document == path
    assert found.edits == (EDITS[1],)
    assert worksheet.edits() == found.saved.edits


def test_saved_document_without_later_edits_leaves_nothing_to_recover(
    worksheet: Worksheet, tmp_path: Path
) -> None:
    crash = Crash(tmp_path, worksheet, About(tmp_path / "a.duty", "a"))
    crash.happen()
    assert recoverable(tmp_path).recoveries == ()
    assert list(tmp_path.iterdir()) == []


def test_first_change_after_saving_stands_in_the_whole_state_and_comes_back(
    worksheet: Worksheet, tmp_path: Path
) -> None:
    Crash(tmp_path, worksheet, About(tmp_path / "a.duty", "a", "0011", unsaved=True)).happen()
    (found,) = recoverable(tmp_path).recoveries
    assert found.about.revision == "0011"


def test_never_saved_estimate_is_offered_even_without_edits(worksheet: Worksheet, tmp_path: Path) -> None:
    Crash(tmp_path, worksheet).happen()
    assert len(recoverable(tmp_path).recoveries) == 1


@pytest.mark.parametrize("lost", range(1, 60, 7))
def test_line_cut_off_by_the_crash_is_left_out_and_the_others_stay(
    worksheet: Worksheet, tmp_path: Path, lost: int
) -> None:
    crash = Crash(tmp_path, worksheet)
    for edit in EDITS:
        crash.journal.append(edit)
    crash.happen()
    (journal,) = tmp_path.glob("*.journal")
    journal.write_bytes(journal.read_bytes()[:-lost])
    (found,) = recoverable(tmp_path).recoveries
    assert found.edits == EDITS[:-1]


def test_crash_between_the_whole_state_and_its_journal_loses_nothing(
    worksheet: Worksheet, tmp_path: Path
) -> None:
    crash = Crash(tmp_path, worksheet)
    crash.journal.append(EDITS[0])
    crash.happen()
    (base,) = tmp_path.glob("*.base")
    newer = base.with_name(base.name.replace("-000001", "-000002"))
    newer.write_bytes(base.read_bytes())
    newer.with_suffix(".journal").write_bytes(b"")
    (found,) = recoverable(tmp_path).recoveries
    assert found.edits == (EDITS[0],)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.name: path.read_bytes() for path in folder.rglob("*") if path.suffix in (".base", ".journal")
    }


def test_what_cannot_be_understood_is_put_aside_and_told_once(worksheet: Worksheet, tmp_path: Path) -> None:
    crash = Crash(tmp_path, worksheet)
    crash.journal.append(EDITS[0])
    crash.happen()
    (base,) = tmp_path.glob("*.base")
    base.write_bytes(b"rubbish")
    before = contents(tmp_path)
    found = recoverable(tmp_path)
    assert found.recoveries == ()
    assert [one.code for one in found.findings] == ["recovery-damaged"]
    assert str(tmp_path / "unreadable") in found.findings[0].message
    assert contents(tmp_path / "unreadable") == before
    assert recoverable(tmp_path) == LeftBehind()
    assert contents(tmp_path / "unreadable") == before


def test_heading_that_is_damaged_is_no_reason_to_remove_the_edits(
    worksheet: Worksheet, tmp_path: Path
) -> None:
    crash = Crash(tmp_path, worksheet)
    crash.journal.append(EDITS[0])
    crash.happen()
    (journal,) = tmp_path.glob("*.journal")
    journal.write_bytes(b"x" + journal.read_bytes()[1:])
    before = contents(tmp_path)
    assert [one.code for one in recoverable(tmp_path).findings] == ["recovery-damaged"]
    assert contents(tmp_path) == before


@pytest.mark.parametrize("damaged", [b"00000000 {}\n", b"rubbish\n"])
def test_edits_before_one_that_is_damaged_come_back_and_the_others_are_kept(
    worksheet: Worksheet, tmp_path: Path, damaged: bytes
) -> None:
    crash = Crash(tmp_path, worksheet)
    for edit in EDITS:
        crash.journal.append(edit)
    crash.happen()
    (journal,) = tmp_path.glob("*.journal")
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join([*lines[:3], damaged, *lines[4:]]))
    before = contents(tmp_path)
    found = recoverable(tmp_path)
    (recovery,) = found.recoveries
    assert recovery.edits == EDITS[:2]
    assert [one.code for one in found.findings] == ["recovery-in-part"]
    recovery.discard()
    assert contents(tmp_path / "unreadable") == before


@pytest.mark.parametrize(
    "edit",
    [
        LineEdit("note", (4,), ("no such line",)),
        LineEdit("note", (0, 1), ("one value",)),
        LineEdit("shape", (0,), ("round",)),
    ],
)
def test_edit_that_does_not_fit_is_not_offered(worksheet: Worksheet, tmp_path: Path, edit: LineEdit) -> None:
    crash = Crash(tmp_path, worksheet)
    for one in (EDITS[0], edit, EDITS[1]):
        crash.journal.append(one)
    crash.happen()
    (recovery,) = recoverable(tmp_path).recoveries
    assert recovery.edits == EDITS[:1]
    assert not recovery.is_whole


def test_what_the_disk_does_not_give_back_now_stays(
    worksheet: Worksheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Crash(tmp_path, worksheet).happen()
    before = contents(tmp_path)
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.suffix == ".base":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    found = recoverable(tmp_path)
    assert [one.code for one in found.findings] == ["recovery-refused"]
    monkeypatch.undo()
    assert contents(tmp_path) == before
    assert len(recoverable(tmp_path).recoveries) == 1


def test_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert recoverable(tmp_path / "nowhere").recoveries == ()


def test_journal_that_cannot_be_written_says_so(worksheet: Worksheet, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(DocumentError):
        Journal(tmp_path / "file" / "autosave", document_bytes(worksheet, [])[0], UNSAVED)


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


@pytest.mark.skipif(sys.platform == "win32", reason="a limit of POSIX systems")
def test_edit_cut_off_by_a_full_disk_does_not_hide_those_after_it(
    worksheet: Worksheet, tmp_path: Path
) -> None:
    crash = Crash(tmp_path, worksheet)
    crash.journal.append(EDITS[0])
    (journal,) = tmp_path.glob("*.journal")
    with disk_that_ends_after(journal.stat().st_size + 9), pytest.raises(DocumentError) as caught:
        crash.journal.append(EDITS[1])
    assert caught.value.finding.code == "document-disk-full"
    crash.journal.append(EDITS[2])
    crash.happen()
    (found,) = recoverable(tmp_path).recoveries
    assert found.edits == (EDITS[0], EDITS[2])


@pytest.mark.skipif(sys.platform == "win32", reason="a limit of POSIX systems")
def test_new_whole_state_that_a_full_disk_refuses_leaves_the_old_one(
    worksheet: Worksheet, tmp_path: Path
) -> None:
    crash = Crash(tmp_path, worksheet)
    crash.journal.append(EDITS[0])
    before = sorted(tmp_path.iterdir())
    larger, _ = document_bytes(worksheet, [SOURCE], "x" * 100_000)
    with disk_that_ends_after(50_000), pytest.raises(DocumentError):
        crash.journal.rebase(larger, UNSAVED)
    assert sorted(tmp_path.iterdir()) == before
    crash.journal.append(EDITS[1])
    crash.happen()
    (found,) = recoverable(tmp_path).recoveries
    assert found.edits == EDITS[:2]


def test_session_of_a_newer_program_is_left_for_it(worksheet: Worksheet, tmp_path: Path) -> None:
    crash = Crash(tmp_path, worksheet)
    crash.journal.append(EDITS[0])
    crash.happen()
    (base,) = tmp_path.glob("*.base")
    with closing(sqlite3.connect(base)) as database:
        database.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.suffix != ".lock"}
    found = recoverable(tmp_path)
    assert found.recoveries == ()
    assert [one.code for one in found.findings] == ["recovery-newer"]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


PROGRAM = """
import sys
from pathlib import Path
from duty_desktop.document import About, Journal
from duty_desktop.estimate.edits import LineEdit
folder = Path(sys.argv[1])
journal = Journal(folder, (folder / "base").read_bytes(), About(None, "x"))
for number in range(1_000_000):
    journal.append(LineEdit("note", (0,), (f"note {number}",)))
    print(number, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_every_edit_that_was_acknowledged_survives_a_kill(worksheet: Worksheet, tmp_path: Path) -> None:
    (tmp_path / "base").write_bytes(document_bytes(worksheet, [])[0])
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(tmp_path)], stdout=subprocess.PIPE, text=True, cwd=Path.cwd()
    )
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    acknowledged = [0, *(int(line) for line in process.stdout.read().split())]
    process.stdout.close()
    process.wait()
    (found,) = recoverable(tmp_path).recoveries
    assert len(found.edits) >= len(acknowledged)
    assert found.edits[-1] == LineEdit("note", (0,), (f"note {len(found.edits) - 1}",))


def test_a_kill_while_a_session_is_discarded_leaves_nothing_that_looks_damaged(
    worksheet: Worksheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Crash(tmp_path, worksheet).happen()
    (found,) = recoverable(tmp_path).recoveries
    remove, removed = Path.unlink, list[Path]()

    def killed(path: Path, missing_ok: bool = False) -> None:
        if removed:
            raise KeyboardInterrupt
        removed.append(path)
        remove(path, missing_ok=missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", killed)
        with pytest.raises(KeyboardInterrupt):
            found.discard()
    assert recoverable(tmp_path) == LeftBehind()


def test_where_the_disk_knows_no_locks_everything_entered_is_offered_back_too(
    worksheet: Worksheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(held_file, "_lock", refuse)
    crash = Crash(tmp_path, worksheet)
    crash.journal.append(EDITS[0])
    crash.happen()
    (found,) = recoverable(tmp_path).recoveries
    assert found.edits == EDITS[:1]
