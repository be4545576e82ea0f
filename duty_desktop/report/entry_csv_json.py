"""The entry worksheet for broker software: CSV and JSON, their columns in docs/entry-worksheet.md."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path

from duty_desktop.report.entry_table import whole_entry_table
from duty_desktop.report.exporting import go_on, whole_file
from duty_desktop.report.figures import exact
from duty_desktop.report.sections import EntryLine, ReportContent
from duty_desktop.report.table import NUMBERS, Cell, Kind
from duty_desktop.terms.formulas import no_formula
from duty_desktop.terms.stopping import Progress

FORMAT = "duty-desktop entry worksheet 1"
_MACHINE_LANGUAGE = "en"
_LOOK_EVERY = 1_000  # rows

JsonValue = str | int | None | list["JsonValue"] | dict[str, "JsonValue"]


def write_entry_csv(content: ReportContent, path: Path, progress: Progress | None = None) -> None:
    """Write a row for each number to key; raises ExportError, ExportCancelledError.

    UTF-8 with a byte order mark, so that spreadsheet programs read Japanese. A text that such a
    program would take for a formula begins with an apostrophe.
    """
    table = whole_entry_table(content.entry_lines, _MACHINE_LANGUAGE)
    with whole_file(path) as draft, draft.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(column.key for column in table.columns)
        for place, cells in enumerate(table.rows()):
            if place % _LOOK_EVERY == 0:
                go_on(progress, place / len(table), content.title)
            writer.writerow(
                _csv_text(cell, column.kind) for cell, column in zip(cells, table.columns, strict=True)
            )


def write_entry_json(content: ReportContent, path: Path) -> None:
    """Write the worksheet as JSON; raises ExportError."""
    text = json.dumps(entry_json(content), ensure_ascii=False, indent=1)
    with whole_file(path) as draft:
        draft.write_text(text + "\n", encoding="utf-8")


def entry_json(content: ReportContent) -> dict[str, JsonValue]:
    """The worksheet as JSON values: amounts are decimal strings in US dollars, days ISO."""
    lines, stamp = content.entry_lines, content.stamp
    return {
        "format": FORMAT,
        "disclaimer": stamp.disclaimer,
        "entry_date": stamp.entry_date.isoformat(),
        "schedule_as_of": stamp.schedule_as_of.isoformat(),
        "schedule_edition": stamp.edition,
        "program_version": stamp.program_version,
        "totals": {
            "value": _whole_dollars([line.value_dollars for line in lines]),
            "duty": _sum([line.duty_cents for line in lines]),
            "duty_from": _sum([line.duty_low_cents for line in lines]),
            "duty_to": _sum([line.duty_high_cents for line in lines]),
            "mpf": _sum([line.mpf_cents for line in lines]),
            "hmf": _sum([line.hmf_cents for line in lines]),
        },
        "lines": [_line(line) for line in lines],
    }


def _line(line: EntryLine) -> JsonValue:
    return {
        "line": f"{line.number:03d}",
        "invoice": line.invoice,
        "invoice_lines": [row + 1 for row in line.lines],
        "description": line.description,
        "part": line.part,
        "origin": line.origin or None,
        "hts": line.hts or None,
        "hts_proposed": line.proposed,
        "numbers": [
            {"number": one.number, "rate": one.rate, "duty": _cents(one.duty_cents)} for one in line.numbers
        ],
        "quantities": [
            {"quantity": _decimal(one.quantity_e4, Kind.QUANTITY), "unit": one.unit}
            for one in line.quantities
        ],
        "net_weight_kg": _decimal(line.net_weight_kg_e4, Kind.QUANTITY),
        "value": _decimal(line.value_dollars, Kind.DOLLARS),
        "exact_value": _cents(line.exact_value_cents),
        "duty": _cents(line.duty_cents),
        "duty_from": _cents(line.duty_low_cents),
        "duty_to": _cents(line.duty_high_cents),
        "mpf": _cents(line.mpf_cents),
        "hmf": _cents(line.hmf_cents),
        "state": line.status.value,
    }


def _csv_text(cell: Cell, kind: Kind) -> str:
    text = exact(cell, kind)
    return text if kind in NUMBERS else no_formula(text)


def _decimal(number: int | None, kind: Kind) -> str | None:
    return None if number is None else exact(number, kind)


def _cents(cents: int | None) -> str | None:
    return _decimal(cents, Kind.MONEY)


def _whole_dollars(dollars: Sequence[int | None]) -> str | None:
    """A sum of even dollars, None when a part of it is not known."""
    known = [value for value in dollars if value is not None]
    return str(sum(known)) if len(known) == len(dollars) else None


def _sum(cents: Sequence[int | None]) -> str | None:
    """A sum in dollars, None when a part of it is not known."""
    known = [value for value in cents if value is not None]
    return exact(sum(known), Kind.MONEY) if len(known) == len(cents) else None
