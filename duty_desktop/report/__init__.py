"""The report: one content for Excel, PDF, print, CSV and JSON."""

from duty_desktop.report.content import report_content
from duty_desktop.report.entry_csv_json import entry_json, write_entry_csv, write_entry_json
from duty_desktop.report.exporting import ExportCancelledError, ExportError, Progress
from duty_desktop.report.sections import ReportContent
from duty_desktop.report.settings import Basis, Importer, PageSize, ReportSettings
from duty_desktop.report.workbook import write_workbook

__all__ = [
    "Basis",
    "ExportCancelledError",
    "ExportError",
    "Importer",
    "PageSize",
    "Progress",
    "ReportContent",
    "ReportSettings",
    "entry_json",
    "report_content",
    "write_entry_csv",
    "write_entry_json",
    "write_workbook",
]
