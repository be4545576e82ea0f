"""The parts book as an Excel workbook, out and in again."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from duty_desktop.describe.parts_book import Part, PartsBook, PartsBookError, checked_number
from duty_desktop.describe.words import normal
from duty_desktop.invoice.errors import WorkbookError
from duty_desktop.terms.file_names import real_path
from duty_desktop.terms.findings import Finding, Place, Severity
from duty_desktop.terms.hts_number import dotted
from duty_desktop.terms.refusals import refusal_of
from duty_desktop.terms.scratch import unfinished
from duty_desktop.terms.whole_file import take_place

HEADINGS = ("Supplier", "Item number", "Description", "HTS number", "Lines", "Since", "Last used", "Note")
_WIDTHS = (28, 20, 44, 16, 8, 12, 12, 30)
_FIELDS = {
    "supplier": {"supplier", "seller", "仕入先", "供給者", "売主"},
    "item": {"itemnumber", "itemno", "item", "partno", "partnumber", "品番", "部品番号", "商品コード"},
    "description": {"description", "品名", "商品名", "名称"},
    "number": {"htsnumber", "hts", "htsno", "hscode", "hts番号", "hsコード", "税番"},
    "lines": {"lines", "明細数"},
    "since": {"since", "開始", "使用開始"},
    "last": {"lastused", "最終使用", "最終使用日"},
    "note": {"note", "備考", "メモ"},
}
_ROWS_LOOKED_AT = 20


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: rows taken, and a finding with its place for each row that could not be."""

    added: int
    changed: int
    unchanged: int
    problems: tuple[Finding, ...]


def export_parts(book: PartsBook, path: Path) -> int:
    """Write all parts; how many. Raises PartsBookError when the file cannot be written."""
    import xlsxwriter

    parts, made = book.parts(), BytesIO()
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    _write(xlsxwriter.Workbook(made, plain), parts)
    try:
        target = real_path(path)
        with unfinished(target) as draft:
            draft.write_bytes(made.getvalue())
            take_place(draft, target)
    except OSError as error:
        raise _not_written(path, error) from error
    return len(parts)


def _not_written(path: Path, error: OSError) -> PartsBookError:
    message = f"“{path.name}” could not be saved: {refusal_of(error).why}."
    return PartsBookError(Finding("parts-not-written", message, "Save it elsewhere.", Severity.ERROR))


def _write(workbook: Any, parts: list[Part]) -> None:
    sheet = workbook.add_worksheet("Parts book")
    bold = workbook.add_format({"bold": True, "bottom": 1})
    text = workbook.add_format({"num_format": "@"})
    for column, (heading, width) in enumerate(zip(HEADINGS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width, text if column < 4 else None)
        sheet.write_string(0, column, heading, bold)
    for row, part in enumerate(parts, start=1):
        cells = (part.supplier, part.item, part.description, dotted(part.number))
        for column, cell in enumerate(cells):
            sheet.write_string(row, column, cell, text)
        sheet.write_number(row, 4, part.lines)
        sheet.write_string(row, 5, part.since.isoformat())
        sheet.write_string(row, 6, part.last_on.isoformat())
        sheet.write_string(row, 7, part.note)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(parts)), len(HEADINGS) - 1)
    workbook.close()


def import_parts(book: PartsBook, path: Path, today: date) -> Imported:
    """Put the rows of a workbook or CSV into the book; rows with problems are left out and told.

    Raises PartsBookError when the file as a whole cannot be used; then nothing has changed.
    """
    from duty_desktop.invoice.sources import open_sheets

    try:
        sheets = open_sheets(path)
    except WorkbookError as error:
        raise PartsBookError(error.finding) from error
    for sheet in sheets:
        for start, row in enumerate(sheet.rows[:_ROWS_LOOKED_AT]):
            columns = _columns([str(cell) for cell in row])
            if "number" in columns and ("item" in columns or "description" in columns):
                rows = [
                    (sheet.row_number(place), [_text(cell) for cell in cells])
                    for place, cells in enumerate(sheet.rows[start + 1 :], start + 1)
                ]
                return _take(book, sheet.name, rows, columns, today)
    raise PartsBookError(
        Finding(
            "parts-without-headings",
            f"“{path.name}” has no row with the headings Item number or Description, and HTS number.",
            "Export the parts book to see the form, and use its headings.",
            Severity.ERROR,
            arguments=(("file", path.name),),
        )
    )


def _columns(headings: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, heading in enumerate(headings):
        key = "".join(sign for sign in normal(heading) if sign.isalnum())
        for field, names in _FIELDS.items():
            if key in names:
                found.setdefault(field, place)
    return found


def _take(
    book: PartsBook, sheet: str, rows: list[tuple[int, list[str]]], columns: dict[str, int], today: date
) -> Imported:
    parts: dict[tuple[str, str, str], Part] = {}
    problems: list[Finding] = []
    for row, cells in rows:
        values = {field: cells[place].strip() for field, place in columns.items() if place < len(cells)}
        if not any(values.values()):
            continue
        try:
            part = _part(values, today)
        except PartsBookError as error:
            problems.append(
                Finding(
                    error.finding.code,
                    error.finding.message,
                    error.finding.remedy,
                    Severity.ERROR,
                    Place(sheet, row),
                    error.finding.arguments,
                )
            )
        else:
            parts[normal(part.supplier), normal(part.item), normal(part.description)] = part
    added, changed = book.put_all(list(parts.values()))
    return Imported(added, changed, len(parts) - added - changed, tuple(problems))


def _part(values: dict[str, str], today: date) -> Part:
    item, description = values.get("item", ""), values.get("description", "")
    if not item and not description:
        raise PartsBookError(
            Finding(
                "part-without-name",
                "The row has neither an item number nor a description.",
                "Enter one of them.",
                Severity.ERROR,
            )
        )
    number = checked_number(values.get("number", ""))
    since = _day(values.get("since", ""), today)
    lines = values.get("lines", "")
    return Part(
        values.get("supplier", ""),
        item,
        description,
        number,
        since,
        max(since, _day(values.get("last", ""), since)),
        int(lines) if lines.isdecimal() else 0,
        values.get("note", ""),
    )


def _day(text: str, otherwise: date) -> date:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return otherwise


def _text(cell: object) -> str:
    from duty_desktop.invoice.sheet import text_of

    return text_of(cell)  # type: ignore[arg-type]
