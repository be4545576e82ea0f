"""What a crash left behind, offered when the program starts again."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from duty_desktop.document import Recovery, SourceFile
from duty_desktop.estimate.edits import EditError
from duty_desktop.estimate.result import Question
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.gui.dialogs.once import open_once
from duty_desktop.gui.jobs.estimating import worked_out
from duty_desktop.gui.plain import box_shows_plainly
from duty_desktop.gui.texts import tr, trn
from duty_desktop.tariff.law import Law
from duty_desktop.terms.file_names import shown_name
from duty_desktop.terms.stopping import Progress

if TYPE_CHECKING:
    from duty_desktop.gui.window import MainWindow

_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class Recovered:
    """A session as it was before the crash."""

    worksheet: Worksheet
    questions: tuple[Question, ...]
    sources: tuple[SourceFile, ...]
    path: Path | None
    revision: str | None
    note: str


def offer(window: "MainWindow", found: Sequence[Recovery]) -> QMessageBox:
    """Ask what to do with estimates that the last session left unsaved."""
    box = QMessageBox(window)
    box.setObjectName("recovery")
    box.setIcon(QMessageBox.Icon.Information)
    box.setText(
        trn(
            "Duty Desktop ended unexpectedly. An estimate with unsaved changes was kept.",
            "Duty Desktop ended unexpectedly. {n} estimates with unsaved changes were kept.",
            len(found),
        )
    )
    named = [
        trn("{title}: 1 change", "{title}: {n} changes", _count(one), title=_title(one)) for one in found
    ]
    box.setInformativeText("\n".join(named[:_MOST_NAMED]))
    box_shows_plainly(box)
    open_ = box.addButton(tr("Open"), QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(tr("Later"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(open_)

    def decide() -> None:
        if box.clickedButton() is open_:
            for one in found:
                target = window.program.new_window() if window.is_busy else window
                target.when_ready(partial(_open, target, one))
        elif box.clickedButton() is discard:
            for one in found:
                one.discard()

    box.finished.connect(decide)
    open_once(box)
    return box


def _open(window: "MainWindow", recovery: Recovery) -> None:
    law = window.content.law

    def work(_: Progress) -> Recovered:
        return recovered(recovery, law)

    def show(made: Recovered) -> None:
        content = window.content
        content.show(made.worksheet, made.questions, made.sources, made.path, made.note)
        content.documents.revision = made.revision
        content.session.undo.resetClean()
        content.autosave.begin()
        if content.autosave.is_keeping:  # else the disk refuses, and what the crash left is still needed
            recovery.discard()

    window.content.jobs.run(tr("Opening {file}", file=_title(recovery)), work, show)


def recovered(recovery: Recovery, law: Law) -> Recovered:
    """The worksheet of a session with the changes it had; a newer schedule rates it anew.

    Raises DocumentError when nobody can have made these changes; they are kept apart then.
    """
    saved = recovery.saved
    try:
        if law.files.is_called(saved.edition):
            worksheet = saved.as_saved(law)
            worksheet.apply_all(recovery.edits)
        else:
            worksheet = Worksheet(law, saved.readings, saved.shipment, recovery.all_edits)
    except EditError as error:
        raise recovery.given_up() from error
    about = recovery.about
    return Recovered(
        worksheet, worked_out(worksheet), saved.sources, about.document, about.revision, saved.note
    )


def _title(recovery: Recovery) -> str:
    document = recovery.about.document
    return shown_name(document) if document is not None else recovery.about.title


def _count(recovery: Recovery) -> int:
    return len(recovery.edits) + len(recovery.saved.edits)
