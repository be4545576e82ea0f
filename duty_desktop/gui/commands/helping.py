"""What the Help menu and the settings do."""

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, qVersion
from PySide6.QtGui import QGuiApplication

from duty_desktop import __version__
from duty_desktop.gui.dialogs.about import show_about
from duty_desktop.gui.dialogs.once import open_once
from duty_desktop.gui.dialogs.pages import show_keys, show_limits
from duty_desktop.gui.dialogs.settings_dialog import SettingsDialog
from duty_desktop.gui.logs import last_lines
from duty_desktop.gui.texts import language, tr
from duty_desktop.tariff.law import Law

if TYPE_CHECKING:
    from duty_desktop.gui.content import Content
    from duty_desktop.gui.guide.window import GuideWindow

_LOG_LINES = 30


class HelpCommands(QObject):
    """Help, diagnostics, settings."""

    def __init__(self, content: "Content") -> None:
        super().__init__(content)
        self._content = content
        window = content.window
        actions = window.actions_
        self.guide: GuideWindow | None = None
        actions["guide"].triggered.connect(self.show_guide)
        actions["keys"].triggered.connect(lambda: show_keys(window))
        actions["limits"].triggered.connect(self._show_limits)
        actions["about"].triggered.connect(lambda: show_about(window, content.law))
        actions["diagnostics"].triggered.connect(self._copy_diagnostics)
        actions["settings"].triggered.connect(self._edit_settings)
        content.workspace.limits_asked.connect(self._show_limits)

    def show_guide(self) -> None:
        """Open the user guide."""
        if self.guide is None:
            from duty_desktop.gui.guide.window import GuideWindow

            self.guide = GuideWindow(self._content.window)
        self.guide.show()
        self.guide.raise_()
        self.guide.activateWindow()

    def retranslate(self) -> None:
        """Take the language and the colours shown now."""
        if self.guide is not None:
            self.guide.retranslate()

    def _show_limits(self) -> None:
        show_limits(self._content.window, self._content.law.not_included)

    def _copy_diagnostics(self) -> None:
        QGuiApplication.clipboard().setText(
            diagnostics(self._content.law, self._content.window.devicePixelRatioF())
        )
        self._content.window.statusBar().showMessage(tr("Diagnostics copied"), 6000)

    def name_importer(self) -> None:
        """Open the settings where the importer is named."""
        self._edit_settings().show_reports()

    def _edit_settings(self) -> SettingsDialog:
        dialog = SettingsDialog(self._content.window.program, self._content.law, self._content.window)
        open_once(dialog)
        return dialog


def diagnostics(law: Law, sharpness: float) -> str:
    """Versions, system, the end of the log; nothing of the business: no names, files, prices."""
    return "\n".join(
        (
            f"Duty Desktop {__version__}",
            f"Schedule {law.edition}",
            f"Python {platform.python_version()}, Qt {qVersion()} ({QGuiApplication.platformName()})",
            f"{platform.system()} {platform.release()} {platform.machine()}",
            f"Language {language()}, scale {sharpness:g}",
            "",
            *last_lines(_LOG_LINES),
        )
    )
