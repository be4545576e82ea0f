"""Rating a saved estimate by the schedule at hand: when the person wants it, who first sees what changes."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTextBrowser, QVBoxLayout, QWidget

from duty_desktop.document import LineChange, SavedDocument, changes_since
from duty_desktop.gui.dialogs.once import open_once
from duty_desktop.gui.explanation_page import outcome_text
from duty_desktop.gui.texts import tr, trn
from duty_desktop.gui.words import class_name, state_name
from duty_desktop.terms.hts_number import dotted_heading
from duty_desktop.terms.stopping import Progress

if TYPE_CHECKING:
    from duty_desktop.estimate.result import RatedLine
    from duty_desktop.gui.content import Content

_MOST_SHOWN = 300


class RenewCommands(QObject):
    """Offers to rate anew, with what would change."""

    def __init__(self, content: "Content") -> None:
        super().__init__(content)
        self._content = content
        self._saved: SavedDocument | None = None
        content.window.actions_["renew"].triggered.connect(self.compare)
        content.session.opened.connect(self._enable)
        content.session.changed.connect(self._enable)

    def begin(self, saved: SavedDocument) -> None:
        """Remember the estimate as it was saved."""
        self._saved = saved
        self._enable()
        worksheet = self._content.session.worksheet
        before, now = worksheet.results_edition, worksheet.law.edition
        if before != now:
            self._content.offer.offer(
                lambda: tr(
                    "Rated by the schedule {before}; this program has {now}. The figures stay as saved.",
                    before=before,
                    now=now,
                ),
                lambda: tr("See what would change…"),
                self.compare,
            )

    def compare(self) -> None:
        """Work out what the schedule at hand changes, and ask."""
        saved, law = self._saved, self._content.session.worksheet.law
        if saved is None:
            return

        def work(_: Progress) -> list[LineChange]:
            return changes_since(saved, saved.rated_anew(law))

        what = tr("Comparing the schedules")
        self._content.jobs.run(what, work, self._ask, holds_worksheet=True)

    def _ask(self, changes: Sequence[LineChange]) -> None:
        worksheet = self._content.session.worksheet
        descriptions = [worksheet.table.description[change.line] for change in changes[:_MOST_SHOWN]]
        dialog = ChangesDialog(changes, descriptions, self._content.window)
        dialog.accepted.connect(self._content.session.renew)
        open_once(dialog)

    def _enable(self, _: object = None) -> None:
        worksheet = self._content.session.worksheet
        older = worksheet.results_edition != worksheet.law.edition
        self._content.window.actions_["renew"].setEnabled(older)
        if not older:
            self._content.offer.withdraw()


class ChangesDialog(QDialog):
    """What would change, line by line."""

    def __init__(
        self, changes: Sequence[LineChange], descriptions: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("changes")
        self.setWindowTitle(tr("Rate by the present schedule"))
        self.resize(720, 520)
        self.head = QLabel(self)
        self.head.setWordWrap(True)
        self.head.setText(
            trn("1 line changes.", "{n} lines change.", len(changes)) if changes else tr("No line changes.")
        )
        self.page = QTextBrowser(self)
        self.page.setAccessibleName(self.head.text())
        self.page.setHtml("".join(_rows(changes, descriptions)))
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        buttons.button(standard.Ok).setText(tr("Rate by the present schedule"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self.head, self.page, buttons):
            layout.addWidget(widget)


def _rows(changes: Sequence[LineChange], descriptions: Sequence[str]) -> Iterator[str]:
    for change, description in zip(changes, descriptions, strict=False):
        line = tr("Line {n}", n=f"{change.line + 1:,}")
        yield f"<p><b>{escape(line)}</b> {escape(description)}<br>"
        yield f"{escape(_outcome(change.before))} → <b>{escape(_outcome(change.after))}</b></p>"


def _outcome(rated: "RatedLine") -> str:
    headings = ", ".join(map(dotted_heading, rated.headings))
    parts = (outcome_text(rated), class_name(rated.category), state_name(rated.status), headings)
    return " · ".join(filter(None, parts))
