"""Above the page: back to the shipment, the day, an earlier day to compare with, what is sought."""

from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDateEdit, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from duty_desktop.gui.formats import day
from duty_desktop.gui.look import scaled
from duty_desktop.gui.texts import tr
from duty_desktop.gui.views.fields import NamedField, quiet_label
from duty_desktop.gui.views.shipment_bar import date_format
from duty_desktop.tariff.law import Law

_TITLE = 1.3


class ScheduleBar(QFrame):
    """`asked`: the day or the words changed. `list_asked`: on to what was found. `back_asked`: leave."""

    asked = Signal()
    list_asked = Signal()
    back_asked = Signal()

    def __init__(self, law: Law, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shipmentBar")
        self._law = law
        self.back = QPushButton(self)
        self.back.setObjectName("scheduleBack")
        self.title = QLabel(self)
        self.title.setFont(scaled(self.font(), _TITLE, bold=True))
        self.on = self._day_field(date.today())
        self.earlier = self._day_field(law.first_day)
        self.words = QLineEdit(self, clearButtonEnabled=True)
        self.words.setObjectName("scheduleWords")
        self.words.setMinimumWidth(self.fontMetrics().horizontalAdvance("0") * 34)
        self.known = quiet_label(self)
        self._fields = [NamedField(one, self) for one in (self.on, self.earlier, self.words)]
        self._lay_out()
        self.back.clicked.connect(self.back_asked)
        down = QShortcut(QKeySequence("Down"), self.words)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self.list_asked)
        self.words.textChanged.connect(self.asked)
        for field in (self.on, self.earlier):
            field.dateChanged.connect(self.asked)
        self.retranslate()

    def _day_field(self, shown: date) -> QDateEdit:
        field = QDateEdit(self)
        field.setCalendarPopup(True)
        field.setKeyboardTracking(False)
        first = self._law.first_day
        field.setMinimumDate(QDate(first.year, first.month, first.day))
        field.setDate(QDate(shown.year, shown.month, shown.day))
        return field

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 10)
        layout.setSpacing(14)
        height = max(one.sizeHint().height() for one in (self.on, self.words, self.back))
        for widget in (self.back, self.on, self.earlier, self.words):
            widget.setFixedHeight(height)
        self.title.setFixedHeight(height)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignBottom)
        layout.addWidget(self.title, 0, Qt.AlignmentFlag.AlignBottom)
        for field in self._fields:
            layout.addWidget(field)
        layout.addStretch(1)
        layout.addWidget(self.known)

    @property
    def day_on(self) -> date:
        """The day whose law is shown."""
        return _day_of(self.on)

    @property
    def day_earlier(self) -> date:
        """The day to compare with."""
        return _day_of(self.earlier)

    def set_day(self, shown: date) -> None:
        """Show the law of a day, without telling that the day changed; the earliest covered if before."""
        with QSignalBlocker(self.on):
            self.on.setDate(QDate(shown.year, shown.month, shown.day))
            if shown < self._law.first_day:
                self.on.setDate(self.on.minimumDate())

    def show_earlier(self, shown: bool) -> None:
        """Offer the day to compare with."""
        self._fields[1].setVisible(shown)

    def retranslate(self) -> None:
        """Take the language shown now."""
        self.title.setText(tr("Schedule"))
        self.back.setText(tr("&Back"))
        self.back.setToolTip(tr("Back to the shipment (Esc)"))
        names = (
            (tr("Law &of"), tr("The day whose law is shown")),
            (tr("&Since"), tr("The earlier day to compare with")),
            (
                tr("Search &words"),
                tr("Words, the beginning of a Chapter 99 heading, or an HTS number of four digits or more"),
            ),
        )
        for field, (name, tip) in zip(self._fields, names, strict=True):
            field.set_name(name, tip)
        self.words.setPlaceholderText(tr("copper, 9903.94, 8708.30.5090 …"))
        self.known.setText(tr("Law known to {day}", day=day(self._law.schedule_as_of)))
        self.known.setToolTip(tr("Schedule {edition}", edition=self._law.edition))
        for one in (self.on, self.earlier):
            one.setDisplayFormat(date_format())


def _day_of(field: QDateEdit) -> date:
    shown = field.date()
    return date(shown.year(), shown.month(), shown.day())
