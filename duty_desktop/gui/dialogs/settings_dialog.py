"""Settings: language and colours, what is usual for shipments, exchange rates, how reports look."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from duty_desktop.estimate.currency import usual_rates
from duty_desktop.estimate.shipment import EntryKind, Transport
from duty_desktop.gui import settings
from duty_desktop.gui.commands.reports import usual_paper
from duty_desktop.gui.commands.viewing import APPEARANCE_NAMES
from duty_desktop.gui.dialogs.layouts_dialog import LayoutsDialog
from duty_desktop.gui.dialogs.once import open_once
from duty_desktop.gui.dialogs.rates_table import RatesTable
from duty_desktop.gui.texts import LANGUAGES, finding_text, language, tr
from duty_desktop.gui.usual_settings import keep_rates, kept_rates
from duty_desktop.gui.words import entry_kind_name, transport_name
from duty_desktop.report.settings import Basis, PageSize
from duty_desktop.tariff.law import Law

if TYPE_CHECKING:
    from duty_desktop.gui.program import Program

_ADDRESS_LINES = 4
_RATES_TAB = 2


class SettingsDialog(QDialog):
    """Takes effect on OK; the language of the window changes at once."""

    def __init__(self, program: "Program", law: Law, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self.setWindowTitle(tr("Settings"))
        self.setMinimumWidth(600)
        self._program = program
        self._law = law
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        for title, page in (
            (tr("General"), self._general()),
            (tr("Shipments"), self._shipments()),
            (tr("Exchange rates"), self._rates()),
            (tr("Reports"), self._reports()),
        ):
            self.tabs.addTab(page, title)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs)
        layout.addWidget(buttons)

    def show_reports(self) -> None:
        """Open where the importer is named."""
        self.tabs.setCurrentIndex(self.tabs.count() - 1)
        self.importer.setFocus()

    def _general(self) -> QWidget:
        page, form = _page(self)
        appearances = {name: tr(text) for name, text in APPEARANCE_NAMES.items()}
        self.language = _choice(page, "language", LANGUAGES, language())
        self.appearance = _choice(page, "appearance", appearances, settings.APPEARANCE.get())
        form.addRow(tr("&Language"), self.language)
        form.addRow(tr("&Appearance"), self.appearance)
        return page

    def _shipments(self) -> QWidget:
        page, form = _page(self)
        transports = {"": tr("not stated")} | {one.value: transport_name(one) for one in Transport}
        kinds = {"": tr("by value")} | {one.value: entry_kind_name(one) for one in EntryKind}
        self.transport = _choice(page, "transport", transports, settings.TRANSPORT.get())
        self.entry_kind = _choice(page, "entryKind", kinds, settings.ENTRY_KIND.get())
        form.addRow(tr("&Transport, when the invoice states none"), self.transport)
        form.addRow(tr("&Kind of entry"), self.entry_kind)
        self.layouts = QPushButton(tr("Remembered layouts…"), page)
        self.layouts.clicked.connect(lambda: open_once(LayoutsDialog(self)))
        form.addRow(tr("&Reading of invoices"), self.layouts)
        return page

    def _rates(self) -> RatesTable:
        self.rates = RatesTable(kept_rates(), usual_rates(self._law), self)
        return self.rates

    def _reports(self) -> QWidget:
        page, form = _page(self)
        bases = {
            Basis.FILING.value: tr("As filed: even dollars by entry line"),
            Basis.LINE.value: tr("Exact by invoice line, to the cent"),
        }
        papers = {PageSize.LETTER.value: tr("Letter"), PageSize.A4.value: tr("A4")}
        self.basis = _choice(page, "basis", bases, settings.REPORT_BASIS.get())
        self.paper = _choice(page, "paper", papers, settings.REPORT_PAPER.get() or usual_paper())
        self.importer = QLineEdit(settings.IMPORTER_NAME.get(), page)
        self.importer.setObjectName("importer")
        self.address = QPlainTextEdit(settings.IMPORTER_ADDRESS.get(), page)
        self.address.setFixedHeight(self.fontMetrics().lineSpacing() * (_ADDRESS_LINES + 1))
        self.address.setTabChangesFocus(True)
        self.logo = QLineEdit(settings.IMPORTER_LOGO.get(), page)
        choose = QPushButton(tr("Choose…"), page)
        choose.clicked.connect(self._choose_logo)
        logo = QHBoxLayout()
        logo.setSpacing(8)
        logo.addWidget(self.logo)
        logo.addWidget(choose)
        logo_name = QLabel(tr("L&ogo (picture file)"), page)
        logo_name.setBuddy(self.logo)
        form.addRow(tr("&Importer on reports"), self.importer)
        form.addRow(tr("A&ddress"), self.address)
        form.addRow(logo_name, logo)
        form.addRow(tr("&Totals of reports"), self.basis)
        form.addRow(tr("&Paper"), self.paper)
        return page

    def _choose_logo(self) -> None:
        kinds = tr("Pictures ({kinds})", kinds="*.png *.jpg *.jpeg *.svg")
        name, _ = QFileDialog.getOpenFileName(self, tr("Logo"), self.logo.text(), kinds)
        if name:
            self.logo.setText(name)

    def _keep(self) -> None:
        rates = self.rates.rates()
        if rates is None:
            self.tabs.setCurrentIndex(_RATES_TAB)
            return
        keep_rates(rates)
        settings.TRANSPORT.set(self.transport.currentData())
        settings.ENTRY_KIND.set(self.entry_kind.currentData())
        settings.REPORT_BASIS.set(self.basis.currentData())
        settings.REPORT_PAPER.set(self.paper.currentData())
        settings.IMPORTER_NAME.set(self.importer.text().strip())
        settings.IMPORTER_ADDRESS.set(self.address.toPlainText().strip())
        settings.IMPORTER_LOGO.set(self.logo.text().strip())
        if problem := settings.not_kept():
            QMessageBox.warning(self, self.windowTitle(), finding_text(problem))
        self.accept()
        for window in self._program.windows():
            window.start.retranslate()
        if self.appearance.currentData() != settings.APPEARANCE.get():
            self._program.set_appearance(self.appearance.currentData())
        if self.language.currentData() != language():
            self._program.set_language(self.language.currentData())


def _page(parent: QWidget) -> tuple[QWidget, QFormLayout]:
    page = QWidget(parent)
    column = QVBoxLayout(page)
    column.setContentsMargins(18, 18, 18, 18)
    form = QFormLayout()
    form.setVerticalSpacing(12)
    column.addLayout(form)
    column.addStretch(1)  # the rows of every page stand equally close
    return page, form


def _choice(parent: QWidget, name: str, names: dict[str, str], chosen: str) -> QComboBox:
    box = QComboBox(parent)
    box.setObjectName(name)
    for value, text in names.items():
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box
