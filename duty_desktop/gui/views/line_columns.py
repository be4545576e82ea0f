"""Which columns the lines table shows, how wide, in which order, how many stay in sight: and that kept."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from duty_desktop.gui.models.column_filter import values_of
from duty_desktop.gui.models.columns import COLUMNS, PLACES, heading_text
from duty_desktop.gui.models.line_order import filtered_by_others
from duty_desktop.gui.models.lines_model import LinesModel
from duty_desktop.gui.session import Session
from duty_desktop.gui.settings import TABLE_COLUMNS, TABLE_FROZEN, TABLE_WIDTHS, number_in
from duty_desktop.gui.texts import tr
from duty_desktop.gui.views.column_filter_box import ColumnFilterBox
from duty_desktop.gui.views.column_widths import fitted_widths, natural_widths
from duty_desktop.gui.views.frozen_columns import FrozenColumns

_USUALLY_FROZEN = 3  # state, class and number: what a line is stays beside what it costs
_BY_HAND = "by hand"


class LineColumns(QObject):
    """The columns of one table. `filter_asked(LineFilter)`: a column was filtered.

    They fit themselves into the table until a person gives one of them a width.
    """

    filter_asked = Signal(object)

    def __init__(self, session: Session, model: LinesModel, table: QTableView) -> None:
        super().__init__(table)
        self._session, self._model, self._table = session, model, table
        self.frozen = FrozenColumns(table)
        self._fits, self._fitting = True, False
        self._needed: dict[int, int] = {}
        table.horizontalHeader().sectionResized.connect(self._note_resized)
        session.opened.connect(self.measure)
        session.changed.connect(self._grow)
        for header in (table.horizontalHeader(), self.frozen.horizontalHeader()):
            header.sectionHandleDoubleClicked.connect(self._fit)
            header.customContextMenuRequested.connect(partial(self._show_menu, header))

    def restore(self) -> None:
        """Columns as they were left, else as they fit a first look."""
        state = TABLE_COLUMNS.get()
        if state.isEmpty() or not self._table.horizontalHeader().restoreState(state):
            self._take_usual()
        else:
            self._fits = TABLE_WIDTHS.get() != _BY_HAND
        kept = number_in(TABLE_FROZEN.get())
        self.frozen.set_count(_USUALLY_FROZEN if kept is None else kept)

    def save(self) -> None:
        """Remember widths, order, hidden and frozen columns."""
        TABLE_WIDTHS.set("" if self._fits else _BY_HAND)
        TABLE_COLUMNS.set(self._table.horizontalHeader().saveState())
        TABLE_FROZEN.set(str(self.frozen.count))

    def show_column(self, place: int, shown: bool) -> None:
        """Show or hide a column."""
        self._table.setColumnHidden(place, not shown)
        if shown and (self._table.columnWidth(place) == 0 or self._fits):
            self._needed.update(natural_widths(self._table, self._model, self._session, (place,)))
            self._set_widths({place: self._needed[place]})
        self.fit()
        self.frozen.arrange()
        self.save()

    def measure(self) -> None:
        """Ask again how wide each column must be, and fit them: other lines, words or fonts."""
        self._needed = natural_widths(self._table, self._model, self._session, self._shown())
        self.fit()

    def fit(self) -> None:
        """Give the columns the widths at which what matters is in sight, unless a person gave them theirs."""
        shown = self._shown()
        if self._fits and all(place in self._needed for place in shown):
            room = self._table.viewport().width()
            self._set_widths(fitted_widths(self._needed, shown, room, self._figure_width()))

    def fill_menu(self, menu: QMenu, at: int) -> None:
        """What can be done with the column `at`, then all columns, checked while they are shown."""
        name = heading_text(COLUMNS[at])
        header = self._table.horizontalHeader()
        menu.addAction(tr("Filter “{column}”…", column=name), partial(self.ask_filter, at))
        shown = self._shown()
        until = shown.index(at) + 1 if at in shown else 0
        menu.addAction(tr("Keep in sight up to “{column}”", column=name), partial(self._freeze, until))
        release = menu.addAction(tr("Keep no column in sight"), partial(self._freeze, 0))
        release.setEnabled(self.frozen.count > 0)
        menu.addSeparator()
        for place in sorted(range(len(COLUMNS)), key=header.visualIndex):
            action = QAction(heading_text(COLUMNS[place]), menu)
            action.setCheckable(True)
            action.setChecked(place in shown)
            action.toggled.connect(partial(self.show_column, place))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(tr("Columns as usual"), self._reset)

    def ask_filter(self, place: int) -> ColumnFilterBox:
        """Open the box that filters a column, under its heading."""
        table, column = self._table, COLUMNS[place]
        present = self._model.line_filter
        worksheet = self._session.worksheet

        def work() -> list[tuple[str, int]]:
            return values_of(worksheet, column.key, filtered_by_others(worksheet, present, column.key))

        values = self._session.at_length(work)
        box = ColumnFilterBox(column, present.of_column(column.key), values, table)
        box.chosen.connect(lambda chosen: self.filter_asked.emit(self._model.line_filter.with_column(chosen)))
        header = (self.frozen if self.frozen.shows(place) else table).horizontalHeader()
        left = max(0, header.sectionViewportPosition(place))
        box.move(header.viewport().mapToGlobal(QPoint(left, header.height())))
        box.show()
        return box

    def _show_menu(self, header: QHeaderView, at: QPoint) -> None:
        menu, place = QMenu(self._table), header.logicalIndexAt(at)
        menu.setObjectName("columns")
        self.fill_menu(menu, place if place >= 0 else PLACES["hts"])
        menu.popup(header.mapToGlobal(at))

    def _freeze(self, count: int) -> None:
        self.frozen.set_count(count)
        self.save()

    def _fit(self, place: int) -> None:
        self._table.resizeColumnToContents(place)

    def _grow(self, _: object) -> None:
        """Figures moved: a column that became too narrow grows, and none shrinks under the hand."""
        if self._fits:
            before, self._needed = self._needed, {}
            for place, width in natural_widths(
                self._table, self._model, self._session, self._shown()
            ).items():
                self._needed[place] = max(width, before.get(place, 0))
            if self._needed != before:
                self.fit()

    def _note_resized(self, _: int, before: int, after: int) -> None:
        if not self._fitting and before and after:  # else it was shown or hidden
            self._fits = False

    def _set_widths(self, widths: dict[int, int]) -> None:
        self._fitting = True
        for place, width in widths.items():
            if self._table.columnWidth(place) != width:
                self._table.setColumnWidth(place, width)
        self._fitting = False

    def _shown(self) -> list[int]:
        """The columns shown, from left to right."""
        header = self._table.horizontalHeader()
        places = [place for place in range(len(COLUMNS)) if not self._table.isColumnHidden(place)]
        return sorted(places, key=header.visualIndex)

    def _take_usual(self) -> None:
        header, self._fits = self._table.horizontalHeader(), True
        for place, column in enumerate(COLUMNS):
            header.moveSection(header.visualIndex(place), place)
            self._table.setColumnHidden(place, column.hidden)
        self.measure()

    def _reset(self) -> None:
        self._take_usual()
        self._freeze(_USUALLY_FROZEN)

    def _figure_width(self) -> int:
        return self._table.fontMetrics().horizontalAdvance("0")
