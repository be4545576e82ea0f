"""A number that stands on the invoice and is not whole, or gone: candidates with one click."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from duty_desktop.describe.parts_book import Part, PartsBook
from duty_desktop.gui.content import Content
from duty_desktop.gui.finding.numbers_found import Kind
from duty_desktop.gui.views.answer_button import AnswerButton
from tests.gui.conftest import PATIENCE_MS, Open, shown

ROWS = (
    ("Stainless steel hexagon nuts M8", "7318.16"),
    ("Welded pipe of steel, galvanized, 50 mm", "7306.30"),
    ("Hexagon bolts M8", "7318.15.2060"),
    ("Green tea, not flavored, in bags of 500 g", "8708.30.5090"),
)


@pytest.fixture
def content(opened: Open, tmp_path: Path) -> Content:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["Item", "Description", "HTS", "Origin", "Quantity", "Amount USD"])
    for place, (description, number) in enumerate(ROWS, 1):
        sheet.append([f"A-{place}", description, number, "JP", 100, 1000])
    path = tmp_path / "given.xlsx"
    workbook.save(path)
    return opened(path)


def choose_question(content: Content, number: str) -> None:
    panel = content.workspace.questions
    row = panel.model.row_of("hts", number)
    assert row is not None
    panel.begin()
    panel.list.selectRow(row)


def buttons(content: Content) -> list[AnswerButton]:
    return content.workspace.questions.card.choices.buttons


def test_the_digits_below_a_short_number_are_offered_those_that_fit_first(
    content: Content, qtbot: QtBot
) -> None:
    choose_question(content, "730630")
    assert buttons(content) == [], "there are more than can be listed"
    qtbot.waitUntil(lambda: len(buttons(content)) > 0, timeout=PATIENCE_MS)
    assert all(one.label.startswith("7306.30.") for one in buttons(content))
    first = buttons(content)[0]
    assert first.figure, "with the duty of the line"
    QTest.keyClick(content.workspace.questions.list, Qt.Key.Key_1)
    assert shown(content.workspace.table, 1, "hts") == first.label.split()[0]
    content.session.undo.undo()
    assert shown(content.workspace.table, 1, "hts") == "7306.30"


def test_the_best_of_a_few_stands_first(content: Content, qtbot: QtBot) -> None:
    choose_question(content, "731816")
    before = [one.label for one in buttons(content)]
    qtbot.waitUntil(lambda: [one.label for one in buttons(content)] != before, timeout=PATIENCE_MS)
    assert "stainless" in buttons(content)[0].label.lower()


def test_advice_for_a_question_that_is_not_shown_any_more_is_dropped(content: Content, qtbot: QtBot) -> None:
    choose_question(content, "730630")
    choose_question(content, "731816")
    qtbot.waitUntil(lambda: "stainless" in buttons(content)[0].label.lower(), timeout=PATIENCE_MS)
    QTest.qWait(300)
    assert all(one.label.startswith("7318.16.") for one in buttons(content))


def test_advice_stays_while_numbers_to_check_come_up(content: Content, qtbot: QtBot) -> None:
    choose_question(content, "730630")
    qtbot.waitUntil(lambda: len(buttons(content)) > 0, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not content.workspace.questions.check_tab.isHidden(), timeout=PATIENCE_MS)
    assert buttons(content)[0].label.startswith("7306.30.")


def checked(content: Content, qtbot: QtBot) -> str:
    """Work on the questions until the numbers are checked; the text of the tab that tells of them."""
    panel = content.workspace.questions
    panel.begin()
    qtbot.waitUntil(lambda: not panel.check_tab.isHidden(), timeout=PATIENCE_MS)
    QTest.mouseClick(panel.check_tab, Qt.MouseButton.LeftButton)
    return panel.check_tab.text()


def test_a_number_that_does_not_fit_the_goods_is_to_be_checked_and_stands(
    content: Content, qtbot: QtBot
) -> None:
    assert checked(content, qtbot) == "1 number to check"
    card = content.workspace.questions.card
    assert "8708.30.5090" in card.title.text()
    assert buttons(content)[-1].label.startswith("Keep 8708.30.5090")
    assert shown(content.workspace.table, 3, "hts") == "8708.30.5090"
    assert not content.session.undo.canUndo()


def test_one_click_takes_a_number_that_fits(content: Content, qtbot: QtBot) -> None:
    checked(content, qtbot)
    first = buttons(content)[0]
    assert first.label.startswith("0902")
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert shown(content.workspace.table, 3, "hts") == first.label.split()[0]
    assert content.workspace.questions.check_tab.isHidden()


def test_a_number_that_is_kept_is_not_asked_about_again(content: Content, qtbot: QtBot) -> None:
    checked(content, qtbot)
    QTest.mouseClick(buttons(content)[-1], Qt.MouseButton.LeftButton)
    assert content.workspace.questions.check_tab.isHidden()
    assert shown(content.workspace.table, 3, "hts") == "8708.30.5090"
    content.session.set_lines("note", (0,), "later")
    assert content.workspace.questions.check_tab.isHidden()


def test_a_number_other_than_in_the_parts_book_is_told_and_stands(content: Content, qtbot: QtBot) -> None:
    table = content.session.worksheet.table
    may = date(2026, 5, 7)
    PartsBook().put(Part("", "A-3", table.description[2], "7318152065", may, may, 12))
    content.session.set_lines("hts", (2,), "7318152061")
    assert checked(content, qtbot) == "2 numbers to check"
    panel = content.workspace.questions
    told = [panel.model.index(row, 0).data() for row in range(panel.model.rowCount())]
    assert any("7318.15.2065" in text and "used on 12 lines since 2026-05" in text for text in told)
    assert shown(content.workspace.table, 2, "hts") == "7318.15.2061"


def test_numbers_to_check_stand_in_the_dialog_of_all_numbers_as_soon_as_it_opens(
    content: Content, qtbot: QtBot
) -> None:
    content.window.actions_["find-numbers"].trigger()
    dialog = content.finding.whole.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: [one.kind for one in dialog.groups()] == [Kind.DOUBTFUL], timeout=PATIENCE_MS)
    assert dialog.groups()[0].description == ROWS[3][0]
    assert dialog.about.text() == "These numbers stand in the invoice, but do not seem to fit the goods."
    assert not dialog.empty.isVisible()


def test_numbers_are_checked_when_the_find_panel_opens(content: Content, qtbot: QtBot) -> None:
    content.finding.find_for((0,))
    qtbot.waitUntil(lambda: not content.workspace.questions.check_tab.isHidden(), timeout=PATIENCE_MS)
