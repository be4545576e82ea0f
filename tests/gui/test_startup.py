"""The window is shown before anything heavy is loaded, and never opens a connection."""

import subprocess
import sys

import pytest

_SHOW = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.addaudithook(lambda event, _: sys.exit("a socket!") if event.startswith("socket.") else None)
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow
run = QApplication.exec
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow):
            print("\\n".join(sys.modules), flush=True)
            os._exit(0)
        return False
def loop(*_):
    watch = Watch()
    QApplication.instance().installEventFilter(watch)
    return run()
QApplication.exec = loop
from duty_desktop.gui.app import main
main([])
"""
HEAVY = ("pandas", "numpy", "openpyxl", "python_calamine", "xlsxwriter", "sqlite3", "rapidfuzz", "decimal")
LATER = ("duty_desktop.tariff", "duty_desktop.estimate", "duty_desktop.invoice", "duty_desktop.report")


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The modules loaded when the window paints itself for the first time."""
    import os

    home = str(tmp_path_factory.mktemp("home"))
    environment = {**os.environ, "HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
    done = subprocess.run(
        [sys.executable, "-c", _SHOW], capture_output=True, text=True, timeout=60, env=environment, check=True
    )
    return done.stdout.splitlines()


def test_libraries_and_the_core_are_loaded_after_the_window_is_shown(loaded: list[str]) -> None:
    assert "duty_desktop.gui.window" in loaded
    assert [name for name in loaded if name.partition(".")[0] in HEAVY] == []
    assert [name for name in loaded if name.startswith(LATER)] == []
