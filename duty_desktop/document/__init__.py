"""An estimate as a file: sources, readings, edits and figures in one document, and its autosave."""

from duty_desktop.document.changes import LineChange, changes_since
from duty_desktop.document.errors import DocumentError
from duty_desktop.document.file import SUFFIX, document_bytes, open_document, save_bytes, save_document
from duty_desktop.document.journal import About, Journal
from duty_desktop.document.opening import open_estimate
from duty_desktop.document.recovery import LeftBehind, Recovery, recoverable
from duty_desktop.document.saved import SavedDocument, SourceFile

__all__ = [
    "SUFFIX",
    "About",
    "DocumentError",
    "Journal",
    "LeftBehind",
    "LineChange",
    "Recovery",
    "SavedDocument",
    "SourceFile",
    "changes_since",
    "document_bytes",
    "open_document",
    "open_estimate",
    "recoverable",
    "save_bytes",
    "save_document",
]
