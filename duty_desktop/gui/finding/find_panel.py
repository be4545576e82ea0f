"""The find panel: words or digits typed, candidates with their duty, questions that separate them."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from duty_desktop.gui.finding.candidate_page import candidate_html
from duty_desktop.gui.finding.candidates_model import CandidatesModel
from duty_desktop.gui.finding.candidates_table import CandidatesTable
from duty_desktop.gui.finding.searching import Searching
from duty_desktop.gui.finding.separating_box import SeparatingBox
from duty_desktop.gui.finding.sought import Goods, Sought, Wish
from duty_desktop.gui.formats import day
from duty_desktop.gui.logs import note_error
from duty_desktop.gui.texts import finding_text, said, tr, trn
from duty_desktop.gui.views.explanation_panel import page_colors
from duty_desktop.gui.views.fields import NamedField, quiet_label
from duty_desktop.tariff.law import Law
from duty_desktop.terms.findings import Finding

if TYPE_CHECKING:
    from duty_desktop.describe.candidates import Candidate
    from duty_desktop.estimate.worksheet import Worksheet

_SEPARATED = 5  # of the best candidates, as the search itself does
_HINT_FIGURES = 16
_MARGIN = 12
_SLOW_MS = 400
_MOST_RATED = 5_000  # lines; more of them would hold up typing


class FindPanel(QDialog):
    """`number_chosen(lines, number)`: the person takes a number for these lines.

    Without a worksheet or lines it is for browsing: a number is copied instead.
    """

    number_chosen = Signal(object, str)

    def __init__(
        self, law: Law, when_free: Callable[[Callable[[], None]], None], parent: QWidget | None = None
    ) -> None:
        """`when_free` does what looks at the worksheet at a moment when nobody changes it."""
        super().__init__(parent)
        self._law, self._when_free = law, when_free
        self.setObjectName("findPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1180, 660)
        self._worksheet: Worksheet | None = None
        self._lines: tuple[int, ...] = ()
        self._goods: Goods | None = None
        self._on = date.today()
        self._sought: Sought | None = None
        self._composes = False
        self.words, self.hint = QLineEdit(self, clearButtonEnabled=True), QLineEdit(self)
        self._named_words, self._named_hint = NamedField(self.words, self), NamedField(self.hint, self)
        self.about, self.told = quiet_label(self, wraps=True), QLabel(self)
        self.model = CandidatesModel(self)
        self.table = CandidatesTable(self.model, self)
        self.page = QTextBrowser(self)
        self.questions = SeparatingBox(self)
        self.state = quiet_label(self, wraps=True)
        self.take, self.copy, self.close_ = QPushButton(self), QPushButton(self), QPushButton(self)
        self.searching = Searching(self)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._rating = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()
        self._name_parts()

    def _lay_out(self) -> None:
        self.told.setObjectName("review")
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.hide()
        self.hint.setMaximumWidth(self.fontMetrics().horizontalAdvance("0") * _HINT_FIGURES)
        self.page.setOpenLinks(False)
        self.page.document().setDocumentMargin(_MARGIN)
        head = QHBoxLayout()
        head.addWidget(self._named_words, 1)
        head.addWidget(self._named_hint)
        left = QWidget(self)
        left.setObjectName("panel")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(self.questions)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        for part in (left, self.page):
            self.split.addWidget(part)
        self.split.setSizes([860, 300])
        self.split.setStretchFactor(0, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.state, 1)
        for button in (self.take, self.copy, self.close_):
            button.setAutoDefault(False)
            foot.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(self.about)
        whole.addWidget(self.told)
        whole.addWidget(self.split, 1)
        whole.addLayout(foot)

    def _connect(self) -> None:
        self.words.textChanged.connect(self._ask)
        self.hint.textChanged.connect(self._ask)
        for field in (self.words, self.hint):
            field.installEventFilter(self)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_page())
        self.table.taken.connect(self._take)
        self.table.key_pressed.connect(self.questions.answers.press)
        self.table.left_above.connect(self.words.setFocus)
        self.page.anchorClicked.connect(self._follow)
        self.questions.narrowed.connect(self._narrow)
        self.questions.widened.connect(self._widen)
        self.take.clicked.connect(self._take)
        self.copy.clicked.connect(self._copy)
        self.close_.clicked.connect(self.close)
        self.searching.found.connect(self._show)
        self.searching.failed.connect(self._tell_failure)
        self.finished.connect(self._end)
        self._slow.timeout.connect(lambda: self.state.setText(tr("Looking it up…")))
        self._rating.timeout.connect(lambda: self._when_free(self._rate_next))

    def _name_parts(self) -> None:
        self.setWindowTitle(tr("Find an HTS number"))
        self._named_words.set_name(
            tr("&Description or number"), tr("English or Japanese words, sizes, or the digits of a number")
        )
        self._named_hint.set_name(
            tr("&Begins with"), tr("Digits that are known to be right: four, six or more")
        )
        self.hint.setPlaceholderText("8708.30")
        self.table.setAccessibleName(tr("Candidates"))
        self.page.setAccessibleName(tr("About the candidate"))
        self.copy.setText(tr("Cop&y number"))
        self.close_.setText(tr("Close"))

    def retranslate(self) -> None:
        """Take the language and the colours shown now."""
        self._name_parts()
        self._tell_lines()
        if self._sought is not None:
            self._show(self._sought)

    def begin(
        self,
        on: date,
        worksheet: "Worksheet | None" = None,
        lines: Sequence[int] = (),
        goods: Goods | None = None,
        hint: str = "",
    ) -> None:
        """Look for a number for lines that say `goods`; without lines, for whatever is typed."""
        self._on, self._worksheet, self._lines, self._goods = on, worksheet, tuple(lines), goods
        self._tell_lines()
        self.take.setVisible(bool(lines))
        (self.take if lines else self.copy).setDefault(True)
        self.hint.setText(hint)
        self.words.setText(goods.description if goods is not None else "")
        self.words.selectAll()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask()

    def _tell_lines(self) -> None:
        """Say what the search is for."""
        lines, told = self._lines, [tr("Entry date {day}", day=day(self._on))]
        if lines:
            told.insert(0, _title(lines, self._goods))
        self.about.setText(" · ".join(told))
        self.take.setText(trn("&Use for 1 line", "&Use for {n} lines", len(lines)))

    @property
    def chosen(self) -> "Candidate | None":
        """The current candidate."""
        row = self.table.currentIndex().row()
        return self.model.candidates[row] if 0 <= row < len(self.model.candidates) else None

    @property
    def rates_lines(self) -> bool:
        """Whether the duty of some candidates is still being worked out."""
        return self._shows_duties and self.model.without_duty() is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the fields, Down goes into the table and Enter takes the current candidate."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down and self.model.rowCount():
                self.table.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if not self.searching.is_running:
                    self._take()
                return True
        elif event.type() == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._composes = bool(event.preeditString())
            if not self._composes:
                QTimer.singleShot(0, self, self._ask)  # the field takes what was committed first
        return super().eventFilter(watched, event)

    def _ask(self) -> None:
        if self._composes:
            return  # with an input method; what stood there before is out of the field until it commits
        text, hint = self.words.text(), self.hint.text().strip()
        words = text.strip()
        own = self._goods is not None and words == self._goods.description.strip()
        origin = self._goods.origin if self._goods is not None else None
        typing = not own and not text[-1:].isspace()
        self.searching.ask(
            Wish(self._law, words, hint, self._on, self._goods if own else None, origin, typing)
        )
        self._slow.start()

    def _show(self, sought: Sought) -> None:
        self._slow.stop()
        self._sought = sought
        self.told.setText(" ".join(map(said, sought.told)))
        self.told.setVisible(bool(sought.told))
        self._show_candidates(sought.candidates)

    def _show_candidates(self, candidates: "Sequence[Candidate]") -> None:
        from duty_desktop.describe.separating import separations

        self.model.show_candidates(candidates)
        if candidates:
            self.table.select(0)
        else:
            self._show_page()
        asked = separations({one.number: one.chain for one in candidates[:_SEPARATED]})
        whole = len(self._sought.candidates) if self._sought is not None else 0
        self.questions.show_separation(asked[0] if asked else None, len(candidates), whole)
        for button in (self.take, self.copy):
            button.setEnabled(bool(candidates))
        self.state.setText(self._state(len(candidates)))
        self._rate()

    def _state(self, count: int) -> str:
        sought = self._sought
        if sought is None or not (sought.wish.words or sought.wish.hint):
            return tr("Type what the goods are: material, use, size.")
        parts = [] if count else [tr("Nothing in the tariff fits these words.")]
        if sought.unknown:
            parts.append(tr("Not understood: {words}", words=", ".join(sought.unknown)))
        return " ".join(parts)

    @property
    def _shows_duties(self) -> bool:
        return self._worksheet is not None and 0 < len(self._lines) <= _MOST_RATED

    def _rate(self) -> None:
        if self._shows_duties:
            self._rating.start()

    def _rate_next(self) -> None:
        """Work out the duty of the lines for one candidate at a time: typing goes on between."""
        if self._worksheet is None:  # closed by now
            return
        number = self.model.without_duty()
        if number is not None:
            self.model.show_duty(number, self._worksheet.with_number(self._lines, number))
            self._rating.start()

    def _end(self) -> None:
        self._worksheet = None
        self.searching.drop()

    def _show_page(self) -> None:
        candidate = self.chosen
        html = ""
        if candidate is not None:
            html = candidate_html(candidate, self._law.nomenclature, self._on, page_colors())
        self.page.setHtml(html)

    def _narrow(self, numbers: Sequence[str]) -> None:
        """Keep what an answer leaves; what the question was not about is out too."""
        self._show_candidates([one for one in self.model.candidates if one.number in numbers])
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _widen(self) -> None:
        if self._sought is not None:
            self._show_candidates(self._sought.candidates)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, link: QUrl) -> None:
        """Show a statistical number that stands beside a candidate: as a candidate of its own."""
        from duty_desktop.gui.finding.finder_shelf import finder_of

        number = link.path()
        numbers = [one.number for one in self.model.candidates]
        if number not in numbers:
            place = self.table.currentIndex().row() + 1
            origin = self._goods.origin if self._goods is not None else None
            beside = finder_of(self._law).rank([number], self.words.text(), self._on, origin=origin)
            shown = self.model.candidates
            self.model.show_candidates((*shown[:place], *beside, *shown[place:]))
            self._rate()
            numbers = [one.number for one in self.model.candidates]
        if number in numbers:
            self.table.select(numbers.index(number))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self) -> None:
        candidate = self.chosen
        if candidate is None:
            return
        if not self._lines:
            self._copy()
            return
        self.number_chosen.emit(self._lines, candidate.number)

    def _copy(self) -> None:
        candidate = self.chosen
        if candidate is not None:
            text = self.model.index(self.table.currentIndex().row(), 0).data()
            QGuiApplication.clipboard().setText(text)
            self.state.setText(tr("{number} copied", number=text))

    def _tell_failure(self, error: Exception) -> None:
        note_error(error)
        self._slow.stop()
        finding = getattr(error, "finding", None)
        told = finding_text(finding) if isinstance(finding, Finding) else str(error)
        self.state.setText(tr("The search did not work: {why}", why=told))


def _title(lines: Sequence[int], goods: Goods | None) -> str:
    name = goods.description if goods is not None else ""
    if len(lines) == 1:
        return tr("Line {n}", n=f"{lines[0] + 1:,}") + (f": {name}" if name else "")
    return trn("1 line", "{n} lines", len(lines)) + (f": {name}" if name else "")
