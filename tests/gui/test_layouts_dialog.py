"""Remembered layouts in Settings: seen, renamed, deleted."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from duty_desktop.gui.dialogs.layouts_dialog import LayoutsDialog
from duty_desktop.gui.dialogs.settings_dialog import SettingsDialog
from duty_desktop.gui.window import MainWindow
from duty_desktop.invoice.remembered import remember, remembered_layouts
from duty_desktop.lines.reading import Layout

LEFT = Qt.MouseButton.LeftButton
GOODS = Layout("Invoice", 4, 1, (("A", "Goods"), ("B", "Value")), (("description", "A"), ("amount", "B")))
PACKING = Layout("Packing", 2, 1, (("A", "Goods"), ("B", "Cartons")), ())


def opened(window: MainWindow) -> LayoutsDialog:
    """The dialog, opened by its button in Settings."""
    remember(PACKING, "Packing list")
    remember(GOODS, "Ito Shoji")
    window.actions_["settings"].trigger()
    settings = window.findChild(SettingsDialog)
    assert isinstance(settings, SettingsDialog)
    QTest.mouseClick(settings.layouts, LEFT)
    dialog = settings.findChild(LayoutsDialog)
    assert isinstance(dialog, LayoutsDialog)
    return dialog


def press(dialog: LayoutsDialog, button: QDialogButtonBox.StandardButton) -> None:
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    box.button(button).click()


def text(dialog: LayoutsDialog, row: int, column: int) -> str:
    item = dialog.list.item(row, column)
    assert item is not None
    return item.text()


def test_the_layouts_are_listed_with_what_they_say(window: MainWindow) -> None:
    dialog = opened(window)
    assert [text(dialog, 0, column) for column in range(3)] == [
        "Ito Shoji",
        "Goods, Value",
        "Goods → Description, Value → Amount",
    ]
    assert text(dialog, 1, 2) == "not an invoice, left out"


def test_a_layout_is_renamed_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window)
    QTest.mouseClick(dialog.rename, LEFT)
    editor = dialog.list.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "Ito steel")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    press(dialog, QDialogButtonBox.StandardButton.Ok)
    assert [one.name for one in remembered_layouts()] == ["Ito steel", "Packing list"]


def test_a_layout_is_deleted_only_on_ok(window: MainWindow) -> None:
    dialog = opened(window)
    QTest.mouseClick(dialog.delete, LEFT)
    press(dialog, QDialogButtonBox.StandardButton.Cancel)
    assert len(remembered_layouts()) == 2
    again = LayoutsDialog(window)
    QTest.mouseClick(again.delete, LEFT)
    press(again, QDialogButtonBox.StandardButton.Ok)
    assert [one.layout for one in remembered_layouts()] == [replace(PACKING)]
