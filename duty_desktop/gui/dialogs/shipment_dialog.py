"""The shipment's seldom facts: currency and terms of each invoice, its charges, loading day, entry kind."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from duty_desktop.estimate.edits import DocumentEdit, DocumentTerms, Edit, ShipmentEdit
from duty_desktop.estimate.shipment import EntryKind
from duty_desktop.estimate.valuation import ChargeTreatment, Treatment, UsedCharge
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.gui.formats import invoice_money
from duty_desktop.gui.plain import show_plainly
from duty_desktop.gui.texts import said, tr
from duty_desktop.gui.views.fields import quiet_label, title_label
from duty_desktop.gui.views.shipment_bar import date_format
from duty_desktop.gui.words import charge_name, entry_kind_name, treatment_name

_TERMS = ("", "EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP")
_CODE_LENGTH = 3
_WIDTH, _LEAST_HEIGHT, _MOST_HEIGHT = 720, 320, 600


class ShipmentDialog(QDialog):
    """`edits()` says what was changed."""

    def __init__(self, worksheet: Worksheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shipment")
        self.setWindowTitle(tr("Shipment"))
        self._worksheet = worksheet
        self.currencies: list[QLineEdit] = []
        self.terms: list[QComboBox] = []
        self.treatments: list[tuple[int, ChargeTreatment, QComboBox]] = []
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setSpacing(12)
        column.addLayout(self._entry(page))
        charges = worksheet.charges()
        for place, document in enumerate(worksheet.documents):
            title = title_label(page)
            title.setText(document.invoice_no or tr("sheet “{name}”", name=document.sheet))
            column.addWidget(title)
            column.addLayout(self._terms_of(place, worksheet.terms[place], page))
            own = [charge for charge in charges if charge.document == place]
            if own:
                column.addLayout(self._charges_of(place, own, page))
        column.addStretch(1)
        self._put_together(page)
        self._line_up(page)

    def _put_together(self, page: QWidget) -> None:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(page)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(area)
        layout.addWidget(buttons)
        wanted = page.sizeHint().height() + buttons.sizeHint().height() + 3 * layout.spacing()
        self.resize(
            _WIDTH, max(_LEAST_HEIGHT, min(wanted + 2 * layout.contentsMargins().top(), _MOST_HEIGHT))
        )

    def _line_up(self, page: QWidget) -> None:
        """Let the fields of all invoices begin at one place."""
        names = [
            name
            for form in page.findChildren(QFormLayout)
            for row in range(form.rowCount())
            if (item := form.itemAt(row, QFormLayout.ItemRole.LabelRole)) and (name := item.widget())
        ]
        widest = max(name.sizeHint().width() for name in names)
        for name in names:
            name.setMinimumWidth(widest)

    def edits(self) -> list[Edit]:
        """What was changed: the shipment's facts, the terms of documents."""
        before = self._worksheet.shipment
        chosen = self.loaded_on.date()
        loaded = date(chosen.year(), chosen.month(), chosen.day()) if self.is_loaded.isChecked() else None
        kind = self.entry_kind.currentData()
        after = replace(before, loaded_on=loaded, entry_kind=EntryKind(kind) if kind else None)
        found: list[Edit] = [ShipmentEdit(before, after)] if after != before else []
        terms = [self._terms_now(place) for place in range(len(self._worksheet.documents))]
        changed = [place for place, own in enumerate(terms) if own != self._worksheet.terms[place]]
        if changed:
            was = tuple(self._worksheet.terms[place] for place in changed)
            found.append(DocumentEdit(tuple(changed), was, tuple(terms[place] for place in changed)))
        return found

    def _entry(self, page: QWidget) -> QFormLayout:
        shipment = self._worksheet.shipment
        self.is_loaded = QCheckBox(tr("Loaded on"), page)
        self.loaded_on = QDateEdit(page)
        self.loaded_on.setCalendarPopup(True)
        self.loaded_on.setDisplayFormat(date_format())
        day = shipment.loaded_on or shipment.entry_date
        self.loaded_on.setDate(QDate(day.year, day.month, day.day))
        self.is_loaded.setChecked(shipment.loaded_on is not None)
        self.loaded_on.setEnabled(self.is_loaded.isChecked())
        self.loaded_on.setAccessibleName(tr("Loaded on"))
        self.is_loaded.toggled.connect(self.loaded_on.setEnabled)
        self.is_loaded.setToolTip(tr("Day the goods were loaded on the vessel; for goods in transit rules"))
        self.entry_kind = QComboBox(page)
        self.entry_kind.addItem(tr("by value"), "")
        for kind in EntryKind:
            self.entry_kind.addItem(entry_kind_name(kind), kind.value)
        self.entry_kind.setCurrentIndex(self.entry_kind.findData(shipment.entry_kind or ""))
        form = QFormLayout()
        form.addRow(self.is_loaded, self.loaded_on)
        form.addRow(tr("Kind of entry"), self.entry_kind)
        return form

    def _terms_of(self, place: int, terms: DocumentTerms, page: QWidget) -> QFormLayout:
        currency = QLineEdit(terms.currency or "", page)
        currency.setMaxLength(_CODE_LENGTH)
        currency.setPlaceholderText("USD")
        currency.setObjectName(f"currency-{place}")
        box = QComboBox(page)
        box.setEditable(True)
        box.addItems(_TERMS)
        box.setCurrentText(terms.terms or "")
        box.setObjectName(f"terms-{place}")
        self.currencies.append(currency)
        self.terms.append(box)
        form = QFormLayout()
        form.addRow(tr("Currency"), currency)
        form.addRow(tr("Terms of sale"), box)
        return form

    def _charges_of(self, place: int, charges: list[ChargeTreatment], page: QWidget) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        for row, treated in enumerate(charges):
            charge = treated.charge
            name = QLabel(f"{charge_name(charge.kind)}: {charge.label}", page)
            name.setWordWrap(True)
            show_plainly(name)
            own = self._worksheet.terms[place].currency
            words = invoice_money(charge.amount_e4, charge.currency or own)
            amount = QLabel(f"{words} {charge.currency}" if charge.currency else words, page)
            box = QComboBox(page)
            box.setObjectName(f"charge-{place}-{row}")
            box.setAccessibleName(name.text())
            for treatment in Treatment:
                box.addItem(treatment_name(treatment), treatment.value)
            box.setCurrentIndex(box.findData(treated.treatment))
            why = quiet_label(page, wraps=True)
            why.setText(said(treated.why))
            for column, widget in enumerate((name, amount, box)):
                grid.addWidget(widget, 2 * row, column)
            grid.addWidget(why, 2 * row + 1, 0, 1, 3)
            self.treatments.append((place, treated, box))
        return grid

    def _terms_now(self, place: int) -> DocumentTerms:
        before = self._worksheet.terms[place]
        boxes = [(treated, box) for document, treated, box in self.treatments if document == place]
        charges = []
        for used, (treated, box) in zip(before.charges, boxes, strict=True):
            chosen = Treatment(box.currentData())
            charges.append(used if chosen is treated.treatment else UsedCharge(used.charge, chosen))
        currency = self.currencies[place].text().strip().upper()
        terms = self.terms[place].currentText().strip().upper()
        return replace(
            before,
            currency=currency if len(currency) == _CODE_LENGTH else before.currency,
            terms=terms or None,
            charges=tuple(charges),
        )
