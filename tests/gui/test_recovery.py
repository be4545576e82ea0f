"""Crash and power loss: what was entered is offered back at the next start."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from duty_desktop.gui.folders import recovery_folder
from duty_desktop.gui.program import Program
from duty_desktop.gui.window import MainWindow
from tests.gui.conftest import KANTO, PATIENCE_MS, Open, shown


@pytest.fixture
def killed(program: Program, tmp_path: Path) -> None:
    """Another process of the program opened an invoice, changed it, and was killed."""
    environment = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path / "config")}
    command = [sys.executable, "-m", "tests.gui.crashing_window", str(KANTO)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "edited\n"
        process.send_signal(signal.SIGKILL)


def offered(window: MainWindow, qtbot: QtBot) -> QMessageBox:
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "recovery") is not None, timeout=PATIENCE_MS)
    box = window.findChild(QMessageBox, "recovery")
    assert isinstance(box, QMessageBox)
    return box


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL and other folders")
@pytest.mark.usefixtures("killed")
def test_after_a_kill_everything_entered_is_offered_back(program: Program, qtbot: QtBot) -> None:
    window = program.new_window()
    box = offered(window, qtbot)
    assert "KAP-2026-1187" in box.informativeText()
    box.buttons()[0].click()
    qtbot.waitUntil(lambda: window.content.session.is_open, timeout=PATIENCE_MS)
    table = window.content.workspace.table
    assert shown(table, 0, "value") == "5.00"
    assert [shown(table, row, "state") for row in range(4)] == ["Rated", "Rated", "Rated", "Review"]
    assert window.isWindowModified(), "recovered is not saved"
    qtbot.waitUntil(lambda: window.content.autosave.is_keeping, timeout=PATIENCE_MS)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL and other folders")
@pytest.mark.usefixtures("killed")
def test_what_is_discarded_is_not_offered_again(program: Program, qtbot: QtBot) -> None:
    window = program.new_window()
    box = offered(window, qtbot)
    next(button for button in box.buttons() if button.text() == "Discard").click()
    assert list(recovery_folder().glob("*.journal")) == []
    assert not window.content.session.is_open


def test_the_journal_begins_with_the_first_change_and_ends_with_the_window(
    opened: Open, window: MainWindow, qtbot: QtBot
) -> None:
    content = opened()
    assert not content.autosave.is_keeping
    content.session.set_lines("amount", (0,), "5")
    qtbot.waitUntil(lambda: content.autosave.is_keeping, timeout=PATIENCE_MS)
    assert len(list(recovery_folder().glob("*.journal"))) == 1
    content.session.undo.undo()
    window.close()
    assert list(recovery_folder().glob("*.journal")) == []


def test_what_cannot_be_recovered_is_told_at_the_start_and_kept(program: Program, qtbot: QtBot) -> None:
    folder = recovery_folder()
    folder.mkdir(parents=True)
    (folder / "00aa-000001.base").write_bytes(b"rubbish")
    (folder / "00aa-000001.journal").write_bytes(b"rubbish\n")
    window = program.new_window()
    qtbot.waitUntil(lambda: window.has_content and window.content.banner.isVisible(), timeout=PATIENCE_MS)
    (finding,) = window.content.banner.findings
    assert finding.code == "recovery-damaged"
    assert window.findChild(QMessageBox, "recovery") is None
    assert (folder / "unreadable" / "00aa-000001.journal").read_bytes() == b"rubbish\n"
