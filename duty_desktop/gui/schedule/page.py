"""The page "Schedule": what is in force on a day, what changes next, what changed, sources, coverage."""

from datetime import date

from PySide6.QtCore import QSignalBlocker, QTimer, QUrl, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QTabBar, QTextBrowser, QVBoxLayout, QWidget

from duty_desktop.gui.schedule.bar import ScheduleBar
from duty_desktop.gui.schedule.contents import Asked, entries
from duty_desktop.gui.schedule.entries import Entry, View
from duty_desktop.gui.schedule.entry_list import EntryList
from duty_desktop.gui.schedule.writer import LIST_LINK, MEASURE_LINK, SOURCE_LINK
from duty_desktop.gui.texts import marked, said, tr
from duty_desktop.gui.views.explanation_panel import page_colors
from duty_desktop.gui.views.fields import quiet_label
from duty_desktop.tariff.law import Law

_TABS = {
    View.IN_FORCE: marked("In force"),
    View.NEXT: marked("What changes next"),
    View.BETWEEN: marked("Between two days"),
    View.SOURCES: marked("Sources"),
    View.COVERAGE: marked("Coverage"),
}
_ACROSS = (400, 1000)
_MARGIN, _TYPING_MS = 18, 120


class SchedulePage(QWidget):
    """The law, to be read and searched. `back_asked`: the person has read enough."""

    back_asked = Signal()

    def __init__(self, law: Law, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("schedulePage")
        self._law = law
        self._entry: Entry | None = None
        self._opened: frozenset[str] = frozenset()
        self.bar = ScheduleBar(law, self)
        self.tabs = QTabBar(self)
        self.notice = quiet_label(self, wraps=True)
        self.list = EntryList(self)
        self.page = QTextBrowser(self)
        self._lay_out()
        self._due = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._connect()
        self.name_parts()

    def _lay_out(self) -> None:
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for _ in _TABS:
            self.tabs.addTab("")
        self.notice.setContentsMargins(_MARGIN, 4, _MARGIN, 4)
        self.page.setObjectName("scheduleText")
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setOpenLinks(False)
        self.page.document().setDocumentMargin(_MARGIN)
        self.across = QSplitter(self)
        self.across.setHandleWidth(1)
        self.across.setChildrenCollapsible(False)
        self.across.addWidget(self.list)
        self.across.addWidget(self.page)
        self.across.setStretchFactor(1, 1)
        self.across.setSizes(_ACROSS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(_MARGIN - 4, 0, _MARGIN, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        layout.addWidget(self.bar)
        layout.addLayout(row)
        layout.addWidget(self.notice)
        layout.addWidget(self.across, 1)

    def _connect(self) -> None:
        self.bar.back_asked.connect(self.back_asked)
        self.bar.asked.connect(self._due.start)
        self.bar.list_asked.connect(self.list.setFocus)
        self._due.timeout.connect(self.show_law)
        self.bar.words.returnPressed.connect(self.show_law)
        self.tabs.currentChanged.connect(self._show_view)
        self.list.entry_chosen.connect(self._show_entry)
        self.page.anchorClicked.connect(self._follow)
        QShortcut(QKeySequence("Esc"), self, self.back_asked.emit)
        for keys in QKeySequence.keyBindings(QKeySequence.StandardKey.Find):
            QShortcut(keys, self, self.begin)

    @property
    def view(self) -> View:
        """The view shown."""
        return list(_TABS)[self.tabs.currentIndex()]

    def begin(self) -> None:
        """Put the keyboard into the search."""
        self.bar.words.setFocus()
        self.bar.words.selectAll()

    def show_day(self, on: date) -> None:
        """Show what is in force on a day."""
        self.bar.set_day(on)
        with QSignalBlocker(self.tabs):
            self.tabs.setCurrentIndex(list(_TABS).index(View.IN_FORCE))
        self.show_law()

    def show_heading(self, on: date, measure: str, heading: str) -> None:
        """Show a heading's place among the rules of its measure."""
        self.bar.set_day(on)
        self._go(View.IN_FORCE, measure)
        self.page.scrollToAnchor(heading)

    def show_law(self, key: str = "") -> None:
        """Ask the law again; the entry with `key`, else the one shown, stays the current one."""
        self._due.stop()
        self.bar.show_earlier(self.view is View.BETWEEN)
        asked = Asked(self.view, self.bar.day_on, self.bar.day_earlier, self.bar.words.text().strip())
        found = entries(self._law, asked, page_colors())
        later = asked.on > self._law.schedule_as_of
        self.notice.setText(said(self._law.schedule.coverage.notice) if later else "")
        self.notice.setVisible(later)
        self.list.show_entries(found, key or (self._entry.key if self._entry else ""))

    def retranslate(self) -> None:
        """Take the language and the colours shown now."""
        self.name_parts()
        self.show_law()

    def name_parts(self) -> None:
        """Name everything but the law, which `show_day` and `show_heading` show anew."""
        self.bar.retranslate()
        for place, text in enumerate(_TABS.values()):
            self.tabs.setTabText(place, tr(text))
        self.tabs.setAccessibleName(tr("Views of the schedule"))
        self.list.setAccessibleName(tr("Measures, days or sources"))
        self.page.setAccessibleName(tr("The law of the chosen entry"))

    def _show_view(self, _: int) -> None:
        self.show_law()

    def _show_entry(self, entry: Entry | None) -> None:
        if entry is None or self._entry is None or entry.key != self._entry.key:
            self._opened = frozenset()
            self.page.verticalScrollBar().setValue(0)
        self._entry = entry or self._entry
        if entry is None:
            self.page.setHtml(f"<p>{tr('Nothing in this view holds these words.')}</p>")
            return
        place = self.page.verticalScrollBar().value()
        self.page.setHtml(entry.html(self._opened))
        self.page.verticalScrollBar().setValue(place)

    def _go(self, view: View, key: str) -> None:
        self.bar.words.blockSignals(True)
        self.bar.words.clear()
        self.bar.words.blockSignals(False)
        with QSignalBlocker(self.tabs):
            self.tabs.setCurrentIndex(list(_TABS).index(view))
        self.show_law(key)

    def _follow(self, link: QUrl) -> None:
        kind, _, target = link.toString().partition(":")
        if kind == LIST_LINK:
            self._opened ^= {target}
            self._show_entry(self._entry)
        elif kind == SOURCE_LINK:
            self._go(View.SOURCES, target)
        elif kind == MEASURE_LINK:
            measure, _, heading = target.partition("/")
            self._go_to_measure(measure, heading)

    def _go_to_measure(self, measure: str, heading: str) -> None:
        """Show a measure on the day shown; when it is not law then, on the first day it is."""
        found = next(one for one in self._law.schedule.measures if one.id == measure)
        rules = [rule for rule in found.rules if not heading or heading == rule.heading] or found.rules
        on = self.bar.day_on
        if not any(rule.in_force(on) for rule in rules):
            self.bar.set_day(rules[0].first)
        self._go(View.IN_FORCE, measure)
        if heading:
            self.page.scrollToAnchor(heading)
