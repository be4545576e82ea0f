"""Undo, copy, paste, fill down, clear, revert, find."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from duty_desktop.estimate.edited_lines import EditedLines
from duty_desktop.estimate.edits import LineEdit
from duty_desktop.gui.actions import plain_name
from duty_desktop.gui.clipboard import CopiedTable, copied_table, pasted_rows
from duty_desktop.gui.models.columns import COLUMNS
from duty_desktop.gui.plain import as_name
from duty_desktop.gui.texts import tr, trn
from duty_desktop.gui.views.line_selection import selected_block

if TYPE_CHECKING:
    from duty_desktop.gui.content import Content

CellText = Callable[[int, int], str]
_AT_ONCE = 1_000  # lines copied in a moment


class EditingCommands(QObject):
    """What the Edit menu does with the selected cells."""

    def __init__(self, content: "Content") -> None:
        super().__init__(content)
        self._content = content
        self._session, self._table = content.session, content.workspace.table
        self._model, self._find = content.workspace.model, content.workspace.find_bar
        actions = content.window.actions_
        undo = self._session.undo
        for action_id, act, changes in (
            ("undo", undo.undo, undo.canUndoChanged),
            ("redo", undo.redo, undo.canRedoChanged),
        ):
            actions[action_id].triggered.connect(act)
            actions[action_id].setEnabled(False)
            changes.connect(actions[action_id].setEnabled)
        undo.undoTextChanged.connect(self.retranslate)
        undo.redoTextChanged.connect(self.retranslate)
        for action_id, do in (
            ("copy", self.copy),
            ("paste", self.paste),
            ("fill-down", self.fill_down),
            ("clear", self.clear),
            ("revert", self.revert),
            ("find", self._find.begin),
            ("find-next", lambda: self._find.ask(1)),
            ("find-previous", lambda: self._find.ask(-1)),
        ):
            actions[action_id].triggered.connect(do)
        content.workspace.copy_asked.connect(self._copy_text)

    def retranslate(self) -> None:
        """Name undo and redo by what they do."""
        undo, actions = self._session.undo, self._content.window.actions_
        for action_id, word, what in (
            ("undo", tr("&Undo"), undo.undoText()),
            ("redo", tr("&Redo"), undo.redoText()),
        ):
            actions[action_id].setText(tr("{do}: {what}", do=word, what=as_name(what)) if what else word)
            actions[action_id].setIconText(plain_name(word))

    def copy(self) -> None:
        """Copy the selected cells with their headings; in a text, the selected words."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | QTextEdit):
            focus.copy()
            return
        block = selected_block(self._table)
        lines = self._model.lines_at(block.rows)
        worksheet = self._session.worksheet
        if len(lines) <= _AT_ONCE:
            self._put_table(copied_table(worksheet, lines, block.columns), len(lines))
            return
        self._content.jobs.run(
            tr("Copying"),
            lambda progress: copied_table(worksheet, lines, block.columns, lambda done: progress(done, "")),
            lambda table: self._put_table(table, len(lines)),
            holds_worksheet=True,
        )

    def paste(self) -> None:
        """Paste cells from the clipboard, beginning at the current cell; a single one fills the selection."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit):
            focus.paste()
            return
        rows = pasted_rows()
        block = selected_block(self._table)
        if not rows or not block.rows:
            return
        if len(rows) == 1 and len(rows[0]) == 1:
            edits = list(self._edits_of(block.rows, block.columns, lambda _row, _column: rows[0][0]))
        else:
            edits = list(self._edits_of_block(rows, block.rows[0], block.columns[0]))
        if edits and self._session.do(*edits):
            self._say(tr("Pasted"))
        elif not edits:
            self._say(tr("These columns cannot be changed."))

    def fill_down(self) -> None:
        """Give every selected cell what the first one of its column holds."""
        block = selected_block(self._table)
        if len(block.rows) < 2:
            return
        first = self._model.line_at(block.rows[0])
        self._session.do(
            *self._edits_of(
                block.rows[1:],
                block.columns,
                lambda _row, column: self._model.edit_text(COLUMNS[column], first),
            )
        )

    def clear(self) -> None:
        """Empty the selected cells that can be changed."""
        block = selected_block(self._table)
        self._session.do(*self._edits_of(block.rows, block.columns, lambda _row, _column: ""))

    def revert(self) -> None:
        """Take back what was changed by hand in the selected lines: all of it, declarations too."""
        worksheet = self._session.worksheet
        read = EditedLines(worksheet.law.facts)
        for document in worksheet.documents:
            read.add(document)
        chosen = set(self._table.chosen_lines)
        edits = []
        for edit in worksheet.edits():
            if isinstance(edit, LineEdit):
                lines = tuple(line for line in edit.lines if line in chosen)
                edits.append(
                    LineEdit(edit.field, lines, tuple(read.text(edit.field, line) for line in lines))
                )
        self._session.do(*(edit for edit in edits if edit.lines))

    def _edits_of(self, rows: Iterable[int], columns: Iterable[int], text: CellText) -> Iterator[LineEdit]:
        """One edit a field for cells of the table; columns that cannot be changed are passed over."""
        places = list(rows)
        lines = tuple(self._model.line_at(row) for row in places)
        fields = {COLUMNS[column].field: column for column in columns if COLUMNS[column].field}
        for field, column in fields.items():
            if lines:
                yield LineEdit(field, lines, tuple(text(row, column) for row in places))

    def _edits_of_block(self, rows: list[list[str]], top: int, left: int) -> Iterator[LineEdit]:
        """The edits of a pasted block; what would go past the table's end is left out."""
        header = self._table.horizontalHeader()
        shown = sorted(range(len(COLUMNS)), key=header.visualIndex)
        shown = [column for column in shown if not self._table.isColumnHidden(column)]
        first = shown.index(left)
        count = min(len(rows), self._model.rowCount() - top)
        blank = ("",) * len(shown)
        for offset, column in enumerate(shown[first:]):
            if any(offset < len(row) for row in rows):
                texts = {top + place: (*rows[place], *blank)[offset] for place in range(count)}
                yield from self._edits_of(texts, (column,), _from(texts))

    def _copy_text(self, text: str) -> None:
        data = QMimeData()
        data.setText(text)
        self._put(data)
        self._say(tr("Explanation copied"))

    def _put_table(self, table: CopiedTable | None, lines: int) -> None:
        if table is not None and lines:
            self._put(table.as_data())
            self._say(trn("1 line copied", "{n} lines copied", lines))

    @staticmethod
    def _put(data: QMimeData) -> None:
        QGuiApplication.clipboard().setMimeData(data)

    def _say(self, text: str) -> None:
        self._content.window.statusBar().showMessage(text, 6000)


def _from(texts: Mapping[int, str]) -> CellText:
    return lambda row, _column: texts[row]
