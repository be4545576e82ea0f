"""A window in a process of its own: opens the invoice named, edits it, and waits to be killed.

python -m tests.gui.crashing_window INVOICE
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from duty_desktop.gui.program import Program
from duty_desktop.gui.settings import APPLICATION


def main(invoice: Path) -> None:
    application = QApplication([APPLICATION])
    application.setApplicationName(APPLICATION)
    folder = os.environ["XDG_CONFIG_HOME"]
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
    window = Program(application).new_window()
    window.open_paths([invoice])

    def edit() -> None:
        if not (window.has_content and window.content.session.is_open):
            QTimer.singleShot(20, edit)
            return
        session = window.content.session
        session.set_lines("amount", (0,), "5")
        session.set_lines("fact:passenger_vehicle_part", range(3), "yes")
        QTimer.singleShot(20, tell)

    def tell() -> None:
        if window.content.autosave.is_keeping:
            print("edited", flush=True)
        else:
            QTimer.singleShot(20, tell)

    edit()
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
