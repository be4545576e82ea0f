"""The table of candidates: words of the tariff in two lines, arrows, digits for answers, Enter chooses."""

from PySide6.QtCore import QAbstractItemModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from duty_desktop.gui.finding.candidates_model import ANCESTORS_ROLE, COLUMN_1, NUMBER, WORDS
from duty_desktop.gui.look import look, scaled, tabular
from duty_desktop.gui.models.lines_model import Index
from duty_desktop.gui.views.fields import SMALL

_AIR, _MARGIN = 12, 6
_RATE_FIGURES = 18


class WordsDelegate(QStyledItemDelegate):
    """A number's own words in bold, those above it grey beneath them."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell's ground as the system does, then the two lines."""
        self.initStyleOption(option, index)
        own, option.text = option.text, ""
        widget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        light = option.palette.color(QPalette.ColorRole.HighlightedText)
        inner = option.rect.adjusted(_MARGIN, _AIR // 2, -_MARGIN, -_AIR // 2)
        bold, small = scaled(option.font, 1.0, bold=True), scaled(option.font, SMALL)
        half = inner.height() // 2
        upper = QRect(inner.left(), inner.top(), inner.width(), half)
        painter.save()
        for rect, font, text, color, cut in (
            (upper, bold, own, look().text, Qt.TextElideMode.ElideRight),
            (upper.translated(0, half), small, index.data(ANCESTORS_ROLE), look().muted,
             Qt.TextElideMode.ElideLeft),
        ):  # fmt: skip
            painter.setFont(font)
            painter.setPen(light if selected else color)
            shown = painter.fontMetrics().elidedText(str(text), cut, rect.width())
            painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for two lines."""
        return QSize(super().sizeHint(option, index).width(), row_height(option.widget))


class RateDelegate(QStyledItemDelegate):
    """A column 1 rate; a rate that is a sentence is cut off, so that the words keep their room."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as a rate of figures may be."""
        hint = super().sizeHint(option, index)
        return QSize(
            min(hint.width(), option.fontMetrics.horizontalAdvance("0") * _RATE_FIGURES), hint.height()
        )


class CandidatesTable(QTableView):
    """`key_pressed(int)`: a digit from 1; `taken`: Enter or double click; `left_above`: Up from the top."""

    key_pressed = Signal(int)
    taken = Signal()
    left_above = Signal()

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("candidates")
        self.setModel(model)
        self.setItemDelegateForColumn(WORDS, WordsDelegate(self))
        self.setItemDelegateForColumn(COLUMN_1, RateDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFont(tabular(self.font()))
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(row_height(self))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(lambda _: self.taken.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, Enter, and Up out of the first row; the rest is as usual."""
        digit = event.key() - Qt.Key.Key_0
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_above.emit()
        elif 1 <= digit <= 9 and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.key_pressed.emit(digit)
        else:
            super().keyPressEvent(event)

    def select(self, row: int) -> None:
        """Make a row the current one."""
        self.setCurrentIndex(self.model().index(row, NUMBER))


def row_height(widget: QWidget) -> int:
    """The height of a row of two lines."""
    return round(widget.fontMetrics().height() * (1 + SMALL)) + _AIR
