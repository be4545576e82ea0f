"""Texts that come from outside, an invoice or a file's name, shown as they are.

Where Qt is not told, it takes a text that looks like HTML for HTML: a description could load a picture from
another computer, which on Windows hands it the user's name and a digest of the password.
"""

from html import escape

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QMessageBox


def as_plain(text: str) -> str:
    """The text for a place where Qt guesses what it is, a tip or a dialog's label: shown as it is."""
    if not Qt.mightBeRichText(text):
        return text
    return f"<p style='white-space:pre-wrap'>{escape(text)}</p>"


def show_plainly(*labels: QLabel) -> None:
    """Let labels show their texts as they are."""
    for label in labels:
        label.setTextFormat(Qt.TextFormat.PlainText)


def box_shows_plainly(box: QMessageBox) -> None:
    """Let a box show its texts as they are; call it when both have been set."""
    show_plainly(*box.findChildren(QLabel))
