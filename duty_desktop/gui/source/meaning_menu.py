"""The menu of what a column may mean."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from duty_desktop.gui.source.meanings import SELDOM, USUAL, field_name
from duty_desktop.gui.texts import tr


class MeaningMenu(QMenu):
    """`meaning_chosen(field)`: empty when the column is not to be used."""

    meaning_chosen = Signal(str)


def meaning_menu(parent: QWidget, fields: Mapping[int, str], column: int) -> MeaningMenu:
    """What the column, from 0, may mean; the present meaning is checked."""
    menu = MeaningMenu(parent)
    menu.setObjectName("meanings")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, not isinstance(parent, QMenu))
    own = fields.get(column, "")
    _add(menu, menu, "", own)
    menu.addSeparator()
    for name in USUAL:
        _add(menu, menu, name, own)
    more = menu.addMenu(tr("Mor&e"))
    for name in SELDOM:
        _add(menu, more, name, own)
    if own and own not in USUAL and own not in SELDOM:
        menu.addSeparator()
        _add(menu, menu, own, own)
    return menu


def _add(menu: MeaningMenu, into: QMenu, name: str, own: str) -> None:
    action = into.addAction(field_name(name) if name else tr("not used"))
    action.setCheckable(True)
    action.setChecked(name == own)
    action.triggered.connect(lambda: menu.meaning_chosen.emit(name))
