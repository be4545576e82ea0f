"""Work beside the event loop: progress, Cancel, and errors told in words."""

import gc
import threading
import time
import weakref

import pytest
from pytestqt.qtbot import QtBot

from duty_desktop.gui.jobs import job as job_form
from duty_desktop.gui.jobs.job import Job
from duty_desktop.gui.window import MainWindow
from duty_desktop.terms.stopping import Progress
from tests.gui.conftest import PATIENCE_MS


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
    assert window.statusBar().currentMessage() == "Stopped: working"
    assert stopped.wait(1)
    qtbot.wait(30)
    assert results == []


def test_work_rests_once_when_its_strip_appears_and_once_when_it_is_cancelled(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    rests: list[bool] = []
    monkeypatch.setattr(job_form, "sleep", lambda _: rests.append(window.content.jobs.is_running))
    ended = threading.Event()

    def work(progress: Progress) -> None:
        while progress(0.1, "working"):
            time.sleep(0.01)
        progress(0.1, "freeing")
        ended.set()

    window.content.jobs.run("Long work", work, lambda _: None)
    qtbot.waitUntil(lambda: rests == [True], timeout=PATIENCE_MS)
    assert window.progress.isVisible()
    window.content.jobs.cancel()
    assert ended.wait(PATIENCE_MS / 1000)
    assert len(rests) == 2


def test_the_held_window_is_painted_before_the_thread_of_a_job_begins(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    jobs = window.content.jobs
    monkeypatch.setattr(jobs, "breathe", lambda: done.append("painted"))
    monkeypatch.setattr(Job, "start", lambda _: done.append("begun"))
    jobs.run("Work", lambda _: None, lambda _: None, holds_worksheet=True)
    assert done == ["painted", "begun"]
    jobs.cancel()


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


def test_what_a_job_worked_on_is_let_go_when_it_has_ended(window: MainWindow, qtbot: QtBot) -> None:
    class Shipment:
        pass

    def started() -> weakref.ref[Shipment]:
        shipment = Shipment()
        assert window.content.jobs.run("Work", lambda _: repr(shipment), lambda _: None)
        return weakref.ref(shipment)

    kept = started()
    qtbot.waitUntil(lambda: not window.content.jobs.is_running, timeout=PATIENCE_MS)

    def is_gone() -> bool:
        gc.collect()
        return kept() is None

    qtbot.waitUntil(is_gone, timeout=PATIENCE_MS)


def test_an_error_that_is_told_holds_nothing_of_what_the_job_worked_on(qtbot: QtBot) -> None:
    class Report:
        pass

    kept: list[weakref.ref[Report]] = []
    errors: list[Exception] = []

    def work(_: Progress) -> None:
        report = Report()
        kept.append(weakref.ref(report))
        raise OSError("disk full")

    job = Job(work)
    job.signals.failed.connect(errors.append)
    job.start()
    qtbot.waitUntil(lambda: bool(errors), timeout=PATIENCE_MS)
    assert kept[0]() is None


def test_work_may_tell_its_progress_as_often_as_it_likes(qtbot: QtBot) -> None:
    heard: list[tuple[float, str]] = []
    done: list[bool] = []

    def work(progress: Progress) -> bool:
        for place in range(20_000):
            assert progress(place / 20_000, "first" if place < 10_000 else "second")
        return True

    job = Job(work)
    job.signals.progressed.connect(lambda fraction, what: heard.append((fraction, what)))
    job.signals.done.connect(done.append)
    job.start()
    qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE_MS)
    assert [what for _, what in heard if what == "second"], "what is done now is told at once"
    assert len(heard) < 5_000


def test_what_waits_goes_on_after_one_that_fails(window: MainWindow, qtbot: QtBot) -> None:
    jobs, done = window.content.jobs, list[str]()

    def failing() -> None:
        raise ValueError("told by the program")

    def work() -> None:
        for act in (failing, lambda: done.append("after it")):
            jobs.when_free(act)

    with qtbot.captureExceptions() as errors:
        jobs.beside(work)
        qtbot.waitUntil(lambda: done == ["after it"], timeout=PATIENCE_MS)
    assert len(errors) == 1


def test_work_that_nobody_waits_for_rests_while_other_work_is_awaited(
    window: MainWindow, qtbot: QtBot
) -> None:
    steps: list[str] = []

    def quiet(progress: Progress) -> None:
        while progress(0.1, "") and len(steps) < 2_000:
            steps.append("quiet")
            time.sleep(0.005)

    def awaited(_: Progress) -> int:
        time.sleep(0.15)  # the other one comes to rest
        before = len(steps)
        time.sleep(0.3)
        return len(steps) - before

    resting = Job(quiet, rests=True)
    resting.start()
    qtbot.waitUntil(lambda: len(steps) > 3, timeout=PATIENCE_MS)
    told: list[int] = []
    window.content.jobs.run("Work", awaited, told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE_MS)
    assert told == [0]
    went_on = len(steps)
    qtbot.waitUntil(lambda: len(steps) > went_on, timeout=PATIENCE_MS)
    resting.cancel()
