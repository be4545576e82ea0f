"""Opening invoices: dropped, chosen, named; bad files say why and leave the window as it was."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from duty_desktop.gui.dialogs.settings_dialog import SettingsDialog
from duty_desktop.gui.program import Program
from duty_desktop.gui.settings import IMPORTER_NAME, RECENT_FILES
from duty_desktop.gui.window import MainWindow
from tests.gui.conftest import ITO, KANTO, MIXED, PATIENCE_MS, Open

ACTION, BUTTON, KEYS = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def mime(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drag(target: QWidget, data: QMimeData) -> QDragEnterEvent:
    event = QDragEnterEvent(QPoint(300, 300), ACTION, data, BUTTON, KEYS)
    QApplication.sendEvent(target, event)
    return event


def drop(target: QWidget, data: QMimeData) -> None:
    drag(target, data)
    QApplication.sendEvent(target, QDropEvent(QPointF(300, 300), ACTION, data, BUTTON, KEYS))


def press(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Answer the next questions by the button with a text."""

    def click(box: QMessageBox) -> None:
        next(button for button in box.buttons() if button.text().replace("&", "") == text).click()

    monkeypatch.setattr(QMessageBox, "exec", click)


def wait_for_lines(qtbot: QtBot, window: MainWindow, lines: int) -> None:
    qtbot.waitUntil(
        lambda: window.has_content and window.content.workspace.model.rowCount() == lines, timeout=PATIENCE_MS
    )


def test_a_dropped_invoice_shows_its_rated_lines(window: MainWindow, qtbot: QtBot) -> None:
    drop(window, mime(KANTO))
    wait_for_lines(qtbot, window, 42)
    assert window.stack.currentWidget() is window.content.workspace
    assert "54,704.09" in window.windowTitle()


def test_a_drag_shows_a_frame_with_the_number_of_files(window: MainWindow) -> None:
    drag(window, mime(KANTO, ITO))
    frame = window.drop_frame
    assert frame is not None
    assert frame.isVisible()
    assert frame.takes
    assert "2 files" in frame.message
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not frame.isVisible()


def test_a_drag_of_a_wrong_kind_says_why_and_a_drop_does_nothing(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    picture = tmp_path / "scan.png"
    picture.write_bytes(b"\x89PNG")
    drag(window, mime(picture))
    assert window.drop_frame is not None
    assert not window.drop_frame.takes
    assert "scan.png cannot be opened" in window.drop_frame.message
    drop(window, mime(picture))
    assert not window.content.session.is_open
    assert "scan.png" in window.statusBar().currentMessage()
    drop(window, mime(KANTO))
    wait_for_lines(qtbot, window, 42)
    assert window.statusBar().currentMessage() == "", "the other file is of no interest any more"


def test_a_drag_without_a_file_asks_to_save_it_first(window: MainWindow) -> None:
    mail = QMimeData()
    mail.setUrls([QUrl("https://mail.example/attachment/1")])
    drag(window, mail)
    assert window.drop_frame is not None
    assert "Save it as a file first" in window.drop_frame.message


def test_a_dropped_folder_opens_its_invoices_but_no_locks(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.xlsx").write_bytes(MIXED.read_bytes())
    (tmp_path / "in" / "~$one.xlsx").write_bytes(b"lock")
    drop(window, mime(tmp_path / "in"))
    wait_for_lines(qtbot, window, 17)


def test_a_sample_opens_by_a_click_and_is_no_recent_file(window: MainWindow, qtbot: QtBot) -> None:
    button = window.findChild(QPushButton, f"sample-{ITO.name}")
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, BUTTON)
    wait_for_lines(qtbot, window, 30)
    assert RECENT_FILES.get() == []


def test_opened_files_are_listed_as_recent(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    copy = tmp_path / "invoice.xlsx"
    copy.write_bytes(MIXED.read_bytes())
    window.open_paths([copy])
    wait_for_lines(qtbot, window, 17)
    assert RECENT_FILES.get() == [str(copy.resolve())]


def test_the_empty_window_says_what_to_do_and_how_far_the_law_is_known(window: MainWindow) -> None:
    assert window.start.isVisible()
    assert "2026-10-09" in window.start.law.text()
    assert len(window.start.samples) == 3


def test_no_workbook_is_told_with_a_remedy_and_the_window_stays(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    fake = tmp_path / "invoice.xlsx"
    fake.write_bytes(b"%PDF-1.7 this is not a workbook")
    window.open_paths([fake])
    qtbot.waitUntil(window.content.banner.isVisible, timeout=PATIENCE_MS)
    assert "is not a workbook" in window.content.banner.first.text()
    assert "Ask the supplier" in window.content.banner.first.text()
    assert window.start.isVisible()


def test_a_bad_file_beside_a_good_one_does_not_stop_the_good_one(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(monkeypatch, "One Shipment")
    empty = tmp_path / "empty.csv"
    empty.write_bytes(b"")
    window.open_paths([empty, MIXED])
    wait_for_lines(qtbot, window, 17)
    assert any(finding.code == "file-empty" for finding in window.content.banner.findings)


def test_another_invoice_can_join_the_shipment(
    opened: Open, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(MIXED)
    press(monkeypatch, "Add to This Shipment")
    drop(window, mime(KANTO))
    wait_for_lines(qtbot, window, 17 + 42)
    assert len(window.content.sources) == 2


def test_opening_beside_a_shipment_takes_another_window(
    opened: Open, window: MainWindow, program: Program, qtbot: QtBot
) -> None:
    opened(MIXED).files.open([KANTO], beside=True)
    qtbot.waitUntil(lambda: len(list(program.windows())) == 2, timeout=PATIENCE_MS)
    other = list(program.windows())[1]
    wait_for_lines(qtbot, other, 42)
    assert window.content.workspace.model.rowCount() == 17


def test_a_folder_named_on_the_command_line_opens_its_invoices_as_one_shipment(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(monkeypatch, "One Shipment")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.xlsx").write_bytes(MIXED.read_bytes())
    (tmp_path / "in" / "b.xlsx").write_bytes(KANTO.read_bytes())
    window.open_paths([tmp_path / "in"])
    wait_for_lines(qtbot, window, 17 + 42)


def test_several_invoices_dropped_together_can_become_an_estimate_each(
    window: MainWindow, program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(monkeypatch, "An Estimate Each")
    drop(window, mime(MIXED, KANTO))
    qtbot.waitUntil(lambda: len(list(program.windows())) == 2, timeout=PATIENCE_MS)
    first, second = program.windows()
    wait_for_lines(qtbot, first, 17)
    wait_for_lines(qtbot, second, 42)


def test_several_invoices_may_be_left_alone(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    cancel = QMessageBox.StandardButton.Cancel
    monkeypatch.setattr(QMessageBox, "exec", lambda box: box.button(cancel).click())
    drop(window, mime(MIXED, KANTO))
    assert not window.is_busy


def test_a_mistake_of_the_program_is_told_and_the_window_goes_on(
    opened: Open, program: Program, window: MainWindow
) -> None:
    content = opened()
    error = KeyError("a mistake")
    program.tell_unexpected(KeyError, error, None)
    assert "KeyError" in content.banner.first.text()
    assert window.isVisible()


def test_the_importer_is_named_from_the_empty_window(window: MainWindow) -> None:
    link = next(button for button in window.start.findChildren(QPushButton) if "importer" in button.text())
    QTest.mouseClick(link, BUTTON)
    dialog = window.findChild(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    dialog.importer.setText("Pacific Imports Inc.")
    buttons = dialog.findChild(QDialogButtonBox)
    assert isinstance(buttons, QDialogButtonBox)
    buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    assert IMPORTER_NAME.get() == "Pacific Imports Inc."


def test_the_same_file_twice_is_told_and_read_once(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(monkeypatch, "One Shipment")
    copy = tmp_path / "copy of the invoice.xlsx"
    shutil.copy(KANTO, copy)
    window.open_paths([KANTO, copy])
    qtbot.waitUntil(lambda: window.content.session.is_open, timeout=PATIENCE_MS)
    assert len(window.content.session.worksheet) == 42
    told = [finding.message for finding in window.content.banner.findings]
    assert any("“copy of the invoice.xlsx” holds the same" in message for message in told)


@pytest.mark.parametrize(("answer", "lines"), [("Leave It", 42), ("Add Again", 84)])
def test_adding_the_same_invoice_again_is_asked_first(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, answer: str, lines: int
) -> None:
    content = opened()
    asked: list[str] = []

    def choose(box: QMessageBox) -> int:
        asked.append(box.text())
        next(button for button in box.buttons() if button.text() == answer).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", choose)
    monkeypatch.setattr(content.files, "_joins", lambda paths: True)
    content.files.open([KANTO])
    qtbot.waitUntil(lambda: bool(asked) and not content.jobs.is_running, timeout=PATIENCE_MS)
    assert "already, byte for byte" in asked[-1]
    assert len(content.session.worksheet) == lines
