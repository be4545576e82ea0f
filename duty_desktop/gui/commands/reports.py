"""The report: Excel, PDF, preview and paper, all of the same content."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QFileDialog

from duty_desktop.gui.jobs.job import Progress
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
from duty_desktop.report.sections import ReportContent
from duty_desktop.report.settings import Basis, Importer, PageSize, ReportSettings

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from duty_desktop.gui.content import Content

Writer = Callable[[ReportContent, Path, Progress], None]


class ReportCommands(QObject):
    """Writes and prints the report of the shipment."""

    def __init__(self, content: "Content") -> None:
        super().__init__(content)
        self._content = content
        actions = content.window.actions_
        actions["export-excel"].triggered.connect(lambda: self._export(".xlsx", "Excel", _write_workbook))
        actions["export-pdf"].triggered.connect(lambda: self._export(".pdf", "PDF", _write_pdf))
        actions["preview"].triggered.connect(self.preview)
        actions["print"].triggered.connect(self.print)

    def preview(self) -> None:
        """Show the report as it will be printed."""
        self._make(self._show_preview)

    def print(self) -> None:
        """Ask for a printer and print the report."""
        self._make(self._print)

    def _export(self, suffix: str, kind: str, write: Writer) -> None:
        content = self._content
        proposed = Path(LAST_FOLDER.get()) / f"{content.file_title()}{suffix}"
        name, _ = QFileDialog.getSaveFileName(
            content.window, tr("Write the report"), str(proposed), f"{kind} (*{suffix})"
        )
        if not name:
            return
        path = Path(name) if Path(name).suffix.lower() == suffix else Path(f"{name}{suffix}")
        worksheet, chosen = content.session.worksheet, report_settings()

        def work(progress: Progress) -> Path:
            write(report_content(worksheet, chosen), path, progress)
            return path

        content.jobs.run(tr("Writing {file}", file=path.name), work, self._tell_written, holds_worksheet=True)

    def _tell_written(self, path: Path) -> None:
        LAST_FOLDER.set(str(path.parent))
        self._content.window.statusBar().showMessage(tr("Written: {file}", file=str(path)))

    def _make(self, then: Callable[[ReportContent], None]) -> None:
        worksheet, chosen = self._content.session.worksheet, report_settings()
        self._content.jobs.run(
            tr("Making the report"),
            lambda _: report_content(worksheet, chosen),
            then,
            holds_worksheet=True,
        )

    def _show_preview(self, report: ReportContent) -> None:
        from PySide6.QtPrintSupport import QPrintPreviewDialog

        printer = _printer(report)  # the dialog does not keep it alive
        dialog = QPrintPreviewDialog(printer, self._content.window)
        dialog.setObjectName("preview")
        dialog.resize(self._content.window.size() * 0.85)
        dialog.setWindowTitle(tr("Print preview"))
        dialog.paintRequested.connect(lambda paper: _paint(report, paper))
        dialog.exec()

    def _print(self, report: ReportContent) -> None:
        from PySide6.QtPrintSupport import QPrintDialog

        printer = _printer(report)
        dialog = QPrintDialog(printer, self._content.window)
        dialog.setWindowTitle(tr("Print the report"))
        if dialog.exec():
            _paint(report, printer)


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


def _printer(report: ReportContent) -> "QPrinter":
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(f"{report.title} {report.subtitle}")
    return printer


def _paint(report: ReportContent, printer: "QPrinter") -> None:
    from duty_desktop.printing.painting import paint

    paint(report, printer, turn_sheets=False)
