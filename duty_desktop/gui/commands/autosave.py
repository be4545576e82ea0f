"""Autosave: from the first change on, every change is on the disk as it happens."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from duty_desktop.document import About, DocumentError, Journal, document_bytes
from duty_desktop.estimate.edits import Edit
from duty_desktop.gui.recovering import recovery_folder
from duty_desktop.gui.texts import finding_text

if TYPE_CHECKING:
    from duty_desktop.gui.content import Content


class Autosave(QObject):
    """Keeps the journal of one window. A disk that refuses is told once and does not stop the work."""

    def __init__(self, content: "Content") -> None:
        super().__init__(content)
        self._content = content
        self._journal: Journal | None = None
        self._refused = False
        content.session.opened.connect(self.stop)
        content.session.applied.connect(self._keep, Qt.ConnectionType.QueuedConnection)

    @property
    def is_keeping(self) -> bool:
        """Whether there is a journal on the disk."""
        return self._journal is not None

    def begin(self) -> None:
        """Write down the whole state, to which later changes are added."""
        content = self._content
        worksheet, path = content.session.worksheet, content.session.path
        about = About(path, content.file_title())

        def work() -> Journal:
            base, _ = document_bytes(worksheet, content.sources, content.note)
            return Journal(recovery_folder(), base, about)

        try:
            self._journal = content.jobs.wait(work, large=content.is_large)
        except DocumentError as error:
            self._tell(error)

    def stop(self) -> None:
        """Nothing is left to recover: saved, given up, or another shipment."""
        if self._journal is not None:
            self._journal.close()
            self._journal = None

    def _keep(self, edits: tuple[Edit, ...]) -> None:
        if self._journal is None:
            if not self._refused:
                self.begin()
            return
        try:
            for edit in edits:
                self._journal.append(edit)
        except DocumentError as error:
            self._tell(error)

    def _tell(self, error: DocumentError) -> None:
        self._refused = True
        self._content.window.statusBar().showMessage(finding_text(error.finding))
