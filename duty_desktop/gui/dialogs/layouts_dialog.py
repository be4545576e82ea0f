"""The layouts that are remembered: seen, renamed, deleted."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMessageBox,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from duty_desktop.gui.plain import as_plain
from duty_desktop.gui.source.meanings import field_name
from duty_desktop.gui.texts import sentence, tr
from duty_desktop.gui.views.fields import quiet_label
from duty_desktop.invoice.remembered import RememberedLayout, keep_layouts, layouts_file, remembered_layouts
from duty_desktop.lines.reading import Layout
from duty_desktop.terms.refusals import refusal_of

_NAME, _HEADINGS, _MEANS = range(3)
_NAME_WIDTH, _HEADINGS_WIDTH = 190, 230


class LayoutsDialog(QDialog):
    """Takes effect on OK."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("layouts")
        self.setWindowTitle(tr("Remembered layouts"))
        self.resize(820, 420)
        self._before = list(remembered_layouts())
        self._kept = list(self._before)
        self.list = QTableWidget(len(self._kept), 3, self)
        self.rename, self.delete = QPushButton(tr("&Rename"), self), QPushButton(tr("&Delete"), self)
        self._set_up_list()
        self._lay_out()
        self.rename.clicked.connect(self._rename)
        self.delete.clicked.connect(self._delete)
        self._enable()

    def _set_up_list(self) -> None:
        table = self.list
        table.setObjectName("layoutList")
        table.setAccessibleName(self.windowTitle())
        table.setHorizontalHeaderLabels([tr("Name"), tr("Headings of the file"), tr("Columns")])
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(_MEANS, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(_NAME, _NAME_WIDTH)
        table.setColumnWidth(_HEADINGS, _HEADINGS_WIDTH)
        for row, one in enumerate(self._kept):
            for column, text in enumerate((one.name, _headings(one.layout), _means(one.layout))):
                item = QTableWidgetItem(text)
                item.setToolTip(as_plain(text))
                if column != _NAME:
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                table.setItem(row, column, item)
        if self._kept:
            table.setCurrentCell(0, _NAME)

    def _lay_out(self) -> None:
        about = QLabel(tr("Files with these headings are read as you chose."), self)
        about.setWordWrap(True)
        place = quiet_label(self)
        place.setText(str(layouts_file()))
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        row.addWidget(self.rename)
        row.addWidget(self.delete)
        row.addStretch(1)
        row.addWidget(place)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(about)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)
        layout.addWidget(buttons)

    def _rename(self) -> None:
        item = self.list.item(self.list.currentRow(), _NAME)
        if item is not None:
            self.list.setCurrentItem(item)
            self.list.editItem(item)

    def _delete(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.list.removeRow(row)
            del self._kept[row]
        self._enable()

    def _enable(self) -> None:
        for button in (self.rename, self.delete):
            button.setEnabled(self.list.rowCount() > 0)

    def _keep(self) -> None:
        renamed: list[RememberedLayout] = []
        for row, one in enumerate(self._kept):
            item = self.list.item(row, _NAME)
            name = item.text().strip() if item is not None else ""
            renamed.append(replace(one, name=name or one.name))
        if renamed != self._before:
            try:
                keep_layouts(renamed)
            except OSError as error:
                text = tr("The layouts could not be saved: {why}.", why=sentence(refusal_of(error).why))
                QMessageBox.warning(self, self.windowTitle(), text)
                return
        self.accept()


def _headings(layout: Layout) -> str:
    return ", ".join(" ".join(text.split()) for _, text in layout.headings)


def _means(layout: Layout) -> str:
    if layout.is_left_out:
        return tr("not an invoice, left out")
    headings = dict(layout.headings)
    return ", ".join(
        f"{' '.join(headings.get(letters, letters).split())} → {field_name(name)}"
        for name, letters in layout.columns
    )
