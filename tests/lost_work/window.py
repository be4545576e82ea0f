"""A window in a process of its own that edits an invoice, saves now and then, and tells what it has kept.

    python -m tests.lost_work.window INVOICE DOCUMENT

Each number is a note that was written into the first line; once told it may not be lost, whatever happens.
"""

import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from duty_desktop.gui.program import Program
from duty_desktop.gui.settings import APPLICATION

SAVES_EVERY = 7


def main(invoice: Path, document: Path) -> None:
    application = QApplication([APPLICATION])
    application.setApplicationName(APPLICATION)
    window = Program(application).new_window()
    window.open_paths([invoice])
    while not (window.has_content and window.content.session.is_open):
        QTest.qWait(5)
    content = window.content
    for number in range(10**9):
        content.session.set_lines("note", (0,), f"{number}")
        QApplication.processEvents()
        saved = number % SAVES_EVERY == 0
        if saved:
            content.session.path = document
            assert content.documents.save()
        if saved or content.autosave.is_keeping:
            print(number, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
