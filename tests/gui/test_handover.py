"""A second start hands its files to the program that runs, and ends."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from duty_desktop.gui import handover
from duty_desktop.gui.app import Application
from duty_desktop.gui.folders import running_folder
from duty_desktop.gui.handover import Running, take_over
from duty_desktop.gui.program import Program
from duty_desktop.gui.window import MainWindow
from tests.gui.conftest import KANTO, MIXED, PATIENCE_MS


@pytest.fixture
def running(program: Program) -> Iterator[Running]:
    """This process as the running program."""
    found = take_over([])
    assert found is not None
    found.asked.connect(program.open_beside)
    yield found
    found.end()


def test_a_second_start_ends_and_its_file_opens_here(
    running: Running, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    running.watch()
    environment = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path / "config")}
    command = [sys.executable, "-m", "duty_desktop", str(KANTO)]
    with subprocess.Popen(command, env=environment) as second:
        qtbot.waitUntil(lambda: window.content.session.is_open, timeout=PATIENCE_MS)
        assert second.wait(20) == 0
    assert len(window.content.session.worksheet) == 42
    assert list(running_folder().glob("*.request")) == []


def test_files_handed_over_do_not_disturb_the_shipment_in_sight(
    window: MainWindow, program: Program, qtbot: QtBot
) -> None:
    program.open_beside([KANTO])
    qtbot.waitUntil(lambda: window.content.session.is_open, timeout=PATIENCE_MS)
    program.open_beside([KANTO])
    assert len(list(program.windows())) == 2
    program.open_beside([])
    assert len(list(program.windows())) == 2, "without files it only comes forward"


def test_a_file_that_macos_names_by_an_event_opens(
    window: MainWindow, program: Program, qtbot: QtBot
) -> None:
    application = QApplication.instance()
    assert isinstance(application, Application)
    application.asked.connect(program.open_beside)
    QApplication.sendEvent(application, QFileOpenEvent(str(KANTO)))
    application.asked.disconnect(program.open_beside)
    qtbot.waitUntil(lambda: window.content.session.is_open, timeout=PATIENCE_MS)


@pytest.mark.skipif(sys.platform != "linux", reason="only there a name may be any bytes")
def test_a_file_whose_name_is_no_text_is_handed_over_too(
    running: Running, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[Path]] = []
    running.asked.disconnect(program.open_beside)
    running.asked.connect(asked.append)
    with monkeypatch.context() as impatient:
        impatient.setattr(handover, "PATIENCE_SECONDS", 0)
        impatient.setattr(Path, "unlink", lambda *_args, **_named: None)
        take_over([Path("/bills/\udcff.xlsx")])
    running.answer()
    assert asked == [[Path("/bills/\udcff.xlsx")]]


def test_a_program_that_does_not_answer_is_left_alone(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handover, "PATIENCE_SECONDS", 0.2)
    beside = take_over([KANTO])
    assert beside is not None, "the file is opened here after all"
    assert list(running_folder().glob("*.request")) == [], "and not there as well"


def test_the_lock_goes_with_the_program(running: Running) -> None:
    running.end()
    after = take_over([])
    assert after is not None
    after.end()


def test_a_file_asked_for_while_the_first_window_is_made_opens_in_it(
    running: Running, program: Program, qtbot: QtBot
) -> None:
    window = program.new_window()
    window.when_ready(lambda: program.open_beside([KANTO]), fills=False)  # as the watch does for a request
    window.when_ready(lambda: None, fills=False)  # as the log does
    qtbot.waitUntil(lambda: window.has_content and window.content.session.is_open, timeout=PATIENCE_MS)
    assert list(program.windows()) == [window]


def test_a_window_that_waits_for_its_own_files_is_left_to_them(program: Program, qtbot: QtBot) -> None:
    window = program.new_window()
    window.open_paths([KANTO])
    program.open_beside([MIXED])
    assert len(list(program.windows())) == 2
    qtbot.waitUntil(
        lambda: all(one.has_content and one.content.session.is_open for one in program.windows()),
        timeout=PATIENCE_MS,
    )
    assert len(window.content.session.worksheet) == 42
