"""Review: questions by cause and money, answered for all their lines at once."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from duty_desktop.gui.content import Content
from duty_desktop.gui.window import MainWindow
from tests.gui.conftest import ITO, Open, click_cell, shown

LEFT = Qt.MouseButton.LeftButton


def press(qtbot: QtBot, content: Content, value: str) -> None:
    button = content.workspace.questions.card.findChild(QPushButton, f"answer-{value}")
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, LEFT)


def test_questions_stand_by_money_and_show_the_duty_of_each_answer(opened: Open) -> None:
    content = opened()
    panel = content.workspace.questions
    assert panel.title.text() == "2 open questions"
    stakes = [question.stake_cents for question in content.session.questions]
    assert stakes == sorted(stakes, reverse=True)
    yes = panel.card.findChild(QPushButton, "answer-yes")
    assert isinstance(yes, QPushButton)
    assert yes.text() == "Yes\n55,062.45"
    assert "36 lines" in yes.toolTip()


def test_one_answer_settles_all_its_lines_and_the_list_empties(
    opened: Open, window: MainWindow, qtbot: QtBot
) -> None:
    content = opened()
    press(qtbot, content, "yes")
    panel = content.workspace.questions
    assert panel.model.rowCount() == 0
    assert panel.none_left.isVisible()
    assert content.workspace.totals.duty.text() == "63,497.35"
    assert "Final" in content.workspace.totals.state.text()
    assert "duty 63,497.35" in window.windowTitle()
    QTest.keyClick(content.workspace.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert panel.model.rowCount() == 2


def test_the_lines_of_a_question_can_be_shown_alone(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    QTest.mouseClick(content.workspace.questions.card.show_lines, LEFT)
    assert content.workspace.model.rowCount() == 36
    assert content.workspace.filter.count.text() == "36 of 42 lines"
    QTest.mouseClick(content.workspace.filter.chip, LEFT)
    assert content.workspace.model.rowCount() == 42


def test_a_missing_rate_is_asked_first_and_typed_into_its_question(opened: Open, qtbot: QtBot) -> None:
    content = opened(ITO)
    panel = content.workspace.questions
    assert panel.model.question_at(0).kind == "exchange-rate"
    QTest.keyClicks(panel.card.line.text, "155.6 yen per dollar")
    QTest.keyClick(panel.card.line.text, Qt.Key.Key_Return)
    assert content.session.worksheet.totals.all.entered_value_cents == 10_635_954
    assert panel.model.question_at(0).kind != "exchange-rate"


def test_an_answer_that_is_not_understood_is_told_and_changes_nothing(opened: Open, qtbot: QtBot) -> None:
    content = opened(ITO)
    card = content.workspace.questions.card
    QTest.keyClicks(card.line.text, "a lot")
    QTest.mouseClick(card.line.button, LEFT)
    assert "is not an exchange rate" in content.banner.first.text()
    assert not content.session.undo.canUndo()


def test_a_question_is_answered_from_the_keyboard_alone(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    panel = content.workspace.questions
    QTest.keyClick(content.workspace.table, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert panel.list.hasFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.card.title.text().startswith("Is it a part of a medium or heavy truck")
    QTest.keyClick(panel.list, Qt.Key.Key_Tab)
    yes = next(one for one in panel.card.findChildren(QPushButton, "answer-yes") if one.isVisible())
    assert yes.hasFocus()
    QTest.keyClick(yes, Qt.Key.Key_Space)
    assert panel.model.rowCount() == 0


def test_the_panel_answers_for_one_line_or_for_all(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    table, needs = content.workspace.table, content.workspace.explanation.needs
    click_cell(qtbot, table, 0, "hts")
    qtbot.waitUntil(needs.isVisible)
    buttons = needs.findChildren(QPushButton, "answer-yes")
    QTest.mouseClick(buttons[0], LEFT)
    assert [shown(table, row, "state") for row in (0, 1)] == ["Rated", "Review"]
    click_cell(qtbot, table, 1, "hts")
    qtbot.waitUntil(needs.isVisible)
    needs.for_all.setChecked(True)
    QTest.mouseClick(needs.findChildren(QPushButton, "answer-yes")[0], LEFT)
    assert content.session.questions == []


def test_proposed_numbers_come_with_the_words_of_the_tariff(opened: Open, qtbot: QtBot) -> None:
    content = opened(ITO)
    content.workspace.bar.rate.setText("155.6")
    content.workspace.bar.rate.editingFinished.emit()
    panel = content.workspace.questions
    row = panel.model.row_of("hts", "731816")
    assert row is not None
    panel.list.selectRow(row)
    button = panel.card.findChild(QPushButton, "answer-7318160060")
    assert isinstance(button, QPushButton)
    assert button.text().startswith("7318.16.0060  Other › Of stainless steel")
    QTest.mouseClick(button, LEFT)
    assert shown(content.workspace.table, 4, "hts") == "7318.16.0060"
    assert shown(content.workspace.table, 4, "state") == "Rated"
