"""Settings: language and colours, the usual transport, the importer on reports, paper."""

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
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from duty_desktop.estimate.shipment import Transport
from duty_desktop.gui import settings
from duty_desktop.gui.commands.reports import usual_paper
from duty_desktop.gui.commands.viewing import APPEARANCE_NAMES
from duty_desktop.gui.dialogs.layouts_dialog import LayoutsDialog
from duty_desktop.gui.texts import LANGUAGES, language, tr
from duty_desktop.gui.words import transport_name
from duty_desktop.report.settings import Basis, PageSize

if TYPE_CHECKING:
    from duty_desktop.gui.program import Program

_ADDRESS_LINES = 4


class SettingsDialog(QDialog):
    """Takes effect on OK; the language of the window changes at once."""

    def __init__(self, program: "Program", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self.setWindowTitle(tr("Settings"))
        self.setMinimumWidth(520)
        self._program = program
        appearances = {name: tr(text) for name, text in APPEARANCE_NAMES.items()}
        transports = {"": tr("not stated")} | {one.value: transport_name(one) for one in Transport}
        bases = {
            Basis.FILING.value: tr("As filed: even dollars by entry line"),
            Basis.LINE.value: tr("Exact by invoice line, to the cent"),
        }
        papers = {PageSize.LETTER.value: tr("Letter"), PageSize.A4.value: tr("A4")}
        self.language = _choice(self, "language", LANGUAGES, language())
        self.appearance = _choice(self, "appearance", appearances, settings.APPEARANCE.get())
        self.transport = _choice(self, "transport", transports, settings.TRANSPORT.get())
        self.basis = _choice(self, "basis", bases, settings.REPORT_BASIS.get())
        self.paper = _choice(self, "paper", papers, settings.REPORT_PAPER.get() or usual_paper())
        self.importer = QLineEdit(settings.IMPORTER_NAME.get(), self)
        self.importer.setObjectName("importer")
        self.address = QPlainTextEdit(settings.IMPORTER_ADDRESS.get(), self)
        self.address.setFixedHeight(self.fontMetrics().lineSpacing() * (_ADDRESS_LINES + 1))
        self.address.setTabChangesFocus(True)
        self.logo = QLineEdit(settings.IMPORTER_LOGO.get(), self)
        self.layouts = QPushButton(tr("Remembered layouts…"), self)
        self.layouts.clicked.connect(lambda: LayoutsDialog(self).open())
        self._lay_out()

    def _lay_out(self) -> None:
        choose = QPushButton(tr("Choose…"), self)
        choose.clicked.connect(self._choose_logo)
        logo = QHBoxLayout()
        logo.addWidget(self.logo)
        logo.addWidget(choose)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.addRow(tr("&Language"), self.language)
        form.addRow(tr("&Appearance"), self.appearance)
        form.addRow(tr("&Transport, when the invoice states none"), self.transport)
        form.addRow(tr("&Importer on reports"), self.importer)
        form.addRow(tr("A&ddress"), self.address)
        logo_name = QLabel(tr("L&ogo (picture file)"), self)
        logo_name.setBuddy(self.logo)
        form.addRow(logo_name, logo)
        form.addRow(tr("&Totals of reports"), self.basis)
        form.addRow(tr("&Paper"), self.paper)
        form.addRow(tr("&Reading of invoices"), self.layouts)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addSpacing(12)
        layout.addStretch(1)
        layout.addWidget(buttons)

    def _choose_logo(self) -> None:
        kinds = tr("Pictures ({kinds})", kinds="*.png *.jpg *.jpeg *.svg")
        name, _ = QFileDialog.getOpenFileName(self, tr("Logo"), self.logo.text(), kinds)
        if name:
            self.logo.setText(name)

    def _keep(self) -> None:
        settings.TRANSPORT.set(self.transport.currentData())
        settings.REPORT_BASIS.set(self.basis.currentData())
        settings.REPORT_PAPER.set(self.paper.currentData())
        settings.IMPORTER_NAME.set(self.importer.text().strip())
        settings.IMPORTER_ADDRESS.set(self.address.toPlainText().strip())
        settings.IMPORTER_LOGO.set(self.logo.text().strip())
        self.accept()
        for window in self._program.windows():
            window.start.retranslate()
        if self.appearance.currentData() != settings.APPEARANCE.get():
            self._program.set_appearance(self.appearance.currentData())
        if self.language.currentData() != language():
            self._program.set_language(self.language.currentData())


def _choice(parent: QWidget, name: str, names: dict[str, str], chosen: str) -> QComboBox:
    box = QComboBox(parent)
    box.setObjectName(name)
    for value, text in names.items():
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box
