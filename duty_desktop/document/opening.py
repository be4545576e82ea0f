"""Opening a document under the law at hand."""

from pathlib import Path

from duty_desktop.document.contents import CHANGES, not_understood
from duty_desktop.document.errors import damaged, problem
from duty_desktop.document.file import open_document
from duty_desktop.document.saved import SavedDocument
from duty_desktop.estimate.edits import EditError
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.tariff.law import Law


def open_estimate(path: Path, law: Law) -> tuple[SavedDocument, Worksheet]:
    """A document, and its worksheet with the figures as they were saved; the file is left as it is.

    Raises DocumentError, also for what this law cannot rate: an entry date before it begins.
    """
    saved = open_document(path)
    try:
        return saved, saved.as_saved(law)
    except EditError as error:
        if saved.shipment.entry_date >= law.first_day:
            raise damaged(path, not_understood(CHANGES)) from error
        raise problem(
            "document-too-early",
            path,
            f"has the entry date {saved.shipment.entry_date}; the schedule begins on {law.first_day}",
            "Open the invoice itself with an entry date from then on.",
        ) from error
