"""The report as an Excel workbook: real numbers, formulas with their values, filters, print set-up."""

from datetime import datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

from duty_desktop.report import phrases
from duty_desktop.report.explanation_tables import explanations_table, headings_table
from duty_desktop.report.exporting import go_on, whole_file
from duty_desktop.report.sections import ReportContent
from duty_desktop.report.summary_sheet import Sheets, SummarySheet
from duty_desktop.report.table import Table
from duty_desktop.report.table_sheet import SheetPlan, TableSheet
from duty_desktop.report.workbook_style import Styles
from duty_desktop.terms.scratch import scratch_folder
from duty_desktop.terms.stopping import Progress
from duty_desktop.terms.text import Text

_MANY_ROWS = 20_000
_WRAPPED = frozenset(
    {"statement", "official_words", "arithmetic", "sources", "says", "fact", "why", "question", "answers"}
    | {"cite", "title", "settles", "measure", "in_force"}
)
_SELDOM = frozenset({"part", "quantity_2", "unit_2", "net_weight_kg"})


def write_workbook(content: ReportContent, path: Path, progress: Progress | None = None) -> None:
    """Write the workbook; raises ExportError, or ExportCancelledError when `progress` returns False.

    Texts are never formulas or links, whatever they begin with. Many lines are written row by row
    with little memory; fewer also become Excel tables.
    """
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    many = len(content.lines) > _MANY_ROWS
    with whole_file(path) as draft, scratch_folder() as folder:
        options = {
            "constant_memory": many,
            "tmpdir": str(folder),
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        made = _Package()
        book = xlsxwriter.Workbook(made, options)
        _describe(book, content)
        _write(book, content, progress, as_tables=not many)
        go_on(progress, 1.0, content.title)
        try:
            book.close()
        except FileCreateError as error:
            why = error.args[0] if error.args else ""
            raise why if isinstance(why, OSError) else OSError(str(error)) from error
        draft.write_bytes(made.getbuffer())


class _Package(BytesIO):
    """The workbook's bytes. XlsxWriter leaves a package open that a full disk kept it from filling.

    The collector of garbage then closes package and bytes in any order, and complains of one of them.
    """

    def close(self) -> None:
        """Stay open: what is in memory needs no closing."""


def _describe(book: Any, content: ReportContent) -> None:
    book.set_properties(
        {
            "title": f"{content.title} {content.subtitle}",
            "author": content.importer.name,
            "comments": content.stamp.disclaimer,
            "created": datetime.combine(content.stamp.report_date, time()),
        }
    )


def _write(book: Any, content: ReportContent, progress: Progress | None, *, as_tables: bool) -> None:
    styles = Styles(book, content.language)
    summary = SummarySheet(book, styles, content)

    def sheet(table: Table, name: Text, frozen: int = 0, printed: str = "") -> TableSheet:
        plan = SheetPlan(name.into(content.language), frozen, _WRAPPED, printed, as_tables)
        return TableSheet(book, styles, content, table, plan)

    lines = sheet(content.lines, phrases.LINES, 1, "state")
    entry_table = content.entry_table.without_empty(_SELDOM)
    last_printed = "duty_to" if entry_table.has("duty_to") else "duty"
    entry_lines = sheet(entry_table, phrases.ENTRY_LINES, 1, last_printed)
    landed = sheet(content.landed, phrases.LANDED_COST, 1)
    summary.write(Sheets(lines, entry_lines, landed, content.by_filing))
    tables = [
        lines,
        entry_lines,
        landed,
        sheet(headings_table(content), phrases.HEADINGS),
        sheet(explanations_table(content), phrases.EXPLANATIONS, 1, "official_words"),
        sheet(content.assumptions, phrases.ASSUMPTIONS),
        *([sheet(content.declared, phrases.DECLARED)] if len(content.declared) else []),
        sheet(content.questions, phrases.QUESTIONS),
        sheet(content.sources, phrases.SOURCES),
    ]
    whole = sum(len(one.table) for one in tables) or 1
    done = 0
    for one in tables:
        one.write(progress, done / whole, len(one.table) / whole)
        done += len(one.table)
