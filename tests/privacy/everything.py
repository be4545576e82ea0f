"""Use the whole program where no socket can be opened: all commands, all forms of report, the whole window.

    python -m tests.privacy.everything FOLDER {begin,use,print} [--on-screen]

What is written on purpose goes to FOLDER/wanted. `begin` opens a window, enters something and is killed;
`use` does everything else but printing; `print` prints to a file. `--on-screen` uses
the screen there is, to which the connection within this computer is allowed.
"""

import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QLineEdit

from duty_desktop.gui.program import Program
from duty_desktop.gui.settings import APPLICATION
from tests.privacy import sealed
from tests.privacy.canaries import GOODS, Files, told_by, written
from tests.privacy.window_use import PRINTED, TEMPLATE, Use, settle, until

ON_SCREEN = "--on-screen" in sys.argv
if not ON_SCREEN:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
WINDOW = "=== the window"


def main(folder: Path, part: str) -> None:
    wanted = folder / "wanted"
    if part == "begin":
        wanted.mkdir()
        files = written(wanted)
    else:
        files = Files.within(wanted)
    if sealed.is_possible():
        sealed.deny_sockets(but_local=ON_SCREEN, refuse=part == "print")
    sealed.audit_connections()
    application = QApplication([APPLICATION])
    application.setApplicationName(APPLICATION)
    from duty_desktop.gui.logs import begin_log, end_log

    begin_log()
    program = Program(application)
    sys.excepthook = program.tell_unexpected
    try:
        parts(program, files, wanted)[part]()
    except Exception:
        traceback.print_exc(file=sys.stdout)  # the program's own hook says nothing on standard error
        raise
    end_log()
    # Qt's offscreen platform frees copied data a second time when the process ends; no other platform does.
    QGuiApplication.clipboard().clear()
    settle()
    print("everything was done", flush=True)


def parts(program: Program, files: Files, wanted: Path) -> dict[str, Callable[[], None]]:
    """What can be asked for."""
    return {
        "begin": lambda: begin(program, files),
        "use": lambda: use_all(program, files, wanted),
        "print": lambda: print_all(program, files, wanted),
    }


def use_all(program: Program, files: Files, wanted: Path) -> None:
    """Every command, then the window."""
    with Children() as children:
        for words in commands(files, wanted):
            run_command(words)
        print(WINDOW, flush=True)
        Use(program, files, wanted).everything()
    assert children.seen or not sealed.is_possible(), "a file was read in a process of its own"
    assert children.told == set()


class Children:
    """Watches the processes that this one starts: what others may read of them."""

    def __init__(self) -> None:
        self.seen: set[str] = set()
        self.told: set[str] = set()
        self._end = Event()
        self._thread = Thread(target=self._watch)

    def __enter__(self) -> "Children":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._end.wait(0.02):
            for list_ in Path("/proc/self/task").glob("*/children"):
                for child in _read(list_).split():
                    self.seen.add(child.decode())
                    for name in ("cmdline", "environ"):
                        self.told |= told_by(_read(Path("/proc", child.decode(), name)))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""  # it has ended


def commands(files: Files, wanted: Path) -> Iterator[list[str]]:
    """Every command with every kind of what it reads and writes."""
    invoice, word = str(files.invoice), ["--password-file", str(files.password)]
    out = [
        word for form in ("xlsx", "pdf", "csv", "json") for word in ("--out", str(wanted / f"report.{form}"))
    ]
    yield ["read", invoice, "--json"]
    yield ["read", str(files.folder), *word]
    yield ["estimate", invoice, *out]
    yield ["estimate", str(files.folder), *word, "--language", "ja", "--out", str(wanted / "folder.xlsx")]
    yield ["estimate", invoice, "--template", str(TEMPLATE), "--out", str(wanted / "filled.xlsx"), "--json"]
    yield ["estimate", invoice, "--entry-date", "2026-08-03", "--entry-date", "2026-03-03"]
    yield ["rate", "--in", str(files.goods), "--out", str(wanted / "rated.csv")]
    yield ["rate", "8708.30.5090", "--value", "100", "--entry-date", "2026-08-03"]
    yield ["find", "--in", str(files.wares), "--out", str(wanted / "found.csv")]
    yield ["find", f"{GOODS} brake pads"]
    yield ["explain", "8703.23.0190", "--entry-date", "2026-08-03"]
    yield ["schedule"]
    yield ["schedule", "--hts", "8703"]
    yield ["schedule", "--from", "2026-01-01"]
    yield ["schedule", "manifest"]


def run_command(words: list[str]) -> None:
    from duty_desktop.cli import COMMANDS
    from duty_desktop.cli import main as command

    assert words[0] in COMMANDS
    code = command(words)
    assert code in (0, 3), (words, code)


def begin(program: Program, files: Files) -> None:
    """Open an invoice, enter something, and die."""
    window = program.new_window()
    window.open_paths([files.invoice])
    until(lambda: window.has_content and window.content.session.is_open, "opened")
    window.content.session.set_lines("note", (0,), f"before {GOODS}")
    until(lambda: window.content.autosave.is_keeping, "kept")
    os.kill(os.getpid(), signal.SIGKILL)


def print_all(program: Program, files: Files, wanted: Path) -> None:
    """A print to a file: no printing service answers here."""
    window = program.new_window()
    window.open_paths([files.invoice])
    until(lambda: window.has_content and window.content.session.is_open, "opened")

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QPrintDialog):
            name = next(one for one in dialog.findChildren(QLineEdit) if one.objectName() == "filename")
            name.setText(str(wanted / "printed.pdf"))
            dialog.accept()

    timer = QTimer(window, interval=200)
    timer.timeout.connect(answer)
    timer.start()
    window.actions_[PRINTED].trigger()
    until((wanted / "printed.pdf").exists, "being printed")
    until(lambda: not window.content.jobs.is_running, "printed")
    window.close()


if __name__ == "__main__":
    names = [one for one in sys.argv[1:] if not one.startswith("--")]
    main(Path(names[0]), names[1])
