"""What stands beneath the lines: the open questions, or the invoice's own sheet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from duty_desktop.gui.source.source_panel import SourcePanel
from duty_desktop.gui.texts import tr
from duty_desktop.gui.views.questions_panel import QuestionsPanel

_LEAST_SHEET = 360


class BelowTabs(QTabWidget):
    """Each tab keeps its own height. `height_asked(int)`: so much room is wanted."""

    height_asked = Signal(int)

    def __init__(self, questions: QuestionsPanel, source: SourcePanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("below")
        self.setDocumentMode(True)
        self._questions, self._source = questions, source
        self._heights = [0, 0]
        self._shown = 0
        for part in (questions, source):
            self.addTab(part, "")
        self.currentChanged.connect(self._change)

    def show_questions(self) -> None:
        """Put the keyboard into the questions."""
        self.setCurrentWidget(self._questions)
        self._questions.begin()

    def show_source(self) -> None:
        """Put the keyboard into the invoice's sheet."""
        self.setCurrentWidget(self._source)
        self._source.begin()

    def retranslate(self) -> None:
        """Take the language shown now."""
        self.setTabText(0, tr("Questions"))
        self.setTabText(1, tr("Invoice sheet"))
        self.setTabToolTip(1, tr("See where the current line was read from, and say how to read it"))
        self._source.retranslate()

    def _change(self, place: int) -> None:
        self._heights[self._shown], self._shown = self.height(), place
        wanted = self._heights[place] or (_LEAST_SHEET if place else self.height())
        self.height_asked.emit(max(wanted, self.minimumSizeHint().height()))
