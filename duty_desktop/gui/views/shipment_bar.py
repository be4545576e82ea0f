"""The shipment's facts across the top: entry date, transport, exchange rate, origin; the law's as-of date."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from duty_desktop.estimate.currency import RateError, parse_rate, rate_text, usual_rates
from duty_desktop.estimate.defaults import currencies_of
from duty_desktop.estimate.edits import EditError
from duty_desktop.estimate.field_texts import normal_text
from duty_desktop.estimate.shipment import Transport
from duty_desktop.gui.formats import day
from duty_desktop.gui.look import ICON_SIDE, icon, look
from duty_desktop.gui.session import Session
from duty_desktop.gui.texts import JAPANESE, language, sentence, tr
from duty_desktop.gui.views.fields import NamedField
from duty_desktop.gui.words import transport_name

_DATE_FORMATS = {JAPANESE: "yyyy年M月d日"}
_EARLIEST = QDate(2000, 1, 1)  # earlier days than the law's are refused with a sentence, not by silence
DOLLAR = "USD"


class ShipmentBar(QFrame):
    """Shows and changes the shipment's facts. `more_asked`: the person wants the other facts."""

    more_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shipmentBar")
        self._session = session
        self._make_widgets()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _make_widgets(self) -> None:
        self.entry_date = QDateEdit(self)
        self.entry_date.setCalendarPopup(True)
        self.entry_date.setKeyboardTracking(False)
        self.entry_date.setMinimumDate(_EARLIEST)
        self.transport = QComboBox(self)
        self.currency = QComboBox(self)
        for box in (self.transport, self.currency):  # filled again with each change and language
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.rate = QLineEdit(self)
        self.rate.setMaximumWidth(self.fontMetrics().horizontalAdvance("0") * 20)
        self.origin = QLineEdit(self)
        self.origin.setMaximumWidth(self.fontMetrics().horizontalAdvance("0") * 10)
        self.more = QToolButton(self)
        self.law = QLabel(self)
        self.law.setObjectName("lawAsOf")
        self._law_icon = QLabel(self)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 10)
        layout.setSpacing(14)
        widgets = (self.entry_date, self.transport, self.currency, self.rate, self.origin)
        height = max(widget.sizeHint().height() for widget in widgets)
        for widget in (*widgets, self.more):
            widget.setFixedHeight(height)
        self._fields = [NamedField(widget, self) for widget in widgets]
        for field in self._fields:
            layout.addWidget(field)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignBottom)
        layout.addStretch(1)
        layout.addWidget(self._law_icon)
        layout.addWidget(self.law)

    def _connect(self) -> None:
        self.entry_date.dateChanged.connect(self._set_entry_date)
        self.transport.activated.connect(self._set_transport)
        self.currency.currentIndexChanged.connect(self._show_rate)
        self.rate.editingFinished.connect(self._set_rate)
        self.origin.editingFinished.connect(self._set_origin)
        self.more.clicked.connect(self.more_asked)
        self._session.opened.connect(self._show_all)
        self._session.changed.connect(self._show_all)
        self._session.refused.connect(self._show_all)

    def retranslate(self) -> None:
        """Take the language shown now."""
        names = (
            (tr("Entry &date"), tr("Day of entry; the law of that day applies")),
            (tr("Arrives &by"), tr("Means of transport; the harbor fee is due on ocean cargo only")),
            (tr("Currency"), tr("Currency of the invoice")),
            (
                tr("Exchange &rate"),
                tr("Dollars for one unit, or units for one dollar, as certified for the day of exportation"),
            ),
            (tr("Other lines’ &origin"), tr("Country of origin of lines that name none")),
        )
        for field, (name, tip) in zip(self._fields, names, strict=True):
            field.set_name(name, tip)
        self.more.setText(tr("More…"))
        self.more.setToolTip(tr("Charges, terms of sale, loading day, kind of entry"))
        self.entry_date.setDisplayFormat(date_format())
        if self._session.is_open:
            self._show_all()

    def _show_all(self, _: object = None) -> None:
        shipment = self._session.worksheet.shipment
        with QSignalBlocker(self.entry_date):
            entry = shipment.entry_date
            self.entry_date.setDate(QDate(entry.year, entry.month, entry.day))
        with QSignalBlocker(self.transport):
            self.transport.clear()
            self.transport.addItem(tr("not stated"), "")
            for transport in Transport:
                self.transport.addItem(transport_name(transport), transport.value)
            self.transport.setCurrentIndex(self.transport.findData(shipment.transport or ""))
        self._show_currencies()
        self.origin.setText(shipment.origin or "")
        self._show_law()

    def _show_currencies(self) -> None:
        worksheet = self._session.worksheet
        found = [terms.currency for terms in worksheet.terms if terms.currency]
        found += [one for one in currencies_of(worksheet.documents) if one]
        found += [rate.currency for rate in worksheet.shipment.rates]
        currencies = sorted(dict.fromkeys(found), key=lambda code: code == DOLLAR)
        shown = self.currency.currentText()
        with QSignalBlocker(self.currency):
            self.currency.clear()
            self.currency.addItems(currencies)
            self.currency.setCurrentIndex(max(0, self.currency.findText(shown)))
        self.currency.setEnabled(bool(currencies))
        self._show_rate()

    def _show_rate(self) -> None:
        code, worksheet = self.currency.currentText(), self._session.worksheet
        needed = code not in ("", DOLLAR)
        rate = worksheet.shipment.rate_for(code) if needed else None
        self.rate.setEnabled(needed)
        self.rate.setPlaceholderText(tr("enter the rate") if needed else tr("none needed"))
        self.rate.setText(rate_text(rate, usual_rates(worksheet.law)) if rate else "")
        if rate:
            told = [
                tr("1 {currency} = {rate} USD", currency=code, rate=rate.usd_per_unit),
                tr("1 USD = {rate} {currency}", currency=code, rate=rate.units_per_usd),
            ]
            told += [str(one) for one in (rate.on, sentence(rate.source)) if one]
            self.rate.setToolTip("\n".join(told))

    def _show_law(self) -> None:
        law, entry = self._session.worksheet.law, self._session.worksheet.shipment.entry_date
        later = entry > law.schedule_as_of
        self.law.setText(tr("Law known to {day}", day=day(law.schedule_as_of)))
        told = [tr("Schedule {edition}", edition=law.edition)]
        if later:
            told.insert(0, tr("The entry date is later: it is rated by the law enacted so far."))
        self.law.setToolTip("\n".join(told))
        colors = look()
        shown = icon("review", colors.review) if later else icon("notice", colors.muted)
        self._law_icon.setPixmap(shown.pixmap(QSize(ICON_SIDE, ICON_SIDE)))
        self._law_icon.setToolTip(self.law.toolTip())

    def _set_entry_date(self, chosen: QDate) -> None:
        day_chosen = date(chosen.year(), chosen.month(), chosen.day())
        self._session.set_shipment(replace(self._session.worksheet.shipment, entry_date=day_chosen))

    def _set_transport(self) -> None:
        name = self.transport.currentData()
        transport = Transport(name) if name else None
        self._session.set_shipment(replace(self._session.worksheet.shipment, transport=transport))

    def _set_rate(self) -> None:
        text, code = self.rate.text().strip(), self.currency.currentText()
        shipment = self._session.worksheet.shipment
        usual = usual_rates(self._session.worksheet.law)
        known = shipment.rate_for(code)
        if known is not None and text == rate_text(known, usual):
            return
        if not text:
            others = tuple(rate for rate in shipment.rates if rate.currency != code)
            self._session.set_shipment(replace(shipment, rates=others))
            return
        try:
            self._session.set_shipment(shipment.with_rate(parse_rate(text, usual, code)))
        except RateError as error:
            self._session.refused.emit(error.finding)

    def _set_origin(self) -> None:
        try:
            origin = normal_text("origin", self.origin.text(), {}) or None
        except EditError as error:
            self._session.refused.emit(error.finding)
            return
        self._session.set_shipment(replace(self._session.worksheet.shipment, origin=origin))


def date_format() -> str:
    """How a field for a day shows it in the language shown."""
    return _DATE_FORMATS.get(language(), "yyyy-MM-dd")
