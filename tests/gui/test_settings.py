"""What is set once: taken by the next shipment that says nothing itself."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QTableWidgetItem
from pytestqt.qtbot import QtBot

from duty_desktop.estimate.shipment import EntryKind
from duty_desktop.gui.dialogs.settings_dialog import SettingsDialog
from duty_desktop.gui.settings import ENTRY_KIND, EXCHANGE_RATES
from duty_desktop.gui.usual_settings import kept_rates
from duty_desktop.gui.views.bars import Bar, BarButton
from duty_desktop.gui.window import MainWindow
from tests.gui.conftest import ITO, Open

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
