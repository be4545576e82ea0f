"""Reading a file again as a person says: the answer is remembered, edits stay, and it can be undone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from duty_desktop.document import SourceFile
from duty_desktop.estimate.edits import EditError
from duty_desktop.estimate.read_again import LostEdit, ReadAgain, read_again
from duty_desktop.estimate.result import Question
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.gui.jobs.estimating import worked_out
from duty_desktop.gui.jobs.source_sheets import on_disk
from duty_desktop.gui.plain import box_shows_plainly
from duty_desktop.gui.source.marks import line_at_row, row_of_line
from duty_desktop.gui.texts import sentence, tr, trn
from duty_desktop.gui.undo.edit_names import field_name
from duty_desktop.gui.undo.reading_command import ReadingCommand
from duty_desktop.invoice import WorkbookError, read_safely
from duty_desktop.invoice.layouts import layout_fingerprint
from duty_desktop.invoice.remembered import (
    RememberedLayout,
    by_fingerprint,
    can_be_remembered,
    remembered_layouts,
)
from duty_desktop.lines.reading import Layout
from duty_desktop.terms.refusals import refusal_of
from duty_desktop.terms.stopping import Progress

if TYPE_CHECKING:
    from duty_desktop.gui.content import Content

_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class _Made:
    """The shipment read again, its questions, and the layouts of the sheet as they were then read."""

    again: ReadAgain
    questions: tuple[Question, ...]
    layouts: tuple[Layout, ...]


class RereadingCommands(QObject):
    """What the source panel asks for."""

    def __init__(self, content: "Content") -> None:
        super().__init__(content)
        self._content = content
        self._panel = content.workspace.source
        self._refused = False  # the disk, to remember layouts
        self._panel.layouts_chosen.connect(self.read_by)
        self._panel.told.connect(lambda text: content.window.statusBar().showMessage(text, 8000))

    def read_by(self, place: int, sheet: str, layouts: Sequence[Layout]) -> None:
        """Read a sheet of the file at `place` by these layouts, and all its other sheets as before."""
        content = self._content
        worksheet, source = content.session.worksheet, content.sources[place]
        chosen = [one for one in worksheet.readings[place].chosen if one.sheet != sheet] + list(layouts)
        password = content.passwords.get(source.name)

        def work(progress: Progress) -> _Made | EditError | WorkbookError:
            try:
                return _read(worksheet, place, source, chosen, sheet, password, progress)
            except (EditError, WorkbookError) as error:
                return error

        started = content.jobs.run(
            tr("Reading {file}", file=source.name),
            work,
            lambda made: self._take(made, place, sheet),
            holds_worksheet=True,
        )
        if not started:
            self._panel.refresh()

    def _take(self, made: _Made | EditError | WorkbookError, place: int, sheet: str) -> None:
        content = self._content
        if not isinstance(made, _Made):
            content.jobs.tell_failure(made)
            self._panel.refresh()
        elif made.again.lost and not self._may_lose(made.again.lost):
            self._panel.refresh()
        else:
            before, after = self._remembering(made.layouts, place)
            session = content.session
            shown = session.worksheet, tuple(session.questions)
            other = made.again.worksheet, made.questions
            command = ReadingCommand(
                *(shown, other, self._show),
                refused=self._tell_refusal,
                sheet=sheet,
                before=before,
                after=after,
            )
            self._refused = False
            session.undo.push(command)
            if not self._refused:
                self._tell(len(after))

    def _show(self, worksheet: Worksheet, questions: Sequence[Question]) -> None:
        """Show a worksheet in place of the present one, the keyboard staying where it is."""
        content, table = self._content, self._content.workspace.table
        focus = content.window.focusWidget()
        row = row_of_line(content.session.worksheet, table.current_line)
        with self._panel.staying():
            content.session.show_instead(worksheet, questions)
            line = line_at_row(worksheet, row)
            if line is not None:
                table.go_to_line(line)
        if focus is not None:
            focus.setFocus()

    def _may_lose(self, lost: Sequence[LostEdit]) -> bool:
        box = QMessageBox(self._content.window)
        box.setObjectName("lostEdits")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(
            trn(
                "1 change was made on a row that would be no line any more.",
                "{n} changes were made on rows that would be no lines any more.",
                len(lost),
            )
        )
        named = [
            tr("{sheet}, row {row}", sheet=one.sheet, row=one.row) + f": {field_name(one.field)} {one.text}"
            for one in lost[:_MOST_NAMED]
        ]
        question = tr("Read the sheet in this way nevertheless? Undo brings them back.")
        box.setInformativeText("\n".join([*named, "", question]))
        read = box.addButton(tr("&Read"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box_shows_plainly(box)
        box.exec()
        return box.clickedButton() is read

    def _remembering(
        self, layouts: Sequence[Layout], place: int
    ) -> tuple[dict[str, RememberedLayout | None], dict[str, RememberedLayout | None]]:
        """What is remembered for these headings now, and what will be."""
        if not self._panel.bar.remembers.isChecked():
            return {}, {}
        kept = {one.fingerprint: one for one in remembered_layouts()}
        before: dict[str, RememberedLayout | None] = {}
        after: dict[str, RememberedLayout | None] = {}
        for layout in filter(can_be_remembered, layouts):
            own = layout_fingerprint(layout)
            before[own] = known = kept.get(own)
            after[own] = RememberedLayout(known.name if known else self._name(place), layout)
        return before, after

    def _name(self, place: int) -> str:
        reading = self._content.session.worksheet.readings[place]
        sellers = [document.seller for document in reading.documents if document.seller]
        return sellers[0] if sellers else Path(reading.file_name).stem

    def _tell_refusal(self, error: OSError) -> None:
        """Read all the same, but not remembered."""
        self._refused = True
        text = tr("The layouts could not be saved: {why}.", why=sentence(refusal_of(error).why))
        self._content.window.statusBar().showMessage(text)

    def _tell(self, remembered: int) -> None:
        text = tr("Read again in this way.")
        if remembered:
            text = tr("Read again in this way, and remembered for files with the same headings.")
        self._content.window.statusBar().showMessage(text, 8000)


def _read(
    worksheet: Worksheet,
    place: int,
    source: SourceFile,
    chosen: Sequence[Layout],
    sheet: str,
    password: str | None,
    progress: Progress,
) -> _Made:
    known = by_fingerprint(remembered_layouts())
    with on_disk(source) as path:
        reading = read_safely(path, progress=progress, layouts=chosen, remembered=known, password=password)
    again = read_again(worksheet, place, replace(reading, file_name=worksheet.readings[place].file_name))
    found = [layout for one in reading.documents for layout in one.layouts if layout.sheet == sheet]
    out = [layout for layout in chosen if layout.sheet == sheet and layout.is_left_out]
    return _Made(again, worked_out(again.worksheet), tuple(dict.fromkeys(found or out)))
