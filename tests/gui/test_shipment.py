"""The shipment's facts: entry date, transport, rate, origin, charges; every change shows at once."""

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from duty_desktop.estimate.shipment import EntryKind, Transport
from duty_desktop.gui.content import Content
from duty_desktop.gui.dialogs.shipment_dialog import ShipmentDialog
from duty_desktop.gui.models.columns import PLACES
from duty_desktop.gui.window import MainWindow
from tests.gui.conftest import ITO, MIXED, Open, shown


def dialog_of(window: MainWindow, content: Content) -> ShipmentDialog:
    QTest.keyClick(content.workspace.table, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(ShipmentDialog)
    assert isinstance(dialog, ShipmentDialog)
    return dialog


def test_another_entry_date_rates_every_line_anew_and_undoes_as_one_step(
    opened: Open, window: MainWindow
) -> None:
    content = opened(MIXED)
    table, entry_date = content.workspace.table, content.workspace.bar.entry_date
    today = content.session.worksheet.shipment.entry_date
    before = shown(table, 0, "duty")
    entry_date.setDate(QDate(2025, 6, 2))
    after = shown(table, 0, "duty")
    entry_date.setDate(QDate(2025, 6, 3))
    assert after != before
    assert content.session.worksheet.shipment.entry_date == date(2025, 6, 3)
    QTest.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert content.session.worksheet.shipment.entry_date == today
    assert shown(table, 0, "duty") == before
    assert entry_date.date().toPython() == today


def test_an_entry_date_before_the_schedule_is_refused_with_a_sentence(opened: Open) -> None:
    content = opened()
    before = content.session.worksheet.shipment.entry_date
    content.workspace.bar.entry_date.setDate(QDate(2024, 12, 31))
    assert "before 2025-01-01" in content.banner.first.text()
    assert content.workspace.bar.entry_date.date().toPython() == before
    content.workspace.bar.entry_date.setDate(QDate(2026, 1, 5))
    assert not content.banner.isVisible()


def test_the_law_s_day_is_in_sight_and_a_later_entry_date_is_noted(opened: Open) -> None:
    content = opened()
    bar = content.workspace.bar
    bar.entry_date.setDate(QDate(2026, 11, 23))
    assert bar.law.text() == "Law known to 2026-10-09"
    assert "law enacted so far" in bar.law.toolTip()
    bar.entry_date.setDate(QDate(2026, 8, 3))
    assert "law enacted so far" not in bar.law.toolTip()


def test_the_harbor_fee_follows_the_transport(opened: Open) -> None:
    content = opened()
    transport = content.workspace.bar.transport
    transport.setCurrentIndex(transport.findData(Transport.AIR.value))
    transport.activated.emit(transport.currentIndex())
    assert content.session.worksheet.totals.fees.hmf_cents == 0


def test_an_exchange_rate_is_typed_either_way_and_nonsense_is_told(opened: Open) -> None:
    content = opened(ITO)
    rate = content.workspace.bar.rate
    assert content.workspace.bar.currency.currentText() == "JPY"
    QTest.keyClicks(rate, "0.0064")
    QTest.keyClick(rate, Qt.Key.Key_Return)
    assert shown(content.workspace.table, 0, "value") == "1,390.16", "with its share of the packing"
    rate.selectAll()
    QTest.keyClicks(rate, "cheap")
    QTest.keyClick(rate, Qt.Key.Key_Return)
    assert "“cheap” is not an exchange rate" in content.banner.first.text()
    assert rate.text() == "0.0064"
    rate.selectAll()
    QTest.keyClicks(rate, "155.6")
    QTest.keyClick(rate, Qt.Key.Key_Return)
    assert rate.text() == "155.6"
    assert "1 JPY = 0.00642673521851 USD\n1 USD = 155.6 JPY" in rate.toolTip()


def test_yen_invoices_show_the_amount_beside_the_value(opened: Open) -> None:
    content = opened(ITO)
    assert not content.workspace.table.isColumnHidden(PLACES["amount"])
    assert shown(content.workspace.table, 0, "amount") == "216,000 JPY"


def test_the_origin_of_lines_that_name_none_is_set_in_the_bar(opened: Open) -> None:
    content = opened()
    content.session.set_lines("origin", (0,), "")
    origin = content.workspace.bar.origin
    QTest.keyClicks(origin, "Japan")
    QTest.keyClick(origin, Qt.Key.Key_Return)
    assert content.session.worksheet.shipment.origin == "JP"
    assert origin.text() == "JP"


def test_a_charge_is_treated_as_the_person_decides(opened: Open, window: MainWindow) -> None:
    content = opened(MIXED)
    before = content.session.worksheet.totals.all.entered_value_cents
    dialog = dialog_of(window, content)
    freight = dialog.findChild(QComboBox, "charge-0-0")
    assert isinstance(freight, QComboBox)
    freight.setCurrentIndex(freight.findData("dutiable"))
    dialog.accept()
    assert content.session.worksheet.totals.all.entered_value_cents == before + 984_000
    QTest.keyClick(content.workspace.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert content.session.worksheet.totals.all.entered_value_cents == before


def test_loading_day_entry_kind_and_terms_are_set_in_one_dialog(opened: Open, window: MainWindow) -> None:
    content = opened(MIXED)
    dialog = dialog_of(window, content)
    dialog.is_loaded.setChecked(True)
    dialog.loaded_on.setDate(QDate(2026, 7, 1))
    dialog.entry_kind.setCurrentIndex(dialog.entry_kind.findData(EntryKind.FORMAL.value))
    dialog.terms[0].setCurrentText("FOB")
    dialog.accept()
    worksheet = content.session.worksheet
    assert worksheet.shipment.loaded_on == date(2026, 7, 1)
    assert worksheet.shipment.entry_kind is EntryKind.FORMAL
    assert worksheet.terms[0].terms == "FOB"
