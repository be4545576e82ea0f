"""Finding numbers, as the menus and the parts of the window ask for it."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from duty_desktop.estimate.edits import LineEdit
from duty_desktop.gui.finding.advice import Advising
from duty_desktop.gui.finding.parts_commands import PartsCommands
from duty_desktop.gui.finding.sought import Goods, goods_of
from duty_desktop.gui.finding.whole_commands import WholeInvoiceCommands
from duty_desktop.gui.formats import money_range
from duty_desktop.gui.texts import tr, trn
from duty_desktop.terms.hts_number import digits, dotted

if TYPE_CHECKING:
    from duty_desktop.gui.content import Content
    from duty_desktop.gui.finding.find_panel import FindPanel

_SHARED = 6
_SHORT = (4, 6, 8, 9)  # digits of a number that only begins an HTS number; nine are Japan's own


class FindingCommands(QObject):
    """Opens the find panel and makes edits of what is chosen there."""

    def __init__(self, content: "Content") -> None:
        super().__init__(content)
        self._content, self._session = content, content.session
        self.panel: FindPanel | None = None
        self.whole = WholeInvoiceCommands(content)
        self.parts = PartsCommands(content)
        self.advising = Advising(content.session, self)
        questions = content.workspace.questions
        questions.shown.connect(self.advising.ask)
        self.advising.advised.connect(questions.show_advice)
        content.window.actions_["find-number"].triggered.connect(self.find_for_selection)
        content.workspace.number_asked.connect(self.find_for)
        content.session.opened.connect(self._close)

    def retranslate(self) -> None:
        """Take the language and the colours shown now."""
        for part in (self.panel, self.whole.dialog, self.parts.dialog):
            if part is not None:
                part.retranslate()

    def stop(self) -> None:
        """End what runs beside the window: it is about to close."""
        self.whole.stop()
        self.advising.drop()

    def find_for_selection(self) -> None:
        """Look for a number for the selected lines; without a shipment in sight, look around."""
        in_sight = self._content.window.stack.currentWidget() is self._content.workspace
        self.find_for(self._content.workspace.table.chosen_lines if in_sight else ())

    def find_for(self, lines: Sequence[int]) -> None:
        """Look for one number for some lines; the first of them says what the goods are."""
        from duty_desktop.gui.finding.find_panel import FindPanel

        if self.panel is None:
            self.panel = FindPanel(self._content.law, self._session.when_free, self._content.window)
            self.panel.number_chosen.connect(self._take)
            self.panel.finished.connect(self._forget)
        if not self._session.is_open:
            self.panel.begin(date.today())
        else:
            worksheet = self._session.worksheet
            on = worksheet.shipment.entry_date
            goods = goods_of(worksheet, lines[0]) if lines else None
            self.panel.begin(on, worksheet, lines, goods, hint_of(goods))
            self.whole.check()
        self.panel.show()
        self.panel.raise_()
        self.panel.activateWindow()

    def _take(self, lines: Sequence[int], number: str) -> None:
        say = self._content.window.statusBar().showMessage
        if self._content.jobs.is_running:
            say(tr("Wait for the work that runs, or cancel it."), 6000)
            return
        before = self._session.worksheet.totals.all
        if self.panel is not None:
            self.panel.close()
        if self._session.do(LineEdit("hts", tuple(lines), (number,) * len(lines))):
            after = self._session.worksheet.totals.all
            say(
                trn(
                    "{number} for 1 line: duty {before} → {after}",
                    "{number} for {n} lines: duty {before} → {after}",
                    len(lines),
                    number=dotted(number),
                    before=money_range(before.duty_min_cents, before.duty_max_cents),
                    after=money_range(after.duty_min_cents, after.duty_max_cents),
                )
            )

    def _close(self) -> None:
        if self.panel is not None:
            self.panel.close()

    def _forget(self) -> None:
        self.panel = None


def hint_of(goods: Goods | None) -> str:
    """The six digits that a shortened or Japanese number has right; "" for a whole number or none."""
    number = digits(goods.printed) if goods is not None else ""
    return dotted(number[:_SHARED]) if len(number) in _SHORT else ""
