"""The whole window at work: every action of every menu, and every dialog they open."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QMimeData, QObject, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMessageBox,
    QTextBrowser,
)

from duty_desktop.gui.actions import SPECS
from duty_desktop.gui.content import Content
from duty_desktop.gui.program import Program
from duty_desktop.gui.settings import IMPORTER_NAME
from duty_desktop.gui.window import MainWindow
from duty_desktop.terms.resources import resource_folder
from tests.privacy.canaries import GOODS, IMPORTER, NAME, PASSWORD, Files

PATIENCE_SECONDS = 60.0
PRINTED = "print"  # asks the system for its printers: `everything.print_all`
TEMPLATE = resource_folder() / "samples" / "templates" / "landed-cost.xlsx"
_SIMPLE = (
    *("to-lines", "to-questions", "to-explanation", "to-shipment", "shipment", "facts", "keys", "limits"),
    *("about", "settings", "charts", "diagnostics", "copy", "fill-down", "undo", "redo", "revert", "clear"),
    *("find", "find-next", "find-previous", "next-review", "previous-review", "filter-column"),
    *("clear-filter", "confirm-numbers", "renew", "to-source", "paste", "preview"),
)


class Answering(QObject):
    """Answers every dialog that waits for a person, as a person would: files, the password, the default."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.files: list[Path] = []
        self._timer = QTimer(self, interval=40)
        self._timer.timeout.connect(self._answer)
        self._timer.start()

    def _answer(self) -> None:
        dialog = QApplication.activeModalWidget()
        match dialog:
            case QFileDialog():
                name = dialog.findChild(QLineEdit, "fileNameEdit")
                assert isinstance(name, QLineEdit), "Qt's own dialog"
                name.setText(str(self.files.pop(0)))
                dialog.accept()
            case QInputDialog() if dialog.textEchoMode() is QLineEdit.EchoMode.Password:
                dialog.setTextValue(PASSWORD)
                dialog.accept()
            case QMessageBox():
                usual = [one for one in dialog.buttons() if one is dialog.defaultButton()]
                (usual or dialog.buttons())[0].click()
            case QDialog():
                dialog.reject()


class Use:
    """A window in use; `done` are the actions that were triggered."""

    def __init__(self, program: Program, files: Files, wanted: Path) -> None:
        self.program, self.files, self.wanted = program, files, wanted
        self.answering = Answering(program)
        self.window = program.new_window()
        self.done: set[str] = set()

    @property
    def content(self) -> Content:
        return self.window.content

    def do(self, name: str, *files: Path, window: MainWindow | None = None) -> None:
        """Trigger an action; the dialogs of files that it opens take these."""
        self.answering.files += files
        (window or self.window).actions_[name].trigger()
        self.done.add(name)
        settle()
        until(lambda: not self.content.jobs.is_running, name)
        assert self.answering.files == [], name

    def everything(self) -> None:
        self._recover()
        self._edit()
        for name in _SIMPLE:
            self.do(name)
        self._look_up()
        self._look_at_sheet()
        self._menus()
        self._fail()
        self._write()
        self._further_windows()
        self._end()
        assert set(SPECS) - self.done == {PRINTED}, "every action was triggered"

    def _recover(self) -> None:
        """Take back what a program that was killed left."""
        until(lambda: self.window.has_content and self.content.session.is_open, "recovered")
        assert GOODS in self.content.session.worksheet.note(0)

    def _edit(self) -> None:
        IMPORTER_NAME.set(IMPORTER)
        session = self.content.session
        session.set_lines("note", (1,), f"ask {GOODS}")
        until(lambda: self.content.autosave.is_keeping, "kept")
        self.content.workspace.table.selectRow(0)
        question = next(one for one in session.questions if one.answers)
        session.answer(question, question.answers[0].value)
        session.set_lines("hts", (2,), "8708.30.5040")

    def _look_up(self) -> None:
        """The search, the parts book, the schedule, the guide."""
        self.content.workspace.table.selectRow(2)
        self.do("find-number")
        panel = self.content.finding.panel
        assert panel is not None
        panel.words.setText(f"{GOODS} brake pads")
        until(lambda: panel.model.rowCount() > 0, "found")
        panel.close()
        self.do("find-numbers")
        self._shut()
        self.do("parts-book")
        dialog = self.content.finding.parts.dialog
        assert dialog is not None
        for ask, name in (
            (dialog.export_asked, f"{NAME} parts.xlsx"),
            (dialog.import_asked, f"{NAME} parts.xlsx"),
        ):
            self.answering.files.append(self.wanted / name)
            ask.emit()
            until((self.wanted / name).exists, name)
            settle()
        self._shut()
        self.do("schedule")
        schedule = self.content.schedule.page
        assert schedule is not None
        self._follow_links(schedule.page)
        self.do("to-lines")
        self.do("guide")
        guide = self.content.help.guide
        assert guide is not None
        self._follow_links(guide.page)
        guide.close()
        self._follow_links(self.content.workspace.explanation.page)

    def _follow_links(self, page: QTextBrowser) -> None:
        """Also one that an invoice might have put there."""
        for link in ("http://evil.invalid/", "file:///etc/hostname", "law:9903.05.49"):
            page.anchorClicked.emit(QUrl(link))
            settle()

    def _look_at_sheet(self) -> None:
        """The invoice's own sheet, read again as a person says and remembered."""
        self.do("to-source")
        worksheet = self.content.session.worksheet
        layout = worksheet.readings[0].documents[0].layouts[0]
        self.content.workspace.source.bar.remembers.setChecked(True)
        self.content.rereading.read_by(0, layout.sheet, [layout])
        until(lambda: not self.content.jobs.is_running, "read again")
        self.do("to-lines")

    def _menus(self) -> None:
        self.content.workspace.table.selectRow(0)
        for name in ("set", "columns", "appearance", "language"):
            menu = self.window.actions_.submenus[name]
            menu.aboutToShow.emit()
            for action in reversed(menu.actions()):
                action.trigger()
                settle()
            self.done.add(name)

    def _fail(self) -> None:
        """A mistake of the program whose message quotes the invoice, met in each of the ways."""

        def fails(_: object = None) -> None:
            raise ZeroDivisionError(f"{GOODS} dishes")

        self.content.jobs.run("work", fails, lambda _: None)
        until(lambda: not self.content.jobs.is_running, "failed")
        QTimer.singleShot(0, fails)
        settle()
        self.do("diagnostics")
        diagnostics = QGuiApplication.clipboard().text()
        assert "Duty Desktop" in diagnostics
        assert "ZeroDivisionError" in diagnostics
        assert not [one for one in (GOODS, NAME, IMPORTER) if one in diagnostics]

    def _write(self) -> None:
        self.do("save", self.wanted / "estimate.duty")
        self.do("save-as", self.wanted / "other.duty")
        for name, suffix in (("export-excel", "xlsx"), ("export-pdf", "pdf"), ("export-entry", "csv")):
            self.do(name, self.wanted / f"window.{suffix}")
            assert (self.wanted / f"window.{suffix}").is_file()
        self.do("export-entry", self.wanted / "window.json")
        self.do("fill-template", TEMPLATE, self.wanted / "window-filled.xlsx")
        assert (self.wanted / "window-filled.xlsx").is_file()

    def _further_windows(self) -> None:
        """A workbook with a password into this shipment; a folder dropped and cells pasted into others."""
        self.do("add", self.files.locked)
        assert len(self.content.session.worksheet.readings) == 2
        for menu in ("recent", "samples"):
            self.window.actions_.submenus[menu].aboutToShow.emit()
            self.window.actions_.submenus[menu].actions()[0].trigger()
            self.done.add(menu)
            settle()
        self.do("new-window")
        empty = next(one for one in self.program.windows() if not one.is_busy)
        until(lambda: empty.has_content, "another window")
        QGuiApplication.clipboard().setText(self.files.invoice.read_text("utf-8").replace(",", "\t"))
        self.do("paste-invoice", window=empty)
        until(lambda: empty.content.session.is_open, "pasted")
        self.do("open", self.wanted / "estimate.duty", window=empty)
        dropped = self.program.new_window()
        until(lambda: dropped.has_content, "a window to drop on")
        drop(dropped, self.files.folder)
        until(lambda: dropped.content.session.is_open, "dropped")

    def _shut(self) -> None:
        for one in QApplication.topLevelWidgets():
            if isinstance(one, QDialog) and one.isVisible():
                one.reject()
        settle()

    def _end(self) -> None:
        first = next(self.program.windows())
        self.answering.files += [self.wanted / f"last {place}.duty" for place in range(9)]
        self.content.session.set_lines("note", (1,), f"later {GOODS}")
        settle()
        for other in list(self.program.windows())[1:]:
            other.actions_["close"].trigger()
            settle()
        first.actions_["quit"].trigger()
        self.done |= {"close", "quit"}
        settle()
        assert list(self.program.windows()) == []


def drop(window: MainWindow, path: Path) -> None:
    """Drag a folder over a window and let go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    about = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    window.dragEnterEvent(QDragEnterEvent(QPointF(9, 9).toPoint(), *about))
    window.dropEvent(QDropEvent(QPointF(9, 9), *about))


def settle() -> None:
    loop = QEventLoop()
    QTimer.singleShot(30, loop.quit)
    loop.exec()  # unlike QTest.qWait it does not raise what an event raised, as a running program does not


def until(done: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not done():
        assert time.monotonic() < end, what
        QTest.qWait(10)
