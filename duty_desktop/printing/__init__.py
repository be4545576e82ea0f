"""The report on paper: the same pages for PDF, printer and preview. QtGui only, no widgets."""

from duty_desktop.printing.painting import PaintingError, paint
from duty_desktop.printing.pdf import write_pdf

__all__ = ["PaintingError", "paint", "write_pdf"]
