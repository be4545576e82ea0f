"""The log and the diagnostics help whoever looks into a mistake, and hold nothing of the business."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from duty_desktop.gui import logs
from duty_desktop.gui.folders import log_folder
from duty_desktop.gui.logs import begin_log, end_log, last_lines, note, note_error
from duty_desktop.gui.program import Program
from duty_desktop.gui.window import MainWindow
from tests.gui.conftest import Open


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    begin_log()
    yield log_folder() / "duty-desktop.log"
    end_log()


def test_an_error_is_logged_by_kind_and_place_without_its_words(log: Path) -> None:
    try:
        raise ValueError("Brake caliper at 1,234.56 for Ito Shoji")
    except ValueError as error:
        note_error(error)
    text = log.read_text(encoding="utf-8")
    assert "ValueError at test_logs.py:" in text
    assert "test_an_error_is_logged_by_kind_and_place_without_its_words" in text
    assert not any(word in text for word in ("Brake", "1,234", "Ito"))


def test_the_log_rotates(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    end_log()
    monkeypatch.setattr(logs, "_MOST_BYTES", 2_000)
    begin_log()
    for number in range(300):
        note("turned", page=number)
    files = sorted(path.name for path in log_folder().glob("duty-desktop.log*"))
    assert files == [f"duty-desktop.log{ending}" for ending in ("", ".1", ".2", ".3")]
    assert sum(path.stat().st_size for path in log_folder().glob("duty-desktop.log*")) < 9_000
    assert last_lines(1)[0].endswith("turned page=299")


def test_a_folder_that_cannot_be_written_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(blocked))
    begin_log()
    note("goes nowhere")
    assert last_lines(5) == []


def test_diagnostics_tell_versions_and_nothing_of_the_invoice(
    log: Path, opened: Open, window: MainWindow
) -> None:
    content = opened()
    window.content.jobs.tell_failure(RuntimeError("Kanto Auto Parts"))
    window.actions_["diagnostics"].trigger()
    text = QGuiApplication.clipboard().text()
    assert "Qt 6" in text
    assert "RuntimeError at" in text
    assert "shown lines=42 questions=1" in text
    worksheet = content.session.worksheet
    secrets = {*worksheet.table.description, *filter(None, worksheet.table.hts), "Kanto", "54,704"}
    assert [word for word in secrets if word in text] == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process in another way")
def test_where_a_crash_happened_is_kept(tmp_path: Path) -> None:
    crash = "from duty_desktop.gui.logs import begin_log; import os; begin_log(); os.abort()"
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", crash], env=environment, capture_output=True, check=False)
    assert done.returncode != 0
    kept = next(tmp_path.rglob("crash.log")).read_text(encoding="utf-8")
    assert "Aborted" in kept


def test_where_standard_error_is_kept_by_the_system_no_words_of_the_invoice_go_there(
    program: Program, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    error = ValueError("Kanto Auto Parts")
    program.tell_unexpected(ValueError, error, None)
    assert "Kanto" not in capfd.readouterr().err
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stderr", terminal)
    program.tell_unexpected(ValueError, error, None)
    assert "Kanto" in terminal.getvalue(), "a terminal shows them to the person"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows writes no core files")
def test_a_crash_leaves_no_picture_of_the_memory() -> None:
    code = (
        "import resource, sys; import duty_desktop.__main__ as program\n"
        "most = resource.getrlimit(resource.RLIMIT_CORE)[1]\n"
        "resource.setrlimit(resource.RLIMIT_CORE, (most, most))\n"
        "program.watched = lambda command: print(resource.getrlimit(resource.RLIMIT_CORE)[0]) or 0\n"
        "sys.argv = ['duty-desktop', '--version']; program.main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
