"""Texts that come from outside, an invoice or a file's name, shown as they are.

Where Qt is not told, it takes a text that looks like HTML for HTML: a description could load a picture from
another computer, which on Windows hands it the user's name and a digest of the password.
"""

from html import escape

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QMessageBox

from duty_desktop.terms.unseen import without_unseen


def as_plain(text: str) -> str:
    """The text for a place where Qt guesses what it is, a tip or a dialog's label: shown as it is."""
    if not Qt.mightBeRichText(text):
        return text
    return f"<p style='white-space:pre-wrap'>{escape(text)}</p>"


def as_name(text: str) -> str:
    """The text for a menu or a button, where "&" would make a key of the letter behind it."""
    return text.replace("&", "&&")


def as_title(text: str) -> str:
    """The text for a window's title, where "[*]" would be the mark of unsaved changes.

    Nor does it turn the direction of what stands behind it, the figures.
    """
    return without_unseen(text).replace("[*]", "[*][*]")


def show_plainly(*labels: QLabel) -> None:
    """Let labels show their texts as they are."""
    for label in labels:
        label.setTextFormat(Qt.TextFormat.PlainText)


def box_shows_plainly(box: QMessageBox) -> None:
    """Let a box show its texts as they are; call it when both have been set."""
    show_plainly(*box.findChildren(QLabel))
