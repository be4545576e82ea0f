"""The explanation: what it says of a line, its links, and as plain text."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from duty_desktop.gui.content import Content
from tests.gui.conftest import MIXED, PATIENCE_MS, Open, click_cell, shown


def page_of(qtbot: QtBot, content: Content, row: int) -> str:
    click_cell(qtbot, content.workspace.table, row, "hts")
    wanted = f"Line {content.workspace.model.line_at(row) + 1} "
    page = content.workspace.explanation.page
    qtbot.waitUntil(lambda: page.toPlainText().startswith(wanted), timeout=PATIENCE_MS)
    return page.toPlainText()


def test_a_line_is_explained_with_heading_words_source_and_arithmetic(opened: Open, qtbot: QtBot) -> None:
    text = page_of(qtbot, opened(MIXED), 0)
    for said in (
        "8703.40.0010",
        "5,503.09",
        "Column 1 general: 2.5%",
        "9903.94.41",
        "“Passenger vehicles and light trucks that are products of Japan",
        "Executive Order 14345, 90 FR 43535",
        "in force from 2025-09-16",
        "36,687.24 × 15% = 5,503.09 in total",
        "Not applied, and why",
        "Assumed, because nobody declared it",
    ):
        assert said in text


def test_official_words_open_to_their_full_length(opened: Open, qtbot: QtBot) -> None:
    content = opened(MIXED)
    short = page_of(qtbot, content, 0)
    assert "subdivision (m) of U.S. note 33" not in short
    link = content.workspace.explanation.page.toHtml().split('href="words:')[1].split('"')[0]
    content.workspace.explanation.page.anchorClicked.emit(QUrl(f"words:{link}"))
    assert "subdivision (m) of U.S. note 33" in content.workspace.explanation.page.toPlainText()


def test_an_outcome_can_be_declared_from_its_branch(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    text = page_of(qtbot, content, 0)
    assert "Depending on the answers" in text
    content.workspace.explanation.page.anchorClicked.emit(QUrl("branch:1"))
    assert content.session.worksheet.table.facts[0] == {"passenger_vehicle_part": "no", "mhdv_part": "yes"}
    assert shown(content.workspace.table, 0, "duty") == "4,884.00"


def test_what_if_shows_the_duty_of_every_answer_and_declares_one_by_a_click(
    opened: Open, qtbot: QtBot
) -> None:
    content = opened(MIXED)
    text = page_of(qtbot, content, 0)
    about = text[text.index("What if") :]
    assert "assumed" in about
    facts = {one.fact: one for one in content.session.worksheet.what_if(0)}
    kind = facts["passenger_vehicle_or_light_truck"]
    other = next(answer for answer in kind.question.answers if answer.value != kind.value)
    assert f"{other.duty_min_cents / 100:,.2f}" in about
    link = f"what-if:passenger_vehicle_or_light_truck={other.value}"
    content.workspace.explanation.page.anchorClicked.emit(QUrl(link))
    assert shown(content.workspace.table, 0, "duty") == f"{other.duty_min_cents / 100:,.2f}"
    again = {one.fact: one for one in content.session.worksheet.what_if(0)}
    assert again["passenger_vehicle_or_light_truck"].declared
    QTest.keyClick(content.workspace.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown(content.workspace.table, 0, "duty") == "5,503.09"


def test_what_if_changes_all_facts_of_a_group_in_one_step(opened: Open, qtbot: QtBot) -> None:
    content = opened()
    content.session.answer(content.session.questions[0], "car")
    page_of(qtbot, content, 0)
    page = content.workspace.explanation.page
    qtbot.waitUntil(lambda: "What if" in page.toPlainText())
    assert "Car or light truck (declared)" in page.toPlainText()
    assert "4,884.00" in page.toPlainText()
    content.workspace.explanation.page.anchorClicked.emit(QUrl("what-if:vehicle_part_use=truck"))
    assert content.session.worksheet.table.facts[0] == {"passenger_vehicle_part": "no", "mhdv_part": "yes"}
    assert shown(content.workspace.table, 0, "duty") == "4,884.00"
    assert content.session.undo.count() == 2


def test_an_explanation_is_copied_as_plain_words(opened: Open, qtbot: QtBot) -> None:
    content = opened(MIXED)
    page_of(qtbot, content, 0)
    content.workspace.explanation.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("8703.40.0010")
    assert "Entered value: 36,687.24" in copied


def test_a_finding_of_the_reading_leads_to_its_line(opened: Open, qtbot: QtBot) -> None:
    from tests.gui.conftest import ITO

    content = opened(ITO)
    banner = content.banner
    assert banner.isVisible()
    assert "7604.29-000 has nine digits" in banner.first.text()
    banner.first.linkActivated.emit("0")
    table = content.session.worksheet.table
    assert table.row[content.workspace.table.current_line] == 35


def test_the_banner_is_put_away_by_its_button(opened: Open) -> None:
    content = opened()
    QTest.qWait(1)
    content.banner.hide_button.click()
    assert not content.banner.isVisible()
