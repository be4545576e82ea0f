"""The report as a PDF: fonts embedded, text that can be selected, the title set."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPdfWriter

from duty_desktop.printing.application import ensure_application
from duty_desktop.printing.fonts import UNITS_PER_POINT
from duty_desktop.printing.painting import PaintingError, paint
from duty_desktop.report import phrases
from duty_desktop.report.exporting import whole_file
from duty_desktop.report.sections import ReportContent
from duty_desktop.report.settings import PageSize
from duty_desktop.terms.stopping import Progress

_POINTS_PER_INCH = 72


def write_pdf(
    content: ReportContent, path: Path, page_size: PageSize | None = None, progress: Progress | None = None
) -> None:
    """Write the PDF; raises ExportError, or ExportCancelledError when `progress` returns False."""
    ensure_application()
    with whole_file(path) as draft:
        made = QBuffer()  # in memory: Qt does not tell of a disk that is full
        made.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(made)
        writer.setResolution(_POINTS_PER_INCH * UNITS_PER_POINT)
        writer.setTitle(f"{content.title} {content.subtitle}".strip())
        version = content.stamp.program_version
        writer.setCreator(phrases.PROGRAM_VERSION.into(content.language).format(version=version))
        writer.setAuthor(content.importer.name)
        try:
            paint(content, writer, page_size, progress)
        except PaintingError as error:
            raise OSError(str(error)) from error
        draft.write_bytes(made.data().data())
