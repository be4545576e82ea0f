"""Reading a supplier's spreadsheet: sheets, tables, documents."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from duty_desktop.invoice.drafts import Draft, DraftBuilder
from duty_desktop.invoice.errors import ReadingCancelled
from duty_desktop.invoice.flat_file import one_draft_an_invoice
from duty_desktop.invoice.forms import form_of, read_form
from duty_desktop.invoice.grouping import Grouping
from duty_desktop.invoice.heading_rows import HeadingRow
from duty_desktop.invoice.headless import headless_table
from duty_desktop.invoice.layouts import heading_fingerprint
from duty_desktop.invoice.sheet import Sheet
from duty_desktop.invoice.sources import open_sheets
from duty_desktop.invoice.sources.delimited import sheet_of_text
from duty_desktop.invoice.sources.package import refuse
from duty_desktop.invoice.sources.protected import unlocked
from duty_desktop.invoice.tables import Table, table_of_layout, tables_of
from duty_desktop.lines.reading import Layout, Reading
from duty_desktop.terms.collector import collector_at_rest
from duty_desktop.terms.file_names import shown_name
from duty_desktop.terms.findings import Finding, Place, Severity
from duty_desktop.terms.stopping import Progress

MANY_SHEETS = 10


def read_invoice(
    path: Path,
    *,
    progress: Progress | None = None,
    layouts: Sequence[Layout] = (),
    remembered: Mapping[str, Layout] | None = None,
    password: str | None = None,
) -> Reading:
    """Read every document of a spreadsheet file.

    `progress` is told a fraction from 0 to 1 and what is being done; answering False stops the reading.
    `layouts` are a person's own choices: a sheet named in one is read by them alone, and not at all when
    they leave it out. `remembered` gives layouts by fingerprint for headings seen before.
    Raises WorkbookError when nothing at all can be read, ReadingCancelled when stopped.
    """
    _tell(progress, 0.0, f"Opening {path.name}")
    with collector_at_rest(), unlocked(path, password) as readable:
        sheets = open_sheets(readable)
        name = shown_name(path)
        return read_sheets(sheets, name, progress=progress, layouts=layouts, remembered=remembered)


def read_pasted(text: str, name: str = "pasted table") -> Reading:
    """Read a table pasted from a spreadsheet program as text with tabs.

    Raises WorkbookError when it holds no table of goods.
    """
    return read_sheets([sheet_of_text(text, name)], name)


def read_sheets(
    sheets: Sequence[Sheet],
    name: str,
    *,
    progress: Progress | None = None,
    layouts: Sequence[Layout] = (),
    remembered: Mapping[str, Layout] | None = None,
) -> Reading:
    """Read sheets that are open already, as `read_invoice` does."""
    known = remembered or {}
    drafts: list[Draft] = []
    for count, sheet in enumerate(sheets):
        _tell(progress, 0.6 + 0.4 * count / len(sheets), f"Reading sheet {sheet.name}")
        drafts += _drafts_of(_tables_of(sheet, layouts, known))
    named = {layout.sheet for layout in layouts}
    others = [] if drafts else [sheet for sheet in sheets if sheet.name not in named]
    drafts = drafts or _drafts_of(table for sheet in others if (table := headless_table(sheet)))
    forms = [] if drafts else [(sheet, form) for sheet in others if (form := form_of(sheet))]
    drafts += [draft for sheet, form in forms if (draft := read_form(sheet, form))]
    if len(drafts) < len(forms):
        raise refuse(
            "form-not-read",
            f"“{name}” states its goods by labels with values beside them, which do not read as one line.",
            "Write them as a table: a heading row such as Description, Quantity, Unit price, Amount, and "
            "each piece of goods in a row beneath it.",
        )
    if not drafts:
        raise refuse(
            "no-table-found",
            f"No table of goods was found in “{name}”: no row names goods and quantities or amounts.",
            "Check that the sheet has a heading row such as Description, Quantity, Unit price, Amount.",
        )
    grouping = Grouping(drafts)
    reading = Reading(name, grouping.documents(), grouping.findings, list(layouts))
    _tell_of_sheets(sheets, drafts, reading)
    _tell(progress, 1.0, "Read")
    return reading


def _tell(progress: Progress | None, fraction: float, what: str) -> None:
    if progress is not None and not progress(fraction, what):
        raise ReadingCancelled


def _tables_of(sheet: Sheet, layouts: Sequence[Layout], known: Mapping[str, Layout]) -> list[Table]:
    chosen = [layout for layout in layouts if layout.sheet == sheet.name]
    if chosen:
        tables = (table_of_layout(sheet, layout) for layout in chosen if not layout.is_left_out)
        return [table for table in tables if table]

    def remembered(heading: HeadingRow) -> Layout | None:
        return known.get(heading_fingerprint(heading)) if known else None

    return tables_of(sheet, remembered)


def _drafts_of(tables: Iterable[Table]) -> list[Draft]:
    drafts: list[Draft] = []
    for table in tables:
        builder = DraftBuilder(table)
        if draft := builder.build():
            drafts += one_draft_an_invoice(draft, builder.picked())
    return drafts


def _cut_short(sheet: Sheet) -> Finding:
    return Finding(
        "far-cells-not-read",
        f"Sheet “{sheet.name}” has cells far from its table; nothing below row {sheet.cut_below} or right of "
        f"column {sheet.cut_right} was read.",
        "If goods stand there, move them up to the others.",
        Severity.NOTICE,
        Place(sheet.name),
    )


def _damaged(sheet: Sheet) -> Finding:
    return Finding(
        "letters-damaged",
        f"Letters of “{sheet.name}” are damaged; they show as “\ufffd”.",
        "Compare the words with the original, or ask for the file again.",
        Severity.NOTICE,
        Place(sheet.name),
    )


def _tell_of_sheets(sheets: Sequence[Sheet], drafts: list[Draft], reading: Reading) -> None:
    """Name the sheets without goods; one sentence when there are many."""
    reading.findings += [_cut_short(sheet) for sheet in sheets if sheet.cut_below]
    reading.findings += [_damaged(sheet) for sheet in sheets if sheet.damaged_letters]
    with_goods = {draft.document.sheet for draft in drafts}
    others = [sheet.name for sheet in sheets if sheet.rows and sheet.name not in with_goods]
    if not others:
        return
    reading.findings += [
        Finding(
            "sheet-without-heading",
            f"Sheet “{sheet.name}” holds rows like goods, but no heading; it was not read.",
            "If it goes on with another sheet, move its rows there, below the others.",
            Severity.QUESTION,
            Place(sheet.name),
        )
        for sheet in sheets
        if sheet.visible and sheet.rows and sheet.name in others and headless_table(sheet)
    ]
    named = ", ".join(f"“{name}”" for name in others[:MANY_SHEETS])
    more = f" and {len(others) - MANY_SHEETS} more" if len(others) > MANY_SHEETS else ""
    reading.findings.append(
        Finding(
            "sheets-without-goods",
            f"{len(others)} of {len(sheets)} sheets hold no table of goods: {named}{more}.",
            "",
            Severity.NOTICE,
        )
    )
