"""An estimate as a file: what goes in comes out, and nothing is lost on the way."""

import errno
import io
import os
import sqlite3
import stat
import subprocess
import sys
import time
from dataclasses import replace
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any

import pytest

from duty_desktop.document import (
    DocumentError,
    SavedDocument,
    SourceFile,
    changes_since,
    document_bytes,
    file,
    open_document,
    save_document,
)
from duty_desktop.document.migrations import VERSION
from duty_desktop.estimate.edits import EditError, LineEdit
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.tariff.law import Law
from tests.unit.document.conftest import SOURCE, a_reading


@pytest.fixture
def saved(worksheet: Worksheet, tmp_path: Path) -> SavedDocument:
    save_document(tmp_path / "a.duty", worksheet, [SOURCE], note="for the broker")
    return open_document(tmp_path / "a.duty")


def code_of(path: Path) -> str:
    with pytest.raises(DocumentError) as caught:
        open_document(path)
    assert path.name in str(caught.value)
    return caught.value.finding.code


def changed(path: Path, *statements: str) -> None:
    database = sqlite3.connect(path)
    for statement in statements:
        database.execute(statement)
    database.commit()
    database.close()


def test_everything_comes_back_as_it_was(saved: SavedDocument, worksheet: Worksheet) -> None:
    assert saved.sources == (SOURCE,)
    assert saved.readings == (a_reading(),)
    assert saved.shipment == worksheet.shipment
    assert saved.edits == worksheet.edits()
    assert saved.results == worksheet.rated
    assert saved.note == "for the broker"
    assert saved.edition == worksheet.law.edition


def test_reopened_estimate_shows_the_same_figures(
    saved: SavedDocument, worksheet: Worksheet, law: Law
) -> None:
    for again in (saved.as_saved(law), saved.rated_anew(law)):
        assert again.totals == worksheet.totals
        assert again.edits() == worksheet.edits()
        assert [again.line(index) for index in range(4)] == [worksheet.line(index) for index in range(4)]
        assert again.note(0) == "ask 伊藤"
        assert again.charges() == worksheet.charges()


def test_nothing_has_changed_under_the_same_schedule(saved: SavedDocument, law: Law) -> None:
    assert changes_since(saved, saved.rated_anew(law)) == []


def test_lines_that_a_newer_schedule_rates_otherwise_are_told(saved: SavedDocument, law: Law) -> None:
    older = replace(saved.results, duty_cents=[1, *saved.results.duty_cents[1:]])
    (change,) = changes_since(replace(saved, results=older), saved.rated_anew(law))
    assert (change.line, change.before.duty_cents) == (0, 1)
    assert change.after == saved.rated_anew(law).rated.line(0)


def test_changed_headings_are_a_change_even_at_the_same_duty(saved: SavedDocument, law: Law) -> None:
    outcome = replace(saved.results.outcome[0], headings=("99030999",))
    older = replace(saved.results, outcome=[outcome, *saved.results.outcome[1:]])
    assert [one.line for one in changes_since(replace(saved, results=older), saved.rated_anew(law))] == [0]


def test_figures_of_another_schedule_stay_until_they_are_renewed(saved: SavedDocument, law: Law) -> None:
    older = replace(saved, edition="2026-01-01 abc", results=replace(saved.results, duty_cents=[1, 2, 3, 4]))
    sheet = older.as_saved(law)
    assert sheet.results_edition == "2026-01-01 abc"
    assert sheet.line(0).duty_cents == 1
    with pytest.raises(EditError):
        sheet.apply(LineEdit("hts", (0,), ("7318152065",)))
    sheet.apply(LineEdit("note", (0,), ("a note moves no figure",)))
    assert sheet.line(0).duty_cents == 1
    sheet.renew()
    assert sheet.results_edition == law.edition
    assert sheet.totals == saved.rated_anew(law).totals


def test_figures_of_another_schedule_are_saved_as_what_they_are(
    saved: SavedDocument, law: Law, tmp_path: Path
) -> None:
    older = replace(saved, edition="2026-01-01 abc")
    save_document(tmp_path / "b.duty", older.as_saved(law), older.sources)
    assert open_document(tmp_path / "b.duty").edition == "2026-01-01 abc"


def test_fact_that_the_schedule_no_longer_knows_is_kept_and_told(saved: SavedDocument, law: Law) -> None:
    edits = (*saved.edits, LineEdit("fact:abolished_fact", (0,), ("yes",)))
    sheet = replace(saved, edits=edits).rated_anew(law)
    assert sheet.text("fact:abolished_fact", 0) == "yes"
    assert any("abolished_fact" in reason.text.en for reason in sheet.line(0).reasons)
    with pytest.raises(EditError):
        sheet.apply(LineEdit("fact:abolished_fact", (1,), ("yes",)))


def test_answer_that_the_schedule_no_longer_knows_comes_back_by_undo(saved: SavedDocument, law: Law) -> None:
    old = LineEdit("fact:passenger_vehicle_part", (2,), ("perhaps",))
    sheet = replace(saved, edits=(*saved.edits, old)).rated_anew(law)
    undo = sheet.apply(LineEdit(old.field, (2,), ("yes",)))
    sheet.apply(undo)
    assert sheet.text(old.field, 2) == "perhaps"
    with pytest.raises(EditError):
        sheet.apply(LineEdit(old.field, (3,), ("perhaps",)))


def test_opening_leaves_the_file_as_it_is(saved: SavedDocument, tmp_path: Path) -> None:
    path = tmp_path / "a.duty"
    before = path.read_bytes()
    open_document(path)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["a.duty"]


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps a user's files private by their folder")
def test_document_is_readable_by_its_owner_alone(saved: SavedDocument, tmp_path: Path) -> None:
    assert stat.S_IMODE((tmp_path / "a.duty").stat().st_mode) == 0o600


def test_saving_again_replaces_the_file_and_leaves_nothing_beside_it(
    worksheet: Worksheet, tmp_path: Path
) -> None:
    path = tmp_path / "a.duty"
    first = save_document(path, worksheet, [SOURCE])
    second = save_document(path, worksheet, [], replaces=first)
    assert first != second
    assert open_document(path).revision == second
    assert [one.name for one in tmp_path.iterdir()] == ["a.duty"]


def test_document_that_another_window_saved_is_not_overwritten(worksheet: Worksheet, tmp_path: Path) -> None:
    path = tmp_path / "a.duty"
    mine = save_document(path, worksheet, [SOURCE])
    theirs = save_document(path, worksheet, [SOURCE], replaces=mine)
    with pytest.raises(DocumentError) as caught:
        save_document(path, worksheet, [SOURCE], replaces=mine)
    assert caught.value.finding.code == "document-changed-elsewhere"
    assert open_document(path).revision == theirs


def test_document_saved_by_another_program_while_this_one_writes_is_not_overwritten(
    worksheet: Worksheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.duty"
    mine = save_document(path, worksheet, [SOURCE])
    theirs = []
    write = os.fsync

    def meanwhile(handle: int) -> None:
        write(handle)
        monkeypatch.undo()
        theirs.append(save_document(path, worksheet, [SOURCE], note="theirs"))

    monkeypatch.setattr(os, "fsync", meanwhile)
    with pytest.raises(DocumentError) as caught:
        save_document(path, worksheet, [SOURCE], replaces=mine)
    assert caught.value.finding.code == "document-changed-elsewhere"
    assert [open_document(path).revision] == theirs
    assert [one.name for one in tmp_path.iterdir()] == ["a.duty"]


def test_a_clock_set_back_changes_nothing(
    worksheet: Worksheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock(datetime):
        year_now = 2030

        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Clock":
            return cls(cls.year_now, 1, 1, tzinfo=tz)

    monkeypatch.setattr(file, "datetime", Clock)
    monkeypatch.setattr(time, "time", lambda: 0.0)
    path = tmp_path / "a.duty"
    first = save_document(path, worksheet, [SOURCE])
    monkeypatch.setattr(Clock, "year_now", 2020)
    second = save_document(path, worksheet, [SOURCE], note="later", replaces=first)
    again = open_document(path)
    assert (again.revision, again.note, again.saved_at.year) == (second, "later", 2020)
    with pytest.raises(DocumentError):
        save_document(path, worksheet, [SOURCE], replaces=first)
    assert [one.name for one in tmp_path.iterdir()] == ["a.duty"]


def test_document_that_was_removed_meanwhile_is_saved_anew(worksheet: Worksheet, tmp_path: Path) -> None:
    path = tmp_path / "a.duty"
    revision = save_document(path, worksheet, [SOURCE])
    path.unlink()
    save_document(path, worksheet, [SOURCE], replaces=revision)
    assert path.exists()


def test_newer_document_is_refused_and_untouched(saved: SavedDocument, tmp_path: Path) -> None:
    path = tmp_path / "a.duty"
    changed(path, f"PRAGMA user_version = {VERSION + 1}")
    before = path.read_bytes()
    assert code_of(path) == "document-newer"
    assert path.read_bytes() == before


def test_other_files_are_not_taken_for_documents(tmp_path: Path) -> None:
    path = tmp_path / "a.duty"
    path.write_bytes(b"PK\x03\x04")
    assert code_of(path) == "document-not-ours"
    path.unlink()
    changed(path, "CREATE TABLE shopping (what TEXT)")
    assert code_of(path) == "document-not-ours"


def test_missing_document_is_a_clear_error(tmp_path: Path) -> None:
    assert code_of(tmp_path / "gone.duty") == "document-unreadable"


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM shipment",
        "DELETE FROM result",
        "UPDATE shipment SET content = '{}'",
        "UPDATE shipment SET content = '[1'",
        "UPDATE result SET content = x'00'",
        "UPDATE reading SET content = x'789c030000000001'",
        "DELETE FROM reading",
        "UPDATE edit SET content = x'00'",
        "DROP TABLE about",
        "UPDATE about SET text = 'never' WHERE name = 'saved_at'",
    ],
)
def test_damaged_document_is_a_clear_error(saved: SavedDocument, tmp_path: Path, statement: str) -> None:
    changed(tmp_path / "a.duty", statement)
    assert code_of(tmp_path / "a.duty") == "document-damaged"


def test_document_cut_off_anywhere_is_a_clear_error(worksheet: Worksheet, tmp_path: Path) -> None:
    content, _ = document_bytes(worksheet, [SOURCE])
    path = tmp_path / "cut.duty"
    for length in range(0, len(content), 997):
        path.write_bytes(content[:length])
        with pytest.raises(DocumentError):
            open_document(path)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "document-disk-full"),
        (errno.EACCES, "document-read-only"),
        (errno.EROFS, "document-read-only"),
        (errno.ENOENT, "document-place-gone"),
        (errno.EIO, "document-not-saved"),
    ],
)
def test_refusal_of_the_disk_is_told_and_the_old_document_stays(
    worksheet: Worksheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    path = tmp_path / "a.duty"
    revision = save_document(path, worksheet, [SOURCE])

    def refuse(*_: Any) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(DocumentError) as caught:
        save_document(path, worksheet, [], replaces=revision)
    assert caught.value.finding.code == code
    assert caught.value.finding.remedy
    monkeypatch.undo()
    assert open_document(path).revision == revision
    assert [one.name for one in tmp_path.iterdir()] == ["a.duty"]


def test_file_open_in_another_program_on_windows_is_told(
    worksheet: Worksheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> None:
        error = PermissionError(errno.EACCES, "sharing violation")
        error.winerror = 32  # type: ignore[attr-defined,unused-ignore]
        raise error

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(DocumentError) as caught:
        save_document(tmp_path / "a.duty", worksheet, [])
    assert caught.value.finding.code == "document-in-use"


def test_folder_that_is_not_there_is_told(worksheet: Worksheet, tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        save_document(tmp_path / "no" / "a.duty", worksheet, [])
    assert caught.value.finding.code == "document-place-gone"


SAVING = """
import sys
from pathlib import Path
from duty_desktop.document.file import save_bytes
path = Path(sys.argv[1])
content = path.read_bytes()
print("ready", flush=True)
while True:
    save_bytes(path, content)
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_document_is_whole_whenever_its_saving_is_killed(worksheet: Worksheet, tmp_path: Path) -> None:
    path = tmp_path / "a.duty"
    revision = save_document(path, worksheet, [SourceFile("large.xlsx", bytes(2_000_000))])
    for wait in (0.001, 0.005, 0.012, 0.03):
        process = subprocess.Popen(
            [sys.executable, "-c", SAVING, str(path)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(wait)
        process.kill()
        process.wait()
        process.stdout.close()
        assert open_document(path).revision == revision


def test_half_a_character_in_an_edit_can_be_kept_and_saved(worksheet: Worksheet, tmp_path: Path) -> None:
    worksheet.apply(LineEdit("note", (0,), ("half \ud83d, whole \ud83d\ude00",)))
    save_document(tmp_path / "a.duty", worksheet, [])
    saved = open_document(tmp_path / "a.duty")
    assert saved.as_saved(worksheet.law).note(0) == "half \ufffd, whole 😀"


def test_newer_document_and_what_lies_beside_it_stay_untouched(saved: SavedDocument, tmp_path: Path) -> None:
    path = tmp_path / "a.duty"
    changed(path, f"PRAGMA user_version = {VERSION + 1}")
    for suffix in ("-wal", "-shm", "-journal"):
        path.with_name(f"a.duty{suffix}").write_bytes(b"of a newer program")
    before = {one.name: (one.read_bytes(), one.stat().st_mtime_ns) for one in tmp_path.iterdir()}
    assert code_of(path) == "document-newer"
    assert {one.name: (one.read_bytes(), one.stat().st_mtime_ns) for one in tmp_path.iterdir()} == before


def test_document_opens_without_writing_anywhere_near_it(
    saved: SavedDocument, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it must where its folder or its whole disk cannot be written to."""
    opened, open_file, open_handle = [], io.open, os.open

    def watched(path: Any, mode: str = "r", *rest: Any, **named: Any) -> Any:
        opened.append((Path(path), mode))
        return open_file(path, mode, *rest, **named)

    def watched_handle(path: Any, flags: int, *rest: Any, **named: Any) -> int:
        opened.append((Path(path), "r" if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) == 0 else "w"))
        return open_handle(path, flags, *rest, **named)

    monkeypatch.setattr(io, "open", watched)
    monkeypatch.setattr(os, "open", watched_handle)
    before = tmp_path.stat().st_mtime_ns
    assert open_document(tmp_path / "a.duty").revision == saved.revision
    assert [mode for path, mode in opened if tmp_path in path.parents] == ["rb"]
    assert tmp_path.stat().st_mtime_ns == before
