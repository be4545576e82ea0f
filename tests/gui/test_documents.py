"""The estimate as a file, the report as Excel and PDF, the preview."""

import shutil
import sys
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from duty_desktop.gui.content import Content
from duty_desktop.gui.program import Program
from duty_desktop.gui.window import MainWindow
from tests.gui.conftest import KANTO, PATIENCE_MS, Open, shown

CONTROL = Qt.KeyboardModifier.ControlModifier


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """The system's own dialog answers with this path."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def answer(monkeypatch: pytest.MonkeyPatch, button: QMessageBox.StandardButton) -> list[str]:
    """Every question is answered by this button; returns the questions asked."""
    asked: list[str] = []

    def reply(box: QMessageBox) -> QMessageBox.StandardButton:
        asked.append(box.text())
        return button

    monkeypatch.setattr(QMessageBox, "exec", reply)
    return asked


def wait_until_idle(qtbot: QtBot, content: Content) -> None:
    qtbot.waitUntil(lambda: not content.jobs.is_running, timeout=PATIENCE_MS)


def test_a_saved_estimate_reopens_unchanged(
    opened: Open, program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = opened()
    content.session.set_lines("fact:passenger_vehicle_part", range(10), "yes")
    content.session.set_lines("category", (1,), "general")
    content.session.set_lines("note", (2,), "ask the supplier")
    path = tmp_path / "march.duty"
    choose(monkeypatch, path)
    QTest.keyClick(content.workspace.table, Qt.Key.Key_S, CONTROL)
    assert path.exists()
    assert not content.window.isWindowModified()
    assert content.window.windowTitle().startswith("march")

    other = program.new_window()
    other.open_paths([tmp_path / "copy.duty"])  # nothing there yet: told, not raised
    (tmp_path / "copy.duty").write_bytes(path.read_bytes())
    qtbot.waitUntil(lambda: other.has_content and other.content.banner.isVisible(), timeout=PATIENCE_MS)
    other.open_paths([tmp_path / "copy.duty"])
    qtbot.waitUntil(lambda: other.content.session.is_open, timeout=PATIENCE_MS)
    again, before = other.content.session.worksheet, content.session.worksheet
    assert again.totals == before.totals
    assert [again.line(line) for line in range(42)] == [before.line(line) for line in range(42)]
    assert again.note(2) == "ask the supplier"
    assert other.content.sources[0].content == KANTO.read_bytes()
    assert not other.isWindowModified()


def test_undo_goes_on_after_saving(opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = opened()
    content.session.set_lines("amount", (0,), "5")
    choose(monkeypatch, tmp_path / "a")
    QTest.keyClick(content.workspace.table, Qt.Key.Key_S, CONTROL)
    assert (tmp_path / "a.duty").exists(), "the suffix is added"
    QTest.keyClick(content.workspace.table, Qt.Key.Key_Z, CONTROL)
    assert shown(content.workspace.table, 0, "value") == "17,760.00"
    assert content.window.isWindowModified()


def test_the_same_estimate_is_not_opened_twice(
    opened: Open, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = opened()
    path = tmp_path / "one.duty"
    choose(monkeypatch, path)
    content.documents.save()
    content.files.open([path])
    (tmp_path / "ONE.duty").hardlink_to(path)  # as a system shows it that takes capitals for the same
    content.files.open([tmp_path / "ONE.duty"])
    assert len(list(program.windows())) == 1
    assert "open here already" in content.window.statusBar().currentMessage()


def test_unsaved_changes_are_asked_about_and_cancel_keeps_the_window(
    opened: Open, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = opened()
    asked = answer(monkeypatch, QMessageBox.StandardButton.Cancel)
    content.session.set_lines("amount", (0,), "5")
    assert window.isWindowModified()
    assert not window.close()
    assert window.isVisible()
    assert "Save the changes" in asked[0]
    content.session.undo.undo()
    assert window.close(), "nothing changed: nothing asked"
    assert len(asked) == 1


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_lost(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = opened()
    content.session.set_lines("amount", (0,), "5")
    choose(monkeypatch, tmp_path / "no such folder" / "x.duty")
    content.documents.save()
    assert "could not be saved" in content.banner.first.text()
    assert content.window.isWindowModified()


def test_the_report_is_written_as_excel_and_pdf(
    opened: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = opened()
    choose(monkeypatch, tmp_path / "report.xlsx")
    QTest.keyClick(content.workspace.table, Qt.Key.Key_E, CONTROL)
    wait_until_idle(qtbot, content)
    book = openpyxl.load_workbook(tmp_path / "report.xlsx")
    assert len(book.sheetnames) > 3
    choose(monkeypatch, tmp_path / "report.pdf")
    QTest.keyClick(content.workspace.table, Qt.Key.Key_E, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    wait_until_idle(qtbot, content)
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    assert "report.pdf" in content.window.statusBar().currentMessage()
    assert content.workspace.isEnabled()


def test_the_status_bar_says_since_when_everything_is_kept_or_saved(
    opened: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = opened()
    assert content.kept_label.text() == ""
    content.session.set_lines("amount", (0,), "5")
    qtbot.waitUntil(lambda: content.kept_label.text().startswith("Kept at "), timeout=PATIENCE_MS)
    choose(monkeypatch, tmp_path / "kept.duty")
    QTest.keyClick(content.workspace.table, Qt.Key.Key_S, CONTROL)
    assert content.kept_label.text().startswith("Saved at ")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes a name that is no text")
@pytest.mark.parametrize("name", ["\udcff\udcfe", "a\nb\u202eg <b>&amp;"])
def test_names_of_all_kinds_can_be_opened_edited_saved_and_reported(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    invoice, document = tmp_path / f"{name}.xlsx", tmp_path / f"{name}.duty"
    shutil.copyfile(KANTO, invoice)
    with capture_exceptions() as escaped:
        window.open_paths([invoice])
        content = window.content
        qtbot.waitUntil(lambda: not content.jobs.is_running, timeout=PATIENCE_MS)
        assert content.session.is_open, [str(one) for one in content.banner.findings]
        choose(monkeypatch, document)
        assert content.documents.save()
        content.session.set_lines("note", (0,), "later")
        qtbot.waitUntil(lambda: content.autosave.is_keeping, timeout=PATIENCE_MS)
        assert content.documents.save()
        choose(monkeypatch, tmp_path / f"{name}.csv")
        window.actions_["export-entry"].trigger()
        qtbot.waitUntil((tmp_path / f"{name}.csv").exists, timeout=PATIENCE_MS)
        wait_until_idle(qtbot, content)
        window.actions_.submenus["recent"].aboutToShow.emit()
        other = window.program.new_window()
        other.open_paths([document])
        assert window.document == document.resolve()
    assert escaped == []
