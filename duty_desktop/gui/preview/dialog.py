"""The print preview: sheets to scroll through, a page to go to, their size, and Print."""

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

from duty_desktop.gui.look import icon
from duty_desktop.gui.preview.sheets_view import SheetsView
from duty_desktop.gui.texts import tr
from duty_desktop.printing.pages import Page
from duty_desktop.printing.running import Running


class PreviewDialog(QDialog):
    """Accepted when the person wants to print."""

    def __init__(self, pages: Sequence[Page], running: Running, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setWindowTitle(tr("Print preview"))
        self.sheets = SheetsView(pages, running, self)
        self.page_name, self.page, self.of_pages = QLabel(self), QSpinBox(self), QLabel(self)
        self.smaller, self.larger = QPushButton("−", self), QPushButton("+", self)
        self.width_, self.whole = QPushButton(self), QPushButton(self)
        self.print, self.close_ = QPushButton(self), QPushButton(self)
        self.page.setRange(1, len(pages))
        self._name_parts(len(pages))
        self._lay_out()
        self._connect()
        self.sheets.setFocus()

    def _name_parts(self, count: int) -> None:
        self.sheets.setAccessibleName(tr("Pages of the report"))
        self.page_name.setText(tr("Pa&ge"))
        self.page_name.setBuddy(self.page)
        self.page.setAccessibleName(tr("Page"))
        self.of_pages.setText(tr("of {n}", n=f"{count:,}"))
        self.width_.setText(tr("Fit &width"))
        self.whole.setText(tr("Whole &page"))
        self.print.setText(tr("&Print…"))
        self.print.setIcon(icon("print"))
        self.print.setToolTip(tr("Print the report"))
        self.close_.setText(tr("Close"))
        for button, name in ((self.smaller, tr("Smaller")), (self.larger, tr("Larger"))):
            button.setAccessibleName(name)
        self.smaller.setToolTip(tr("Smaller") + " (Ctrl+−)")
        self.larger.setToolTip(tr("Larger") + " (Ctrl++)")

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 8, 12, 8)
        bar.setSpacing(8)
        for widget in (self.page_name, self.page, self.of_pages):
            bar.addWidget(widget)
        bar.addSpacing(16)
        for button in (self.smaller, self.larger, self.width_, self.whole):
            bar.addWidget(button)
        bar.addStretch(1)
        for button in (self.print, self.close_):
            bar.addWidget(button)
        side = self.smaller.sizeHint().height()
        for button in (self.smaller, self.larger):
            button.setFixedWidth(side + 6)
        for button in (self.smaller, self.larger, self.width_, self.whole, self.close_):
            button.setAutoDefault(False)
        self.print.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.sheets, 1)

    def _connect(self) -> None:
        self.sheets.page_shown.connect(self._show_page)
        self.page.valueChanged.connect(self._go_to)
        self.smaller.clicked.connect(lambda: self.sheets.zoom_by(-1))
        self.larger.clicked.connect(lambda: self.sheets.zoom_by(1))
        self.width_.clicked.connect(self.sheets.fit_width)
        self.whole.clicked.connect(self.sheets.fit_page)
        self.print.clicked.connect(self.accept)
        self.close_.clicked.connect(self.reject)
        for keys, steps in ((QKeySequence.StandardKey.ZoomIn, 1), (QKeySequence.StandardKey.ZoomOut, -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda steps=steps: self.sheets.zoom_by(steps))

    def _go_to(self, page: int) -> None:
        self.sheets.blockSignals(True)  # where several pages are in sight the field keeps what was asked for
        self.sheets.go_to(page)
        self.sheets.blockSignals(False)

    def _show_page(self, page: int) -> None:
        self.page.blockSignals(True)
        self.page.setValue(page)
        self.page.blockSignals(False)
