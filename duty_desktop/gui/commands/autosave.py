"""Autosave: from the first change on, every change is on the disk as it happens."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from duty_desktop.document import About, DocumentError, Journal, document_bytes
from duty_desktop.estimate.edits import Edit
from duty_desktop.gui.folders import recovery_folder
from duty_desktop.gui.texts import finding_text, tr

if TYPE_CHECKING:
    from duty_desktop.gui.content import Content

_FIRST_RETRY_MS, _LAST_RETRY_MS = 4_000, 64_000


class Autosave(QObject):
    """Keeps the journal of one window.

    A disk that refuses is told and does not stop the work; what was kept so far stays, and the whole state
    is tried again until it is kept. `kept`: every change so far is on the disk.
    """

    kept = Signal()

    def __init__(self, content: "Content") -> None:
        super().__init__(content)
        self._content = content
        self._journal: Journal | None = None
        self._pending: tuple[Edit, ...] | None = None  # applied, not yet in the journal
        self._anew = False  # what is pending is in the whole state alone
        self._retry = QTimer(self, singleShot=True, interval=_FIRST_RETRY_MS)
        self._retry.timeout.connect(self._catch_up)
        content.session.opened.connect(self._opened)
        content.session.applied.connect(self._keep, Qt.ConnectionType.QueuedConnection)

    @property
    def is_keeping(self) -> bool:
        """Whether every change so far is in a journal on the disk."""
        return self._journal is not None and not self._retry.isActive()

    def begin(self) -> None:
        """Write down the whole state, to which later changes are added."""
        content, journal, self._pending = self._content, self._journal, None
        self._anew, worksheet = False, content.session.worksheet
        about = About(content.session.path, content.file_title(), content.documents.revision, unsaved=True)

        def work() -> Journal:
            base, _ = document_bytes(worksheet, content.sources, content.note)
            if journal is None:
                return Journal(recovery_folder(), base, about)
            journal.rebase(base, about)
            return journal

        try:
            self._journal = content.jobs.wait(work, large=content.is_large)
        except DocumentError as error:
            self._refused(error)
            return
        self.kept.emit()

    def stop(self) -> None:
        """Nothing is left to recover: saved, given up, or another shipment."""
        self._pending, self._anew = None, False
        self._retry.stop()
        self._retry.setInterval(_FIRST_RETRY_MS)
        if self._journal is not None:
            self._journal.close()
            self._journal = None

    def _opened(self) -> None:
        """Another shipment has nothing to keep yet; of one that goes on what was kept stays until more is."""
        if not self._content.session.continues:
            self.stop()

    def _keep(self, edits: tuple[Edit, ...]) -> None:
        self._pending = (*(self._pending or ()), *edits)
        self._anew = self._anew or not edits
        self._content.jobs.when_free(self._write)  # the next edit may be under way

    def _write(self) -> None:
        edits, self._pending = self._pending, None
        if edits is None or self._retry.isActive():
            return  # the whole state is written then, these edits in it
        journal = self._journal
        if journal is None or self._anew:
            self.begin()
            return

        def work() -> None:
            for edit in edits:
                journal.append(edit)

        try:
            self._content.session.at_length(work)
        except DocumentError as error:
            self._refused(error)
            return
        self.kept.emit()

    def _refused(self, error: DocumentError) -> None:
        self._content.window.statusBar().showMessage(finding_text(error.finding))
        self._retry.start()

    def _catch_up(self) -> None:
        content = self._content
        if not content.session.is_open:
            return
        self._retry.setInterval(min(self._retry.interval() * 2, _LAST_RETRY_MS))
        if content.jobs.is_running:
            self._retry.start()
            return
        self.begin()
        if not self._retry.isActive():
            self._retry.setInterval(_FIRST_RETRY_MS)
            content.window.statusBar().showMessage(tr("Unsaved changes are kept again."))
