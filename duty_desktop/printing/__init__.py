"""The report on paper: the same pages for PDF, printer and preview. QtGui only, no widgets.

`pdf.write_pdf` writes a file, `painting.paint` paints on a printer, `painting.paint_page` for the preview.
"""
