"""What is set once: taken by the next shipment that says nothing itself."""

import os
import stat
from decimal import Decimal
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QTableWidgetItem
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from duty_desktop.estimate.shipment import EntryKind
from duty_desktop.gui.commands.reports import report_settings
from duty_desktop.gui.dialogs.settings_dialog import SettingsDialog
from duty_desktop.gui.program import Program
from duty_desktop.gui.settings import (
    APPEARANCE,
    ENTRY_KIND,
    EXCHANGE_RATES,
    LANGUAGE,
    NUMBERS_FROM,
    REPORT_BASIS,
    REPORT_PAPER,
    TABLE_FROZEN,
    WINDOW_SPLITS,
    number_in,
    store,
)
from duty_desktop.gui.usual_settings import kept_rates
from duty_desktop.gui.views.bars import Bar, BarButton
from duty_desktop.gui.window import MainWindow
from duty_desktop.report.settings import Basis
from tests.gui.conftest import ITO, PATIENCE_MS, Open

LEFT = Qt.MouseButton.LeftButton


def settings_of(window: MainWindow) -> SettingsDialog:
    window.actions_["settings"].trigger()
    return next(one for one in window.findChildren(SettingsDialog) if one.isVisible())


def accept(dialog: SettingsDialog) -> None:
    buttons = dialog.findChild(QDialogButtonBox)
    assert isinstance(buttons, QDialogButtonBox)
    QTest.mouseClick(buttons.button(QDialogButtonBox.StandardButton.Ok), LEFT)


def test_a_rate_from_the_settings_serves_the_next_invoice_in_its_currency(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    dialog = settings_of(window)
    assert not dialog.rates.remove.isEnabled(), "there is no row to remove"
    QTest.mouseClick(dialog.rates.add, LEFT)
    dialog.rates.table.setItem(0, 1, QTableWidgetItem("155.6"))
    accept(dialog)
    assert EXCHANGE_RATES.get() == ["JPY=0.00642673521851"]
    content = opened(ITO)
    rate = content.session.worksheet.shipment.rate_for("JPY")
    assert rate is not None
    assert (rate.usd_per_unit, rate.source) == (Decimal("0.00642673521851"), "from the settings")
    assert "from the settings" in content.workspace.bar.rate.toolTip()
    assert all(question.kind != "exchange-rate" for question in content.session.questions)


def test_a_rate_that_is_none_is_told_and_the_dialog_stays(window: MainWindow) -> None:
    dialog = settings_of(window)
    QTest.mouseClick(dialog.rates.add, LEFT)
    dialog.rates.table.setItem(0, 1, QTableWidgetItem("a lot"))
    accept(dialog)
    assert dialog.isVisible()
    assert not dialog.rates.error.isHidden()
    QTest.mouseClick(dialog.rates.remove, LEFT)
    assert not dialog.rates.remove.isEnabled()
    accept(dialog)
    assert not dialog.isVisible()
    assert kept_rates() == ()


def test_the_usual_kind_of_entry_is_taken(window: MainWindow, opened: Open) -> None:
    dialog = settings_of(window)
    dialog.entry_kind.setCurrentIndex(dialog.entry_kind.findData("formal"))
    accept(dialog)
    assert ENTRY_KIND.get() == "formal"
    assert opened(ITO).session.worksheet.shipment.entry_kind is EntryKind.FORMAL


def test_a_rate_that_cannot_be_understood_any_more_is_passed_over(window: MainWindow) -> None:
    EXCHANGE_RATES.set(["nonsense", "JPY=0.0064@2026-10-01"])
    assert [rate.currency for rate in kept_rates()] == ["JPY"]


@pytest.mark.parametrize("width", [120, 400])
def test_a_bar_asks_for_its_height_instead_of_taking_it(qtbot: QtBot, width: int) -> None:
    button = BarButton()
    qtbot.addWidget(button)
    button.show_bar(Bar("Primarily of steel", "46,269.19 to 100,967.03", 0.5, 0.2))
    lines = 2 if width == 120 else 1
    assert button.heightForWidth(width) >= lines * button.fontMetrics().height()
    assert button.heightForWidth(120) > button.heightForWidth(400)
    button.resize(QSize(width, 30))
    assert button.height() == 30, "a height of its own would make a scroll bar come and go for ever"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the user's registry apart by itself")
def test_the_folders_that_were_looked_into_are_kept_for_the_owner_alone(
    program: Program, tmp_path: Path
) -> None:
    """Qt's own file dialogs write them to a file that everybody may read, wherever they are drawn by Qt."""
    settings = Path(store().fileName())
    (tmp_path / "Kanto Auto Parts").mkdir()
    dialog = QFileDialog(None, "", str(tmp_path / "Kanto Auto Parts"))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.selectFile("invoice.xlsx")
    dialog.accept()
    shiboken6.delete(dialog)
    kept = Path(QSettings(QSettings.Scope.UserScope, "QtProject").fileName())
    assert "Kanto" in kept.read_text(encoding="utf-8")
    assert kept.parent == settings.parent
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(settings.stat().st_mode) == 0o600


@pytest.mark.parametrize("nonsense", ["²", "9" * 5_000, "@Variant(\\0\\0\\0\\x7f)"])
def test_a_setting_that_is_nonsense_counts_as_not_set(program: Program, qtbot: QtBot, nonsense: str) -> None:
    for setting in (TABLE_FROZEN, NUMBERS_FROM, LANGUAGE, APPEARANCE, REPORT_BASIS, REPORT_PAPER):
        setting.set(nonsense)
    WINDOW_SPLITS.set([f"{nonsense},{nonsense}"] * 3)
    assert number_in(nonsense) is None
    with capture_exceptions() as escaped:
        window = program.new_window()
        qtbot.waitUntil(lambda: window.has_content, timeout=PATIENCE_MS)
        settings_of(window).reject()
        assert report_settings().basis is Basis.FILING
        window.close()
    assert escaped == []
