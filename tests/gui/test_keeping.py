"""Autosave: a disk that refuses is told, nothing kept so far is lost, and keeping goes on when it can."""

import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from duty_desktop.document import Recovery, open_document, recoverable, save_document
from duty_desktop.document.journal import Journal
from duty_desktop.document.migrations import APPLICATION_ID, VERSION
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.gui.content import Content
from duty_desktop.gui.folders import recovery_folder
from duty_desktop.gui.recovering import recovered
from duty_desktop.gui.window import MainWindow
from tests.gui.conftest import ITO, PATIENCE_MS, Open


def change(content: Content, qtbot: QtBot, value: str) -> None:
    content.session.set_lines("note", (0,), value)
    qtbot.wait(1)


def kept(content: Content) -> Recovery:
    """What another start would find if this program were killed now."""
    journal = content.autosave._journal
    assert journal is not None
    assert journal._lock is not None
    os.close(journal._lock.handle)
    content.autosave._journal = None
    (found,) = recoverable(recovery_folder()).recoveries
    return found


def test_a_disk_that_refuses_is_told_and_keeping_goes_on_when_there_is_room(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = opened()
    change(content, qtbot, "before")
    qtbot.waitUntil(lambda: content.autosave.is_keeping, timeout=PATIENCE_MS)

    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", refuse)
        change(content, qtbot, "while the disk is full")
        qtbot.waitUntil(lambda: not content.autosave.is_keeping, timeout=PATIENCE_MS)
        assert "disk is full" in content.window.statusBar().currentMessage()
        assert len(list(recovery_folder().glob("*.journal"))) == 1, "what was kept stays"
        change(content, qtbot, "also while it is full")
    content.autosave._retry.setInterval(1)
    qtbot.waitUntil(lambda: content.autosave.is_keeping, timeout=PATIENCE_MS)
    assert "kept again" in content.window.statusBar().currentMessage()
    change(content, qtbot, "after")
    assert recovered(kept(content), content.law).worksheet.note(0) == "after"


def test_adding_an_invoice_keeps_what_was_entered_before(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = opened()
    change(content, qtbot, "entered before")
    qtbot.waitUntil(lambda: content.autosave.is_keeping, timeout=PATIENCE_MS)
    lines = len(content.session.worksheet)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(ITO)], ""))
    content.window.actions_["add"].trigger()
    qtbot.waitUntil(lambda: len(content.session.worksheet) > lines, timeout=PATIENCE_MS)
    qtbot.wait(1)
    assert content.autosave.is_keeping
    again = recovered(kept(content), content.law).worksheet
    assert again.note(0) == "entered before"
    assert len(again) == len(content.session.worksheet)


def test_a_recovered_estimate_does_not_overwrite_what_another_window_saved_since(
    opened: Open, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = opened()
    path = tmp_path / "a.duty"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    assert content.documents.save()
    change(content, qtbot, "mine")
    qtbot.waitUntil(lambda: content.autosave.is_keeping, timeout=PATIENCE_MS)
    found = kept(content)
    assert found.about.revision == content.documents.revision
    theirs = save_document(path, content.session.worksheet, [], note="theirs")
    made = recovered(found, content.law)
    content.documents.revision = made.revision
    assert not content.documents.save()
    assert "another window or program" in content.banner.first.text()
    assert open_document(path).revision == theirs
    assert content.window.isWindowModified()


def test_a_crash_s_remains_stay_when_the_disk_refuses_to_keep_them_anew(
    opened: Open, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = opened()
    change(content, qtbot, "entered")
    qtbot.waitUntil(lambda: content.autosave.is_keeping, timeout=PATIENCE_MS)
    found = kept(content)

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    from duty_desktop.gui import recovering

    monkeypatch.setattr(os, "fsync", refuse)
    content.session.undo.setClean()
    target = window.program.new_window()
    target.when_ready(lambda: recovering._open(target, found))
    qtbot.waitUntil(lambda: target.has_content and target.content.session.is_open, timeout=PATIENCE_MS)
    qtbot.wait(1)
    assert not target.content.autosave.is_keeping
    assert all(path.exists() for path in found.files if path.suffix in (".base", ".journal"))


def test_an_estimate_of_a_newer_program_is_told_and_stays_as_it_is(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "newer.duty"
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute(f"PRAGMA user_version = {VERSION + 1}")
        database.execute("CREATE TABLE hologram (x)")
    before = path.read_bytes()
    window.open_paths([path])
    qtbot.waitUntil(window.content.banner.isVisible, timeout=PATIENCE_MS)
    assert "newer version" in window.content.banner.first.text()
    assert "Update the program" in window.content.banner.first.text()
    assert path.read_bytes() == before


def test_the_journal_is_a_session_s_own(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    change(content, qtbot, "x")
    qtbot.waitUntil(lambda: content.autosave.is_keeping, timeout=PATIENCE_MS)
    assert isinstance(content.autosave._journal, Journal)
    content.session.undo.undo()
    content.window.close()
    assert list(recovery_folder().iterdir()) == []


def test_what_was_kept_stays_until_the_file_read_again_is_kept(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    change(content, qtbot, "entered before")
    qtbot.waitUntil(lambda: content.autosave.is_keeping, timeout=PATIENCE_MS)
    (before,) = recovery_folder().glob("*.journal")
    worksheet = content.session.worksheet
    again = Worksheet(worksheet.law, worksheet.readings, worksheet.shipment, worksheet.edits())
    content.session.show_instead(again, again.questions())
    assert before.exists(), "a kill now would lose everything"
    qtbot.waitUntil(lambda: not before.exists(), timeout=PATIENCE_MS)
    assert recovered(kept(content), content.law).worksheet.note(0) == "entered before"


def test_an_invoice_that_is_added_is_kept_before_anything_is_edited(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = opened()
    lines = len(content.session.worksheet)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(ITO)], ""))
    content.window.actions_["add"].trigger()
    qtbot.waitUntil(lambda: len(content.session.worksheet) > lines, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: content.autosave.is_keeping, timeout=PATIENCE_MS)
    assert len(recovered(kept(content), content.law).worksheet) == len(content.session.worksheet)


def test_an_estimate_rated_anew_is_kept(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    content.session.renew()
    qtbot.waitUntil(lambda: content.autosave.is_keeping, timeout=PATIENCE_MS)
    assert recovered(kept(content), content.law).worksheet.totals == content.session.worksheet.totals


def test_another_shipment_in_the_window_has_nothing_to_keep(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    change(content, qtbot, "given up")
    qtbot.waitUntil(lambda: content.autosave.is_keeping, timeout=PATIENCE_MS)
    worksheet = content.session.worksheet
    content.session.start(Worksheet(worksheet.law, worksheet.readings, worksheet.shipment))
    qtbot.wait(1)
    assert list(recovery_folder().glob("*.journal")) == []
