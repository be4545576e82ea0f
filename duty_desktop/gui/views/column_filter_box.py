"""The box that filters one column: words, bounds of a figure, a list of the column's own values."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from duty_desktop.gui.models.column_filter import ColumnFilter, figure_of
from duty_desktop.gui.models.columns import LineColumn, heading_text
from duty_desktop.gui.texts import tr
from duty_desktop.gui.views.fields import title_label

_WIDTH, _LIST_HEIGHT = 280, 190
_VALUE = Qt.ItemDataRole.UserRole


class ColumnFilterBox(QFrame):
    """Opens under a heading. `chosen(ColumnFilter)`: the person applied it."""

    chosen = Signal(object)

    def __init__(self, column: LineColumn, present: ColumnFilter, values: Sequence[tuple[str, int]],
                 parent: QWidget) -> None:  # fmt: skip
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("columnFilter")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFixedWidth(_WIDTH)
        self._column = column
        self.words, self.least, self.most = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.values = QListWidget(self)
        self.apply, self.clear = QPushButton(self), QPushButton(self)
        self._fill(present, values)
        self._lay_out()
        self.apply.clicked.connect(self._apply)
        self.clear.clicked.connect(self._clear)
        (self.least if column.raw is not None else self.words).setFocus()

    def _fill(self, present: ColumnFilter, values: Sequence[tuple[str, int]]) -> None:
        self.words.setText(present.words)
        self.words.setPlaceholderText(tr("contains"))
        for line, name, bound in (
            (self.least, tr("from"), present.least),
            (self.most, tr("to"), present.most),
        ):
            line.setPlaceholderText(name)
            line.setAccessibleName(name)
            line.setText("" if bound is None else f"{bound:f}")
        self.words.setAccessibleName(tr("contains"))
        for value, count in values:
            item = QListWidgetItem(f"{value or tr('(empty)')}  ({count:,})", self.values)
            item.setData(_VALUE, value)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable
            )
            checked = value in present.values
            item.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)
        self.values.setAccessibleName(tr("Values of the column"))
        self.values.setFixedHeight(_LIST_HEIGHT)
        self.apply.setText(tr("Filter"))
        self.apply.setDefault(True)
        self.clear.setText(tr("Show all"))

    def _lay_out(self) -> None:
        title = title_label(self)
        title.setText(heading_text(self._column))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.addWidget(title)
        is_figure = self._column.raw is not None
        if is_figure:
            bounds = QGridLayout()
            for place, (name, line) in enumerate(((tr("from"), self.least), (tr("to"), self.most))):
                label = QLabel(name, self)
                label.setBuddy(line)
                bounds.addWidget(label, place, 0)
                bounds.addWidget(line, place, 1)
            column.addLayout(bounds)
        else:
            column.addWidget(self.words)
            column.addWidget(self.values)
        self.words.setVisible(not is_figure)
        self.values.setVisible(not is_figure)
        for line in (self.least, self.most):
            line.setVisible(is_figure)
        buttons = QHBoxLayout()
        buttons.addWidget(self.clear)
        buttons.addStretch(1)
        buttons.addWidget(self.apply)
        column.addLayout(buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter applies, in whichever part it was pressed; Esc closes, as in every popup."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._apply()
            return
        super().keyPressEvent(event)

    def _apply(self) -> None:
        items = [self.values.item(row) for row in range(self.values.count())]
        picked = {item.data(_VALUE) for item in items if item.checkState() == Qt.CheckState.Checked}
        values = frozenset[str]() if len(picked) == len(items) else frozenset(picked)
        least, most = figure_of(self.least.text()), figure_of(self.most.text())
        self._tell(ColumnFilter(self._column.key, self.words.text().strip(), values, least, most))

    def _clear(self) -> None:
        self._tell(ColumnFilter(self._column.key))

    def _tell(self, chosen: ColumnFilter) -> None:
        self.hide()  # many lines take their time to filter, and what is closed would be gone meanwhile
        self.chosen.emit(chosen)
        self.close()
