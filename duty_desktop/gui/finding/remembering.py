"""Chosen numbers into the parts book: when the estimate is saved or leaves the program as a report."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from duty_desktop.gui.finding.finder_shelf import the_parts_book
from duty_desktop.gui.jobs.job import Job
from duty_desktop.gui.settings import PARTS_REMEMBERED

if TYPE_CHECKING:
    from duty_desktop.describe.parts_book import Use
    from duty_desktop.estimate.worksheet import Worksheet
    from duty_desktop.gui.content import Content

_LEAVING = ("export-excel", "export-pdf", "export-entry", "fill-template", "preview", "print")
_WHOLE = (8, 10)  # digits of a number that can be entered
NEVER = "never"


class Remembering(QObject):
    """Only what stands then is remembered: a choice that was undone before leaves no trace."""

    def __init__(self, content: "Content") -> None:
        super().__init__(content)
        self._content = content
        self._job: Job[None] | None = None
        content.session.undo.cleanChanged.connect(self._after_saving)
        for action_id in _LEAVING:
            content.window.actions_[action_id].triggered.connect(self.remember)

    def remember(self) -> None:
        """Remember the numbers chosen in the shipment, beside the window."""
        session = self._content.session
        if not session.is_open or PARTS_REMEMBERED.get() == NEVER:
            return
        if not any(getattr(edit, "field", "") == "hts" for edit in session.worksheet.edits()):
            return
        uses = uses_of(session.worksheet)
        self._job = Job(lambda _: write_uses(uses))
        self._job.signals.failed.connect(self._content.jobs.tell_failure)
        self._job.start()

    def _after_saving(self, clean: bool) -> None:
        if clean and self._content.session.path is not None:
            self.remember()


def write_uses(uses: "list[Use]") -> None:
    """Put uses into the parts book; raises PartsBookError."""
    if uses:
        book = the_parts_book()
        try:
            book.remember(uses)
        finally:
            book.close()


def uses_of(worksheet: "Worksheet") -> "list[Use]":
    """The numbers that a person chose, by supplier, item and description; proposals are not chosen yet."""
    from duty_desktop.describe.parts_book import Use

    table, sources = worksheet.table, _sources(worksheet)
    counts: dict[tuple[str, str, str, str, str], int] = {}
    for line, number in enumerate(table.hts):
        item, description = table.item[line], table.description[line]
        if len(number or "") not in _WHOLE or line in worksheet.proposals or not (item or description):
            continue
        if worksheet.is_edited("hts", line):
            document = worksheet.document_of[line]
            key = document.seller or "", item, description, number or "", sources[id(document)]
            counts[key] = counts.get(key, 0) + 1
    on = worksheet.shipment.entry_date
    return [Use(*key[:4], on, key[4], lines) for key, lines in counts.items()]


def _sources(worksheet: "Worksheet") -> dict[int, str]:
    """A name for each invoice that is the same whenever it is opened."""
    return {
        id(document): f"{reading.file_name}: {document.invoice_no or document.sheet}"
        for reading in worksheet.readings
        for document in reading.documents
    }
