"""A real window with damaged documents and damaged settings: shown, looked at, edited, and never a mistake.

python -m tests.damaged.windows --seconds 60
"""

import argparse
import os
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from duty_desktop.document import DocumentError, open_estimate
from duty_desktop.gui import settings
from duty_desktop.gui.commands.reports import report_settings
from duty_desktop.gui.dialogs.settings_dialog import SettingsDialog
from duty_desktop.gui.dialogs.shipment_dialog import ShipmentDialog
from duty_desktop.gui.jobs.law_shelf import LawShelf
from duty_desktop.gui.program import Program
from duty_desktop.gui.usual_settings import usual
from duty_desktop.gui.window import MainWindow
from duty_desktop.tariff.law import Law
from tests.damaged.documents import damaged_document
from tests.damaged.own_files import damaged_settings

ROLES = (
    *(Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole),
    *(Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.ForegroundRole, Qt.ItemDataRole.FontRole),
)
PATIENCE_SECONDS = 20.0


class MistakeError(Exception):
    """The program did what it should never do."""


@contextmanager
def no_mistake() -> Iterator[None]:
    """Raise what escapes from a slot meanwhile."""
    escaped: list[BaseException] = []
    before, sys.excepthook = sys.excepthook, lambda _, error, __: escaped.append(error)
    try:
        yield
    finally:
        sys.excepthook = before
    if escaped:
        raise escaped[0]


def show_document(program: Program, path: Path) -> str:
    """Open a document in a window and look at all of it; the codes of what the banner tells."""
    with no_mistake():
        window = program.new_window()
        _until(lambda: window.has_content)
        window.open_paths([path])
        content = window.content
        _until(lambda: not content.jobs.is_running)
        codes = {one.code for one in content.banner.findings}
        if "unexpected-error" in codes:
            raise MistakeError(content.banner.findings[0].message)
        if content.session.is_open:
            _look_at(window)
        content.session.undo.setClean()
        window.close()
    return "shown" if content.session.is_open else ", ".join(sorted(codes))


def use_settings(program: Program) -> None:
    """A window with the settings at hand, and all that asks for them."""
    with no_mistake():
        window = program.new_window()
        _until(lambda: window.has_content)
        usual(), report_settings()
        dialog = SettingsDialog(program, window.content.law, window)
        dialog.show()
        QTest.qWait(5)
        dialog.reject()
        window.close()


def _look_at(window: MainWindow) -> None:
    content = window.content
    model = content.workspace.table.model()
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            for role in ROLES:
                model.index(row, column).data(role)
        content.workspace.table.go_to_line(row)
        QTest.qWait(1)
    ShipmentDialog(content.session.worksheet, window).edits()
    if content.session.worksheet.results_edition == content.law.edition:
        content.session.set_lines("amount", (0,), "5")
        QTest.qWait(1)
        content.session.undo.undo()
    QTest.qWait(1)


def _until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not done():
        if time.monotonic() > end:
            raise MistakeError("the window is not ready")
        QTest.qWait(2)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.damaged.windows", description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--first", type=int, default=time.time_ns() % 10**9, help="the first seed")
    options = parser.parse_args()
    print(f"first seed {options.first}", flush=True)
    application, law = QApplication(["Duty Desktop"]), Law.load()
    became, failed = Counter[str](), 0
    end = time.monotonic() + options.seconds
    with TemporaryDirectory() as place:
        os.environ["XDG_DATA_HOME"] = os.environ["XDG_CONFIG_HOME"] = place
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, place)
        program = Program(application, LawShelf(lambda: law))
        whole = _usual_settings(program)
        for seed in count(options.first):
            if time.monotonic() > end:
                break
            try:
                became[_became(seed, program, law, Path(place), whole)] += 1
            except Exception:  # noqa: BLE001 - whatever escapes is what is looked for
                failed += 1
                print(f"seed {seed}:\n{traceback.format_exc()}", flush=True)
    print(f"{dict(became.most_common())}, {failed} not answered")
    return 1 if failed else 0


def _usual_settings(program: Program) -> bytes:
    """The file of settings as a window leaves it."""
    use_settings(program)
    settings.store().sync()
    return Path(settings.store().fileName()).read_bytes()


def _became(seed: int, program: Program, law: Law, folder: Path, whole: bytes) -> str:
    if seed % 2:
        Path(settings.store().fileName()).write_bytes(damaged_settings(seed, whole))
        settings.store().sync()
        use_settings(program)
        return "settings"
    path = folder / "a.duty"
    path.write_bytes(damaged_document(seed, law))
    try:
        open_estimate(path, law)
    except DocumentError:
        if seed % 20:
            return "refused"  # to see a few refusals in a window is enough
    return show_document(program, path)


if __name__ == "__main__":
    sys.exit(main())
