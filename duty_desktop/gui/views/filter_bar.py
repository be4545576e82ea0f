"""Which lines the table shows: words, class, state; and how many of all they are."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QToolButton, QWidget

from duty_desktop.estimate.result import Category, Status
from duty_desktop.gui.look import icon, look
from duty_desktop.gui.models.column_filter import filter_text
from duty_desktop.gui.models.line_order import LineFilter
from duty_desktop.gui.plain import as_name, as_plain
from duty_desktop.gui.texts import tr, trn
from duty_desktop.gui.views.fields import quiet_label
from duty_desktop.gui.words import class_name
from duty_desktop.terms.hts_number import dotted_heading

_TYPING_MS, _LEAST_FIGURES = 180, 14
_EDITED = "edited"


class FilterBar(QWidget):
    """`filter_changed(LineFilter)`: the person wants other lines shown."""

    filter_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = LineFilter()
        self.words = QLineEdit(self, clearButtonEnabled=True)
        self.words.setObjectName("filterWords")
        self.words.setMinimumWidth(self.fontMetrics().horizontalAdvance("0") * _LEAST_FIGURES)
        self.category = QComboBox(self)
        self.state = QComboBox(self)
        self.chip = QToolButton(self)
        self.chip.setObjectName("chip")
        self.chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.chip.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.count = quiet_label(self)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(8)
        layout.addWidget(self.words, 1)
        for widget in (self.category, self.state, self.chip):
            layout.addWidget(widget)
        layout.addSpacing(4)
        layout.addWidget(self.count)
        self._typing.timeout.connect(self._tell)
        self.words.textChanged.connect(self._typing.start)
        self.category.activated.connect(self._tell)
        self.state.activated.connect(self._tell)
        self.chip.clicked.connect(self._drop_chip)
        self.retranslate()

    @property
    def shown_filter(self) -> LineFilter:
        """What the widgets say."""
        category, state = self.category.currentData(), self.state.currentData()
        return replace(
            self._filter,
            text=self.words.text().strip(),
            category=Category(category) if category else None,
            status=Status(state) if state and state != _EDITED else None,
            edited=state == _EDITED,
        )

    def show_filter(self, chosen: LineFilter) -> None:
        """Show a filter that was set elsewhere."""
        self._filter = chosen
        with QSignalBlocker(self.words):
            if self.words.text().strip() != chosen.text:
                self.words.setText(chosen.text)
        self.category.setCurrentIndex(max(0, self.category.findData(chosen.category or "")))
        self.state.setCurrentIndex(
            max(0, self.state.findData(_EDITED if chosen.edited else chosen.status or ""))
        )
        self._show_chip()

    def show_count(self, shown: int, whole: int) -> None:
        """Say how many lines are shown."""
        if shown == whole:
            self.count.setText(trn("1 line", "{n} lines", whole))
        else:
            self.count.setText(tr("{shown} of {whole} lines", shown=f"{shown:,}", whole=f"{whole:,}"))

    def retranslate(self) -> None:
        """Take the language and the colours shown now."""
        shown = self._filter
        self.words.setPlaceholderText(tr("Filter: description, item, number, heading"))
        self.words.setAccessibleName(tr("Filter lines by words"))
        self.words.setToolTip(tr("Lines that hold all the words; Esc shows all lines again"))
        self.category.clear()
        self.category.addItem(tr("All classes"), "")
        for category in Category:
            self.category.addItem(class_name(category), category.value)
        self.category.setAccessibleName(tr("Filter lines by class"))
        self.state.clear()
        self.state.addItem(tr("All states"), "")
        self.state.addItem(tr("Needs review"), Status.REVIEW.value)
        self.state.addItem(tr("Rated"), Status.RATED.value)
        self.state.addItem(tr("Changed by hand"), _EDITED)
        self.state.setAccessibleName(tr("Filter lines by state"))
        self.show_filter(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shows all lines again."""
        if event.key() == Qt.Key.Key_Escape and not self.shown_filter.is_empty:
            self.filter_changed.emit(LineFilter())
            return
        super().keyPressEvent(event)

    def _show_chip(self) -> None:
        chosen = self._filter
        parts = [chosen.lines_because, dotted_heading(chosen.heading) if chosen.heading else ""]
        words = " · ".join(filter(None, (*parts, *map(filter_text, chosen.columns))))
        self.chip.setVisible(bool(words))
        short = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, 220)
        self.chip.setText(as_name(short))
        self.chip.setAccessibleName(tr("Only: {what}", what=words))
        self.chip.setToolTip(as_plain(f"{words}\n" + tr("Press to take this filter away")))
        self.chip.setIcon(icon("close", look().muted))

    def _drop_chip(self) -> None:
        self._filter = replace(self._filter, lines=None, lines_because="", heading="", columns=())
        self._tell()

    def _tell(self) -> None:
        self._typing.stop()
        self.filter_changed.emit(self.shown_filter)
