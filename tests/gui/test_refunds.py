"""What may be refunded stands among the totals, with its legal source."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from duty_desktop.gui.content import Content
from duty_desktop.gui.formats import money_range
from duty_desktop.gui.program import Program
from duty_desktop.gui.texts import JAPANESE
from duty_desktop.gui.views.refunds_box import RefundsBox
from tests.gui.conftest import KANTO, Open

IN_FORCE, ENDED = date(2025, 10, 15), date(2026, 11, 23)


def enter_on(content: Content, day: date) -> None:
    session = content.session
    session.set_shipment(replace(session.worksheet.shipment, entry_date=day))
    QApplication.processEvents()


def shown_texts(content: Content) -> list[str]:
    box = content.workspace.totals.findChild(RefundsBox)
    assert box is not None
    return [label.text() for label in box.findChildren(QLabel) if label.isVisible()]


def test_the_refund_is_shown_with_its_measure_and_source_on_days_that_have_one(opened: Open) -> None:
    content = opened(KANTO)
    enter_on(content, ENDED)
    assert shown_texts(content) == []
    enter_on(content, IN_FORCE)
    (refund,) = content.session.worksheet.refunds()
    texts = shown_texts(content)
    assert money_range(refund.least_cents, refund.most_cents) in texts
    assert refund.least_cents > 0
    assert any(refund.title.en in text for text in texts)
    assert any(all(source.cite in text for source in refund.sources) for text in texts)


def test_the_refund_follows_every_answer_and_its_undo(opened: Open) -> None:
    content = opened(KANTO)
    enter_on(content, IN_FORCE)
    before = shown_texts(content)
    content.session.answer(content.session.questions[0], "yes")
    (refund,) = content.session.worksheet.refunds()
    assert money_range(refund.least_cents, refund.most_cents) in shown_texts(content)
    assert shown_texts(content) != before
    content.session.undo.undo()
    assert shown_texts(content) == before


def test_its_measure_leads_to_the_schedule_and_its_words_to_japanese(
    opened: Open, program: Program, qtbot: QtBot
) -> None:
    content = opened(KANTO)
    enter_on(content, IN_FORCE)
    program.set_language(JAPANESE)
    qtbot.waitUntil(lambda: any("還付対象額" in text for text in shown_texts(content)))
    measure = next(
        label
        for label in content.workspace.totals.findChildren(QLabel)
        if 'href="ieepa-reciprocal"' in label.text() and label.isVisible()
    )
    measure.linkActivated.emit("ieepa-reciprocal")
    page = content.schedule.page
    assert page is not None
    assert content.schedule.is_shown
    assert "IEEPA相互関税" in page.page.toPlainText()
