"""The invoice's own sheet beneath the lines: what was read from where, and how to read it otherwise."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QMenu, QSplitter, QVBoxLayout, QWidget

from duty_desktop.gui.session import Session
from duty_desktop.gui.source.layout_edits import found_in, headed_by, left_out, with_meaning
from duty_desktop.gui.source.mapping_list import MappingList
from duty_desktop.gui.source.marks import SheetMarks, TableUse, Taken, file_of_line, marks_of
from duty_desktop.gui.source.meaning_menu import meaning_menu
from duty_desktop.gui.source.proof import document_at, proof_of
from duty_desktop.gui.source.sheet_model import SheetModel
from duty_desktop.gui.source.sheet_view import SheetView
from duty_desktop.gui.source.source_bar import SourceBar
from duty_desktop.gui.source.source_shelf import SourceShelf
from duty_desktop.gui.texts import tr, trn
from duty_desktop.gui.views.empty_note import EmptyNote
from duty_desktop.invoice.sheet import column_letters
from duty_desktop.lines.reading import Layout
from duty_desktop.terms.findings import Place

_LIST_SHARE = (470, 1010)


class SourcePanel(QFrame):
    """Loaded when it is first seen. `layouts_chosen(place, sheet, layouts)`: read the sheet in this way.

    `line_asked(int)`: show the line that was read from a row; `told(str)`: something for the status bar.
    """

    layouts_chosen = Signal(int, str, object)
    line_asked = Signal(int)
    told = Signal(str)

    def __init__(self, session: Session, shelf: SourceShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._session, self._shelf = session, shelf
        self._line, self._place, self._sheet = 0, 0, ""
        self._stays = False
        self._marks = SheetMarks()
        self.bar = SourceBar(self)
        self.mapping = MappingList(self)
        self.model = SheetModel(self)
        self.view = SheetView(self.model, self)
        self.waiting = EmptyNote(self.view)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        self.split.addWidget(self.mapping)
        self.split.addWidget(self.view)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes(_LIST_SHARE)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self.split, 1)

    def _connect(self) -> None:
        self._shelf.loaded.connect(self._show_sheet)
        self._shelf.failed.connect(lambda _: self.waiting.tell(""))
        self._session.opened.connect(self._begin)
        self.bar.file_chosen.connect(self._choose_file)
        self.bar.sheet_chosen.connect(self._choose_sheet)
        self.bar.reads_asked.connect(self._set_read)
        self.bar.left_out_asked.connect(self._go_to_left_out)
        self.mapping.meaning_asked.connect(self._ask_meaning)
        self.view.column_asked.connect(self._ask_meaning)
        self.view.menu_asked.connect(self._show_menu)
        self.view.doubleClicked.connect(self._ask_line)

    @property
    def table(self) -> TableUse | None:
        """The table whose columns are listed: that of the current line, else the first of the sheet."""
        row = self._row_of_line()
        return self._marks.table_at(row) or next(iter(self._marks.tables), None)

    def begin(self) -> None:
        """Put the keyboard into the sheet."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_line(self, line: int) -> None:
        """Show where a line was read from; -1 changes nothing."""
        if line < 0:
            return
        self._line = line
        if self.isVisible() and not self._stays:
            self._follow_line()

    def show_place(self, place: Place) -> None:
        """Show a row that a message is about."""
        if self.isVisible() and place.row is not None:
            self._choose_sheet(place.sheet)
            self.view.go_to(place.row)

    @contextmanager
    def staying(self) -> Iterator[None]:
        """Meanwhile other lines may come: the sheet looked at stays, and is shown anew at the end."""
        self._stays = True
        try:
            yield
        finally:
            self._stays = False
            self.refresh()

    def refresh(self) -> None:
        """Show again what is read now."""
        if self._session.is_open and self.isVisible():
            self._session.breathe()
            self._show_sheet()

    def retranslate(self) -> None:
        """Take the language and the colours shown now."""
        self.bar.retranslate()
        self.mapping.setAccessibleName(tr("Columns of the invoice and what they mean"))
        self.view.setAccessibleName(tr("Sheet of the invoice"))
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Now it is looked at: load."""
        super().showEvent(event)
        if self._session.is_open:
            self._follow_line()

    def _begin(self) -> None:
        if self._stays:
            return
        self._line, self._place, self._sheet = 0, 0, ""
        if self.isVisible():
            self._follow_line()

    def _row_of_line(self) -> int:
        """The row of the current line, 0 when it stands elsewhere."""
        worksheet = self._session.worksheet
        if not 0 <= self._line < len(worksheet) or file_of_line(worksheet, self._line) != self._place:
            return 0
        table = worksheet.table
        return table.row[self._line] if table.sheet[self._line] == self._sheet else 0

    def _follow_line(self) -> None:
        worksheet = self._session.worksheet
        place, sheet = self._place, self._sheet
        if 0 <= self._line < len(worksheet):
            place, sheet = file_of_line(worksheet, self._line), worksheet.table.sheet[self._line]
        if self._shelf.sheets_of(place) is not None and (place, sheet) == (self._place, self._sheet):
            self._go_to_line()
            return
        self._place, self._sheet = place, sheet
        self._show_sheet()

    def _go_to_line(self) -> None:
        row = self._row_of_line()
        self.model.show_current(row)
        if row:
            self.view.go_to(row)

    def _choose_file(self, place: int) -> None:
        self._place, self._sheet = place, ""
        self._show_sheet()

    def _choose_sheet(self, sheet: str) -> None:
        if sheet != self._sheet:
            self._sheet = sheet
            self._show_sheet()

    def _show_sheet(self) -> None:
        """Show the chosen sheet; one that is not loaded yet comes when it is."""
        if not self._session.is_open or not self.isVisible():
            return
        worksheet = self._session.worksheet
        names = [reading.file_name for reading in worksheet.readings]
        self._place = min(self._place, len(names) - 1)
        self.bar.show_files(names, self._place)
        sheets = self._shelf.sheets_of(self._place)
        self.bar.reads.setEnabled(sheets is not None)
        if sheets is None:
            self.model.show_sheet(None, SheetMarks())
            self.mapping.show_table(None)
            self.waiting.tell(tr("Opening the sheet…"))
            self._shelf.load(self._place)
            return
        self.waiting.tell("")
        read = {layout.sheet for one in worksheet.readings[self._place].documents for layout in one.layouts}
        known = {one.name: one for one in sheets}
        if self._sheet not in known:
            self._sheet = next((name for name in known if name in read), next(iter(known), ""))
        self.bar.show_sheets([(name, name in read) for name in known], self._sheet)
        self._marks = marks_of(worksheet, self._place, self._sheet)
        document = document_at(worksheet, self._place, self._sheet, self._line)
        proof = proof_of(document) if document and self._sheet in read else None
        self.bar.show_proof(proof, len(self._marks.left_out))
        self.model.show_sheet(known.get(self._sheet), self._marks)
        self.view.fit_columns()
        self.mapping.show_table(self.table)
        self._go_to_line()

    def _go_to_left_out(self) -> None:
        rows = self._marks.left_out
        current = self.model.number_of(self.view.currentIndex().row())
        if rows:
            self.view.go_to(next((row for row in rows if row > current), rows[0]))
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _layouts(self) -> list[Layout]:
        return [table.layout for table in self._marks.tables]

    def _choose(self, *layouts: Layout) -> None:
        self.layouts_chosen.emit(self._place, self._sheet, layouts)

    def _set_read(self, reads: bool) -> None:
        """Read this sheet as the invoice, or leave it out."""
        if not reads:
            self._choose(*left_out(self._sheet, self._layouts()))
            return
        sheets = {one.name: one for one in self._shelf.sheets_of(self._place) or ()}
        found = found_in(sheets[self._sheet].as_sheet()) if self._sheet in sheets else None
        if found is not None:
            self._choose(found)
        else:
            self.told.emit(tr("Select the heading row of the goods and choose “This is the heading row”."))
            self.bar.reads.setChecked(False)
            self.begin()

    def _set_meaning(self, column: int, field: str) -> None:
        table = self.table
        if table is not None:
            changed = with_meaning(table.layout, column_letters(column), field)
            self._choose(*(changed if one is table.layout else one for one in self._layouts()))

    def _set_heading(self, row: int, rows: int) -> None:
        """Let the selected rows head the table that stands there; other tables stay."""
        own = self._marks.table_at(row) or next(iter(self._marks.tables), None)
        others = [one for one in self._layouts() if own is None or one is not own.layout]
        self._choose(*sorted((*others, headed_by(self._sheet, row, rows)), key=lambda one: one.heading_row))

    def _ask_meaning(self, column: int, at: QPoint) -> None:
        table = self.table
        if table is not None and column >= 0:
            menu = meaning_menu(self, table.fields, column)
            menu.meaning_chosen.connect(partial(self._set_meaning, column))
            menu.popup(at)

    def _show_menu(self, at: QPoint) -> None:
        rows = self.view.chosen_rows
        if not rows:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = self.model.column_at(self.view.currentIndex().column())
        if self.table is not None and column >= 0:
            means = meaning_menu(menu, self.table.fields, column)
            means.setTitle(tr("Column {letters} &means", letters=column_letters(column)))
            means.meaning_chosen.connect(partial(self._set_meaning, column))
            menu.addMenu(means)
            menu.addSeparator()
        heads = trn("This is the &heading row", "These {n} rows are the &heading", len(rows))
        menu.addAction(heads).triggered.connect(lambda: self._set_heading(rows[0], len(rows)))
        starts = menu.addAction(tr("The &goods begin in this row, without a heading"))
        starts.triggered.connect(lambda: self._set_heading(rows[0], 0))
        menu.popup(at)

    def _ask_line(self) -> None:
        mark = self.model.mark_at(self.view.currentIndex().row())
        if mark is not None and mark.taken is Taken.LINE:
            self.line_asked.emit(mark.line)
