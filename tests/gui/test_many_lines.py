"""Work on all lines of a large shipment: in a thread, while the window goes on; the same comes of it."""

from dataclasses import replace
from datetime import date
from threading import current_thread, main_thread

import pytest
from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtTest import QTest

from duty_desktop.estimate.edits import Edit
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.gui import content as content_module
from duty_desktop.gui.models.columns import PLACES
from duty_desktop.gui.models.line_order import LineFilter
from tests.gui.conftest import MIXED, Open, shown


@pytest.fixture
def threads(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Every shipment counts as large; for each edit applied, whether the window's thread did it."""
    seen: list[bool] = []
    apply = Worksheet.apply

    def watched(worksheet: Worksheet, edit: Edit) -> Edit:
        seen.append(current_thread() is main_thread())
        return apply(worksheet, edit)

    monkeypatch.setattr(Worksheet, "apply", watched)
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
