"""Reading beside the event loop: in a process of its own when large, cancelled at once, its death told."""

import threading
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from duty_desktop.gui.jobs import reading
from duty_desktop.gui.jobs.job import Job, Progress
from duty_desktop.gui.jobs.reading import read_for_window
from duty_desktop.gui.window import MainWindow
from duty_desktop.invoice import ReadingCancelled, WorkbookError, read_invoice
from tests.gui.conftest import KANTO, PATIENCE_MS


@pytest.fixture
def all_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file counts as large."""
    monkeypatch.setattr(reading, "LARGE_BYTES", 0)


@pytest.mark.usefixtures("all_large")
def test_a_process_reads_what_a_thread_reads() -> None:
    told: list[float] = []

    def progress(fraction: float, _: str) -> bool:
        told.append(fraction)
        return True

    assert read_for_window(KANTO, progress) == read_invoice(KANTO)
    assert told == sorted(told)


@pytest.mark.usefixtures("all_large")
def test_a_refusal_of_the_process_comes_with_its_finding(tmp_path: Path) -> None:
    fake = tmp_path / "fake.xlsx"
    fake.write_bytes(b"%PDF-1.7")
    with pytest.raises(WorkbookError) as caught:
        read_for_window(fake, lambda *_: True)
    assert caught.value.finding.code == "not-a-workbook"


@pytest.mark.usefixtures("all_large")
def test_a_cancelled_reading_ends_within_a_second() -> None:
    started = time.monotonic()
    with pytest.raises(ReadingCancelled):
        read_for_window(KANTO, lambda *_: False)
    assert time.monotonic() - started < 1


@pytest.mark.usefixtures("all_large")
def test_a_process_that_dies_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "child", _dies)
    with pytest.raises(WorkbookError) as caught:
        read_for_window(KANTO, lambda *_: True)
    assert caught.value.finding.code == "reading-ended"


def _dies(path: Path, sender: object) -> None:
    import os

    os._exit(9)


def test_cancel_stops_the_job_of_the_window_and_drops_its_result(window: MainWindow, qtbot: QtBot) -> None:
    stopped = threading.Event()
    results: list[str] = []

    def work(progress: Progress) -> str:
        while progress(0.1, "working"):
            time.sleep(0.01)
        stopped.set()
        return "late"

    jobs = window.content.jobs
    assert jobs.run("Long work", work, results.append)
    assert not jobs.run("Other work", work, results.append), "one job at a time"
    qtbot.waitUntil(window.progress.isVisible, timeout=PATIENCE_MS)
    window.progress.cancel.click()
    assert not jobs.is_running
    assert not window.progress.isVisible()
    assert stopped.wait(1)
    qtbot.wait(30)
    assert results == []


def test_an_error_of_a_job_is_told_and_the_window_goes_on(window: MainWindow, qtbot: QtBot) -> None:
    def work(_: Progress) -> None:
        raise ZeroDivisionError("a mistake of the program")

    window.content.jobs.run("Work", work, lambda _: None)
    qtbot.waitUntil(window.content.banner.isVisible, timeout=PATIENCE_MS)
    assert "ZeroDivisionError" in window.content.banner.first.text()
    assert not window.content.jobs.is_running


def test_a_job_hands_over_its_result_in_the_window_s_thread(qtbot: QtBot) -> None:
    got: list[int] = []
    job = Job(lambda _: threading.get_ident())
    job.signals.done.connect(got.append)
    job.start()
    qtbot.waitUntil(lambda: bool(got), timeout=PATIENCE_MS)
    assert got[0] != threading.get_ident()
