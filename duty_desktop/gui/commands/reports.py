"""The report: Excel, PDF, entry worksheet, a filled template, preview and paper, all of one content."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QDialog, QFileDialog

from duty_desktop.gui.settings import (
    IMPORTER_ADDRESS,
    IMPORTER_LOGO,
    IMPORTER_NAME,
    LAST_FOLDER,
    REPORT_BASIS,
    REPORT_PAPER,
)
from duty_desktop.gui.texts import language, tr
from duty_desktop.report.content import report_content
from duty_desktop.report.exporting import ExportCancelledError
from duty_desktop.report.sections import ReportContent
from duty_desktop.report.settings import Basis, Importer, PageSize, ReportSettings
from duty_desktop.terms.findings import Finding
from duty_desktop.terms.letting_go import let_go_of, let_go_of_frames
from duty_desktop.terms.stopping import Progress

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from duty_desktop.gui.content import Content
    from duty_desktop.printing.pages import Page

_Made = TypeVar("_Made")
Writer = Callable[[ReportContent, Path, Progress], None]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of the report: the ending of its files, its name in dialogs, what writes it."""

    suffix: str
    kind: str
    write: Writer

    @property
    def filter(self) -> str:
        """The form in a file dialog."""
        return f"{self.kind} (*{self.suffix})"


class ReportCommands(QObject):
    """Writes and prints the report of the shipment."""

    def __init__(self, content: "Content") -> None:
        super().__init__(content)
        self._content = content
        actions = content.window.actions_
        actions["export-excel"].triggered.connect(lambda: self._export(EXCEL))
        actions["export-pdf"].triggered.connect(lambda: self._export(PDF))
        actions["export-entry"].triggered.connect(lambda: self._export(CSV, JSON))
        actions["fill-template"].triggered.connect(self.fill_template)
        actions["preview"].triggered.connect(self.preview)
        actions["print"].triggered.connect(self.print)

    def preview(self) -> None:
        """Show the report as it will be printed."""
        self._make(_with_pages, self._show_preview)

    def print(self) -> None:
        """Ask for a printer and print the report."""
        self._make(lambda report, _: report, self._print)

    def fill_template(self) -> None:
        """Ask for a workbook of the importer's own and write it filled, under another name."""
        content, worksheet, kept = self._content, self._content.session.worksheet, list[Finding]()
        name, _ = QFileDialog.getOpenFileName(
            content.window, tr("Choose the template"), LAST_FOLDER.get(), EXCEL.filter
        )
        if not name:
            return

        def write(report: ReportContent, path: Path, progress: Progress) -> None:
            from duty_desktop.report.template.filling import fill_template

            kept.extend(fill_template(worksheet, report, Path(name), path, progress))

        self._export(Form(EXCEL.suffix, EXCEL.kind, write), then=lambda: self._tell_not_kept(kept))

    def _export(self, *forms: Form, then: Callable[[], None] | None = None) -> None:
        """Ask for a name and write the form that it ends with, else the one chosen in the dialog."""
        content, first = self._content, forms[0]
        proposed = Path(LAST_FOLDER.get()) / f"{content.file_title()}{first.suffix}"
        filters = ";;".join(form.filter for form in forms)
        name, chosen = QFileDialog.getSaveFileName(
            content.window, tr("Write the report"), str(proposed), filters
        )
        if not name:
            return
        path = Path(name)
        form = next((form for form in forms if form.suffix == path.suffix.lower()), None)
        if form is None:
            form = next((form for form in forms if form.filter == chosen), first)
            path = Path(f"{name}{form.suffix}")
        worksheet, settings = content.session.worksheet, report_settings()

        def work(progress: Progress) -> Path:
            made: list[ReportContent] = []
            try:
                made.append(report_content(worksheet, settings, progress))
                form.write(made[0], path, progress)
            except Exception as error:
                let_go_of_frames(error)
                raise
            finally:
                let_go_of(made)
            return path

        def told(written: Path) -> None:
            self._tell_written(written)
            if then is not None:
                then()

        content.jobs.run(tr("Writing {file}", file=path.name), work, told, holds_worksheet=True)

    def _tell_not_kept(self, findings: Sequence[Finding]) -> None:
        if findings:
            self._content.banner.show_findings(list(findings))

    def _tell_written(self, path: Path) -> None:
        LAST_FOLDER.set(str(path.parent))
        self._content.window.statusBar().showMessage(tr("Written: {file}", file=str(path)))

    def _make(self, work: Callable[[ReportContent, Progress], _Made], then: Callable[[_Made], None]) -> None:
        worksheet, chosen = self._content.session.worksheet, report_settings()
        self._content.jobs.run(
            tr("Making the report"),
            lambda progress: work(report_content(worksheet, chosen, progress), progress),
            then,
            holds_worksheet=True,
        )

    def _show_preview(self, made: "tuple[ReportContent, list[Page]]") -> None:
        from duty_desktop.gui.preview.dialog import PreviewDialog
        from duty_desktop.printing.running import Running

        report, pages = made
        dialog = PreviewDialog(pages, Running(report), self._content.window)
        dialog.resize(self._content.window.size() * 0.85)
        printing = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if printing:
            self._print(report)

    def _print(self, report: ReportContent) -> None:
        from PySide6.QtPrintSupport import QPrintDialog

        printer = _printer(report)
        dialog = QPrintDialog(printer, self._content.window)
        dialog.setWindowTitle(tr("Print the report"))
        if dialog.exec():
            self._content.jobs.run(
                tr("Printing the report"),
                lambda progress: _paint(report, printer, progress),
                lambda _: self._content.window.statusBar().showMessage(tr("The report was sent to print.")),
            )


def report_settings() -> ReportSettings:
    """How reports are made: importer, language, paper and basis from the settings, of today."""
    logo = IMPORTER_LOGO.get()
    address = tuple(line for line in IMPORTER_ADDRESS.get().splitlines() if line.strip())
    basis, paper = REPORT_BASIS.get(), REPORT_PAPER.get() or usual_paper()
    return ReportSettings(
        date.today(),
        Importer(IMPORTER_NAME.get(), address, Path(logo) if logo else None),
        language(),
        PageSize(paper) if paper in set(PageSize) else PageSize.LETTER,
        Basis(basis) if basis in set(Basis) else Basis.FILING,
    )


def usual_paper() -> str:
    """The paper of the country: Letter where inches are used, else A4."""
    metric = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.MetricSystem
    return PageSize.A4 if metric else PageSize.LETTER


def _write_workbook(report: ReportContent, path: Path, progress: Progress) -> None:
    from duty_desktop.report.workbook import write_workbook

    write_workbook(report, path, progress)


def _write_pdf(report: ReportContent, path: Path, progress: Progress) -> None:
    from duty_desktop.printing.pdf import write_pdf

    write_pdf(report, path, progress=progress)


def _write_entry_csv(report: ReportContent, path: Path, progress: Progress) -> None:
    from duty_desktop.report.entry_csv_json import write_entry_csv

    write_entry_csv(report, path, progress)


def _write_entry_json(report: ReportContent, path: Path, _: Progress) -> None:
    from duty_desktop.report.entry_csv_json import write_entry_json

    write_entry_json(report, path)


EXCEL, PDF = Form(".xlsx", "Excel", _write_workbook), Form(".pdf", "PDF", _write_pdf)
CSV, JSON = Form(".csv", "CSV", _write_entry_csv), Form(".json", "JSON", _write_entry_json)


def _printer(report: ReportContent) -> "QPrinter":
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(f"{report.title} {report.subtitle}")
    return printer


def _paint(report: ReportContent, printer: "QPrinter", progress: Progress) -> None:
    """Print the pages chosen; in a thread, as Qt allows for printers."""
    from PySide6.QtPrintSupport import QPrinter

    from duty_desktop.printing.painting import paint

    chosen = printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage() > 0
    only = range(printer.fromPage(), printer.toPage() + 1) if chosen else None
    try:
        paint(report, printer, progress=progress, turn_sheets=False, only=only)
    except ExportCancelledError:
        if printer.outputFileName():  # printed to a file, which holds the pages so far
            Path(printer.outputFileName()).unlink(missing_ok=True)
        raise


def _with_pages(report: ReportContent, progress: Progress) -> "tuple[ReportContent, list[Page]]":
    from duty_desktop.printing.report_pages import report_pages

    return report, report_pages(report, progress=progress)
