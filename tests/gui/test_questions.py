"""Review: questions by cause and money, answered for all their lines at once."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from duty_desktop.gui.content import Content
from duty_desktop.gui.views.answer_button import AnswerButton
from duty_desktop.gui.window import MainWindow
from tests.gui.conftest import ITO, Open, click_cell, shown

LEFT = Qt.MouseButton.LeftButton


def answer_of(content: Content, value: str) -> AnswerButton:
    return next(one for one in content.workspace.questions.card.choices.buttons if one.value == value)


def press(content: Content, value: str) -> None:
    QTest.mouseClick(answer_of(content, value), LEFT)


def test_questions_stand_by_money_and_show_the_duty_of_each_answer(opened: Open) -> None:
    content = opened()
    panel = content.workspace.questions
    assert panel.open_tab.text() == "1 open question"
    stakes = [question.stake_cents for question in content.session.questions]
    assert stakes == sorted(stakes, reverse=True)
    assert panel.card.title.text().startswith("Is it a part of a car or light truck, a medium or heavy")
    assert [(one.key, one.label, one.figure) for one in panel.card.choices.buttons] == [
        ("1", "Car or light truck", "55,062.45"),
        ("2", "Medium or heavy truck, or bus", "100,967.03"),
        ("3", "Neither", "48,188.20"),
    ]
    assert "36 lines" in answer_of(content, "car").toolTip()
    assert panel.card.line.isHidden(), "nothing else can be answered"


def test_one_answer_settles_all_its_lines_and_the_list_empties(
    opened: Open, window: MainWindow, qtbot: QtBot
) -> None:
    content = opened()
    press(content, "car")
    panel = content.workspace.questions
    assert panel.model.rowCount() == 0
    assert content.session.worksheet.table.facts[0] == {"passenger_vehicle_part": "yes", "mhdv_part": "no"}
    assert panel.none_left.isVisible()
    assert content.workspace.totals.duty.text() == "63,497.35"
    assert "Final" in content.workspace.totals.state.text()
    assert "duty 63,497.35" in window.windowTitle()
    QTest.keyClick(content.workspace.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert panel.model.rowCount() == 1
    assert content.session.worksheet.table.facts[0] == {}, "one step back takes both facts"


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
    QTest.keyClick(panel.list, Qt.Key.Key_Tab)
    car = answer_of(content, "car")
    assert car.hasFocus()
    QTest.keyClick(car, Qt.Key.Key_Tab)
    truck = answer_of(content, "truck")
    assert truck.hasFocus()
    QTest.keyClick(truck, Qt.Key.Key_Space)
    assert panel.model.rowCount() == 0
    assert content.session.worksheet.table.facts[0] == {"passenger_vehicle_part": "no", "mhdv_part": "yes"}


def test_the_panel_answers_for_one_line_or_for_all(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    table, needs = content.workspace.table, content.workspace.explanation.needs
    click_cell(qtbot, table, 0, "hts")
    qtbot.waitUntil(needs.isVisible)
    car = needs.findChildren(AnswerButton, "answer-car")[0]
    assert car.figure == "2,664.00", "of this line alone"
    assert len([one for one in needs.findChildren(AnswerButton) if one.isVisible()]) == 3
    assert "To be answered" not in content.workspace.explanation.page.toPlainText()
    QTest.mouseClick(car, LEFT)
    assert content.session.worksheet.table.facts[0] == {"passenger_vehicle_part": "yes", "mhdv_part": "no"}
    assert content.session.undo.count() == 1
    assert [shown(table, row, "state") for row in (0, 1)] == ["Rated", "Review"]
    click_cell(qtbot, table, 1, "hts")
    qtbot.waitUntil(needs.isVisible)
    needs.for_all.setChecked(True)

    def first_car() -> AnswerButton:
        return next(one for one in needs.findChildren(AnswerButton, "answer-car") if one.isVisible())

    qtbot.waitUntil(lambda: first_car().figure == "52,398.45")  # of the 35 lines left
    QTest.mouseClick(first_car(), LEFT)
    assert content.session.questions == []


def test_proposed_numbers_come_with_the_words_of_the_tariff(opened: Open, qtbot: QtBot) -> None:
    content = opened(ITO)
    content.workspace.bar.rate.setText("155.6")
    content.workspace.bar.rate.editingFinished.emit()
    panel = content.workspace.questions
    row = panel.model.row_of("hts", "731816")
    assert row is not None
    panel.list.selectRow(row)
    button = answer_of(content, "7318160060")
    assert button.label.startswith("7318.16.0060  Other › Of stainless steel")
    QTest.mouseClick(button, LEFT)
    assert shown(content.workspace.table, 4, "hts") == "7318.16.0060"
    assert shown(content.workspace.table, 4, "state") == "Rated"


def test_a_digit_in_the_list_answers_for_all_lines_and_the_change_is_told(
    opened: Open, window: MainWindow, qtbot: QtBot
) -> None:
    content = opened()
    panel = content.workspace.questions
    panel.begin()
    QTest.keyClick(panel.list, Qt.Key.Key_9)
    assert panel.model.rowCount() == 1, "there is no ninth answer"
    content.session.set_lines("fact:passenger_vehicle_part", (0,), "no")
    assert panel.model.rowCount() == 2, "of the first line only one fact is open"
    QTest.keyClick(panel.list, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    told = window.statusBar().currentMessage()
    assert told.startswith("Answered “Neither” for 35 lines: duty 54,704.09 to 109,401.93 → ")
    assert panel.list.hasFocus(), "the next question waits for its digit"
    assert panel.card.title.text().startswith("Is it a part of a medium or heavy truck")
    QTest.keyClick(panel.list, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 0)
    content.session.undo.undo()
    assert window.statusBar().currentMessage() == "", "that answer is not given any more"


def test_enter_in_the_list_leads_to_the_answers(opened: Open, qtbot: QtBot) -> None:
    content = opened(ITO)
    panel = content.workspace.questions
    panel.begin()
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert panel.card.line.text.hasFocus()


def test_an_answer_may_be_for_the_selected_lines_alone(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    card, table = content.workspace.questions.card, content.workspace.table
    assert card.scope.isHidden()
    table.select_rows(range(3))
    assert not card.scope.isHidden()
    QTest.mouseClick(card.scope.selected, LEFT)
    assert answer_of(content, "car").figure == "6,899.25"
    press(content, "car")
    assert len(content.session.worksheet.edits()) == 2
    assert [shown(table, row, "state") for row in range(4)] == ["Rated", "Rated", "Rated", "Review"]
    assert "3 lines" in content.window.statusBar().currentMessage()


def test_assumptions_are_answered_like_questions(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    panel = content.workspace.questions
    QTest.mouseClick(panel.assumed_tab, LEFT)
    question = panel.model.question_at(0)
    assert question.kind == "fact"
    before = content.session.worksheet.rated.line(question.lines[0])
    assert question.id in {one.fact for one in before.assumptions}
    button = next(one for one in panel.card.choices.buttons if one.value != before.assumptions[0].value)
    QTest.mouseClick(button, LEFT)
    after = content.session.worksheet.rated.line(question.lines[0])
    assert question.id not in {one.fact for one in after.assumptions}
    assert content.session.undo.canUndo()


def test_lines_that_each_want_their_own_number_are_sent_to_the_table(opened: Open, qtbot: QtBot) -> None:
    content = opened(ITO)
    panel = content.workspace.questions
    row = panel.model.row_of("hts", "")
    assert row is not None
    panel.list.selectRow(row)
    assert panel.card.line.isHidden()
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert content.workspace.model.rowCount() == 5
    assert content.workspace.table.hasFocus()
