"""Everything done to an invoice of one size, timed in a process of its own: the seconds of each, as JSON.

python -m tests.benchmarks.one_size FILE [read-and-rate]
"""

import gc
import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from duty_desktop.document import SourceFile, open_document, save_document
from duty_desktop.estimate.defaults import shipment_for
from duty_desktop.estimate.edits import LineEdit, ShipmentEdit
from duty_desktop.estimate.worksheet import Worksheet
from duty_desktop.gui.models.columns import PLACES
from duty_desktop.gui.models.line_order import LineFilter, LineFinder, filtered, ordered
from duty_desktop.invoice import read_invoice
from duty_desktop.printing.pdf import write_pdf
from duty_desktop.report.content import report_content
from duty_desktop.report.settings import ReportSettings
from duty_desktop.report.workbook import write_workbook
from duty_desktop.tariff.law import Law

_Result = TypeVar("_Result")
ENTRY_DATE, OTHER_DATE = date(2026, 11, 23), date(2025, 6, 10)
MOST_PAPER = 1_000  # lines of a PDF worth printing


class OneSize:
    """The work and its times."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.seconds: dict[str, float] = {}
        self.law = Law.load()

    def timed(self, name: str, work: Callable[[], _Result]) -> _Result:
        """Do a piece of work and note how long it took."""
        gc.collect()
        begun = time.perf_counter()
        result = work()
        self.seconds[name] = time.perf_counter() - begun
        return result

    def read_and_rate(self) -> Worksheet:
        """Reading the workbook and rating its lines for the first time."""
        readings = [self.timed("read", lambda: read_invoice(self.path))]
        shipment = shipment_for(readings, ENTRY_DATE)
        return self.timed("rate", lambda: Worksheet(self.law, readings, shipment))

    def everything(self) -> None:
        """All that a person does with the lines."""
        sheet = self.read_and_rate()
        half = range(len(sheet) // 2)
        moved = ShipmentEdit(sheet.shipment, replace(sheet.shipment, entry_date=OTHER_DATE))
        declared = LineEdit("fact:passenger_vehicle_part", tuple(half), ("yes",) * len(half))
        self.timed("re-rate for a new day", lambda: sheet.apply(moved))
        self.timed("totals and questions", lambda: (sheet.totals, sheet.questions()))
        self.timed("declare a fact on half of the lines", lambda: sheet.apply(declared))
        finder, lines = LineFinder(sheet), range(len(sheet))
        self.timed("sort by duty", lambda: ordered(sheet, lines, PLACES["duty"], descending=True))
        self.timed("filter by words", lambda: filtered(sheet, LineFilter(text="steel"), finder))
        with TemporaryDirectory() as folder:
            self._files(sheet, Path(folder))

    def _files(self, sheet: Worksheet, folder: Path) -> None:
        document, sources = folder / "estimate.duty", (SourceFile.of(self.path),)
        self.timed("save", lambda: save_document(document, sheet, sources))
        self.timed("reopen", lambda: open_document(document).as_saved(self.law))
        content = report_content(sheet, ReportSettings(ENTRY_DATE))
        self.timed("report as a workbook", lambda: write_workbook(content, folder / "report.xlsx"))
        if len(sheet) <= MOST_PAPER:
            self.timed("report as PDF", lambda: write_pdf(content, folder / "report.pdf"))


def main() -> None:
    """Measure one file."""
    work = OneSize(Path(sys.argv[1]))
    if sys.argv[2:]:
        work.read_and_rate()
    else:
        work.everything()
    print(json.dumps(work.seconds))


if __name__ == "__main__":
    main()
