"""Opening the parts book, and its workbooks in and out beside the window."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from duty_desktop.gui.finding.finder_shelf import the_parts_book
from duty_desktop.gui.finding.remembering import Remembering
from duty_desktop.gui.jobs.job import Job
from duty_desktop.gui.logs import note_error
from duty_desktop.gui.settings import LAST_FOLDER
from duty_desktop.gui.texts import finding_text, tr, trn
from duty_desktop.terms.findings import Finding
from duty_desktop.terms.stopping import Progress

if TYPE_CHECKING:
    from duty_desktop.describe.parts_book_excel import Imported
    from duty_desktop.gui.content import Content
    from duty_desktop.gui.finding.parts_dialog import PartsDialog

_MOST_TOLD = 4
_Result = TypeVar("_Result")


class PartsCommands(QObject):
    """What the menu and the dialog of the parts book ask for."""

    def __init__(self, content: "Content") -> None:
        super().__init__(content)
        self._content = content
        self.remembering = Remembering(content)
        self.dialog: PartsDialog | None = None
        content.window.actions_["parts-book"].triggered.connect(self.show)

    def show(self) -> None:
        """Show the parts book."""
        from duty_desktop.describe.parts_book import PartsBookError
        from duty_desktop.gui.finding.parts_dialog import PartsDialog

        if self.dialog is None:
            try:
                self.dialog = dialog = PartsDialog(the_parts_book(), self._content.law, self._content.window)
            except PartsBookError as error:
                self._content.jobs.tell_failure(error)
                return
            dialog.import_asked.connect(self._import)
            dialog.export_asked.connect(self._export)
            dialog.finished.connect(self._forget)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def _import(self) -> None:
        kinds = tr("Workbooks ({kinds})", kinds="*.xlsx *.xlsm *.xls *.ods *.csv")
        name, _ = QFileDialog.getOpenFileName(
            self.dialog, tr("Import into the parts book"), LAST_FOLDER.get(), kinds
        )
        if name:
            path = Path(name)
            LAST_FOLDER.set(str(path.parent))
            self._run(tr("Reading {file}", file=path.name), lambda _: _read(path), self._tell_import)

    def _export(self) -> None:
        path = Path(LAST_FOLDER.get()) / f"{tr('Parts book')}.xlsx"
        name, _ = QFileDialog.getSaveFileName(
            self.dialog, tr("Export the parts book"), str(path), tr("Workbooks ({kinds})", kinds="*.xlsx")
        )
        if name:
            chosen = Path(name) if Path(name).suffix.lower() == ".xlsx" else Path(f"{name}.xlsx")
            LAST_FOLDER.set(str(chosen.parent))
            self._run(
                tr("Writing {file}", file=chosen.name),
                lambda _: _write(chosen),
                self._tell_export,
            )

    def _run(self, what: str, work: Callable[[Progress], _Result], done: Callable[[_Result], None]) -> None:
        """Work beside the window, told in the dialog: the window's own work may go on meanwhile."""
        if self.dialog is None:
            return
        self._tell(what)
        job = Job(work)
        job.signals.done.connect(done)
        job.signals.failed.connect(self._tell_failure)
        self.dialog.finished.connect(job.cancel)
        job.start()

    def _tell_export(self, count: int) -> None:
        self._tell(trn("1 part written", "{n} parts written", count))

    def _tell_import(self, imported: "Imported") -> None:
        if self.dialog is None:
            return
        told = [
            tr(
                "{added} parts added, {changed} changed, {unchanged} as they were.",
                added=f"{imported.added:,}",
                changed=f"{imported.changed:,}",
                unchanged=f"{imported.unchanged:,}",
            )
        ]
        problems = imported.problems
        if problems:
            told.append(trn("1 row was left out:", "{n} rows were left out:", len(problems)))
            told += map(finding_text, problems[:_MOST_TOLD])
            told += ["…"] if len(problems) > _MOST_TOLD else []
        self.dialog.show_parts()
        self._tell("\n".join(told))

    def _tell_failure(self, error: Exception) -> None:
        note_error(error)
        finding = getattr(error, "finding", None)
        why = getattr(error, "strerror", None) or str(error)
        told = finding_text(finding) if isinstance(finding, Finding) else why
        self._tell(tr("This did not work: {why}", why=told))

    def _tell(self, text: str) -> None:
        if self.dialog is not None:
            self.dialog.tell(text)

    def _forget(self) -> None:
        self.dialog = None


def _read(path: Path) -> "Imported":
    from duty_desktop.describe.parts_book_excel import import_parts

    book = the_parts_book()
    try:
        return import_parts(book, path, date.today())
    finally:
        book.close()


def _write(path: Path) -> int:
    from duty_desktop.describe.parts_book_excel import export_parts

    book = the_parts_book()
    try:
        return export_parts(book, path)
    finally:
        book.close()
