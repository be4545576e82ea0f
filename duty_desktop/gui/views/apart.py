"""Words that begin apart from the figures that end before them."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from duty_desktop.gui.models.lines_model import Index

_GAP = 12
IN_A_HEADING = "\u2002\u2002"
"""The gap before the words of a heading, which has no delegate."""


class ApartDelegate(QStyledItemDelegate):
    """Cells of words beside a column of figures: their ground is whole, their words begin later."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground of the whole cell, then the cell without the gap."""
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        style = whole.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, whole, painter, whole.widget)
        option.rect.setLeft(option.rect.left() + _GAP)
        super().paint(painter, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The cell with the gap."""
        size = super().sizeHint(option, index)
        return QSize(size.width() + _GAP, size.height())
