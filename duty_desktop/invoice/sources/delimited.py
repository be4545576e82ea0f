"""CSV and TSV: encoding by byte order mark, then UTF-8, then by detection; the separator by counting."""

import csv
from io import StringIO
from pathlib import Path

from duty_desktop.invoice.sheet import Cell, Sheet
from duty_desktop.invoice.sources.package import refuse
from duty_desktop.terms.file_names import shown_name

# Where two cut alike: a tab is never a mark within a figure, and where semicolons stand commas are decimal.
SEPARATORS = "\t;,|"
SAMPLE_LINES = 50
LONGEST_CELL = 1_000_000
MOST_CELLS = 16_000_000


def text_of_file(data: bytes) -> str:
    """Decode a text table: UTF-8 and UTF-16 with or without mark, CP932, EUC-JP."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _detected(data)


def _detected(data: bytes) -> str:
    if data[:200].count(0) > 20:
        even, odd = data[0:200:2].count(0), data[1:200:2].count(0)
        return data.decode("utf-16-be" if even > odd else "utf-16-le", "replace")
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000], cp_isolation=["cp932", "euc_jp", "cp1252", "utf_8"]).best()
    encoding = best.encoding if best else "cp932"
    for name in dict.fromkeys([encoding, "cp932", "euc_jp", "cp1252"]):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    return data.decode(encoding, "replace")


def separator_of(text: str) -> str:
    """The separator that cuts the first lines into the most regular table."""
    lines = [line for line in text.splitlines()[:SAMPLE_LINES] if line.strip()]
    best, best_score = ",", 0.0
    for mark in SEPARATORS:
        widths = [len(row) for row in csv.reader(lines, delimiter=mark)]
        wide = [width for width in widths if width > 1]
        if wide:
            score = len(wide) * max(widths.count(width) for width in wide)
            if score > best_score:
                best, best_score = mark, score
    return best


def sheet_of_text(text: str, name: str, file_name: str = "") -> Sheet:
    """A text table as a sheet; short rows are filled up. Raises WorkbookError that names the file."""
    called = file_name or name
    csv.field_size_limit(LONGEST_CELL)
    try:
        records = list(csv.reader(StringIO(text, newline=""), delimiter=separator_of(text)))
    except csv.Error as error:
        raise refuse(
            "text-table-damaged",
            f"“{called}” is not a regular text table: {error}.",
            "Open it in Excel or LibreOffice and save it as .xlsx.",
        ) from error
    read: list[list[Cell]] = [list(record) for record in records]
    if not text.strip():
        return Sheet(name=name, rows=[])
    width = max(map(len, read), default=0)
    if width * len(read) > MOST_CELLS:
        raise refuse(
            "sheet-too-wide",
            f"A row of “{called}” is so long that the table cannot be held in memory.",
            "Check that it is a table of text, or save the invoice as .xlsx.",
        )
    rows = [row + [""] * (width - len(row)) if len(row) < width else row for row in read]
    return Sheet(name=name, rows=rows)


def read_delimited(path: Path) -> list[Sheet]:
    """The one sheet of a CSV or TSV file."""
    called = shown_name(path.with_suffix(""))
    return [sheet_of_text(text_of_file(path.read_bytes()), called, path.name)]
