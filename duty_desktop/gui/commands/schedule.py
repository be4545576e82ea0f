"""The page "Schedule" in the window: made when first asked for, left for what was shown before."""

from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from duty_desktop.gui.content import Content
    from duty_desktop.gui.schedule.page import SchedulePage


class ScheduleCommands(QObject):
    """Shows the page and goes back from it; what edits the lines rests while they are out of sight."""

    def __init__(self, content: "Content") -> None:
        super().__init__(content)
        self._content, self._window = content, content.window
        self._before: QWidget = self._window.start
        self._focus: QWidget | None = None
        self._banner_shown = False
        self.page: SchedulePage | None = None
        self._is_stale = False  # in the language and the colours of before
        self._window.actions_["schedule"].triggered.connect(self.show)
        self._window.stack.currentChanged.connect(self._follow_stack)
        content.workspace.law_asked.connect(self._show_heading)

    @property
    def is_shown(self) -> bool:
        """Whether the page is in sight."""
        return self.page is not None and self._window.stack.currentWidget() is self.page

    def show(self) -> None:
        """Show what is in force on the entry date, or today; again: go to the search."""
        shown = self.is_shown
        page = self._shown_page()
        if not shown:
            page.show_day(self._entry_date())
        page.begin()

    def back(self) -> None:
        """Show what was shown before the page."""
        if self.is_shown:
            self._window.stack.setCurrentWidget(self._before)
            if self._focus is not None:
                self._focus.setFocus()

    def retranslate(self) -> None:
        """Take the language and the colours shown now; a page out of sight does when it is shown again."""
        if self.page is not None and self.is_shown:
            self.page.retranslate()
        else:
            self._is_stale = self.page is not None

    def _show_heading(self, measure: str, heading: str) -> None:
        page = self._shown_page()
        page.show_heading(self._entry_date(), measure, heading)
        page.page.setFocus()

    def _entry_date(self) -> date:
        session = self._content.session
        return session.worksheet.shipment.entry_date if session.is_open else date.today()

    def _shown_page(self) -> "SchedulePage":
        if self.page is None:
            self.page = self._made_page()
        elif self._is_stale:
            self.page.name_parts()
        self._is_stale = False
        if not self.is_shown:
            self._before = self._window.stack.currentWidget() or self._window.start
            self._focus = self._window.focusWidget()
            self._window.stack.setCurrentWidget(self.page)
            self._content.jobs.breathe()
        return self.page

    def _made_page(self) -> "SchedulePage":
        jobs = self._content.jobs
        module = jobs.beside(lambda: import_module("duty_desktop.gui.schedule.page"))
        page: SchedulePage = module.SchedulePage(self._content.law, self._window)
        page.back_asked.connect(self.back)
        jobs.breathe()
        self._window.stack.addWidget(page)
        return page

    def _follow_stack(self) -> None:
        """Hold what edits the lines while the page is in sight, and the banner, which speaks of them."""
        banner, shown = self._content.banner, self.is_shown
        self._window.actions_.hold_editing(shown)
        if shown:
            self._banner_shown = banner.isVisible()
            banner.hide()
        elif (
            self._banner_shown
            and banner.findings
            and self._window.stack.currentWidget() is self._content.workspace
        ):
            banner.show()
