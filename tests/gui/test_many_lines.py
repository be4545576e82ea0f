"""Work on all lines of a large shipment: in a thread, while the window goes on; the same comes of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QDate, Qt, QThreadPool, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from duty_desktop.document import Journal
from duty_desktop.estimate.edits import Edit, LineEdit
from duty_desktop.estimate.result import Amounts, Explanation
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.gui import content as content_module
from duty_desktop.gui.clipboard import _joined, copied_table
from duty_desktop.gui.commands import editing
from duty_desktop.gui.finding import advice
from duty_desktop.gui.finding.sought import Goods, goods_of
from duty_desktop.gui.jobs.job import Job
from duty_desktop.gui.models.columns import PLACES
from duty_desktop.gui.models.line_order import LineFilter
from duty_desktop.gui.window import MainWindow
from duty_desktop.lines.reading import Reading
from tests.gui.conftest import ITO, KANTO, MIXED, PATIENCE_MS, Open, shown


@pytest.fixture
def threads(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Every shipment counts as large; for each step applied, whether the window's thread did it."""
    seen: list[bool] = []
    apply_all = Worksheet.apply_all

    def watched(worksheet: Worksheet, edits: Sequence[Edit]) -> tuple[Edit, ...]:
        seen.append(current_thread() is main_thread())
        return apply_all(worksheet, edits)

    monkeypatch.setattr(Worksheet, "apply_all", watched)
    monkeypatch.setattr(content_module, "_MANY_LINES", 0)
    return seen


def test_another_entry_date_is_rated_in_a_thread_with_the_same_figures(
    opened: Open, threads: list[bool]
) -> None:
    content = opened(MIXED)
    content.workspace.bar.entry_date.setDate(QDate(2025, 6, 2))
    worksheet = content.session.worksheet
    afresh = Worksheet(worksheet.law, worksheet.readings, replace(worksheet.shipment))
    assert worksheet.shipment.entry_date == date(2025, 6, 2)
    assert threads == [False]
    assert worksheet.rated == afresh.rated
    assert worksheet.totals == afresh.totals
    assert content.session.questions == afresh.questions()
    QTest.keyClick(content.workspace.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert threads == [False, False]


def test_the_window_s_loop_turns_while_lines_are_rated(opened: Open, threads: list[bool]) -> None:
    content = opened(MIXED)
    turns: list[int] = []
    QTimer.singleShot(0, lambda: turns.append(len(threads)))
    content.session.set_lines("fact:passenger_vehicle_part", range(len(content.session.worksheet)), "yes")
    assert len(turns) == 1, "a turn of the loop came before the edit had returned"


def test_a_refused_edit_is_told_from_the_thread_too(opened: Open, threads: list[bool]) -> None:
    content = opened(MIXED)
    before = content.session.worksheet.shipment.entry_date
    content.workspace.bar.entry_date.setDate(QDate(2024, 12, 31))
    assert "before 2025-01-01" in content.banner.first.text()
    assert content.session.worksheet.shipment.entry_date == before


def test_sorting_and_filtering_in_a_thread_show_what_they_show_otherwise(
    opened: Open, threads: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    content = opened(MIXED)
    table = content.workspace.table

    def seen() -> list[str]:
        table.sortByColumn(PLACES["duty"], Qt.SortOrder.DescendingOrder)
        content.workspace.show_filter(LineFilter(text="a"))
        return [shown(table, row, "description") for row in range(content.workspace.model.rowCount())]

    in_thread = seen()
    content.workspace.show_filter(LineFilter())
    monkeypatch.setattr(content_module, "_MANY_LINES", 10_000)
    assert in_thread == seen()
    assert in_thread


def test_what_meets_the_worksheet_comes_after_the_edit_under_way(
    opened: Open, threads: list[bool], qtbot: QtBot
) -> None:
    content = opened(MIXED)
    order: list[str] = []

    def other_event() -> None:
        assert content.jobs.is_running
        content.jobs.when_free(lambda: order.append("afterwards"))

    QTimer.singleShot(0, other_event)
    content.session.set_lines("origin", range(3), "DE")
    order.append("edited")
    assert order == ["edited"]
    qtbot.waitUntil(lambda: order == ["edited", "afterwards"], timeout=PATIENCE_MS)


def test_a_window_closed_while_lines_are_rated_closes_after_it(
    opened: Open, threads: list[bool], qtbot: QtBot
) -> None:
    content = opened(MIXED)
    window = content.window
    QTimer.singleShot(0, window.close)
    content.session.set_lines("origin", range(3), "DE")
    assert window.isVisible(), "the edit came first"
    content.session.undo.setClean()  # nobody is asked about it
    qtbot.waitUntil(lambda: window not in list(window.program.windows()), timeout=PATIENCE_MS)


def test_edits_in_one_turn_are_kept_in_their_order(
    opened: Open, threads: list[bool], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    content = opened(MIXED)
    content.session.set_lines("note", [0], "first")
    qtbot.waitUntil(lambda: content.autosave.is_keeping, timeout=PATIENCE_MS)
    kept: list[Edit] = []
    monkeypatch.setattr(Journal, "append", lambda _, edit: kept.append(edit))
    later = ("second", "third", "fourth")
    for note in later:
        content.session.set_lines("note", [0], note)
    qtbot.waitUntil(lambda: len(kept) == len(later), timeout=PATIENCE_MS)
    assert [edit.values for edit in kept if isinstance(edit, LineEdit)] == [
        ("second",),
        ("third",),
        ("fourth",),
    ]


def test_work_that_is_waited_for_does_not_wait_for_long_work(window: MainWindow) -> None:
    pool, over = QThreadPool.globalInstance(), Event()
    jobs = [Job(lambda _: over.wait(PATIENCE_MS / 1000)) for _ in range(pool.maxThreadCount())]
    for job in jobs:
        job.start()
    assert window.content.jobs.beside(current_thread) is not main_thread()
    assert not over.is_set()
    over.set()


def test_many_lines_are_copied_in_a_thread_as_few_are_at_once(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = opened(MIXED)
    content.workspace.table.selectAll()
    clipboard = QGuiApplication.clipboard()

    def copied() -> tuple[str, str]:
        clipboard.clear()
        QTest.keyClick(content.workspace.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: not content.jobs.is_running and bool(clipboard.text()))
        return clipboard.text(), clipboard.mimeData().html()

    at_once = copied()
    monkeypatch.setattr(editing, "_AT_ONCE", 0)
    assert copied() == at_once
    assert at_once[0].count("\n") == 1 + len(content.session.worksheet)


def test_copying_that_is_cancelled_ends_at_the_next_look(opened: Open) -> None:
    worksheet = opened(MIXED).session.worksheet
    assert copied_table(worksheet, range(len(worksheet)), (0, 1), lambda _: False) is None


def test_a_copied_table_is_put_together_in_room_asked_for_once_each_piece_freed_when_it_is_in_it() -> None:
    pieces = [b"piece %d," % place * 1_000 for place in range(300)]
    expected = b"".join(pieces)
    joined = _joined(pieces)
    assert joined.data() == expected
    assert joined.capacity() < 1.1 * len(expected), "it grew, which copies it"
    assert pieces == []


def test_the_window_paints_between_the_parts_that_show_other_lines(opened: Open, threads: list[bool]) -> None:
    content = opened(MIXED)
    turns: list[str] = []
    content.session.opened.connect(lambda: turns.append("all shown"))
    QTimer.singleShot(0, lambda: turns.append("a turn of the loop"))
    content.session.opened.emit()
    assert turns == ["a turn of the loop", "all shown"]


def test_the_window_paints_between_the_parts_that_take_another_language(opened: Open) -> None:
    content = opened()
    turns: list[bool] = []
    QTimer.singleShot(0, lambda: turns.append(True))
    content.retranslate()
    assert turns


def test_an_invoice_added_is_rated_in_a_thread_with_the_same_figures(
    opened: Open, threads: list[bool], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = opened(MIXED)
    where: list[bool] = []
    add_reading = Worksheet.add_reading

    def watched(worksheet: Worksheet, reading: Reading) -> None:
        where.append(current_thread() is main_thread())
        add_reading(worksheet, reading)

    monkeypatch.setattr(Worksheet, "add_reading", watched)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(KANTO)], ""))
    content.window.actions_["add"].trigger()
    qtbot.waitUntil(lambda: len(where) == 1 and not content.jobs.is_running, timeout=PATIENCE_MS)
    worksheet = content.session.worksheet
    afresh = Worksheet(worksheet.law, worksheet.readings, worksheet.shipment)
    assert where == [False]
    assert [one.file_name for one in worksheet.readings] == [MIXED.name, KANTO.name]
    assert worksheet.rated == afresh.rated
    assert content.session.questions == afresh.questions()


def test_the_find_panel_and_advice_wait_for_the_edit_under_way(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = opened(ITO)
    content.finding.find_for([5])
    panel = content.finding.panel
    assert panel is not None
    qtbot.waitUntil(lambda: panel.model.rowCount() > 0 and not panel.rates_lines, timeout=PATIENCE_MS)
    while_edited: list[bool] = []
    with_number = Worksheet.with_number

    def watched(worksheet: Worksheet, lines: Sequence[int], number: str) -> Amounts:
        while_edited.append(content.jobs.is_waiting)
        return with_number(worksheet, lines, number)

    def looked_at(worksheet: Worksheet, line: int) -> Goods:
        while_edited.append(content.jobs.is_waiting)
        return goods_of(worksheet, line)

    monkeypatch.setattr(Worksheet, "with_number", watched)
    monkeypatch.setattr(advice, "goods_of", looked_at)
    question = next(one for one in content.session.questions if one.kind == "hts")
    over = Event()
    QTimer.singleShot(400, over.set)  # the patience of the advice, and more
    panel.retranslate()
    content.finding.advising.ask(replace(question, id="731816"))
    content.jobs.beside(lambda: over.wait(PATIENCE_MS / 1000))
    assert while_edited == []
    assert panel.rates_lines
    qtbot.waitUntil(lambda: not panel.rates_lines, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: len(while_edited) > panel.model.rowCount(), timeout=PATIENCE_MS)
    assert not any(while_edited)


def test_a_line_is_explained_after_the_edit_under_way(
    opened: Open, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    content = opened(MIXED)
    while_edited: list[bool] = []
    explain = Worksheet.explain

    def watched(worksheet: Worksheet, line: int) -> Explanation:
        while_edited.append(content.jobs.is_waiting)
        return explain(worksheet, line)

    monkeypatch.setattr(Worksheet, "explain", watched)
    over = Event()
    QTimer.singleShot(100, over.set)
    content.workspace.explanation.show_line(3)
    content.jobs.beside(lambda: over.wait(PATIENCE_MS / 1000))
    qtbot.waitUntil(lambda: while_edited == [False], timeout=PATIENCE_MS)


def test_words_typed_into_the_filter_are_looked_for_after_the_edit_under_way(
    opened: Open, qtbot: QtBot
) -> None:
    content = opened(MIXED)
    lines = content.workspace.model.rowCount()
    over = Event()
    QTimer.singleShot(100, over.set)
    typed = LineFilter(text="no line has these words")
    QTimer.singleShot(50, lambda: content.workspace.filter.filter_changed.emit(typed))
    content.jobs.beside(lambda: over.wait(PATIENCE_MS / 1000))
    assert content.workspace.model.rowCount() == lines
    qtbot.waitUntil(lambda: content.workspace.model.rowCount() == 0, timeout=PATIENCE_MS)


def test_an_invoice_that_makes_the_lines_many_is_rated_in_a_thread(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = opened(MIXED).session
    monkeypatch.setattr(content_module, "_MANY_LINES", len(session.worksheet))
    where: list[bool] = []
    monkeypatch.setattr(Worksheet, "add_reading", lambda *_: where.append(current_thread() is main_thread()))
    session.extend(session.worksheet.readings)
    assert where == [False]
