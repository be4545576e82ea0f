"""The heading of the lines table, without the question whether whole columns are selected."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionHeader, QStyleOptionHeaderV2, QWidget

from duty_desktop.gui.look import icon, look
from duty_desktop.gui.models.columns import COLUMNS
from duty_desktop.gui.models.lines_model import LinesModel

_Arrow = QStyleOptionHeader.SortIndicator


class ColumnHeader(QHeaderView):
    """Qt asks every cell of a column whether it is selected, to join the frames of selected headings.

    With 100,000 lines and everything selected that takes seconds at each paint, so headings here are
    drawn alike whatever is selected.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)

    def is_filtered(self, place: int) -> bool:
        """Whether the model shows only some of the column's values."""
        model = self.model()
        return isinstance(model, LinesModel) and not model.line_filter.of_column(COLUMNS[place].key).is_empty

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, logicalIndex: int) -> None:
        """Text, place and sort arrow of one heading."""
        model = self.model()
        option.section = logicalIndex
        option.text = model.headerData(logicalIndex, Qt.Orientation.Horizontal)
        option.textAlignment = model.headerData(
            logicalIndex, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
        )
        option.state |= QStyle.StateFlag.State_Active
        option.position = QStyleOptionHeader.SectionPosition.Middle
        option.selectedPosition = QStyleOptionHeader.SelectedPosition.NotAdjacent
        if isinstance(option, QStyleOptionHeaderV2):
            option.textElideMode = Qt.TextElideMode.ElideRight
        if self.is_filtered(logicalIndex):
            option.icon = icon("filter", look().accent)
        if self.sortIndicatorSection() == logicalIndex:
            up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            option.sortIndicator = _Arrow.SortDown if up else _Arrow.SortUp
