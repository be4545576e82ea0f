"""Editing in the cells of the lines table: what cannot be understood is told and stays in the editor."""

from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtGui import QBrush, QValidator
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from duty_desktop.estimate.edits import EditError
from duty_desktop.estimate.field_texts import normal_text
from duty_desktop.estimate.result import Category
from duty_desktop.gui.look import blended, look, tabular
from duty_desktop.gui.models.columns import COLUMNS, heading_text
from duty_desktop.gui.models.lines_model import Index, LinesModel
from duty_desktop.gui.texts import finding_text, tr
from duty_desktop.gui.words import class_name


class FieldValidator(QValidator):
    """Lets a text through when the field understands it, else says beside the editor what to enter."""

    def __init__(self, field: str, editor: QLineEdit) -> None:
        super().__init__(editor)
        self._field, self._editor = field, editor

    def validate(self, text: str, position: int) -> object:
        """Every text may be typed; only what is understood may be entered."""
        return (self._state(text), text, position)

    def _state(self, text: str) -> QValidator.State:
        try:
            normal_text(self._field, text, {})
        except EditError:
            return QValidator.State.Intermediate
        return QValidator.State.Acceptable

    def fixup(self, text: str) -> str:
        """Called when a text that is not understood should be entered: say why it is not."""
        try:
            normal_text(self._field, text, {})
        except EditError as error:
            below = self._editor.mapToGlobal(QPoint(0, self._editor.height()))
            QToolTip.showText(below, finding_text(error.finding), self._editor)
        return text


class LineDelegate(QStyledItemDelegate):
    """Editors by column, a tint on the row of the current line, figures of equal width."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Tint the current row; figures in columns of numbers have equal width."""
        super().initStyleOption(option, index)
        if COLUMNS[index.column()].number:
            option.font = tabular(option.font)
        if (
            index.row() == self._table.currentIndex().row()
            and option.backgroundBrush.style() == Qt.BrushStyle.NoBrush
        ):
            option.backgroundBrush = QBrush(blended(look().accent_tint, look().panel, 0.25))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A list of classes, else a line of text that only takes what the field understands."""
        column = COLUMNS[index.column()]
        if column.field == "category":
            return self._class_editor(parent)
        editor = QLineEdit(parent)
        editor.setFrame(False)
        editor.setValidator(FieldValidator(column.field, editor))
        editor.setAccessibleName(heading_text(column))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with the cell's own text."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(self._own_class(index))))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was entered."""
        if isinstance(editor, QComboBox):
            model.setData(model.index(index.row(), index.column()), editor.currentData())
        elif isinstance(editor, QLineEdit):
            model.setData(model.index(index.row(), index.column()), editor.text())

    def _class_editor(self, parent: QWidget) -> QComboBox:
        editor = QComboBox(parent)
        editor.addItem(tr("by law"), "")
        for category in Category:
            if category is not Category.UNCLASSIFIED:
                editor.addItem(class_name(category), category.value)
        editor.activated.connect(lambda: self._finish(editor))
        return editor

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    @staticmethod
    def _own_class(index: Index) -> str:
        model = index.model()
        return model.own_class(index.row()) if isinstance(model, LinesModel) else ""
