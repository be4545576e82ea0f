"""The page "Schedule": the law of a day, searched, compared, and reached from an explanation."""

import pytest
from PySide6.QtCore import QDate, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextBrowser
from pytestqt.qtbot import QtBot

from duty_desktop.gui.content import Content
from duty_desktop.gui.program import Program
from duty_desktop.gui.schedule.entries import View
from duty_desktop.gui.schedule.page import SchedulePage
from duty_desktop.gui.texts import JAPANESE, language
from duty_desktop.gui.window import MainWindow
from duty_desktop.tariff.nomenclature import Nomenclature
from tests.gui.conftest import MIXED, PATIENCE_MS, Open, click_cell

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: MainWindow) -> SchedulePage:
    """The page in a window without a shipment, on a day within the law known."""
    QTest.keyClick(window, Qt.Key.Key_L, CONTROL)
    shown = window.content.schedule.page
    assert shown is not None
    shown.bar.on.setDate(QDate(2026, 9, 30))
    shown.show_law()
    return shown


def titles(page: SchedulePage) -> list[str]:
    return [entry.title for entry in page.list.entries]


def look_for(page: SchedulePage, qtbot: QtBot, words: str) -> None:
    before = page.list.entries
    page.bar.words.selectAll()
    QTest.keyClicks(page.bar.words, words)
    qtbot.waitUntil(lambda: page.list.entries is not before, timeout=PATIENCE_MS)


def follow(browser: QTextBrowser, link: str) -> None:
    assert link in browser.toHtml()
    browser.anchorClicked.emit(QUrl(link))


def test_the_page_is_made_when_first_asked_for(window: MainWindow) -> None:
    assert window.content.schedule.page is None
    window.actions_["schedule"].trigger()
    assert window.stack.currentWidget() is window.content.schedule.page


def test_the_measures_in_force_on_a_day_are_listed(page: SchedulePage) -> None:
    assert "Section 301: forced labor" in titles(page)
    assert "Section 122 import surcharge" not in titles(page)
    page.bar.on.setDate(QDate(2026, 7, 23))
    page.show_law()
    assert "Section 301: forced labor" not in titles(page)
    assert any("Section 122" in title for title in titles(page))


def test_a_measure_is_told_with_rules_words_and_sources(page: SchedulePage) -> None:
    assert page.list.choose("autos-vehicles")
    text = page.page.toPlainText()
    for said in (
        "9903.94.41",
        "15% in total",
        "(9903.94.40 where column 1 reaches it)",
        "“Passenger vehicles and light trucks that are products of Japan",
        "HTS 2026 Revision 10",
        "in force from 2025-09-16",
        "Executive Order 14345, 90 FR 43535",
        "auto-vehicles: 17 numbers",
    ):
        assert said in text


def test_a_heading_of_a_later_revision_has_its_official_words(page: SchedulePage) -> None:
    page.list.choose("section-301-forced-labor")
    text = page.page.toPlainText()
    assert "column 1 less than 12.5 percent" in text
    assert "HTS 2026 Revision 13" in text


def test_words_of_the_program_are_not_taken_for_the_tariffs(
    page: SchedulePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Nomenclature, "official_words", lambda *_: None)
    page.list.choose("section-301-forced-labor")
    assert "does not print 9903.05.49, 9903.05.48 yet" in page.page.toPlainText()


def test_the_numbers_of_a_list_are_shown_when_asked_for(page: SchedulePage) -> None:
    page.list.choose("autos-vehicles")
    assert "8703.23.01" not in page.page.toPlainText()
    follow(page.page, "list:auto-vehicles")
    assert "8703.23.01" in page.page.toPlainText()
    follow(page.page, "list:auto-vehicles")
    assert "8703.23.01" not in page.page.toPlainText()


def test_words_find_the_rules_that_hold_them(page: SchedulePage, qtbot: QtBot) -> None:
    look_for(page, qtbot, "thermal imaging")
    assert titles(page) == ["Section 232: unmanned aircraft systems"]
    assert "9903.08.21" in page.page.toPlainText()
    assert "9903.08.22" not in page.page.toPlainText()


def test_the_beginning_of_a_heading_finds_its_rules(page: SchedulePage, qtbot: QtBot) -> None:
    look_for(page, qtbot, "9903.74")
    assert len(titles(page)) == 3
    assert all("medium and heavy" in title or "certified" in title for title in titles(page))


def test_a_number_shows_its_lists_its_rates_and_the_measures_on_all_goods(
    page: SchedulePage, qtbot: QtBot
) -> None:
    look_for(page, qtbot, "8708.30.5090")
    assert titles(page) == [
        "8708.30.5090 in the lists",
        "Section 232: parts of passenger vehicles and light trucks",
        "Section 232: parts of medium and heavy vehicles and buses",
    ]
    text = page.page.toPlainText()
    for said in ("Brakes and servo-brakes", "Column 1: 2.5%", "auto-parts names 8708.30", "note 33(g)"):
        assert said in text
    assert "Section 301: forced labor" in text


def test_what_nothing_holds_is_told(page: SchedulePage, qtbot: QtBot) -> None:
    look_for(page, qtbot, "zeppelin")
    assert titles(page) == []
    assert page.page.toPlainText() == "Nothing in this view holds these words."


def test_the_next_changes_are_told_day_by_day(page: SchedulePage) -> None:
    page.tabs.setCurrentIndex(list(View).index(View.NEXT))
    assert titles(page)[:3] == ["From 2026-12-04", "From 2027-01-01", "From 2027-02-09"]
    assert "polysilicon/wafers" in page.page.toPlainText()
    page.list.setCurrentRow(1)
    assert "goods of Japan stay at 15%" in page.page.toPlainText()
    page.list.setCurrentRow(2)
    assert "Annex III of Proclamation 11055" in page.page.toPlainText()


def test_two_days_are_compared(page: SchedulePage) -> None:
    page.tabs.setCurrentIndex(list(View).index(View.BETWEEN))
    assert page.bar.earlier.isVisible()
    page.bar.earlier.setDate(QDate(2026, 9, 28))
    page.show_law()
    page.list.setCurrentRow(3)
    assert titles(page)[3].startswith("Lists that change: ")
    assert "pharmaceuticals" in page.page.toPlainText()


def test_a_source_leads_to_its_rules_and_a_rule_to_its_measure(page: SchedulePage) -> None:
    page.list.choose("quartz")
    follow(page.page, "source:proclamation-11051")
    assert page.tabs.tabText(page.tabs.currentIndex()) == "Sources"
    assert "rest on it" in page.page.toPlainText()
    follow(page.page, "measure:quartz/99034530")
    assert page.tabs.tabText(page.tabs.currentIndex()) == "In force"
    assert page.list.entries[page.list.currentRow()].key == "quartz"


def test_a_link_to_a_measure_that_is_not_law_on_the_day_goes_to_its_first_day(page: SchedulePage) -> None:
    page.tabs.setCurrentIndex(list(View).index(View.NEXT))
    follow(page.page, "measure:polysilicon/")
    assert page.bar.on.date() == QDate(2026, 12, 4)
    assert "minimum import price" in page.page.toPlainText()


def test_coverage_and_the_day_of_the_law_are_told(page: SchedulePage) -> None:
    page.tabs.setCurrentIndex(list(View).index(View.COVERAGE))
    text = page.page.toPlainText()
    assert "2026-10-09" in text
    assert "2025 Basic Edition, 2025-01-01" in text
    assert not page.notice.isVisible()
    page.bar.on.setDate(QDate(2026, 11, 23))
    page.show_law()
    assert page.notice.isVisible()
    assert "check for newer proclamations" in page.notice.text()


def test_a_heading_of_an_explanation_leads_to_its_place(
    opened: Open, window: MainWindow, qtbot: QtBot
) -> None:
    content = opened(MIXED)
    _explain(content, qtbot)
    browser = content.workspace.explanation.page
    follow(browser, "law:autos-vehicles/99039441")
    page = content.schedule.page
    assert page is not None
    assert window.stack.currentWidget() is page
    assert page.list.entries[page.list.currentRow()].key == "autos-vehicles"
    entry = content.session.worksheet.shipment.entry_date
    assert page.bar.day_on == entry


def test_escape_goes_back_to_the_shipment_as_it_was(opened: Open, window: MainWindow) -> None:
    content = opened(MIXED)
    assert content.banner.isVisible()
    content.workspace.table.setFocus()
    window.actions_["schedule"].trigger()
    assert not content.banner.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.stack.currentWidget() is content.workspace
    assert content.banner.isVisible()
    assert content.workspace.table.hasFocus()


def test_nothing_edits_the_lines_while_the_page_hides_them(opened: Open, window: MainWindow) -> None:
    content = opened(MIXED)
    before = content.session.worksheet.text("description", 0)
    window.actions_["schedule"].trigger()
    assert content.schedule.page is not None
    content.schedule.page.list.setFocus()
    QTest.keyClick(content.schedule.page.list, Qt.Key.Key_Delete)
    assert content.session.worksheet.text("description", 0) == before
    assert not window.actions_["clear"].isEnabled()
    assert window.actions_["save"].isEnabled()
    content.schedule.back()
    assert window.actions_["clear"].isEnabled()


def test_a_key_that_goes_to_the_lines_leaves_the_page(opened: Open, window: MainWindow) -> None:
    content = opened(MIXED)
    window.actions_["schedule"].trigger()
    window.actions_["to-lines"].trigger()
    assert window.stack.currentWidget() is content.workspace
    assert content.workspace.table.hasFocus()


def test_find_puts_the_keyboard_into_the_search(page: SchedulePage) -> None:
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_F, CONTROL)
    assert page.bar.words.hasFocus()


def test_arrow_down_leads_from_the_search_to_what_was_found(page: SchedulePage) -> None:
    page.begin()
    QTest.keyClick(page.bar.words, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    before = page.list.currentRow()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.list.currentRow() == before + 1


def test_the_page_speaks_japanese(page: SchedulePage, program: Program) -> None:
    program.set_language(JAPANESE)
    QApplication.processEvents()
    assert page.tabs.tabText(0) == "有効な措置"
    assert "301条：強制労働" in titles(page)
    page.list.choose("section-301-forced-labor")
    assert "合計12.5%" in page.page.toPlainText()
    assert "注52" in page.page.toPlainText()


def _explain(content: Content, qtbot: QtBot) -> None:
    click_cell(qtbot, content.workspace.table, 0, "hts")
    page = content.workspace.explanation.page
    qtbot.waitUntil(lambda: page.toPlainText().startswith("Line 1 "), timeout=PATIENCE_MS)


def test_a_page_out_of_sight_takes_the_language_when_it_is_shown_again(
    page: SchedulePage, window: MainWindow, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    show_law = SchedulePage.show_law

    def watched(page: SchedulePage, key: str = "") -> None:
        asked.append(language())
        show_law(page, key)

    monkeypatch.setattr(SchedulePage, "show_law", watched)
    window.content.schedule.back()
    program.set_language(JAPANESE)
    QApplication.processEvents()
    assert asked == []
    window.actions_["schedule"].trigger()
    assert asked == [JAPANESE]
    assert page.tabs.tabText(0) == "有効な措置"
