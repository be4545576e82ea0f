"""What the View menu does: the keyboard into a part of the window, columns, language, colours."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from duty_desktop.gui.settings import APPEARANCE
from duty_desktop.gui.texts import LANGUAGES, language, marked, tr

if TYPE_CHECKING:
    from duty_desktop.gui.content import Content

APPEARANCE_NAMES = {
    "system": marked("As the system"),
    "light": marked("Light"),
    "dark": marked("Dark"),
    "contrast-light": marked("High contrast, light"),
    "contrast-dark": marked("High contrast, dark"),
}
_BY_KEY = Qt.FocusReason.ShortcutFocusReason


class ViewCommands(QObject):
    """Commands on what is in sight."""

    def __init__(self, content: "Content") -> None:
        super().__init__(content)
        self._content = content
        actions, parts = content.window.actions_, content.workspace
        for name, begin in {
            "to-lines": lambda: parts.table.setFocus(_BY_KEY),
            "to-questions": parts.below.show_questions,
            "to-source": parts.below.show_source,
            "to-explanation": lambda: parts.explanation.page.setFocus(_BY_KEY),
            "to-shipment": lambda: parts.bar.entry_date.setFocus(_BY_KEY),
        }.items():
            actions[name].triggered.connect(content.schedule.back)
            actions[name].triggered.connect(begin)
        menus = actions.submenus
        menus["columns"].aboutToShow.connect(self._fill_columns)
        menus["language"].aboutToShow.connect(self._fill_languages)
        menus["appearance"].aboutToShow.connect(self._fill_appearances)

    def _fill_columns(self) -> None:
        menu = self._content.window.actions_.submenus["columns"]
        menu.clear()
        table = self._content.workspace.table
        table.columns.fill_menu(menu, max(0, table.currentIndex().column()))

    def _fill_languages(self) -> None:
        program = self._content.window.program
        menu = self._content.window.actions_.submenus["language"]
        for code, action in _choices(menu, LANGUAGES, language()).items():
            action.triggered.connect(lambda _=False, code=code: program.set_language(code))

    def _fill_appearances(self) -> None:
        program = self._content.window.program
        menu = self._content.window.actions_.submenus["appearance"]
        names = {name: tr(text) for name, text in APPEARANCE_NAMES.items()}
        for name, action in _choices(menu, names, APPEARANCE.get()).items():
            action.triggered.connect(lambda _=False, name=name: program.set_appearance(name))


def _choices(menu: QMenu, names: dict[str, str], chosen: str) -> dict[str, QAction]:
    menu.clear()
    group = QActionGroup(menu)
    actions = {}
    for value, text in names.items():
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(value == chosen)
        group.addAction(action)
        actions[value] = action
    return actions
