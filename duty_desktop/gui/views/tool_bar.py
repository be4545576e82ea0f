"""The tool bar: few actions, each with its word."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolBar, QWidget

from duty_desktop.gui.actions import WindowActions
from duty_desktop.gui.look import ICON_SIDE
from duty_desktop.gui.texts import tr

_SHOWN = ("open", "save", "", "undo", "redo", "", "export-excel", "export-pdf", "print")


class ToolBar(QToolBar):
    """The most used actions."""

    def __init__(self, actions: WindowActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tools")
        self.setMovable(False)
        self.setIconSize(QSize(ICON_SIDE, ICON_SIDE))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for action_id in _SHOWN:
            if action_id:
                self.addAction(actions[action_id])
            else:
                self.addSeparator()

    def retranslate(self) -> None:
        """Take the language shown now."""
        self.setWindowTitle(tr("Tools"))
