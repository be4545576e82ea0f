"""The print preview paints what is in sight; printing goes on beside the window and can be cancelled."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from duty_desktop.gui.commands import reports
from duty_desktop.gui.content import Content
from duty_desktop.gui.preview import sheets_view
from duty_desktop.gui.preview.dialog import PreviewDialog
from duty_desktop.gui.texts import JAPANESE
from duty_desktop.gui.window import MainWindow
from duty_desktop.printing.pages import Page
from duty_desktop.printing.painting import paint_page
from duty_desktop.printing.running import Running
from duty_desktop.report.sections import ReportContent
from duty_desktop.terms.stopping import Progress
from tests.gui.conftest import PATIENCE_MS, Open

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def in_preview(content: Content, qtbot: QtBot, look: Callable[[PreviewDialog], None]) -> None:
    """Ask for the preview by its keys, look at it, close it if that was not done."""
    ended: list[bool] = []

    def begin() -> None:
        dialog = content.window.findChild(PreviewDialog)
        if dialog is None or not dialog.isVisible():
            QTimer.singleShot(20, begin)
            return
        try:
            QApplication.processEvents()
            look(dialog)
        finally:
            dialog.reject()
            ended.append(True)

    QTimer.singleShot(20, begin)
    QTest.keyClick(content.workspace.table, Qt.Key.Key_P, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: bool(ended), timeout=PATIENCE_MS)


def test_the_preview_opens_at_the_first_page_and_paints_only_pages_in_sight(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[int] = []

    def paint(painter: QPainter, page: Page, running: Running, number: int, count: int) -> None:
        painted.append(number)
        paint_page(painter, page, running, number, count)

    monkeypatch.setattr(sheets_view, "paint_page", paint)

    def look(dialog: PreviewDialog) -> None:
        count = dialog.page.maximum()
        assert count > 4
        assert dialog.page.value() == 1
        assert dialog.of_pages.text() == f"of {count}"
        assert dialog.sheets.verticalScrollBar().value() == 0
        assert set(painted) <= {1, 2}
        paper = dialog.sheets.viewport().grab().toImage()
        assert paper.pixelColor(paper.width() // 2, 40).name() == "#ffffff"
        dialog.page.setValue(count)
        QApplication.processEvents()
        assert painted[-1] == count
        assert count - 2 not in painted
        QTest.keyClick(dialog.sheets, Qt.Key.Key_Home)
        assert dialog.page.value() == 1

    in_preview(opened(), qtbot, look)


def test_sheets_fit_the_width_or_the_page_and_grow_by_keys(opened: Open, qtbot: QtBot) -> None:
    def look(dialog: PreviewDialog) -> None:
        sheets = dialog.sheets
        fitting = sheets.zoom
        assert sheets.horizontalScrollBar().maximum() == 0
        dialog.page.setValue(3)
        QTest.keyClick(dialog, Qt.Key.Key_Plus, CONTROL)
        assert sheets.zoom == pytest.approx(fitting * 1.25)
        assert sheets.page == 3, "the page in sight stays"
        QTest.mouseClick(dialog.whole, LEFT)
        assert sheets.zoom < fitting
        QTest.mouseClick(dialog.width_, LEFT)
        assert sheets.zoom == pytest.approx(fitting)

    in_preview(opened(), qtbot, look)


def test_the_preview_speaks_the_language_of_the_window(
    opened: Open, window: MainWindow, qtbot: QtBot
) -> None:
    content = opened()
    window.program.set_language(JAPANESE)

    def look(dialog: PreviewDialog) -> None:
        texts = [dialog.windowTitle(), dialog.page_name.text(), dialog.width_.text(), dialog.whole.text()]
        assert all(not text.isascii() for text in texts)

    in_preview(content, qtbot, look)


def to_file(path: Path, pages: tuple[int, int] | None = None) -> Callable[[QPrintDialog], int]:
    """What a person does in the dialog for printing: a file, and the pages wanted."""

    def choose(dialog: QPrintDialog) -> int:
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        if pages is not None:
            printer.setPrintRange(QPrinter.PrintRange.PageRange)
            printer.setFromTo(*pages)
        return 1

    return choose


def pages_in(path: Path) -> int:
    return path.read_bytes().count(b"/Type /Page\n")


def test_printing_prints_the_pages_chosen_in_the_dialog(
    opened: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = opened()
    for pages, count in (((2, 4), 3), ((1, 1), 1)):
        path = tmp_path / f"{count}.pdf"
        monkeypatch.setattr(QPrintDialog, "exec", to_file(path, pages))
        QTest.keyClick(content.workspace.table, Qt.Key.Key_P, CONTROL)
        qtbot.waitUntil(path.exists, timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: not content.jobs.is_running, timeout=PATIENCE_MS)
        assert pages_in(path) == count
    assert content.window.statusBar().currentMessage() == "The report was sent to print."


def test_a_cancelled_print_prints_nothing_and_the_window_goes_on(
    opened: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, ended = opened(), list[bool]()
    paint = reports._paint

    def cancelled(report: ReportContent, printer: QPrinter, _: Progress) -> None:
        try:
            paint(report, printer, lambda fraction, _: fraction < 0.5)  # while pages are printed
        finally:
            ended.append(True)

    monkeypatch.setattr(reports, "_paint", cancelled)
    monkeypatch.setattr(QPrintDialog, "exec", to_file(tmp_path / "none.pdf"))
    QTest.keyClick(content.workspace.table, Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(lambda: bool(ended), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not content.jobs.is_running, timeout=PATIENCE_MS)
    assert not (tmp_path / "none.pdf").exists()
    assert content.workspace.isEnabled()
