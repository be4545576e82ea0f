"""One part of the parts book to enter or to change."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from duty_desktop.describe.parts_book import Part, PartsBookError
from duty_desktop.gui.plain import show_plainly
from duty_desktop.gui.texts import finding_text, tr
from duty_desktop.terms.hts_number import dotted

_WIDTH = 460


class PartForm(QDialog):
    """`keep` puts the part into the book; what it does not understand is told and stays in the form."""

    def __init__(
        self, part: Part | None, keep: Callable[[Part], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("partForm")
        self.setWindowTitle(tr("Known part") if part is not None else tr("New part"))
        self._part = part or Part("", "", "", "", date.today(), date.today())
        self._keep = keep
        self.supplier, self.item = QLineEdit(self._part.supplier, self), QLineEdit(self._part.item, self)
        self.description = QLineEdit(self._part.description, self)
        self.number = QLineEdit(dotted(self._part.number) if self._part.number else "", self)
        self.number.setPlaceholderText("8708.30.5090")
        self.note = QLineEdit(self._part.note, self)
        self.told = QLabel(self)
        self.told.setObjectName("review")
        self.told.setWordWrap(True)
        show_plainly(self.told)
        self.told.hide()
        form = QFormLayout()
        for name, field in (
            (tr("&Supplier"), self.supplier),
            (tr("&Item no."), self.item),
            (tr("&Description"), self.description),
            (tr("&HTS number"), self.number),
            (tr("&Note"), self.note),
        ):
            field.setMinimumWidth(_WIDTH)
            field.setAccessibleName(name.replace("&", ""))
            form.addRow(name, field)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.told)
        layout.addWidget(self.buttons)

    def _accept(self) -> None:
        item, description = self.item.text().strip(), self.description.text().strip()
        if not item and not description:
            self._tell(tr("Enter an item number or a description."))
            return
        part = replace(
            self._part,
            supplier=self.supplier.text().strip(),
            item=item,
            description=description,
            number=self.number.text().strip(),
            note=self.note.text().strip(),
        )
        try:
            self._keep(part)
        except PartsBookError as error:
            self._tell(finding_text(error.finding))
            return
        self.accept()

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        self.told.show()
