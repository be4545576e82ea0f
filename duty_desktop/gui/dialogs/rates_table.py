"""The table of exchange rates in the settings: currency, rate, the day it was certified for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from duty_desktop.estimate.currency import RateError, UsualRates, parse_rate
from duty_desktop.estimate.shipment import ExchangeRate
from duty_desktop.gui.texts import finding_text, tr
from duty_desktop.gui.views.fields import quiet_label

_LEAST_HEIGHT = 180


class RatesTable(QWidget):
    """Rows that a person types. `rates()` reads them; `error` says what is wrong with one."""

    def __init__(
        self, rates: Sequence[ExchangeRate], usual: UsualRates, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._usual = usual
        about = quiet_label(self, wraps=True)
        about.setText(
            tr(
                "Used when an invoice in this currency states no rate and is entered in the same quarter "
                "as the day (19 CFR 159.34). The shipment shows where its rate came from."
            )
        )
        self.table = QTableWidget(0, 3, self)
        self.table.setAccessibleName(tr("Exchange rates"))
        self.table.setHorizontalHeaderLabels(
            [tr("Currency"), tr("US dollars for one unit"), tr("Certified for the day")]
        )
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        self.table.setMinimumHeight(_LEAST_HEIGHT)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.error = QLabel(self)
        self.error.setObjectName("review")
        self.error.setWordWrap(True)
        self.error.hide()
        self.add, self.remove = QPushButton(tr("&Add a rate"), self), QPushButton(tr("&Remove"), self)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.remove.setEnabled(False)
        self.table.currentCellChanged.connect(lambda row, *_: self.remove.setEnabled(row >= 0))
        self._lay_out(about)
        for rate in rates:
            self._put(rate.currency, f"{rate.usd_per_unit.normalize():f}", str(rate.on or ""))

    def _lay_out(self, about: QLabel) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        for widget in (about, self.table, self.error):
            layout.addWidget(widget)
        layout.addLayout(buttons)

    def rates(self) -> tuple[ExchangeRate, ...] | None:
        """The rates typed, without empty rows; None when one cannot be understood, which is then told."""
        found = []
        for row in range(self.table.rowCount()):
            currency, number, day = (self._text(row, column) for column in range(3))
            if not (currency or number):
                continue
            try:
                written = f"{currency.upper()}={number}{f'@{day}' if day else ''}"
                found.append(parse_rate(written, self._usual))
            except RateError as error:
                self.error.setText(finding_text(error.finding))
                self.error.show()
                self.table.setCurrentCell(row, 1)
                self.table.setFocus()
                return None
        self.error.hide()
        return tuple(found)

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return item.text().strip() if item is not None else ""

    def _put(self, *texts: str) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            if column == 1:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(row, column, item)

    def _add(self) -> None:
        self._put("JPY", "", "")
        self.table.setCurrentCell(self.table.rowCount() - 1, 1)
        self.table.setFocus()
        self.table.editItem(self.table.currentItem())

    def _remove(self) -> None:
        self.table.removeRow(self.table.currentRow())
