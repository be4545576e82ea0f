"""What the Lines menu does: go to review, declare facts, set a field for the selection, the shipment."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QInputDialog, QMenu

from duty_desktop.estimate.proposals import MARK
from duty_desktop.estimate.result import Category
from duty_desktop.gui.dialogs.facts_dialog import FactsDialog
from duty_desktop.gui.dialogs.once import open_once
from duty_desktop.gui.dialogs.shipment_dialog import ShipmentDialog
from duty_desktop.gui.models.line_order import LineFilter
from duty_desktop.gui.texts import tr, trn
from duty_desktop.gui.undo.edit_names import field_name
from duty_desktop.gui.words import class_name

if TYPE_CHECKING:
    from duty_desktop.gui.content import Content

_TEXT_FIELDS = ("hts", "origin", "amount", "quantity", "unit", "description", "item", "note")
_CONTEXT = ("find-number", "facts", "set", "revert", "", "copy", "paste", "fill-down", "clear")


class LineCommands(QObject):
    """Commands on lines."""

    def __init__(self, content: "Content") -> None:
        super().__init__(content)
        self._content, self._session = content, content.session
        self._table = content.workspace.table
        actions = content.window.actions_
        actions["next-review"].triggered.connect(partial(self._go_to_review, 1))
        actions["previous-review"].triggered.connect(partial(self._go_to_review, -1))
        actions["facts"].triggered.connect(self.declare_facts)
        actions["shipment"].triggered.connect(self.edit_shipment)
        actions["clear-filter"].triggered.connect(lambda: content.workspace.show_filter(LineFilter()))
        actions["filter-column"].triggered.connect(self.filter_column)
        actions.submenus["set"].aboutToShow.connect(self._fill_set)
        content.workspace.facts_asked.connect(self.declare_facts)
        content.workspace.shipment_asked.connect(self.edit_shipment)
        self._table.customContextMenuRequested.connect(self._show_context_menu)

    def declare_facts(self) -> None:
        """Declare facts for the selected lines."""
        lines = self._table.chosen_lines
        if lines:
            dialog = FactsDialog(self._session.worksheet, lines, self._content.window)
            dialog.accepted.connect(lambda: self._session.do(*dialog.edits()))
            open_once(dialog)

    def edit_shipment(self) -> None:
        """Change charges, terms and the shipment's other facts."""
        dialog = ShipmentDialog(self._session.worksheet, self._content.window)
        dialog.accepted.connect(lambda: self._session.do(*dialog.edits()))
        open_once(dialog)

    def filter_column(self) -> None:
        """Ask what the current column must hold."""
        self._table.columns.ask_filter(max(0, self._table.currentIndex().column()))

    def set_field(self, field: str) -> None:
        """Ask for a value and give it to a field of all selected lines."""
        lines = self._table.chosen_lines
        if not lines:
            return
        dialog = QInputDialog(self._content.window)
        dialog.setObjectName("setField")
        dialog.setWindowTitle(tr("Set for the selection"))
        label = trn("{what} of 1 line", "{what} of {n} lines", len(lines), what=field_name(field))
        dialog.setLabelText(label)
        present = self._session.worksheet.text(field, lines[0])
        dialog.setTextValue(present.partition(MARK)[0] if field == "hts" else present)
        dialog.textValueSelected.connect(lambda text: self._session.set_lines(field, lines, text))
        open_once(dialog)

    def _set_class(self, value: str) -> None:
        self._session.set_lines("category", self._table.chosen_lines, value)

    def _go_to_review(self, step: int) -> None:
        if not self._table.go_to_review(step):
            self._content.window.statusBar().showMessage(tr("No line shown needs a person."), 6000)

    def _fill_set(self) -> None:
        menu = self._content.window.actions_.submenus["set"]
        menu.clear()
        for field in _TEXT_FIELDS:
            action = menu.addAction(field_name(field) + "…")
            action.triggered.connect(partial(self._set, field))
        classes = menu.addMenu(field_name("category"))
        classes.addAction(tr("by law")).triggered.connect(lambda: self._set_class(""))
        for category in Category:
            if category is not Category.UNCLASSIFIED:
                action = classes.addAction(class_name(category))
                action.triggered.connect(lambda _=False, value=category.value: self._set_class(value))

    def _set(self, field: str, _: bool = False) -> None:
        self.set_field(field)

    def _show_context_menu(self, place: QPoint) -> None:
        menu = QMenu(self._table)
        actions = self._content.window.actions_
        for action_id in _CONTEXT:
            if action_id:
                menu.addAction(actions[action_id])
            else:
                menu.addSeparator()
        menu.popup(self._table.viewport().mapToGlobal(place))
