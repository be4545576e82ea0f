"""The table of `find --in`: a CSV of descriptions in, a CSV of candidates out, several rows a description."""

import csv
import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from duty_desktop.cli.exit_codes import ALL_RATED, CommandError
from duty_desktop.cli.writing import write_whole
from duty_desktop.describe.finder import Finder
from duty_desktop.terms.formulas import no_formula_or_number
from duty_desktop.terms.hts_number import digits

COLUMNS = ("id", "description")
HINT = "hint"
RESULT_COLUMNS = ("id", "rank", "hts", "score", "category")
_LONGEST_CELL = 32_767  # of a cell in Excel
_SHORTEST_HINT = 4


@dataclass(frozen=True, slots=True)
class _Row:
    id: str
    description: str
    hint: str


def find_table(finder: Finder, source: Path, out: Path, on: date, limit: int) -> int:
    """Find for every row and write; raises CommandError naming file and line."""
    rows = list(_rows(source))
    known: dict[tuple[str, str], list[tuple[str, str, str, str]]] = {}
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(RESULT_COLUMNS)
    nothing = left_out = 0
    for row in rows:
        key = (row.description, row.hint)
        if key not in known:
            found = finder.find_briefly(row.description, on, hint=row.hint, limit=limit)
            known[key] = [
                (str(rank), one.number, f"{one.score:.4f}", one.category.value)
                for rank, one in enumerate(found, start=1)
            ]
        nothing += not known[key]
        left_out += bool(row.hint) and not finder.known_digits(row.hint, on)
        writer.writerows((no_formula_or_number(row.id), *cells) for cells in known[key])
    write_whole(out, text.getvalue())
    if left_out:
        print(f"{left_out} hints begin no number of the tariff and were left out.", file=sys.stderr)
    if nothing:
        print(f"Nothing was found for {nothing} of {len(rows)} descriptions.", file=sys.stderr)
    return ALL_RATED


def _rows(source: Path) -> Iterator[_Row]:
    csv.field_size_limit(_LONGEST_CELL)
    try:
        with source.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            names = [name.strip().lower() for name in next(reader, [])]
            missing = [name for name in COLUMNS if name not in names]
            if missing:
                raise CommandError(
                    f"{source} has no column {missing[0]}. Name the columns id, description, hint."
                )
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    yield _row(names, cells, f"{source}, line {reader.line_num}")
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CommandError(f"{source} cannot be read: {error}. Save it as CSV in UTF-8.") from error


def _row(names: list[str], cells: list[str], place: str) -> _Row:
    if len(cells) > len(names):
        raise CommandError(
            f"{place}: the row has more cells than the heading. Put texts with commas in quotes."
        )
    values = dict(zip(names, (cell.strip() for cell in cells), strict=False))
    hint = values.get(HINT, "")
    if hint and len(digits(hint)) < _SHORTEST_HINT:
        raise CommandError(f"{place}: the hint “{hint}” has fewer than 4 digits.")
    return _Row(values.get("id", ""), values.get("description", ""), hint)
