"""The charts: opened when asked for, one dialog a window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from duty_desktop.gui.charts.dialog import ChartsDialog
    from duty_desktop.gui.content import Content


class ChartCommands(QObject):
    """Shows the charts and filters the table by the bar pressed."""

    def __init__(self, content: "Content") -> None:
        super().__init__(content)
        self._content = content
        self.dialog: ChartsDialog | None = None
        content.window.actions_["charts"].triggered.connect(self.show)

    def show(self) -> None:
        """Show the charts beside the table."""
        if self.dialog is None:
            from duty_desktop.gui.charts.dialog import ChartsDialog

            self.dialog = ChartsDialog(self._content.session, self._content.window)
            self.dialog.filter_asked.connect(self._content.workspace.show_filter)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def retranslate(self) -> None:
        """Take the language and the colours shown now."""
        if self.dialog is not None:
            self.dialog.show_charts()
