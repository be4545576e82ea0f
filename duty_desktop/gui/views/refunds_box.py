"""What may be refunded of the shipment's duty, by measure, each with its legal source."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from duty_desktop.estimate.refunds import Refund
from duty_desktop.gui.citations import glossed
from duty_desktop.gui.formats import money_range
from duty_desktop.gui.look import scaled, tabular
from duty_desktop.gui.plain import as_plain
from duty_desktop.gui.texts import said, tr, trn
from duty_desktop.gui.views.fields import hairline, quiet_label


class RefundsBox(QWidget):
    """Hidden while nothing may be refunded. `law_asked(measure, heading)`: a measure was pressed."""

    law_asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    def show_refunds(self, refunds: Iterable[Refund]) -> None:
        """Show these sums in the language shown."""
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        found = list(refunds)
        for one in found:
            self._add(one)
        self.setVisible(bool(found))

    def _add(self, refund: Refund) -> None:
        figure = QLabel(money_range(refund.least_cents, refund.most_cents), self)
        figure.setFont(tabular(scaled(figure.font(), 1, bold=True)))
        figure.setAlignment(Qt.AlignmentFlag.AlignRight)
        figure.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        figure.setAccessibleName(f"{said(refund.title)}: {figure.text()}")
        measure = QLabel(f'<a href="{refund.measure}">{said(refund.title)}</a>', self)
        measure.linkActivated.connect(lambda measure: self.law_asked.emit(measure, ""))
        sources = quiet_label(self, wraps=True)
        sources.setText("§ " + "; ".join(glossed(one.cite) for one in refund.sources))
        widgets = (hairline(self), QLabel(tr("Refundable, without interest"), self), figure, measure, sources)
        for widget in widgets:
            widget.setToolTip(as_plain(_tip(refund)))
            self._column.addWidget(widget)
            widget.show()  # counts for the least width at once


def _tip(refund: Refund) -> str:
    lines = trn("1 line", "{n} lines", refund.lines)
    return f"{said(refund.says)}\n{lines}"
