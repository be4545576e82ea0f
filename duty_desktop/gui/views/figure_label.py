"""A figure as large as its place allows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from duty_desktop.gui.look import scaled, tabular

_LEAST_SCALE, _STEP = 0.8, 0.1


class FigureLabel(QLabel):
    """A figure that is as large as its place allows, up to `factor` times the usual text."""

    def __init__(self, factor: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._factor = factor
        self._usual = self.font()
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._fit()

    def show_figure(self, text: str) -> None:
        """Show a figure; line breaks are kept."""
        self.setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the figure into the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        factor = self._factor
        while True:
            self.setFont(tabular(scaled(self._usual, factor, bold=True)))
            widths = [self.fontMetrics().horizontalAdvance(line) for line in self.text().split("\n")]
            if factor <= _LEAST_SCALE or max(widths) <= self.width():
                return
            factor -= _STEP
