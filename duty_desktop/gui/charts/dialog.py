"""The charts beside the table: a bar pressed shows its lines there; a picture goes to the clipboard."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from duty_desktop.gui.charts.bar_chart import BarChart
from duty_desktop.gui.charts.figures import KINDS
from duty_desktop.gui.session import Session
from duty_desktop.gui.texts import tr
from duty_desktop.gui.views.fields import quiet_label


class ChartsDialog(QDialog):
    """Stays open while the person works. `filter_asked(LineFilter)`: a bar was pressed."""

    filter_asked = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("charts")
        self.resize(760, 480)
        self._session = session
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.charts = [BarChart(kind, self.tabs) for kind in KINDS]
        for chart in self.charts:
            self.tabs.addTab(chart, "")
            chart.bar_pressed.connect(self.filter_asked)
        self.hint = quiet_label(self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.copy = buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs)
        layout.addWidget(self.hint)
        layout.addWidget(buttons)
        session.changed.connect(self.show_charts)
        session.opened.connect(self.show_charts)
        self.show_charts()

    def show_charts(self, _: object = None) -> None:
        """Draw the present figures in the language and the colours shown now."""
        self.setWindowTitle(tr("Charts"))
        self.hint.setText(tr("Press a bar to show only its lines in the table. Amounts in US dollars."))
        self.copy.setText(tr("Copy the &picture"))
        totals = self._session.worksheet.totals
        for place, (kind, chart) in enumerate(zip(KINDS, self.charts, strict=True)):
            self.tabs.setTabText(place, tr(kind.title))
            chart.show_bars(kind.bars(totals))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setPixmap(self.tabs.currentWidget().grab())
