"""A saved estimate keeps its figures until the person rates it by the schedule at hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from threading import current_thread, main_thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from duty_desktop.document import document_bytes, open_document, save_bytes
from duty_desktop.estimate.rated_lines import RatedLines
from duty_desktop.estimate.shipment import ExchangeRate
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.gui import content as content_module
from duty_desktop.gui.commands.renewing import ChangesDialog
from duty_desktop.gui.jobs.law_shelf import LawShelf
from duty_desktop.gui.program import Program
from duty_desktop.gui.window import MainWindow
from duty_desktop.tariff.law import Law
from tests.editions import altered_edition
from tests.gui.conftest import ITO, PATIENCE_MS, Open, shown


@pytest.fixture
def older(opened: Open, tmp_path: Path) -> Path:
    """An estimate saved by an older schedule, by which line 21 was free of duty."""
    worksheet = opened().session.worksheet
    rated = worksheet.rated
    columns = {name: list(getattr(rated, name)) for name in RatedLines.__slots__}
    for name in ("duty_cents", "duty_min_cents", "duty_max_cents"):
        columns[name][20] = 0
    saved = Worksheet(
        worksheet.law,
        worksheet.readings,
        worksheet.shipment,
        saved_results=RatedLines(**columns),
        saved_edition="2026-01-01 older",
    )
    path = tmp_path / "older.duty"
    save_bytes(path, document_bytes(saved, ())[0])
    assert open_document(path).edition == "2026-01-01 older"
    return path


def open_older(window: MainWindow, qtbot: QtBot, path: Path) -> MainWindow:
    other = window.program.new_window()
    other.open_paths([path])
    qtbot.waitUntil(lambda: other.has_content and other.content.session.is_open, timeout=PATIENCE_MS)
    return other


def test_figures_of_an_older_schedule_are_shown_as_saved_and_not_mixed(
    window: MainWindow, older: Path, qtbot: QtBot
) -> None:
    other = open_older(window, qtbot, older)
    assert shown(other.content.workspace.table, 20, "duty") == "0.00"
    assert other.actions_["renew"].isEnabled()
    assert "Rated by the schedule 2026-01-01 older" in other.content.offer.words.text()
    assert other.content.offer.isVisible()
    shipment = other.content.session.worksheet.shipment
    other.content.session.set_shipment(replace(shipment, entry_date=shipment.entry_date.replace(day=1)))
    assert "made by the schedule 2026-01-01 older" in other.content.banner.first.text()


def test_rating_anew_shows_first_what_changes(window: MainWindow, older: Path, qtbot: QtBot) -> None:
    other = open_older(window, qtbot, older)
    QTest.mouseClick(other.content.offer.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: other.findChild(ChangesDialog) is not None, timeout=PATIENCE_MS)
    dialog = other.findChild(ChangesDialog)
    assert isinstance(dialog, ChangesDialog)
    assert dialog.head.text() == "1 line changes."
    assert "2,930.40" in dialog.page.toPlainText()
    dialog.accept()
    assert shown(other.content.workspace.table, 20, "duty") == "2,930.40"
    assert other.isWindowModified()
    assert not other.actions_["renew"].isEnabled()


def test_a_program_given_another_edition_rates_and_tells_by_it(
    window: MainWindow, program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    other = Law.load(altered_edition(tmp_path))
    program.laws = LawShelf(lambda: other)
    beside = program.new_window()
    qtbot.waitUntil(lambda: beside.has_content, timeout=PATIENCE_MS)
    yen = ExchangeRate("JPY", Decimal("0.0064"))
    told = []
    for one in (window, beside):
        one.open_paths([ITO])
        session = one.content.session
        qtbot.waitUntil(partial(getattr, session, "is_open"), timeout=PATIENCE_MS)
        entered = replace(session.worksheet.shipment, entry_date=date(2026, 4, 1), rates=(yen,))
        session.set_shipment(entered)
        told.append((session.worksheet.results_edition, session.worksheet.totals.all.duty_min_cents))
    (ours, less), (theirs, more) = told
    assert (ours, theirs) == (window.content.law.edition, other.edition)
    assert less < more


def test_many_lines_are_rated_anew_in_a_thread(
    window: MainWindow, older: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_older(window, qtbot, older).content.session
    where: list[bool] = []
    renew = Worksheet.renew

    def watched(worksheet: Worksheet) -> None:
        where.append(current_thread() is main_thread())
        renew(worksheet)

    monkeypatch.setattr(Worksheet, "renew", watched)
    monkeypatch.setattr(content_module, "_MANY_LINES", 0)
    session.renew()
    assert where == [False]
    assert session.worksheet.results_edition == session.worksheet.law.edition
    assert session.questions == session.worksheet.questions()
