"""A window without much room: nothing may take turns for ever."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from duty_desktop.gui.texts import ENGLISH, JAPANESE
from duty_desktop.gui.views.answer_button import AnswerButton
from duty_desktop.gui.views.bars import BarButton
from tests.gui.conftest import ITO, KANTO, Open


@pytest.mark.parametrize("language", [ENGLISH, JAPANESE])
def test_the_answers_of_a_line_need_no_scroll_bar(opened: Open, qtbot: QtBot, language: str) -> None:
    content = opened(KANTO)
    content.window.resize(1280, 800)
    content.window.program.set_language(language)
    content.workspace.table.go_to_line(0)
    needs = content.workspace.explanation.needs
    seen = needs.parentWidget()
    assert seen is not None
    qtbot.waitUntil(lambda: needs.isVisible() and seen.height() == needs.height())
    lowest = max(needs.findChildren(AnswerButton), key=lambda button: button.geometry().bottom())
    assert lowest.value == "neither"
    assert not lowest.visibleRegion().isEmpty()


def test_the_totals_settle_at_every_height(opened: Open) -> None:
    content = opened(KANTO)
    content.window.program.set_language(JAPANESE)
    totals = content.workspace.totals
    for height in range(300, 480, 6):
        content.workspace.below.height_asked.emit(sum(content.workspace.down.sizes()) - height)
        QApplication.processEvents()
        room = totals.area.verticalScrollBar().sizeHint().width()
        assert totals.duty.width() < totals.width() - room


def test_no_figure_of_the_totals_is_cut_off_when_figures_grow(opened: Open) -> None:
    content = opened(ITO)
    window, totals = content.window, content.workspace.totals
    window.program.set_language(JAPANESE)
    window.resize(1100, 700)
    content.workspace.bar.rate.setText("155.6")
    content.workspace.bar.rate.editingFinished.emit()
    QApplication.processEvents()
    QApplication.processEvents()
    page = totals.area.widget()
    assert page is not None
    assert page.minimumSizeHint().width() <= totals.area.viewport().width()


def test_a_bar_has_the_height_of_its_lines_and_claims_no_more(opened: Open) -> None:
    content = opened(ITO)
    window, totals = content.window, content.workspace.totals
    window.program.set_language(JAPANESE)
    content.workspace.bar.rate.setText("155.6")
    content.workspace.bar.rate.editingFinished.emit()
    QApplication.processEvents()
    page = totals.area.widget()
    assert page is not None
    bars = page.findChildren(BarButton)
    heights = {bar.height() for bar in bars}
    assert len(heights) > 1, "one bar needs two lines"
    assert all(bar.height() == bar.heightForWidth(bar.width()) for bar in bars)
    assert page.minimumSizeHint().height() <= page.heightForWidth(page.width())


@pytest.mark.parametrize("language", [ENGLISH, JAPANESE])
def test_the_three_answers_of_a_question_need_no_scroll_bar(
    opened: Open, qtbot: QtBot, language: str
) -> None:
    content = opened(KANTO)
    content.window.resize(1280, 800)
    content.window.program.set_language(language)
    card = content.workspace.questions.card
    area = card.findChild(QScrollArea)
    assert area is not None
    qtbot.waitUntil(lambda: len(card.choices.buttons) == 3 and area.verticalScrollBar().maximum() == 0)


@pytest.mark.parametrize("language", [ENGLISH, JAPANESE])
def test_what_an_estimate_is_stays_in_sight_below_the_totals(opened: Open, language: str) -> None:
    content = opened(ITO)
    content.window.resize(1280, 800)
    content.window.program.set_language(language)
    QApplication.processEvents()
    totals = content.workspace.totals
    link = next(one for one in totals.findChildren(QLabel) if 'href="limits"' in one.text())
    assert totals.area.verticalScrollBar().maximum() > 0, "the figures above do not all fit"
    assert link.visibleRegion().boundingRect() == link.rect()
    assert link.height() >= link.heightForWidth(link.width())


@pytest.mark.parametrize("language", [ENGLISH, JAPANESE])
def test_the_window_fits_a_screen_of_1920_by_1080_at_twice_the_size(opened: Open, language: str) -> None:
    content = opened(KANTO)
    content.window.program.set_language(language)
    content.workspace.table.go_to_line(0)
    QApplication.processEvents()
    least = content.window.minimumSizeHint()
    assert least.width() <= 960
    assert least.height() <= 540
