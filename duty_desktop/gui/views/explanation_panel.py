"""Why the chosen line's duty is what it is, what it still needs, and what was declared for it."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from duty_desktop.estimate.edits import LineEdit
from duty_desktop.estimate.result import Explanation, Question, StepKind
from duty_desktop.gui.explanation_page import (
    BRANCH_LINK,
    CONFIRM_LINK,
    FIND_LINK,
    LAW_LINK,
    SOURCE_LINK,
    WHAT_IF_LINK,
    WORDS_LINK,
    ExplanationPage,
    LineTitle,
    PageColors,
)
from duty_desktop.gui.look import look
from duty_desktop.gui.session import Session
from duty_desktop.gui.texts import tr
from duty_desktop.gui.views.answer_box import asked_fact
from duty_desktop.gui.views.needs_box import MOST_ASKED, Need, NeedsBox

_MARGIN = 14
_MOST_ASKING = 0.6  # of the height; a question with three answers fits a small window
SHIPMENT_FACTS = frozenset({"transport", "loaded_on"})  # one answer for all lines, whichever asks


class ExplanationPanel(QFrame):
    """The page of the current line.

    `facts_asked`: declare facts. `copy_asked(text)`: put it on the clipboard. `law_asked(measure, heading)`:
    show the heading's place in the schedule. `number_asked(line)`: find its number in the tariff.
    `source_asked`: show where the line was read from.
    """

    facts_asked = Signal()
    copy_asked = Signal(str)
    law_asked = Signal(str, str)
    number_asked = Signal(int)
    source_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._session, self._line = session, -1
        self._explanation: Explanation | None = None
        self._opened: set[int] = set()
        self.needs = NeedsBox(self)
        self._needs_area = QScrollArea(self)
        self._needs_area.setWidgetResizable(True)
        self._needs_area.setFrameShape(QFrame.Shape.NoFrame)
        self._needs_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._needs_area.setWidget(self.needs)
        self.page = QTextBrowser(self)
        self.page.setObjectName("explanation")
        self.page.setOpenLinks(False)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.document().setDocumentMargin(_MARGIN)
        self.facts, self.copy = QPushButton(self), QPushButton(self)
        self._lay_out()
        self.page.anchorClicked.connect(self._follow)
        self.needs.answered.connect(self._answer)
        self.facts.clicked.connect(self.facts_asked)
        self.copy.clicked.connect(lambda: self.copy_asked.emit(self.plain_text()))
        self._due = QTimer(self, singleShot=True, interval=0)
        self._due.timeout.connect(lambda: session.when_free(self._show_page))
        session.changed.connect(self._due.start)
        self.retranslate()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(_MARGIN, 8, _MARGIN, 10)
        buttons.setSpacing(8)
        buttons.addWidget(self.facts)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._needs_area)
        layout.addWidget(self.page, 1)
        layout.addLayout(buttons)

    def show_line(self, line: int) -> None:
        """Explain a line (from 0); -1 shows nothing."""
        if line != self._line:
            self._opened.clear()
            self._line = line
        self._due.start()

    def plain_text(self) -> str:
        """The explanation as plain words."""
        if self._explanation is None:
            return ""
        from duty_desktop.estimate.as_text import explanation_as_text
        from duty_desktop.gui.texts import language

        return explanation_as_text(self._explanation, language())

    def retranslate(self) -> None:
        """Take the language and the colours shown now."""
        self.page.setAccessibleName(tr("Explanation of the line"))
        self.facts.setText(tr("Declare &facts…"))
        self.facts.setToolTip(tr("Every fact that may be declared for the selected lines"))
        self.copy.setText(tr("Cop&y as text"))
        self.copy.setToolTip(tr("Copy this explanation in plain words"))
        if self._session.is_open:
            self._show_page()

    def _show_page(self) -> None:
        worksheet = self._session.worksheet
        if not 0 <= self._line < len(worksheet):
            self._explanation = None
            self.page.setHtml("")
            self.needs.show_needs(())
            self._fit_needs()
            return
        scroll = self.page.verticalScrollBar()
        place = scroll.value()
        self._explanation = worksheet.explain(self._line)
        table = worksheet.table
        where = tr("{sheet}, row {row}", sheet=table.sheet[self._line], row=table.row[self._line])
        title = LineTitle(self._line + 1, table.description[self._line], where)
        page = ExplanationPage(dict(worksheet.law.facts), page_colors(), self._opened)
        asked = self._show_needs()
        questions = sum(step.kind is StepKind.QUESTION for step in self._explanation.steps)
        html = page.html(title, self._explanation, asked_above=asked >= questions)
        self.page.setHtml(html + page.what_if(worksheet.what_if(self._line)))
        scroll.setValue(place)

    def _show_needs(self) -> int:
        worksheet = self._session.worksheet
        asked = [
            Need(question, worksheet.narrowed(question, (self._line,)), fact)
            for question in self._session.questions
            if self._line in question.lines and (fact := asked_fact(worksheet.law, question)) is not None
        ]
        self.needs.show_needs(asked)
        self._fit_needs()
        return min(len(asked), MOST_ASKED)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is asked takes no more than its share of the height, and can be scrolled beyond it."""
        super().resizeEvent(event)
        self._fit_needs()

    def minimumSizeHint(self) -> QSize:
        """What is asked gives way in a low window: what it takes now is no reason to keep the window high."""
        least, asked = super().minimumSizeHint(), self._needs_area
        if asked.isHidden():
            return least
        return QSize(least.width(), least.height() - asked.height() + asked.minimumSizeHint().height())

    def _fit_needs(self) -> None:
        self._needs_area.setVisible(not self.needs.isHidden())
        wanted = max(self.needs.heightForWidth(self.width()), self.needs.minimumSizeHint().height())
        self._needs_area.setFixedHeight(min(wanted, int(self.height() * _MOST_ASKING)))

    def _answer(self, question: Question, value: str, for_all: bool) -> None:
        alone = not for_all and question.id not in SHIPMENT_FACTS
        self._session.answer(replace(question, lines=(self._line,)) if alone else question, value)

    def _follow(self, link: QUrl) -> None:
        kind, _, place = link.toString().partition(":")
        if kind == WORDS_LINK:
            self._opened ^= {int(place)}
            self._show_page()
        elif kind == SOURCE_LINK:
            self.source_asked.emit()
        elif kind == CONFIRM_LINK:
            self._session.do(self._session.worksheet.settle_proposals((self._line,), confirmed=True))
        elif kind == FIND_LINK:
            self.number_asked.emit(self._line)
        elif kind == LAW_LINK:
            measure, _, heading = place.partition("/")
            self.law_asked.emit(measure, heading)
        elif kind == WHAT_IF_LINK:
            name, _, value = place.partition("=")
            group = self._session.worksheet.law.fact_groups.get(name)
            self._declare((group.sets(value) if group is not None else {name: value}).items())
        elif kind == BRANCH_LINK and self._explanation is not None:
            self._declare(self._explanation.branches[int(place)].answers)

    def _declare(self, values: Iterable[tuple[str, str]]) -> None:
        """Declare facts for the line as one step."""
        self._session.do(*(LineEdit(f"fact:{name}", (self._line,), (value,)) for name, value in values))


def page_colors() -> PageColors:
    """The colours in use, for rich text."""
    colors = look()
    return PageColors(
        colors.text.name(),
        colors.muted.name(),
        colors.accent.name(),
        colors.review.name(),
        colors.hairline.name(),
    )
