"""The origin of lines whose own cell is empty: words of a section, else the document's one country."""

from duty_desktop.invoice.cells.countries import country_in_phrase
from duty_desktop.invoice.finding_list import FindingList
from duty_desktop.invoice.header_facts import HeaderFacts
from duty_desktop.invoice.rows import SortedRows
from duty_desktop.invoice.sheet import Sheet
from duty_desktop.lines.reading import Document
from duty_desktop.lines.table import LineTable

LONGEST = 120


def give_origins(document: Document, rows: SortedRows, first_row: int) -> None:
    """Give lines the origin of the words that govern them, else the one stated for the whole document.

    Words before the first line govern the lines below them; words that first come after a line
    belong to the lines above.
    """
    if rows.origins and rows.lines:
        after = [origin for index, origin in rows.origins if index > rows.lines[-1]]
        if len(rows.origins) == 1 and after:
            document.origin = document.origin or after[0]
        else:
            _govern(document, rows, first_row, below=rows.origins[0][0] < rows.lines[0])
    if document.origin and None in document.lines.origin:
        document.lines.origin = [origin or document.origin for origin in document.lines.origin]


def _govern(document: Document, rows: SortedRows, first_row: int, below: bool) -> None:
    origins = iter(rows.origins if below else reversed(rows.origins))
    count = len(document.lines)
    current: str | None = None
    upcoming = next(origins, None)
    for position in range(count) if below else range(count - 1, -1, -1):
        index = document.lines.row[position] - first_row
        while upcoming and (upcoming[0] < index if below else upcoming[0] > index):
            current = upcoming[1]
            upcoming = next(origins, None)
        if document.lines.origin[position] is None:
            document.lines.origin[position] = current


def question_other_origins(lines: LineTable, facts: HeaderFacts, sheet: Sheet, findings: FindingList) -> None:
    """Ask where words around the table name an origin that no line has: "Item 2 is made in China"."""
    given = set(lines.origin)
    for row, _, text in facts.texts:
        code = country_in_phrase(text)
        if code and code not in given:
            findings.add(
                "origin-also-named",
                f"“{text[:LONGEST]}” names an origin that no line has.",
                "Check the origins of the lines.",
                row=sheet.row_number(row),
            )
