"""Dialogs that only tell: keys, what is not included."""

from collections.abc import Iterable
from html import escape

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from duty_desktop.gui.actions import key_list
from duty_desktop.gui.dialogs.once import open_once
from duty_desktop.gui.texts import said, tr
from duty_desktop.terms.text import Text

_KEYS_SHARE = 60  # of the width, the names of what keys do: the same in every table
_KEY_NAME = "padding:2px 24px 2px 0; vertical-align:middle"


def show_page(parent: QWidget, name: str, title: str, html: str) -> QDialog:
    """Show a page of rich text with a Close button."""
    dialog = QDialog(parent)
    dialog.setObjectName(name)
    dialog.setWindowTitle(title)
    dialog.resize(620, 560)
    page = QTextBrowser(dialog)
    page.setHtml(html)
    page.setAccessibleName(title)
    page.document().setDocumentMargin(14)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.addWidget(page)
    layout.addWidget(buttons)
    open_once(dialog)
    return dialog


def show_keys(parent: QWidget) -> QDialog:
    """Every key of the program."""
    parts = [_table(title, rows) for title, rows in key_list() if rows]
    in_the_table = [
        (tr("Edit the cell"), "F2, Enter"),
        (tr("Give up the edit, show all lines again"), "Esc"),
        (tr("Select a range"), tr("Shift+arrows")),
        (tr("First or last line"), "Ctrl+Home, Ctrl+End"),
        (tr("From one part of the window to the next"), "Tab"),
    ]
    parts.append(_table(tr("In the table"), in_the_table))
    in_the_questions = [
        (tr("The question above or below"), "↑, ↓"),
        (tr("Choose an answer by its number"), "1 – 9"),
        (tr("Go to the answers, or show the lines"), "Enter"),
    ]
    parts.append(_table(tr("In the list of questions"), in_the_questions))
    return show_page(parent, "keys", tr("Keyboard"), "".join(parts))


def show_limits(parent: QWidget, limits: Iterable[Text]) -> QDialog:
    """What an estimate leaves out."""
    items = "".join(f"<li style='margin-bottom:6px'>{escape(said(text))}</li>" for text in limits)
    head = f"<h3>{escape(tr('Estimate, not legal advice.'))}</h3>"
    about = f"<p>{escape(tr('An importer may owe more than the duty and fees shown. Not included are:'))}</p>"
    return show_page(parent, "limits", tr("What is not included"), f"{head}{about}<ul>{items}</ul>")


def _table(title: str, rows: Iterable[tuple[str, str]]) -> str:
    cells = "".join(
        f"<tr><td width='{_KEYS_SHARE}%' style='{_KEY_NAME}'>{escape(what)}</td>"
        f"<td style='vertical-align:middle'><b>{escape(keys)}</b></td></tr>"
        for what, keys in rows
    )
    return f"<h4>{escape(title)}</h4><table width='100%'>{cells}</table>"
