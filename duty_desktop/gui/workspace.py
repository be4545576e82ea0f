"""A shipment in sight: its facts on top, totals, lines and explanation beside each other, questions below."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from duty_desktop.estimate.result import Question
from duty_desktop.gui.models.line_order import LineFilter
from duty_desktop.gui.models.lines_model import LinesModel
from duty_desktop.gui.session import Session
from duty_desktop.gui.settings import WINDOW_SPLITS, number_in
from duty_desktop.gui.source.source_panel import SourcePanel
from duty_desktop.gui.source.source_shelf import SourceShelf
from duty_desktop.gui.texts import said, tr
from duty_desktop.gui.views.banner import Banner
from duty_desktop.gui.views.below_tabs import BelowTabs
from duty_desktop.gui.views.explanation_panel import ExplanationPanel
from duty_desktop.gui.views.filter_bar import FilterBar
from duty_desktop.gui.views.find_bar import FindBar
from duty_desktop.gui.views.lines_table import LinesTable
from duty_desktop.gui.views.questions_panel import QuestionsPanel
from duty_desktop.gui.views.shipment_bar import ShipmentBar
from duty_desktop.gui.views.totals_panel import TotalsPanel
from duty_desktop.terms.findings import Finding, Place

_ACROSS, _DOWN = (214, 1068, 318), (582, 264)


class Workspace(QWidget):
    """Puts the parts together. `selection_told(str)`: what the status bar says about the selection;
    `message_told(str)`: what an answer did; `number_asked(lines)`: find a number for these lines;
    `numbers_asked(searching)`: see the numbers of all lines, or look for them at once.
    """

    selection_told = Signal(str)
    message_told = Signal(str)
    facts_asked = Signal()
    shipment_asked = Signal()
    limits_asked = Signal()
    copy_asked = Signal(str)
    law_asked = Signal(str, str)
    number_asked = Signal(object)
    numbers_asked = Signal(bool)

    def __init__(
        self, session: Session, banner: Banner, shelf: SourceShelf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._banner = session, banner
        self._refused: Finding | None = None
        self.bar = ShipmentBar(session, self)
        self.model = LinesModel(session, self)  # the first to hear of other lines: others breathe then
        self.totals = TotalsPanel(session, self)
        self.filter = FilterBar(self)
        self.table = LinesTable(session, self.model, self)
        session.breathe()
        self.find_bar = FindBar(self)
        self.explanation = ExplanationPanel(session, self)
        self.questions = QuestionsPanel(session, self)
        session.breathe()
        self.source = SourcePanel(session, shelf, self)
        self.below = BelowTabs(self.questions, self.source, self)
        session.breathe()
        self._lay_out()
        session.breathe()
        self._connect()
        self.table.columns.restore()
        self._restore_splits()

    def _lay_out(self) -> None:
        lines = QFrame(self)
        lines.setObjectName("panel")
        middle = QVBoxLayout(lines)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        for widget in (self.filter, self.table, self.find_bar):
            middle.addWidget(widget, int(widget is self.table))
        self.across = QSplitter(Qt.Orientation.Horizontal, self)
        for part in (self.totals, lines, self.explanation):
            self.across.addWidget(part)
        self.across.setStretchFactor(1, 1)
        self.down = QSplitter(Qt.Orientation.Vertical, self)
        self.down.addWidget(self.across)
        self.down.addWidget(self.below)
        self.down.setStretchFactor(0, 1)
        for split in (self.across, self.down):
            split.setChildrenCollapsible(False)
            split.setHandleWidth(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self.down, 1)

    def _connect(self) -> None:
        self.table.line_chosen.connect(self.explanation.show_line)
        self.table.line_chosen.connect(self.source.show_line)
        self.source.line_asked.connect(self.table.go_to_line)
        self.below.height_asked.connect(self._give_height)
        self.table.selection_moved.connect(self._tell_selection)
        self.filter.filter_changed.connect(
            lambda chosen: self._session.when_free(lambda: self.show_filter(chosen))
        )
        self.table.columns.filter_asked.connect(self.show_filter)
        self.totals.filter_asked.connect(self.show_filter)
        self.questions.lines_asked.connect(self.show_lines_of)
        self.questions.told.connect(self.message_told)
        self._banner.place_asked.connect(self.go_to_place)
        self._banner.place_asked.connect(self.source.show_place)
        self.find_bar.find_asked.connect(self.find_lines)
        self.bar.more_asked.connect(self.shipment_asked)
        self.explanation.facts_asked.connect(self.facts_asked)
        self.explanation.source_asked.connect(self.below.show_source)
        self.explanation.copy_asked.connect(self.copy_asked)
        self.explanation.law_asked.connect(self.law_asked)
        self.explanation.number_asked.connect(lambda line: self.number_asked.emit((line,)))
        self.questions.number_asked.connect(self.number_asked)
        self.questions.numbers_asked.connect(self.numbers_asked)
        self.totals.limits_asked.connect(self.limits_asked)
        self.totals.law_asked.connect(self.law_asked)
        self.model.reordered.connect(self._show_count)
        self._session.opened.connect(self._begin)
        self._session.refused.connect(self._tell_refused)
        self._session.changed.connect(self._after_change)

    def show_filter(self, chosen: LineFilter) -> None:
        """Show only the lines that pass, and say so everywhere."""
        self.model.set_filter(chosen)
        self.filter.show_filter(chosen)
        self.totals.show_filter(chosen)
        self._show_count()

    def show_lines_of(self, question: Question) -> None:
        """Show only the lines of a question and put the keyboard into them."""
        self.show_filter(LineFilter(lines=frozenset(question.lines), lines_because=said(question.text)))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_place(self, place: Place) -> None:
        """Go to the line that was read from a row of the invoice; the nearest before when it is none."""
        table = self._session.worksheet.table
        before = [
            line
            for line, (sheet, row) in enumerate(zip(table.sheet, table.row, strict=True))
            if sheet == place.sheet and row <= (place.row or 0)
        ]
        if before:
            if self.model.row_of(before[-1]) is None:
                self.show_filter(LineFilter())
            self.table.go_to_line(before[-1])
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_lines(self, text: str, step: int) -> None:
        """Go to the next (1), previous (-1) or nearest (0) shown line with the words of `text`."""
        rows = [row for row in map(self.model.row_of, self.model.lines_with(text)) if row is not None]
        rows.sort()
        if not rows:
            self.find_bar.show_found(0, 0)
            return
        current = self.table.currentIndex().row()
        if step < 0:
            place = max((place for place, row in enumerate(rows) if row < current), default=len(rows) - 1)
        else:
            place = next((place for place, row in enumerate(rows) if row >= current + step), 0)
        self.table.go_to_line(self.model.line_at(rows[place]))
        self.find_bar.show_found(place + 1, len(rows))

    def retranslate(self, breathe: Callable[[], None]) -> None:
        """Take the language and the colours shown now; `breathe` lets the window paint between the parts."""
        for part in (self.bar, self.filter, self.find_bar, self.explanation, self.questions, self.below):
            part.retranslate()
            breathe()
        self.table.setAccessibleName(tr("Goods lines"))
        self.table.columns.frozen.setAccessibleName(tr("Goods lines, columns kept in sight"))
        if self._session.is_open:
            self.totals.show_totals()
            breathe()
            self.model.refresh_looks()
            self.table.columns.measure()
            self._show_count()

    def _give_height(self, height: int) -> None:
        """Give the part below so much of the room, and the lines the rest."""
        whole = sum(self.down.sizes())
        self.down.setSizes([whole - height, height])

    def save_layout(self) -> None:
        """Remember columns and the sizes of the parts; those of a workspace never shown say nothing."""
        if not self.isVisible():
            return
        self.table.columns.save()
        WINDOW_SPLITS.set([",".join(map(str, split.sizes())) for split in self._splits()])

    def _splits(self) -> tuple[QSplitter, ...]:
        return (self.across, self.down, self.questions.split)

    def _restore_splits(self) -> None:
        self.across.setSizes(_ACROSS)
        self.down.setSizes(_DOWN)
        for split, text in zip(self._splits(), WINDOW_SPLITS.get(), strict=False):
            sizes = [size for word in text.split(",") if (size := number_in(word))]
            if len(sizes) == split.count():
                split.setSizes(sizes)

    def _begin(self) -> None:
        self._session.breathe()
        self._refused = None
        self.filter.show_filter(LineFilter())
        self.totals.show_filter(LineFilter())
        self._show_count()
        self._banner.show_findings(self._session.worksheet.findings())
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_refused(self, finding: Finding) -> None:
        self._refused = finding
        self._banner.show_findings([finding])

    def _after_change(self, _: object) -> None:
        if self._refused is not None:
            self._refused = None
            self._banner.dismiss()
        self.totals.show_filter(self.model.line_filter)
        self._tell_selection()

    def _show_count(self) -> None:
        if self._session.is_open:
            self.filter.show_count(self.model.rowCount(), len(self._session.worksheet))

    def _tell_selection(self) -> None:
        from duty_desktop.gui.views.line_selection import selected_block, selection_text

        block = selected_block(self.table)
        self.selection_told.emit(selection_text(self._session.worksheet, self.model, block))
        self.questions.select_lines(self.model.lines_at(block.rows))
