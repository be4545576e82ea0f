"""Use the whole program where no socket can be opened: all commands, all forms of report, the whole window.

    python -m tests.privacy.everything FOLDER

The home folder is FOLDER/home, what is written on purpose goes to FOLDER/wanted.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from duty_desktop.describe.parts_book import PartsBook
from duty_desktop.describe.parts_book_file import parts_book_path
from duty_desktop.gui.settings import APPLICATION
from tests.privacy.sealed import deny_sockets

PATIENCE_SECONDS = 60.0
answers = pytest.MonkeyPatch()
LOOKED_AT = (
    *(
        "shipment",
        "facts",
        "keys",
        "limits",
        "about",
        "settings",
        "schedule",
        "to-lines",
        "diagnostics",
        "copy",
    ),
)
INVOICE = """\
Invoice No.,{secret}-17,,,,,
Seller,{secret} Shokai,,,,,
Date,2026-07-20,,,,,
Currency,USD,,,,,
Terms,FOB Nagoya,,,,,
Item No.,Description,HTS No.,Quantity,Unit Price,Amount,Country of Origin
C-1,{secret} dishes,6912.00.3900,100,50.07,5007.00,Japan
B-1,{secret} brake parts,8708.30.5090,100,50.00,5000.00,Japan
,,,,Total,10007.00,
"""
SECRET = "Zwieback"


def main(folder: Path) -> None:
    wanted = folder / "wanted"
    wanted.mkdir()
    invoice = wanted / "invoice.csv"
    invoice.write_text(INVOICE.format(secret=SECRET), encoding="utf-8")
    goods = wanted / "goods.csv"
    goods.write_text(f"id,entry_date,hts,value_usd\n{SECRET},2026-08-03,6912003900,100\n", encoding="utf-8")
    looked_for = wanted / "wares.csv"
    looked_for.write_text(f"id,description\n1,{SECRET} brake pads\n", encoding="utf-8")
    deny_sockets()
    application = QApplication([APPLICATION])
    application.setApplicationName(APPLICATION)
    PartsBook(parts_book_path())
    for words in commands(invoice, goods, looked_for, wanted):
        run_command(words)
    use_window(application, invoice, wanted)
    # Qt's offscreen platform frees copied data a second time when the process ends; no other platform does.
    QGuiApplication.clipboard().clear()
    settle()
    print("everything was done", flush=True)


def commands(invoice: Path, goods: Path, looked_for: Path, wanted: Path) -> Iterator[list[str]]:
    from duty_desktop.terms.resources import resource_folder

    template = resource_folder() / "samples" / "templates" / "landed-cost.xlsx"
    files = [wanted / f"report.{form}" for form in ("xlsx", "pdf", "csv", "json")]
    yield ["read", str(invoice), "--json"]
    yield ["estimate", str(invoice), *(word for file in files for word in ("--out", str(file)))]
    filled = str(wanted / "filled.xlsx")
    yield ["estimate", str(invoice), "--template", str(template), "--out", filled, "--json"]
    yield ["rate", "--in", str(goods), "--out", str(wanted / "rated.csv")]
    yield ["rate", "8708.30.5090", "--value", "100", "--entry-date", "2026-08-03"]
    yield ["find", "--in", str(looked_for), "--out", str(wanted / "found.csv")]
    yield ["explain", "8703.23.0190", "--entry-date", "2026-08-03"]
    yield ["schedule"]


def run_command(words: list[str]) -> None:
    from duty_desktop.cli import main as command

    code = command(words)
    assert code in (0, 3), (words, code)


def use_window(application: QApplication, invoice: Path, wanted: Path) -> None:
    """Open, look at every part and dialog, edit, save, write, print to a preview, recover, close."""
    from duty_desktop.gui.logs import begin_log, end_log
    from duty_desktop.gui.program import Program

    begin_log()
    window = Program(application).new_window()
    window.open_paths([invoice])
    until(lambda: window.has_content and window.content.session.is_open, "opened")
    content = window.content
    content.session.set_lines("note", (0,), f"ask {SECRET}")
    until(lambda: content.autosave.is_keeping, "kept")
    for name in LOOKED_AT:
        window.actions_[name].trigger()
        settle()
        for dialog in application.topLevelWidgets():
            if dialog is not window and dialog.isVisible() and hasattr(dialog, "reject"):
                dialog.reject()
    content.jobs.run("work", fails, lambda _: None)
    until(lambda: not content.jobs.is_running, "failed")
    window.actions_["diagnostics"].trigger()
    diagnostics = QGuiApplication.clipboard().text()
    assert "Duty Desktop" in diagnostics
    assert SECRET not in diagnostics
    save_to(wanted / "estimate.duty")
    assert content.documents.save()
    for name, suffix in (("export-excel", "xlsx"), ("export-pdf", "pdf"), ("export-entry", "csv")):
        path = wanted / f"window.{suffix}"
        save_to(path)
        window.actions_[name].trigger()
        until(path.exists, name)
        until(lambda: not content.jobs.is_running, name)
    content.session.set_lines("note", (1,), f"later {SECRET}")
    until(lambda: content.autosave.is_keeping, "kept again")
    answers.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.Save)
    assert window.close()
    settle()
    end_log()


def fails(_: object) -> None:
    """A mistake of the program whose message quotes the invoice."""
    raise ZeroDivisionError(f"{SECRET} dishes")


def save_to(path: Path) -> None:
    """Choose this file in the next dialog."""
    answers.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def settle() -> None:
    QTest.qWait(60)


def until(done: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not done():
        assert time.monotonic() < end, what
        QTest.qWait(10)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
