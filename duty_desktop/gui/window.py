"""One window: an empty page at first, then a shipment. Everything heavy comes after it is shown."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QStyle, QVBoxLayout, QWidget

from duty_desktop.gui import settings
from duty_desktop.gui.actions import WindowActions
from duty_desktop.gui.look import ensure_japanese, look
from duty_desktop.gui.settings import RECENT_FILES, WINDOW_GEOMETRY
from duty_desktop.gui.texts import tr
from duty_desktop.gui.views.progress_strip import ProgressStrip
from duty_desktop.gui.views.start_page import StartPage
from duty_desktop.gui.views.style_sheet import style_sheet
from duty_desktop.terms.resources import resource_folder

if TYPE_CHECKING:  # Qt's binding makes a type when it is first imported: not before the window is shown
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import (
        QCloseEvent,
        QDragEnterEvent,
        QDragLeaveEvent,
        QDropEvent,
        QKeyEvent,
        QPaintEvent,
        QScreen,
    )

    from duty_desktop.gui.content import Content
    from duty_desktop.gui.jobs.job import Job
    from duty_desktop.gui.preparing import Prepared
    from duty_desktop.gui.program import Program
    from duty_desktop.gui.views.drop_frame import DropFrame

_FIRST_SIZE = QSize(1680, 1000)
_CASCADE = 28


class MainWindow(QMainWindow):
    """The shell. `content` has the shipment and what the menus do, made by `prepare`."""

    closed = Signal(object)

    def __init__(self, program: "Program") -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAcceptDrops(True)
        self.program = program
        self.actions_ = WindowActions(self)
        self.start = StartPage(self)
        self.progress = ProgressStrip(self)
        self.preparation: Job[Prepared] | None = None
        self.drop_frame: DropFrame | None = None
        self._content: Content | None = None
        self._waiting: list[tuple[Callable[[], None], bool]] = []
        self._styled_for: object = None
        self._prepares = self._is_making = False
        self._size_at_first = QSize()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.start)
        whole = QWidget(self)
        self.column = QVBoxLayout(whole)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.progress)
        self.column.addWidget(self.stack, 1)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        actions = self.actions_
        actions["new-window"].triggered.connect(self.program.new_window)
        actions["close"].triggered.connect(self.close)
        actions["quit"].triggered.connect(self.program.quit)
        actions["open"].triggered.connect(lambda: self.when_ready(self._choose))
        self.start.open_asked.connect(actions["open"].trigger)
        self.start.importer_asked.connect(lambda: self.when_ready(self._name_importer))
        self.start.file_asked.connect(lambda path: self.open_paths([path]))
        self.progress.cancelled.connect(self._cancel)

    @property
    def content(self) -> "Content":
        """The shipment and the commands; made now if they are not there yet."""
        if self._content is None:
            from duty_desktop.gui.content import Content

            self._content = Content(self)
        return self._content

    def when_ready(self, act: Callable[[], None], *, fills: bool = True) -> None:
        """Do something with the content, at once or as soon as it can be made without a wait.

        `fills`: it may bring a shipment, so the window is not free for another one.
        """
        if self._content is None:
            self._waiting.append((act, fills))
        else:
            act()

    def be_ready(self) -> None:
        """Make the content and do what waited for it."""
        ensure_japanese()  # invoices in Japanese are opened in English windows too
        if self._content is None:
            from duty_desktop.gui.content import Content

            self._is_making = True
            try:
                self._content = Content(self, breathes=True)
            finally:
                self._is_making = False  # or nothing could be told and the window not be closed
        while self._waiting:
            act, _ = self._waiting.pop(0)
            act()

    @property
    def has_content(self) -> bool:
        """Whether the content was made already."""
        return self._content is not None

    @property
    def is_busy(self) -> bool:
        """Whether the window shows a shipment or is about to."""
        if any(fills for _, fills in self._waiting):
            return True
        return self._content is not None and (self._content.session.is_open or self._content.jobs.is_running)

    @property
    def document(self) -> Path | None:
        """The file of the estimate shown, resolved."""
        from duty_desktop.terms.file_names import real_path  # not before the window is shown

        path = self._content.session.path if self._content is not None else None
        return real_path(path) if path is not None else None

    def prepare(self) -> None:
        """Load what the empty window did without: the law, the commands, the offer to recover."""
        from PySide6.QtCore import Qt  # a large namespace: not before the window is shown
        from PySide6.QtGui import QIcon

        QGuiApplication.setWindowIcon(QIcon(str(resource_folder() / "icons" / "duty-desktop.svg")))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.size() == self._size_at_first:
            self._stay_on_screen()  # now the system has told how wide its frame is
        self.actions_.add_keys()
        self.start.draw_pictures()
        self.start.show_recent(RECENT_FILES.get())
        from duty_desktop.gui.preparing import prepare

        prepare(self, first=next(self.program.windows(), self) is self)

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open files dropped, chosen or named on the command line."""
        self.when_ready(lambda: self.content.files.open(paths))

    def tell_failure(self, error: Exception) -> None:
        """Tell why something failed; while the content is being made, right after that."""
        if self._is_making:
            self.when_ready(lambda: self.tell_failure(error), fills=False)
        else:
            self.content.jobs.tell_failure(error)

    def _choose(self) -> None:
        self.content.files.choose()

    def _name_importer(self) -> None:
        self.content.help.name_importer()

    def _cancel(self) -> None:
        self.statusBar().showMessage(tr("Stopped: {what}", what=self.progress.what.text()))
        self.content.jobs.cancel()

    def paintEvent(self, event: "QPaintEvent") -> None:
        """The first time the window is in sight, load the rest: not before, or it would come later."""
        super().paintEvent(event)
        if not self._prepares:
            self._prepares = True
            QTimer.singleShot(0, self.prepare)

    def retranslate(self) -> None:
        """Take the language and the colours shown now."""
        colors = look()
        if self._styled_for != colors:
            self._styled_for = colors
            self.setStyleSheet(style_sheet(colors))
        self.actions_.retranslate()
        self.start.retranslate()
        if self._content is not None:
            self._content.retranslate()
        else:
            self.setWindowTitle(tr("Duty Desktop"))

    def changeEvent(self, event: "QEvent") -> None:
        """Another language: Qt tells it when a translator comes or goes."""
        super().changeEvent(event)
        if event.type() == event.Type.LanguageChange and self._styled_for is not None:
            self.retranslate()

    def restore_place(self, beside: "MainWindow | None") -> None:
        """Where the window was last time, never off the screen; a second one a little aside."""
        self.resize(_FIRST_SIZE)
        if beside is not None:
            self.setGeometry(beside.geometry().translated(_CASCADE, _CASCADE))
        else:
            self.restoreGeometry(WINDOW_GEOMETRY.get())
        if not any(screen.availableGeometry().intersects(self.frameGeometry()) for screen in _screens()):
            self.move(QGuiApplication.primaryScreen().availableGeometry().topLeft())
        self._stay_on_screen()
        self._size_at_first = self.size()

    def _stay_on_screen(self) -> None:
        """Keep title and status bar in sight."""
        if self.isMaximized() or self.isFullScreen():
            return
        from duty_desktop.gui.placing import frame_of, placed

        title = self.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
        frame = frame_of(self.geometry(), self.frameGeometry(), title)
        available = self.screen().availableGeometry()
        self.setGeometry(placed(self.geometry(), frame, available, self.minimumSizeHint()))

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Ask about unsaved changes, end running work, remember the place.

        While its content is made or work on the worksheet is waited for, the window closes after it.
        """
        if self._is_making:
            event.ignore()
            self.when_ready(self._close_after, fills=False)
            return
        if self._content is not None and self._content.jobs.is_waiting:
            event.ignore()
            self._content.jobs.when_free(self._close_after)
            return
        if self._content is not None and not self._content.may_close():
            event.ignore()
            return
        if self.preparation is not None:
            self.preparation.cancel()
        WINDOW_GEOMETRY.set(self.saveGeometry())
        settings.store().sync()
        event.accept()
        self.closed.emit(self)

    def _close_after(self) -> None:
        if self.isVisible():  # asked for twice, it may have closed already
            self.close()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Ctrl+V in the empty window pastes an invoice; with a shipment it pastes into cells."""
        from PySide6.QtGui import QKeySequence

        if event.matches(QKeySequence.StandardKey.Paste) and self.stack.currentWidget() is self.start:
            self.actions_["paste-invoice"].trigger()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        """Say what a drop would do; a wrong kind of file is told why."""
        from duty_desktop.gui.views.drop_frame import DropFrame, drag_message

        if self.drop_frame is None:
            self.drop_frame = DropFrame(self)
        message, takes = drag_message(event.mimeData())
        self.drop_frame.show_over(self.rect(), message, takes=takes)
        event.acceptProposedAction()  # also what cannot be opened: only so the frame can say why

    def dragLeaveEvent(self, event: "QDragLeaveEvent") -> None:
        """The drag is over."""
        if self.drop_frame is not None:
            self.drop_frame.hide()

    def dropEvent(self, event: "QDropEvent") -> None:
        """Open what was dropped."""
        from duty_desktop.gui.views.drop_frame import drag_message, dragged_paths, openable

        if self.drop_frame is not None:
            self.drop_frame.hide()
        message, takes = drag_message(event.mimeData())
        if takes:
            event.acceptProposedAction()
            self.open_paths(openable(dragged_paths(event.mimeData())))
        else:
            self.statusBar().showMessage(message)


def _screens() -> "list[QScreen]":
    return QGuiApplication.screens()
