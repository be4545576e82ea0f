"""The estimate as a file: open, save, and what an autosave kept from a crash."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox

from duty_desktop.document import SUFFIX, DocumentError, SavedDocument, open_estimate, save_document
from duty_desktop.estimate.result import Question
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.gui.formats import moment
from duty_desktop.gui.jobs.estimating import worked_out
from duty_desktop.gui.plain import box_shows_plainly
from duty_desktop.gui.settings import LAST_FOLDER, remember_file
from duty_desktop.gui.texts import tr
from duty_desktop.terms.file_names import real_path
from duty_desktop.terms.stopping import Progress

if TYPE_CHECKING:
    from duty_desktop.gui.content import Content

_SAVE, _DISCARD = QMessageBox.StandardButton.Save, QMessageBox.StandardButton.Discard


class DocumentCommands(QObject):
    """Opens and saves `.duty` files. `revision` is the saving that this window's state began from."""

    def __init__(self, content: "Content") -> None:
        super().__init__(content)
        self._content = content
        self.revision: str | None = None
        actions = content.window.actions_
        actions["save"].triggered.connect(self.save)
        actions["save-as"].triggered.connect(self.save_as)

    def open(self, path: Path) -> None:
        """Open an estimate with the figures it was saved with."""
        law = self._content.law

        def work(_: Progress) -> tuple[SavedDocument, Worksheet, tuple[Question, ...]]:
            saved, worksheet = open_estimate(path, law)
            return saved, worksheet, worked_out(worksheet)

        what = tr("Opening {file}", file=path.name)
        self._content.jobs.run(what, work, lambda made: self._show(path, *made))

    def save(self) -> bool:
        """Save where it came from; the first time ask where. False when it was not saved."""
        path = self._content.session.path
        return self.save_as() if path is None else self._save(path, replaces=self.revision)

    def save_as(self) -> bool:
        """Ask where and save there. False when it was not saved."""
        content = self._content
        path = content.session.path or Path(LAST_FOLDER.get()) / f"{content.file_title()}{SUFFIX}"
        name, _ = QFileDialog.getSaveFileName(
            content.window, tr("Save the estimate"), str(path), tr("Estimates ({kinds})", kinds=f"*{SUFFIX}")
        )
        if not name:
            return False
        chosen = Path(name) if Path(name).suffix.lower() == SUFFIX else Path(f"{name}{SUFFIX}")
        return self._save(chosen, replaces=None)

    def may_close(self) -> bool:
        """Ask about unsaved changes; False when the window shall stay."""
        content = self._content
        if not content.session.is_open or content.session.undo.isClean():
            return True
        box = QMessageBox(content.window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(tr("Save the changes to “{name}”?", name=content.file_title()))
        box.setInformativeText(tr("Without saving they are lost."))
        box.setStandardButtons(_SAVE | _DISCARD | QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(_SAVE)
        box_shows_plainly(box)
        chosen = box.exec()
        return self.save() if chosen == _SAVE else chosen == _DISCARD

    def _show(
        self, path: Path, saved: SavedDocument, worksheet: Worksheet, questions: tuple[Question, ...]
    ) -> None:
        content = self._content
        self.revision = saved.revision
        remember_file(str(real_path(path)))
        LAST_FOLDER.set(str(real_path(path).parent))
        content.show(worksheet, questions, saved.sources, path, saved.note)
        content.renewing.begin(saved)
        content.window.statusBar().showMessage(tr("Saved {moment}", moment=moment(saved.saved_at)))

    def _save(self, path: Path, replaces: str | None) -> bool:
        content = self._content
        session = content.session
        try:
            self.revision = content.jobs.wait(
                lambda: save_document(
                    path, session.worksheet, content.sources, note=content.note, replaces=replaces
                ),
                large=content.is_large,
            )
        except DocumentError as error:
            content.banner.show_findings([error.finding])
            return False
        session.path = path
        session.undo.setClean()
        remember_file(str(real_path(path)))
        LAST_FOLDER.set(str(real_path(path).parent))
        content.after_saving()
        content.window.statusBar().showMessage(tr("Saved"))
        return True
