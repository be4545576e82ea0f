"""The find panel: a number of the tariff by words, for lines or to look around."""

from datetime import date

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from duty_desktop.gui.content import Content
from duty_desktop.gui.finding.candidates_model import ANCESTORS_ROLE, COLUMN_1, DUTY, NUMBER, RATE, WORDS
from duty_desktop.gui.finding.find_panel import FindPanel
from duty_desktop.gui.finding.searching import Searching
from duty_desktop.gui.finding.sought import Sought, Wish
from duty_desktop.gui.window import MainWindow
from tests.gui.conftest import ITO, PATIENCE_MS, Open, click_cell, shown

LEFT = Qt.MouseButton.LeftButton
FIND = Qt.Key.Key_F
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ENTRY_DATE = date(2026, 11, 23)
SPRING_WASHER = 5  # a line of the sample without a number: ばね座金 8mm


@pytest.fixture
def content(opened: Open) -> Content:
    """A shipment with lines that have no number, in dollars."""
    made = opened(ITO)
    made.workspace.bar.rate.setText("155.6")
    made.workspace.bar.rate.editingFinished.emit()
    return made


def panel_of(content: Content, qtbot: QtBot) -> FindPanel:
    panel = content.finding.panel
    assert panel is not None
    settle(panel, qtbot)
    return panel


def settle(panel: FindPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not panel.searching.is_running, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not panel.rates_lines, timeout=PATIENCE_MS)


def opened_for(content: Content, qtbot: QtBot, row: int) -> FindPanel:
    table = content.workspace.table
    click_cell(qtbot, table, row, "description")
    QTest.keyClick(table, FIND, CONTROL_SHIFT)
    return panel_of(content, qtbot)


def look_for(panel: FindPanel, qtbot: QtBot, words: str) -> None:
    panel.words.selectAll()
    QTest.keyClicks(panel.words, words)
    settle(panel, qtbot)


def numbers(panel: FindPanel) -> list[str]:
    return [panel.model.index(row, NUMBER).data() for row in range(panel.model.rowCount())]


def test_it_opens_with_the_description_of_the_line_and_finds_its_number(
    content: Content, qtbot: QtBot
) -> None:
    panel = opened_for(content, qtbot, SPRING_WASHER)
    assert panel.words.text() == "ばね座金 8mm"
    assert numbers(panel)[0].startswith("7318.21")
    washers = panel.model.index(numbers(panel).index("7318.21.0030"), WORDS)
    assert washers.data() == "Helical spring lock washers"
    assert washers.data(ANCESTORS_ROLE).endswith("› Spring washers and other lock washers")


def test_a_candidate_shows_what_the_line_would_owe(content: Content, qtbot: QtBot) -> None:
    panel = opened_for(content, qtbot, SPRING_WASHER)
    row = numbers(panel).index("7318.21.0030")
    rate, duty = (panel.model.index(row, column).data() for column in (RATE, DUTY))
    panel.table.select(row)
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert content.finding.panel is None
    table = content.workspace.table
    assert [shown(table, SPRING_WASHER, column) for column in ("rate", "duty")] == [rate, duty]


def test_a_rate_that_is_a_sentence_leaves_the_words_their_room(content: Content, qtbot: QtBot) -> None:
    panel = opened_for(content, qtbot, SPRING_WASHER)
    look_for(panel, qtbot, "8211.10")
    rate = panel.model.index(numbers(panel).index("8211.10.0000"), COLUMN_1)
    assert rate.data().startswith("The rate of duty applicable to")
    assert rate.data(Qt.ItemDataRole.ToolTipRole) == rate.data()
    assert panel.table.columnWidth(COLUMN_1) < panel.table.columnWidth(WORDS)


def test_words_arrow_and_enter_choose_a_number_and_undo_takes_it_back(content: Content, qtbot: QtBot) -> None:
    panel = opened_for(content, qtbot, SPRING_WASHER)
    look_for(panel, qtbot, "rivets of steel")
    QTest.keyClick(panel.words, Qt.Key.Key_Down)
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    table = content.workspace.table
    assert shown(table, SPRING_WASHER, "hts") == "7318.23.0000"
    assert "7318.23.0000 for 1 line" in content.window.statusBar().currentMessage()
    content.session.undo.undo()
    assert shown(table, SPRING_WASHER, "hts") == ""


def test_enter_in_the_words_takes_the_first_candidate(content: Content, qtbot: QtBot) -> None:
    panel = opened_for(content, qtbot, SPRING_WASHER)
    first = numbers(panel)[0]
    QTest.keyClick(panel.words, Qt.Key.Key_Return)
    assert shown(content.workspace.table, SPRING_WASHER, "hts") == first


def test_all_selected_lines_get_the_number(content: Content, qtbot: QtBot) -> None:
    table = content.workspace.table
    table.select_rows([SPRING_WASHER, 11])
    QTest.keyClick(table, FIND, CONTROL_SHIFT)
    panel = panel_of(content, qtbot)
    assert panel.take.text() == "&Use for 2 lines"
    chosen = numbers(panel)[0]
    QTest.mouseClick(panel.take, LEFT)
    assert [shown(table, row, "hts") for row in (SPRING_WASHER, 11)] == [chosen, chosen]


def test_a_double_click_chooses(content: Content, qtbot: QtBot) -> None:
    panel = opened_for(content, qtbot, SPRING_WASHER)
    second = numbers(panel)[1]
    place = panel.table.visualRect(panel.model.index(1, WORDS)).center()
    QTest.mouseClick(panel.table.viewport(), LEFT, pos=place)
    QTest.mouseDClick(panel.table.viewport(), LEFT, pos=place)
    assert shown(content.workspace.table, SPRING_WASHER, "hts") == second


def test_an_answer_in_the_tariffs_words_narrows_the_candidates(content: Content, qtbot: QtBot) -> None:
    panel = opened_for(content, qtbot, SPRING_WASHER)
    whole = numbers(panel)
    answer = panel.questions.answers.buttons[0]
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_1)
    assert set(numbers(panel)) < set(whole)
    assert answer.figure == f"{len(numbers(panel))} numbers"
    QTest.mouseClick(panel.questions.all, LEFT)
    assert numbers(panel) == whole


def test_a_japanese_number_leads_to_the_us_numbers_below_its_six_digits(
    content: Content, qtbot: QtBot
) -> None:
    worksheet = content.session.worksheet
    row = next(line for line in range(len(worksheet)) if worksheet.table.hts_text[line] == "7604.29-000")
    panel = opened_for(content, qtbot, row)
    assert panel.hint.text() == "7604.29"
    assert "nine digits" in panel.told.text()
    assert numbers(panel)[0].startswith("7604.29")


def test_digits_typed_as_words_look_around_in_the_tariff(content: Content, qtbot: QtBot) -> None:
    panel = opened_for(content, qtbot, SPRING_WASHER)
    look_for(panel, qtbot, "8708.30")
    assert numbers(panel)
    assert all(number.startswith("8708.30") for number in numbers(panel))


def test_digits_of_full_width_are_digits(content: Content, qtbot: QtBot) -> None:
    panel = opened_for(content, qtbot, SPRING_WASHER)
    panel.words.setText("８７０８．３０")
    settle(panel, qtbot)
    assert numbers(panel)[0].startswith("8708.30")


def test_a_number_that_is_gone_leads_to_what_took_its_place(content: Content, qtbot: QtBot) -> None:
    panel = opened_for(content, qtbot, SPRING_WASHER)
    look_for(panel, qtbot, "8415.90.8025")
    assert "was in the tariff until" in panel.told.text()
    assert numbers(panel)[0].startswith("8415.90.80")


def test_a_statistical_number_beside_it_becomes_a_candidate(content: Content, qtbot: QtBot) -> None:
    panel = opened_for(content, qtbot, SPRING_WASHER)
    look_for(panel, qtbot, "hexagon bolts M8")
    known = {one.number for one in panel.model.candidates}
    row, beside = next(
        (row, other)
        for row, one in enumerate(panel.model.candidates)
        for other in one.breakouts
        if other not in known
    )
    panel.table.select(row)
    assert f"number:{beside}" in panel.page.toHtml()
    panel.page.anchorClicked.emit(QUrl(f"number:{beside}"))
    assert panel.chosen is not None
    assert panel.chosen.number == beside


def test_words_that_mean_nothing_are_told(content: Content, qtbot: QtBot) -> None:
    panel = opened_for(content, qtbot, SPRING_WASHER)
    look_for(panel, qtbot, "qqzzxx")
    assert panel.model.rowCount() == 0
    assert "Nothing in the tariff fits" in panel.state.text()
    assert not panel.take.isEnabled()


def test_what_an_input_method_commits_is_looked_for(content: Content, qtbot: QtBot) -> None:
    panel = opened_for(content, qtbot, SPRING_WASHER)
    before = numbers(panel)
    panel.words.selectAll()
    composing = QInputMethodEvent("ぶれーき", [])
    QApplication.sendEvent(panel.words, composing)
    settle(panel, qtbot)
    assert numbers(panel) == before, "nothing is committed yet"
    committed = QInputMethodEvent("", [])
    committed.setCommitString("自動車用ブレーキパッド")
    QApplication.sendEvent(panel.words, committed)
    QApplication.processEvents()
    settle(panel, qtbot)
    assert numbers(panel)[0].startswith("8708.30")


def test_a_half_typed_word_finds_what_it_begins_at_every_key(content: Content, qtbot: QtBot) -> None:
    panel = opened_for(content, qtbot, SPRING_WASHER)
    panel.words.selectAll()
    for key in "brake":
        QTest.keyClicks(panel.words, key)
        settle(panel, qtbot)
        if len(panel.words.text()) > 2:
            assert numbers(panel)[0].startswith("8708.30")
            assert "Not understood" not in panel.state.text()
    committed = QInputMethodEvent("", [])
    panel.words.clear()
    committed.setCommitString("自動車用ブレー")
    QApplication.sendEvent(panel.words, committed)
    QApplication.processEvents()
    settle(panel, qtbot)
    assert numbers(panel)[0].startswith("8708.30")


def test_a_space_behind_a_word_says_that_it_is_whole(content: Content, qtbot: QtBot) -> None:
    panel = opened_for(content, qtbot, SPRING_WASHER)
    look_for(panel, qtbot, "bra")
    assert numbers(panel)
    QTest.keyClicks(panel.words, " ")
    settle(panel, qtbot)
    assert numbers(panel) == []
    assert "Not understood: bra" in panel.state.text()


def test_the_question_about_missing_numbers_opens_it_for_selected_lines(
    content: Content, qtbot: QtBot
) -> None:
    questions = content.workspace.questions
    row = questions.model.row_of("hts", "")
    assert row is not None
    questions.list.selectRow(row)
    content.workspace.table.select_rows([SPRING_WASHER, 11])
    QTest.mouseClick(questions.card.finds, LEFT)
    panel = panel_of(content, qtbot)
    assert panel.words.text() == "ばね座金 8mm"


def test_the_explanation_opens_it(content: Content, qtbot: QtBot) -> None:
    click_cell(qtbot, content.workspace.table, SPRING_WASHER, "description")
    page = content.workspace.explanation.page
    qtbot.waitUntil(lambda: 'href="find:"' in page.toHtml())
    page.anchorClicked.emit(QUrl("find:"))
    assert panel_of(content, qtbot).words.text() == "ばね座金 8mm"


def test_without_a_shipment_a_number_is_copied(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, FIND, CONTROL_SHIFT)
    panel = panel_of(window.content, qtbot)
    assert panel.take.isHidden()
    look_for(panel, qtbot, "green tea")
    QTest.keyClick(panel.words, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == numbers(panel)[0]
    assert numbers(panel)[0].startswith("0902")


def test_esc_closes_it_and_changes_nothing(content: Content, qtbot: QtBot) -> None:
    steps = content.session.undo.count()
    panel = opened_for(content, qtbot, SPRING_WASHER)
    QTest.keyClick(panel.words, Qt.Key.Key_Escape)
    assert content.finding.panel is None
    assert content.session.undo.count() == steps


def test_only_the_last_of_what_was_typed_meanwhile_is_answered(window: MainWindow, qtbot: QtBot) -> None:
    searching, answers = Searching(window), list[Sought]()
    searching.found.connect(answers.append)
    wishes = [Wish(window.content.law, "green tea"[:length], "", ENTRY_DATE) for length in range(1, 10)]
    for wish in wishes:
        searching.ask(wish)
    qtbot.waitUntil(lambda: not searching.is_running, timeout=PATIENCE_MS)
    assert [answer.wish for answer in answers] == [wishes[-1]]
