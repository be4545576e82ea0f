"""A window in a process of its own that edits an invoice, saves now and then, and tells what it has kept.

    python -m tests.lost_work.window INVOICE DOCUMENT

Each number is a note that was written into the first line, told with the milliseconds until it was kept; once
told it may not be lost, whatever happens. One that is not kept within five seconds ends the program.
"""

import os
import sys
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from duty_desktop.gui.content import Content
from duty_desktop.gui.program import Program
from duty_desktop.gui.settings import APPLICATION

SAVES_EVERY = 7
MOST_SECONDS = 5.0


def main(invoice: Path, document: Path) -> None:
    application = QApplication([APPLICATION])
    application.setApplicationName(APPLICATION)
    window = Program(application).new_window()
    window.open_paths([invoice])
    while not (window.has_content and window.content.session.is_open):
        QTest.qWait(5)
    content = window.content
    for number in range(10**9):
        began = time.monotonic()
        content.session.set_lines("note", (0,), f"{number}")
        if number % SAVES_EVERY == 0:
            content.session.path = document
            assert content.documents.save()
        else:
            _wait_until_kept(content, began)
        print(number, round((time.monotonic() - began) * 1_000), flush=True)


def _wait_until_kept(content: Content, began: float) -> None:
    kept: list[bool] = []
    connection = content.autosave.kept.connect(lambda: kept.append(True))
    while not kept:
        assert time.monotonic() - began < MOST_SECONDS
        QApplication.processEvents()
    content.autosave.kept.disconnect(connection)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
