"""Numbers for all lines at once: proposals that a person confirms or rejects, the rest is asked."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt, QThreadPool, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from duty_desktop.describe.parts_book import parts_book_path
from duty_desktop.document import open_document
from duty_desktop.estimate.proposals import PROPOSED
from duty_desktop.estimate.result import Status
from duty_desktop.gui.content import Content
from duty_desktop.gui.finding import whole_commands
from duty_desktop.gui.finding.numbers_dialog import NumbersDialog
from duty_desktop.gui.finding.numbers_found import Kind
from duty_desktop.gui.finding.numbers_tree import DUTY, WHY
from duty_desktop.gui.formats import money
from duty_desktop.gui.program import Program
from duty_desktop.gui.settings import NUMBERS_FROM
from duty_desktop.gui.texts import JAPANESE
from tests.gui.conftest import ITO, PATIENCE_MS, Open, click_cell, shown

FOUND_BELOW = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
LEFT = Qt.MouseButton.LeftButton
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def content(opened: Open) -> Content:
    made = opened(ITO)
    made.workspace.bar.rate.setText("155.6")
    made.workspace.bar.rate.editingFinished.emit()
    return made


def dialog_of(content: Content) -> NumbersDialog:
    dialog = content.finding.whole.dialog
    assert dialog is not None
    return dialog


def opened_dialog(content: Content) -> NumbersDialog:
    QTest.keyClick(content.workspace.table, Qt.Key.Key_N, CONTROL_SHIFT)
    return dialog_of(content)


@pytest.fixture
def found(content: Content, qtbot: QtBot) -> NumbersDialog:
    """The dialog after a search that proposes nearly everything."""
    dialog = opened_dialog(content)
    dialog.least.setValue(30)
    search(content, dialog, qtbot)
    return dialog


def search(content: Content, dialog: NumbersDialog, qtbot: QtBot) -> None:
    QTest.mouseClick(dialog.search, LEFT)
    qtbot.waitUntil(lambda: not content.jobs.is_running, timeout=PATIENCE_MS)


def first_proposal(dialog: NumbersDialog) -> QTreeWidgetItem:
    """The item of the first group to confirm: its title is the first of all."""
    title = dialog.tree.topLevelItem(0)
    item = title.child(0) if title is not None else None
    assert item is not None
    return item


def proposed_lines(content: Content) -> list[int]:
    return sorted(content.session.worksheet.proposals)


def test_before_the_search_the_empty_list_says_what_to_do(content: Content, qtbot: QtBot) -> None:
    dialog = opened_dialog(content)
    without = sum(not number for number in content.session.worksheet.table.hts)
    assert dialog.empty.text().startswith(f"{without} lines have no HTS number.")
    search(content, dialog, qtbot)
    assert not dialog.empty.isVisible()


def test_numbers_are_filled_in_as_proposals_in_one_step(found: NumbersDialog, content: Content) -> None:
    lines = proposed_lines(content)
    assert lines
    table, worksheet = content.workspace.table, content.session.worksheet
    assert all(worksheet.line(line).status is Status.REVIEW for line in lines)
    assert shown(table, lines[0], "hts").endswith("?")
    assert shown(table, lines[0], "state") == "Proposed"
    assert f"{len(lines)} numbers proposed" in content.window.statusBar().currentMessage()
    content.session.undo.undo()
    assert proposed_lines(content) == []


def test_only_what_is_sure_enough_is_filled_in_and_the_bound_is_remembered(
    content: Content, qtbot: QtBot
) -> None:
    dialog = opened_dialog(content)
    dialog.least.setValue(99)
    search(content, dialog, qtbot)
    assert proposed_lines(content) == []
    assert NUMBERS_FROM.get() == "99"
    asked = [line for group in dialog.groups() if group.kind is Kind.ASKED for line in group.lines]
    worksheet = content.session.worksheet
    without = [line for line in range(len(worksheet)) if not worksheet.table.hts[line]]
    assert set(without) <= set(asked)


def test_the_questions_count_the_proposals_and_confirm_them_at_once(
    found: NumbersDialog, content: Content
) -> None:
    count = len(proposed_lines(content))
    panel = content.workspace.questions
    row = panel.model.row_of(PROPOSED, "")
    assert row is not None
    panel.list.selectRow(row)
    assert panel.card.title.text() == f"{count} proposed numbers to confirm."
    QTest.keyClick(panel.list, Qt.Key.Key_1)
    assert proposed_lines(content) == []
    assert panel.model.row_of(PROPOSED, "") is None
    content.session.undo.undo()
    assert len(proposed_lines(content)) == count


def test_one_group_is_confirmed_and_the_others_wait(found: NumbersDialog, content: Content) -> None:
    before = proposed_lines(content)
    item = first_proposal(found)
    found.tree.setCurrentItem(item)
    ((group, lines),) = found.tree.chosen()
    QTest.mouseClick(found.confirm, LEFT)
    worksheet = content.session.worksheet
    assert proposed_lines(content) == sorted(set(before) - set(lines))
    assert all(worksheet.text("hts", line) == group.number for line in lines)


def test_the_reasons_stand_apart_from_the_figures_before_them(found: NumbersDialog) -> None:
    tree = found.tree
    cell = tree.visualItemRect(first_proposal(found))
    tree.clearSelection()
    left = tree.header().sectionViewportPosition(WHY)
    image = tree.viewport().grab().toImage()
    gap = {
        image.pixelColor(x, y).name()
        for x in range(left, left + 12)
        for y in range(cell.top(), cell.bottom())
    }
    assert len(gap) == 1, "nothing but ground"


def test_a_rejected_proposal_leaves_the_line_as_it_was_read(found: NumbersDialog, content: Content) -> None:
    before = proposed_lines(content)
    found.tree.setCurrentItem(first_proposal(found))
    ((_, lines),) = found.tree.chosen()
    QTest.keyClick(found.tree, Qt.Key.Key_Delete)
    assert proposed_lines(content) == sorted(set(before) - set(lines))
    assert not any(content.session.worksheet.is_edited("hts", line) for line in lines)


def test_all_proposals_are_confirmed_by_one_button(found: NumbersDialog, content: Content) -> None:
    lines = proposed_lines(content)
    QTest.mouseClick(found.confirm_all, LEFT)
    assert proposed_lines(content) == []
    assert all(content.session.worksheet.is_edited("hts", line) for line in lines)
    assert not found.confirm_all.isEnabled()


def test_another_number_is_found_from_a_group(found: NumbersDialog, content: Content, qtbot: QtBot) -> None:
    found.tree.setCurrentItem(first_proposal(found))
    ((_, lines),) = found.tree.chosen()
    QTest.keyClick(found.tree, Qt.Key.Key_Return)
    panel = content.finding.panel
    assert panel is not None
    qtbot.waitUntil(lambda: not panel.searching.is_running, timeout=PATIENCE_MS)
    assert panel.words.text() == content.session.worksheet.table.description[lines[0]]
    QTest.keyClick(panel.words, Qt.Key.Key_Return)
    assert not set(proposed_lines(content)) & set(lines)


def test_the_question_about_missing_numbers_looks_for_all_of_them(content: Content, qtbot: QtBot) -> None:
    questions = content.workspace.questions
    row = questions.model.row_of("hts", "")
    assert row is not None
    questions.list.selectRow(row)
    QTest.mouseClick(questions.card.finds, LEFT)
    qtbot.waitUntil(lambda: not content.jobs.is_running, timeout=PATIENCE_MS)
    assert dialog_of(content).groups()


def test_cancel_fills_in_nothing(content: Content, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    search, cancelled = whole_commands._search, Event()

    def held(*asked: Any) -> Any:
        assert cancelled.wait(10)  # a small invoice would be done before anybody can cancel
        return search(*asked)

    monkeypatch.setattr(whole_commands, "_search", held)
    dialog, before = opened_dialog(content), content.session.undo.index()
    QTest.mouseClick(dialog.search, LEFT)
    content.window.progress.cancelled.emit()
    cancelled.set()
    assert not content.jobs.is_running
    qtbot.waitUntil(lambda: QThreadPool.globalInstance().activeThreadCount() == 0, timeout=PATIENCE_MS)
    QTest.qWait(50)
    assert proposed_lines(content) == []
    assert content.session.undo.index() == before


def test_looking_into_a_proposed_cell_does_not_confirm_it(
    found: NumbersDialog, content: Content, qtbot: QtBot
) -> None:
    found.close()
    line = proposed_lines(content)[0]
    table = content.workspace.table
    click_cell(qtbot, table, line, "hts")
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = next(one for one in table.findChildren(QLineEdit) if one.isVisible())
    assert editor.text().endswith("?")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert line in proposed_lines(content)


def test_a_saved_document_still_holds_proposals(
    found: NumbersDialog, content: Content, tmp_path: Path
) -> None:
    worksheet = content.session.worksheet
    content.session.path = tmp_path / "proposed.duty"
    assert content.documents.save()
    again = open_document(content.session.path).as_saved(worksheet.law)
    assert again.proposals == worksheet.proposals
    assert again.totals.all.review_lines == worksheet.totals.all.review_lines


def test_the_explanation_confirms_the_number_of_its_line(
    found: NumbersDialog, content: Content, qtbot: QtBot
) -> None:
    found.close()
    lines = proposed_lines(content)
    click_cell(qtbot, content.workspace.table, lines[0], "description")
    page = content.workspace.explanation.page
    qtbot.waitUntil(lambda: 'href="confirm:"' in page.toHtml())
    page.anchorClicked.emit(QUrl("confirm:"))
    assert proposed_lines(content) == lines[1:]
    qtbot.waitUntil(lambda: 'href="confirm:"' not in page.toHtml())


def test_one_key_confirms_the_selected_lines(content: Content, qtbot: QtBot) -> None:
    content.session.set_lines("hts", (5, 11), "7318210030?description 80")
    table = content.workspace.table
    click_cell(qtbot, table, 5, "hts")
    QTest.keyClick(table, Qt.Key.Key_F9)
    assert proposed_lines(content) == [11]
    QTest.keyClick(table, Qt.Key.Key_F9)
    assert "None of the selected lines" in content.window.statusBar().currentMessage()


def test_a_parts_book_that_cannot_be_used_does_not_stop_the_search(content: Content, qtbot: QtBot) -> None:
    path = parts_book_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("no parts book", encoding="utf-8")
    dialog = opened_dialog(content)
    dialog.least.setValue(30)
    search(content, dialog, qtbot)
    assert proposed_lines(content)


def test_the_dialogs_follow_the_language(found: NumbersDialog, content: Content, program: Program) -> None:
    content.finding.find_for((0,))
    content.finding.parts.show()
    program.set_language(JAPANESE)
    QApplication.processEvents()
    panel, parts = content.finding.panel, content.finding.parts.dialog
    assert panel is not None
    assert parts is not None
    assert [one.windowTitle() for one in (found, panel, parts)] == [
        "全明細のHTS番号",
        "HTS番号の検索",
        "部品帳",
    ]
    assert found.tree.headerItem().text(0) == "品名"


def test_goods_to_choose_for_show_the_range_of_their_candidates(content: Content, qtbot: QtBot) -> None:
    dialog = opened_dialog(content)
    dialog.least.setValue(99)
    search(content, dialog, qtbot)
    group = next(one for one in dialog.groups() if one.kind is Kind.ASKED and one.number and one.others)
    item = next(one for one in dialog.tree.findItems(group.description, FOUND_BELOW))
    qtbot.waitUntil(lambda: bool(item.text(DUTY)), timeout=PATIENCE_MS)
    worksheet = content.session.worksheet
    duties = [worksheet.with_number(group.lines, number) for number in (group.number, *group.others)]
    assert item.text(DUTY).startswith(money(min(one.duty_min_cents for one in duties)))
