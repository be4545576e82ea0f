"""The list beside the page: an entry's name and, below it, a quiet line about it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from duty_desktop.gui.look import look, scaled
from duty_desktop.gui.schedule.entries import Entry
from duty_desktop.gui.views.fields import SMALL

_AIR, _SIDE, _MOST_LINES = 8, 12, 3
_ABOUT = Qt.ItemDataRole.UserRole


class EntryList(QListWidget):
    """`entry_chosen(Entry)`: another entry is the current one."""

    entry_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(_TwoLines(self))
        self.currentRowChanged.connect(self._tell)

    @property
    def entries(self) -> Sequence[Entry]:
        """The entries shown."""
        return self._entries

    def show_entries(self, entries: Sequence[Entry], key: str) -> None:
        """Show these entries, that with `key` (else the first) the current one."""
        self.blockSignals(True)
        self.clear()
        self._entries = list(entries)
        for entry in entries:
            item = QListWidgetItem(entry.title)
            item.setData(_ABOUT, entry.about)
            item.setToolTip(entry.about)
            self.addItem(item)
        keys = [entry.key for entry in entries]
        self.setCurrentRow(keys.index(key) if key in keys else min(0, len(keys) - 1))
        self.blockSignals(False)
        self._tell(self.currentRow())

    def choose(self, key: str) -> bool:
        """Make an entry the current one; False when it is not shown."""
        keys = [entry.key for entry in self._entries]
        if key not in keys:
            return False
        self.setCurrentRow(keys.index(key))
        return True

    def _tell(self, row: int) -> None:
        self.entry_chosen.emit(self._entries[row] if 0 <= row < len(self._entries) else None)


class _TwoLines(QStyledItemDelegate):
    """Paints the name, wrapped, and the line about it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """High enough for the name at the width of the list, with or without its scroll bar."""
        view = self.parent()
        width = option.rect.width()
        if isinstance(view, QListWidget):
            width = view.width() - view.verticalScrollBar().sizeHint().width()
        name, about = self._places(option, index, QRect(0, 0, width, 0))
        return QSize(width, name.height() + about.height() + 2 * _AIR)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The row's own background, then the texts."""
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        text, shown.text = shown.text, ""
        shown.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget)
        chosen = bool(shown.state & QStyle.StateFlag.State_Selected)
        name, about = self._places(option, index, option.rect)
        painter.save()
        painter.setPen(look().on_highlight if chosen else look().text)
        painter.setFont(option.font)
        painter.drawText(name, Qt.TextFlag.TextWordWrap, text)
        painter.setPen(look().on_highlight if chosen else look().muted)
        painter.setFont(scaled(option.font, SMALL))
        told = painter.fontMetrics().elidedText(
            str(index.data(_ABOUT)), Qt.TextElideMode.ElideRight, about.width()
        )
        painter.drawText(about, Qt.TextFlag.TextSingleLine, told)
        painter.restore()

    def _places(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, whole: QRect
    ) -> tuple[QRect, QRect]:
        from PySide6.QtGui import QFontMetrics

        inner = whole.adjusted(_SIDE, _AIR, -_SIDE, 0)
        metrics = QFontMetrics(option.font)
        room = QRect(0, 0, inner.width(), metrics.lineSpacing() * _MOST_LINES)
        height = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, str(index.data())).height()
        name = QRect(inner.left(), inner.top(), inner.width(), min(height, room.height()))
        about_height = QFontMetrics(scaled(option.font, SMALL)).lineSpacing() + 2
        return name, QRect(name.left(), name.bottom() + 3, name.width(), about_height)
