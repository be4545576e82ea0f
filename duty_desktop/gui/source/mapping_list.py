"""The columns of a table, what each means and why: the small panel beside the preview."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from duty_desktop.gui.look import look
from duty_desktop.gui.plain import as_plain
from duty_desktop.gui.source.marks import TableUse
from duty_desktop.gui.source.meanings import evidence_text, field_name
from duty_desktop.gui.texts import tr
from duty_desktop.invoice.sheet import column_index

_AIR, _MEANS = 8, 1
_OPENING_KEYS = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2))


class MappingList(QTableWidget):
    """`meaning_asked(column, QPoint)`: choose what a column, from 0, means."""

    meaning_asked = Signal(int, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.setObjectName("mapping")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _AIR)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for section in (0, _MEANS):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        self._columns: list[int] = []
        self.cellClicked.connect(self._clicked)

    def show_table(self, table: TableUse | None) -> None:
        """List the columns of a table: those with a heading, and those in use without one."""
        current = self.currentRow()
        self.setHorizontalHeaderLabels([tr("Column"), tr("Means"), tr("Why")])
        headings = dict(table.layout.headings) if table else {}
        used = {letters: name for name, letters in table.layout.columns} if table else {}
        letters = sorted({*headings, *used}, key=column_index)
        self._columns = list(map(column_index, letters))
        self.setRowCount(len(letters))
        why = table.evidence if table else {}
        for row, name in enumerate(letters):
            heading = " ".join(headings.get(name, "").split())
            meaning = field_name(used[name]) if name in used else tr("not used")
            texts = (f"{name}  {heading}", f"{meaning}  ▾", evidence_text(why.get(name, "")))
            for section, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(as_plain(text))
                if name not in used:
                    item.setForeground(look().muted)
                self.setItem(row, section, item)
        if letters:
            self.setCurrentCell(min(max(current, 0), len(letters) - 1), _MEANS)
        for section in (0, _MEANS):
            self.setColumnWidth(section, min(self.sizeHintForColumn(section) + _AIR, 190))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Space and F2 open the choice of meanings."""
        if event.key() in _OPENING_KEYS and self.currentRow() >= 0:
            self._ask(self.currentRow())
        else:
            super().keyPressEvent(event)

    def _clicked(self, row: int, section: int) -> None:
        if section == _MEANS:
            self._ask(row)

    def _ask(self, row: int) -> None:
        rect = self.visualRect(self.model().index(row, _MEANS))
        self.meaning_asked.emit(self._columns[row], self.viewport().mapToGlobal(rect.bottomLeft()))
