"""Numbers for all lines at once: the search as a job, what it fills in, what is confirmed or rejected."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from duty_desktop.estimate.edits import LineEdit
from duty_desktop.estimate.result import Question
from duty_desktop.gui.finding.doubts import Checking, doubt_questions, is_doubt
from duty_desktop.gui.finding.finder_shelf import finder_of, lookup_book
from duty_desktop.gui.finding.numbers_found import Group, Kind, Leftovers, edit_of
from duty_desktop.gui.models.line_order import LineFilter
from duty_desktop.gui.texts import tr
from duty_desktop.terms.hts_number import digits
from duty_desktop.terms.letting_go import let_go

if TYPE_CHECKING:
    from duty_desktop.describe.whole_invoice import NumbersFound
    from duty_desktop.estimate.worksheet import Worksheet
    from duty_desktop.gui.content import Content
    from duty_desktop.gui.finding.numbers_dialog import NumbersDialog
    from duty_desktop.terms.stopping import Progress

_MOST_DOUBTS = 100  # questions at once; the rest comes when these are answered


class WholeInvoiceCommands(QObject):
    """Opens the dialog of all numbers and does what it asks for."""

    def __init__(self, content: "Content") -> None:
        super().__init__(content)
        self._content, self._session = content, content.session
        self._leftovers: Leftovers | None = None
        self.dialog: NumbersDialog | None = None
        content.window.actions_["find-numbers"].triggered.connect(self.show)
        content.window.actions_["confirm-numbers"].triggered.connect(self.confirm_selection)
        content.workspace.numbers_asked.connect(self._show_and_search)
        content.session.opened.connect(self._close)
        content.session.changed.connect(self._show_doubts)
        self._questions = content.workspace.questions
        self._questions.shown.connect(self.check)
        self._questions.answered.connect(self._after_answer)
        self._checking = Checking(self)
        self._checking.checked.connect(self._take_check)

    def show(self) -> None:
        """Show what waits for a person."""
        from duty_desktop.gui.finding.numbers_dialog import NumbersDialog

        if self.dialog is None:
            self.dialog = dialog = NumbersDialog(self._session, self._content.window)
            dialog.tree.is_busy = lambda: self._content.jobs.is_running
            dialog.leftovers = self._leftovers
            dialog.search_asked.connect(self.search)
            dialog.confirm_asked.connect(self._confirm)
            dialog.reject_asked.connect(self._reject)
            dialog.number_asked.connect(self._content.finding.find_for)
            dialog.lines_asked.connect(self._show_lines)
            dialog.finished.connect(self._forget)
        self.dialog.show_numbers()
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self.check()

    def confirm_selection(self) -> None:
        """Confirm the proposed numbers of the selected lines."""
        worksheet = self._session.worksheet
        lines = [line for line in self._content.workspace.table.chosen_lines if line in worksheet.proposals]
        if not lines:
            self._say(tr("None of the selected lines has a proposed number."))
        elif not self._is_busy():
            self._session.do(worksheet.settle_proposals(lines, confirmed=True))

    def _show_and_search(self, searching: bool) -> None:
        self.show()
        if searching:
            self.search()

    def search(self) -> None:
        """Look for numbers for all lines that have none, beside the window, with progress and Cancel."""
        if self.dialog is None:
            return
        worksheet, least = self._session.worksheet, self.dialog.least_sure
        started = self._content.jobs.run(
            tr("Looking for HTS numbers"),
            lambda progress: _search(worksheet, least, progress),
            lambda found: self._take(worksheet, found),
            holds_worksheet=True,
        )
        if not started:
            self._is_busy()

    def _take(self, worksheet: "Worksheet", found: "NumbersFound") -> None:
        edit = edit_of(found, worksheet)
        if edit.lines:
            self._session.do(edit)
        self._leftovers = Leftovers(worksheet, found)
        self._show_doubts()
        left = self._leftovers.groups(worksheet)
        counts = {kind: sum(len(one.lines) for one in left if one.kind is kind) for kind in Kind}
        self._say(
            tr(
                "{filled} numbers proposed, {asked} lines to choose for, {doubtful} to check",
                filled=f"{len(edit.lines):,}",
                asked=f"{counts[Kind.ASKED]:,}",
                doubtful=f"{counts[Kind.DOUBTFUL]:,}",
            )
        )
        if self.dialog is not None:
            self.dialog.leftovers = self._leftovers
            self.dialog.show_numbers()

    def _confirm(self, chosen: Sequence[tuple[Group, tuple[int, ...]]]) -> None:
        """Give the lines the number shown, as one step that can be undone."""
        if self._is_busy():
            return
        numbers = {line: group.number for group, lines in chosen if group.number for line in lines}
        if numbers:
            self._session.do(LineEdit("hts", tuple(numbers), tuple(numbers.values())))

    def _reject(self, chosen: Sequence[tuple[Group, tuple[int, ...]]]) -> None:
        if self._is_busy():
            return
        doubtful = [line for group, lines in chosen if group.kind is Kind.DOUBTFUL for line in lines]
        if self._leftovers is not None:
            self._leftovers.dismiss(doubtful)
            self._show_doubts()
        proposed = [line for group, lines in chosen if group.kind is Kind.PROPOSED for line in lines]
        if proposed:
            self._session.do(self._session.worksheet.settle_proposals(proposed, confirmed=False))
        elif self.dialog is not None:
            self.dialog.show_numbers()

    def _show_lines(self, lines: Sequence[int]) -> None:
        because = tr("HTS numbers of all lines")
        self._content.workspace.show_filter(LineFilter(lines=frozenset(lines), lines_because=because))

    def _is_busy(self) -> bool:
        if self._content.jobs.is_running:
            self._say(tr("Wait for the work that runs, or cancel it."))
        return self._content.jobs.is_running

    def _say(self, text: str) -> None:
        self._content.window.statusBar().showMessage(text, 10_000)

    def check(self, _: object = None) -> None:
        """The person begins to work on numbers: see whether the invoice's own ones fit the goods."""
        if self._leftovers is None and self._session.is_open:
            self._checking.check(self._session.worksheet)

    def _take_check(self, worksheet: "Worksheet", found: "NumbersFound") -> None:
        self._content.jobs.when_free(partial(self._show_check, worksheet, found))

    def _show_check(self, worksheet: "Worksheet", found: "NumbersFound") -> None:
        if self._leftovers is None and worksheet is self._session.worksheet:
            stand = tuple(  # those that a person changed during the check are not what was checked
                one for one in found.doubtful if digits(worksheet.text("hts", one.line)) == one.number
            )
            found = replace(found, filled=(), asked=(), doubtful=stand)
            self._leftovers = Leftovers(worksheet, found, searched=False)
            self._show_doubts()
            if self.dialog is not None:
                self.dialog.leftovers = self._leftovers
                self.dialog.show_numbers()

    def _show_doubts(self, _: object = None) -> None:
        """Show the numbers to check among the questions, with the duty as it is now."""
        if self._leftovers is not None:
            worksheet = self._session.worksheet
            groups = [one for one in self._leftovers.groups(worksheet) if one.kind is Kind.DOUBTFUL]
            self._questions.show_doubts(doubt_questions(worksheet, groups[:_MOST_DOUBTS]))

    def _after_answer(self, question: Question, _: str) -> None:
        """A number that was kept is not doubted any more."""
        if is_doubt(question) and self._leftovers is not None:
            self._leftovers.dismiss(question.lines)
            self._show_doubts()

    def stop(self) -> None:
        """End what runs beside the window."""
        self._checking.drop()

    def _close(self) -> None:
        self._leftovers = None
        self._checking.drop()
        if self.dialog is not None:
            self.dialog.close()

    def _forget(self) -> None:
        self.dialog = None


def _search(worksheet: "Worksheet", least: float, progress: "Progress") -> "NumbersFound":
    """Look for all numbers; raises SearchCancelled and what `finder_of` raises."""
    from duty_desktop.describe.whole_invoice import SearchCancelled, find_numbers, lines_of

    finder = finder_of(worksheet.law)
    if not progress(0, tr("Looking for HTS numbers")):
        raise SearchCancelled
    lines, on = lines_of(worksheet), worksheet.shipment.entry_date
    try:
        with lookup_book() as book:
            return find_numbers(
                finder,
                lines,
                on,
                threshold=least,
                book=book,
                progress=lambda done, of: progress(done / max(1, of), ""),
            )
    finally:
        let_go(lines)
