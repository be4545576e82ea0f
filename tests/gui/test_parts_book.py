"""The parts book in the window: what was chosen is remembered, proposed, seen, changed, out and in."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from duty_desktop.describe.parts_book import Part, PartsBook
from duty_desktop.gui.content import Content
from duty_desktop.gui.finding.part_form import PartForm
from duty_desktop.gui.finding.parts_dialog import PartsDialog
from duty_desktop.gui.finding.remembering import uses_of
from duty_desktop.gui.window import MainWindow
from tests.gui.conftest import ITO, PATIENCE_MS, Open, shown

LEFT = Qt.MouseButton.LeftButton
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
SPRING_WASHER = 5
WASHER = "7318210030"
MAY = date(2026, 5, 7)
BOLT = Part("Ito Shoji", "B-8", "hex bolt M8", "7318152065", MAY, MAY, 12)
PAD = Part("Kanto", "P-1", "brake pad", "8708305090", MAY, MAY, 3, "asked the broker")


@pytest.fixture
def content(opened: Open) -> Content:
    return opened(ITO)


@pytest.fixture
def book(window: MainWindow) -> PartsBook:
    """The user's own book, with two parts."""
    made = PartsBook()
    made.put_all([BOLT, PAD])
    return made


@pytest.fixture
def dialog(window: MainWindow, book: PartsBook) -> PartsDialog:
    QTest.keyClick(window, Qt.Key.Key_B, CONTROL_SHIFT)
    made = window.content.finding.parts.dialog
    assert made is not None
    return made


def remembered() -> list[Part]:
    QThreadPool.globalInstance().waitForDone()
    return PartsBook().parts()


def cells(dialog: PartsDialog) -> list[list[str]]:
    model = dialog.model
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def form_of(dialog: PartsDialog) -> PartForm:
    form = next(one for one in dialog.findChildren(PartForm) if one.isVisible())
    assert isinstance(form, PartForm)
    return form


def press_ok(form: PartForm) -> None:
    QTest.mouseClick(form.buttons.button(QDialogButtonBox.StandardButton.Ok), LEFT)


def test_a_chosen_number_is_remembered_when_the_estimate_is_saved(content: Content, tmp_path: Path) -> None:
    content.session.set_lines("hts", (SPRING_WASHER,), WASHER)
    assert remembered() == []
    content.session.path = tmp_path / "chosen.duty"
    assert content.documents.save()
    (part,) = remembered()
    table = content.session.worksheet.table
    assert (part.number, part.item, part.description) == (
        WASHER,
        table.item[SPRING_WASHER],
        table.description[SPRING_WASHER],
    )
    assert part.lines == 1
    assert content.documents.save()
    assert [one.lines for one in remembered()] == [1], "saving again is no further use"


def test_what_was_undone_or_only_proposed_is_not_remembered(content: Content) -> None:
    content.session.set_lines("hts", (SPRING_WASHER,), WASHER)
    content.session.undo.undo()
    content.session.set_lines("hts", (11,), "7315895000?description 80")
    assert uses_of(content.session.worksheet) == []
    content.session.set_lines("hts", (11,), "7315895000")
    assert [use.number for use in uses_of(content.session.worksheet)] == ["7315895000"]


def test_the_file_s_own_numbers_are_not_choices(content: Content) -> None:
    assert any(content.session.worksheet.table.hts)
    assert uses_of(content.session.worksheet) == []


def test_what_was_chosen_before_is_proposed_with_its_use(content: Content, qtbot: QtBot) -> None:
    worksheet = content.session.worksheet
    table, seller = worksheet.table, worksheet.document_of[SPRING_WASHER].seller or ""
    known = Part(seller, table.item[SPRING_WASHER], table.description[SPRING_WASHER], WASHER, MAY, MAY, 12)
    PartsBook().put(known)
    content.finding.find_for((SPRING_WASHER,))
    panel = content.finding.panel
    assert panel is not None
    qtbot.waitUntil(lambda: panel.model.rowCount() > 0, timeout=PATIENCE_MS)
    assert "used on 12 lines since 2026-05" in panel.told.text()
    assert panel.chosen is not None
    assert panel.chosen.number == WASHER
    content.finding.whole.show()
    content.finding.whole.search()
    qtbot.waitUntil(lambda: not content.jobs.is_running, timeout=PATIENCE_MS)
    assert worksheet.proposals[SPRING_WASHER].evidence == "parts-book"
    assert shown(content.workspace.table, SPRING_WASHER, "hts") == "7318.21.0030?"


def test_the_book_is_listed_and_searched(dialog: PartsDialog, qtbot: QtBot) -> None:
    assert [row[:5] for row in cells(dialog)] == [
        ["Ito Shoji", "B-8", "hex bolt M8", "7318.15.2065", "used on 12 lines since 2026-05"],
        ["Kanto", "P-1", "brake pad", "8708.30.5090", "used on 3 lines since 2026-05"],
    ]
    QTest.keyClicks(dialog.words, "8708.30")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    assert cells(dialog)[0][5] == "asked the broker"
    assert dialog.count.text() == "1 part"


def test_a_part_is_changed_by_keys(dialog: PartsDialog) -> None:
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    form = form_of(dialog)
    form.number.selectAll()
    QTest.keyClicks(form.number, "7318.15.2061")
    QTest.keyClick(form.number, Qt.Key.Key_Return)
    assert cells(dialog)[0][3] == "7318.15.2061"
    assert [part.number for part in remembered()] == ["7318152061", "8708305090"]


def test_a_number_that_is_none_is_told_and_stays_in_the_form(dialog: PartsDialog) -> None:
    QTest.mouseClick(dialog.add, LEFT)
    form = form_of(dialog)
    press_ok(form)
    assert "item number or a description" in form.told.text()
    QTest.keyClicks(form.item, "N-1")
    QTest.keyClicks(form.number, "7318.15")
    press_ok(form)
    assert "is no HTS number of 8 or 10 digits" in form.told.text()
    assert form.isVisible()
    QTest.keyClicks(form.number, ".2065")
    press_ok(form)
    assert len(remembered()) == 3


def test_parts_are_deleted_after_a_question(dialog: PartsDialog) -> None:
    dialog.table.selectAll()
    QTest.mouseClick(dialog.delete, LEFT)
    box = dialog.findChild(QMessageBox, "forgetParts")
    assert isinstance(box, QMessageBox)
    assert box.text() == "Forget these 2 parts?"
    forget = next(one for one in box.findChildren(QPushButton) if one.text() == "&Forget")
    QTest.mouseClick(forget, LEFT)
    assert remembered() == []
    assert cells(dialog) == []


def test_a_number_that_todays_tariff_does_not_have_is_marked(dialog: PartsDialog, book: PartsBook) -> None:
    book.put(Part("Kanto", "X-9", "old", "8708999999", MAY, MAY))
    dialog.show_parts()
    row = [line[1] for line in cells(dialog)].index("X-9")
    index = dialog.model.index(row, 3)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Not in today’s tariff"
    assert index.data(Qt.ItemDataRole.DecorationRole) is not None


def test_it_goes_out_to_excel_and_comes_back(
    dialog: PartsDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "parts.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    QTest.mouseClick(dialog.export, LEFT)
    qtbot.waitUntil(lambda: dialog.told.text() == "2 parts written", timeout=PATIENCE_MS)
    workbook = load_workbook(path)
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["Kanto", "D-7", "brake drum", "8708.30.5020"])
    sheet.append(["Kanto", "D-8", "brake disc", "none yet"])
    workbook.save(path)
    QTest.mouseClick(dialog.import_, LEFT)
    qtbot.waitUntil(lambda: "1 parts added" in dialog.told.text(), timeout=PATIENCE_MS)
    assert "1 row was left out:" in dialog.told.text()
    assert "row 5" in dialog.told.text()
    assert [line[1] for line in cells(dialog)] == ["B-8", "D-7", "P-1"]


def test_a_file_that_is_no_parts_book_is_told(
    dialog: PartsDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "letter.csv"
    path.write_text("Dear Sir,\nthank you\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    QTest.mouseClick(dialog.import_, LEFT)
    qtbot.waitUntil(lambda: "has no row with the headings" in dialog.told.text(), timeout=PATIENCE_MS)
    assert len(remembered()) == 2


def test_remembering_can_be_turned_off(dialog: PartsDialog, opened: Open, book: PartsBook) -> None:
    QTest.keyClick(dialog.remembers, Qt.Key.Key_Space)
    assert not dialog.remembers.isChecked()
    dialog.close()
    QApplication.processEvents()
    content = opened(ITO)
    content.session.set_lines("hts", (SPRING_WASHER,), WASHER)
    content.finding.parts.remembering.remember()
    assert len(remembered()) == 2


def test_an_empty_book_says_how_it_is_filled(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_B, CONTROL_SHIFT)
    made = window.content.finding.parts.dialog
    assert made is not None
    assert made.empty.text().startswith("The parts book is empty.")
