"""What may have to be asked before files can be opened: together or apart, the password."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QInputDialog, QLineEdit, QMessageBox, QWidget

from duty_desktop.gui.plain import as_plain, box_shows_plainly
from duty_desktop.gui.texts import tr


def ask_together(parent: QWidget, count: int) -> bool | None:
    """Whether several invoices make one shipment, or an estimate each; None when neither."""
    box = QMessageBox(parent)
    box.setObjectName("together")
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(tr("Do these {n} invoices make one shipment?", n=f"{count:,}"))
    box.setInformativeText(tr("A shipment is entered as one: its value and fees are summed up together."))
    one = box.addButton(tr("&One Shipment"), QMessageBox.ButtonRole.AcceptRole)
    each = box.addButton(tr("An Estimate &Each"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(one)
    box.exec()
    chosen = box.clickedButton()
    return chosen is one if chosen in (one, each) else None


def ask_again(parent: QWidget, names: str) -> bool:
    """Whether invoices that are in the shipment already shall be in it twice."""
    box = QMessageBox(parent)
    box.setObjectName("addAgain")
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(tr("This shipment holds {file} already, byte for byte.", file=names))
    box.setInformativeText(tr("Added again, its lines count twice."))
    again = box.addButton(tr("Add Again"), QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton(tr("Leave It"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(leave)
    box_shows_plainly(box)
    box.exec()
    return box.clickedButton() is again


def ask_password(parent: QWidget, path: Path, tried: Mapping[Path, str]) -> str:
    """The password of a workbook; empty when the person gives up."""
    label = tr("“{name}” is protected by a password:", name=path.name)
    if path in tried:
        label = tr("That password does not open “{name}”. Try again:", name=path.name)
    word, given = QInputDialog.getText(parent, tr("Password"), as_plain(label), QLineEdit.EchoMode.Password)
    return word if given else ""
